"""A rule about two indicators where one measures a part of what the other does: sick leave day 1–14, and all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.domain.finding import Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.place import Place
from avstamt.rules.figures import CELL_NAMES, FigureCell, figure
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_SHORT = re.compile(r"(?:kort)?sjukfrånvaron?\s*,?\s*\(?(?:dag\w*\s*1\s*[-–]\s*14|kort\w*)\)?", re.IGNORECASE)
_ALL = re.compile(r"(?:total\s+)?sjukfrånvaron?(?:\s*,?\s*\(?total\w*\)?)?", re.IGNORECASE)
_SIGNS = {"%", ""}

Row = tuple[str, dict[str, FigureCell]]
"""The name of an indicator, and its cells that hold plain numbers."""


@rule(
    "IND-106",
    name="del-större-än-helhet",
    level=Level.DEVIATION,
    basis="aritmetik",
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def part_is_not_more_than_the_whole(context: Context) -> Iterator[Observation]:
    """Sjukfrånvaron dag 1–14 är inte högre än hela sjukfrånvaron.

    Varför: de första fjorton dagarna ingår i den totala sjukfrånvaron. Är delen större än det hela är något av talen
    fel, eller så står ett årsmål på fel rad.
    Fel: Sjukfrånvaro, årsmål 6,5 %, och Sjukfrånvaro dag 1–14, årsmål 8,0 %.
    Rätt: Sjukfrånvaro, årsmål 6,5 %, och Sjukfrånvaro dag 1–14, årsmål 2,0 %.
    """
    for goal, place in context.goals:
        whole, part = _row(goal, place, _ALL), _row(goal, place, _SHORT)
        if whole is None or part is None:
            continue
        for name in INDICATOR_FIGURES:
            one, other = part[1].get(name), whole[1].get(name)
            if one is None or other is None or not _are_shares(one, other):
                continue
            if one.quantity.interval[0] > other.quantity.interval[1]:
                yield _more(name, (part[0], one), (whole[0], other))


def _row(goal: Goal, place: Place, name: re.Pattern[str]) -> Row | None:
    """Return the only row of a goal that has this name, with its plain figures."""
    rows = [row for row in goal.indicators if name.fullmatch(row.name.strip())]
    if len(rows) != 1:
        return None
    row, where = rows[0], place / "indicators" / rows[0].id
    cells = {one: cell for one in INDICATOR_FIGURES if (cell := figure(row, where, one))}
    return row.name.strip(), cells


def _are_shares(one: FigureCell, other: FigureCell) -> bool:
    return {one.quantity.unit, other.quantity.unit} <= _SIGNS and other.quantity.amount > 0


def _more(name: str, part: tuple[str, FigureCell], whole: tuple[str, FigureCell]) -> Observation:
    return found(
        part[1].place,
        f"För ’{part[0]}’ är {CELL_NAMES[name]} {part[1].text}, mer än {whole[1].text} för ’{whole[0]}’ som den ingår i.",
        part[1].evidence,
        whole[1].evidence,
        advice="Rätta något av talen.",
    )
