"""Properties of Qt's objects are set by the names of their values."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from avstamt.ui.named import put


def test_a_property_gets_the_value_of_that_name(qtbot):
    label = QLabel("Målet nås")
    qtbot.addWidget(label)
    put(label, textFormat="PlainText", focusPolicy="TabFocus")
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.focusPolicy() is Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("values", [{"textFormat": "Plaintext"}, {"textform": "PlainText"}])
def test_a_name_that_qt_does_not_know_is_refused(qtbot, values):
    label = QLabel()
    qtbot.addWidget(label)
    with pytest.raises(ValueError, match="text"):
        put(label, **values)
