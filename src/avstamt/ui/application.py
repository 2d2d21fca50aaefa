"""Starts the window."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QThreadPool, QTranslator
from PySide6.QtWidgets import QApplication

from avstamt import __version__
from avstamt.templates.catalogue import catalogue
from avstamt.ui.crash import CrashGuard
from avstamt.ui.look import Look
from avstamt.ui.main_window import MainWindow
from avstamt.ui.session import Session
from avstamt.ui.settings import Settings

_TURN_SECONDS = 0.0003
"""How long the rules in their thread may keep the window's thread waiting. A keystroke needs many turns: with Python's
own 5 ms it took 100 ms (95th percentile) while the rules ran on a long report, with 1 ms 50, with this 17."""


def run(paths: Sequence[Path]) -> int:
    """Show the window with these files open, and return the exit status when it closes."""
    run_evenly()
    application, window = first_window(sys.argv)
    guard = CrashGuard(window.session)
    guard.install()
    guard.window = window
    window.show()
    QThreadPool.globalInstance().start(_warm_up)
    window.session.open_all(paths)
    return application.exec()


def run_evenly() -> None:
    """Let the window's thread have its turn soon while the rules run in theirs."""
    sys.setswitchinterval(_TURN_SECONDS)


def first_window(arguments: Sequence[str]) -> tuple[QApplication, MainWindow]:
    """Return the application and its window, not yet shown."""
    application = prepared(arguments)
    settings = Settings()
    window = MainWindow(Session(catalogue, settings), Look(application, settings))
    return application, window


def prepared(arguments: Sequence[str]) -> QApplication:
    """Return the Qt application: named, in Swedish, in the style that the style sheet is written for."""
    application = QApplication(list(arguments))
    application.setApplicationName("Avstämt")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("avstamt")
    in_swedish(application)
    return application


def in_swedish(application: QApplication) -> None:
    """Make Qt's own words and numbers Swedish, in the style that the style sheet is written for."""
    application.setStyle("Fusion")
    QLocale.setDefault(QLocale(QLocale.Language.Swedish, QLocale.Country.Sweden))
    translator = QTranslator(application)
    if translator.load("qtbase_sv", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def _warm_up() -> None:
    """Load what the first report will need, while the user looks at the start."""
    importlib.import_module("avstamt.rules.engine")
    catalogue()
