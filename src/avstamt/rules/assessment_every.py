"""A goal that is reached in full, and expects something of all: held against the number of them that its analysis tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment
from avstamt.domain.report import ReportKind
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.numbers.wording import NUMBER_WORDS
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import split_words
from avstamt.rules.assessment_text import assessed, is_own, said_in, said_of
from avstamt.rules.assessment_told import told_otherwise
from avstamt.rules.model import Aspect, Context, Observation, rule

_EVERY = re.compile(
    r"\b(?:samtliga|alla|varje)\s+(?P<whom>(?:\w+\s+){0,2}?[^\W\d_]{4,})\b(?P<what>[^.;]*)", re.IGNORECASE
)
_SOME = re.compile(
    r"\b(?P<some>\d+|[^\W\d_]+) av (?:(?:de|våra|enhetens|förvaltningens|nämndens|stadsdelens|totalt) )?"
    r"(?P<all>\d+|[^\W\d_]+) (?P<noun>[^\W\d_]{4,})",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:förra\s+året|föregående\s+år|tidigare|i\s+fjol|inför|början\s+av\s+året|utom|samtliga|alla)\b", re.IGNORECASE
)
_LEAST_SHARED = 3
_SHORT_OF_ALL = (
    "Målet är bedömt Uppfylls helt och förväntas gälla alla, men analysen säger att det gäller några av dem."
)


@rule(
    "BED-243",
    name="helt-mot-alla",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=(ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL),
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def full_assessment_holds_for_all(context: Context) -> Iterator[Observation]:
    """Ett mål som uppfylls helt har nått alla, när det är det som förväntas.

    Varför: säger det förväntade resultatet samtliga och analysen fyra av fem är resultatet inte nått, och då behöver
    bedömningen Uppfylls helt en motivering.
    Fel: Uppfylls helt och det förväntade resultatet ”Samtliga mottagningar har en plan för jämställdhet”, när analysen
    säger att tre av fyra mottagningar har en plan för jämställdhet.
    Rätt: samma förväntade resultat, när analysen säger att alla fyra mottagningar har en plan för jämställdhet.
    """
    for goal, place in context.goals:
        if assessed(goal) is not Assessment.FULL or not is_own(context.report, goal):
            continue
        for expected in said_in(goal.expected_result, place / "expected_result", ("samtliga", "alla ", "varje ")):
            told = next((said for said in said_of(goal, place, (" av ",)) if _is_less(expected.text, said.text)), None)
            if told is not None:
                yield told_otherwise(goal, place, expected, told, _SHORT_OF_ALL)


@lru_cache(maxsize=4096)  # two sentences are held together again only when one of them has changed
def _is_less(expected: str, told: str) -> bool:
    """Tell whether one sentence expects something of all of a kind, which another tells of some of them."""
    if _EARLIER.search(told):
        return False
    return any(
        stem(some["noun"].lower()) in _stems(every["whom"]) and not _stems(every["what"]).isdisjoint(_stems(told))
        for every in _EVERY.finditer(expected)
        for some in _SOME.finditer(told)
        if _number(some["some"]) < _number(some["all"])
    )


def _number(word: str) -> int:
    """Return the number that a word says, 0 where it says none."""
    return int(word) if word.isdecimal() else int(NUMBER_WORDS.get(word.lower(), 0))


def _stems(text: str) -> frozenset[str]:
    words = (word.lower for word in split_words(text) if len(word.lower) >= _LEAST_SHARED)
    return frozenset(stem(lower) for lower in words if lower not in SMALL_WORDS)
