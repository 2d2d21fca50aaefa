"""A field of one line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRectF, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from avstamt.ui.editors.paper import as_paper, carries_files, leaves_undo, set_mark, without_undo


class LineEditor(QLineEdit):
    """One line of text; what it cannot show (a line break) is kept as long as nothing is typed.

    `menu_opens` carries the context menu about to be shown, for others to add to, and where it was asked for; `painted`
    tells that the text has been drawn, for others to draw on it. `suggestions_wanted` asks what can be done at the caret.
    """

    edited = Signal()
    menu_opens = Signal(QMenu, QPoint)
    painted = Signal()
    suggestions_wanted = Signal()

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
        menu = without_undo(self.createStandardContextMenu())
        self.menu_opens.emit(menu, event.pos())
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and let others draw on it."""
        super().paintEvent(event)
        self.painted.emit()

    def rects_of(self, start: int, end: int) -> list[QRectF]:
        """Return where characters stand in the field, as far as they are in sight."""
        text, metrics = self.text(), self.fontMetrics()
        caret = self.cursorRect()
        origin = caret.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        left, right = (origin + metrics.horizontalAdvance(text[:at]) for at in (start, end))
        seen = QRectF(left, caret.top(), right - left, caret.height()).intersected(QRectF(self.rect()))
        return [] if seen.isEmpty() else [seen]

    def _take(self, text: str) -> None:
        if text != self._shown:
            self._value = self._shown = text
            self.edited.emit()

    def _mark(self) -> None:
        set_mark(self, "empty", not self.text())
