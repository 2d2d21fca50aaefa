"""What each command does; each returns the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence

from avstamt.cli.arguments import USAGE_ERROR, parser
from avstamt.cli.checking import check_files
from avstamt.cli.comparing import BaselineRefused
from avstamt.cli.crowd import Interrupted
from avstamt.cli.exporting import export_reports
from avstamt.cli.reading import Opened, described, open_reports, outputs
from avstamt.cli.review_settings import WordListRefused
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import find_rule, page, summary
from avstamt.storage.file import FileRefused, save
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import skeleton

DONE, STOPPED = 0, 130


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
    for one, out in outputs(open_reports(given.file, catalogue()), given.out):
        save(one.report, out)
        print(f"{described(one.report)} är sparad i {out}.")
        _print_problems(one)
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
    print(f"{described(made)} är sparad i {given.out}. Öppna den med: avstamt {given.out}")
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
    "exportera": export_reports,
    "ny": _new,
    "regler": _rules,
}


def _print_problems(one: Opened) -> None:
    for problem in one.problems:
        lines = f"rad {problem.first}" if problem.first == problem.last else f"rad {problem.first}–{problem.last}"
        print(f"  {lines}: {problem.message}" if problem.first else f"  {problem.message}")
