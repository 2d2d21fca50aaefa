"""Finds the labelled reports of a folder pair and reads them through the importer.

A folder of reports holds `X.txt`, a folder of labels `X.struktur.json` and `X.brister.json`; any of them may be missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from avstamt.importers.model import Import, ImportRefused
from avstamt.importers.opening import read_file
from avstamt.templates.catalogue import Catalogue


def labelled(reports: Path, gold: Path, kind: str, only: str = "") -> Iterator[tuple[str, Path, Path]]:
    """Yield name, report and label file (`kind` is "struktur" or "brister") of every report that has both."""
    for labels in sorted(gold.glob(f"*.{kind}.json")):
        name = labels.name.removesuffix(f".{kind}.json")
        if only not in name:
            continue
        report = reports / f"{name}.txt"
        if report.is_file():
            yield name, report, labels
        else:
            print(f"{labels.name}: rapporten {report} finns inte, hoppas över", file=sys.stderr)


def imported(path: Path, catalogue: Catalogue) -> tuple[Import, ...]:
    """Return what the importer gives; a refused file gives nothing, so that everything in it counts as missed."""
    try:
        return read_file(path, catalogue)
    except ImportRefused as refusal:
        print(f"{path.name}: {refusal}", file=sys.stderr)
        return ()
