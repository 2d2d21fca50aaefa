"""When the program itself is at fault: the text first, then one dialog."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from tests.builders import rich_report
from tests.ui.asking import when_asked

from avstamt.domain.place import Place
from avstamt.storage.file import read
from avstamt.storage.rescue import rescue_folder
from avstamt.ui.crash import CrashGuard


@pytest.fixture
def guard(window):
    return CrashGuard(window.session, window)


def fail(guard: CrashGuard) -> None:
    try:
        {}["saknas"]
    except KeyError as error:
        guard.take(type(error), error, error.__traceback__)


def press(words: str, texts: list[str]) -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    texts.append(box.informativeText())
    button = next(button for button in box.buttons() if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_unsaved_is_rescued_and_told_once(qtbot, guard, open_report, capsys):
    view = open_report(rich_report())
    view.desk.document.set_value(Place.of("title"), "Osparat", "Ändra")
    texts: list[str] = []
    when_asked(lambda: press("Fortsätt", texts))
    for _ in range(14):
        fail(guard)
    qtbot.waitUntil(lambda: bool(texts))
    (copy,) = rescue_folder().glob("*.avst")
    assert read(copy).title == "Osparat"
    assert "räddningskopia" in texts[0]
    assert len(texts) == 1
    assert list(guard.seen.values()) == [14]
    assert "KeyError" in capsys.readouterr().err


def test_the_report_of_the_fault_can_be_copied(qtbot, guard, capsys):
    texts: list[str] = []
    when_asked(lambda: press("Kopiera felrapporten", texts))
    fail(guard)
    qtbot.waitUntil(lambda: bool(texts))
    qtbot.waitUntil(lambda: "KeyError" in QGuiApplication.clipboard().text())
    assert texts == [
        "Inget osparat har gått förlorat. Du kan fortsätta arbeta, men spara gärna och starta om programmet snart."
    ]
    capsys.readouterr()


def test_an_interrupt_from_the_keyboard_is_no_fault(guard, capsys):
    guard.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not guard.seen
    capsys.readouterr()


def test_it_takes_the_place_of_pythons_own_hook(guard, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    guard.install()
    assert sys.excepthook == guard.take
