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
_SPAN = re.compile(r"\s?[-–]\s?$")


def said_stems(words: Sequence[Word], text: str) -> Iterator[tuple[int, str]]:
    """Yield every stem that the words say, with the place of the word: their own and those of their synonyms.

    A span of digits ("1–14") is said by its first number.
    """
    before = ""
    for place, word in enumerate(words):
        own = stem(word.lower)
        yield place, own
        for other in _SAME.get(own, ()):
            yield place, other
        for pattern, head, more in _PHRASES:
            if own == head and pattern.fullmatch(before):
                yield from ((place, other) for other in more)
        following = words[place + 1] if place + 1 < len(words) else None
        if following and word.text[0].isdecimal() and _SPAN.fullmatch(text, word.end, following.start):
            yield place, f"{word.text}-{following.text}"
        before = word.lower
