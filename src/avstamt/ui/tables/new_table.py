"""Tables that the writer adds or reshapes, as pure changes of the report."""

from __future__ import annotations

from avstamt.domain.base import new_id
from avstamt.domain.economy import Column, ColumnRole, EconomyKind, EconomyTable, Row, RowRole, Unit, without_column
from avstamt.domain.place import Place, insert, value_at, with_value
from avstamt.domain.report import Report

_COLUMNS = (("Budget", ColumnRole.BUDGET), ("Utfall", ColumnRole.OUTCOME), ("Avvikelse", ColumnRole.VARIANCE))
_ROWS = (("Intäkter", RowRole.INCOME), ("Kostnader", RowRole.COST), ("Netto", RowRole.NET))


def with_new_table(report: Report, section: Place) -> Report:
    """Return the report with a result table (budget, utfall, avvikelse) last in the section."""
    table = EconomyTable(
        id=new_id("t"),
        kind=EconomyKind.RESULT,
        corner="Tkr",
        unit=Unit.TKR,
        columns=tuple(Column(id=new_id("c"), title=title, role=role) for title, role in _COLUMNS),
        rows=tuple(Row(id=new_id("r"), label=label, role=role) for label, role in _ROWS),
    )
    return insert(report, section / "tables", table)


def with_new_column(report: Report, table: Place, title: str) -> Report:
    """Return the report with an empty column last in the table."""
    return insert(report, table / "columns", Column(id=new_id("c"), title=title))


def without_column_at(report: Report, table: Place, column_id: str) -> Report:
    """Return the report without a column of the table and the cells in it."""
    return with_value(report, table, without_column(value_at(report, table), column_id))
