"""The nämnd's blankettset: each economy table as a form on a sheet of its own, as it is handed in with the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from avstamt.domain.economy import EconomyKind, EconomyTable, RowRole, Unit
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import Section
from avstamt.export.paper.characters import one_line, printable
from avstamt.export.sheets import SheetRow, value

_NAMES = {
    EconomyKind.RESULT: "Resultat",
    EconomyKind.OPERATING: "Driftbudget",
    EconomyKind.FORECAST: "Prognos",
    EconomyKind.INVESTMENT: "Investeringar",
    EconomyKind.OTHER: "Ekonomi",
}
_SUMS = frozenset({RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET, RowRole.TOTAL})
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
"""Excel's limit of a sheet's name."""


@dataclass(frozen=True, slots=True)
class Group:
    """A head over `columns` columns from `column`, counted from 1 as Excel does."""

    text: str
    column: int
    columns: int


@dataclass(frozen=True, slots=True)
class Form:
    """A form: its sheet's name, the lines above the table, heads over groups of columns, column heads, and rows."""

    name: str
    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    heads: tuple[str, ...]
    rows: tuple[SheetRow, ...]


def forms(report: Report, title: str) -> tuple[Form, ...]:
    """Return the forms of a report that is called `title`, numbered in its order; tables without columns are none."""
    tables = [
        (section, table)
        for section, _depth in preorder(report.sections)
        for table in section.tables
        if table.columns and table.rows
    ]
    return tuple(_form(number, section, table, report, title) for number, (section, table) in enumerate(tables, 1))


def _form(number: int, section: Section, table: EconomyTable, report: Report, title: str) -> Form:
    called = one_line(table.title) or one_line(section.title) or _NAMES[table.kind]
    name = _FORBIDDEN.sub(" ", f"Blankett {number} {_NAMES[table.kind]}")[:_LONGEST_NAME]
    sender = one_line(report.organisation)
    origin = title if not sender or sender in title else f"{title}, {sender}"
    return Form(
        name,
        tuple(line for line in (called, origin, _measure(table)) if line),
        tuple(_groups(table)),
        (one_line(table.corner) or "Rad", *(one_line(column.title) for column in table.columns)),
        tuple(_row(table, number) for number in range(len(table.rows))),
    )


def _measure(table: EconomyTable) -> str:
    """Return the unit of the amounts and the riktvärde, as far as they are known."""
    unit = "" if table.unit is Unit.NONE else f"Belopp i {table.unit.value}"
    benchmark = f"Riktvärde {one_line(table.benchmark)}" if table.benchmark else ""
    return ". ".join(part for part in (unit, benchmark) if part)


def _groups(table: EconomyTable) -> Iterator[Group]:
    for text, members in groupby(enumerate(table.columns, 2), key=lambda numbered: numbered[1].group):
        numbers = [number for number, _column in members]
        if text:
            yield Group(one_line(text), numbers[0], len(numbers))


def _row(table: EconomyTable, number: int) -> SheetRow:
    row = table.rows[number]
    figures = (value(row.text(column.id)) for column in table.columns)
    return SheetRow((printable(row.label), *figures), total=row.role in _SUMS)
