"""A field for a year."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QIntValidator
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from avstamt.ui.editors.paper import as_paper, without_undo

_FIRST, _LAST = 1900, 2199
_DIGITS = 4


class YearEditor(QLineEdit):
    """A year in four digits; half a year is not taken, and left as it was when the focus goes.

    `menu_opens` carries the context menu about to be shown, for others to add to, and where it was asked for.
    """

    edited = Signal()
    menu_opens = Signal(QMenu, QPoint)

    def __init__(self, parent: QWidget | None = None, *, paper: bool = True) -> None:
        super().__init__(parent)
        if paper:
            as_paper(self)
        self._year = 0
        self.setValidator(QIntValidator(_FIRST, _LAST, self))
        self.setMaxLength(_DIGITS)
        self.textEdited.connect(self._take)

    def value(self) -> int:
        """Return the year."""
        return self._year

    def set_value(self, value: int) -> None:
        """Show a year."""
        self._year = value
        self.setText(str(value))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the year that holds."""
        super().focusOutEvent(event)
        self.setText(str(self._year))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu with what others add to it."""
        menu = without_undo(self.createStandardContextMenu())
        self.menu_opens.emit(menu, event.pos())
        menu.popup(event.globalPos())

    def _take(self, text: str) -> None:
        if self.hasAcceptableInput() and int(text) != self._year:
            self._year = int(text)
            self.edited.emit()
