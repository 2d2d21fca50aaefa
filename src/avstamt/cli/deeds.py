"""What the commands that read or make reports do; each returns the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable

from avstamt.cli.arguments import USAGE_ERROR
from avstamt.cli.checking import check_files
from avstamt.cli.comparing import BaselineRefused
from avstamt.cli.crowd import Interrupted
from avstamt.cli.reading import Opened, described, open_reports, outputs
from avstamt.cli.review_settings import WordListRefused
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.storage.file import FileRefused, save
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import skeleton

DONE, STOPPED = 0, 130


def do(given: argparse.Namespace) -> int:
    """Do what a command asks for; what the user can put right is told in a sentence."""
    try:
        return DEEDS[given.command](given)
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


def _export(given: argparse.Namespace) -> int:
    from avstamt.cli.exporting import export_reports

    return export_reports(given)


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


DEEDS: dict[str, Callable[[argparse.Namespace], int]] = {
    "importera": _import,
    "granska": check_files,
    "exportera": _export,
    "ny": _new,
}


def _print_problems(one: Opened) -> None:
    for problem in one.problems:
        lines = f"rad {problem.first}" if problem.first == problem.last else f"rad {problem.first}–{problem.last}"
        print(f"  {lines}: {problem.message}" if problem.first else f"  {problem.message}")
