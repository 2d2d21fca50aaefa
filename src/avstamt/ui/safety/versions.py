"""The older versions of a report, by date, with what differs from what it is now."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from avstamt.domain.report import Report
from avstamt.storage.backups import Backup, backups_of, moment_in_words
from avstamt.storage.file import read
from avstamt.storage.refused import FileRefused
from avstamt.storage.rescue import never_saved
from avstamt.ui.document import Document
from avstamt.ui.look import Look
from avstamt.ui.safety.choosing import ChoosingDialog
from avstamt.ui.words import count

_ABOUT = "Varje gång du sparar läggs det som stod i filen före undan här, och likaså det du har valt att inte spara."
_SAME = "Ingenting har ändrats sedan dess."


class VersionsDialog(ChoosingDialog):
    """Lists the backups of a document's file. The signals carry the report of the chosen one."""

    opened = Signal(object)
    restored = Signal(object)

    def __init__(self, look: Look, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(look, "Äldre versioner", _ABOUT, parent)
        self._document = document
        own = backups_of(document.path) if document.path is not None else ()
        others = backups_of(never_saved())
        self._versions: list[Backup] = [*own, *others]
        self.open_button = self.button("Öppna som egen rapport")
        self.restore = self.button("Återställ i rapporten", "primary")
        self.leave = self.button("Stäng")
        self.open_button.clicked.connect(self._open)
        self.restore.clicked.connect(self._restore)
        self.leave.clicked.connect(self.reject)
        now = dt.datetime.now().astimezone()
        for moment in _moments(own, now):
            self.add_row(moment)
        for moment in _moments(others, now):
            self.add_row(f"{moment}\nosparad rapport")
        if not self._versions:
            self.show_empty("Här finns inga äldre versioner än. Den första läggs hit när du sparar nästa gång.")
            self.open_button.hide()
            self.restore.hide()
        for button in (self.open_button, self.restore):
            button.setEnabled(False)
        self.list.setCurrentRow(0)

    def show_row(self, row: int) -> None:
        """Show what has changed since the chosen version."""
        report = self._report(row)
        self.open_button.setEnabled(report is not None)
        self.restore.setEnabled(False)
        if report is None:
            self.heading.setText("Versionen går inte att läsa." if 0 <= row < len(self._versions) else "")
            self.comparison.say("")
            self.comparison.hide()
            return
        places = self.comparison.compare(report, self._document.report)
        self.restore.setEnabled(bool(places) and not self._document.read_only)
        self.heading.setText(f"Sedan dess har {count(places, 'ställe', 'ställen')} ändrats:" if places else _SAME)
        self.comparison.setVisible(bool(places))

    def _report(self, row: int) -> Report | None:
        if not 0 <= row < len(self._versions):
            return None
        try:
            return read(self._versions[row].path)
        except FileRefused:
            return None

    def _open(self) -> None:
        self.opened.emit(self._report(self.list.currentRow()))
        self.accept()

    def _restore(self) -> None:
        self.restored.emit(self._report(self.list.currentRow()))
        self.accept()


def _moments(versions: Sequence[Backup], now: dt.datetime) -> list[str]:
    """Return when each version was put aside in words, with seconds where others are of the same minute."""
    said = [moment_in_words(version.when, now).capitalize() for version in versions]
    return [
        f"{moment}.{version.when.second:02}" if said.count(moment) > 1 else moment
        for moment, version in zip(said, versions, strict=True)
    ]
