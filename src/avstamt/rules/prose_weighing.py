"""Every claim of the running text held against what it can be held against, once for all rules about prose."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from avstamt.language.claims.base import Claim
from avstamt.language.numbers.model import Figure
from avstamt.rules.context import Context
from avstamt.rules.model import Observation
from avstamt.rules.prose_claims import Told, sentences_told
from avstamt.rules.prose_ties import Tie, tie_of


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong with a claim, and the code of the rule that says so."""

    code: str
    seen: Observation


@dataclass(frozen=True, slots=True)
class Case:
    """A claim to be judged: where it stands and the indicator it speaks of, None where none is known."""

    context: Context
    told: Told
    claim: Claim
    tie: Tie | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a claim could be tried, and what is wrong with it.

    `against` are the figures of other claims that it was held against, which then are tried as well.
    """

    tried: bool = False
    slips: tuple[Slip, ...] = ()
    against: tuple[Figure, ...] = ()


NOT_TRIED = Judgement()
RIGHT = Judgement(tried=True)

Judge = Callable[[Case], Judgement]


def wrong(code: str, seen: Observation, *against: Figure) -> Judgement:
    """Return the judgement that a claim does not hold."""
    return Judgement(tried=True, slips=(Slip(code, seen),), against=against)


def right(*against: Figure) -> Judgement:
    """Return the judgement that a claim holds, held against these figures of other claims."""
    return Judgement(tried=True, against=against)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A claim with all that was said of it."""

    claim: Claim
    judgement: Judgement


def cases(context: Context, *, tied: bool) -> Iterator[Case]:
    """Yield every claim of the running text as a case, `tied` to the indicator it speaks of."""
    for told in sentences_told(context):
        for claim in told.claims:
            yield Case(context, told, claim, tie_of(context, told, claim) if tied else None)
