"""Reading a text: every sentence through every kind of claim, and what no claim holds is said openly."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeVar

from avstamt.language.claims.achievements import achievements
from avstamt.language.claims.balances import balances
from avstamt.language.claims.base import Claim, When
from avstamt.language.claims.changes import changes
from avstamt.language.claims.comparisons import comparisons
from avstamt.language.claims.levels import levels
from avstamt.language.claims.model import Parts, Reading
from avstamt.language.claims.parts import parts
from avstamt.language.claims.scene import Scene
from avstamt.language.claims.tallies import tallies
from avstamt.language.claims.times import find_times
from avstamt.language.numbers.finding import numbers_among
from avstamt.language.numbers.model import Aside, Figure
from avstamt.language.sentences import split_sentences
from avstamt.language.words import Span, split_words

_Spanned = TypeVar("_Spanned", Figure, Aside, When)


@lru_cache(maxsize=2048)
def read_claims(text: str) -> Reading:
    """Return what `text`, the plain text of one block, claims; never raises.

    The same text gives the same reading, so that only blocks that were edited are read again.
    """
    words = split_words(text)
    numbers = numbers_among(text, words)
    times = find_times(text, numbers.asides, words)
    sentences = split_sentences(text)
    claims: list[Claim] = []
    before: Scene | None = None
    starts = [word.start for word in words]
    for sentence in sentences:
        first, last = bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)
        scene = Scene(
            text,
            sentence,
            words[first:last],
            _within(numbers.figures, sentence),
            _within(times, sentence),
            before,
        )
        claims += _claims(scene)
        before = scene
    claims.sort(key=lambda claim: (claim.span.start, claim.span.end))
    held = {figure for claim in claims for figure in claim.figures}
    loose = tuple(figure for figure in numbers.figures if figure not in held)
    return Reading(sentences, tuple(claims), numbers.figures, loose, numbers.asides, times)


def _claims(scene: Scene) -> Iterator[Claim]:
    """Yield the claims of one sentence; a figure that one kind has used up is no level of its own."""
    counted = list(tallies(scene))
    taken = {figure for tally in counted for figure in tally.figures}
    yield from counted
    for kind in (balances, changes, comparisons):
        for claim in kind(scene):
            taken.update(claim.figures)
            yield claim
    for division in parts(scene):
        taken.update(_parts_of(division))
        yield division
    clauses = {scene.clause_at(tally.span.start) for tally in counted}
    yield from (claim for claim in achievements(scene) if scene.clause_at(claim.span.start) not in clauses)
    yield from levels(scene, taken)


def _parts_of(division: Parts) -> set[Figure]:
    return {part.figure for part in division.parts}


def _within(items: Sequence[_Spanned], span: Span) -> tuple[_Spanned, ...]:
    """Return the items, ordered by place, that begin within `span`."""
    if not items:
        return ()
    first = bisect_left(items, span.start, key=lambda item: item.span.start)
    return tuple(items[first : bisect_left(items, span.end, key=lambda item: item.span.start)])
