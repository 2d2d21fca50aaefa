"""A comparison with an earlier year held against the two figures that its own sentence gives: "114, högre än 2023 då den var 95"."""

from __future__ import annotations

import re

from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import Comparison, Relation, Role, Standard
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Form
from avstamt.rules.model import found
from avstamt.rules.prose_weighing import NOT_TRIED, Case, Judgement, right, wrong

_WHEN = re.compile(r"[\s,(]*(?:då|när)\b[^.;:\d]{0,60}$", re.IGNORECASE)
_WHICH = re.compile(
    r"[\s,]*(?:(?:vilket|det|som)\s+(?:är|var|innebär)|och\s+(?:är|ligger))\b[^.;:\d]{0,25}$", re.IGNORECASE
)
_SAID = {Relation.HIGHER: 1, Relation.LOWER: -1}


def judge_own_comparison(case: Case) -> Judgement:
    """Judge "higher than 2023, when it was 95" by the figure before it and the one behind it."""
    claim = case.claim
    if not isinstance(claim, Comparison) or claim.standard is not Standard.EARLIER or claim.relation not in _SAID:
        return NOT_TRIED
    if claim.modality is not Modality.FACT or claim.negated or claim.sex or claim.base:
        return NOT_TRIED
    levels = [one for one in case.told.claims if isinstance(one, Stated) and _is_plain(one)]
    now = next((one for one in reversed(levels) if one.span.end <= claim.span.start), None)
    then = next((one for one in levels if one.span.start >= claim.span.end), None)
    if now is None or then is None or not _are_joined(case, claim, now, then):
        return NOT_TRIED
    one, other = now.figure, then.figure
    course = (one.low > other.low) - (one.low < other.low)
    if course == _SAID[claim.relation]:
        return right(one, other)
    words = case.told.block.text[one.span.start : other.span.end]
    return wrong(
        "TXT-113",
        found(
            case.told.block.place.at(*claim.span),
            f"Talen i ’{' '.join(words.split())}’ stämmer inte med det som sägs om dem.",
            case.told.evidence,
            advice="Rätta något av talen eller ordet.",
        ),
        one,
        other,
    )


def _is_plain(one: Stated) -> bool:
    number = one.figure
    exact = number.degree is Degree.EXACT and not number.is_range and number.form in (Form.DIGITS, Form.WORDS)
    return exact and one.role is Role.OUTCOME and one.sex is None and one.modality is Modality.FACT


def _are_joined(case: Case, claim: Comparison, now: Stated, then: Stated) -> bool:
    """Tell whether nothing stands between a comparison and its two figures but what joins them, and both measure one thing."""
    text = case.told.block.text
    nouns = {number.noun.lower() for number in (now.figure, then.figure) if number.noun}
    if now.figure.unit != then.figure.unit or len(nouns) > 1:
        return False
    before, behind = text[now.figure.extent.end : claim.span.start], text[claim.span.end : then.figure.extent.start]
    return bool(_WHICH.fullmatch(before) and _WHEN.fullmatch(behind))
