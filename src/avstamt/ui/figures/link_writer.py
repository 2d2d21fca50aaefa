"""Writes linked figures into a text, rewrites them and lets them go, each as a step of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from avstamt.domain.base import new_id
from avstamt.domain.text import FigureReference, Paragraph, Run
from avstamt.language.linked.sources import shown
from avstamt.language.linked.texts import recased
from avstamt.ui.document import Document
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.richtext import commands
from avstamt.ui.richtext.formats import BOLD, ITALIC, unlink
from avstamt.ui.richtext.loosening import Stretch


class LinkWriter(QObject):
    """What a text's linked figures are changed by."""

    def __init__(self, document: Document, editor: RichEditor) -> None:
        super().__init__(editor)
        self._document = document
        self._editor = editor

    def put(self, cursor: QTextCursor, reference: FigureReference, before: str = "") -> None:
        """Write a linked figure in place of the cursor's selection; `before` is the figure's text where it stood there.

        A caret that stood after the selection keeps its place in the sentence.
        """
        start, beyond = cursor.selectionStart(), self._editor.textCursor().position() - cursor.selectionEnd()
        lead = cursor.block().text()[: start - cursor.block().position()]
        made = cursor.charFormat()
        text = recased(shown(self._document.report, reference).text, before or "0", lead)
        run = Run(text=text, bold=made.boolProperty(BOLD), italic=made.boolProperty(ITALIC), figure=reference)
        self._document.pause()
        self._editor.setTextCursor(cursor)
        self._editor.put_blocks((Paragraph(id=new_id("b"), runs=(run,)),))
        caret = self._editor.textCursor()
        caret.setPosition(caret.position() + max(beyond, 0))
        self._editor.setTextCursor(caret)

    def rewrite(self, stretch: Stretch, way: str) -> None:
        """Write a linked figure in another format."""
        reference = FigureReference(source=stretch.reference.source, format=way)
        self.put(self.over(stretch.start, stretch.end), reference, stretch.text)

    def unlink(self, stretch: Stretch) -> None:
        """Let a linked figure stand as ordinary text."""
        made = self.over(stretch.start, stretch.end)
        plain = commands.stretches(made)[0][2]
        unlink(plain)
        self._document.pause()
        made.setCharFormat(plain)

    def over(self, start: int, end: int) -> QTextCursor:
        """Return a cursor with the characters from `start` to `end` selected."""
        cursor = self._editor.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor
