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
from avstamt.export.paper.items import Align, Cell, Column, HeadCell, Item, Row, Table, TableKind
from avstamt.export.paper.seams import with_seams
from avstamt.export.paper.text import plain_runs, text_items
from avstamt.export.paper.widths import fitted, is_crowded

_TOTALS = frozenset({RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET, RowRole.TOTAL})
_LABEL_PARTS = 2.0


def economy_items(tables: Sequence[EconomyTable], place: Place, level: int) -> Iterator[Item]:
    """Yield the tables of a section at `place`, each with the text that stands after it, its sub-headings from `level` on.

    Tables with the same heads have columns of the same width, so that their figures stand under each other.
    """
    made = [_table(table, place / table.id) for table in tables]
    columns: dict[tuple[tuple[int, str], ...], tuple[Column, ...]] = {}
    for table, one in zip(tables, made, strict=True):
        if table.columns or table.rows or table.title:
            heads = _heads(one)
            if heads not in columns:
                columns[heads] = _columns([other for other in made if _heads(other) == heads])
            yield replace(one, columns=columns[heads])
        yield from text_items(table.comment, place / table.id / "comment", level)


def _table(table: EconomyTable, place: Place) -> Table:
    """Return the table with columns that have no width yet."""
    titles = [one_line(text) for text in (_corner(table), *(column.title for column in table.columns))]
    labels = [set_figures(row.label) for row in table.rows]
    texts = [[label, *(_texts(table, row))] for label, row in zip(labels, table.rows, strict=True)]
    if is_crowded(titles, texts):
        titles, labels = [with_seams(title) for title in titles], [with_seams(label) for label in labels]
    aligns = [Align.LEFT, *(Align.RIGHT for _ in table.columns)]
    rows = decimals_aligned([_row(table, row, label, place) for row, label in zip(table.rows, labels, strict=True)])
    title = one_line(table.title)
    summary = title or "Tabell över ekonomi"
    columns = tuple(Column(0.0, align) for align in aligns)
    return Table(TableKind.ECONOMY, title, summary, columns, _head(table, titles, place), rows, place)


def _heads(table: Table) -> tuple[tuple[int, str], ...]:
    """Return the heads of the columns, without that of the row labels."""
    return tuple((cell.column, cell.text) for row in table.head for cell in row if cell.column)


def _columns(alike: Sequence[Table]) -> tuple[Column, ...]:
    """Return the columns of tables with the same heads, fitted to the texts of all of them."""
    first = alike[0]
    corners = [cell.text for table in alike for cell in table.head[0] if not cell.column]
    titles = {cell.column: cell.text for row in first.head for cell in row if cell.columns == 1} | {
        0: max(corners, key=len)
    }
    rows = [row for table in alike for row in table.rows]
    return fitted(
        [titles.get(at, "") for at in range(len(first.columns))],
        [[cell.text for cell in row.cells] for row in rows],
        [_LABEL_PARTS, *(1.0 for _ in first.columns[1:])],
        [column.align for column in first.columns],
        [[cell.room for cell in row.cells] for row in rows],
    )


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
