"""Other words for the same thing, where the city's own reports use both."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from avstamt.language.wordforms.stems import stem
from avstamt.language.words import Word

_SAME: dict[str, tuple[str, ...]] = {
    "försörjningsstöd": ("ekonomisk", "bistånd"),
    "socialbidrag": ("ekonomisk", "bistånd"),
    "biståndstag": ("ekonomisk", "bistånd"),
    "bidragstag": ("ekonomisk", "bistånd"),
    "ami": ("aktiv", "medskapandeindex"),
    "korttidsfrånvaro": ("sjukfrånvaro", "dag", "1-14"),
    "korttidssjukfrånvaro": ("sjukfrånvaro", "dag", "1-14"),
    "sjuktal": ("sjukfrånvaro",),
    "hemlöshet": ("hemlös",),
    "eko": ("ekologisk",),
}
_PHRASES = (
    (re.compile(r"kort\w*"), "sjukfrånvaro", ("dag", "1-14")),
    (re.compile(r"kort\w*"), "frånvaro", ("sjukfrånvaro", "dag", "1-14")),
)
_WITH_MORE = frozenset((*_SAME, *(head for _pattern, head, _more_stems in _PHRASES)))
_SPAN = re.compile(r"\s?[-–]\s?$")


def said_stems(words: Sequence[Word], place: int, text: str) -> Iterator[str]:
    """Yield every stem that the word at `place` says: its own and those of its synonyms.

    A span of digits ("1–14") is said by its first number.
    """
    word = words[place]
    own = stem(word.lower)
    yield own
    if own in _WITH_MORE:
        yield from _more(own, words[place - 1].lower if place else "")
    if word.text[0].isdecimal() and place + 1 < len(words):
        following = words[place + 1]
        if _SPAN.fullmatch(text, word.end, following.start):
            yield f"{word.text}-{following.text}"


def depends_on_neighbours(word: Word) -> bool:
    """Tell whether what a word says depends on the words beside it."""
    return word.text[0].isdecimal() or stem(word.lower) in _WITH_MORE


def _more(own: str, before: str) -> Iterator[str]:
    """Yield the stems that a stem says besides its own, by itself or with the word before it."""
    yield from _SAME.get(own, ())
    for pattern, head, more in _PHRASES:
        if own == head and pattern.fullmatch(before):
            yield from more
