"""What each command does; each returns the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from avstamt.cli.arguments import USAGE_ERROR, parser
from avstamt.cli.checking import check_files
from avstamt.cli.comparing import BaselineRefused
from avstamt.cli.reading import Opened, open_reports
from avstamt.cli.review_settings import WordListRefused
from avstamt.cli.running import Interrupted
from avstamt.domain.naming import place_name
from avstamt.domain.printed import for_paper
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.export.accessibility import barriers
from avstamt.export.layout import read_layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import find_rule, page, summary
from avstamt.storage.file import FileRefused, save
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import skeleton

DONE, STOPPED = 0, 130
_PAPERS = ("docx", "pdf")


def run_command(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status: 0, 1 (findings at level Fel), 2 (unusable), 130 (stopped)."""
    top = parser()
    given = top.parse_args(arguments)
    if given.command is None:
        top.print_help()
        return USAGE_ERROR
    try:
        return COMMANDS[given.command](given)
    except (FileRefused, ImportRefused, ExportRefused, BaselineRefused, WordListRefused) as refused:
        print(refused, file=sys.stderr)
        return USAGE_ERROR
    except Interrupted as stopped:
        print(stopped, file=sys.stderr)
        return STOPPED


def _import(given: argparse.Namespace) -> int:
    for one, out in _outputs(open_reports(given.file, catalogue()), given.out):
        save(one.report, out)
        print(f"{_described(one.report)} är sparad i {out}.")
        _print_problems(one)
    return DONE


def _export(given: argparse.Namespace) -> int:
    for one, out in _outputs(open_reports(given.file, catalogue()), given.out):
        _write(one.report, given.target, out, given.layout, final=given.final, exact=given.exact)
        print(f"{_described(one.report)} är exporterad till {out}.")
        if given.target in _PAPERS:
            _tell_barriers(one.report, given.layout)
    return DONE


def _new(given: argparse.Namespace) -> int:
    level = OrganisationLevel.UNIT if given.level == "enhet" else OrganisationLevel.COMMITTEE
    made = skeleton(
        catalogue(),
        ReportKind(given.kind),
        level,
        given.year,
        organisation=given.organisation,
        committee=given.committee,
    )
    if given.out.exists():
        print(f"{given.out} finns redan. Välj ett annat namn, så att inget skrivs över.", file=sys.stderr)
        return USAGE_ERROR
    save(made, given.out)
    print(f"{_described(made)} är sparad i {given.out}. Öppna den med: avstamt {given.out}")
    return DONE


def _rules(given: argparse.Namespace) -> int:
    if given.code is None:
        print("\n".join(summary(rule) for rule in CATALOGUE))
        return DONE
    rule = find_rule(CATALOGUE, given.code)
    if rule is None:
        print(f"Det finns ingen regel som heter {given.code}. Kör avstamt regler för att se alla.", file=sys.stderr)
        return USAGE_ERROR
    print(page(rule))
    return DONE


COMMANDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "importera": _import,
    "granska": check_files,
    "exportera": _export,
    "ny": _new,
    "regler": _rules,
}


def _outputs(opened: tuple[Opened, ...], out: Path) -> list[tuple[Opened, Path]]:
    if len(opened) == 1:
        return [(opened[0], out)]
    return [(one, out.with_stem(f"{out.stem}-{number}")) for number, one in enumerate(opened, 1)]


def _write(report: Report, target: str, out: Path, layout_file: Path | None, *, final: bool, exact: bool) -> None:
    template = catalogue().template(report.kind, report.level, report.year)
    layout = read_layout(layout_file) if layout_file else shipped_layout()
    if target == "docx":
        from avstamt.export.word import write_word

        write_word(report, template, out, layout, base=None if final else dump(for_paper(report)), exact=exact)
    elif target == "pdf":
        from avstamt.export.pdf import write_pdf

        write_pdf(report, template, out, layout)
    elif target == "xlsx":
        from avstamt.export.workbook import write_workbook

        write_workbook(report, template, out)
    else:
        from avstamt.export.plain_json import write_json

        write_json(report, out)


def _tell_barriers(report: Report, layout_file: Path | None) -> None:
    """Say what is left to do before everyone can read the paper."""
    template = catalogue().template(report.kind, report.level, report.year)
    found = barriers(outline(report, template), read_layout(layout_file) if layout_file else shipped_layout())
    if found:
        print("Kvar att göra för tillgängligheten:", file=sys.stderr)
    for barrier in found:
        part = " › ".join(place_name(report, barrier.place).parts)
        print(f"  {part}: {barrier.sentence}" if part else f"  {barrier.sentence}", file=sys.stderr)


def _described(report: Report) -> str:
    whose = report.organisation or report.committee
    return f"{report.kind.label} {report.year}" + (f" för {whose}" if whose else "")


def _print_problems(one: Opened) -> None:
    for problem in one.problems:
        lines = f"rad {problem.first}" if problem.first == problem.last else f"rad {problem.first}–{problem.last}"
        print(f"  {lines}: {problem.message}" if problem.first else f"  {problem.message}")
