"""Reading a figure cell: its exact text stays, and what can be counted with is derived from it.

A cell may hold a number with a unit ("0,78 %", "10 000 st", "2 kg CO2 per kg livsmedel"), a bound ("< 6,5 %"), a
tolerance ("+/-1 %"), a wish of direction ("öka"), a placeholder ("Tas fram av nämnd/styrelse") or nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

_BLANKS = " \u00a0\u202f\u2009"
_WITHOUT_BLANKS = dict.fromkeys(map(ord, _BLANKS))
_MINUS = "-\u2212\u2013"
_NUMBER = re.compile(
    rf"^(?P<sign>[{_MINUS}+±]?)[{_BLANKS}]?"
    rf"(?P<whole>\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d+)(?:(?P<mark>[,.])(?P<part>\d+))?"
    rf"[{_BLANKS}]*(?P<unit>[^\d\s].*)?$"
)
_BOUND = re.compile(
    r"^(?P<word><=|>=|<|>|≤|≥|minst|lägst|mer än|över|max(?:imalt)?\.?|högst|mindre än|under)\s*(?=[-−–+\d])",
    re.IGNORECASE,
)
_TOLERANCE = re.compile(r"^(?:\+\s*/\s*[-−–]|±)\s*(?=[\d,.]*[1-9])")
_WISH = re.compile(
    r"^(?:ska\s+)?(?P<word>öka|ökar|ökning|minska|minskar|minskning|sjunka|bibehållas?|oförändra[dt])\.?$",
    re.IGNORECASE,
)
_PLACEHOLDER = re.compile(
    r"^(?:tas\s+fram|fastställs?|beslutas|kommer\s+att|uppgift\s+saknas|saknas|redovisas|inväntas|ej\s+klart|xx+|\?+|tbd|n/?a$)",
    re.IGNORECASE,
)


class FigureKind(StrEnum):
    """What a figure cell says."""

    EMPTY = "tom"
    NUMBER = "tal"
    AT_LEAST = "minst"
    AT_MOST = "högst"
    TOLERANCE = "tolerans"
    INCREASE = "öka"
    DECREASE = "minska"
    UNCHANGED = "oförändrad"
    PLACEHOLDER = "platshållare"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with unit, and the number of decimals it was given with (which bounds what it may stand for)."""

    amount: Decimal
    unit: str = ""
    decimals: int = 0

    @property
    def interval(self) -> tuple[Decimal, Decimal]:
        """Return the closed interval of amounts that round to this one: half a unit of the last decimal each way."""
        half = Decimal(5).scaleb(-self.decimals - 1)
        return self.amount - half, self.amount + half

    @property
    def is_share(self) -> bool:
        """Tell whether the unit is per cent."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class FigureReading:
    """What a cell says: its kind, and the quantity in it where it holds one."""

    kind: FigureKind
    quantity: Quantity | None = None

    @property
    def number(self) -> Quantity | None:
        """Return the quantity of a plain number; None for bounds, tolerances and words."""
        return self.quantity if self.kind is FigureKind.NUMBER else None


@lru_cache(maxsize=8192)
def read_figure(text: str) -> FigureReading:
    """Read the text of a figure cell; never raises: what it does not understand is of kind TEXT."""
    text = " ".join(text.split())
    if not text:
        return FigureReading(FigureKind.EMPTY)
    if _PLACEHOLDER.match(text):
        return FigureReading(FigureKind.PLACEHOLDER)
    if wish := _WISH.match(text):
        return FigureReading(_wish_kind(wish["word"].lower()))
    if tolerance := _TOLERANCE.match(text):
        return _of_kind(FigureKind.TOLERANCE, text[tolerance.end() :])
    if bound := _BOUND.match(text):
        return _of_kind(_bound_kind(bound["word"].lower()), text[bound.end() :])
    return _of_kind(FigureKind.NUMBER, text)


def quantity(text: str) -> Quantity | None:
    """Return the quantity of a cell that holds a plain number, else None."""
    return read_figure(text).number


def _of_kind(kind: FigureKind, text: str) -> FigureReading:
    match = _NUMBER.match(text)
    if match is None:
        return FigureReading(FigureKind.TEXT)
    digits = match["whole"].translate(_WITHOUT_BLANKS)
    part = match["part"] or ""
    amount = Decimal(f"{digits}.{part}" if part else digits)
    if match["sign"] and match["sign"] in _MINUS:
        amount = -amount
    return FigureReading(kind, Quantity(amount, normal_unit(match["unit"] or ""), len(part)))


def normal_unit(text: str) -> str:
    """Return a unit in its common form: "procent" → "%", "stycken" → "st"."""
    unit = text.strip().rstrip(".").strip()
    return _UNIT_FORMS.get(unit.lower(), unit)


_UNIT_FORMS = {
    "procent": "%",
    "%": "%",
    "st": "st",
    "stycken": "st",
    "styck": "st",
    "mkr": "mnkr",
    "mnkr": "mnkr",
    "tkr": "tkr",
    "kr": "kr",
    "kronor": "kr",
    "gwh": "GWh",
    "kwh": "kWh",
    "mwh": "MWh",
}


def _wish_kind(word: str) -> FigureKind:
    if word.startswith("ök"):
        return FigureKind.INCREASE
    return FigureKind.DECREASE if word.startswith(("minsk", "sjunk")) else FigureKind.UNCHANGED


def _bound_kind(word: str) -> FigureKind:
    at_least = {">", ">=", "≥", "minst", "lägst", "mer än", "över"}
    return FigureKind.AT_LEAST if word in at_least else FigureKind.AT_MOST


def format_amount(amount: Decimal, decimals: int, unit: str = "") -> str:
    """Write an amount as in print: hard space between thousands, decimal comma, real minus, hard space before the unit."""
    rounded = f"{abs(amount):,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")
    sign = "\u2212" if amount < 0 and rounded.strip("0,\u00a0") else ""
    return f"{sign}{rounded}\u00a0{unit}" if unit else f"{sign}{rounded}"
