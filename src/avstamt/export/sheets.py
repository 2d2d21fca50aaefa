"""The tables of a report as rows of plain values, before they become sheets of a workbook."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from avstamt.domain.activity import Activity, read_date
from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.quantity import quantity
from avstamt.domain.report import Report, preorder
from avstamt.domain.text import RichText
from avstamt.export.paper.characters import printable
from avstamt.export.paper.columns import activity_columns, head, indicator_columns, printed
from avstamt.templates.template import Template


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its unit and decimals, as the cell's format shows them."""

    amount: Decimal
    unit: str = ""
    decimals: int = 0


Value: TypeAlias = "str | int | dt.date | Number"


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row; `head` marks one that heads the rows below it, `total` a sum."""

    values: tuple[Value, ...]
    head: bool = False
    total: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, heads, widths in characters (the last holds for all that follow), rows, and columns that stay."""

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[SheetRow, ...]
    fixed: int = 1


def sheets(report: Report, template: Template) -> tuple[Sheet, ...]:
    """Return the four sheets: Indikatorer, Aktiviteter, Ekonomi, Mål."""
    return (_indicators(report, template), _activities(report, template), _economy(report), _goals(report))


def value(text: str) -> Value:
    """Return a figure cell's text as a number where it is one, else the text exactly as typed."""
    read = quantity(text)
    return printable(text) if read is None else Number(read.amount, read.unit, read.decimals)


def _indicators(report: Report, template: Template) -> Sheet:
    columns = indicator_columns(report, template)
    rows = tuple(
        SheetRow(
            (
                goal.label,
                *(_figure(indicator, column.name) for column in columns),
                _plain(indicator.analysis),
            )
        )
        for goal, _depth in preorder(report.goals)
        for indicator in goal.indicators
    )
    heads = ("Mål", *(head(column, report.year) for column in columns), "Analys")
    widths = (40, 48, *(14 for _ in columns[1:]), 60)
    return Sheet("Indikatorer", heads, widths, rows, fixed=2)


def _activities(report: Report, template: Template) -> Sheet:
    columns = activity_columns(report, template)
    rows = tuple(
        SheetRow((goal.label, *(_dated(activity, column.name) for column in columns), _plain(activity.analysis)))
        for goal, _depth in preorder(report.goals)
        for activity in goal.activities
    )
    heads = ("Mål", *(head(column, report.year) for column in columns), "Analys")
    return Sheet("Aktiviteter", heads, (40, 70, *(13 for _ in columns[1:]), 60), rows, fixed=2)


def _economy(report: Report) -> Sheet:
    rows = tuple(
        row
        for section, _depth in preorder(report.sections)
        for table in section.tables
        for row in _economy_rows(section.title, table)
    )
    return Sheet("Ekonomi", ("Avsnitt", "Tabell", "Rad", "Värden"), (34, 24, 40, 16), rows, fixed=3)


def _economy_rows(section: str, table: EconomyTable) -> Iterator[SheetRow]:
    """Yield a table: its heads on a row of their own, then its rows; section and title stand on each."""
    origin = (printable(section), printable(table.title or table.kind.value.capitalize()))
    heads = (f"{column.group} {column.title}".strip() for column in table.columns)
    yield SheetRow((*origin, printable(table.corner or table.unit.value), *map(printable, heads)), head=True)
    for row in table.rows:
        cells = (value(row.text(column.id)) for column in table.columns)
        yield SheetRow(
            (*origin, printable(row.label), *cells), total=row.role.value.startswith(("summa", "netto", "total"))
        )


def _goals(report: Report) -> Sheet:
    above = {goal.id: goal.label for goal in report.goals}
    rows = tuple(SheetRow(_goal(goal, above.get(goal.parent or "", ""))) for goal, _depth in preorder(report.goals))
    heads = ("Nivå", "Nummer", "Mål", "Överordnat mål", "Bedömning", "Indikatorer", "Aktiviteter", "Analys")
    return Sheet("Mål", heads, (24, 10, 60, 50, 18, 13, 13, 80), rows, fixed=3)


def _goal(goal: Goal, above: str) -> tuple[Value, ...]:
    assessment = goal.wording or (goal.assessment.value if goal.assessment else "")
    counts = (len(goal.indicators), len(goal.activities))
    texts = (goal.level.value.capitalize(), goal.number, goal.title, above, assessment)
    return (*map(printable, texts), *counts, _plain(goal.analysis))


def _figure(indicator: Indicator, name: str) -> Value:
    text = printed(indicator, name)
    return value(text) if name in INDICATOR_FIGURES else printable(text)


def _dated(activity: Activity, name: str) -> Value:
    text = printed(activity, name)
    return read_date(text) or printable(text) if name in ("start", "end") else printable(text)


def _plain(text: RichText | None) -> str:
    return printable(text.plain) if text is not None else ""
