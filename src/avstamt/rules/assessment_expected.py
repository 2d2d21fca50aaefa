"""A goal that is reached in full has the results that it expected: a direction or a bound, held against the indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import FigureKind, Quantity
from avstamt.domain.report import ReportKind
from avstamt.language.numbers.finding import find_numbers
from avstamt.language.numbers.model import Degree as Bound
from avstamt.language.wordforms.mentions import LIKELY
from avstamt.language.wordforms.names import name_words
from avstamt.rules.aims import Aim, Verdict, aim_of, judge
from avstamt.rules.assessment_text import Said, assessed, assessment_evidence, in_short, is_own, said_in
from avstamt.rules.figures import FigureCell, figure, is_count, shown
from avstamt.rules.indicator_gaps_text import text_forecast
from avstamt.rules.model import TRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose_ties import KnownNames, names_of

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_LESS = re.compile(r"\b(minskar?|minskat|sjunk(?:er|a|it)|lägre|färre|halveras)\b(?!\s+än\s+\d)", re.IGNORECASE)
_MORE = re.compile(r"\b(ökar?|ökat|stiger|förbättras|fler|högre)\b(?!\s+än\s+\d)", re.IGNORECASE)
_AT_MOST = re.compile(r"\b(lägre\s+än|under|högst|max\w*|inte\s+mer\s+än|inte\s+överstig\w*)\s+$", re.IGNORECASE)
_AT_LEAST = re.compile(r"\b(högre\s+än|över|minst|lägst|mer\s+än)\s+$", re.IGNORECASE)
_STATE = re.compile(
    r"\b(?:(?P<high>hög[at]?|stora?)\s+(?:andel\w*|grad\w*|nöjdhet\w*|delaktighet\w*|trygghet\w*|måluppfyllelse\w*)|"
    r"(?P<low>låga?|sund)\s+(?:andel\w*|sjukfrånvaro\w*|frånvaro\w*|personalomsättning\w*|nivå(?=.{0,12}sjukfrånvaro)))\b|"
    r"\b(?P<sound>sjukfrånvaron?\s+(?:är\s+låg|ligger\s+på\s+en\s+(?:låg|sund)\s+nivå))",
    re.IGNORECASE,
)
"""What is expected to be high or low, which the indicator's årsmål says how much it is."""

_CAN_BE_MEASURED = re.compile(rf"\d|{_LESS.pattern}|{_MORE.pattern}|{_STATE.pattern}", re.IGNORECASE)
_LATER = re.compile(r"\b(på\s+sikt|nästa\s+år|nästkommande|år\s+20[3-9]\d)\b", re.IGNORECASE)
_ENERGY = re.compile(r"\b(energi|el)(förbrukning|användning)\w*", re.IGNORECASE)
_ALONE = 0.5
_TOTAL_UNITS = ("Wh", "kWh", "MWh", "GWh", "TWh", "kr", "tkr", "mnkr")

Row = tuple[Indicator, Place]


@dataclass(frozen=True, slots=True)
class _Met:
    """What was measured of an expectation: the figure and its evidence; `better` is the other end of a range in words."""

    amount: Quantity
    subject: str
    words: str
    evidence: Evidence
    better: Quantity | None = None


@rule(
    "BED-241",
    name="helt-mot-förväntat-resultat",
    level=Level.DEVIATION,
    basis="stadens årsredovisning 2021",
    kinds=_REPORTING,
    claims="uppgifter i texten om förväntade resultat",
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS, Aspect.INDICATORS),
)
def full_assessment_has_its_expected_results(context: Context) -> Iterator[Observation | Trial]:
    """Ett mål som uppfylls helt har nått de förväntade resultat som går att mäta.

    Varför: det förväntade resultatet säger vad målet betyder. Skulle något minska och det har ökat är riktningen inte
    den rätta, och då behövs en motivering till Uppfylls helt.
    Det som ska vara högt eller lågt prövas mot indikatorns årsmål.
    Fel: Uppfylls helt och det förväntade resultatet ”Sjukfrånvaron minskar”, när utfallet är 9 % mot 7,9 % förra året.
    Rätt: Uppfylls helt och det förväntade resultatet ”Sjukfrånvaron minskar”, när utfallet är 7 % mot 7,9 % förra året.
    """
    telling = [(row, place) for _goal, row, place in context.indicators if _is_telling(row.name)]
    rows = {row.name: (row, place) for row, place in sorted(telling, key=lambda one: one[1], reverse=True)}
    names = names_of(tuple(rows))
    for goal, place in context.goals if rows else ():
        if assessed(goal) is not Assessment.FULL or not is_own(context.report, goal):
            continue
        for said, clause in context.kept.of(_measurable, goal):
            known = [rows[name] for name in _named(names, clause)]
            yield from _tried(context, assessment_evidence(goal, place), said, clause, known)


def _measurable(goal: Goal) -> tuple[tuple[Said, str], ...]:
    """Return the clauses of what a goal expects that can be measured, each with its sentence."""
    expected = said_in(goal.expected_result, Place.of("goals", goal.id, "expected_result"))
    return tuple((said, clause) for said in expected for clause in said.clauses if _CAN_BE_MEASURED.search(clause))


def _named(names: KnownNames, clause: str) -> list[str]:
    words = _ENERGY.sub("köpt energi organisation verksamheter", clause)
    spoken = names.spoken_of(words)
    if len(spoken) == 1 and spoken[0].strength >= _ALONE and _STATE.search(clause):
        return [spoken[0].name]  # no other is hinted at
    return [mention.name for mention in spoken if mention.strength >= LIKELY]


def _is_telling(name: str) -> bool:
    """Tell whether a name has a word of its own to be known by."""
    return any(word.weight >= 1 for word in name_words(name))


def _tried(
    context: Context, assessment: Evidence, said: Said, clause: str, rows: Sequence[Row]
) -> Iterator[Observation | Trial]:
    if _LATER.search(clause):
        return
    for row in rows:
        met = _met(context, *row)
        expected = expectation(clause, figure(row[0], row[1], "previous")) or _state(context, clause, *row)
        if met is None or expected is None:
            continue
        verdict = judge(met.amount, expected[0])
        if verdict is not Verdict.UNKNOWN:
            yield TRIED
        if verdict is Verdict.SHORT and not _may_be_rounding(met, expected[1]):
            sure = met.better is None or judge(met.better, expected[0]) is Verdict.SHORT
            yield _unmet(assessment, said, row[0], met, expected[1], sure=sure)
            return


def _may_be_rounding(met: _Met, previous: FigureCell | None) -> bool:
    """Tell whether two outcomes print alike, so that the direction between them cannot be seen."""
    return previous is not None and met.subject == "utfallet" and met.amount.amount == previous.quantity.amount


def expectation(clause: str, previous: FigureCell | None) -> tuple[Aim, FigureCell | None] | None:
    """Return what a clause expects as an aim: a bound with a figure, or more or less than last year."""
    for number in find_numbers(clause).figures:
        if number.is_range or number.quantity is None:
            continue
        before = clause[: number.span.start]
        if number.degree in (Bound.AT_MOST, Bound.LESS_THAN) or _AT_MOST.search(before):
            return Aim(FigureKind.AT_MOST, number.quantity, None, None), None
        if number.degree in (Bound.AT_LEAST, Bound.MORE_THAN) or _AT_LEAST.search(before):
            return Aim(FigureKind.AT_LEAST, number.quantity, None, None), None
        return None
    less, more = _LESS.search(clause), _MORE.search(clause)
    if previous is None or bool(less) == bool(more):
        return None
    kind = FigureKind.DECREASE if less else FigureKind.INCREASE
    return Aim(kind, None, None, previous.quantity), previous


def _state(context: Context, clause: str, indicator: Indicator, place: Place) -> tuple[Aim, FigureCell | None] | None:
    """Return what a clause expects to be high or low as an aim: the indicator's årsmål, where that goes the same way."""
    match, target = _STATE.search(clause), figure(indicator, place, "target")
    if match is None or target is None or find_numbers(clause).figures:
        return None
    way = Direction.HIGHER if match["high"] else Direction.LOWER
    aim = aim_of(indicator.target, context.direction(indicator), "")
    return (aim, target) if aim is not None and aim.direction is way and aim.kind is FigureKind.NUMBER else None


def _met(context: Context, indicator: Indicator, place: Place) -> _Met | None:
    """Return the figure to hold an expectation against: the forecast within the year, else an outcome that no longer grows."""
    tertial = context.report.kind.is_tertial
    cell = figure(indicator, place, "forecast") if tertial else None
    if cell is None and tertial and (told := text_forecast(indicator, place)):
        return _Met(told.high, "prognosen", told.words, told.said.evidence, told.low)
    subject = "prognosen" if cell else "utfallet"
    cell = cell or figure(indicator, place, "outcome")
    if cell is None:
        return None
    grows = cell.quantity.unit in _TOTAL_UNITS or is_count(indicator, context.entry(indicator), (cell,))
    if tertial and cell.name == "outcome" and grows:
        return None
    return _Met(cell.quantity, subject, shown(cell.quantity), cell.evidence)


def _unmet(
    assessment: Evidence, said: Said, indicator: Indicator, met: _Met, previous: FigureCell | None, *, sure: bool
) -> Observation:
    than = _than(previous) if previous else ""
    return found(
        said.place,
        f"Målet är bedömt Uppfylls helt, men {met.subject} för ’{in_short(indicator.name)}’ är {met.words}{than}, "
        f"och det är inte {'' if sure else 'säkert '}vad målet förväntar sig.",
        assessment,
        said.evidence,
        met.evidence,
        *((previous.evidence,) if previous else ()),
        advice="Skriv i analysen varför målet ändå är uppfyllt, eller ändra bedömningen.",
    )


def _than(cell: FigureCell) -> str:
    """Return what the figure is held against, in words: the årsmål, or last year's."""
    return (
        f" mot årsmålet {shown(cell.quantity)}" if cell.name == "target" else f" mot {shown(cell.quantity)} förra året"
    )
