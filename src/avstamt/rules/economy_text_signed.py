"""A signed amount right behind the name of a row, "barn och ungdom, -1,7 mnkr", held against the row's variance."""

from __future__ import annotations

import re

from avstamt.domain.economy import RowRole
from avstamt.language.numbers.model import Figure
from avstamt.rules.amounts import Amount
from avstamt.rules.economy_text_lines import Line, lines_of
from avstamt.rules.economy_text_rows import SCALES, VARIANCES, is_amount
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong

_GAP = re.compile(r"(?:\s+avvikelse(?:n)?)?\s*[,(:–]?\s*", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:$|[).;:,]|(?:och|samt|respektive|medan|men)\b)", re.IGNORECASE)
_OF_A_CHANGE = re.compile(
    r"\b(?:\w*förbättr\w*|\w*försämr\w*|\w*förändr\w*|\w*ökning\w*|\w*minskning\w*|sedan|jämför\w*|skillnad\w*|tidigare|tertial\w*|före|efter|"
    r"budgetjuster\w*|\w*överföring\w*|föregående|förra|varav)\b",
    re.IGNORECASE,
)
_MAY_STAND = re.compile(
    r"(?:^|[,:;(–]|\b(?:och|samt|för|inom|i|av|hos|främst|framför\s+allt|områdena|området|område|verksamhetsområdet|verksamhetsområdena|"
    r"avdelningen|verksamheten|med|som|är|respektive))[\s”\"*•-]*$"
)
_DEFINITE = re.compile(r"(?:e?n|e?t|erna|na)?s?(?![^\W_])")
_SIGNS = {"+": 1, "−": -1, "-": -1, "–": -1}


def judge_signed(case: Case, number: Figure) -> Judgement:
    """Judge a signed amount that stands right behind the name of an area or a net."""
    told = case.told
    if number.sign not in _SIGNS or not number.low or number.is_range or number.unit not in SCALES:
        return NOT_TRIED
    if not _ENDS.match(told.block.text, number.span.end, told.span.end) or _OF_A_CHANGE.search(told.text):
        return NOT_TRIED
    lead = told.block.text[told.span.start : number.span.start].casefold()
    named = [line for line in lines_of(case.context) if line.role is RowRole.AREA and _ends_with(lead, line.name)]
    longest = max((len(line.name) for line in named), default=0)
    lines = [line for line in named if len(line.name) == longest]
    cells = [(line, cell) for line in lines for cell in line.of(VARIANCES)]
    if not cells:
        return NOT_TRIED
    same = [(line, cell) for line, cell in cells if is_amount(number, cell, line.scale)]
    if not same:
        return wrong("EKO-413", _unlike(case, number, *cells[0]))
    sign = _SIGNS[number.sign]
    own = {(cell.number.amount > 0) - (cell.number.amount < 0) for _line, cell in same}
    ways = own | {one * line.upside for one in own for line, _cell in same if line.upside}
    known = all(line.upside for line, _cell in same)
    return wrong("EKO-413", _unlike(case, number, *same[0])) if known and sign not in ways else RIGHT


def _ends_with(lead: str, name: str) -> bool:
    """Tell whether what leads to an amount ends in a row's name, with no more than a comma or a bracket behind it."""
    start = lead.rfind(name)
    if start < 0 or not _MAY_STAND.search(lead[:start]):
        return False
    match = _DEFINITE.match(lead, start + len(name))
    return bool(match and _GAP.fullmatch(lead, match.end()))


def _unlike(case: Case, number: Figure, line: Line, cell: Amount) -> Observation:
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {' '.join(number.span.of(case.told.block.text).split())}, men avvikelsen på raden ’{line.label}’ är {cell.text}.",
        case.told.evidence,
        cell.evidence,
        advice="Rätta texten eller tabellen.",
    )
