"""Reads our blocks out of a QTextDocument: what was not edited comes back as the very blocks that were shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple, cast

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument, QTextFrame, QTextTable

from avstamt.domain.text import EMPTY_TEXT, Block, RichText, Run, Runs, TextCell, TextTable
from avstamt.ui.richtext.canonical import LINE_SEPARATOR, canonical, canonical_runs, shown, stored
from avstamt.ui.richtext.formats import BLOCK_ID, TABLE_HEADER, TABLE_ID, block_of, run_of

_GAPS = str.maketrans("\t", LINE_SEPARATOR)


class Shown(NamedTuple):
    """A block or table as it stands in a document: where it begins, and its characters.

    Those of a table are counted as the report counts them, one between two cells or rows, which is a line separator.
    """

    position: int
    text: str
    is_table: bool = False


def read(document: QTextDocument, known: RichText = EMPTY_TEXT, touched: Collection[str] | None = None) -> RichText:
    """Return the text of `document`; a block that stands unchanged in `known` is taken from there.

    Blocks without id are the empty ones that Qt keeps around a table; they are no part of the text. Where `touched`
    is given, only the blocks with these ids are looked into; the others are known to be as they were.
    """
    before = {block.id: block for block in known.blocks}
    blocks = tuple(_blocks(document, before, touched))
    if blocks == known.blocks:
        return known
    return EMPTY_TEXT if is_blank(document) else RichText(blocks=blocks)


def is_blank(document: QTextDocument) -> bool:
    """Tell whether the document is one empty block."""
    return document.blockCount() == 1 and document.characterCount() <= 1


def parts(document: QTextDocument) -> Iterator[QTextBlock | QTextTable]:
    """Yield the top-level blocks and tables in order."""
    position = document.rootFrame().begin()
    while not position.atEnd():
        frame = cast("QTextFrame | None", position.currentFrame())
        if isinstance(frame, QTextTable):
            yield frame
        elif frame is None:
            yield position.currentBlock()
        position += 1


def cursor_at(document: QTextDocument, block_id: str, span: tuple[int, int]) -> QTextCursor | None:
    """Return a cursor that marks a span of a block's or table's characters, None where there is no such block."""
    part = next((part for part in parts(document) if id_of(part) == block_id), None)
    if part is None:
        return None
    if isinstance(part, QTextTable):
        first, last = part.firstPosition(), part.lastPosition()
    else:
        first, last = part.position(), part.position() + part.length() - 1
    cursor = QTextCursor(document)
    cursor.setPosition(min(first + span[0], last))
    cursor.setPosition(min(first + span[1], last), QTextCursor.MoveMode.KeepAnchor)
    return cursor


def shown_parts(document: QTextDocument) -> Iterator[tuple[str, Shown]]:
    """Yield the blocks and tables with their ids."""
    block = document.firstBlock()
    while block.isValid():
        if name := block.blockFormat().stringProperty(BLOCK_ID):
            yield name, Shown(block.position(), block.text())
        elif (table := cast("QTextTable | None", QTextCursor(block).currentTable())) is not None:
            yield id_of(table), Shown(table.firstPosition(), _table_text(table), is_table=True)
            block = document.findBlock(table.lastPosition())
        block = block.next()


def shown_table(said: str) -> str:
    """Return the plain text of a table as `Shown` has it."""
    return shown(said).translate(_GAPS)


def part_of_position(document: QTextDocument, position: int) -> tuple[str, int]:
    """Return the id of the block or table that a position lies in, and where that begins."""
    block = document.findBlock(position)
    if name := block.blockFormat().stringProperty(BLOCK_ID):
        return name, block.position()
    table = cast("QTextTable | None", QTextCursor(block).currentTable())
    return ("", block.position()) if table is None else (id_of(table), table.firstPosition())


def _table_text(table: QTextTable) -> str:
    block = table.document().findBlock(table.firstPosition())
    texts: list[str] = []
    while block.isValid() and block.position() <= table.lastPosition():
        texts.append(block.text())
        block = block.next()
    return LINE_SEPARATOR.join(texts).translate(_GAPS)


def block_runs(block: QTextBlock) -> Runs:
    """Return the runs of one block in canonical form."""
    runs: list[Run] = []
    position = block.begin()
    while not position.atEnd():
        fragment = position.fragment()
        runs.append(run_of(stored(fragment.text()), fragment.charFormat()))
        position += 1
    return canonical_runs(tuple(runs))


def _known_or_new(made: Block, before: Mapping[str, Block]) -> Block:
    known = before.get(made.id)
    return known if known is not None and canonical(known) == made else made


def part_at(cursor: QTextCursor) -> QTextBlock | QTextTable:
    """Return the table that a cursor stands in, or the block."""
    table = cast("QTextTable | None", cursor.currentTable())
    return cursor.block() if table is None else table


def id_of(part: QTextBlock | QTextTable) -> str:
    """Return the id of a block or table in a document, empty where it has none."""
    if isinstance(part, QTextTable):
        return part.format().stringProperty(TABLE_ID)
    return part.blockFormat().stringProperty(BLOCK_ID)


def _blocks(document: QTextDocument, before: Mapping[str, Block], touched: Collection[str] | None) -> Iterator[Block]:
    for part in parts(document):
        part_id = id_of(part)
        if not part_id:
            continue
        if touched is not None and part_id not in touched and part_id in before:
            yield before[part_id]
        elif isinstance(part, QTextTable):
            yield _known_or_new(_table(part), before)
        else:
            yield _known_or_new(block_of(part.blockFormat(), block_runs(part)), before)


def _table(table: QTextTable) -> TextTable:
    rows = tuple(
        tuple(TextCell(runs=_cell_runs(table, row, column)) for column in range(table.columns()))
        for row in range(table.rows())
    )
    made = table.format()
    return TextTable(id=str(made.property(TABLE_ID)), rows=rows, header=made.boolProperty(TABLE_HEADER))


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    runs: list[Run] = []
    position = table.cellAt(row, column).begin()
    is_first = True
    while not position.atEnd():
        block = position.currentBlock()
        if not is_first:
            runs.append(Run(text="\n"))
        runs.extend(block_runs(block))
        is_first = False
        position += 1
    return canonical_runs(tuple(runs))
