"""One stretch of time said in two ways, "inom ett dygn" and "inom 24 timmar", put in the words of an indicator's name."""

from __future__ import annotations

import re
from functools import lru_cache

_SAME = (
    ("24 timmar", "ett dygn", "1 dygn", "tjugofyra timmar"),
    ("48 timmar", "två dygn", "2 dygn"),
    ("72 timmar", "tre dygn", "3 dygn"),
    ("sju dagar", "7 dagar", "en vecka", "1 vecka"),
    ("14 dagar", "fjorton dagar", "två veckor", "2 veckor"),
    ("21 dagar", "tre veckor", "3 veckor"),
    ("tre månader", "3 månader"),
    ("fyra månader", "4 månader"),
    ("sex månader", "6 månader", "ett halvår"),
    ("12 månader", "tolv månader", "ett år", "1 år"),
)
_UNITS = ("timmar", "dygn", "dagar", "vecka", "veckor", "månader", "halvår")
_Way = tuple[re.Pattern[str], str]


def in_their_words(text: str, ways: tuple[_Way, ...]) -> str:
    """Return a text with its stretches of time said in these ways."""
    for pattern, said in ways:
        text = pattern.sub(said, text)
    return text


@lru_cache(maxsize=256)
def ways_of(names: tuple[str, ...]) -> tuple[_Way, ...]:
    """Return how these names say a stretch of time: what else it may be called, and what they call it."""
    told = " ".join(name.lower() for name in names)
    if not any(unit in told for unit in _UNITS):
        return ()
    found: list[_Way] = []
    for group in _SAME:
        said = next((form for form in group if form in told and re.search(rf"\b{form}\b", told)), None)
        others = "|".join(form for form in group if form != said)
        if said is not None:
            found.append((re.compile(rf"\b(?:{others})\b", re.IGNORECASE), said))
    return tuple(found)
