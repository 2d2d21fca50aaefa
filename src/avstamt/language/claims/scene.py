"""A sentence ready to be read: its words, figures, times and clauses, and the sentence before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from avstamt.language.claims.base import Sex, When
from avstamt.language.claims.times import times_of
from avstamt.language.grammar import SMALL_WORDS
from avstamt.language.numbers.model import Figure
from avstamt.language.sentences import split_clauses
from avstamt.language.words import Span, Word, word_set

SEXES: Mapping[str, Sex] = {
    **dict.fromkeys(
        word_set("män männen männens mäns pojkar pojkarna pojkarnas pojkars pojke pojken manliga killar killarna"),
        Sex.MEN,
    ),
    **dict.fromkeys(
        word_set(
            "kvinnor kvinna kvinnorna kvinnornas kvinnors flickor flickorna flickornas flickors flicka flickan kvinnliga tjejer"
        ),
        Sex.WOMEN,
    ),
}
"""Words that say a sex."""

_RELATIVES = frozenset({"vilket", "vilka", "som", "varav"})
_JOINERS = frozenset({"och", "samt", "men"})
_AUXILIARIES = word_set("har hade är var blev kommer ska ligger visar bedöms beror uppnås nås uppfylls kan")


@dataclass(frozen=True)
class Scene:
    """One sentence of a text with what was found in it; `before` is the sentence before it in the same text."""

    text: str
    sentence: Span
    words: tuple[Word, ...]
    figures: tuple[Figure, ...]
    times: tuple[When, ...]
    before: Scene | None = None

    @cached_property
    def lowers(self) -> frozenset[str]:
        """Return the sentence's words in lower case."""
        return frozenset(word.lower for word in self.words)

    @cached_property
    def lower(self) -> str:
        """Return the sentence in lower case, in which to look for a word before a pattern is asked."""
        return self.sentence.of(self.text).lower()

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def clauses(self) -> tuple[Span, ...]:
        """Return the clauses of the sentence."""
        return split_clauses(self.text, self.sentence)

    @cached_property
    def when(self) -> Mapping[Figure, When]:
        """Return the time that each figure is of."""
        return times_of(self.text, self.figures, self.times, self.sentence.start)

    def clause_at(self, position: int) -> Span:
        """Return the clause that holds the character at `position`."""
        for clause in self.clauses:
            if position < clause.end:
                return clause
        return self.sentence

    def indices(self, span: Span) -> range:
        """Return the places of the words within `span`."""
        return range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end))

    def words_in(self, span: Span) -> tuple[Word, ...]:
        """Return the words within `span`."""
        return self.words[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def figures_in(self, span: Span) -> Iterator[Figure]:
        """Yield the figures within `span`."""
        return (figure for figure in self.figures if span.holds(figure.span))

    def word_before(self, position: int) -> str:
        """Return the word before `position` in lower case, empty at the beginning of the sentence."""
        place = bisect_left(self._starts, position)
        return self.words[place - 1].lower if place else ""

    def subject(self, span: Span, without: Iterable[Span] = ()) -> tuple[str, ...]:
        """Return the telling words within `span`, in lower case, and where it has no subject of its own those before it.

        A clause that goes on with "och har …" or "vilket …" has the subject of the clause before it.
        """
        without = tuple(without)
        found = self._telling(span, without)
        if not found or self._goes_on(span):
            before = [clause for clause in self.clauses if clause.end <= span.start]
            found = (*(self._telling(before[-1], without) if before else ()), *found)
        return found or self._telling(self.sentence, without)

    @cached_property
    def _telling_words(self) -> list[tuple[int, str]]:
        """Return the words that tell something, in lower case, each with where it begins."""
        lowers = [(word.start, word.lower) for word in self.words]
        return [(start, lower) for start, lower in lowers if lower not in SMALL_WORDS and not lower[0].isdecimal()]

    def _telling(self, span: Span, without: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(
            [
                lower
                for start, lower in self._telling_words
                if span.start <= start < span.end and not any(one.start <= start < one.end for one in without)
            ]
        )

    def _goes_on(self, span: Span) -> bool:
        words = self.words_in(span)[:2]
        if not words:
            return False
        return words[0].lower in _RELATIVES or (words[0].lower in _JOINERS and words[-1].lower in _AUXILIARIES)

    def time_in(self, span: Span) -> When | None:
        """Return the first time that stands within `span`."""
        return next((when for when in self.times if span.holds(when.span)), None)
