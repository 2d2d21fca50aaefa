"""`avstamt granska --kommentera`: the findings as comments, in a copy of the writer's own document where there is one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from avstamt.cli.reading import WORD_SUFFIX
from avstamt.cli.running import Checked
from avstamt.domain.printed import for_paper
from avstamt.export.draft import DraftRemark, draft_remarks, write_remarked
from avstamt.export.remarks import remarks_of_comments, remarks_of_findings
from avstamt.export.word import write_word
from avstamt.importers.word.positions import positions
from avstamt.storage.format import dump, load
from avstamt.templates.catalogue import catalogue

_ENDING = "-granskad"


def write_remarks(checked: Sequence[Checked], out: Path) -> list[Path]:
    """Write a Word document with comments for each file; returns what was written. Raises ExportRefused.

    `out` is the document, or where there are several files the folder they go to.
    """
    by_file: dict[Path, list[Checked]] = defaultdict(list)
    for one in checked:
        by_file[Path(one.opened.file)].append(one)
    in_folder = len(by_file) > 1 or out.is_dir()
    if in_folder:
        out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for file, reports in by_file.items():
        target = out / f"{file.stem}{_ENDING}{WORD_SUFFIX}" if in_folder else out
        if file.suffix.lower() == WORD_SUFFIX:
            write_remarked(file, target, [remark for one in reports for remark in _of(file, one)])
            written.append(target)
        else:
            written += [_write_own(one, target, number, len(reports)) for number, one in enumerate(reports, 1)]
    return written


def _of(file: Path, one: Checked) -> tuple[DraftRemark, ...]:
    where = positions(file, one.opened.report, load)
    return draft_remarks(one.opened.report, one.result.findings, where.of)


def _write_own(one: Checked, out: Path, number: int, several: int) -> Path:
    """Write the report itself as a Word document with comments."""
    report = one.opened.report
    path = out if several == 1 else out.with_stem(f"{out.stem}-{number}")
    template = catalogue().template(report.kind, report.level, report.year)
    remarks = (*remarks_of_comments(report.comments), *remarks_of_findings(one.result.findings))
    write_word(report, template, path, base=dump(for_paper(report)), remarks=remarks)
    return path
