"""Economy tables as items: group heads over column heads, figures as typed, sums set off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from avstamt.domain.economy import Column as EconomyColumn
from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole, Unit
from avstamt.domain.economy import Row as EconomyRow
from avstamt.domain.place import Place
from avstamt.domain.quantity import FigureKind, read_figure
from avstamt.export.paper.characters import one_line, set_figures
from avstamt.export.paper.decimals import decimals_aligned
from avstamt.export.paper.items import Align, Cell, HeadCell, Item, Row, Table, TableKind
from avstamt.export.paper.seams import with_seams
from avstamt.export.paper.text import plain_runs, text_items
from avstamt.export.paper.widths import fitted, is_crowded

_TOTALS = frozenset({RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET, RowRole.TOTAL})
_LABEL_PARTS = 2.0


def economy_items(table: EconomyTable, place: Place, level: int) -> Iterator[Item]:
    """Yield a table and the text that stands after it, its sub-headings from `level` on."""
    if table.columns or table.rows or table.title:
        yield _table(table, place)
    yield from text_items(table.comment, place / "comment", level)


def _table(table: EconomyTable, place: Place) -> Table:
    titles = [one_line(text) for text in (_corner(table), *(column.title for column in table.columns))]
    labels = [set_figures(row.label) for row in table.rows]
    texts = [[label, *(_texts(table, row))] for label, row in zip(labels, table.rows, strict=True)]
    if is_crowded(titles, texts):
        titles, labels = [with_seams(title) for title in titles], [with_seams(label) for label in labels]
        texts = [[label, *cells] for label, (_label, *cells) in zip(labels, texts, strict=True)]
    aligns = [Align.LEFT, *(Align.RIGHT for _ in table.columns)]
    rows = decimals_aligned([_row(table, row, label, place) for row, label in zip(table.rows, labels, strict=True)])
    rooms = [[cell.room for cell in row.cells] for row in rows]
    columns = fitted(titles, texts, [_LABEL_PARTS, *(1.0 for _ in table.columns)], aligns, rooms)
    title = one_line(table.title)
    summary = title or "Tabell över ekonomi"
    return Table(TableKind.ECONOMY, title, summary, columns, _head(table, titles, place), rows, place)


def _head(table: EconomyTable, titles: Sequence[str], place: Place) -> tuple[tuple[HeadCell, ...], ...]:
    """Return one header row, or two where columns stand in groups."""
    grouped = any(column.group for column in table.columns)
    corner = HeadCell(titles[0], place / "corner", 0, rows=2 if grouped else 1)
    upper: list[HeadCell] = []
    lower: list[HeadCell] = []
    for group, members in groupby(enumerate(table.columns, 1), key=lambda numbered: numbered[1].group):
        columns = list(members)
        number, first = columns[0]
        heads = [
            HeadCell(titles[at], place / "columns" / column.id / "title", at, align=Align.RIGHT)
            for at, column in columns
        ]
        if group:
            upper.append(
                HeadCell(one_line(group), place / "columns" / first.id / "group", number, columns=len(columns))
            )
            lower.extend(heads)
        else:
            upper.extend(replace(head, rows=corner.rows) for head in heads)
    return ((corner, *upper), tuple(lower)) if grouped else ((corner, *upper),)


def _corner(table: EconomyTable) -> str:
    """Return the head above the row labels; where none was typed, the unit and the riktvärde that hold for the table."""
    if table.corner:
        return table.corner
    unit = "" if table.unit is Unit.NONE else table.unit.value.capitalize()
    benchmark = f"Riktvärde {table.benchmark}" if table.benchmark else ""
    return ", ".join(part for part in (unit, benchmark) if part)


def _texts(table: EconomyTable, row: EconomyRow) -> list[str]:
    texts = {cell.id: set_figures(cell.text) for cell in row.cells}
    return [texts.get(column.id, "") for column in table.columns]


def _row(table: EconomyTable, row: EconomyRow, label: str, place: Place) -> Row:
    here = place / "rows" / row.id
    known = {cell.id for cell in row.cells}
    cells = [
        _cell(column, text, here / "cells" / column.id / "text" if column.id in known else here)
        for column, text in zip(table.columns, _texts(table, row), strict=True)
    ]
    return Row((Cell(plain_runs(label), here / "label"), *cells), here, total=row.role in _TOTALS)


def _cell(column: EconomyColumn, text: str, place: Place) -> Cell:
    """Return a cell; words in a column of no known kind stand to the left."""
    words = column.role is ColumnRole.OTHER and read_figure(text).kind is FigureKind.TEXT
    return Cell(plain_runs(text), place, Align.LEFT if words else Align.RIGHT)
