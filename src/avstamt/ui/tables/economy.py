"""The table of an economy section: typed columns, rows with roles, totals in bold."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from avstamt.domain.base import Node, new_id
from avstamt.domain.economy import Cell, EconomyTable, Row, RowRole
from avstamt.domain.finding import Level
from avstamt.domain.place import Place, PlaceError, value_at, with_value
from avstamt.domain.report import Report
from avstamt.ui.document import Document
from avstamt.ui.tables.columns import CellKind, SheetColumn
from avstamt.ui.tables.sheet import Sheet

if TYPE_CHECKING:
    from avstamt.rules.economy_expected import Reckoned, Spot

LABEL = "label"
_LABEL_WIDTH = 2.6
_TOTALS = {RowRole.TOTAL, RowRole.TOTAL_COST, RowRole.TOTAL_INCOME, RowRole.NET}


class EconomySheet(Sheet):
    """An economy table; the first column holds the rows' labels, the others the cells."""

    def __init__(self, document: Document, table_place: Place, parent: QObject) -> None:
        table = cast("EconomyTable", value_at(document.report, table_place))
        self.table_place = table_place
        self._reckoned_of: Report | None = None
        self._totals: Mapping[Spot, Reckoned] = {}
        super().__init__(document, table_place / "rows", economy_columns(table), parent)

    def place_in(self, row: Place, column: int) -> Place:
        """Return the place of a label or a cell's text."""
        return row / LABEL if column == 0 else row / "cells" / self.columns[column].name / "text"

    def cell(self, row: int, column: int) -> str | bool:
        """Return a label or a cell's text."""
        node = self._rows()[row]
        return node.label if column == 0 else node.text(self.columns[column].name)

    def written(self, report: Report, row: Place, column: int, value: str | bool) -> Report:
        """Return the report with a label or a cell set; an empty cell that did not exist is not made."""
        if column == 0:
            return with_value(report, row / LABEL, str(value))
        node = cast("Row", value_at(report, row))
        return with_value(report, row / "cells", self._cells(node, self.columns[column].name, str(value)))

    def lock(self, _row: int, _column: int) -> str:
        """Return the empty string: every cell of an economy table is the writer's own."""
        return ""

    def new_row(self) -> Node:
        """Return a row without figures."""
        return Row(id=new_id("r"))

    def is_strong(self, row: int, _column: int) -> bool:
        """Tell whether the row is a sum of others."""
        return self._rows()[row].role in _TOTALS

    def reckoned(self, row: int, column: int) -> Reckoned | None:
        """Return what a total comes to by the rows above it; None where the cell is no total or it cannot be told."""
        if column == 0:
            return None
        if self.document.report is not self._reckoned_of:
            from avstamt.rules.economy_expected import reckoned_totals  # the rules are loaded after the window is shown

            table = self._table()
            self._reckoned_of, self._totals = self.document.report, reckoned_totals(table) if table is not None else {}
        return self._totals.get((self._rows()[row].id, self.columns[column].name))

    def remark(self, row: int, column: int) -> str:
        """Return the sum that the rows make, where the typed total is another."""
        made = self.reckoned(row, column)
        is_typed = bool(str(self.cell(row, column)).strip())
        return f"Σ\u00a0{made.text}" if made is not None and not made.fits and is_typed else ""

    def explanation(self, row: int, column: int) -> str:
        """Return what the remark on a cell means."""
        made = self.reckoned(row, column)
        return f"Raderna blir tillsammans {made.text}." if made is not None and self.remark(row, column) else ""

    def level(self, row: int, column: int) -> Level | None:
        """Return the level of what was found about a cell: a rule points at the cell, what is edited is its text."""
        level = super().level(row, column)
        return self.levels.get(self.cell_place(row, column).parent) if level is None and column else level

    def _follow(self, changed: Place) -> None:
        super()._follow(changed)
        if changed.is_within(self.place) and len(changed.path) > len(self.place.path) + 1:
            self._tell_all([])  # a figure of one row is part of another row's sum

    def _table(self) -> EconomyTable | None:
        try:
            return cast("EconomyTable", value_at(self.document.report, self.table_place))
        except PlaceError:
            return None

    def _rows(self) -> tuple[Row, ...]:
        return cast("tuple[Row, ...]", self.nodes())

    def _cells(self, row: Row, column_id: str, text: str) -> tuple[Cell, ...]:
        if any(cell.id == column_id for cell in row.cells):
            return tuple(Cell(id=cell.id, text=text) if cell.id == column_id else cell for cell in row.cells)
        if not text:
            return row.cells
        filled = {cell.id: cell for cell in row.cells} | {column_id: Cell(id=column_id, text=text)}
        return tuple(filled[column.name] for column in self.columns[1:] if column.name in filled)


def economy_columns(table: EconomyTable) -> tuple[SheetColumn, ...]:
    """Return the columns of a table: the labels under the corner head, then its own with their groups above."""
    own = tuple(SheetColumn(name=column.id, head=column.title, group=column.group) for column in table.columns)
    return (SheetColumn(name=LABEL, head=table.corner, width=_LABEL_WIDTH, kind=CellKind.TEXT), *own)
