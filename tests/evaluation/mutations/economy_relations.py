"""The relations of figures that hold in an economy table: sums, nets, variances and shares, as a reader works them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tests.evaluation.mutations.figures import amount, ulp

from avstamt.domain.economy import ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.place import Place
from avstamt.domain.report import Report

Spot = tuple[str, str]
"""Row id and column id."""

_PARTS = {
    RowRole.TOTAL_INCOME: (RowRole.INCOME,),
    RowRole.TOTAL_COST: (RowRole.COST,),
    RowRole.TOTAL: (RowRole.AREA, RowRole.INVESTMENT),
}


@dataclass(frozen=True)
class Relation:
    """A cell that is a sum of others with signs, which holds within what rounding allows."""

    kind: str
    table: Place
    total: Spot
    parts: tuple[tuple[int, Spot], ...]
    cells: dict[Spot, str]

    @property
    def slack(self) -> Decimal:
        """Return how far the total may lie from the sum: half a unit for each rounded figure."""
        return sum((ulp(self.cells[spot]) / 2 for spot in self.spots), Decimal(0))

    @property
    def spots(self) -> tuple[Spot, ...]:
        return (self.total, *(spot for _sign, spot in self.parts))

    def gap(self, changed: dict[Spot, str] | None = None) -> Decimal:
        """Return how far the total lies from the sum of its parts, where some cells may read otherwise."""
        cells = {**self.cells, **(changed or {})}
        parts = sum((sign * _value(cells[spot]) for sign, spot in self.parts), Decimal(0))
        return abs(_value(cells[self.total]) - parts)

    def is_broken_by(self, changed: dict[Spot, str]) -> bool:
        """Tell whether the change puts the total beyond what rounding explains."""
        return self.gap(changed) > self.slack

    def place(self, spot: Spot) -> Place:
        return self.table / "rows" / spot[0] / "cells" / spot[1]


def _value(text: str) -> Decimal:
    return amount(text) or Decimal(0)


def tables(report: Report) -> Iterator[tuple[EconomyTable, Place]]:
    """Yield every economy table with its place."""
    for section in report.sections:
        for table in section.tables:
            yield table, Place.of("sections", section.id, "tables", table.id)


def relations(report: Report) -> tuple[Relation, ...]:
    """Return every relation that holds in the report as it stands."""
    found = (relation for table, place in tables(report) for relation in _in_table(table, place))
    return tuple(relation for relation in found if relation.gap() <= relation.slack)


def _in_table(table: EconomyTable, place: Place) -> Iterator[Relation]:
    cells = {(row.id, cell.id): cell.text for row in table.rows for cell in row.cells}
    for column in table.columns:
        if column.role is not ColumnRole.SHARE:
            for kind, total, parts in _down(table):
                yield from _made(kind, place, cells, (total.id, column.id), [(s, (r.id, column.id)) for s, r in parts])
    for row in table.rows:
        for kind, column_total, columns in _across(table):
            yield from _made(kind, place, cells, (row.id, column_total), [(s, (row.id, c)) for s, c in columns])


def _made(
    kind: str, place: Place, cells: dict[Spot, str], total: Spot, parts: list[tuple[int, Spot]]
) -> Iterator[Relation]:
    there = tuple((sign, spot) for sign, spot in parts if amount(cells.get(spot, "")) is not None)
    if amount(cells.get(total, "")) is not None and len(there) > 1:
        yield Relation(kind, place, total, there, cells)


def _down(table: EconomyTable) -> Iterator[tuple[str, Row, list[tuple[int, Row]]]]:
    by_role = {role: [row for row in table.rows if row.role is role] for role in RowRole}
    for role, parts in _PARTS.items():
        rows = [row for part in parts for row in by_role[part]]
        if len(by_role[role]) == 1 and len(rows) > 1:
            yield "summa", by_role[role][0], [(1, row) for row in rows]
    income = by_role[RowRole.TOTAL_INCOME] or by_role[RowRole.INCOME]
    cost = by_role[RowRole.TOTAL_COST] or by_role[RowRole.COST]
    if len(by_role[RowRole.NET]) == len(income) == len(cost) == 1:
        yield "netto", by_role[RowRole.NET][0], [(1, income[0]), (1, cost[0])]


def _across(table: EconomyTable) -> Iterator[tuple[str, str, list[tuple[int, str]]]]:
    columns = {role: [column.id for column in table.columns if column.role is role] for role in ColumnRole}
    result = columns[ColumnRole.FORECAST] or columns[ColumnRole.OUTCOME]
    variance, budget = columns[ColumnRole.VARIANCE], columns[ColumnRole.BUDGET]
    if len(variance) == len(result) == len(budget) == 1:
        yield "avvikelse", variance[0], [(1, budget[0]), (-1, result[0])]
        yield "avvikelse", variance[0], [(-1, budget[0]), (1, result[0])]
    adjusted = columns[ColumnRole.ADJUSTED_VARIANCE]
    roles = (ColumnRole.PERFORMANCE, ColumnRole.BUDGET_ADJUSTMENT, ColumnRole.CARRIED_OVER)
    if len(variance) == len(adjusted) == 1:
        yield (
            "justerad avvikelse",
            adjusted[0],
            [(1, c) for c in (variance[0], *(x for r in roles for x in columns[r]))],
        )
