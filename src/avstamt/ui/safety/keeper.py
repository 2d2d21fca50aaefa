"""Keeps rescue copies of what is not saved: every minute, beside the window, and at once when the program fails."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from avstamt.domain.base import new_id
from avstamt.domain.report import Report
from avstamt.storage.format import dump
from avstamt.storage.rescue import (
    Rescue,
    RescueNote,
    drop_rescue,
    keep_unsaved,
    rescue_folder,
    rescues,
    write_rescue,
)
from avstamt.ui.document import Document
from avstamt.ui.jobs import Job

MINUTE_MS = 60_000
_FAILED = (
    "Räddningskopian kan inte skrivas i mappen {folder}. Disken kan vara full, eller mappen skrivskyddad. "
    "Spara själv med Ctrl+S så länge. Ett nytt försök görs varje minut."
)


@dataclass(frozen=True, slots=True)
class _Try:
    """A copy that was written, or where the disk did not take it."""

    copy: Path
    fault: bool = False


class RescueKeeper(QObject):
    """The rescue copies of one run of the program. A copy goes away when its document is saved or closed.

    `failed` carries a sentence when copies can no longer be written: once, until one is written again.
    """

    failed = Signal(str)

    def __init__(
        self, documents: Callable[[], list[Document]], folder: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder = folder or rescue_folder()
        self._documents = documents
        self._run = new_id("run")
        self._lock: QLockFile | None = None
        self._tokens: dict[Document, str] = {}
        self._kept: dict[Document, Report] = {}
        self._under_way: dict[str, tuple[Document, Report]] = {}
        self._is_failing = False
        self.timer = QTimer(self)
        self.timer.setInterval(MINUTE_MS)
        self.timer.timeout.connect(self.keep)
        self.timer.start()

    def keep(self) -> None:
        """Write a copy of what has changed since the last one, in a thread of its own."""
        for document, write in self._to_write():
            self._under_way[self._tokens[document]] = document, document.report
            job = Job(write, self)
            job.done.connect(self._settle)
            job.start()

    def keep_now(self) -> list[Path]:
        """Write the copies before returning, and return those of all unsaved documents; one that fails stops no other."""
        for document, write in self._to_write():
            if not write().fault:
                self._kept[document] = document.report
        return [copy for document in self._kept if (copy := self._copy(document)) is not None and copy.exists()]

    def follow(self, document: Document) -> None:
        """Let go of a document's copy as soon as it is saved."""
        document.state_changed.connect(self._drop_saved)

    def forget(self, document: Document) -> None:
        """Put what was never saved of a document among its older versions, and let go of its rescue copy."""
        if document.is_modified and not document.read_only:
            now = dt.datetime.now().astimezone()
            with suppress(OSError):
                keep_unsaved(dump(document.report), document.path, now)
        self._drop(document)

    def left_behind(self) -> tuple[Rescue, ...]:
        """Return the rescue copies of runs that have ended without saving or asking."""
        found = rescues(self.folder)
        living = {run for run in {rescue.note.run for rescue in found} if self._lives(run)}
        return tuple(rescue for rescue in found if rescue.note.run not in living)

    def end(self) -> None:
        """Say that this run is over: what it has left may be offered."""
        self.timer.stop()
        if self._lock is not None:
            self._lock.unlock()

    def _to_write(self) -> list[tuple[Document, Callable[[], _Try]]]:
        """Return the documents that have changed since their last copy, each with what writes one."""
        self._begin()
        found: list[tuple[Document, Callable[[], _Try]]] = []
        for document in self._documents():
            if not document.is_modified or document.read_only or self._kept.get(document) is document.report:
                continue
            token = self._tokens.setdefault(document, new_id("text"))
            found.append((document, partial(_write, self.folder, token, document.report, self._note(document))))
        return found

    def _note(self, document: Document) -> RescueNote:
        now = dt.datetime.now().astimezone()
        stored = document.stored.mark if document.stored else ""
        return RescueNote(name=document.name, original=document.path, stored=stored, when=now, run=self._run)

    def _begin(self) -> None:
        """Lock this run's own file, by which others can tell whether it lives; a disk that refuses is tried again."""
        if self._lock is None:
            with suppress(OSError):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            lock = self._run_lock(self._run)
            if lock.tryLock(0):
                self._lock = lock

    def _lives(self, run: str) -> bool:
        if not run or run == self._run:
            return bool(run)
        lock = self._run_lock(run)
        if lock.tryLock(0):
            lock.unlock()
            return False
        return True

    def _run_lock(self, run: str) -> QLockFile:
        lock = QLockFile(str(self.folder / f"{run}.lock"))
        lock.setStaleLockTime(0)
        return lock

    def _copy(self, document: Document) -> Path | None:
        token = self._tokens.get(document)
        return self.folder / f"{token}.avst" if token else None

    def _settle(self, done: _Try) -> None:
        """Take note of a copy that is written, or take it away where its document was saved meanwhile."""
        copy = done.copy
        written = self._under_way.pop(copy.stem, None)
        self._tell(done)
        if done.fault:
            return
        if copy.stem not in self._tokens.values():
            with suppress(OSError):
                drop_rescue(copy)
        elif written is not None:
            self._kept[written[0]] = written[1]

    def _tell(self, done: _Try) -> None:
        if done.fault and not self._is_failing:
            self.failed.emit(_FAILED.format(folder=self.folder))
        self._is_failing = done.fault

    def _drop_saved(self) -> None:
        for document in [one for one in self._tokens if not one.is_modified]:
            self._drop(document)

    def _drop(self, document: Document) -> None:
        copy = self._copy(document)
        self._tokens.pop(document, None)
        self._kept.pop(document, None)
        if copy is not None:
            with suppress(OSError):
                drop_rescue(copy)


def _write(folder: Path, token: str, report: Report, note: RescueNote) -> _Try:
    """Write a copy; where the disk does not take it, the next minute tries again."""
    try:
        return _Try(write_rescue(folder, token, report, note))
    except OSError:
        return _Try(folder / f"{token}.avst", fault=True)
