"""Holds a window, waits until it has come to rest, and keeps pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from avstamt.resources import resource
from avstamt.templates.catalogue import catalogue
from avstamt.ui.look import Look
from avstamt.ui.main_window import MainWindow
from avstamt.ui.report_view import ReportView
from avstamt.ui.session import Session
from avstamt.ui.settings import Settings
from avstamt.ui.theme import Appearance

SIZE = QSize(1280, 800)
_REST_MS = 40
_PATIENCE = 100


class Photographer:
    """Takes the pictures of one theme after the other."""

    def __init__(self, application: QApplication, home: Path, folder: Path, ending: str) -> None:
        self._settings = Settings(home / "avstamt.ini")
        self._look = Look(application, self._settings)
        self._folder = folder
        self._ending = ending
        self._theme = ""
        self.window: MainWindow

    def begin(self, appearance: Appearance) -> None:
        """Show a new window in these colours."""
        self._theme = {Appearance.LIGHT: "ljus", Appearance.DARK: "mork"}[appearance]
        self._settings.appearance = appearance
        self.window = MainWindow(Session(catalogue, self._settings), self._look)
        self.window.resize(SIZE)
        self.window.show()
        self.window.activateWindow()
        self.rest()

    def end(self) -> None:
        """Let go of the window and what was changed in it."""
        for view in self.window.tabs.views:
            view.desk.document.undo_stack.setClean()
        self.window.close()
        self.window.deleteLater()
        self.rest()

    def open(self, path: Path) -> ReportView:
        """Open a report, with its findings worked out."""
        self.window.session.open(path)
        return self._opened()

    def open_sample(self, name: str) -> ReportView:
        """Open one of the samples."""
        self.window.session.open_sample(resource("samples", name))
        return self._opened()

    def close_all(self) -> None:
        """Close every report without saving."""
        for view in list(self.window.tabs.views):
            view.desk.document.undo_stack.setClean()
            self.window.close_view(view)
        self.rest()

    def keep(self, name: str, widget: QWidget | None = None) -> None:
        """Keep a picture of the window, or of another one."""
        self.rest()
        (widget or self.window).grab().save(str(self._folder / f"{name}-{self._theme}{self._ending}.png"))

    def rest(self) -> None:
        """Wait until nothing is going on in the window or beside it."""
        for _ in range(3):
            QThreadPool.globalInstance().waitForDone()
            loop = QEventLoop()
            QTimer.singleShot(_REST_MS, loop.quit)
            loop.exec()

    def wait_for(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so that another process brings about."""
        for _ in range(_PATIENCE):
            if is_so():
                return
            self.rest()

    def _opened(self) -> ReportView:
        self.rest()
        view = self.window.tabs.current
        if view is None:
            raise RuntimeError(self.window.messages.text)
        view.checker.run()
        self.rest()
        return view
