"""A heading that wraps: plain text in the font of what it heads."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from avstamt.domain.place import Span
from avstamt.ui.editors.growing import GrowingEdit
from avstamt.ui.editors.paper import set_mark
from avstamt.ui.richtext.canonical import LINE_SEPARATOR


class TitleEditor(GrowingEdit):
    """A text of one paragraph over as many lines as it needs; Enter goes on to the next field.

    `painted` tells that the text has been drawn, for others to draw on it; `suggestions_wanted` asks what can be done at
    the caret.
    """

    edited = Signal()
    painted = Signal()
    suggestions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptRichText(False)
        self._value = ""
        self._shown = ""
        self.textChanged.connect(self._take)
        set_mark(self, "empty", True)

    def value(self) -> str:
        """Return the text."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show a text; line breaks in it are shown and kept."""
        self._value = value
        if _to_show(value) != self._text():
            self._shown = _to_show(value)
            at = self.textCursor().position()
            self.setPlainText(self._shown)
            cursor = self.textCursor()
            cursor.setPosition(min(at, len(self._shown)))
            self.setTextCursor(cursor)
        self._shown = self._text()

    def mark(self, span: Span) -> None:
        """Mark a span of the characters."""
        cursor = self.textCursor()
        cursor.setPosition(min(span[0], len(self._shown)))
        cursor.setPosition(min(span[1], len(self._shown)), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on to the next field on Enter: a heading is one paragraph."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and let others draw on it."""
        super().paintEvent(event)
        self.painted.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as one paragraph."""
        self.textCursor().insertText(" ".join(source.text().split()))

    def _take(self) -> None:
        text = self._text()
        set_mark(self, "empty", not text)
        if text != self._shown:
            self._shown = text
            self._value = text.replace(LINE_SEPARATOR, "\n")
            self.edited.emit()

    def _text(self) -> str:
        return self.document().firstBlock().text()


def _to_show(value: str) -> str:
    return value.replace("\r\n", LINE_SEPARATOR).replace("\n", LINE_SEPARATOR).replace("\r", LINE_SEPARATOR)
