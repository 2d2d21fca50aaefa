"""A finding: what does not add up, where, on what evidence, and how it may be mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from avstamt.domain.place import Place

if TYPE_CHECKING:
    from avstamt.domain.report import Report


class Level(StrEnum):
    """How sure and how grave a finding is: Fel cannot be right, Avvikelse wants a reason, Tips is style."""

    ERROR = "Fel"
    DEVIATION = "Avvikelse"
    TIP = "Tips"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quoted piece of the report and where it stands.

    `source` names the earlier report that the quote is from, where it is from one; `place` is then its counterpart in
    the report under review.
    """

    place: Place
    quote: str
    source: str = ""

    def __reduce__(self) -> tuple[type[Evidence], tuple[object, ...]]:
        return Evidence, (self.place, self.quote, self.source)


@dataclass(frozen=True, slots=True)
class Fix:
    """A mend: its title as a button says it, whether it is safe without asking, and the change itself."""

    title: str
    safe: bool
    apply: Callable[[Report], Report]


@dataclass(frozen=True, slots=True)
class Claims:
    """How many claims of one sort ("utfall mot årsmål") there were in the report, and how many could be tried."""

    subject: str
    tried: int
    total: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of what a report claims a run could try, sort by sort, with a sentence that says so."""

    parts: tuple[Claims, ...] = ()
    sentence: str = ""

    @property
    def tried(self) -> int:
        """Return the number of claims that were tried."""
        return sum(part.tried for part in self.parts)

    @property
    def total(self) -> int:
        """Return the number of claims there were."""
        return sum(part.total for part in self.parts)


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: the rule's code and name, level, message in one Swedish sentence, place, evidence, advice and fix.

    `place` is where the reader should look (and where the focus goes); `advice` says what to do ("Rätta något av
    talen."). Two findings of equal rule and place are the same finding to a waiver.
    """

    rule: str
    name: str
    level: Level
    message: str
    place: Place
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    fix: Fix | None = None
