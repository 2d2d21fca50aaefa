"""The second of two results of one sentence, "1,7 mnkr efter resultatöverföringar", held against the adjusted variance."""

from __future__ import annotations

import re

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.language.claims.model import Balance
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.amounts import Amount
from avstamt.rules.economy_text_lines import Line, lines_of
from avstamt.rules.economy_text_rows import SCALES, is_amount
from avstamt.rules.economy_text_whole import says_whole
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

_AFTER = re.compile(r"\s+efter(?:\s+(?:resultat(?:överför|dispos)\w+|överför\w+))?\s*(?:$|[.,;])", re.IGNORECASE)
_BEFORE = re.compile(
    r"\bföre\s+(?:resultat(?:överför|dispos)\w+|överför\w+)\s+och\s+(?:(?:ett\s+)?(?:över|under)skott\s+)?(?:(?:på|om|med)\s+)?$",
    re.IGNORECASE,
)
EARLIER = re.compile(
    r"\b(?:räknade|väntade|förväntade|prognostiserade|prognostiserades|befarade|befarades|våras|höstas|ursprunglig\w*|inledning\w*|inledningsvis)\b",
    re.IGNORECASE,
)
"""What was thought earlier in the year is no result."""

_AREA = re.compile(r"^\W*(?:verksamhetsområdet|området)\b", re.IGNORECASE)


def judge_adjusted(case: Case, number: Figure, area: tuple[Line, ...]) -> Judgement:
    """Judge what remains after transfers by the adjusted variance of the row; `area` holds the rows of the heading above."""
    told, text = case.told, case.told.block.text
    exact = number.degree is Degree.EXACT and not number.is_range and number.unit in SCALES
    if not exact or EARLIER.search(told.text) or not _AFTER.match(text, number.span.end, told.span.end):
        return NOT_TRIED
    before = any(isinstance(one, Balance) and one.span.start < number.span.start for one in told.claims)
    if (
        not before
        or not _BEFORE.search(text, told.span.start, number.extent.start)
        or not is_this_year(case, case.claim.when)
    ):
        return NOT_TRIED
    lines = _lines(case, area)
    cells = [(line, cell) for line in lines for cell in line.of((ColumnRole.ADJUSTED_VARIANCE,))]
    if not cells:
        return NOT_TRIED
    if any(is_amount(number, cell, line.scale) for line, cell in cells):
        return RIGHT
    return wrong("EKO-403", _unlike(case, number, cells[0][1]))


def _lines(case: Case, area: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the rows that a sentence is of: the heading's, those whose name opens it, or the totals."""
    if area and _AREA.match(case.told.text):
        return area
    if says_whole(case.told.text):
        return tuple(line for line in lines_of(case.context) if line.role in (RowRole.TOTAL, RowRole.NET))
    opening = case.told.text.casefold()
    return tuple(
        line
        for line in lines_of(case.context)
        if line.role is RowRole.AREA and re.match(rf"\W*{re.escape(line.name)}(?:e?n|e?t)?\s", opening)
    )


def _unlike(case: Case, number: Figure, cell: Amount) -> Observation:
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {' '.join(number.span.of(case.told.block.text).split())}, men tabellens justerade avvikelse är {cell.text}.",
        case.told.evidence,
        cell.evidence,
        advice="Rätta texten eller tabellen.",
    )
