"""Slips of the pen with one certain mend: told one by one where they are few, once with their number where they are many."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from avstamt.domain.finding import Fix
from avstamt.domain.place import Place
from avstamt.rules.model import Observation, found
from avstamt.rules.writing_fixes import mend
from avstamt.rules.writing_passages import Passage
from avstamt.rules.writing_places import in_order, quoted

FEW = 4


class Slip(NamedTuple):
    """A stretch of a passage, what is wrong with it in a sentence, and what is to stand there (None: not known)."""

    passage: Passage
    start: int
    end: int
    message: str
    new: str | None = None

    @property
    def place(self) -> Place:
        """Return where the slip stands."""
        return self.passage.place.at(self.start, self.end)

    @property
    def old(self) -> str:
        """Return what stands there."""
        return self.passage.text[self.start : self.end]

    def is_apart_from(self, other: Slip) -> bool:
        """Tell whether the two, of one passage, have no character in common."""
        return self.end <= other.start or other.end <= self.start


def kept(find: Callable[[Passage], Iterator[Slip]]) -> Callable[[Passage], tuple[Slip, ...]]:
    """Return `find` with what it found in a passage kept: one that stands unchanged is not read again."""

    @lru_cache(maxsize=4096)
    def found_in(passage: Passage) -> tuple[Slip, ...]:
        return tuple(find(passage))

    return found_in


@lru_cache(maxsize=512)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern that heeds no capitals; one that is never tried is never compiled."""
    return re.compile(pattern, re.IGNORECASE)


def each(slips: Iterable[Slip], *, safe: bool = True) -> Iterator[Observation]:
    """Yield every slip as a finding of its own."""
    for slip in slips:
        yield found(
            slip.place,
            slip.message,
            quoted(slip.passage, slip.start, slip.end),
            advice=f"Skriv ’{slip.new.strip()}’." if slip.new else "Rätta texten.",
            fix=_mend((slip,), safe=safe),
        )


def few_or_once(slips: Sequence[Slip], summary: str, advice: str, few: int = FEW) -> Iterator[Observation]:
    """Yield the slips one by one; where there are more than `few`, `summary` ("{n} …") with all of them as one."""
    if len(slips) <= few:
        yield from each(slips)
    else:
        yield once(slips, summary, advice)


def once(slips: Sequence[Slip], summary: str, advice: str, title: str = "") -> Observation:
    """Return the slips as one finding at the first of them; `summary` may hold {n}, their number."""
    ordered = sorted(slips, key=lambda slip: in_order(slip.place))
    return found(
        ordered[0].place,
        summary.format(n=len(ordered)),
        *(quoted(slip.passage, slip.start, slip.end) for slip in ordered[:FEW]),
        advice=advice,
        fix=_mend(ordered, safe=True, title=title),
    )


def _mend(slips: Sequence[Slip], *, safe: bool, title: str = "") -> Fix | None:
    changes = [(slip.place, slip.old, slip.new) for slip in slips if slip.new is not None]
    if len(changes) < len(slips):
        return None
    title = title or f"Skriv ’{changes[0][2].strip()}’" if len(changes) == 1 else f"Rätta {len(changes)} ställen"
    return mend(title, changes, safe=safe)
