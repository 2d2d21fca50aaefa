"""Words of direction in prose held against figures: increased, higher than last year, above the target, men above women."""

from __future__ import annotations

import re
from decimal import Decimal

from avstamt.domain.indicator import Direction as Better
from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import (
    Achievement,
    Aim,
    Change,
    Comparison,
    Direction,
    Relation,
    Standard,
    Verdict,
)
from avstamt.rules.aims import Verdict as Met
from avstamt.rules.aims import aim_of, judge
from avstamt.rules.assessment_text import in_short
from avstamt.rules.figures import COUNT_UNITS, FigureCell
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_scope import is_narrowed, is_of_its_cost, speaks_of_others
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_last_year, is_this_year

_UP, _DOWN, _SAME = 1, -1, 0
_CHANGES = {Direction.UP: _UP, Direction.DOWN: _DOWN, Direction.SAME: _SAME}
RELATIONS = {Relation.HIGHER: _UP, Relation.LOWER: _DOWN, Relation.EQUAL: _SAME}
_GOOD = {Direction.BETTER: _UP, Relation.BETTER: _UP, Direction.WORSE: _DOWN, Relation.WORSE: _DOWN}
_WORDS = {_UP: "stiger", _DOWN: "sjunker", _SAME: "är oförändrad"}
_BEYOND = re.compile(
    r"\b(?:hösten|våren|sommaren|tertial\w*|kvartal\w*|halvår\w*|månad\w*|successivt|under året|pandemi\w*|början|slutet|sedan|"
    r"framöver|ibland|risk\w*|vissa|en del|skillnad\w*|nyckeltal\w*|självklart|naturligt|ofta|när)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"\bi\s+(?:\w+\s+)?(?:högre|lägre|större|mindre)\s+(?:grad|utsträckning|omfattning)\b", re.IGNORECASE
)
_AT_MOST_ALIKE = Decimal("0.03")
_FAR = Decimal("0.1")
_STRONG = 0.7


def judge_change(case: Case) -> Judgement:
    """Judge that something rose, fell or stood still by last year's figure and this year's."""
    claim, tie = case.claim, case.tie
    if not isinstance(claim, Change) or tie is None or claim.direction is None or not is_plain(case, tie):
        return NOT_TRIED
    if claim.sex or not is_this_year(case, claim.when) or (claim.since and not is_last_year(case, claim.since)):
        return NOT_TRIED
    said = None if _is_of_shares(claim, tie) else _CHANGES.get(claim.direction, by_worth(claim.direction, tie))
    return NOT_TRIED if said is None else _judge_course(case, tie, said, case.told.words_of(claim))


def _is_of_shares(claim: Change, tie: Tie) -> bool:
    """Tell whether a change goes between two shares, and the indicator measures none: it is another that is spoken of."""
    outcome = tie.cell("outcome")
    ends = [number for number in (claim.before, claim.after) if number]
    return bool(ends) and outcome is not None and outcome.quantity.unit != "%" and ends[-1].unit == "%"


def judge_comparison(case: Case) -> Judgement:
    """Judge that something is higher or lower than last year, the target or for the other sex."""
    claim, tie = case.claim, case.tie
    if not isinstance(claim, Comparison) or tie is None or not is_plain(case, tie):
        return NOT_TRIED
    said = RELATIONS.get(claim.relation, by_worth(claim.relation, tie))
    if said is None or (not tie.share and _DEGREE.search(case.told.text)):  # to what degree something is so is a share
        return NOT_TRIED
    if claim.standard is Standard.TARGET and not claim.sex:
        return _judge_level_of_target(case, tie, said)
    if claim.standard is Standard.EARLIER and (claim.than is None or is_last_year(case, claim.than)) and not claim.sex:
        return _judge_course(case, tie, said, case.told.words_of(claim))
    return NOT_TRIED


def is_plain(case: Case, tie: Tie) -> bool:
    """Tell whether a claim is a fact about the whole that the indicator measures."""
    claim = case.claim
    fact = claim.modality is Modality.FACT and not claim.negated
    return fact and tie.near and (tie.own or tie.strength >= _STRONG) and not _is_of_others(case, tie)


def _is_of_others(case: Case, tie: Tie) -> bool:
    others = speaks_of_others(case.told) or is_of_its_cost(case.told, tie)
    return others or is_narrowed(case.told, tie, case.claim.span.end)


def by_worth(word: Direction | Relation, tie: Tie) -> int | None:
    """Return which way a figure goes that gets better or worse, None where its better way is not known."""
    good = _GOOD.get(word)
    if good is None or tie.direction not in (Better.HIGHER, Better.LOWER):
        return None
    return good if tie.direction is Better.HIGHER else -good


def _judge_course(case: Case, tie: Tie, said: int, words: str) -> Judgement:
    """Judge a direction by the outcome against last year's."""
    outcome, previous = tie.cell("outcome"), tie.cell("previous")
    if outcome is None or previous is None or outcome.quantity.unit != previous.quantity.unit:
        return NOT_TRIED
    if tells_of_a_part_of_the_year(case, tie) and (outcome.quantity.unit in COUNT_UNITS or not outcome.quantity.unit):
        return NOT_TRIED
    was, now = previous.quantity.amount, outcome.quantity.amount
    course = (now > was) - (now < was)
    if course == said or (said == _SAME and are_alike(now, was)):
        return RIGHT
    if _SAME in {course, said} or _BEYOND.search(case.told.text):
        return NOT_TRIED
    return wrong(
        "TXT-102",
        found(
            case.told.at(case.claim),
            f"Texten säger ’{words}’, men ’{in_short(tie.indicator.name)}’ {_WORDS[course]} från {previous.text} till "
            f"{outcome.text}.",
            case.told.evidence,
            outcome.evidence,
            previous.evidence,
            advice="Rätta texten eller tabellen.",
        ),
    )


def tells_of_a_part_of_the_year(case: Case, tie: Tie) -> bool:
    """Tell whether the outcome may be of some months only, and last year's of all; an index is measured once a year."""
    return case.context.report.kind.is_tertial and not tie.is_index


def are_alike(now: Decimal, was: Decimal) -> bool:
    """Tell whether two figures are so near each other that a text may call them the same."""
    return abs(now - was) <= _AT_MOST_ALIKE * max(abs(now), abs(was))


def _judge_level_of_target(case: Case, tie: Tie, said: int) -> Judgement:
    """Judge that the outcome lies above, below or level with the target."""
    outcome, target = tie.cell("outcome"), tie.cell("target")
    units = {cell.quantity.unit for cell in (outcome, target) if cell} - {"", *COUNT_UNITS}
    if outcome is None or target is None or len(units) > 1:
        return NOT_TRIED
    now, aim = outcome.quantity.amount, target.quantity.amount
    course = (now > aim) - (now < aim)
    if course == said or (said == _SAME and abs(now - aim) <= _FAR * abs(aim)):
        return RIGHT
    if said != _SAME and case.context.report.kind.is_tertial:
        return NOT_TRIED
    return wrong("TXT-106", _against_target(case, tie, outcome, target))


def _against_target(case: Case, tie: Tie, outcome: FigureCell, target: FigureCell) -> Observation:
    return found(
        case.told.at(case.claim),
        f"Texten säger ’{case.told.words_of(case.claim)}’, men för ’{in_short(tie.indicator.name)}’ är utfallet {outcome.text} "
        f"och årsmålet {target.text}.",
        case.told.evidence,
        outcome.evidence,
        target.evidence,
        advice="Rätta texten eller tabellen.",
    )


def judge_achievement(case: Case) -> Judgement:
    """Judge that a target is reached or missed by the outcome, where text and figures agree on which indicator."""
    claim, tie = case.claim, case.tie
    if not isinstance(claim, Achievement) or tie is None or claim.aim is not Aim.TARGET:
        return NOT_TRIED
    if claim.modality is not Modality.FACT or speaks_of_others(case.told) or case.context.report.kind.is_tertial:
        return NOT_TRIED
    outcome, target = tie.cell("outcome"), tie.cell("target")
    aim = aim_of(tie.indicator.target, tie.direction, tie.indicator.previous)
    met = judge(outcome.quantity, aim) if outcome and aim else Met.UNKNOWN
    if outcome is None or target is None or met is Met.UNKNOWN or claim.verdict is Verdict.PARTLY:
        return NOT_TRIED
    reached = claim.verdict in (Verdict.REACHED, Verdict.FULL)
    if reached == (met is Met.REACHED):
        return RIGHT
    if not (tie.own or tie.strength >= _STRONG) or claim.figures:
        return NOT_TRIED
    return wrong("TXT-106", _against_target(case, tie, outcome, target))
