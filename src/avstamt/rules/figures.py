"""What the rules about indicators share: cells with their figures, the sort of figure, intervals, and how they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from avstamt.domain.finding import Evidence
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, format_amount, quantity
from avstamt.language.numbers.model import Degree, Figure, Form
from avstamt.templates.indicators import IndicatorEntry

Interval = tuple[Decimal, Decimal]

CELL_NAMES = {
    "outcome": "periodens utfall",
    "outcome_men": "män/pojkar",
    "outcome_women": "kvinnor/flickor",
    "previous": "förra årets utfall",
    "forecast": "prognosen",
    "target": "årsmålet",
    "city_target": "KF:s årsmål",
}
OWN_FIGURES = tuple(name for name in INDICATOR_FIGURES if name != "city_target")
"""The cells that the one who reports fills in; KF's target is KF's."""

_NOT_ADDED = re.compile(r"\b(index|genomsnitt\w*|snitt\w*|medel\w*|median\w*|per)\b|index\b", re.IGNORECASE)
_SHARE_NAME = re.compile(r"^\W*(andel|procentandel|procent)", re.IGNORECASE)
_CHANGE_NAME = re.compile(r"(ökning|minskning|förändring|tillväxt|avvikelse|följsamhet|säkerhet)", re.IGNORECASE)
_COUNT_NAME = re.compile(r"^\W*antal", re.IGNORECASE)


class FigureCell(NamedTuple):
    """A cell that holds a plain number, with its place."""

    name: str
    text: str
    quantity: Quantity
    place: Place

    @property
    def evidence(self) -> Evidence:
        """Return the cell quoted as it stands."""
        return Evidence(self.place, self.text)


def figure(indicator: Indicator, place: Place, name: str) -> FigureCell | None:
    """Return the cell `name` of an indicator at `place`, or None where it holds no plain number."""
    text: str = getattr(indicator, name)
    number = quantity(text)
    return FigureCell(name, text.strip(), number, place / name) if number else None


def figures(indicator: Indicator, place: Place, names: tuple[str, ...] = OWN_FIGURES) -> Iterator[FigureCell]:
    """Yield the cells of an indicator that hold plain numbers, in the order in which they print."""
    for name in names:
        if cell := figure(indicator, place, name):
            yield cell


def is_share(indicator: Indicator, entry: IndicatorEntry | None) -> bool:
    """Tell whether an indicator measures a part of a whole, by the catalogue, else by its name."""
    if entry is not None:
        return entry.share
    return bool(_SHARE_NAME.match(indicator.name)) and not _CHANGE_NAME.search(indicator.name)


def is_count(indicator: Indicator, entry: IndicatorEntry | None, cells: tuple[FigureCell, ...]) -> bool:
    """Tell whether an indicator counts something whose men and women add up to the total."""
    units = {cell.quantity.unit for cell in cells}
    if (entry is not None and entry.share) or _NOT_ADDED.search(indicator.name) or not units <= {"", *COUNT_UNITS}:
        return False
    known = entry is not None and entry.unit in COUNT_UNITS
    return known or units != {""} or bool(_COUNT_NAME.match(indicator.name))


def shown(number: Quantity) -> str:
    """Write a quantity as in print; the unit of a plain count is left out."""
    unit = "" if number.unit in COUNT_UNITS else number.unit
    return format_amount(number.amount, number.decimals, unit)


def overlap(one: Interval, other: Interval) -> bool:
    """Tell whether two closed intervals have a number in common."""
    return one[0] <= other[1] and other[0] <= one[1]


COUNT_UNITS = frozenset({"st", "personer", "person", "barn", "elever", "ungdomar", "hushåll", "familjer", "platser"})


def says(number: Figure, cell: FigureCell) -> bool:
    """Tell whether a figure in prose may stand for what a cell prints; a sign may be left to the words."""
    if number.degree is Degree.EXACT and number.form is Form.DIGITS and number.decimals == cell.quantity.decimals:
        return number.low <= abs(cell.quantity.amount) <= number.high or number.low == cell.quantity.amount
    low, high = cell.quantity.interval
    if overlap(number.interval, (low, high)):
        return True
    return low < 0 and overlap(number.interval, (-high, -low))
