"""What can be done to the marked part of a rich text: make-up, kinds of block, links, tables, and what keys do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextTable
from PySide6.QtWidgets import QTextEdit

from avstamt.domain.base import new_id
from avstamt.domain.text import Block, ListItem, ListKind, Paragraph, SubHeading, TextBlock, TextCell, TextTable
from avstamt.ui.richtext.formats import (
    BLOCK_ID,
    FIGURE,
    KIND,
    LEVEL,
    LINK,
    MARK,
    TABLE_ID,
    TextStyle,
    block_format,
    block_of,
    dress,
)
from avstamt.ui.richtext.writing import put_blocks, put_runs

_DEEPEST = 5


def marked_blocks(cursor: QTextCursor) -> Iterator[QTextBlock]:
    """Yield the blocks that the selection touches, or the one the cursor stands in."""
    block = cursor.document().findBlock(cursor.selectionStart())
    while block.isValid() and block.position() <= cursor.selectionEnd():
        yield block
        block = block.next()


def toggle(cursor: QTextCursor, mark: int, style: TextStyle) -> QTextCharFormat:
    """Turn bold or italic (`mark` is BOLD or ITALIC) on or off for the selection; return the format for what is typed next."""
    is_on = not has_mark(cursor, mark)
    typed = cursor.charFormat()
    _set_mark(typed, mark, is_on)
    dress(typed, cursor.blockFormat(), style)
    for start, end, shown in stretches(cursor):
        _set_mark(shown, mark, is_on)
        _apply(cursor, start, end, shown, style)
    return typed


def has_mark(cursor: QTextCursor, mark: int) -> bool:
    """Tell whether the whole selection (or the place where the cursor stands) is bold or italic."""
    if not cursor.hasSelection():
        return cursor.charFormat().boolProperty(mark)
    return all(shown.boolProperty(mark) for _start, _end, shown in stretches(cursor))


def set_link(cursor: QTextCursor, address: str | None, style: TextStyle) -> None:
    """Make the selection a link to `address`, or plain text again."""
    for start, end, shown in stretches(cursor):
        if address:
            shown.setProperty(LINK, address)
        else:
            shown.clearProperty(LINK)
        _apply(cursor, start, end, shown, style)


def make(cursor: QTextCursor, kind: Callable[[TextBlock], TextBlock], style: TextStyle) -> None:
    """Turn every marked block into what `kind` makes of it."""
    for block in marked_blocks(cursor):
        if QTextCursor(block).currentTable() is None:
            old = block_of(_with_id(block.blockFormat()), ())
            QTextCursor(block).setBlockFormat(block_format(kind(old), style))
    cursor.document().markContentsDirty(cursor.selectionStart(), cursor.selectionEnd() - cursor.selectionStart() + 1)


def as_paragraph(block: TextBlock) -> TextBlock:
    """Return the block as body text."""
    return Paragraph(id=block.id)


def as_heading(block: TextBlock) -> TextBlock:
    """Return the block as a sub-heading, or as body text where it is one already."""
    return Paragraph(id=block.id) if isinstance(block, SubHeading) else SubHeading(id=block.id)


def as_bullet(block: TextBlock) -> TextBlock:
    """Return the block as a bullet, or as body text where it is one already."""
    return _as_item(block, ListKind.BULLET)


def as_number(block: TextBlock) -> TextBlock:
    """Return the block as a numbered item, or as body text where it is one already."""
    return _as_item(block, ListKind.NUMBER)


def shifted(steps: int) -> Callable[[TextBlock], TextBlock]:
    """Return what moves a list item `steps` levels in; out of the list where it leaves the outermost level."""

    def shift(block: TextBlock) -> TextBlock:
        if not isinstance(block, ListItem):
            return block
        if block.level + steps < 0:
            return Paragraph(id=block.id)
        return ListItem(id=block.id, mark=block.mark, level=min(block.level + steps, _DEEPEST))

    return shift


def is_kind(cursor: QTextCursor, kind: str, mark: ListKind | None = None) -> bool:
    """Tell whether the block the cursor stands in is of a kind (and, for a list item, a mark)."""
    made = cursor.blockFormat()
    return made.property(KIND) == kind and (mark is None or made.property(MARK) == mark.value)


def in_list(cursor: QTextCursor) -> bool:
    """Tell whether the cursor stands in a list item."""
    return is_kind(cursor, "item")


def level(cursor: QTextCursor) -> int:
    """Return the level of the heading or list item that the cursor stands in."""
    return cursor.blockFormat().intProperty(LEVEL)


def break_block(cursor: QTextCursor, style: TextStyle) -> None:
    """Do what Enter does: a new block; an empty item ends its list; after a heading comes body text."""
    if in_list(cursor) and not cursor.block().text():
        make(cursor, as_paragraph, style)
        return
    after_heading = is_kind(cursor, "heading") and cursor.atBlockEnd()
    cursor.beginEditBlock()
    cursor.insertBlock()
    if after_heading:
        cursor.setBlockFormat(block_format(Paragraph(id=new_id("b")), style))
        cursor.setBlockCharFormat(QTextCharFormat())
    cursor.endEditBlock()


def insert_blocks(cursor: QTextCursor, blocks: tuple[Block, ...], style: TextStyle) -> None:
    """Put blocks in at the cursor: a single paragraph goes into the line, more stand on lines of their own."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        put_runs(cursor, blocks[0].runs, style)
    elif cursor.currentTable() is not None:
        for index, block in enumerate(block for block in blocks if not isinstance(block, TextTable)):
            if index:
                cursor.insertText("\u2028")
            put_runs(cursor, block.runs, style)
    elif blocks:
        _insert_lines(cursor, blocks, style)
    cursor.endEditBlock()


def new_table(rows: int, columns: int) -> TextTable:
    """Return an empty table with a header row."""
    return TextTable(id=new_id("b"), rows=tuple(tuple(TextCell() for _ in range(columns)) for _ in range(rows)))


def go_into_table(editor: QTextEdit, table_id: str) -> None:
    """Put the caret in the first cell of a table in the text."""
    for frame in editor.document().rootFrame().childFrames():
        if isinstance(frame, QTextTable) and frame.format().property(TABLE_ID) == table_id:
            editor.setTextCursor(frame.cellAt(0, 0).firstCursorPosition())


def _insert_lines(cursor: QTextCursor, blocks: tuple[Block, ...], style: TextStyle) -> None:
    if not cursor.atBlockStart():
        cursor.insertBlock()
    if not cursor.atBlockEnd():
        cursor.insertBlock()
        cursor.movePosition(QTextCursor.MoveOperation.PreviousBlock)
    cursor.setBlockFormat(QTextBlockFormat())
    put_blocks(cursor, blocks, style)


def _as_item(block: TextBlock, mark: ListKind) -> TextBlock:
    if isinstance(block, ListItem):
        if block.mark is mark:
            return Paragraph(id=block.id)
        return ListItem(id=block.id, mark=mark, level=block.level)
    return ListItem(id=block.id, mark=mark)


def _with_id(made: QTextBlockFormat) -> QTextBlockFormat:
    if not made.hasProperty(BLOCK_ID):
        made.setProperty(BLOCK_ID, new_id("b"))
    return made


def _set_mark(shown: QTextCharFormat, mark: int, is_on: bool) -> None:
    if is_on:
        shown.setProperty(mark, True)
    else:
        shown.clearProperty(mark)


def stretches(cursor: QTextCursor) -> list[tuple[int, int, QTextCharFormat]]:
    """Return the stretches of one format in the selection: where each begins and ends, and its format."""
    found: list[tuple[int, int, QTextCharFormat]] = []
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    for block in marked_blocks(cursor):
        position = block.begin()
        while not position.atEnd():
            fragment = position.fragment()
            begins, ends = fragment.position(), fragment.position() + fragment.length()
            first, last = max(begins, start), min(ends, end)
            if first < last:
                is_whole = fragment.charFormat().hasProperty(FIGURE)  # a linked figure has one make-up
                found.append(
                    (begins, ends, fragment.charFormat()) if is_whole else (first, last, fragment.charFormat())
                )
            position += 1
    return found


def _apply(cursor: QTextCursor, start: int, end: int, shown: QTextCharFormat, style: TextStyle) -> None:
    part = QTextCursor(cursor)
    part.setPosition(start)
    part.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    dress(shown, part.blockFormat(), style)
    part.setCharFormat(shown)
