"""Locks every field and button of a page whose report may only be read."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QSpinBox, QWidget

from avstamt.ui.editors.growing import GrowingEdit
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.tables.view import SheetView


def seal(page: QWidget) -> None:
    """Let what is on a page be read, marked and copied but not changed."""
    for widget in page.findChildren(QWidget):
        if isinstance(widget, GrowingEdit | LineEditor):
            widget.set_locked(True)
        elif isinstance(widget, SheetView):
            widget.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        elif isinstance(widget, QLineEdit | QSpinBox):
            widget.setReadOnly(True)
        elif isinstance(widget, QAbstractButton | QComboBox):
            widget.setEnabled(False)
