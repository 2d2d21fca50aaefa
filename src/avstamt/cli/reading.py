"""Opens any file the program knows as reports: its own format as it is, others through the importers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.importers.model import Problem
from avstamt.importers.opening import read_file
from avstamt.storage.file import read
from avstamt.storage.format import load
from avstamt.templates.catalogue import Catalogue

OWN_SUFFIX = ".avst"
WORD_SUFFIX = ".docx"
READABLE = (OWN_SUFFIX, WORD_SUFFIX, ".txt")


@dataclass(frozen=True, slots=True)
class Opened:
    """A report with the file it came from, what it is called there, and the importer's doubts."""

    name: str
    file: str
    report: Report
    problems: tuple[Problem, ...] = ()


def open_reports(path: Path, catalogue: Catalogue) -> tuple[Opened, ...]:
    """Return the reports in a file; raises FileRefused or ImportRefused with a sentence for the user."""
    if path.suffix.lower() == OWN_SUFFIX:
        return (Opened(str(path), str(path), read(path)),)
    imports = read_file(path, catalogue, load)
    names = (
        [str(path)] if len(imports) == 1 else [f"{path} ({n} av {len(imports)})" for n in range(1, len(imports) + 1)]
    )
    return tuple(Opened(name, str(path), made.report, made.problems) for name, made in zip(names, imports, strict=True))


def _is_readable(file: Path) -> bool:
    """Tell whether a file in a folder is one to read; what Word keeps beside an open document is not."""
    return file.suffix.lower() in READABLE and not file.name.startswith(("~$", ".")) and file.is_file()


def files_in(paths: list[Path]) -> list[Path]:
    """Return the files named, and for each folder the readable files in it, sorted by name."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found.extend(sorted(file for file in path.iterdir() if _is_readable(file)))
        else:
            found.append(path)
    return found


def outputs(opened: tuple[Opened, ...], out: Path) -> list[tuple[Opened, Path]]:
    """Return the file that each report of one file is written to: `out`, numbered where they are several."""
    if len(opened) == 1:
        return [(opened[0], out)]
    return [(one, out.with_stem(f"{out.stem}-{number}")) for number, one in enumerate(opened, 1)]


def described(report: Report) -> str:
    """Return what a report is called in a line of output."""
    whose = report.organisation or report.committee
    return f"{report.kind.label} {report.year}" + (f" för {whose}" if whose else "")
