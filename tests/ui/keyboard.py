"""The hands of a scripted user who has no pointer: everything by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QRadioButton, QWidget
from tests.ui.hands import STEPS, Command, Hands, called, is_called, rows_saying, wait


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
        self._go("Tab", lambda one: is_called(one, name), name)

    def choose(self, name: str) -> None:
        self._go("Tab", lambda one: isinstance(one, QRadioButton) and name in map(called, one.group().buttons()), name)
        for _ in range(STEPS):
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
        wait(words, lambda: rows_saying(view, words))
        self.key("Home")
        for _ in range(STEPS):
            if view.currentIndex() in rows_saying(view, words):
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
        for _ in range(STEPS):
            self.key("Down")
            if menu.activeAction().text().replace("&", "") == words:
                break
        self.key("Return")

    def _go(self, keys: str, is_there: Callable[[QWidget], bool], name: str) -> None:
        passed: list[str] = []
        for _ in range(STEPS):
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
