"""Which parts the outline shows: all, those left to do or those with findings, and those that hold some words."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.progress import parts_left
from avstamt.domain.report import Report
from avstamt.ui.chooser import Chooser
from avstamt.ui.labels import IconButton, Label, small
from avstamt.ui.look import Look
from avstamt.ui.outline.entries import Entry
from avstamt.ui.outline.model import COUNTS_ROLE, OutlineModel
from avstamt.ui.outline.view import OutlineView
from avstamt.ui.words import count


class Sift(Enum):
    """Which parts are wanted."""

    ALL = "Alla delar"
    LEFT = "Kvar att göra"
    REMARKED = "Med anmärkning"


_NONE_OF = {
    Sift.ALL: "Ingen del har de orden i rubriken.",
    Sift.LEFT: "Inget är kvar att göra: alla delar är klarmarkerade.",
    Sift.REMARKED: "Ingen del har någon anmärkning.",
}


class SieveBar(QWidget):
    """The choice above the outline, and a line for words that is shown when it is asked for. `changed` tells of both."""

    changed = Signal()
    left = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = Chooser(look, self)
        self.choice.addItems([sift.value for sift in Sift])
        self.choice.setAccessibleName("Vilka delar som visas")
        self.seek = IconButton(look, "search", "Sök bland delarna", self)
        self.seek.setCheckable(True)
        self.words = QLineEdit(self)
        self.words.setAccessibleName("Ord i rubriken")
        self.words.installEventFilter(self)
        self.words.hide()
        self.said = Label(look, "", small, "quiet", self)
        self.said.hide()
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.choice, 1)
        row.addWidget(self.seek)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.words)
        layout.addWidget(self.said)
        self.choice.activated.connect(self.changed)
        self.words.textChanged.connect(self.changed)
        self.seek.toggled.connect(self._show_words)

    @property
    def sift(self) -> Sift:
        """Return which parts are wanted."""
        return tuple(Sift)[self.choice.currentIndex()]

    def say(self, sentence: str) -> None:
        """Say how many parts are shown; nothing where all are."""
        self.said.setText(sentence)
        self.said.setVisible(bool(sentence))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let Escape end the search, and Enter and the arrow down go on to the parts."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.seek.setChecked(False)
        elif event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.left.emit()
        return True

    def _show_words(self, is_shown: bool) -> None:
        self.words.setVisible(is_shown)
        if is_shown:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.words.clear()


class Sieve(QObject):
    """Shows in the outline what its bar asks for. The chosen part is always shown, and so is what it lies in."""

    def __init__(self, bar: SieveBar, view: OutlineView, model: OutlineModel, report: Callable[[], Report]) -> None:
        super().__init__(view)
        self._bar = bar
        self._view = view
        self._model = model
        self._report = report
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.apply)
        bar.changed.connect(self.apply)
        bar.left.connect(self._go_to_parts)
        for signal in (model.modelReset, model.dataChanged, view.chosen):
            signal.connect(self._apply_soon)

    @property
    def is_at_work(self) -> bool:
        """Tell whether some parts may be left out."""
        return self._bar.sift is not Sift.ALL or bool(self._bar.words.text().strip())

    def apply(self) -> None:
        """Show what is asked for, as the report is now."""
        if not self.is_at_work:
            self._view.show_only(None)
            self._bar.say("")
            return
        places = self._model.places()
        wanted = self._wanted(places)
        self._view.show_only({self._view.place, *wanted})
        shown = f"Visar {count(len(wanted), 'del', 'delar')}."
        self._bar.say(shown if wanted else _NONE_OF[Sift.ALL if self._bar.words.text().strip() else self._bar.sift])

    def _wanted(self, places: list[Place]) -> list[Place]:
        words = self._bar.words.text().casefold().split()
        found = [place for place in places if _says(self._model.entry(self._model.index_of(place)), words)]
        if self._bar.sift is Sift.LEFT:
            left = set(parts_left(self._report()))
            return [place for place in found if place in left]
        if self._bar.sift is Sift.REMARKED:
            return [place for place in found if self._model.index_of(place).data(COUNTS_ROLE)]
        return found

    def _apply_soon(self) -> None:
        if self.is_at_work:
            self._soon.start()

    def _go_to_parts(self) -> None:
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)


def _says(entry: Entry, words: list[str]) -> bool:
    title = entry.words.casefold()
    return all(word in title for word in words)
