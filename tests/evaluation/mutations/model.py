"""What a planted slip is: a sort that says where it can be planted, and a spot where it was."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place
from avstamt.domain.report import Report

NEAR = 2
"""How many steps above the slip a finding may stand and still speak of it: a block's field, a status's goal."""


@dataclass(frozen=True)
class Spot:
    """A place where a slip can be planted: what is done there, and what in the report then contradicts it.

    `place` is the node that is changed, `against` are the nodes that tell it otherwise; `what` is for the reader of the
    outcome.
    """

    place: Place
    what: str
    change: Callable[[Report], Report]
    against: tuple[Place, ...] = ()

    def is_spoken_of_by(self, finding: Finding) -> bool:
        """Tell whether the finding stands at, or quotes, the changed node or one that contradicts it."""
        spoken = (finding.place, *(evidence.place for evidence in finding.evidence))
        return any(_same_spot(one, other) for one in spoken for other in (self.place, *self.against))


def _same_spot(spoken: Place, slip: Place) -> bool:
    if spoken.is_within(slip):
        return True
    return slip.is_within(spoken) and bool(spoken.path) and len(slip.path) - len(spoken.path) <= NEAR


Spots = Callable[[Report, Random], Iterator[Spot]]


@dataclass(frozen=True)
class Sort:
    """A sort of slip (or of harmless edit); its docstring says where it can be planted."""

    name: str
    arithmetic: bool
    spots: Spots

    @property
    def plantable(self) -> str:
        """Return the docstring: what is planted, and when something in the report contradicts it."""
        return inspect.getdoc(self.spots) or ""


def arithmetic(name: str) -> Callable[[Spots], Sort]:
    """Declare a sort of slip that figures alone contradict."""
    return lambda spots: Sort(name, arithmetic=True, spots=spots)


def textual(name: str) -> Callable[[Spots], Sort]:
    """Declare a sort of slip that words contradict, or that stands by itself."""
    return lambda spots: Sort(name, arithmetic=False, spots=spots)
