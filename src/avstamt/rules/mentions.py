"""Where a report's texts speak of an indicator: by its figure, or by the words of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity
from avstamt.domain.text import block_places
from avstamt.rules.context import Context

_WORD = re.compile(r"[^\W\d_]{2,}")
_NUMBER = re.compile(r"(?<![\w,.])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[,.]\d+)?(?![\w])|(?<![\w,.])\d+(?:[,.]\d+)?")
_BLANK = re.compile(r"[ \u00a0\u202f]")
_STOP = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ0-9])")
_ENOUGH = 0.6
_STEM = 6
_SHORT = 2
_MANY_DIGITS = 100
_GENERAL = frozenset(
    re.findall(
        r"\w+",
        """
        andel andelen antal antalet andra alla att av barn brukare de den det där efter eller en ett fått fler för från
        genom har hos i indikator index indexvärde inom inte invånare kan kunnat kvinnor med medarbetare men män och om
        personer personen på samt som stad staden stadens stockholm stockholms stockholmare till under unga upplever
        utifrån var vid är åren år
        """,
    )
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A block of text that speaks of an indicator.

    `place` spans the sentence that does, `sentence` is its words, and `near` they with the sentences beside it, where
    a reason is given or a target named.
    """

    place: Place
    sentence: str
    near: str


def mentions(context: Context, goal: Goal, indicator: Indicator, number: Quantity) -> Iterator[Mention]:
    """Yield the analysing texts that speak of `indicator`, whose value is `number`.

    In the indicator's own branch of the goal tree and in the sections its figure or most words of its name are enough;
    elsewhere the figure must stand beside one of the words.
    """
    stems = name_stems(indicator.name)
    written = _written(number)
    for place, text, near in analysing_blocks(context, goal):
        figure = next((start for start, plain in _numbers(text) if plain == written), None)
        begun = [(start, lower) for start, lower in _words(text) if lower.startswith(stems)] if stems else []
        words = [(start, lower) for start, lower in begun if any(_is_form_of(lower, stem) for stem in stems)]
        known = {stem for stem in stems for _start, lower in words if _is_form_of(lower, stem)}
        named = bool(stems) and len(known) >= _ENOUGH * len(stems)
        has_figure = figure is not None
        if (has_figure and known) or (near and (named or (has_figure and _telling(number)))):
            start, end = _sentence(text, words[0][0] if figure is None else figure)
            yield Mention(place.at(start, end), text[start:end], _with_neighbours(text, start, end))


def names(text: str, stems: tuple[str, ...]) -> bool:
    """Tell whether a text has most of the words, by their stems, that an indicator is known by."""
    words = [lower for _start, lower in _words(text)]
    return bool(stems) and sum(any(_is_form_of(word, stem) for word in words) for stem in stems) >= _ENOUGH * len(stems)


def _is_form_of(word: str, stem: str) -> bool:
    """Tell whether a word begins with a stem; a stem of three letters, "per", is a whole word of its own."""
    return word == stem or (len(stem) > _SHORT + 1 and word.startswith(stem))


@lru_cache(maxsize=2048)  # every indicator is sought in the same texts
def _numbers(text: str) -> tuple[tuple[int, str], ...]:
    """Return the numbers of a text without the blanks in them, each with where it begins."""
    return tuple((match.start(), _BLANK.sub("", match.group())) for match in _NUMBER.finditer(text))


@lru_cache(maxsize=2048)
def _words(text: str) -> tuple[tuple[int, str], ...]:
    """Return the words of a text in lower case, each with where it begins."""
    return tuple((match.start(), match.group().lower()) for match in _WORD.finditer(text))


def _sentence(text: str, at: int) -> tuple[int, int]:
    """Return where the sentence around a position begins and ends."""
    start = max((match.end() for match in _STOP.finditer(text, 0, at)), default=0)
    stop = _STOP.search(text, at)
    return start, stop.start() + 1 if stop else len(text)


def _with_neighbours(text: str, start: int, end: int) -> str:
    """Return a sentence with the one before it and the two behind."""
    first = _sentence(text, max(start - 2, 0))[0]
    for _step in range(2):
        if end < len(text) - 1:
            end = _sentence(text, end + 1)[1]
    return text[first:end]


def name_stems(name: str) -> tuple[str, ...]:
    """Return the beginnings of the words that tell one indicator from others."""
    words = (word.lower() for word in _WORD.findall(name))
    return tuple(sorted({word[:_STEM] for word in words if len(word) > _SHORT and word not in _GENERAL}))


def analysing_blocks(context: Context, goal: Goal) -> Iterator[tuple[Place, str, bool]]:
    """Yield each block of text that looks back, and whether it stands near `goal`: in its branch or in a section."""
    branch = {goal.id, *context.above[goal.id]} | {own for own, above in context.above.items() if goal.id in above}
    for text, place in context.texts:
        section = place.path[0] == "sections"
        if section or place.name == "analysis":
            near = section or place.path[1] in branch
            for block_place, block in block_places(text, place):
                yield block_place, block, near


def _written(number: Quantity) -> str:
    return f"{abs(number.amount):.{number.decimals}f}".replace(".", ",")


def _telling(number: Quantity) -> bool:
    """Tell whether a figure alone points at its indicator: it has decimals or at least three digits."""
    return number.decimals > 0 or abs(number.amount) >= _MANY_DIGITS
