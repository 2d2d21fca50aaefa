"""Marks in the texts of a page what the comments are about."""

from __future__ import annotations

from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import ReviewComment
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.page import Page
from avstamt.ui.look import Look
from avstamt.ui.richtext.formats import BLOCK_ID
from avstamt.ui.richtext.layers import show_layer

_LAYER = "kommentarer"


def mark_comments(page: Page, report: Report, look: Look) -> None:
    """Show the open comments of a page behind its texts, with a line under them so that no colour need be seen."""
    comments = [comment for comment in report.comments if not comment.resolved]
    for field, shown in page.made.items():
        if isinstance(shown.editor, RichEditor | TitleEditor):
            here = [comment for comment in comments if comment.place.is_within(field)]
            show_layer(shown.editor, _LAYER, _marks(shown.editor, here, field, look))


def _marks(
    editor: RichEditor | TitleEditor, comments: list[ReviewComment], field: Place, look: Look
) -> list[QTextEdit.ExtraSelection]:
    if not comments:
        return []
    blocks = _blocks(editor)
    made: list[QTextEdit.ExtraSelection] = []
    for comment in comments:
        below = comment.place.path[len(field.path) :]
        block = blocks.get(below[1]) if below[:1] == ("blocks",) and len(below) > 1 else None
        if isinstance(editor, TitleEditor):
            block = editor.document().firstBlock()
        if block is not None:
            made.append(_mark(block, comment, look))
    return made


def _mark(block: QTextBlock, comment: ReviewComment, look: Look) -> QTextEdit.ExtraSelection:
    start, end = comment.place.span or (0, block.length() - 1)
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + min(start, block.length() - 1))
    cursor.setPosition(block.position() + min(end, block.length() - 1), QTextCursor.MoveMode.KeepAnchor)
    shown = QTextCharFormat()
    shown.setBackground(QColor(look.theme.deviation_fill))
    shown.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    shown.setUnderlineColor(QColor(look.theme.deviation))
    made = QTextEdit.ExtraSelection()
    made.cursor, made.format = cursor, shown
    return made


def _blocks(editor: RichEditor | TitleEditor) -> dict[str, QTextBlock]:
    found: dict[str, QTextBlock] = {}
    block = editor.document().firstBlock()
    while block.isValid():
        if block_id := block.blockFormat().stringProperty(BLOCK_ID):
            found[block_id] = block
        block = block.next()
    return found
