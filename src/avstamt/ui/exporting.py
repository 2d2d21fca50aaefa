"""The kinds of file a report can be written as, and the writers behind them, loaded when they are first needed."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.templates.template import Template


class ExportKind(Enum):
    """A kind of file: its ending and its name in a file dialog."""

    WORD = (".docx", "Word-dokument")
    PDF = (".pdf", "PDF")
    WORKBOOK = (".xlsx", "Excel-arbetsbok")
    JSON = (".json", "JSON")

    @property
    def ending(self) -> str:
        """Return the file name's ending."""
        return self.value[0]

    @property
    def words(self) -> str:
        """Return the name in a file dialog."""
        return self.value[1]


def export(report: Report, template: Template, kind: ExportKind, path: Path) -> Path:
    """Write the report and return the file's path, with its ending; raises ExportRefused."""
    path = path if path.suffix.lower() == kind.ending else path.with_name(path.name + kind.ending)
    if kind is ExportKind.WORD:
        from avstamt.domain.printed import for_paper
        from avstamt.export.word import write_word
        from avstamt.storage.format import dump

        write_word(report, template, path, base=dump(for_paper(report)))
    elif kind is ExportKind.PDF:
        from avstamt.export.pdf import write_pdf

        write_pdf(report, template, path)
    elif kind is ExportKind.WORKBOOK:
        from avstamt.export.workbook import write_workbook

        write_workbook(report, template, path)
    else:
        from avstamt.export.plain_json import write_json

        write_json(report, path)
    return path
