"""Does one piece of work on many files: one after the other when they are few, else in parallel, with the same results."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TextIO, TypeVar

Done = TypeVar("Done")

FEW = 8
"""So many files are done sooner by one process than it takes to start several."""


class Interrupted(Exception):
    """The user stopped the run; the message says how far it came."""


def on_each(
    files: Sequence[Path], work: Callable[[Path], Done], what: str, *, few: int = FEW, out: TextIO | None = None
) -> list[Done]:
    """Return what the work gives on every file, in the order of `files`; raises Interrupted on Ctrl+C.

    The work is pickled once for each process, with all that it holds. `what` is its name in the sentence that says
    that it was stopped: "Granskningen".
    """
    progress = Progress(len(files), out or sys.stderr)
    try:
        if len(files) <= few or (os.cpu_count() or 1) == 1:
            return [progress.counted(work(file)) for file in files]
        return _in_parallel(files, work, progress)
    except KeyboardInterrupt:
        raise Interrupted(f"{what} avbröts efter {progress.done} av {len(files)} rapporter.") from None
    finally:
        progress.clear()


def _in_parallel(files: Sequence[Path], work: Callable[[Path], Done], progress: Progress) -> list[Done]:
    workers = min(os.cpu_count() or 1, len(files))
    pool = ProcessPoolExecutor(workers, mp_context=get_context(_way()), initializer=_begin, initargs=(work,))
    try:
        with _deaf():
            futures: list[Future[Done]] = [pool.submit(_work, file) for file in files]
        with _seldom_collecting():
            for future in as_completed(futures):
                progress.counted(future.result())
        return [future.result() for future in futures]
    except BrokenProcessPool:  # a worker was ended from outside: there is time to do it alone
        return [work(file) for file in files]
    finally:
        pool.shutdown(cancel_futures=True)


def _way() -> str:
    """Return how workers are started: on Linux as copies of this process, which has all that they need read already.

    A process with several threads is never copied, for one of them may hold a lock; elsewhere no process is.
    """
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


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


_given: list[Callable[[Path], Any]] = []


def _begin(work: Callable[[Path], Any]) -> None:
    """Prepare a worker: the work is sent once; Ctrl+C is the main process's to answer."""
    _given[:] = [work]
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Reports are trees without cycles: looking for garbage less often saves a tenth of the time.
    gc.set_threshold(_ALLOCATIONS, _YOUNG, _OLDER)


def _work(file: Path) -> Any:
    return _given[0](file)


class Progress:
    """Says on a terminal how many reports are done: "12 av 40 rapporter …"; silent elsewhere and for a single file."""

    def __init__(self, total: int, out: TextIO) -> None:
        self.done = 0
        self._total = total
        self._out = out
        self._shown = total > 1 and out.isatty()

    def counted(self, one: Done) -> Done:
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
