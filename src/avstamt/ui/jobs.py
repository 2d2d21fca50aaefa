"""Work that takes a while, done beside the window: opening, importing, exporting."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from avstamt.export.refused import ExportRefused
from avstamt.importers.model import ImportRefused
from avstamt.storage.refused import FileRefused

REFUSALS = (FileRefused, ImportRefused, ExportRefused)
"""What work may be refused with: each says in a Swedish sentence what the user can do."""


class Job(QObject):
    """One piece of work. It ends with `done` (and what it made) or `refused` (and why); `cancel` keeps both away."""

    done = Signal(object)
    refused = Signal(object)
    ended = Signal()
    _finished = Signal(object, object)

    def __init__(self, work: Callable[[], Any], parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._is_cancelled = False
        self._finished.connect(self._end)

    def start(self) -> None:
        """Begin the work in a thread of its own."""
        QThreadPool.globalInstance().start(_Runner(self))

    def cancel(self) -> None:
        """Take no notice of what the work gives."""
        self._is_cancelled = True

    def run(self) -> None:
        """Do the work in the thread that calls."""
        made: object = None
        refusal: object = None
        try:
            made = self._work()
        except REFUSALS as error:
            refusal = error
        finally:
            with suppress(RuntimeError):  # the window was closed meanwhile, and this with it
                self._finished.emit(made, refusal)

    def _end(self, made: object, refusal: object) -> None:
        if not self._is_cancelled:
            if refusal is not None:
                self.refused.emit(refusal)
            elif made is not None:
                self.done.emit(made)
        self.ended.emit()
        self.deleteLater()


class _Runner(QRunnable):
    """Takes a job to a thread of the pool."""

    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Do the job."""
        self._job.run()
