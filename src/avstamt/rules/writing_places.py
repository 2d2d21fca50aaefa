"""Where the language rules point: an order of places that no order of siblings changes, and quotes from passages."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.rules.writing_passages import Passage

_DIGITS = re.compile(r"(\d+)")

PlaceKey = tuple[tuple[tuple[str, int], ...], tuple[int, int]]


def in_order(place: Place) -> PlaceKey:
    """Return the key by which the first of several places is chosen: by ids, so that moving a part changes nothing."""
    return tuple(chain.from_iterable(map(_natural, place.path))), place.span or (-1, -1)


@lru_cache(maxsize=8192)
def _natural(step: str) -> tuple[tuple[str, int], ...]:
    parts = _DIGITS.split(step)
    return tuple((parts[at], int(parts[at + 1]) if at + 1 < len(parts) else -1) for at in range(0, len(parts), 2))


def quoted(passage: Passage, start: int, end: int) -> Evidence:
    """Return a stretch of a passage with the words about it, quoted exactly as it stands."""
    first, last = passage.quote(start, end)
    return Evidence(passage.place.at(first, last), passage.text[first:last])
