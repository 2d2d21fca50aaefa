"""The hands of a scripted user who works with the pointer, and types."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
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
from tests.ui.hands import STEPS, Command, Hands, come_back, front, is_called, rows_saying, wait

_NOTCH = 60
_UPRIGHT = False
_LEFT = Qt.MouseButton.LeftButton
_NONE = Qt.KeyboardModifier.NoModifier


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
        wait(words, lambda: rows_saying(view, words))
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
                if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and is_called(one, name)
            ]
            return bool(found)

        wait(name, look)
        return found[0]

    def _click(self, widget: QWidget) -> None:
        area = _area_of(widget)
        for _ in range(STEPS):
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
        (index, *_more) = rows_saying(view, words)
        for _ in range(STEPS):
            at = view.visualRect(index).center()
            if view.viewport().rect().contains(at):
                break
            _wheel(view, -1 if at.y() > 0 else 1)
        QTest.mouseClick(view.viewport(), _LEFT, _NONE, at)
        QApplication.processEvents()


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
