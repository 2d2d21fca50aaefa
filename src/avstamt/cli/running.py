"""Runs the rules on many files: one after the other when they are few, else in parallel, with the same results."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path
from typing import TextIO

from avstamt.cli.comparing import Baseline, earlier_of, left_out
from avstamt.cli.reading import Opened, open_reports
from avstamt.domain.finding import Finding
from avstamt.domain.report import Report
from avstamt.importers.model import ImportRefused
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.engine import Result, check
from avstamt.storage.file import FileRefused
from avstamt.templates.catalogue import catalogue

FEW = 8
"""So many files are checked sooner by one process than it takes to start several."""


@dataclass(frozen=True, slots=True)
class Task:
    """What every file is held against: the reports to compare with, an earlier review, and the user's settings."""

    earlier: tuple[Report, ...] = ()
    baseline: Baseline = field(default_factory=Baseline)
    settings: CheckSettings = field(default_factory=CheckSettings)


@dataclass(frozen=True, slots=True)
class Checked:
    """A report with what the rules gave on it; `left_out` counts what an earlier review had already."""

    opened: Opened
    result: Result
    earlier: Report | None = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class FileChecked:
    """One file: its reports, or why it was refused."""

    file: Path
    reports: tuple[Checked, ...] = ()
    refused: str = ""


class Interrupted(Exception):
    """The user stopped the run; the message says how far it came."""


def check_all(files: Sequence[Path], task: Task, *, few: int = FEW, out: TextIO | None = None) -> list[FileChecked]:
    """Return what the rules give on every file, in the order of `files`; raises Interrupted on Ctrl+C."""
    progress = Progress(len(files), out or sys.stderr)
    try:
        if len(files) <= few or (os.cpu_count() or 1) == 1:
            return [progress.counted(check_file(file, task)) for file in files]
        return _in_parallel(files, task, progress.counted)
    except KeyboardInterrupt:
        raise Interrupted(f"Granskningen avbröts efter {progress.done} av {len(files)} rapporter.") from None
    finally:
        progress.clear()


def check_file(file: Path, task: Task) -> FileChecked:
    """Return what the rules give on every report in one file, or why it cannot be read."""
    try:
        return FileChecked(file, tuple(_checked(one, task) for one in open_reports(file, catalogue())))
    except (FileRefused, ImportRefused) as why:
        return FileChecked(file, refused=str(why))


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


def _in_parallel(files: Sequence[Path], task: Task, counted: Callable[[FileChecked], FileChecked]) -> list[FileChecked]:
    workers = min(os.cpu_count() or 1, len(files))
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(task,))
    try:
        with _deaf():
            futures: list[Future[FileChecked]] = [pool.submit(_work, file) for file in files]
        with _seldom_collecting():
            for future in as_completed(futures):
                counted(future.result())
        return [future.result() for future in futures]
    except BrokenProcessPool:  # a worker was ended from outside: there is time to do it alone
        return [check_file(file, task) for file in files]
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _deaf() -> Iterator[None]:
    """Pass over Ctrl+C while workers are started, so that they are born deaf to it."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_ALLOCATIONS, _YOUNG, _OLDER = 100_000, 20, 50


@contextmanager
def _seldom_collecting() -> Iterator[None]:
    """Look for garbage seldom while reports are fetched: they are kept, and every look would go through all of them."""
    before = gc.get_threshold()
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _OLDER)
    try:
        yield
    finally:
        gc.set_threshold(*before)


_task = Task()


def _begin(task: Task) -> None:
    """Prepare a worker: what all files are held against is sent once; Ctrl+C is the main process's to answer."""
    global _task  # noqa: PLW0603 - a worker has no other place for what it is given at its start
    _task = task
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()  # reports are trees without cycles: looking for garbage less often saves a tenth of the time
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _OLDER)


def _work(file: Path) -> FileChecked:
    return check_file(file, _task)


class Progress:
    """Says on a terminal how many reports are done: "12 av 40 rapporter …"; silent elsewhere and for a single file."""

    def __init__(self, total: int, out: TextIO) -> None:
        self.done = 0
        self._total = total
        self._out = out
        self._shown = total > 1 and out.isatty()

    def counted(self, one: FileChecked) -> FileChecked:
        """Count a file as done, show it, and return it."""
        self.done += 1
        self._write(f"{self.done} av {self._total} rapporter …")
        return one

    def clear(self) -> None:
        """Take the line away."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._shown:
            self._out.write(f"\r\x1b[K{text}")
            self._out.flush()


def reports_of(files: Iterable[FileChecked]) -> Iterator[Checked]:
    """Yield the reports of all files that could be read, in order."""
    for file in files:
        yield from file.reports
