"""How nearly one word's stem says another: equal, a compound of it, or one half of it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

_LEAST_PART = 4
_AS_HEAD = 0.85
_AS_MODIFIER = 0.65
_HALF = 0.4
_BOTH_HALVES = 0.95
_LINKS = 2


class Part(Enum):
    """Which part of the name's word the text's word is."""

    WHOLE = "hela"
    FIRST = "förled"
    LAST = "efterled"


class Likeness(NamedTuple):
    """How far a word of a text says a word of a name, and which part of it."""

    strength: float
    part: Part
    length: int


def likeness(said: str, sought: str) -> Likeness | None:
    """Return how far the stem `said` says the stem `sought`, None where they are strangers.

    "Bidragshushåll" says "hushåll" nearly, "biståndstagare" says "bistånd" less; "jobb" says the last half of
    "sommarjobb".
    """
    if said == sought:
        return Likeness(1.0, Part.WHOLE, len(said))
    if len(sought) >= _LEAST_PART and said.endswith(sought):
        return Likeness(_AS_HEAD, Part.WHOLE, len(said))
    if len(sought) >= _LEAST_PART and said.startswith(sought):
        return Likeness(_AS_MODIFIER, Part.WHOLE, len(said))
    if len(said) >= _LEAST_PART and sought.endswith(said):
        return Likeness(_HALF, Part.LAST, len(said))
    if len(said) >= _LEAST_PART and sought.startswith(said):
        return Likeness(_HALF, Part.FIRST, len(said))
    return None


def together(hits: list[Likeness], sought: str) -> float:
    """Return how far several words of a text say one word: both halves of a compound say nearly all of it."""
    best, first, last = 0.0, 0, 0
    for strength, part, length in hits:  # one walk: a whole block may say a word many times
        best = max(best, strength)
        if part is Part.FIRST:
            first = max(first, length)
        elif part is Part.LAST:
            last = max(last, length)
    if first and last and len(sought) - _LINKS <= first + last <= len(sought):
        return max(best, _BOTH_HALVES)
    return best
