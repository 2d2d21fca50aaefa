"""What the hands of a scripted user have in common: the one works with the pointer, the other with the keyboard alone.

Both know a thing by the name a screen reader says of it, send real events to the windows, and never call what lies
behind a widget. Text is sent letter by letter as a keyboard does, å, ä and ö too.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QWidget,
)
from tests.ui.asking import when_asked

_PATIENCE = 15.0
STEPS = 90
_NONE = Qt.KeyboardModifier.NoModifier


def wait(what: str, is_so: Callable[[], object]) -> None:
    """Let the program work until something is so."""
    end = time.monotonic() + _PATIENCE
    while not is_so():
        assert time.monotonic() < end, f"Väntade förgäves på {what}, med fokus i ”{called(QApplication.focusWidget())}”"
        QApplication.processEvents()
        time.sleep(0.002)


def called(widget: QWidget | None) -> str:
    """Return the name that a screen reader says of a widget."""
    found = QAccessible.queryAccessibleInterface(widget) if widget is not None else None
    return found.text(QAccessible.Text.Name).strip("\u2009 ") if found is not None else ""


def front() -> QWidget:
    """Return the window that takes events: an open question, else the active window."""
    found = QApplication.activeModalWidget() or QApplication.activeWindow()
    assert found is not None
    return found


def come_back() -> None:
    """Make the window active again when a question is closed, as every screen does; without one nobody sees to it."""
    QApplication.processEvents()
    active = QApplication.activeWindow()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    if shown and active not in shown:
        shown[0].activateWindow()
        wait("fönstret", lambda: QApplication.activeWindow() not in (None, active))


class Command(NamedTuple):
    """A command: the menu it stands in, its words there and its keys."""

    menu: str
    words: str
    keys: str


class Hands:
    """What is done alike by both hands."""

    def type(self, text: str) -> None:
        """Type into whatever has the focus."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
                QApplication.sendEvent(QGuiApplication.focusWindow(), QKeyEvent(kind, key, _NONE, letter))
        QApplication.processEvents()

    def key(self, keys: str) -> None:
        """Press keys together, as in "Ctrl+S"."""
        come_back()
        pressed = QKeySequence(keys)[0]
        QTest.keyClick(QGuiApplication.focusWindow(), pressed.key(), pressed.keyboardModifiers())
        QApplication.processEvents()

    def asked(self, deed: Callable[[], None], answer: Callable[[], None]) -> None:
        """Do what opens a question or a menu, and answer it."""
        when_asked(answer)
        deed()
        come_back()

    def begin(self) -> None:
        """Ask for a new report."""
        raise NotImplementedError

    def command(self, command: Command) -> None:
        """Give a command that stands in a menu and has keys."""
        raise NotImplementedError

    def press(self, name: str) -> None:
        """Press a button."""
        raise NotImplementedError

    def into(self, name: str) -> None:
        """Put the focus in a field."""
        raise NotImplementedError

    def choose(self, name: str) -> None:
        """Choose one of a few."""
        raise NotImplementedError

    def part(self, title: str) -> None:
        """Go to a part of the report."""
        raise NotImplementedError

    def add(self, what: str) -> None:
        """Add something below the part that is shown."""
        raise NotImplementedError

    def finding(self, words: str) -> None:
        """Lay the finding open that says this."""
        raise NotImplementedError

    def mark(self) -> None:
        """Mark the last word before the last full stop, where the caret stands after it."""
        raise NotImplementedError


def is_called(widget: QWidget, name: str) -> bool:
    """Tell whether a widget has a name, whatever keys stand after it."""
    said = called(widget)
    return said == name or said.startswith(f"{name} (")


def rows_saying(view: QAbstractItemView, words: str) -> list[QModelIndex]:
    """Return the rows of a list or tree that a screen reader reads with these words."""
    model = view.model()

    def below(parent: QModelIndex) -> list[QModelIndex]:
        rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        return [index for row in rows for index in (row, *below(row))]

    said = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    every = below(QModelIndex())
    return [index for index in every if any(words in str(index.data(role) or "") for role in said)]
