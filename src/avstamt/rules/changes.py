"""What an edit has changed of a report: its texts, its assessments, the figures of its tables, or its outline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from avstamt.domain.activity import Activity
from avstamt.domain.base import Frozen, Node
from avstamt.domain.economy import EconomyTable, Row
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.section import FrontPage, Section


class Aspect(Enum):
    """What may change of a part while the rest of it stands; OUTLINE is all that is none of the others."""

    TEXTS = "texts"
    ASSESSMENTS = "assessments"
    INDICATORS = "figures of indicators"
    ACTIVITIES = "words, dates and deviations of activities"
    ECONOMY = "figures of economy tables"
    OUTLINE = "titles, names, rows, and which texts there are"


Aspects = frozenset[Aspect]

EVERYTHING: Aspects = frozenset(Aspect)
_BY_FIELD: Mapping[type[Frozen], Mapping[str, Aspect]] = {
    Goal: {
        **dict.fromkeys(GOAL_TEXTS, Aspect.TEXTS),
        **dict.fromkeys(("assessment", "wording"), Aspect.ASSESSMENTS),
    },
    Indicator: {"analysis": Aspect.TEXTS, **dict.fromkeys((*INDICATOR_FIGURES, "period"), Aspect.INDICATORS)},
    Activity: {
        "analysis": Aspect.TEXTS,
        **dict.fromkeys(("text", "start", "end", "deviation"), Aspect.ACTIVITIES),
    },
    Section: {"text": Aspect.TEXTS},
    EconomyTable: {"comment": Aspect.TEXTS},
    Row: {"cells": Aspect.ECONOMY},
    FrontPage: {"proposals": Aspect.TEXTS},
}
_NODES = ("indicators", "activities", "tables", "rows")


def changed(old: Frozen | None, new: Frozen | None) -> Aspects:
    """Return the aspects in which a part as it is differs from what it was; all, where it came or went."""
    if old is None or new is None or type(old) is not type(new):
        return EVERYTHING
    return frozenset(_differing(old, new))


def _differing(old: Frozen, new: Frozen) -> Iterator[Aspect]:
    aspects = _BY_FIELD[type(old)]
    for name in type(old).model_fields:
        before, after = getattr(old, name), getattr(new, name)
        if before is after or before == after:
            continue
        if name in _NODES:
            yield from _among(before, after)
            continue
        aspect = aspects.get(name, Aspect.OUTLINE)
        yield aspect
        if aspect is Aspect.TEXTS and (before is None) is not (after is None):
            yield Aspect.OUTLINE


def _among(before: Sequence[Node], after: Sequence[Node]) -> Iterator[Aspect]:
    if [node.id for node in before] != [node.id for node in after]:
        yield from EVERYTHING
        return
    for old, new in zip(before, after, strict=True):
        if old is not new:
            yield from _differing(old, new)
