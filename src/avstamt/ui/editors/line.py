"""A field of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from avstamt.ui.editors.paper import as_paper, carries_files, leaves_undo, set_mark


class LineEditor(QLineEdit):
    """One line of text; what it cannot show (a line break) is kept as long as nothing is typed."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_paper(self)
        self._value = ""
        self._shown = ""
        self.textEdited.connect(self._take)
        self.textChanged.connect(self._mark)
        self._mark()

    def value(self) -> str:
        """Return the text."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a text."""
        self._value = value
        if self.text() != value:
            at = self.cursorPosition()
            self.setText(value)
            self.setCursorPosition(min(at, len(self.text())) if self.hasFocus() else 0)
        self._shown = self.text()

    def set_locked(self, is_locked: bool) -> None:
        """Let the text be read and copied but not changed."""
        self.setReadOnly(is_locked)
        set_mark(self, "locked", is_locked)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if leaves_undo(event) else super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Leave files to the window."""
        if carries_files(event.mimeData()):
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the field's own undo."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() in {"edit-undo", "edit-redo"}:
                menu.removeAction(action)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def _take(self, text: str) -> None:
        if text != self._shown:
            self._value = self._shown = text
            self.edited.emit()

    def _mark(self) -> None:
        set_mark(self, "empty", not self.text())
