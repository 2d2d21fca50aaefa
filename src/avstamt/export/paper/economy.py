"""Economy tables as items: group heads over column heads, figures as typed, sums set off."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from avstamt.domain.economy import Column as EconomyColumn
from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole, Unit
from avstamt.domain.economy import Row as EconomyRow
from avstamt.domain.place import Place
from avstamt.domain.quantity import FigureKind, read_figure
from avstamt.export.paper.characters import one_line
from avstamt.export.paper.items import Align, Cell, HeadCell, Item, Row, Table, TableKind
from avstamt.export.paper.text import plain_runs, text_items
from avstamt.export.paper.widths import fitted

_TOTALS = frozenset({RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET, RowRole.TOTAL})
_LABEL_PARTS = 2.0


def economy_items(table: EconomyTable, place: Place, level: int) -> Iterator[Item]:
    """Yield a table and the text that stands after it, its sub-headings from `level` on."""
    if table.columns or table.rows:
        yield _table(table, place)
    yield from text_items(table.comment, place / "comment", level)


def _table(table: EconomyTable, place: Place) -> Table:
    rows = tuple(_row(table, row, place / "rows" / row.id) for row in table.rows)
    head = _head(table, place)
    texts = [
        [one_line(_corner(table)), *(one_line(column.title) for column in table.columns)],
        *([cell.text for cell in row.cells] for row in rows),
    ]
    aligns = [Align.LEFT, *(Align.RIGHT for _ in table.columns)]
    columns = fitted(texts, [_LABEL_PARTS, *(1.0 for _ in table.columns)], aligns)
    title = one_line(table.title)
    return Table(TableKind.ECONOMY, title, title or "Tabell över ekonomi", columns, head, rows, place)


def _head(table: EconomyTable, place: Place) -> tuple[tuple[HeadCell, ...], ...]:
    """Return one header row, or two where columns stand in groups."""
    grouped = any(column.group for column in table.columns)
    corner = HeadCell(one_line(_corner(table)), place / "corner", 0, rows=2 if grouped else 1)
    upper: list[HeadCell] = []
    lower: list[HeadCell] = []
    for group, members in groupby(enumerate(table.columns, 1), key=lambda numbered: numbered[1].group):
        columns = list(members)
        number, first = columns[0]
        if group:
            here = place / "columns" / first.id / "group"
            upper.append(HeadCell(one_line(group), here, number, columns=len(columns), align=Align.RIGHT))
            lower.extend(_column_head(column, at, place) for at, column in columns)
        else:
            upper.extend(_column_head(column, at, place, rows=corner.rows) for at, column in columns)
    return ((corner, *upper), tuple(lower)) if grouped else ((corner, *upper),)


def _column_head(column: EconomyColumn, number: int, place: Place, rows: int = 1) -> HeadCell:
    here = place / "columns" / column.id / "title"
    return HeadCell(one_line(column.title), here, number, rows=rows, align=Align.RIGHT)


def _corner(table: EconomyTable) -> str:
    """Return the head above the row labels; where none was typed, the unit and the riktvärde that hold for the table."""
    if table.corner:
        return table.corner
    unit = "" if table.unit is Unit.NONE else table.unit.value.capitalize()
    benchmark = f"Riktvärde {table.benchmark}" if table.benchmark else ""
    return ", ".join(part for part in (unit, benchmark) if part)


def _row(table: EconomyTable, row: EconomyRow, place: Place) -> Row:
    label = Cell(plain_runs(row.label), place / "label")
    texts = {cell.id: cell.text for cell in row.cells}
    cells = tuple(_cell(column, texts, place) for column in table.columns)
    return Row((label, *cells), place, total=row.role in _TOTALS)


def _cell(column: EconomyColumn, texts: dict[str, str], row: Place) -> Cell:
    """Return a cell; one that the row lacks points at its row."""
    text = texts.get(column.id, "")
    place = row / "cells" / column.id / "text" if column.id in texts else row
    words = column.role is ColumnRole.OTHER and read_figure(text).kind is FigureKind.TEXT
    return Cell(plain_runs(text), place, Align.LEFT if words else Align.RIGHT)
