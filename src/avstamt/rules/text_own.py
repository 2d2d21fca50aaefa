"""Comparisons held against the two figures that their own sentence gives: "114, högre än 2023 då den var 95", "45 mot 52 i fjol, en ökning"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from avstamt.language.claims.base import Claim, Modality, Relative, When
from avstamt.language.claims.model import Change, Comparison, Direction, Relation, Role, Standard
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure, Form
from avstamt.language.words import Span
from avstamt.rules.model import found
from avstamt.rules.prose_weighing import NOT_TRIED, Case, Judgement, right, wrong
from avstamt.rules.text_sums import judge_own_ends

_BEFORE = r"(?:de|den|det|fjolårets|förra\s+årets|föregående\s+års|året\s+innans?)"
_WHEN = re.compile(rf"[\s,(]*(?:då|när)\b[^.;:\d]{{0,60}}$|\s*(?:{_BEFORE})?\s*$", re.IGNORECASE)
_WHICH = re.compile(
    r"[\s,]*(?:(?:vilket|det|som)\s+(?:är|var|innebär)|och\s+(?:är|ligger))\b[^.;:\d]{0,25}$|\s*[,(]\s*$", re.IGNORECASE
)
_AGAINST = re.compile(
    rf"(?:\s+(?:i\s+år|under\s+året|20\d\d))?\s*,?\s*(?:(?:att\s+)?(?:i\s+)?(?:jämfört|jämföra|jämförelse)\s+med|mot)\s+(?:{_BEFORE}\s+)?$",
    re.IGNORECASE,
)
_THAT_IS = re.compile(
    r"[^.;:,()\d]{0,40}(?:20\d\d)?\)?\s*,\s*(?:(?:vilket|det|som)\s+(?:är|var|innebär|betyder|motsvarar)\s+)?(?:alltså\s+)?(?:en\s+)?$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\s*(?:sedan|jämfört|under|per|varje|årligen|inom|bland|för|hos)\b", re.IGNORECASE)
"""What tells that a step is of another time or another group than the ends before it."""

_TWICE = re.compile(
    r"\b(?P<many>dubbelt|tre\s+gånger|fyra\s+gånger)\s+så\s+(?:många|mycket|stor|stort|stora|hög|högt|höga)\b",
    re.IGNORECASE,
)
_TIMES = {"dubbelt": 2, "tre gånger": 3, "fyra gånger": 4}
_LOOSE = Decimal("0.15")
"""So much of what it says may "dubbelt så många" leave out or add."""

_EARLIER = re.compile(r"\b(?:året\s+(?:före|innan)|fjol\w*|förra|föregående|tidigare)\b", re.IGNORECASE)
_CLOSE = 22
_NEAR = 60
_SAID = {Relation.HIGHER: 1, Relation.LOWER: -1}
_TURNED = {Direction.UP: 1, Direction.DOWN: -1}


def judge_own_comparison(case: Case) -> Judgement:
    """Judge "higher than 2023, when it was 95", "more than the 95 of last year", by the figure before it and the one behind it."""
    claim = case.claim
    if not isinstance(claim, Comparison) or claim.relation not in _SAID:
        return NOT_TRIED
    if claim.standard not in (Standard.EARLIER, Standard.OTHER) or claim.negated or claim.sex or claim.base:
        return NOT_TRIED
    now, then = _around(case, claim)
    if now is None or then is None or (claim.standard is Standard.OTHER and not _is_past(then.when)):
        return NOT_TRIED
    text = case.told.block.text
    before, behind = text[now.figure.extent.end : claim.span.start], text[claim.span.end : then.figure.extent.start]
    if not (_are_alike(now.figure, then.figure) and _WHICH.fullmatch(before) and _WHEN.fullmatch(behind)):
        return NOT_TRIED
    return _held(case, claim, (now.figure, then.figure), _SAID[claim.relation])


def judge_own_course(case: Case) -> Judgement:
    """Judge "45, to be compared with 52 last year, an increase" and "increased to 45, compared with 52" by the two figures."""
    claim = case.claim
    if not isinstance(claim, Change) or claim.direction not in _TURNED or claim.negated or claim.before or claim.by:
        return NOT_TRIED
    if claim.after is not None:
        return _risen_to(case, claim, claim.after, _TURNED[claim.direction])
    before = [one for one in _plain_levels(case, claim) if one.span.end <= claim.span.start]
    if not before[1:]:
        return NOT_TRIED
    now, then = before[-2:]
    behind = case.told.block.text[then.figure.extent.end : claim.span.start]
    if not (_is_set_against(case, now.figure, then) and _is_earlier(case, then) and _THAT_IS.fullmatch(behind)):
        return NOT_TRIED
    return _held(case, claim, (now.figure, then.figure), _TURNED[claim.direction])


def _risen_to(case: Case, claim: Change, now: Figure, said: int) -> Judgement:
    then = next((one for one in _plain_levels(case, claim) if one.span.start >= now.extent.end), None)
    exact = now.degree is Degree.EXACT and not now.is_range
    if then is None or not exact or claim.sex or not (_is_set_against(case, now, then) and _is_earlier(case, then)):
        return NOT_TRIED
    return _held(case, claim, (now, then.figure), said)


def judge_own_step(case: Case) -> Judgement:
    """Judge "from 320 to 350, an increase of 40" and "142 000, a fall of 12 per cent from 148 000" by the ends beside the step."""
    claim = case.claim
    if not isinstance(claim, Change) or claim.by is None or claim.after is not None:
        return NOT_TRIED
    ends = [one for one in case.told.claims if one.span.end <= claim.span.start and isinstance(one, (Change, Stated))]
    if not ends or not _THAT_IS.fullmatch(case.told.block.text[ends[-1].span.end : claim.span.start]):
        return NOT_TRIED
    near, whole = ends[-1], None
    if isinstance(near, Change) and near.before and near.after and near.by is None and claim.before is None:
        whole = replace(claim, before=near.before, after=near.after)
    elif isinstance(near, Stated) and claim.before and _is_plain(near) and _are_alike(claim.before, near.figure):
        whole = replace(claim, after=near.figure)
    if whole is None or _OF_OTHERS.match(case.told.block.text, claim.span.end):
        return NOT_TRIED
    judged = judge_own_ends(replace(case, claim=replace(whole, span=Span(near.span.start, claim.span.end))))
    held = tuple(one for one in (whole.before, whole.after) if one is not None)
    return replace(judged, against=held) if judged.tried else judged


def judge_own_multiple(case: Case) -> Judgement:
    """Judge "twice as many applied, 30 against 20 last year" by its two figures; asked of the first of them."""
    now = case.claim
    if not isinstance(now, Stated) or not _is_plain(now):
        return NOT_TRIED
    text = case.told.block.text
    match = _TWICE.search(text, max(now.sentence.start, now.figure.extent.start - _NEAR), now.figure.extent.start)
    if match is None or any(sign.isdigit() for sign in text[match.end() : now.figure.extent.start]):
        return NOT_TRIED
    then = next((one for one in _plain_levels(case, now) if one.span.start >= now.figure.extent.end), None)
    if then is None or not then.figure.low or not _is_set_against(case, now.figure, then):
        return NOT_TRIED
    said, times = _TIMES[" ".join(match["many"].lower().split())], now.figure.low / then.figure.low
    if abs(times - said) <= said * _LOOSE:
        return right(now.figure, then.figure)
    return _told(case, now, (now.figure, then.figure), match.start())


def _held(case: Case, claim: Claim, figures: tuple[Figure, Figure], said: int) -> Judgement:
    """Hold what is said of the course, up (1) or down (−1), against the figure of now and that of then."""
    one, other = figures
    if one.low < 0 or other.low < 0:  # a deficit of -1,4 has grown from one of -1,2
        return NOT_TRIED
    if (one.low > other.low) - (one.low < other.low) == said:
        return right(one, other)
    return _told(case, claim, figures, one.span.start)


def _told(case: Case, claim: Claim, figures: tuple[Figure, Figure], start: int) -> Judgement:
    end = max(claim.span.end, figures[1].span.end)
    words = " ".join(case.told.block.text[start:end].split())
    return wrong(
        "TXT-113",
        found(
            case.told.block.place.at(*claim.span),
            f"Talen i ’{words}’ stämmer inte med det som sägs om dem.",
            case.told.evidence,
            advice="Rätta något av talen eller ordet.",
        ),
        *figures,
    )


def _around(case: Case, claim: Claim) -> tuple[Stated | None, Stated | None]:
    """Return the plain figures nearest before a claim and behind it."""
    levels = _plain_levels(case, claim)
    now = next((one for one in reversed(levels) if one.span.end <= claim.span.start), None)
    return now, next((one for one in levels if one.span.start >= claim.span.end), None)


def _plain_levels(case: Case, claim: Claim) -> list[Stated]:
    """Return the plain figures of the sentence, where the claim is a fact."""
    if claim.modality is not Modality.FACT:
        return []
    return [one for one in case.told.claims if isinstance(one, Stated) and _is_plain(one)]


def _is_plain(one: Stated) -> bool:
    number = one.figure
    exact = number.degree is Degree.EXACT and not number.is_range and number.form in (Form.DIGITS, Form.WORDS)
    return exact and one.role is Role.OUTCOME and one.sex is None and one.modality is Modality.FACT


def _are_alike(now: Figure, then: Figure) -> bool:
    """Tell whether two figures may measure one thing: they have one unit, and count no two things."""
    nouns = {number.noun.lower() for number in (now, then) if number.noun}
    return now.unit == then.unit and len(nouns) <= 1


def _is_set_against(case: Case, now: Figure, then: Stated) -> bool:
    """Tell whether a figure is told against another of its kind: "45 mot 52", "45, att jämföra med förra årets 52"."""
    between = case.told.block.text[now.extent.end : then.figure.extent.start]
    return _are_alike(now, then.figure) and _AGAINST.fullmatch(between) is not None


def _is_earlier(case: Case, then: Stated) -> bool:
    """Tell whether a figure is said to be of an earlier time."""
    about = case.told.block.text[max(0, then.figure.extent.start - _CLOSE) : then.figure.extent.end + _CLOSE]
    return _is_past(then.when) or _EARLIER.search(about) is not None


def _is_past(when: When | None) -> bool:
    return when is not None and (when.relative is Relative.LAST_YEAR or when.year is not None)
