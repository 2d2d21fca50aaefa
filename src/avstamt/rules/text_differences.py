"""A difference told in prose, "två procentenheter högre än förra året", held against the figures it is between."""

from __future__ import annotations

import re
from decimal import Decimal

from avstamt.domain.finding import Evidence
from avstamt.domain.quantity import format_amount
from avstamt.language.claims.base import Claim, Modality
from avstamt.language.claims.model import Change, Comparison, Direction, Relation, Role
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Degree, Figure, Form, Sort
from avstamt.rules.assessment_text import in_short
from avstamt.rules.figures import CELL_NAMES, FigureCell, Interval, overlap
from avstamt.rules.model import Observation, found
from avstamt.rules.prose_scope import is_narrowed, speaks_of_others, without_own_city
from avstamt.rules.prose_ties import Tie
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, right, wrong
from avstamt.rules.text_directions import is_plain, tells_of_a_part_of_the_year

_STEPS = re.compile(r"(?:index-?)?(?:enhet(?:er)?|punkt(?:er)?)|poäng", re.IGNORECASE)
_POINTS = frozenset({"procentenheter", "poäng", "indexenheter"})
_TURN = re.compile(r"[;:(]|,(?!\d)|\b(?:men|medan|samtidigt|samt)\b", re.IGNORECASE)
_TARGET = re.compile(r"\b(?:års)?mål(?:et|värdet?|nivån?|sättningen)?\b", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:förra|föregående)\s+(?:år\w*|mätning\w*|verksamhetsår\w*)|\b(?:i\s+)?fjol\w*|\båret\s+(?:innan|före)|\bförra\s+årets|\btidigare\s+år",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_COURSE = re.compile(
    r"\b\w*(?:ök(?:at|ade|ar|ning)|minsk(?:at|ade|ar|ning)|stig(?:it|er)|steg|sjönk|sjunk(?:it|er)|förbättr|försämr|högre|lägre|höj|sänk|"
    r"upp|ned|ner|bättre|sämre|fler|färre)",
    re.IGNORECASE,
)
_OTHER_TIMES = re.compile(
    r"\b(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|våren|hösten|tertial\w*|kvartal\w*|"
    r"halvår\w*|mätningar|män|kvinnor|pojkar|flickor|stad\w*|budget\w*)\b",
    re.IGNORECASE,
)
_CELLS = ("previous", "target")
_COURSES = {Direction.UP: 1, Direction.DOWN: -1, Relation.HIGHER: 1, Relation.LOWER: -1}
_HUNDRED = Decimal(100)
_OTHER = "annat år"
_REACH = 70


def judge_difference(case: Case) -> Judgement:
    """Judge how far the outcome is said to be from last year's or from the target."""
    claim, tie = case.claim, case.tie
    number = _difference(case)
    if (
        tie is None
        or number is None
        or claim.modality is not Modality.FACT
        or claim.negated
        or not (tie.near or tie.sure)
    ):
        return NOT_TRIED
    if (
        speaks_of_others(case.told)
        or is_narrowed(case.told, tie)
        or _OTHER_TIMES.search(without_own_city(case.told.text))
    ):
        return NOT_TRIED
    name = _standard(case, number)
    outcome, base = tie.cell("outcome"), tie.cell(name) if name in _CELLS else None
    if outcome is None or base is None or outcome.quantity.unit != base.quantity.unit:
        return NOT_TRIED
    if not _is_in_unit(number, outcome.quantity.unit, tie) or (
        name == "previous" and tells_of_a_part_of_the_year(case, tie)
    ):
        return NOT_TRIED
    if _may_be_between(number, outcome, base, tie):
        return RIGHT
    return wrong("TXT-114", _differs(case, tie, number, outcome, base))


def _may_be_between(number: Figure, outcome: FigureCell, base: FigureCell, tie: Tie) -> bool:
    """Tell whether two cells may lie as far apart as is said; whole steps of an index are known by nothing but the cells."""
    whole = tie.is_index and not any((number.decimals, outcome.quantity.decimals, base.quantity.decimals))
    if whole and number.degree is Degree.EXACT:
        return abs(number.low) == abs(outcome.quantity.amount - base.quantity.amount)
    return overlap(_magnitude(number), _between(outcome.quantity.interval, base.quantity.interval))


def _difference(case: Case) -> Figure | None:
    """Return the figure of a claim that is a difference: in procentenheter, steps of an index, or what a change is by."""
    claim = case.claim
    if isinstance(claim, Comparison | Change):
        by = claim.by
        return by if by and not by.is_range and by.unit != "%" else None
    if isinstance(claim, Stated) and not claim.figure.is_range and _is_step(claim.figure):
        return claim.figure
    return None


def judge_relative(case: Case) -> Judgement:
    """Judge by how many per cent the outcome is said to have changed, where the text gives no ends of its own.

    Between two shares per cent may be meant as procentenheter; that is another slip, and judged elsewhere.
    """
    claim, tie = case.claim, case.tie
    number = _per_cent(case)
    if (
        tie is None
        or number is None
        or not is_plain(case, tie)
        or _OTHER_TIMES.search(without_own_city(case.told.text))
    ):
        return NOT_TRIED
    name = _standard(case, number)
    outcome, base = tie.cell("outcome"), tie.cell(name) if name in _CELLS else None
    if outcome is None or base is None or outcome.quantity.unit != base.quantity.unit or not base.quantity.amount:
        return NOT_TRIED
    if (name == "previous" and tells_of_a_part_of_the_year(case, tie)) or not _goes_its_way(claim, outcome, base):
        return NOT_TRIED
    apart = _between(outcome.quantity.interval, base.quantity.interval)
    relative = [end / abs(base.quantity.amount) * _HUNDRED for end in apart]
    if overlap(_magnitude(number), (relative[0], relative[1])):
        return RIGHT
    if outcome.quantity.unit == "%" and overlap(_magnitude(number), apart):
        return NOT_TRIED
    return wrong("TXT-114", _changes_otherwise(case, tie, number, outcome, base))


def _per_cent(case: Case) -> Figure | None:
    """Return how many per cent a claim says that something changed by."""
    claim = case.claim
    if not isinstance(claim, Comparison | Change) or claim.sex:
        return None
    if isinstance(claim, Change) and claim.before is not None:
        return None
    by = claim.by
    return by if by and by.unit == "%" and not by.is_range and by.form in (Form.DIGITS, Form.WORDS) else None


def _goes_its_way(claim: Claim, outcome: FigureCell, base: FigureCell) -> bool:
    """Tell whether the figures go the way that a claim says; where they do not, that is what is wrong."""
    course = (outcome.quantity.amount > base.quantity.amount) - (outcome.quantity.amount < base.quantity.amount)
    said = claim.direction if isinstance(claim, Change) else getattr(claim, "relation", None)
    return said is None or course == _COURSES.get(said, course)


def _changes_otherwise(case: Case, tie: Tie, number: Figure, outcome: FigureCell, base: FigureCell) -> Observation:
    apart = abs(outcome.quantity.amount - base.quantity.amount)
    relative = f"{format_amount(round(apart / abs(base.quantity.amount) * _HUNDRED, 1), 1)} procent"
    points = (
        f", {format_amount(apart, outcome.quantity.decimals)} procentenheter," if outcome.quantity.unit == "%" else ""
    )
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {' '.join(number.span.of(case.told.block.text).split())}, men för ’{in_short(tie.indicator.name)}’ skiljer det "
        f"{relative}{points} mellan utfallet {outcome.text} och {CELL_NAMES[base.name]} {base.text}.",
        case.told.evidence,
        outcome.evidence,
        base.evidence,
        advice="Rätta texten eller tabellen.",
    )


def _is_step(number: Figure) -> bool:
    return number.unit in _POINTS or (number.sort is Sort.COUNT and bool(_STEPS.fullmatch(number.noun)))


def _is_in_unit(number: Figure, unit: str, tie: Tie) -> bool:
    if unit == "%":
        return number.unit == "procentenheter"
    if tie.is_index:
        return number.unit in ("", "poäng", "indexenheter") and (not number.noun or _is_step(number))
    return number.unit == unit and unit != "" and not number.noun


def _standard(case: Case, number: Figure) -> str:
    """Return the cell that a difference is reckoned from: what the words behind it say, else those before it."""
    text, sentence = case.told.block.text, case.told.span
    turn = _TURN.search(text, number.span.end, sentence.end)
    behind = text[number.span.end : min(turn.start() if turn else sentence.end, number.span.end + _REACH)]
    if named := _named(case, behind):
        return named
    turns = [match.end() for match in _TURN.finditer(text, sentence.start, number.span.start)]
    before = text[max([sentence.start, *turns[-1:]]) : number.span.start]
    if _TARGET.search(before) and re.search(r"\b(?:över|under|från)\b", before):
        return "target"
    return "previous" if _COURSE.search(before) and not _YEAR.search(before) else ""


def _named(case: Case, words: str) -> str:
    target, earlier, year = _TARGET.search(words), _EARLIER.search(words), _YEAR.search(words)
    if target and not (earlier or year):
        return "target"
    if year:
        return "previous" if int(year.group()) == case.context.report.year - 1 else _OTHER
    return "previous" if earlier else ""


def _magnitude(number: Figure) -> Interval:
    low, high = number.interval
    return (
        (min(abs(low), abs(high)), max(abs(low), abs(high)))
        if low * high > 0
        else (Decimal(0), max(abs(low), abs(high)))
    )


def _between(one: Interval, other: Interval) -> Interval:
    """Return how far apart two rounded figures may lie; half the room of rounding, as most reckon with what is printed."""
    middle = abs((one[0] + one[1]) - (other[0] + other[1])) / 2
    slack = ((one[1] - one[0]) + (other[1] - other[0])) / 4
    return middle - slack, middle + slack


def _differs(case: Case, tie: Tie, number: Figure, outcome: FigureCell, base: FigureCell) -> Observation:
    decimals = max(outcome.quantity.decimals, base.quantity.decimals)
    size = format_amount(abs(outcome.quantity.amount - base.quantity.amount), decimals)
    words = " ".join(number.span.of(case.told.block.text).split())
    return found(
        case.told.block.place.at(*number.span),
        f"Texten säger {words}, men för ’{in_short(tie.indicator.name)}’ skiljer det {size} mellan utfallet {outcome.text} och "
        f"{CELL_NAMES[base.name]} {base.text}.",
        case.told.evidence,
        outcome.evidence,
        base.evidence,
        advice="Rätta texten eller tabellen.",
    )


def judge_own_difference(case: Case) -> Judgement:
    """Judge a difference between two shares by the two shares that the same sentence tells."""
    number = _difference(case)
    if number is None or number.unit != "procentenheter" or number.degree is not Degree.EXACT:
        return NOT_TRIED
    stated = [one for one in case.told.claims if isinstance(one, Stated) and one.figure.unit == "%"]
    told = [one for one in case.told.claims for figure in one.figures if figure.unit in ("%", "procentenheter")]
    if len(stated) != 2 or len(told) != 3 or any(one.sex or one.figure.is_range for one in stated):  # noqa: PLR2004 - two shares and the step between
        return NOT_TRIED
    one, other = stated
    standard = _standard(case, number)
    targets = [level.role in (Role.TARGET, Role.CITY_TARGET) for level in stated]
    if any(targets) is not (standard == "target") or all(targets) or standard not in (*_CELLS, _OTHER):
        return NOT_TRIED
    if standard != "target" and not (other.base or other.when != one.when):
        return NOT_TRIED
    if overlap(_magnitude(number), _between(one.figure.interval, other.figure.interval)):
        return right(one.figure, other.figure)
    return wrong("TXT-113", _apart(case, number, one.figure, other.figure), one.figure, other.figure)


def _apart(case: Case, number: Figure, one: Figure, other: Figure) -> Observation:
    text = case.told.block.text
    size = format_amount(abs(one.low - other.low), max(one.decimals, other.decimals))
    first, second, said = (" ".join(figure.span.of(text).split()) for figure in (one, other, number))
    evidence: Evidence = case.told.evidence
    return found(
        case.told.block.place.at(*number.span),
        f"Mellan {first} och {second} skiljer det {size} procentenheter, men texten säger {said}.",
        evidence,
        advice="Rätta något av talen.",
    )
