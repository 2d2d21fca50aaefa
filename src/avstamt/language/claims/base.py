"""What every claim has: where it stands, what it speaks of, when, and how surely it is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamt.language.numbers.model import Figure
from avstamt.language.words import Span


class Modality(StrEnum):
    """How a claim is said: as a fact, a forecast, something meant to be, or only if."""

    FACT = "konstaterat"
    FORECAST = "prognos"
    INTENT = "avsikt"
    CONDITION = "villkor"


class Relative(StrEnum):
    """A time told by the report's own year."""

    THIS_YEAR = "i år"
    LAST_YEAR = "förra året"
    NEXT_YEAR = "nästa år"


@dataclass(frozen=True, slots=True)
class When:
    """A time a text names: a year, or one told by the report's own."""

    span: Span
    year: int | None = None
    relative: Relative | None = None


class Sex(StrEnum):
    """Whom a figure is about."""

    MEN = "män"
    WOMEN = "kvinnor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has.

    `span` holds the words that make it, `sentence` the sentence around it, `subject` the telling words of its clause in
    lower case, which say what it is about.
    `figures` are all the figures it is made of.
    """

    span: Span
    sentence: Span
    subject: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    when: When | None = None
    modality: Modality = Modality.FACT
    negated: bool = False
