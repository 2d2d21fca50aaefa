"""Brings in a report from a file to be read beside the one that is written."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from avstamt.domain.report import Report
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.earlier import EARLIER_KINDS, read_earlier
from avstamt.ui.jobs import Job


class Picker(QObject):
    """Asks for a file and reads it. `picked` carries the document it holds, `refused` why it cannot be shown.

    The document is nobody's to change: it is not among the open ones, has no lock and is never saved.
    """

    picked = Signal(object)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent

    def ask(self) -> None:
        """Ask for a file, and read it beside the window."""
        here = self._desk.document.path
        folder = str(here.parent) if here is not None else ""
        path, _kind = QFileDialog.getOpenFileName(self._window, "Visa en rapport bredvid", folder, EARLIER_KINDS)
        if not path:
            return
        catalogue, organisation = self._desk.catalogue, self._desk.document.report.organisation
        job = Job(partial(read_earlier, Path(path), lambda: catalogue, organisation), self)
        job.done.connect(partial(self._take, Path(path)))
        job.refused.connect(self._refuse)
        job.start()

    def _take(self, path: Path, report: Report) -> None:
        self.picked.emit(Document(report, path=path, parent=self))

    def _refuse(self, refusal: Exception) -> None:
        self.refused.emit(str(refusal))
