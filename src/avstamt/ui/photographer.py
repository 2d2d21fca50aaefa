"""Holds a window, waits until it has come to rest, and keeps pictures of it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QThreadPool, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from avstamt.resources import resource
from avstamt.templates.catalogue import catalogue
from avstamt.ui.collecting import Collector
from avstamt.ui.look import Look
from avstamt.ui.main_window import MainWindow
from avstamt.ui.report_view import ReportView
from avstamt.ui.session import Session
from avstamt.ui.settings import Settings
from avstamt.ui.theme import Appearance

_USUAL = (1280, 800)
_REST_MS = 40
_PATIENCE = 100


class Photographer:
    """Takes pictures of a window into `folder`; `kept` counts them. Where some names are wanted, only those are kept."""

    def __init__(
        self,
        application: QApplication,
        home: Path,
        folder: Path,
        ending: str = "",
        wanted: Collection[str] = (),
    ) -> None:
        Collector(application)  # as the program: a rule in its thread that collects Qt's objects ends the process
        self._settings = Settings(home / "avstamt.ini")
        self._look = Look(application, self._settings)
        self.folder = folder
        self._ending = ending
        self._wanted = wanted
        self.kept = 0
        self.window: MainWindow

    def begin(self, appearance: Appearance, size: tuple[int, int] = _USUAL, text: int = 100) -> None:
        """Show a new window in these colours, with text of so many per cent."""
        self._settings.appearance = appearance
        self._settings.text_size = text
        self.window = MainWindow(Session(catalogue, self._settings), self._look)
        self.window.resize(*size)
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

    def keep(self, name: str, widget: QWidget | None = None, over: tuple[QWidget, QPoint] | None = None) -> None:
        """Keep a picture of the window or of another one, with a menu laid `over` it at a corner."""
        if self._wanted and name not in self._wanted:
            return
        self.rest()
        drawn = (widget or self.window).grab()
        if over is not None:
            over[0].resize(over[0].sizeHint())  # where there is no screen, it is smaller than the window
            lowest = (widget or self.window).height() - over[0].height()  # as a screen keeps a menu in sight
            painter = QPainter(drawn)
            painter.drawPixmap(QPoint(over[1].x(), max(min(over[1].y(), lowest), 0)), over[0].grab())
            painter.end()
        self.folder.mkdir(parents=True, exist_ok=True)
        drawn.save(str(self.folder / f"{name}{self._ending}.png"))
        self.kept += 1

    def keep_dialog(self, name: str, dialog: QDialog) -> None:
        """Keep a picture of a dialog, and let go of it."""
        dialog.show()
        self.keep(name, dialog)
        dialog.close()
        dialog.deleteLater()

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
        self.window.activateWindow()  # after a dialog no window has the focus, and nothing would show where it is
        view.checker.run()
        self.rest()
        return view
