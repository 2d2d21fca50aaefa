"""Answers to questions that hold the program until they are answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication


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
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            return
        self._timer.stop()
        try:
            self._answer()
        finally:
            if dialog.isVisible() and QApplication.activeModalWidget() is dialog:
                dialog.close()
            self.deleteLater()


def when_asked(answer: Callable[[], None]) -> None:
    """Do `answer` as soon as a question is open."""
    _Answer(answer)
