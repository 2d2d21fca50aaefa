"""Finding words anywhere in a report, and replacing them where they may be changed: pure functions of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from avstamt.domain.place import ROOT, Place
from avstamt.domain.report import Report
from avstamt.domain.stretches import Stretch, StretchKind, lock_of, stretches, with_spans

_EQUAL = str.maketrans({
    **dict.fromkeys("\u00a0\u2007\u2009\u202f\u2028", " "),
    **dict.fromkeys("\u2212\u2010\u2011\u2013", "-"),
    **dict.fromkeys("\u201c\u201d\u201e", '"'),
    **dict.fromkeys("\u2018\u2019", "'"),
})  # fmt: skip
"""Letters that a person takes for one: kinds of blank, of minus and dash, and of quotation mark."""


class Where(Enum):
    """Which fields are searched."""

    ALL = "Hela rapporten"
    PART = "Den här delen"
    TEXTS = "Bara texter"
    TABLES = "Bara tabeller"


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for: `part` is the part of the report that `Where.PART` means."""

    words: str
    whole_words: bool = False
    match_case: bool = False
    where: Where = Where.ALL
    part: Place = ROOT


@dataclass(frozen=True, slots=True)
class Match:
    """Words that were found: their place with its span, the whole text there, and why they cannot be changed, if so."""

    place: Place
    text: str
    lock: str = ""

    @property
    def words(self) -> str:
        """Return the words as they stand."""
        start, end = self.place.span or (0, 0)
        return self.text[start:end]


def found(report: Report, search: Search) -> tuple[Match, ...]:
    """Return where the words stand, in the order of the outline."""
    if not search.words:
        return ()
    pattern = _pattern(search)
    return tuple(
        Match(stretch.place.at(*spot.span()), stretch.text, lock_of(report, stretch, spot.span()))
        for stretch in stretches(report)
        if _is_wanted(stretch, search)
        for spot in pattern.finditer(folded(stretch.text, match_case=search.match_case))
    )


def replaced(report: Report, matches: Iterable[Match], words: str) -> Report:
    """Return the report with every match that may be changed replaced by `words`."""
    open_ones = [match.place for match in matches if not match.lock]
    for place, members in groupby(open_ones, key=lambda place: place.whole):
        report = with_spans(report, place, [member.span for member in members if member.span], words)
    return report


def folded(text: str, *, match_case: bool = False) -> str:
    """Return the text as it is compared, letter for letter: equal letters as one, and small ones unless case counts."""
    text = text.translate(_EQUAL)
    if match_case:
        return text
    small = text.lower()
    return small if len(small) == len(text) else "".join(_small(letter) for letter in text)


def _small(letter: str) -> str:
    small = letter.lower()
    return small if len(small) == 1 else letter


def _pattern(search: Search) -> re.Pattern[str]:
    words = folded(search.words, match_case=search.match_case)
    pattern = re.escape(words)
    if search.whole_words:
        before = r"(?<!\w)" if re.match(r"\w", words) else ""
        after = r"(?!\w)" if re.search(r"\w\Z", words) else ""
        pattern = before + pattern + after
    return re.compile(pattern)


def _is_wanted(stretch: Stretch, search: Search) -> bool:
    if search.where is Where.PART:
        return stretch.place.is_within(search.part) if search.part.path else len(stretch.place.path) == 1
    if search.where is Where.TEXTS:
        return stretch.kind is not StretchKind.CELL
    return search.where is Where.ALL or stretch.kind is StretchKind.CELL
