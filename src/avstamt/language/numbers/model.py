"""What a text holds of figures: the quantity, how sure it is, what it counts, and what only looks like one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from avstamt.domain.quantity import Quantity
from avstamt.language.words import Span

Interval = tuple[Decimal, Decimal]
"""The closed interval of amounts that a statement leaves open."""

_ENDLESS = Decimal("Infinity")
_TENTH = Decimal("0.1")
_HUNDRED = Decimal(100)


class Degree(StrEnum):
    """How exactly a figure is given."""

    EXACT = "exakt"
    ABOUT = "ungefär"
    JUST_ABOVE = "drygt"
    JUST_BELOW = "knappt"
    AT_LEAST = "minst"
    MORE_THAN = "mer än"
    AT_MOST = "högst"
    LESS_THAN = "mindre än"
    TOLERANCE = "plus eller minus"


class Form(StrEnum):
    """How a figure is written."""

    DIGITS = "siffror"
    WORDS = "ord"
    ROUND = "tiotal"
    FRACTION = "bråk"
    PART = "del av antal"
    FACTOR = "gånger"
    NONE = "inga"


class Sort(StrEnum):
    """What kind of thing a figure measures."""

    COUNT = "antal"
    SHARE = "andel"
    POINTS = "enheter"
    MONEY = "pengar"
    TIME = "tid"
    MEASURE = "mått"


MONEY_UNITS = frozenset({"kr", "tkr", "mnkr", "mdkr"})
TIME_UNITS = frozenset({"minuter", "timmar", "dygn", "dagar", "veckor", "månader", "kvartal", "terminer", "år"})
POINT_UNITS = frozenset({"procentenheter", "indexenheter", "poäng"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity in prose.

    `span` covers the number with its sign and unit, `extent` also the word of degree before it ("drygt") and the noun
    after it. `low` and `high` are equal but for a range ("10–12"). `unit` is in its common form, empty for a count;
    `noun` is the counted noun as written, with `noun_span`. `whole` is what a fraction is of: 3 in "två av tre" and in
    "två tredjedelar". `sign` is "+", "−" or "±" where one is written, and then the amount has it. A `partitive` figure is
    of something known: "19 av mejlen".
    """

    span: Span
    extent: Span
    low: Decimal
    high: Decimal
    unit: str = ""
    noun: str = ""
    noun_span: Span | None = None
    decimals: int = 0
    degree: Degree = Degree.EXACT
    form: Form = Form.DIGITS
    whole: Decimal | None = None
    sign: str = ""
    partitive: bool = False

    @property
    def is_range(self) -> bool:
        """Tell whether two ends are given instead of one amount."""
        return self.low != self.high

    @property
    def amount(self) -> Decimal | None:
        """Return the amount; None for a range, whose ends are `low` and `high`."""
        return None if self.is_range else self.low

    @property
    def sort(self) -> Sort:
        """Return what kind of thing is measured."""
        if self.unit in MONEY_UNITS:
            return Sort.MONEY
        if self.unit in TIME_UNITS:
            return Sort.TIME
        if self.unit == "%" or self.form is Form.FRACTION:
            return Sort.SHARE
        if self.unit in POINT_UNITS:
            return Sort.POINTS
        return Sort.COUNT if self.unit in ("", "st") else Sort.MEASURE

    @property
    def quantity(self) -> Quantity | None:
        """Return the figure as a quantity to compare a cell with; None for a range, a fraction and a factor."""
        if self.is_range or self.form in (Form.FRACTION, Form.FACTOR):
            return None
        return Quantity(self.low, self.unit, self.decimals)

    @property
    def share(self) -> Decimal | None:
        """Return the per cent that a fraction or a part of a number says; None for other figures."""
        if not self.whole:
            return None
        return self.low / self.whole * _HUNDRED

    @property
    def interval(self) -> Interval:
        """Return the amounts that this figure may stand for, by its decimals and its degree.

        "Cirka" leaves half a unit of its last figure that is not 0 either way, at most a tenth; "drygt" and "knappt"
        twice that to one side.
        """
        half = Decimal(5).scaleb(-self.decimals - 1)
        if self.degree is Degree.EXACT and self.form is not Form.ROUND:
            return self.low - half, self.high + half
        margin = self._margin(half)
        open_ends = {
            Degree.JUST_ABOVE: (self.low, self.high + 2 * margin),
            Degree.JUST_BELOW: (self.low - 2 * margin, self.high),
            Degree.AT_LEAST: (self.low, _ENDLESS),
            Degree.MORE_THAN: (self.low, _ENDLESS),
            Degree.AT_MOST: (-_ENDLESS, self.high),
            Degree.LESS_THAN: (-_ENDLESS, self.high),
            Degree.TOLERANCE: (-self.high, self.high),
        }
        return open_ends.get(self.degree, (self.low - margin, self.high + margin))

    def _margin(self, half: Decimal) -> Decimal:
        digits, exponent = self.high.normalize().as_tuple()[1:]
        if not isinstance(exponent, int) or not any(digits):
            return half
        return max(half, min(Decimal(5).scaleb(exponent - 1), abs(self.high) * _TENTH))


class AsideKind(StrEnum):
    """What digits (or a number word) are that are no quantity."""

    YEAR = "år"
    DATE = "datum"
    TIME = "klockslag"
    AGE = "ålder"
    LAW = "lagrum"
    RECORD = "diarienummer"
    TELEPHONE = "telefonnummer"
    PERSON = "personnummer"
    ADDRESS = "adress"
    PAGE = "sida"
    LISTING = "listnummer"
    GOAL = "målnummer"
    REFERENCE = "hänvisning"
    NAME = "namn"
    PERCENT_SIGN = "procenttecken"


@dataclass(frozen=True, slots=True)
class Aside:
    """Digits that are no quantity: where, what they are, the label before them ("mål", "bilaga") and the text itself.

    `years` are the years it names, first and last ("2023–2026" gives both, "2024" the same twice).
    """

    span: Span
    kind: AsideKind
    text: str
    label: str = ""
    years: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Numbers:
    """All figures of a text and all digits that are none, each in the order of the text and never overlapping."""

    figures: tuple[Figure, ...] = ()
    asides: tuple[Aside, ...] = ()
