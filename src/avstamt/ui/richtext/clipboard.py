"""Text that is copied and pasted: our own blocks whole, everything else cleaned to what a report can hold."""

from __future__ import annotations

import re
from typing import cast

from pydantic import ValidationError
from PySide6.QtCore import QMimeData
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
    QTextTable,
)

from avstamt.domain.base import new_id
from avstamt.domain.text import (
    Block,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    Runs,
    SubHeading,
    TextCell,
    TextTable,
)
from avstamt.ui.richtext.canonical import canonical_runs, stored
from avstamt.ui.richtext.formats import TextStyle
from avstamt.ui.richtext.reading import parts, read
from avstamt.ui.richtext.tidying import tidy

MIME = "application/x-avstamt-text"
_BULLET = re.compile(r"^\s*(?:[•·▪◦‣\uf0b7\uf0a7]|[-–*](?=\s))\s*")
_LINKS = ("http://", "https://", "mailto:")
_NUMBERED = {
    QTextListFormat.Style.ListDecimal,
    QTextListFormat.Style.ListLowerAlpha,
    QTextListFormat.Style.ListUpperAlpha,
}


def copied(cursor: QTextCursor, style: TextStyle) -> QMimeData:
    """Return the selection as our own blocks, as HTML and as plain text."""
    scratch = QTextDocument()
    QTextCursor(scratch).insertFragment(cursor.selection())
    tidy(scratch, style, 0, 0)
    data = QMimeData()
    data.setData(MIME, read(scratch).model_dump_json().encode())
    data.setHtml(cursor.selection().toHtml())
    data.setText(cursor.selection().toPlainText())
    return data


def pasted(data: QMimeData) -> tuple[Block, ...]:
    """Return what a paste holds as blocks: nothing is lost but the make-up we do not know."""
    if data.hasFormat(MIME):
        try:
            return RichText.model_validate_json(bytes(data.data(MIME).data())).blocks
        except ValidationError:
            pass  # another version's blocks: the plain text below holds the same words
    if data.hasHtml():
        scratch = QTextDocument()
        scratch.setHtml(data.html())
        return foreign_blocks(scratch)
    return plain_blocks(data.text())


def plain_blocks(text: str) -> tuple[Block, ...]:
    """Return plain text as blocks: a line is a paragraph, a line that begins with a bullet a list item."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    return tuple(_line(line) for line in lines if line.strip())


def foreign_blocks(document: QTextDocument) -> tuple[Block, ...]:
    """Return the blocks of a document that another program wrote."""
    made = (_table(part) if isinstance(part, QTextTable) else _block(part) for part in parts(document))
    return tuple(block for block in made if block is not None)


def _line(line: str) -> Block:
    if bullet := _BULLET.match(line):
        return ListItem(id=new_id("b"), runs=(Run(text=line[bullet.end() :]),))
    return Paragraph(id=new_id("b"), runs=(Run(text=line),))


def _block(block: QTextBlock) -> Block | None:
    runs = _foreign_runs(block)
    if not "".join(run.text for run in runs).strip():
        return None
    if heading := block.blockFormat().headingLevel():
        plain = tuple(run.model_copy(update={"bold": False}) for run in runs)
        return SubHeading(id=new_id("b"), runs=canonical_runs(plain), level=min(heading, 4))
    if (made := cast("QTextList | None", block.textList())) is not None:
        numbered = made.format().style() in _NUMBERED
        level = min(max(made.format().indent() - 1, 0), 5)
        return ListItem(id=new_id("b"), runs=runs, mark=ListKind.NUMBER if numbered else ListKind.BULLET, level=level)
    if bullet := _BULLET.match(runs[0].text):
        first = runs[0].model_copy(update={"text": runs[0].text[bullet.end() :]})
        return ListItem(id=new_id("b"), runs=canonical_runs((first, *runs[1:])))
    return Paragraph(id=new_id("b"), runs=runs)


def _foreign_runs(block: QTextBlock) -> Runs:
    runs: list[Run] = []
    position = block.begin()
    while not position.atEnd():
        runs.append(_foreign_run(position.fragment()))
        position += 1
    return canonical_runs(tuple(runs))


def _foreign_run(fragment: QTextFragment) -> Run:
    made = fragment.charFormat()
    address = made.anchorHref()
    is_bold = made.hasProperty(QTextFormat.Property.FontWeight) and made.fontWeight() >= QFont.Weight.DemiBold
    return Run(
        text=stored(fragment.text()).replace("\ufffc", ""),
        bold=is_bold,
        italic=made.fontItalic(),
        link=address if address.startswith(_LINKS) else None,
    )


def _table(table: QTextTable) -> TextTable:
    rows = tuple(
        tuple(TextCell(runs=_cell_runs(table, row, column)) for column in range(table.columns()))
        for row in range(table.rows())
    )
    return TextTable(id=new_id("b"), rows=rows)


def _cell_runs(table: QTextTable, row: int, column: int) -> Runs:
    runs: list[Run] = []
    position = table.cellAt(row, column).begin()
    while not position.atEnd():
        if runs:
            runs.append(Run(text="\n"))
        runs.extend(_foreign_runs(position.currentBlock()))
        position += 1
    return canonical_runs(tuple(runs))
