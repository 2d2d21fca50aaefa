"""A window without a screen, with settings of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, QThreadPool
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from avstamt.domain.report import Report
from avstamt.templates.catalogue import catalogue
from avstamt.ui.application import in_swedish
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.look import Look
from avstamt.ui.main_window import MainWindow
from avstamt.ui.report_view import ReportView
from avstamt.ui.session import Session
from avstamt.ui.settings import Settings


@pytest.fixture
def application(qapp: QApplication) -> QApplication:
    in_swedish(qapp)
    return qapp


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Delete what the test asked to be deleted later: without an event loop nobody else does.

    What a test has copied goes too: the clipboard lets go of it after Python has ended, which crashes.
    """
    yield
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def data_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test find the rescue copies or backups of another."""
    monkeypatch.setenv("AVSTAMT_DATA", str(tmp_path / "programmets mapp"))


@pytest.fixture(scope="session", autouse=True)
def collect_here_only() -> Iterator[None]:
    """Let no rule in its thread collect the windows of earlier tests, as the program sees to with its Collector."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(scope="module", autouse=True)
def collect_after_each_module() -> Iterator[None]:
    yield
    QThreadPool.globalInstance().waitForDone()
    gc.collect()


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "avstamt.ini")


@pytest.fixture
def look(application: QApplication, settings: Settings) -> Look:
    return Look(application, settings)


@pytest.fixture
def desk_for(look: Look) -> Callable[[Report], Desk]:
    return lambda report: Desk(Document(report), catalogue(), look)


@pytest.fixture
def window(qtbot: QtBot, look: Look, settings: Settings) -> Iterator[MainWindow]:
    made = MainWindow(Session(catalogue, settings), look)
    qtbot.addWidget(made, before_close_func=forget_changes)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    QThreadPool.globalInstance().waitForDone()


def forget_changes(window: MainWindow) -> None:
    for view in window.tabs.views:
        view.desk.document.undo_stack.setClean()


@pytest.fixture
def open_report(qtbot: QtBot, window: MainWindow) -> Callable[[Report], ReportView]:
    """Open a report in the window, with its findings worked out."""

    def open_(report: Report) -> ReportView:
        window.session.add(Document(report, parent=window.session))
        view = window.tabs.current
        assert view is not None
        with qtbot.waitSignal(view.checker.checked):
            view.checker.run()
        return view

    return open_


@pytest.fixture
def type_text() -> Callable[[QWidget, str], None]:
    """Send text as a keyboard does; QTest's own way cannot send å, ä and ö."""

    def send(widget: QObject, text: str) -> None:
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = Qt.Key.Key_Return if letter == "\n" else Qt.Key.Key_unknown
                QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter))

    return send
