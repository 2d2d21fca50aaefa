"""Words and spans: a text cut into words that remember where they stood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from itertools import accumulate, chain
from sys import intern
from typing import NamedTuple, cast

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


def standing_in(text: str, sought: frozenset[str]) -> list[int]:
    """Return the numbers of the words of a text that are sought, in order."""
    numbers = numbers_of(text)
    return sorted(chain.from_iterable([numbers[lower] for lower in sought.intersection(numbers)]))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text, one blank or line between them."""
    return frozenset(text.split())


def opens_line(text: str, start: int) -> bool:
    """Tell whether only blanks stand between the beginning of the line and `start`."""
    while start and text[start - 1] in BLANKS:
        start -= 1
    return not start or text[start - 1] == "\n"
