"""Writes our blocks into a QTextDocument."""

from __future__ import annotations

from typing import cast

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextList,
    QTextListFormat,
    QTextTable,
    QTextTableCellFormat,
)

from avstamt.domain.text import Block, ListKind, RichText, Runs, TextBlock, TextTable
from avstamt.ui.richtext.canonical import canonical, shown
from avstamt.ui.richtext.formats import (
    KIND,
    LEVEL,
    MARK,
    TextStyle,
    block_char_format,
    block_format,
    run_format,
    table_format,
)
from avstamt.ui.richtext.reading import parts

_STYLES = {
    ListKind.BULLET: (
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    ),
    ListKind.NUMBER: (
        QTextListFormat.Style.ListDecimal,
        QTextListFormat.Style.ListLowerAlpha,
        QTextListFormat.Style.ListLowerRoman,
    ),
}


def write(document: QTextDocument, text: RichText, style: TextStyle) -> None:
    """Replace the content of `document` by `text`."""
    document.clear()
    document.setDefaultFont(style.body)
    document.setIndentWidth(24)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(QTextBlockFormat())
    cursor.beginEditBlock()
    put_blocks(cursor, text.blocks, style)
    cursor.endEditBlock()
    relist(document)


def put_blocks(cursor: QTextCursor, blocks: tuple[Block, ...], style: TextStyle) -> None:
    """Write blocks from the empty block that `cursor` stands in and on."""
    is_free = True
    for block in blocks:
        if isinstance(block, TextTable):
            _put_table(cursor, block, style)
            is_free = True
            continue
        if not is_free:
            cursor.insertBlock()
        _put_block(cursor, block, style)
        is_free = False


def put_runs(cursor: QTextCursor, runs: Runs, style: TextStyle) -> None:
    """Write runs at the cursor, in the looks of the block it stands in."""
    made = cursor.blockFormat()
    for run in runs:
        cursor.insertText(shown(run.text), run_format(run, made, style))


def relist(document: QTextDocument) -> None:
    """Make Qt's lists follow what the blocks say they are: neighbours of one kind and level count on together."""
    lists: dict[int, tuple[ListKind, QTextList]] = {}
    for part in parts(document):
        if isinstance(part, QTextTable) or part.blockFormat().property(KIND) != "item":
            lists.clear()
            if isinstance(part, QTextBlock) and (old := cast("QTextList | None", part.textList())) is not None:
                _leave(part, old)
            continue
        made = part.blockFormat()
        level, mark = made.intProperty(LEVEL), ListKind(str(made.property(MARK)))
        for deeper in [other for other in lists if other > level or (other == level and lists[other][0] is not mark)]:
            del lists[deeper]
        _join(part, level, mark, lists)


def _join(block: QTextBlock, level: int, mark: ListKind, lists: dict[int, tuple[ListKind, QTextList]]) -> None:
    present = cast("QTextList | None", block.textList())
    if level in lists:
        wanted = lists[level][1]
        if present is not wanted and (present is None or present.objectIndex() != wanted.objectIndex()):
            wanted.add(block)
        return
    list_format = QTextListFormat()
    list_format.setStyle(_STYLES[mark][level % 3])
    list_format.setIndent(level + 1)
    if present is not None and present.format() == list_format and present.item(0) == block:
        lists[level] = (mark, present)
    else:
        lists[level] = (mark, QTextCursor(block).createList(list_format))


def _leave(block: QTextBlock, old: QTextList) -> None:
    old.remove(block)
    cursor = QTextCursor(block)
    made = cursor.blockFormat()
    made.setIndent(0)
    cursor.setBlockFormat(made)


def _put_block(cursor: QTextCursor, block: TextBlock, style: TextStyle) -> None:
    made = block_format(block, style)
    cursor.setBlockFormat(made)
    cursor.setBlockCharFormat(block_char_format(made, style))
    put_runs(cursor, block.runs, style)


def _put_table(cursor: QTextCursor, block: TextTable, style: TextStyle) -> None:
    rows = canonical(block)
    if not isinstance(rows, TextTable):
        return
    table = cursor.insertTable(len(rows.rows), len(rows.rows[0]), table_format(block.id, style, header=block.header))
    for row_index, row in enumerate(rows.rows):
        for column, cell in enumerate(row):
            inner = table.cellAt(row_index, column).firstCursorPosition()
            inner.setBlockFormat(QTextBlockFormat())
            put_runs(inner, cell.runs, style)
            if block.header and row_index == 0:
                tinted = QTextTableCellFormat()
                tinted.setBackground(QBrush(QColor(style.header_fill)))
                table.cellAt(row_index, column).setFormat(tinted)
    cursor.setPosition(table.lastCursorPosition().position() + 1)
    cursor.setBlockFormat(QTextBlockFormat())
