"""The window stands before what a report needs is loaded, and can be used at once."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from avstamt.templates.catalogue import catalogue
from avstamt.ui.labels import TextButton
from avstamt.ui.main_window import MainWindow
from avstamt.ui.session import Session

_CODE = """
import sys
import avstamt.__main__
from avstamt.ui.application import first_window
application, window = first_window(["avstamt"])
window.show()
window.repaint()
application.processEvents()
print(*sys.modules)
print(*vars(sys.modules["PySide6.QtCore"]))
import linecache
from pathlib import Path
own = Path(avstamt.__file__).parent
print(*(name for name in linecache.cache if own in Path(name).parents))
"""


@pytest.mark.parametrize(
    "heavy", ["pydantic", "yaml", "lxml", "docx", "avstamt.domain", "avstamt.rules", "avstamt.ui.forms"]
)
def test_the_window_is_shown_before_anything_heavy_is_loaded(started, heavy):
    assert not [name for name in started[0] if name == heavy or name.startswith(f"{heavy}.")]


def test_the_window_is_shown_before_the_enumerations_of_qt_are_made(started):
    assert "QObject" in started[1]
    assert "Qt" not in started[1]


def test_no_source_is_read_for_what_is_imported_after_qt(started):
    assert not started[2]


@pytest.fixture(scope="module")
def started(tmp_path_factory) -> list[list[str]]:
    """Return the modules that are loaded, the names of Qt's core that are made, and our modules whose source was read."""
    import os

    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path_factory.mktemp("home")),
    }
    done = subprocess.run([sys.executable, "-c", _CODE], env=environment, check=True, capture_output=True, text=True)
    return [line.split() for line in done.stdout.splitlines()]


def test_what_is_asked_for_meanwhile_is_done(qtbot, look, settings):
    window = MainWindow(lambda: Session(catalogue, settings), look)
    qtbot.addWidget(window)
    window.show()
    assert not window.tabs.views
    button = next(
        one for one in window.findChildren(TextButton) if one.accessibleName().startswith("En enhets verksamhetsb")
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tabs.current is not None)
