"""Runs the rules on many files; a process that checks for another hands back what is shown, not the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from avstamt.cli.comparing import Baseline, earlier_of, left_out
from avstamt.cli.crowd import FEW, on_each
from avstamt.cli.reading import Opened, open_reports
from avstamt.domain.finding import Finding, Level
from avstamt.domain.report import Report
from avstamt.importers.model import ImportRefused
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.engine import Result, check
from avstamt.storage.file import FileRefused
from avstamt.templates.catalogue import catalogue


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with what the rules gave on it; `left_out` counts what an earlier review had already."""

    opened: Opened
    result: Result
    earlier: Report | None = None
    left_out: int = 0


def _nothing(_checked: Checked) -> None:
    """Show nothing of a report but how many findings it has."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every file is held against: the reports to compare with, an earlier review, and the user's settings.

    `show` makes of a checked report what is printed of it; `keeps` tells that the report itself is asked for as well.
    """

    earlier: tuple[Report, ...] = ()
    baseline: Baseline = field(default_factory=Baseline)
    settings: CheckSettings = field(default_factory=CheckSettings)
    show: Callable[[Checked], Any] = _nothing
    keeps: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is told of a checked report: what `Task.show` made of it, and the findings of each level counted."""

    name: str
    shown: Any
    counts: dict[Level, int]
    compared: bool
    left_out: int
    checked: Checked | None = None

    @property
    def has_error(self) -> bool:
        """Tell whether the report has a finding at level Fel."""
        return self.counts[Level.ERROR] > 0


@dataclass(frozen=True, slots=True)
class FileChecked:
    """One file: its reports, or why it was refused."""

    file: Path
    reports: tuple[Sheet, ...] = ()
    refused: str = ""


def check_all(files: Sequence[Path], task: Task, *, few: int = FEW, out: TextIO | None = None) -> list[FileChecked]:
    """Return what the rules give on every file, in the order of `files`; raises Interrupted on Ctrl+C."""
    return on_each(files, partial(check_file, task=task), "Granskningen", few=few, out=out)


def check_file(file: Path, task: Task) -> FileChecked:
    """Return what the rules give on every report in one file, or why it cannot be read."""
    try:
        return FileChecked(file, tuple(_sheet(_checked(one, task), task) for one in open_reports(file, catalogue())))
    except (FileRefused, ImportRefused) as why:
        return FileChecked(file, refused=str(why))


def _sheet(checked: Checked, task: Task) -> Sheet:
    counts = Counter(finding.level for finding in checked.result.findings)
    return Sheet(
        checked.opened.name,
        task.show(checked),
        {level: counts[level] for level in Level},
        checked.earlier is not None,
        checked.left_out,
        checked if task.keeps else None,
    )


def _checked(opened: Opened, task: Task) -> Checked:
    earlier = earlier_of(opened.report, task.earlier)
    result = check(opened.report, catalogue(), earlier, settings=task.settings)
    findings, known = left_out(result.findings, task.baseline.known(opened))
    findings, waived = _portable(findings), _portable(result.waived)
    return Checked(opened, replace(result, findings=findings, waived=waived), earlier, known)


def _portable(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings whose fixes are told but not carried along: a function made in a rule stays in its process."""
    return tuple(
        replace(finding, fix=replace(finding.fix, apply=_unchanged)) if finding.fix else finding for finding in findings
    )


def _unchanged(report: Report) -> Report:
    return report


def reports_of(files: Iterable[FileChecked]) -> Iterator[Sheet]:
    """Yield the reports of all files that could be read, in order."""
    for file in files:
        yield from file.reports
