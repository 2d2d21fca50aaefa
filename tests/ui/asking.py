"""Answers to questions and menus that hold the program until they are answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


def _open() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


class _Answer(QObject):
    """Looks for an open question, answers it once, and closes it where the answer failed, so that no test hangs."""

    def __init__(self, answer: Callable[[], None]) -> None:
        super().__init__(QApplication.instance())
        self._answer = answer
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        asking = _open()
        if asking is None:
            return
        self._timer.stop()
        try:
            self._answer()
        finally:
            if asking.isVisible() and _open() is asking:
                asking.close()
            self.deleteLater()


def when_asked(answer: Callable[[], None]) -> None:
    """Do `answer` as soon as a question or a menu is open."""
    _Answer(answer)
