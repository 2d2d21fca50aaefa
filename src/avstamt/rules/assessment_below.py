"""Rules that hold what is said of many goals, and an assessment from above, against the assessments below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind, children_of
from avstamt.rules.assessment_counts import Tally, tallies
from avstamt.rules.assessment_text import GOALS, OWN_LEVELS, assessed, assessment_evidence, is_own, said_in, said_of
from avstamt.rules.assessment_titles import titles_of
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import few

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_MOST_SHOWN = 6
_WEIGHED = re.compile(r"\b(?:delvis|inte|ej|trots|även\s+om|sammanväg\w*|däremot|samtidigt)\b", re.IGNORECASE)
_OF_ALL = re.compile(r"\b(?:alla|samtliga|båda|bägge|av\s+(?:de|enhetens|våra|nämndens))\b", re.IGNORECASE)
_PLURAL = {
    GoalLevel.DIRECTION: "inriktningsmål",
    GoalLevel.AREA: "mål för verksamhetsområdet",
    GoalLevel.COMMITTEE: "nämndmål",
    GoalLevel.UNIT: "enhetsmål",
}


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim of many goals, with the goals that it is about."""

    tally: Tally
    goals: tuple[Goal, ...]


@rule(
    "BED-221",
    name="antal-mål-i-text",
    level=Level.ERROR,
    basis="samstämmighet",
    kinds=_REPORTING,
    claims="uppgifter i texten om mål",
    reads="text",
    heeds=(Aspect.ASSESSMENTS,),
)
def goals_are_counted_as_they_stand(context: Context) -> Iterator[Observation | Trial]:
    """Texten räknar målen som de är bedömda: alla, alla utom två, fem av sju.

    Varför: den som läser sammanfattningen ser inte bedömningarna förrän längre fram, och litar på talen.
    Fel: ”Enheten uppnår alla mål utom ett”, när två av enhetens tre mål är bedömda Uppfylls delvis.
    Rätt: ”Enheten uppnår alla mål utom två”, när två av enhetens tre mål är bedömda Uppfylls delvis.
    """
    for claim in _claims(context):
        if claim.tally.level and claim.tally.level not in OWN_LEVELS[context.report.level]:
            yield UNTRIED  # a unit shows only those of KF's and the nämnd's goals that concern it
            continue
        count = len(claim.goals)
        whole = claim.tally.whole
        if whole is not None and count and whole != count:
            yield _miscounted(claim, whole)
            continue
        open_goals = [goal for goal in claim.goals if assessed(goal) is None]
        if not count or open_goals or claim.tally.exceptions is None:
            yield UNTRIED
            continue
        yield TRIED
        short = [goal for goal in claim.goals if goal.assessment is not Assessment.FULL]
        if len(short) != claim.tally.exceptions:
            yield _otherwise(claim, short)


@rule(
    "BED-222",
    name="bedömning-mot-målen-under",
    level=Level.DEVIATION,
    basis="stadens årsredovisning 2021",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def assessment_goes_with_the_goals_below(context: Context) -> Iterator[Observation]:
    """En bedömning som avviker från målen under motiveras i analysen.

    Varför: ett mål vägs samman av målen under och indikatorerna. Helt betyder rätt riktning med stark trend, delvis
    rätt riktning med svag. Det finns ingen regel för räkningen, men när de flesta målen under bara nås delvis, eller
    något inte nås, vill läsaren veta varför målet ändå uppfylls helt.
    Fel: Uppfylls helt över två nämndmål som är bedömda Uppfylls delvis, utan ett ord om det.
    Rätt: Uppfylls delvis över två nämndmål som är bedömda Uppfylls delvis.
    """
    for goal, place in context.goals:
        if assessed(goal) is None:
            continue
        children = children_of(context.report.goals, goal.id)
        below = [one for one in children if assessed(one) and is_own(context.report, one)]
        odd = _against(goal, below) if is_own(context.report, goal) else _opposite(goal, children)
        below = below or list(odd)
        if odd and not any(_WEIGHED.search(said.text) for said in said_of(goal, place)):
            listed = _and([f"{sum(one.assessment is kind for one in below)} {kind.value}" for kind in _kinds(below)])
            yield found(
                place / "assessment",
                f"Målet är bedömt {goal.assessment.value if goal.assessment else ''}, men målen under är bedömda: {listed}.",
                assessment_evidence(goal, place),
                *few((assessment_evidence(one, Place.of("goals", one.id)) for one in odd), _MOST_SHOWN),
                advice="Skriv i analysen hur bedömningen är sammanvägd, eller ändra den.",
            )


def _claims(context: Context) -> Iterator[_Claim]:
    year = context.report.year
    for goal, place in context.goals:
        if goal.level is not GoalLevel.UNIT:
            for tally in tallies(said_of(goal, place, GOALS), year):
                if tally.level is None and not tally.below:
                    continue
                yield _Claim(tally, _under(context, goal, tally))
    titles = titles_of(context)
    for section, place in context.sections:
        for tally in tallies(said_in(section.text, place / "text", GOALS), year):
            named = titles.of_heading(tally.said.heading) and tally.whole is not None
            if tally.level is None and not (section.key == "summary" and (named or _OF_ALL.search(tally.said.text))):
                continue
            headed = titles.of_heading(tally.said.heading)
            among = titles.with_those_below(headed) if headed else context.report.goals
            level = tally.level or _level_of_writer(context) or _level_below(headed)
            yield _Claim(tally, tuple(one for one in among if one.level is level and one not in headed))


def _under(context: Context, goal: Goal, tally: Tally) -> tuple[Goal, ...]:
    below = children_of(context.report.goals, goal.id)
    if tally.level is None:
        return below
    return tuple(one for one, _place in context.goals if one.level is tally.level and goal.id in context.above[one.id])


def _level_of_writer(context: Context) -> GoalLevel | None:
    return GoalLevel.UNIT if context.report.level is OrganisationLevel.UNIT else None


def _level_below(headed: Sequence[Goal]) -> GoalLevel | None:
    """Return the level right below the goal that a heading names."""
    levels = {goal.level for goal in headed}
    return tuple(GoalLevel)[levels.pop().depth + 1] if levels in ({GoalLevel.DIRECTION}, {GoalLevel.AREA}) else None


def _miscounted(claim: _Claim, whole: int) -> Observation:
    what = _PLURAL[claim.goals[0].level]
    return found(
        claim.tally.said.place,
        f"Texten talar om {whole} {what}, men rapporten har {len(claim.goals)}.",
        claim.tally.said.evidence,
        *few((Evidence(Place.of("goals", one.id, "title"), one.title) for one in claim.goals), _MOST_SHOWN),
        advice="Rätta antalet, eller skriv vilka mål som menas.",
        level=None if claim.tally.level not in (None, GoalLevel.DIRECTION) else Level.DEVIATION,
    )


def _otherwise(claim: _Claim, short: Sequence[Goal]) -> Observation:
    but = claim.tally.exceptions
    said = "alla målen nås" if not but else f"{but} av målen inte nås helt"
    listed = _and(
        [f"{sum(one.assessment is kind for one in claim.goals)} {kind.value}" for kind in _kinds(claim.goals)]
    )
    shown = short or claim.goals
    return found(
        claim.tally.said.place,
        f"Texten säger att {said}, men av {len(claim.goals)} {_PLURAL[claim.goals[0].level]} är {listed}.",
        claim.tally.said.evidence,
        *few((assessment_evidence(one, Place.of("goals", one.id)) for one in shown), _MOST_SHOWN),
        advice="Rätta texten, eller bedömningen av målen.",
        level=None if claim.tally.level or but else Level.DEVIATION,
    )


def _against(goal: Goal, below: Sequence[Goal]) -> list[Goal]:
    """Return the goals below that make the assessment above them ask for a word."""
    short = [one for one in below if one.assessment is not Assessment.FULL]
    if goal.assessment is Assessment.FULL:
        odd = 2 * len(short) > len(below) or any(one.assessment is Assessment.NOT for one in short)
        return short if odd else []
    reached = [one for one in below if one.assessment is Assessment.FULL]
    return reached if below and not short else []


def _opposite(goal: Goal, below: Sequence[Goal]) -> list[Goal]:
    """Return the goals below one that others assess, where all of them stand at the other end of the scale."""
    ends = {Assessment.FULL: Assessment.NOT, Assessment.NOT: Assessment.FULL}
    other = ends.get(goal.assessment) if goal.assessment else None
    opposite = other is not None and len(below) > 1 and all(one.assessment is other for one in below)
    return list(below) if opposite else []


def _kinds(goals: Sequence[Goal]) -> list[Assessment]:
    order = (Assessment.FULL, Assessment.PARTLY, Assessment.NOT)
    return [kind for kind in order if any(one.assessment is kind for one in goals)]


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
