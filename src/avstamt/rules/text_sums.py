"""Sums in prose: parts of a whole, men and women, and a change that gives both its ends and its size."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from avstamt.domain.finding import Level
from avstamt.domain.quantity import format_amount
from avstamt.language.claims.base import Modality, Sex
from avstamt.language.claims.model import Change, Comparison, Direction, Parts, Relation, Standard
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure, Form, Sort
from avstamt.rules.assessment_text import in_short
from avstamt.rules.figures import FigureCell, overlap
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong

_HUNDRED = Decimal(100)
_NEARLY = Decimal("0.05")
_TWO = 2
_ROUGH = Decimal(1)
_ABOUT_SO = Decimal("0.25")
_NEARLY_SO = re.compile(
    r"\b(?:mer|minst|över|drygt|nästan|knappt|närmare|i\s+det\s+närmaste|nära|mindre)\b", re.IGNORECASE
)
_YEARLY = re.compile(
    r"\b(?:per\s+år|om\s+året|år\s+för\s+år|årlig\w*|varje\s+år|vartdera|i\s+snitt|i\s+genomsnitt)\b", re.IGNORECASE
)
_BOTH = re.compile(
    r"\b(?:i|för)\s+\w+\s+av\s+dem\b[^.]*\bbåda\b|\bflera\s+(?:val|svar|alternativ|insatser|skäl)\b|\böverlapp\w*|\bmer\s+än\s+(?:ett|en)\s+"
    r"(?:svar|val|insats|alternativ|skäl)\b",
    re.IGNORECASE,
)


def judge_parts(case: Case) -> Judgement:
    """Judge that parts add up to their whole, or at least do not exceed it."""
    claim = case.claim
    if not isinstance(claim, Parts):
        return NOT_TRIED
    parts = [part.figure for part in claim.parts]
    if any(number.is_range or number.form is Form.FRACTION for number in parts):
        return NOT_TRIED
    if claim.whole is None:
        return _judge_hundred(case, claim, parts)
    if not _are_alike(claim.whole, parts):
        return NOT_TRIED
    if _may_overlap(case, claim):
        return NOT_TRIED
    return _judge_whole(case, claim.whole, parts, exhaustive=claim.exhaustive)


def _may_overlap(case: Case, claim: Parts) -> bool:
    """Tell whether one may be counted in two of the parts: some by sex and some by age, or a sentence that says so."""
    by_sex = {part.sex is not None for part in claim.parts}
    return len(by_sex) == _TWO or bool(_BOTH.search(case.told.text))


def _are_alike(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether parts and whole are of one sort and unit, so that they can be added."""
    numbers = (whole, *parts)
    if whole.is_range or whole.sort is Sort.SHARE or {number.sort for number in numbers} != {whole.sort}:
        return False
    return len({number.unit for number in numbers} - {"", "st"}) <= 1


def _judge_whole(case: Case, whole: Figure, parts: Sequence[Figure], *, exhaustive: bool) -> Judgement:
    low, high = _added(parts)
    decimals = max(number.decimals for number in (whole, *parts))
    slack = _ROUGH.scaleb(-decimals) * len(parts) / 2 if decimals else Decimal(0)
    bounds = whole.interval if _is_rough(whole) else (whole.low, whole.high)
    if overlap((low - slack, high + slack), bounds):
        return RIGHT
    if low - slack > bounds[1]:
        return wrong("TXT-111", _sum(case, whole, parts, "mer än"))
    if exhaustive:
        return wrong("TXT-111", _sum(case, whole, parts, "inte"))
    if len(parts) >= _TWO and bounds[0] - high <= _NEARLY * bounds[0] and _joined(case, parts):
        return wrong("TXT-111", _sum(case, whole, parts, "inte", Level.TIP))
    return RIGHT


def _added(parts: Sequence[Figure]) -> tuple[Decimal, Decimal]:
    """Return the interval in which the sum of the parts lies; only a rough part leaves room."""
    ends = [number.interval if _is_rough(number) else (number.low, number.high) for number in parts]
    return sum((low for low, _ in ends), Decimal(0)), sum((high for _, high in ends), Decimal(0))


def _is_rough(number: Figure) -> bool:
    return number.degree is not Degree.EXACT or number.form is Form.ROUND


def _joined(case: Case, parts: Sequence[Figure]) -> bool:
    """Tell whether the last part is joined with "och", as the end of a full list is."""
    between = case.told.block.text[parts[-2].span.end : parts[-1].extent.start]
    return " och " in f" {between} "


def _judge_hundred(case: Case, claim: Parts, parts: Sequence[Figure]) -> Judgement:
    """Judge shares that are all of something: they make a hundred as far as rounding shows."""
    if not claim.exhaustive or {number.unit for number in parts} != {"%"} or any(map(_is_rough, parts)):
        return NOT_TRIED
    whole = sum((number.low for number in parts), Decimal(0))
    slack = _ROUGH.scaleb(-max(number.decimals for number in parts)) * len(parts) / 2
    if abs(whole - _HUNDRED) <= slack:
        return RIGHT
    if abs(whole - _HUNDRED) > _HUNDRED * _NEARLY * 2:
        return NOT_TRIED
    return wrong(
        "TXT-111",
        found(
            case.told.at(claim),
            f"Andelarna är tillsammans {format_amount(whole, max(one.decimals for one in parts), '%')}, inte 100 %.",
            case.told.evidence,
            advice="Rätta något av talen.",
        ),
    )


def _sum(case: Case, whole: Figure, parts: Sequence[Figure], how: str, level: Level | None = None) -> Observation:
    text = case.told.block.text
    decimals = max(number.decimals for number in (whole, *parts))
    made = format_amount(sum((one.low for one in parts), Decimal(0)), decimals)
    terms = " + ".join(format_amount(one.low, one.decimals) for one in parts)
    said = " ".join(whole.span.of(text).split())
    told = f"{terms} är {made}, {how} {said}." if len(parts) > 1 else f"Delen {made} är större än det hela, {said}."
    return found(
        case.told.at(case.claim),
        told[0].upper() + told[1:],
        case.told.block.quote(min(whole.span.start, case.claim.span.start), case.claim.span.end),
        advice="Rätta något av talen, eller skriv vad som saknas.",
        level=level,
    )


def judge_sexes_of_parts(case: Case) -> Judgement:
    """Judge men and women told in prose against the indicator's two columns."""
    claim, tie = case.claim, case.tie
    if not isinstance(claim, Parts) or tie is None or not tie.sure or claim.whole is None:
        return NOT_TRIED
    outcome = tie.cell("outcome")
    if outcome is None or claim.whole.low != outcome.quantity.amount:
        return NOT_TRIED
    for part in claim.parts:
        cell = tie.cell("outcome_men" if part.sex is Sex.MEN else "outcome_women") if part.sex else None
        if cell and cell.quantity.unit == outcome.quantity.unit and part.figure.low != cell.quantity.amount:
            return wrong("TXT-112", _by_sex(case, tie, part.figure, cell, "män" if part.sex is Sex.MEN else "kvinnor"))
    return RIGHT


def _by_sex(case: Case, tie: Tie, number: Figure, cell: FigureCell, who: str) -> Observation:
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {number.span.of(case.told.block.text)} {who}, men tabellen har {cell.text} för "
        f"’{in_short(tie.indicator.name)}’.",
        case.told.evidence,
        cell.evidence,
        advice="Rätta texten eller tabellen.",
    )


def judge_own_ends(case: Case) -> Judgement:
    """Judge a change by its own ends: "ökat från 15 till 12" is none, and its size is the difference of the ends."""
    claim = case.claim
    if not isinstance(claim, Change) or claim.before is None or claim.after is None:
        return NOT_TRIED
    before, after = claim.before, claim.after
    if before.is_range or after.is_range or len({before.unit, after.unit} - {""}) > 1 or claim.negated:
        return NOT_TRIED
    course = (after.low > before.low) - (after.low < before.low)
    said = {Direction.UP: 1, Direction.DOWN: -1}.get(claim.direction) if claim.direction else None
    if said is not None and course == -said and not (_is_rough(before) or _is_rough(after)):
        return wrong("TXT-113", _turned(case, claim))
    if claim.by and _YEARLY.search(case.told.text):  # so much each year, of ends several years apart
        return NOT_TRIED
    judge = _judge_factor if claim.by and claim.by.form is Form.FACTOR else _judge_size
    return judge(case, claim, before, after)


def _judge_size(case: Case, claim: Change, before: Figure, after: Figure) -> Judgement:
    by = claim.by
    if by is None or by.is_range or by.form is Form.FRACTION:
        return RIGHT if claim.direction else NOT_TRIED
    size = abs(after.low - before.low)
    unit = before.unit or after.unit
    if unit == "%" and by.unit == "%":
        relative = size / before.low * _HUNDRED if before.low else None
        if overlap(by.interval, (size, size)) and (relative is None or not overlap(by.interval, (relative, relative))):
            return wrong("TXT-107", _points(case, by))
        return RIGHT
    if by.unit == "%" and before.low:
        size = size / before.low * _HUNDRED
    elif by.unit not in (unit, "procentenheter", ""):
        return NOT_TRIED
    slack = (_ROUGH.scaleb(-before.decimals) + _ROUGH.scaleb(-after.decimals)) / 2 if before.decimals else Decimal(0)
    slack = max(slack, _ROUGH / 2 if by.unit == "%" else slack)
    if _is_rough(before) or _is_rough(after) or overlap(by.interval, (size - slack, size + slack)):
        return RIGHT
    return wrong("TXT-113", _turned(case, claim))


def _judge_factor(case: Case, claim: Change, before: Figure, after: Figure) -> Judgement:
    """Judge "halverats" and "fördubblats" by the two ends; what is near enough is called so."""
    factor = claim.by.low if claim.by else Decimal(0)
    if not before.low or not factor or _NEARLY_SO.search(case.told.text):
        return NOT_TRIED
    off = abs(after.low / before.low - factor) / factor
    return RIGHT if off <= _ABOUT_SO else wrong("TXT-113", _turned(case, claim))


def _turned(case: Case, claim: Change) -> Observation:
    words = " ".join(case.told.words_of(claim).split())
    return found(
        case.told.at(claim),
        f"Talen i ’{words}’ stämmer inte med det som sägs om dem.",
        case.told.evidence,
        advice="Rätta något av talen eller ordet.",
    )


def _points(case: Case, by: Figure) -> Observation:
    return found(
        case.told.block.place.at(*by.span),
        f"Skillnaden mellan två procenttal är procentenheter: {by.low.normalize():f} procentenheter.".replace(
            ".", ",", 1
        )
        if by.decimals
        else "Skillnaden mellan två procenttal skrivs i procentenheter, inte i procent.",
        case.told.evidence,
        advice="Skriv procentenheter.",
    )


def judge_distance(case: Case) -> Judgement:
    """Judge how far from the target something is said to be: between two shares the distance is in procentenheter."""
    claim, tie = case.claim, case.tie
    by = getattr(claim, "by", None)
    if tie is None or by is None or by.unit != "%" or claim.modality is not Modality.FACT:
        return NOT_TRIED
    other = _other_end(claim)
    outcome, base = tie.cell("outcome"), tie.cell(other) if other else None
    if (
        outcome is None
        or base is None
        or {outcome.quantity.unit, base.quantity.unit} != {"%"}
        or not base.quantity.amount
    ):
        return NOT_TRIED
    points = abs(outcome.quantity.amount - base.quantity.amount)
    relative = points / abs(base.quantity.amount) * _HUNDRED
    if overlap(by.interval, (points, points)) and not overlap(by.interval, (relative, relative)):
        return wrong("TXT-107", _points(case, by))
    return NOT_TRIED


def judge_own_points(case: Case) -> Judgement:
    """Judge by how many per cent something changed by the two shares of its sentence: "84 procent, fyra procent högre än … 80 procent"."""
    by = getattr(case.claim, "by", None)
    if by is None or by.unit != "%" or by.is_range or by.form in (Form.FACTOR, Form.FRACTION):
        return NOT_TRIED
    shares = [one.figure for one in case.told.claims if isinstance(one, Stated) and one.figure.unit == "%"]
    if len(shares) != _TWO or any(one.is_range or not one.low for one in shares) or getattr(case.claim, "before", None):
        return NOT_TRIED
    points = abs(shares[0].low - shares[1].low)
    relative = [points / one.low * _HUNDRED for one in shares]
    if not overlap(by.interval, (points, points)) or any(overlap(by.interval, (one, one)) for one in relative):
        return NOT_TRIED
    return wrong("TXT-107", _points(case, by))


def _other_end(claim: object) -> str:
    """Return which cell the outcome is compared with."""
    if isinstance(claim, Comparison):
        if claim.relation is Relation.SHORT or claim.standard is Standard.TARGET:
            return "target"
        return "previous" if claim.standard is Standard.EARLIER else ""
    return "previous" if isinstance(claim, Change) and claim.before is None else ""
