"""`avstamt exportera`: writes a report, or every report of a folder, as Word, PDF, Excel or JSON."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from avstamt.cli.reading import Opened, described, files_in, open_reports, outputs
from avstamt.domain.naming import place_name
from avstamt.domain.printed import for_paper
from avstamt.domain.report import Report
from avstamt.export.accessibility import barriers
from avstamt.export.layout import Layout, read_layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.storage.file import FileRefused
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue

DONE, UNUSABLE = 0, 2
_PAPERS = ("docx", "pdf")


def export_reports(given: argparse.Namespace) -> int:
    """Write the reports of a file; of a folder each in a file of its own, past those that cannot be read."""
    layout = read_layout(given.layout) if given.layout else shipped_layout()
    if not given.file.is_dir():
        for one, out in outputs(open_reports(given.file, catalogue()), given.out):
            _export(one, out, given, layout)
        return DONE
    given.out.mkdir(parents=True, exist_ok=True)
    status = DONE
    for file in files_in([given.file]):
        try:
            for one, out in outputs(open_reports(file, catalogue()), given.out / f"{file.stem}.{given.target}"):
                _export(one, out, given, layout)
        except (FileRefused, ImportRefused, ExportRefused) as refused:
            print(refused, file=sys.stderr)
            status = UNUSABLE
    return status


def _export(one: Opened, out: Path, given: argparse.Namespace, layout: Layout) -> None:
    _write(one.report, out, given, layout)
    print(f"{described(one.report)} är exporterad till {out}.")
    if given.target in _PAPERS:
        for line in _left_to_do(one.report, layout):
            print(line, file=sys.stderr)


def _write(report: Report, out: Path, given: argparse.Namespace, layout: Layout) -> None:
    template = catalogue().template(report.kind, report.level, report.year)
    if given.target == "docx":
        from avstamt.export.word import write_word

        base = None if given.final else dump(for_paper(report))
        write_word(report, template, out, layout, base=base, exact=given.exact)
    elif given.target == "pdf":
        from avstamt.export.pdf import write_pdf

        write_pdf(report, template, out, layout)
    elif given.target == "xlsx":
        from avstamt.export.workbook import write_workbook

        write_workbook(report, template, out)
    else:
        from avstamt.export.plain_json import write_json

        write_json(report, out)


def _left_to_do(report: Report, layout: Layout) -> Iterator[str]:
    """Yield what is left to do before everyone can read the paper, a line each."""
    template = catalogue().template(report.kind, report.level, report.year)
    found = barriers(outline(report, template), layout)
    if found:
        yield "Kvar att göra för tillgängligheten:"
    for barrier in found:
        part = " › ".join(place_name(report, barrier.place).parts)
        yield f"  {part}: {barrier.sentence}" if part else f"  {barrier.sentence}"
