"""The editor of a rich text: it types like a word processor and holds our own blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from avstamt.domain.place import Span
from avstamt.domain.text import EMPTY_TEXT, Block, RichText, TextBlock
from avstamt.ui.editors.growing import GrowingEdit
from avstamt.ui.editors.paper import carries_files, set_mark
from avstamt.ui.look import Look
from avstamt.ui.marks.underlining import Underlining
from avstamt.ui.richtext import commands
from avstamt.ui.richtext.clipboard import MIME, copied, pasted
from avstamt.ui.richtext.formats import TextStyle, dress
from avstamt.ui.richtext.keys import handled
from avstamt.ui.richtext.reading import cursor_at, id_of, part_at, read
from avstamt.ui.richtext.tidying import dress_part, tidy
from avstamt.ui.richtext.writing import write

_FEW = 2
"""Characters that a keystroke puts in at most; what is more may bring blocks of its own along."""


class RichEditor(GrowingEdit):
    """A rich text, or None where the report has no such heading and nothing is typed.

    `struck` tells of a key before anything has come of it.
    """

    edited = Signal()
    struck = Signal()
    suggestions_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.marks = Underlining(self, look)
        self._style = TextStyle.of(look)
        self._value: RichText | None = None
        self._was_none = True
        self._is_busy = False
        self._touched = (0, 0)
        self._blocks = 1
        self._is_reshaped = False
        self.setFont(self._style.body)
        self._show(EMPTY_TEXT)
        self.document().contentsChange.connect(self._touch)
        self.textChanged.connect(self._take)
        look.changed.connect(self._follow_look)

    @property
    def style_now(self) -> TextStyle:
        """Return the fonts and colours it shows its blocks in."""
        return self._style

    def value(self) -> RichText | None:
        """Return the text as the report should hold it."""
        return self._value

    def set_value(self, value: RichText | None) -> None:
        """Show a text; the cursor stays where the new text begins to differ from the old."""
        before, self._value = self._value, value
        self._was_none = value is None
        if (value or EMPTY_TEXT) != (before or EMPTY_TEXT):
            at = _end_of_change(before or EMPTY_TEXT, value or EMPTY_TEXT) if self.hasFocus() else 0
            self._show(value or EMPTY_TEXT)
            _place_cursor(self, at)

    def reshape(self) -> None:
        """Let the next change be looked at as a whole: it may make, join or split blocks."""
        self._is_reshaped = True

    def make(self, kind: Callable[[TextBlock], TextBlock]) -> None:
        """Turn the marked blocks into another kind."""
        self._touched = (self.textCursor().selectionStart(), self.textCursor().selectionEnd())
        self.reshape()
        commands.make(self.textCursor(), kind, self._style)
        self.setFocus()

    def toggle(self, mark: int) -> None:
        """Turn bold or italic on or off."""
        typed = commands.toggle(self.textCursor(), mark, self._style)
        self.setCurrentCharFormat(typed)
        self.setFocus()

    def focus_block(self, block_id: str, span: Span | None) -> None:
        """Put the cursor in a block or table and mark a span of its characters."""
        cursor = cursor_at(self.document(), block_id, span or (0, 0))
        if cursor is not None:
            self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let lists, headings and tables behave as in a word processor."""
        self.struck.emit()
        if self.isReadOnly() or not handled(self, event, self._style):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and what underlines it."""
        super().paintEvent(event)
        self.marks.paint(event.rect())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text of any make-up, and leave files to the window."""
        return not carries_files(source) and (source.hasText() or source.hasHtml() or source.hasFormat(MIME))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what a report can hold."""
        self.put_blocks(pasted(source))

    def put_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Put blocks in at the cursor."""
        self.reshape()
        commands.insert_blocks(self.textCursor(), blocks, self._style)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy our own blocks along with the text."""
        return copied(self.textCursor(), self._style)

    def _touch(self, position: int, removed: int, added: int) -> None:
        if not self._is_busy:
            self._touched = (position, position + added)
            self._is_reshaped = self._is_reshaped or max(removed, added) > _FEW

    def _take(self) -> None:
        if self._is_busy:
            return
        self._is_busy = True
        touched = self._tidy()
        self._is_busy = False
        now: RichText | None = read(self.document(), self._value or EMPTY_TEXT, touched)
        if self._was_none and now is not None and not now.blocks:
            now = None
        set_mark(self, "empty", self.document().isEmpty())
        if now != self._value:
            self._value = now
            self.edited.emit()

    def _tidy(self) -> set[str] | None:
        """Put the document in order and return the ids of the blocks that may have changed, None for all of them."""
        document = self.document()
        first, last = self._touched
        if document.blockCount() == self._blocks and not self._is_reshaped:
            dress_part(document, self._style, first)
            cursor = QTextCursor(document)
            cursor.setPosition(min(first, document.characterCount() - 1))
            if block_id := id_of(part_at(cursor)):
                return {block_id}
        tidy(document, self._style, first, last)
        self._blocks = document.blockCount()
        self._is_reshaped = False
        return None

    def _show(self, value: RichText) -> None:
        self._is_busy = True
        self.marks.keep()
        write(self.document(), value, self._style)
        self.marks.put_back()
        self._is_busy = False
        self._blocks = self.document().blockCount()
        if self.document().isEmpty():
            typed = QTextCharFormat()
            dress(typed, self.textCursor().blockFormat(), self._style)
            self.textCursor().setBlockCharFormat(typed)
        set_mark(self, "empty", self.document().isEmpty())

    def _follow_look(self) -> None:
        self._style = TextStyle.of(self.look)
        self.setFont(self._style.body)
        at = self.textCursor().position()
        self._show(self._value or EMPTY_TEXT)
        _place_cursor(self, at)


def _place_cursor(editor: RichEditor, at: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(min(at, editor.document().characterCount() - 1))
    editor.setTextCursor(cursor)


def _end_of_change(before: RichText, after: RichText) -> int:
    old, new = before.plain, after.plain
    same = 0
    while same < min(len(old), len(new)) and old[-1 - same] == new[-1 - same]:
        same += 1
    return len(new) - same
