"""The catalogue of indicators that KF and the nämnder use: names, unit, split by sex, and which way is better."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from avstamt.domain.base import Frozen
from avstamt.domain.indicator import Direction

_BRACKETED_END = re.compile(r"\s*\([^()]*\)?[\s.:;]*$")
_ASIDE = re.compile(r"[\s\u00ad\u0002\-–‐‑−.,:;*’'\"”]+")


class IndicatorEntry(Frozen):
    """One indicator of the catalogue, with the years it is known for and its source.

    `direction` is None where neither way is better or it is not known. `share` is true of a share, an index and a mean,
    whose total lies between men and women; false of a count, whose total is their sum. `unit` is empty for an index.
    `years` are those it has been seen in, not the only ones it may stand in.
    """

    name: str
    variants: tuple[str, ...] = ()
    unit: str = ""
    split_by_sex: bool = False
    direction: Direction | None = None
    share: bool = False
    years: tuple[int, ...] = ()
    source: str


@lru_cache(maxsize=8192)
def normal_name(name: str) -> str:
    """Return a name in the form in which names are compared: letters and figures, without blanks, hyphens and stops."""
    return _ASIDE.sub("", name.casefold())


class IndicatorIndex:
    """Finds an indicator by its name: whole, else without its bracketed ending where what is left is of one kind."""

    def __init__(self, entries: Iterable[IndicatorEntry]) -> None:
        self._whole: dict[str, IndicatorEntry] = {}
        shortened: dict[str, list[IndicatorEntry]] = {}
        for entry in entries:
            for name in (entry.name, *entry.variants):
                self._whole.setdefault(normal_name(name), entry)
                shortened.setdefault(_without_brackets(name), []).append(entry)
        self._shortened = {key: found[0] for key, found in shortened.items() if len({*map(_nature, found)}) == 1}

    def find(self, name: str) -> IndicatorEntry | None:
        """Return the entry for a name as printed, or None."""
        whole = normal_name(name)
        if not whole:
            return None
        if entry := self._whole.get(whole):
            return entry
        return self._shortened.get(_without_brackets(name))


def _nature(entry: IndicatorEntry) -> tuple[str, Direction | None, bool]:
    return entry.unit, entry.direction, entry.share


def _without_brackets(name: str) -> str:
    return normal_name(_BRACKETED_END.sub("", name))
