"""Words and spans: a text cut into words that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from itertools import accumulate, chain
from sys import intern
from typing import NamedTuple, cast

_ASKED = 100_000
"""So many words are remembered of each sort: more than any folder of reports holds."""

BLANKS = " \t\u00a0\u202f\u2009"
"""The characters that stand between words on a line, hard and thin spaces among them."""

_WORDS = re.compile(r"([^\W\d_]\w*+(?:[-\u2011:](?=[^\W\d_])\w++|-\d++\w*+)*+|\d++|\w++)")
"""What a text is split at: every second of the pieces is a word."""


class Span(NamedTuple):
    """A stretch of a text: from the character `start` up to, not including, `end`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of this span in `text`."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Tell whether the two spans have a character in common."""
        return self.start < other.end and other.start < self.end


class Word(NamedTuple):
    """A word, or a row of digits, with its place; `lower` is what words are compared by.

    A hyphen binds ("OSA-anställning", "Covid-19"), and so does the colon of an inflected abbreviation ("SIP:ar").
    """

    start: int
    end: int
    text: str
    lower: str

    @property
    def span(self) -> Span:
        """Return where the word stands."""
        return Span(self.start, self.end)


_word = cast("Callable[[tuple[int, int, str, str]], Word]", partial(tuple.__new__, Word))
"""Makes a word of its four fields; every word of a report becomes one, and this is the quickest way."""


@lru_cache(maxsize=4096)  # a block is read again only when it has changed
def split_words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order; digits stand apart from the letters that follow them ("50kr")."""
    pieces = _WORDS.split(text)
    ends = list(accumulate(map(len, pieces)))
    # Interned, for most words stand in many texts: what is kept of a folder of reports is a fifth less by this alone.
    words = list(map(intern, pieces[1::2]))
    lowers = [word if word.islower() else intern(word.lower()) for word in words]
    return tuple(map(_word, zip(ends[0::2], ends[1::2], words, lowers, strict=False)))


@lru_cache(maxsize=2048)  # a text is read again only when it has changed
def numbers_of(text: str) -> Mapping[str, list[int]]:
    """Return the words of a text in lower case, each with its numbers there."""
    numbers: dict[str, list[int]] = {}
    for number, (_start, _end, _text, lower) in enumerate(split_words(text)):
        if lower in numbers:
            numbers[lower].append(number)
        else:
            numbers[lower] = [number]
    return numbers


@lru_cache(maxsize=1024)  # asked by several rules while the text is read
def repeated_in(text: str) -> list[tuple[str, list[int]]]:
    """Return the words of a text that stand more than once there, in lower case, each with its numbers."""
    return [(lower, numbers) for lower, numbers in numbers_of(text).items() if len(numbers) > 1]


def standing_in(text: str, sought: frozenset[str]) -> list[int]:
    """Return the numbers of the words of a text that are sought, in order."""
    numbers = numbers_of(text)
    met = sought.intersection(numbers)
    return sorted(chain.from_iterable([numbers[lower] for lower in met])) if met else []


class WordSort:
    """The words, in lower case, that a test holds for; it is asked about each word once, whatever text it stands in."""

    def __init__(self, holds: Callable[[str], object]) -> None:
        self._holds = holds
        self._asked: set[str] = set()
        self._held: set[str] = set()

    def numbers_in(self, text: str) -> list[int]:
        """Return the numbers of the words of a text that are of this sort, in order."""
        numbers = numbers_of(text)
        words = numbers.keys()
        if not self._asked.issuperset(words):
            self._ask(words - self._asked)
        met = words & self._held
        return sorted(chain.from_iterable([numbers[lower] for lower in met])) if met else []

    def _ask(self, words: AbstractSet[str]) -> None:
        if len(self._asked) > _ASKED:
            self._asked, self._held = set(), set()
        self._held |= {word for word in words if self._holds(word)}
        self._asked |= words


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text, one blank or line between them."""
    return frozenset(text.split())


def opens_line(text: str, start: int) -> bool:
    """Tell whether only blanks stand between the beginning of the line and `start`."""
    while start and text[start - 1] in BLANKS:
        start -= 1
    return not start or text[start - 1] == "\n"
