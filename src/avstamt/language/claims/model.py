"""The claims a text may make, each a frozen value with its figures, its time and how surely it is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from avstamt.language.claims.base import Claim, Sex, When
from avstamt.language.numbers.model import Aside, Figure
from avstamt.language.words import Span


class Role(StrEnum):
    """What a stated level is."""

    OUTCOME = "utfall"
    TARGET = "årsmål"
    CITY_TARGET = "KF:s årsmål"
    FORECAST = "prognos"
    BUDGET = "budget"
    BENCHMARK = "riktvärde"


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Claim):
    """A figure stated of something: an outcome or a count ("16 personer fick …"), a target, a forecast, a budget.

    `base` marks the figure something else is compared with ("mot 518 under 2015").
    """

    figure: Figure
    role: Role = Role.OUTCOME
    sex: Sex | None = None
    base: bool = False


class Direction(StrEnum):
    """Which way something changed."""

    UP = "ökat"
    DOWN = "minskat"
    SAME = "oförändrat"
    BETTER = "förbättrats"
    WORSE = "försämrats"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change(Claim):
    """Something changed: which way, from what, to what, by how much, and since when.

    `direction` is None where only the two ends are given ("från 81 till 82").
    """

    direction: Direction | None
    before: Figure | None = None
    after: Figure | None = None
    by: Figure | None = None
    since: When | None = None
    sex: Sex | None = None


class Relation(StrEnum):
    """How something stands to what it is compared with."""

    HIGHER = "högre"
    LOWER = "lägre"
    EQUAL = "lika"
    BETTER = "bättre"
    WORSE = "sämre"
    SHORT = "ifrån"


class Standard(StrEnum):
    """What something is compared with."""

    TARGET = "målet"
    CITY = "staden"
    EARLIER = "tidigare"
    BUDGET = "budget"
    BENCHMARK = "riktvärdet"
    OTHER_SEX = "det andra könet"
    FIGURE = "ett tal"
    OTHER = "annat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison(Claim):
    """Something is higher, lower or equal to something else: by how much, than what figure, of which sex.

    `quality` is what there is more or less of, in lower case ("nöjda", "tryggare"), empty where nothing is said.
    """

    relation: Relation
    standard: Standard
    by: Figure | None = None
    base: Figure | None = None
    than: When | None = None
    sex: Sex | None = None
    quality: str = ""


class Verdict(StrEnum):
    """How far an aim is reached; REACHED where the text does not say how far."""

    REACHED = "nått"
    FULL = "helt"
    PARTLY = "delvis"
    NOT = "inte"


class Aim(StrEnum):
    """What is reached or counted."""

    GOAL = "mål"
    TARGET = "årsmål"
    INDICATOR = "indikator"
    EXPECTED_RESULT = "förväntat resultat"
    ACTIVITY = "aktivitet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement(Claim):
    """An aim is reached, partly or not."""

    verdict: Verdict
    aim: Aim


@dataclass(frozen=True, slots=True)
class Tallied:
    """How many of what is counted came out in one way."""

    verdict: Verdict
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally(Claim):
    """A count of goals, activities or indicators: all of them, all but some, so many of so many, so many each way.

    `noun` is the counted word with what tells its level ("mål för verksamhetsområdet", "enhetsmål"). `whole` is how many
    there are, `count` how many the statement holds for, `exceptions` how many it does not; None where it is not said.
    """

    aim: Aim
    noun: str
    verdict: Verdict | None
    everything: bool = False
    whole: int | None = None
    count: int | None = None
    exceptions: int | None = None
    each: tuple[Tallied, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole, and the sex it is of where that is said."""

    figure: Figure
    sex: Sex | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts(Claim):
    """Parts of a whole; `exhaustive` where they are all of it, so that they add up. `whole` is None where it is not found."""

    whole: Figure | None
    parts: tuple[Part, ...]
    exhaustive: bool


class Result(StrEnum):
    """How money came out."""

    SURPLUS = "överskott"
    DEFICIT = "underskott"
    EVEN = "i balans"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance(Claim):
    """A surplus, a deficit or a balance, with its amount as written where one is given.

    `heading` marks a heading that ends in a signed amount; `said` is false where only the sign tells.
    """

    result: Result
    figure: Figure | None = None
    heading: bool = False
    said: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in a text: its claims in order, its figures, those of them that no claim holds, and the rest.

    `loose` figures were found but not understood; they count as not tried.
    """

    sentences: tuple[Span, ...] = ()
    claims: tuple[Claim, ...] = ()
    figures: tuple[Figure, ...] = ()
    loose: tuple[Figure, ...] = ()
    asides: tuple[Aside, ...] = ()
    times: tuple[When, ...] = ()
