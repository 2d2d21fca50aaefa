"""A field for a year."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractSpinBox, QSpinBox, QWidget

_FIRST, _LAST = 2000, 2099


class YearEditor(QSpinBox):
    """A year in four digits; a year from outside the usual ones widens the range."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(_FIRST, _LAST)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._tell)

    def set_value(self, value: int) -> None:
        """Show a year."""
        self.setRange(min(_FIRST, value), max(_LAST, value))
        self.setValue(value)

    def _tell(self, _year: int) -> None:
        self.edited.emit()
