"""Tables of a Word document: header rows that repeat, fixed widths, figures to the right, the Analys under its row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from dataclasses import replace

from avstamt.export.paper.items import (
    Align,
    Cell,
    Column,
    HeadCell,
    ListItem,
    Note,
    Row,
    Run,
    Table,
    TableKind,
    TextItem,
)
from avstamt.export.paper.kept import is_low, is_small
from avstamt.export.wordml import names
from avstamt.export.wordml.desk import Desk
from avstamt.export.wordml.text import add_runs, line, list_item, paragraph
from avstamt.export.wordml.xml import Element, add, add_text, element, name

_BREAK_AFTER_SLASH = "/\u200b"
_WORDS_SLASH = re.compile(r"(?<=[^\W\d]{3})/(?=[^\W\d]{3})")
_APART = 160
_NOTE_SIDES = 480
_BESIDE = 80
_BESIDE_NARROW = 60


def table(desk: Desk, item: Table, width: int) -> Element:
    """Return a table of `width` twentieths of a point."""
    made = element("tbl")
    widths = _widths(item.columns, width)
    _add_properties(desk, made, item, sum(widths))
    grid = add(made, "tblGrid")
    for column in widths:
        add(grid, "gridCol", w=str(column))
    for index in range(len(item.head)):
        _add_head_row(desk, made, item, index, widths)
    of_field, small = item.kind is not TableKind.TEXT, is_small(item)
    for number, row in enumerate(item.rows):
        whole = row.is_short and (number > 0 or (len(item.rows) == 1 and row.note is None))
        _add_row(desk, made, row, item, widths, of_field=of_field, whole=whole)
        if row.note is not None:
            _add_note(desk, made, row.note, widths)
        if number < len(item.rows) - 1 and (small or (number == 0 and is_low(item, row))):
            _keep(made[-1])
    return made


def _keep(row: Element) -> None:
    """Keep a row on the page of the next: a low first one, so that it does not end a page, and all of a small table."""
    for look in row.iter(name("pPr")):
        if look.find(name("keepNext")) is None:
            look.insert(1, element("keepNext"))


def _widths(columns: Sequence[Column], width: int) -> list[int]:
    made = [int(column.width * width) for column in columns]
    made[0] += width - sum(made)
    return made


def _add_properties(desk: Desk, made: Element, item: Table, width: int) -> None:
    properties = add(made, "tblPr")
    add(properties, "tblStyle", val=desk.styles[names.TABLE])
    add(properties, "tblW", w=str(width), type_="dxa")
    add(properties, "tblLayout", type_="fixed")
    if item.is_narrow:
        margins = add(properties, "tblCellMar")
        add(margins, "left", w=str(_BESIDE_NARROW), type_="dxa")
        add(margins, "right", w=str(_BESIDE_NARROW), type_="dxa")
    look = {"val": "0020" if item.head else "0000", "firstRow": "1" if item.head else "0"}
    add(properties, "tblLook", **look, lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1")
    if item.summary:
        add(properties, "tblCaption", val=item.title or item.summary)
        add(properties, "tblDescription", val=item.summary)


def _add_head_row(desk: Desk, made: Element, item: Table, index: int, widths: Sequence[int]) -> None:
    """Add header row `index`; a cell that reaches down from the row above goes on as a merged cell."""
    row = add(made, "tr")
    add(add(row, "trPr"), "tblHeader")
    own = list(item.head[index])
    above = [cell for cell in item.head[index - 1] if cell.rows > 1] if index else []
    for cell in sorted((*own, *above), key=lambda cell: cell.column):
        merge = ("restart" if cell in own else "continue") if cell.rows > 1 else ""
        width = sum(widths[cell.column : cell.column + cell.columns])
        row.append(_head_cell(desk, cell, _margins(item, cell.column), width, merge))
        if merge != "continue":
            _mark_head(desk, item.kind, cell, row[-1][-1])


def _mark_head(desk: Desk, kind: TableKind, cell: HeadCell, paragraph: Element) -> None:
    """Mark the head of an economy table as a field; the heads of the others are the template's."""
    if kind is TableKind.ECONOMY:
        desk.mark(paragraph, cell.place, cell.text)
    elif kind is not TableKind.TEXT:
        desk.pass_over(cell.text)


def _head_cell(desk: Desk, cell: HeadCell, margins: Element | None, width: int, merge: str) -> Element:
    made = element("tc")
    properties = add(made, "tcPr")
    add(properties, "tcW", w=str(width), type_="dxa")
    if cell.columns > 1:
        add(properties, "gridSpan", val=str(cell.columns))
    if merge:
        add(properties, "vMerge", val=merge)
    borders = add(properties, "tcBorders")
    _add_rule(desk, borders, "bottom")
    add(properties, "shd", val="clear", color="auto", fill=desk.layout.colours.table_head.lstrip("#"))
    if margins is not None:
        properties.append(margins)
    add(properties, "vAlign", val="bottom")
    text = paragraph(desk, names.TABLE_HEAD)
    if cell.align is Align.RIGHT:
        add(text[0], "jc", val="right")
    if merge != "continue":
        add_text(add(text, "r"), cell.text.replace("/", _BREAK_AFTER_SLASH))
    made.append(text)
    return made


def _add_rule(desk: Desk, borders: Element, side: str) -> None:
    add(borders, side, val="single", sz="6", space="0", color=desk.layout.colours.quiet.lstrip("#"))


def _margins(item: Table, column: int) -> Element | None:
    """Return the margins of a cell that stands apart from the one before, None where the table's own hold."""
    if not item.columns[column].apart:
        return None
    beside = _BESIDE_NARROW if item.is_narrow else _BESIDE
    margins = element("tcMar")
    add(margins, "left", w=str(beside + _APART), type_="dxa")
    add(margins, "right", w=str(beside), type_="dxa")
    return margins


def _new_row(made: Element, *, whole: bool) -> Element:
    """Return a new row; one that is `whole` is not broken over two pages.

    The first of several rows must not be so marked: LibreOffice (7.4) then drops the rows after it at the end of some pages.
    """
    holder = add(made, "tr")
    if whole:
        add(add(holder, "trPr"), "cantSplit")
    return holder


def _add_row(
    desk: Desk,
    made: Element,
    row: Row,
    table: Table,
    widths: Sequence[int],
    *,
    of_field: bool,
    whole: bool,
) -> None:
    holder = _new_row(made, whole=whole)
    for at, (cell, width) in enumerate(zip(row.cells, widths, strict=True)):
        look = (width, row.total, row.note is not None, table.columns[at].apart, table.is_narrow, cell.align)
        if look not in desk.cells:
            desk.cells[look] = _blank_cell(desk, row, cell, _margins(table, at), width)
        filled = _filled(desk, row, cell, desk.cells[look])
        holder.append(filled)
        if of_field and cell.place != row.place:
            desk.mark(filled[-1], cell.place, cell.text)


def _add_row_rules(desk: Desk, properties: Element, row: Row) -> None:
    borders = add(properties, "tcBorders")
    if row.total:
        _add_rule(desk, borders, "top")
    if row.note is not None:
        add(borders, "bottom", val="nil")


def _filled(desk: Desk, row: Row, cell: Cell, blank: Element) -> Element:
    made = copy(blank)
    text = made[-1]
    if cell.room:
        add(text[0], "ind", right=str(round(20 * desk.layout.sizes.table * cell.room)))
    add_runs(desk, text, _breakable(cell.runs), bold=row.total)
    return made


def _blank_cell(desk: Desk, row: Row, cell: Cell, margins: Element | None, width: int) -> Element:
    made = element("tc")
    properties = add(made, "tcPr")
    add(properties, "tcW", w=str(width), type_="dxa")
    if row.total or row.note is not None:
        _add_row_rules(desk, properties, row)
    if margins is not None:
        properties.append(margins)
    text = paragraph(desk, names.TABLE_FIGURE if cell.align is Align.RIGHT else names.TABLE_TEXT)
    if row.note is not None:  # the row stays on the page of its Analys
        add(text[0], "keepNext")
    made.append(text)
    return made


def _breakable(runs: Sequence[Run]) -> Sequence[Run]:
    """Return runs that may be broken after a slash between words ("nämnd/styrelse"), which Word does not do by itself."""
    if not any("/" in run.text for run in runs):
        return runs
    return [replace(run, text=_WORDS_SLASH.sub(_BREAK_AFTER_SLASH, run.text)) for run in runs]


def _add_note(desk: Desk, table: Element, note: Note, widths: Sequence[int]) -> None:
    """Add the row that holds an Analys, over the whole width."""
    holder = add(_new_row(table, whole=note.is_short), "tc")
    properties = add(holder, "tcPr")
    add(properties, "tcW", w=str(sum(widths)), type_="dxa")
    if len(widths) > 1:
        add(properties, "gridSpan", val=str(len(widths)))
    add(add(properties, "tcBorders"), "top", val="nil")
    add(add(properties, "tcMar"), "top", w="0", type_="dxa")
    label = line(desk, names.TABLE_NOTE_LABEL, note.label)
    if not note.is_short:  # LibreOffice keeps a whole row with the next where its first paragraph is kept
        add(label[0], "keepNext")
    desk.mark_label(label, note.place)
    holder.append(label)
    made: list[Element] = []
    for item in note.items:
        pieces = _in_note(desk, item, sum(widths))
        desk.note(item.place, pieces[0])
        made.extend(pieces)
    holder.extend([desk.controls.wrap(note.place, note.items, made)] if desk.controls and made else made)


def _in_note(desk: Desk, item: TextItem, width: int) -> list[Element]:
    if isinstance(item, Table):  # a cell must end with a paragraph
        return [table(desk, item, width - _NOTE_SIDES), paragraph(desk, names.TABLE_GAP)]
    if isinstance(item, ListItem):
        return [list_item(desk, item, names.TABLE_NOTE)]
    made = paragraph(desk, names.TABLE_NOTE)
    add_runs(desk, made, item.runs, bold=item.lead)
    return [made]
