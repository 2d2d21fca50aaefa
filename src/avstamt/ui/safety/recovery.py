"""What was written but not saved when the program ended, offered at the next start."""

from __future__ import annotations

import datetime as dt
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from avstamt.storage.backups import moment_in_words
from avstamt.storage.file import Found, find
from avstamt.storage.refused import FileRefused
from avstamt.storage.rescue import Rescue, put_away
from avstamt.ui.look import Look
from avstamt.ui.safety.choosing import ChoosingDialog
from avstamt.ui.words import count

_ABOUT = (
    "Programmet avslutades innan allt var sparat. Inget av valen förstör något: "
    "det du inte behåller läggs bland rapportens äldre versioner."
)


class RecoveryDialog(ChoosingDialog):
    """Lists the rescue copies. `restored` carries a copy, the report in it and what its file holds (None: no file)."""

    restored = Signal(object, object, object)

    def __init__(self, look: Look, found: tuple[Rescue, ...], parent: QWidget | None = None) -> None:
        super().__init__(look, "Text som inte blev sparad", _ABOUT, parent)
        self._rescues = list(found)
        self.restore = self.button("Återställ", "primary")
        self.keep_file = self.button("Behåll filen")
        self.later = self.button("Bestäm senare")
        self.restore.clicked.connect(self._restore)
        self.keep_file.clicked.connect(self._keep_file)
        self.later.clicked.connect(self.reject)
        now = dt.datetime.now().astimezone()
        for rescue in self._rescues:
            when = moment_in_words(rescue.note.when.astimezone(), now)
            where = rescue.note.original.name if rescue.note.original else "inte sparad i någon fil"
            self.add_row(f"{rescue.note.name}\n{where}, {when}")
        self.list.setCurrentRow(0)

    def show_row(self, row: int) -> None:
        """Show what the copy holds that the file does not."""
        if not 0 <= row < len(self._rescues):
            return
        rescue = self._rescues[row]
        written = _found(rescue.copy_path)
        self.restore.setEnabled(written is not None)
        if written is None:
            self.heading.setText("Räddningskopian går inte att läsa.")
            self.comparison.say("")
            return
        stored = _stored(rescue)
        self.keep_file.setText("Behåll filen" if stored is not None else "Lägg undan texten")
        if stored is None:
            self.heading.setText("Texten finns inte i någon fil.")
            self.comparison.tell(written.report)
            return
        places = self.comparison.compare(stored.report, written.report)
        self.heading.setText(f"Skiljer sig från filen på {count(places, 'ställe', 'ställen')}:")

    def _restore(self) -> None:
        rescue = self._rescues[self.list.currentRow()]
        written = _found(rescue.copy_path)
        if written is not None:
            self.restored.emit(rescue, written.report, _stored(rescue))
            self._leave_row()

    def _keep_file(self) -> None:
        with suppress(OSError):  # what cannot be moved stays where it is, and is offered again
            put_away(self._rescues[self.list.currentRow()])
        self._leave_row()

    def _leave_row(self) -> None:
        row = self.list.currentRow()
        del self._rescues[row]
        self.list.takeItem(row)
        if not self._rescues:
            self.accept()
        else:
            self.show_row(self.list.currentRow())


def _stored(rescue: Rescue) -> Found | None:
    return _found(rescue.note.original) if rescue.note.original is not None else None


def _found(path: Path) -> Found | None:
    try:
        return find(path)
    except FileRefused:
        return None
