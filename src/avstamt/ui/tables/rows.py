"""The tables of indicators and of activities of a goal."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject

from avstamt.domain.activity import Activity
from avstamt.domain.base import Node, new_id
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.locks import lock_reason
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.templates.template import ColumnTemplate, Template
from avstamt.ui.document import Document
from avstamt.ui.tables.columns import CellKind, SheetColumn
from avstamt.ui.tables.sheet import Sheet
from avstamt.ui.words import ACTIVITY_LABELS, INDICATOR_LABELS, with_years

_KINDS = {
    "name": CellKind.TEXT,
    "text": CellKind.TEXT,
    "period": CellKind.TEXT,
    "periodicity": CellKind.TEXT,
    "start": CellKind.DATE,
    "end": CellKind.DATE,
    "deviation": CellKind.TICK,
}
_WIDTHS = {"name": 3.4, "text": 5.0, "start": 1.35, "end": 1.35, "deviation": 1.1}


class RowSheet(Sheet):
    """A table whose rows are nodes and whose columns are their fields."""

    _locks: tuple[Report | None, dict[Place, str]] = (None, {})

    def place_in(self, row: Place, column: int) -> Place:
        """Return the place of a row's field."""
        return row / self.columns[column].name

    def cell(self, row: int, column: int) -> str | bool:
        """Return a row's field."""
        return cast("str | bool", getattr(self.nodes()[row], self.columns[column].name))

    def written(self, report: Report, row: Place, column: int, value: str | bool) -> Report:
        """Return the report with a row's field set."""
        return with_value(report, self.place_in(row, column), value)

    def lock(self, row: int, column: int) -> str:
        """Return why a row's field cannot be changed, sought once a report."""
        report, place = self.document.report, self.cell_place(row, column)
        if self._locks[0] is not report:
            self._locks = report, {}
        known = self._locks[1]
        if place not in known:
            known[place] = lock_reason(report, place)
        return known[place]


class IndicatorSheet(RowSheet):
    """The indicators of a goal."""

    row_name = "indikator"
    the_row = "indikatorn"

    def new_row(self) -> Node:
        """Return an indicator without figures."""
        return Indicator(id=new_id("i"))


class ActivitySheet(RowSheet):
    """The activities of a goal."""

    row_name = "aktivitet"
    the_row = "aktiviteten"

    def new_row(self) -> Node:
        """Return an activity without text."""
        return Activity(id=new_id("a"))


def indicator_sheet(document: Document, template: Template, place: Place, parent: QObject) -> IndicatorSheet:
    """Return the table of indicators of the goal at `place`: the template's columns, and others that hold something."""
    goal = cast("Goal", value_at(document.report, place))
    names = ("name", *INDICATOR_FIGURES, "period", "periodicity")
    used = {name for name in names if any(getattr(row, name) for row in goal.indicators)}
    columns = _columns(template.indicator_columns, names, used, INDICATOR_LABELS, document.report)
    return IndicatorSheet(document, place / "indicators", columns, parent)


def activity_sheet(document: Document, template: Template, place: Place, parent: QObject) -> ActivitySheet:
    """Return the table of activities of the goal at `place`."""
    goal = cast("Goal", value_at(document.report, place))
    used = {name for name in ACTIVITY_LABELS if any(getattr(row, name) for row in goal.activities)}
    columns = _columns(template.activity_columns, tuple(ACTIVITY_LABELS), used, ACTIVITY_LABELS, document.report)
    return ActivitySheet(document, place / "activities", columns, parent)


def _columns(
    templates: tuple[ColumnTemplate, ...],
    names: tuple[str, ...],
    used: set[str],
    labels: dict[str, str],
    report: Report,
) -> tuple[SheetColumn, ...]:
    by_name = {column.name: column for column in templates}
    shown = [name for name in names if name in by_name or name in used]
    return tuple(_column(name, by_name.get(name), labels[name], report) for name in shown)


def _column(name: str, template: ColumnTemplate | None, label: str, report: Report) -> SheetColumn:
    return SheetColumn(
        name=name,
        head=with_years(template.label if template else label, report),
        guidance=template.guidance if template else "",
        width=_WIDTHS.get(name, 1.0),
        kind=_KINDS.get(name, CellKind.FIGURE),
    )


class PeopleSheet(RowSheet):
    """A small table of the front page: handläggare, signatories or appendices."""

    def __init__(
        self, document: Document, place: Place, columns: tuple[SheetColumn, ...], kind: type[Node], parent: QObject
    ) -> None:
        super().__init__(document, place, columns, parent)
        self._kind_of_row = kind

    def new_row(self) -> Node:
        """Return an empty row."""
        return self._kind_of_row(id=new_id("u"))
