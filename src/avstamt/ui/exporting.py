"""The kinds of file a report can be written as, and the writers behind them, loaded when they are first needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from avstamt.domain.finding import Finding
from avstamt.domain.report import Report
from avstamt.export.layout import Layout, read_layout
from avstamt.templates.template import Template


class ExportKind(Enum):
    """A kind of file: its ending and its name in a file dialog.

    A Word document comes back when a colleague has worked in it; the one for publishing carries nothing but what is
    read, the one with remarks has findings and comments in its margin.
    """

    WORD = (".docx", "Word-dokument")
    WORD_FINAL = (".docx", "Word-dokument för publicering", " slutlig")
    WORD_REMARKED = (".docx", "Word-dokument med anmärkningar", " granskad")
    PDF = (".pdf", "PDF")
    WORKBOOK = (".xlsx", "Excel-arbetsbok")
    JSON = (".json", "JSON")

    @property
    def ending(self) -> str:
        """Return the file name's ending."""
        ending: str = self.value[0]
        return ending

    @property
    def own_name(self) -> str:
        """Return what is added to the report's name in a file's, empty for most."""
        return "".join(self.value[2:])

    @property
    def words(self) -> str:
        """Return the name in a file dialog."""
        words: str = self.value[1]
        return words


@dataclass(frozen=True)
class Paper:
    """How papers are written: by a layout of the organisation's own, and with LibreOffice's page numbers."""

    layout: Path | None = None
    exact_pages: bool = False

    def read_layout(self) -> Layout | None:
        """Return the organisation's layout, None for the city's; raises ExportRefused."""
        return None if self.layout is None else read_layout(self.layout)


USUAL = Paper()


def export(
    report: Report,
    template: Template,
    kind: ExportKind,
    path: Path,
    *,
    findings: Sequence[Finding] = (),
    paper: Paper = USUAL,
) -> Path:
    """Write the report and return the file's path, with its ending; raises ExportRefused."""
    path = path if path.suffix.lower() == kind.ending else path.with_name(path.name + kind.ending)
    if kind in (ExportKind.WORD, ExportKind.WORD_FINAL, ExportKind.WORD_REMARKED):
        _export_word(report, template, kind, path, findings=findings, paper=paper)
    elif kind is ExportKind.PDF:
        from avstamt.export.pdf import write_pdf

        write_pdf(report, template, path, paper.read_layout())
    elif kind is ExportKind.WORKBOOK:
        from avstamt.export.workbook import write_workbook

        write_workbook(report, template, path)
    else:
        from avstamt.export.plain_json import write_json

        write_json(report, path)
    return path


def _export_word(
    report: Report, template: Template, kind: ExportKind, path: Path, *, findings: Sequence[Finding], paper: Paper
) -> None:
    from avstamt.domain.printed import for_paper
    from avstamt.export.remarks import remarks_of_comments, remarks_of_findings
    from avstamt.export.word import write_word
    from avstamt.storage.format import dump

    base = None if kind is ExportKind.WORD_FINAL else dump(for_paper(report))
    is_remarked = kind is ExportKind.WORD_REMARKED
    remarks = (*remarks_of_comments(report.comments), *remarks_of_findings(findings)) if is_remarked else ()
    layout = paper.read_layout()
    write_word(report, template, path, layout, base=base, remarks=remarks, exact=paper.exact_pages)


def remark_draft(report: Report, draft: Path, path: Path, findings: Sequence[Finding]) -> Path:
    """Write a copy of the draft that the report was read from, with the findings as comments on its own words.

    Raises ExportRefused or ImportRefused.
    """
    from avstamt.export.draft import draft_remarks, write_remarked
    from avstamt.importers.word.positions import positions
    from avstamt.storage.format import load

    path = path if path.suffix.lower() == ExportKind.WORD.ending else path.with_name(path.name + ExportKind.WORD.ending)
    write_remarked(draft, path, draft_remarks(report, findings, positions(draft, report, load).of))
    return path
