"""Keeps a QTextDocument well-formed while it is typed in: every block has an id of its own and looks like what it is."""

from __future__ import annotations

from PySide6.QtGui import QTextBlock, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from avstamt.domain.base import new_id
from avstamt.domain.text import Paragraph
from avstamt.ui.richtext.formats import BLOCK_ID, KIND, TABLE_ID, TextStyle, block_format, block_of, dress
from avstamt.ui.richtext.loosening import loosen
from avstamt.ui.richtext.reading import parts
from avstamt.ui.richtext.writing import relist


def tidy(document: QTextDocument, style: TextStyle, first: int, last: int) -> None:
    """Give new blocks ids and what lies in characters `first` … `last` the looks of its block.

    When a block is split, both halves carry its id: the half that holds text keeps it.
    """
    _give_ids(document, style)
    block = document.findBlock(first)
    while block.isValid() and block.position() <= last:
        _dress_block(block, style)
        block = block.next()
    relist(document)


def dress_part(document: QTextDocument, style: TextStyle, position: int) -> None:
    """Give what lies in the block at `position` its looks."""
    _dress_block(document.findBlock(position), style)


def _give_ids(document: QTextDocument, style: TextStyle) -> None:
    seen: dict[str, QTextBlock | QTextTable] = {}
    for part in list(parts(document)):
        if isinstance(part, QTextTable):
            _give_table_id(part, seen)
            continue
        block_id = _id_of(part)
        if not block_id:
            if part.text():
                _set_id(part, style)
        elif (twin := seen.get(block_id)) is None:
            seen[block_id] = part
        elif isinstance(twin, QTextBlock) and part.text() and not twin.text():
            _set_id(twin, style)
            seen[block_id] = part
        else:
            _set_id(part, style)


def _give_table_id(table: QTextTable, seen: dict[str, QTextBlock | QTextTable]) -> None:
    made = table.format()
    table_id = str(made.property(TABLE_ID) or "")
    if table_id and table_id not in seen:
        seen[table_id] = table
        return
    made.setProperty(TABLE_ID, new_id("b"))
    table.setFormat(made)


def _id_of(block: QTextBlock) -> str:
    return block.blockFormat().stringProperty(BLOCK_ID)


def _set_id(block: QTextBlock, style: TextStyle) -> None:
    cursor = QTextCursor(block)
    made = cursor.blockFormat()
    if made.hasProperty(KIND):
        made.setProperty(BLOCK_ID, new_id("b"))
        cursor.setBlockFormat(made)
    else:
        cursor.setBlockFormat(block_format(Paragraph(id=new_id("b")), style))


def _dress_block(block: QTextBlock, style: TextStyle) -> None:
    made = block.blockFormat()
    if not made.hasProperty(BLOCK_ID):
        return
    _dress_paragraph(block, style)
    loosen(block)
    position = block.begin()
    wrong: list[tuple[int, int, QTextCharFormat]] = []
    while not position.atEnd():
        fragment = position.fragment()
        wanted = fragment.charFormat()
        dress(wanted, made, style)
        if wanted != fragment.charFormat():
            wrong.append((fragment.position(), fragment.length(), wanted))
        position += 1
    for start, length, wanted in wrong:
        cursor = QTextCursor(block)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(wanted)


def _dress_paragraph(block: QTextBlock, style: TextStyle) -> None:
    made = block.blockFormat()
    fresh = block_format(block_of(made, ()), style)
    if made.topMargin() == fresh.topMargin() and made.headingLevel() == fresh.headingLevel():
        return
    fresh.setObjectIndex(made.objectIndex())
    QTextCursor(block).setBlockFormat(fresh)
