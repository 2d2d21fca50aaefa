"""From a reference to what its source says now.

A reference's format names what is taken from the source and how it is written: "words" and "mnkr" write a cell,
"change:phrase" the change of an outcome against last year, "activities-deviating:noun" a count.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from avstamt.domain.economy import ColumnRole, EconomyTable
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.quantity import FigureKind, Quantity, read_figure
from avstamt.domain.report import Report, ancestors
from avstamt.domain.text import FigureReference
from avstamt.language.linked.changes import change_between, ways_of_change, write_change
from avstamt.language.linked.counts import ACTIVITY_MEASURES, GOAL_MEASURES, count_at
from avstamt.language.linked.nouns import Noun, counted_in, noun_of
from avstamt.language.linked.values import Value, ways_of, write_value

CELL = "value"
CHANGE = "change"
_PREVIOUS = "previous"
_OUTCOME = "outcome"
_INDICATOR_PATH = 5
_CELL_PATH = 9
_COUNT_UNITS = frozenset({"", "st"})
_ABBREVIATIONS = frozenset({"kr", "tkr", "mnkr", "mdkr", "kg", "g", "ton", "km", "m", "mil", "hp", "liter"})


class State(Enum):
    """Whether a reference's source stands: it says a figure, it stands but says none, or it is gone."""

    LIVE = "följer sin källa"
    EMPTY = "källan har inget tal"
    GONE = "källan är borttagen"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a reference shows now; the text is empty unless its state is LIVE."""

    text: str
    state: State


def shown(report: Report, reference: FigureReference) -> Shown:
    """Return what a reference shows in the report as it is now."""
    measure, way = split_format(reference.format)
    value = value_of(report, reference.source, measure)
    if value is None:
        return Shown("", State.GONE)
    if measure == CHANGE:
        before = value_of(report, reference.source.parent / _PREVIOUS, CELL)
        change = change_between(before, value) if before else None
        text = write_change(change, way) if change else None
    else:
        text = write_value(value, way)
    return Shown(text, State.LIVE) if text else Shown("", State.EMPTY)


def formats(report: Report, source: Place, measure: str) -> tuple[tuple[str, str], ...]:
    """Return the formats in which a source can be written, the most usual first, each with the text it gives."""
    value = value_of(report, source, measure)
    if value is None:
        return ()
    if measure == CHANGE:
        before = value_of(report, source.parent / _PREVIOUS, CELL)
        change = change_between(before, value) if before else None
        return tuple((f"{CHANGE}:{way}", text) for way, text in ways_of_change(change)) if change else ()
    ways = ways_of(value)
    return tuple((way if measure == CELL else f"{measure}:{way}", text) for way, text in ways)


def split_format(text: str) -> tuple[str, str]:
    """Return what a format takes from its source and how it is written; one without a mark writes a cell."""
    measure, mark, way = text.partition(":")
    return (measure, way) if mark else (CELL, measure)


def value_of(report: Report, place: Place, measure: str) -> Value | None:
    """Return what stands at a source, or None where there is no such source."""
    if measure in ACTIVITY_MEASURES or measure in GOAL_MEASURES:
        return count_at(report, place, measure)
    if measure not in (CELL, CHANGE) or (measure == CHANGE and place.name != _OUTCOME):
        return None
    try:
        if place.path[0] == "goals" and len(place.path) == _INDICATOR_PATH and place.name in INDICATOR_FIGURES:
            return _indicator_cell(value_at(report, place.parent), place.name)
        if place.path[0] == "sections" and len(place.path) == _CELL_PATH and place.name == "text":
            return _economy_cell(value_at(report, Place(place.path[:4])), value_at(report, place), place.path[7])
    except (PlaceError, IndexError):
        return None
    return None


def sources_of(reference: FigureReference) -> tuple[Place, ...]:
    """Return the cells or parts that a reference is worked out from."""
    if split_format(reference.format)[0] == CHANGE:
        return reference.source, reference.source.parent / _PREVIOUS
    return (reference.source,)


def depends_on(report: Report, reference: FigureReference, place: Place) -> bool:
    """Tell whether what stands at `place` is part of what a reference shows."""
    measure = split_format(reference.format)[0]
    if measure in ACTIVITY_MEASURES:
        return "activities" in place.path and place.is_within(reference.source)
    if measure in GOAL_MEASURES:
        is_judged = place.path[:1] == ("goals",) and place.name in ("assessment", "level")
        return is_judged and _is_counted(report, reference, place)
    return place.whole in sources_of(reference)


def _is_counted(report: Report, reference: FigureReference, place: Place) -> bool:
    if len(reference.source.path) == 1:
        return True
    goal = next((goal for goal in report.goals if goal.id == place.path[1]), None)
    return goal is not None and any(above.id == reference.source.name for above in ancestors(report.goals, goal))


def _indicator_cell(indicator: object, name: str) -> Value | None:
    if not isinstance(indicator, Indicator):
        return None
    reading = read_figure(getattr(indicator, name))
    printed = " ".join(getattr(indicator, name).split())
    if reading.quantity is None:
        return Value("")
    noun = _noun(indicator.name, reading.quantity)
    return Value(printed, reading.quantity, noun, is_plain=reading.kind is FigureKind.NUMBER)


def _noun(name: str, quantity: Quantity) -> Noun | None:
    if quantity.unit in _COUNT_UNITS:
        return counted_in(name)
    is_word = quantity.unit.isalpha() and quantity.unit.islower() and quantity.unit not in _ABBREVIATIONS
    return noun_of(quantity.unit) if is_word else None


def _economy_cell(table: object, text: object, column_id: str) -> Value | None:
    if not isinstance(table, EconomyTable) or not isinstance(text, str):
        return None
    reading = read_figure(text)
    printed = " ".join(text.split())
    if reading.quantity is None:
        return Value("")
    unit = reading.quantity.unit or _column_unit(table, column_id)
    quantity = Quantity(reading.quantity.amount, unit, reading.quantity.decimals)
    return Value(printed, quantity, is_plain=reading.kind is FigureKind.NUMBER)


def _column_unit(table: EconomyTable, column_id: str) -> str:
    column = next((column for column in table.columns if column.id == column_id), None)
    return "%" if column is not None and column.role is ColumnRole.SHARE else table.unit.value
