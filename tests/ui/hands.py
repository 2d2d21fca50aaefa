"""The hands of a scripted user: the one works with the pointer, the other with the keyboard alone.

Both know a thing by the name a screen reader says of it, send real events to the windows, and never call what lies
behind a widget. Text is sent letter by letter as a keyboard does, å, ä and ö too.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QRadioButton,
    QTreeView,
    QWidget,
)
from tests.ui.asking import when_asked

_PATIENCE = 15.0
_STEPS = 90
_NOTCH = 60
_UPRIGHT = False
_LEFT = Qt.MouseButton.LeftButton
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


class Pointer(Hands):
    """Clicks on what it sees, scrolls to what it does not see, and types."""

    def begin(self) -> None:
        self.press("Ny rapport")

    def command(self, command: Command) -> None:
        come_back()
        bar = front().findChild(QMenuBar)
        assert bar is not None
        head = next(one for one in bar.actions() if one.text().replace("&", "") == command.menu)
        QTest.mouseClick(bar, _LEFT, _NONE, bar.actionGeometry(head).center())
        self.pick(command.words)
        come_back()

    def press(self, name: str) -> None:
        self._click(self._find(name))

    def into(self, name: str) -> None:
        self._click(self._find(name))

    def choose(self, name: str) -> None:
        self._click(self._find(name))

    def part(self, title: str) -> None:
        tree = next(one for one in front().findChildren(QTreeView) if one.isVisible())
        self._click_row(tree, title)

    def add(self, what: str) -> None:
        self.asked(lambda: self.press("Lägg till en del"), lambda: self.pick(what))

    def finding(self, words: str) -> None:
        view = self._find("Anmärkningar")
        assert isinstance(view, QAbstractItemView)
        wait(words, lambda: _rows(view, words))
        self._click_row(view, words)

    def mark(self) -> None:
        editor = QApplication.focusWidget()
        assert isinstance(editor, QAbstractScrollArea)
        at = editor.cursorRect().center() - QPoint(2 * editor.fontMetrics().averageCharWidth(), 0)
        QTest.mouseDClick(editor.viewport(), _LEFT, _NONE, at)

    def pick(self, words: str) -> None:
        """Choose in the open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(one for one in menu.actions() if one.text().replace("&", "") == words)
        QTest.mouseClick(menu, _LEFT, _NONE, menu.actionGeometry(action).center())

    def _find(self, name: str) -> QWidget:
        found: list[QWidget] = []

        def look() -> bool:
            found[:] = [
                one
                for one in front().findChildren(QWidget)
                if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and _is_called(one, name)
            ]
            return bool(found)

        wait(name, look)
        return found[0]

    def _click(self, widget: QWidget) -> None:
        area = _area_of(widget)
        for _ in range(_STEPS):
            at = widget.rect().center()
            if area is None or _is_in_sight(widget, at, area):
                break
            below = widget.mapTo(area.viewport(), at).y() > area.viewport().height() // 2
            _wheel(area, -1 if below else 1)
        target = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        if isinstance(widget, QRadioButton):
            at = QPoint(12, at.y())
        QTest.mouseClick(target, _LEFT, _NONE, at)
        QApplication.processEvents()

    def _click_row(self, view: QAbstractItemView, words: str) -> None:
        (index, *_more) = _rows(view, words)
        for _ in range(_STEPS):
            at = view.visualRect(index).center()
            if view.viewport().rect().contains(at):
                break
            _wheel(view, -1 if at.y() > 0 else 1)
        QTest.mouseClick(view.viewport(), _LEFT, _NONE, at)
        QApplication.processEvents()


class Keyboard(Hands):
    """Never touches the pointer: goes by Tab, arrows and the keys of the menus."""

    def begin(self) -> None:
        self.key("Ctrl+N")

    def command(self, command: Command) -> None:
        self.key(command.keys)

    def press(self, name: str) -> None:
        self.into(name)
        self.key("Space")

    def into(self, name: str) -> None:
        self._go("Tab", lambda one: _is_called(one, name), name)

    def choose(self, name: str) -> None:
        self._go("Tab", lambda one: isinstance(one, QRadioButton) and name in map(called, one.group().buttons()), name)
        for _ in range(_STEPS):
            focused = QApplication.focusWidget()
            assert isinstance(focused, QRadioButton)
            if called(focused) == name:
                break
            wanted = next(one for one in focused.group().buttons() if called(one) == name)
            self.key(_arrow(wanted.geometry().center() - focused.geometry().center()))
        if not focused.isChecked():
            self.key("Space")

    def part(self, title: str) -> None:
        self.key("Ctrl+P")
        self.type(title)
        self.key("Return")

    def add(self, what: str) -> None:
        self.asked(lambda: self.key("Ctrl+Shift+A"), lambda: self.pick(what))

    def finding(self, words: str) -> None:
        self._go("F6", lambda one: called(one) == "Anmärkningar", "anmärkningarna")
        view = QApplication.focusWidget()
        assert isinstance(view, QAbstractItemView)
        wait(words, lambda: _rows(view, words))
        self.key("Home")
        for _ in range(_STEPS):
            if view.currentIndex() in _rows(view, words):
                return
            self.key("Down")
        raise AssertionError(f"Pilarna kommer inte till ”{words}”")

    def mark(self) -> None:
        self.key("Left")
        self.key("Ctrl+Shift+Left")

    def pick(self, words: str) -> None:
        """Choose in the open menu."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in range(_STEPS):
            self.key("Down")
            if menu.activeAction().text().replace("&", "") == words:
                break
        self.key("Return")

    def _go(self, keys: str, is_there: Callable[[QWidget], bool], name: str) -> None:
        passed: list[str] = []
        for _ in range(_STEPS):
            focused = QApplication.focusWidget()
            if focused is not None and is_there(focused):
                return
            passed.append(called(focused))
            self.key(keys)
        raise AssertionError(f"{keys} kommer inte till ”{name}”, bara till {passed}")


def _arrow(way: QPoint) -> str:
    """Return the arrow that leads one way: first up or down, then sideways."""
    if abs(way.y()) > abs(way.x()) // 4:
        return "Down" if way.y() > 0 else "Up"
    return "Right" if way.x() > 0 else "Left"


def _is_called(widget: QWidget, name: str) -> bool:
    """Tell whether a widget has a name, whatever keys stand after it."""
    said = called(widget)
    return said == name or said.startswith(f"{name} (")


def _rows(view: QAbstractItemView, words: str) -> list[QModelIndex]:
    """Return the rows of a list or tree that a screen reader reads with these words."""
    model = view.model()

    def below(parent: QModelIndex) -> list[QModelIndex]:
        rows = [model.index(row, 0, parent) for row in range(model.rowCount(parent))]
        return [index for row in rows for index in (row, *below(row))]

    said = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.DisplayRole)
    every = below(QModelIndex())
    return [index for index in every if any(words in str(index.data(role) or "") for role in said)]


def _area_of(widget: QWidget) -> QAbstractScrollArea | None:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            return above
        above = above.parentWidget()
    return None


def _is_in_sight(widget: QWidget, at: QPoint, area: QAbstractScrollArea) -> bool:
    return area.viewport().rect().contains(widget.mapTo(area.viewport(), at))


def _wheel(area: QAbstractScrollArea, notches: int) -> None:
    viewport = area.viewport()
    at = QPointF(viewport.rect().center())
    turned = QPoint(0, notches * _NOTCH)
    QApplication.sendEvent(
        viewport,
        QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at.toPoint())), QPoint(), turned, Qt.MouseButton.NoButton, _NONE,
            Qt.ScrollPhase.NoScrollPhase, _UPRIGHT,
        ),
    )  # fmt: skip
    QApplication.processEvents()
