"""Starts the window."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QThreadPool, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from avstamt import __version__
from avstamt.ui.collecting import Collector
from avstamt.ui.look import Look
from avstamt.ui.main_window import MainWindow
from avstamt.ui.settings import Settings

if TYPE_CHECKING:
    from avstamt.ui.session import Session

_STYLE = "fusion"
_TURN_SECONDS = 0.0003
"""How long the rules in their thread may keep the window's thread waiting. A keystroke needs many turns: with Python's
own 5 ms it took 100 ms (95th percentile) while the rules ran on a long report, with 1 ms 50, with this 17."""


def run(paths: Sequence[Path]) -> int:
    """Show the window with these files open, and return the exit status when it closes."""
    run_evenly()
    application, window = first_window(sys.argv)
    Collector(application)
    window.fit()
    window.show()
    loading = Loading(window, paths)
    QThreadPool.globalInstance().start(loading.run)
    return application.exec()


class Loading(QObject):
    """Loads what a report needs beside the window, which is shown and can be used meanwhile."""

    done = Signal()

    def __init__(self, window: MainWindow, paths: Sequence[Path]) -> None:
        super().__init__()
        self._window = window
        self._paths = paths
        self.done.connect(self._furnish)  # told by another thread to this object's own, it is done when that has time

    def run(self) -> None:
        """Load the report's machinery, tell that it is there, and go on with the rules."""
        importlib.import_module("avstamt.ui.crash")
        importlib.import_module("avstamt.ui.commands.window")
        importlib.import_module("avstamt.ui.report_view")
        self.done.emit()
        importlib.import_module("avstamt.rules.engine")
        importlib.import_module("avstamt.templates.catalogue").catalogue()

    def _furnish(self) -> None:
        from avstamt.ui.crash import CrashGuard

        window = self._window
        window.look.ask_computer()
        guard = CrashGuard(window.session)
        guard.install()
        guard.window = window
        window.session.opened.connect(window.commands.help_desk.offer_tour)
        window.session.open_all(self._paths)
        window.commands.safety.offer_rescued()


def run_evenly() -> None:
    """Let the window's thread have its turn soon while the rules run in theirs."""
    sys.setswitchinterval(_TURN_SECONDS)


def first_window(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown and without the report's machinery."""
    application = prepared(arguments)
    settings = Settings()
    return application, MainWindow(partial(_session, settings), Look(application, settings))


def _session(settings: Settings) -> Session:
    from avstamt.templates.catalogue import catalogue
    from avstamt.ui.session import Session

    return Session(catalogue, settings)


def prepared(arguments: Sequence[str]) -> QApplication:
    """Return the Qt application: named, in Swedish, in the style that the style sheet is written for."""
    application = QApplication([*arguments, "-style", _STYLE])  # asked for later, the style costs a tenth of the start
    application.setApplicationName("Avstämt")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("avstamt")
    in_swedish(application)
    return application


def in_swedish(application: QApplication) -> None:
    """Make Qt's own words and numbers Swedish."""
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(application)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)
