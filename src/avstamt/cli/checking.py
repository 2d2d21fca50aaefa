"""`avstamt granska`: runs the rules on files and folders and prints what does not add up."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from avstamt.cli.reading import Opened, files_in, open_reports
from avstamt.domain.finding import Level
from avstamt.export.files import write_file
from avstamt.export.findings import as_text, findings_object, sarif_log, sarif_run
from avstamt.importers.model import ImportRefused
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.engine import Result, check
from avstamt.storage.file import FileRefused
from avstamt.templates.catalogue import catalogue

CLEAN, FOUND, UNUSABLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with what the rules gave on it."""

    opened: Opened
    result: Result


def check_files(given: argparse.Namespace) -> int:
    """Check every report in the named files and folders; the exit status says whether anything is at level Fel."""
    files = files_in(given.files)
    if not files:
        print(f"Det finns inga rapporter i {', '.join(str(path) for path in given.files)}.", file=sys.stderr)
        return UNUSABLE
    checked, refused = _check_all(files)
    if checked:
        _put(_FORMATS[given.format](checked), given.out)
    if refused:
        return UNUSABLE
    return FOUND if any(_has_error(one) for one in checked) else CLEAN


def _check_all(files: Sequence[Path]) -> tuple[list[Checked], int]:
    checked: list[Checked] = []
    refused = 0
    for file in files:
        try:
            opened = open_reports(file, catalogue())
        except (FileRefused, ImportRefused) as why:
            print(why, file=sys.stderr)
            refused += 1
        else:
            checked.extend(Checked(one, check(one.report, catalogue())) for one in opened)
    return checked, refused


def _as_text(checked: Sequence[Checked]) -> str:
    pages = []
    for one in checked:
        result = one.result
        head = f"{one.opened.name}\n" if len(checked) > 1 else ""
        pages.append(head + as_text(one.opened.report, result.findings, result.waived, result.coverage))
    if len(checked) > 1:
        errors = sum(_has_error(one) for one in checked)
        pages.append(f"{len(checked)} rapporter är granskade, {errors} av dem har minst ett fel.")
    return "\n\n".join(pages)


def _as_json(checked: Sequence[Checked]) -> str:
    made = [
        {
            **findings_object(one.opened.report, one.result.findings, one.result.waived, one.result.coverage),
            "file": one.opened.name,
        }
        for one in checked
    ]
    return json.dumps(made[0] if len(made) == 1 else made, ensure_ascii=False, indent=2)


def _as_sarif(checked: Sequence[Checked]) -> str:
    return sarif_log(
        [
            sarif_run(one.opened.report, one.result.findings, one.result.waived, CATALOGUE, one.opened.file)
            for one in checked
        ]
    )


_FORMATS = {"text": _as_text, "json": _as_json, "sarif": _as_sarif}


def _has_error(one: Checked) -> bool:
    return any(finding.level is Level.ERROR for finding in one.result.findings)


def _put(text: str, out: Path | None) -> None:
    if out is None:
        print(text)
    else:
        write_file(out, text.encode())
        print(f"Granskningen är sparad i {out}.")
