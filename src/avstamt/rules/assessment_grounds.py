"""Rules about what an assessment rests on: an analysis, with a result or a reason in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind, ancestors, children_of
from avstamt.domain.text import RichText, SubHeading, block_text
from avstamt.rules.assessment_text import Said, assessed, assessment_evidence, is_own, said_of
from avstamt.rules.assessment_titles import Titles, titles_of
from avstamt.rules.assessment_words import verdicts
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_GROUND = re.compile(
    r"\b(?:bedömningen\s+(?:grund\w+|bygger|bas\w+)|grunden\s+för|eftersom|därför|beror\s+på|beroende\s+på|då\s|genom\s+att|på\s+grund\s+av|"
    r"till\s+följd\s+av|tack\s+vare|mot\s+bakgrund\s+av|med\s+anledning\s+av|utifrån\s+att|förklaras\s+av|orsak\w*|har\s+(?:lett|bidragit)\s+till)\b",
    re.IGNORECASE,
)
_EMPTY_GROUND = re.compile(
    r"^\W*bedömningen\s+(?:grund\w+|bygger|bas\w+)\b[^.]*\b(?:förväntade?\s+resultat\w*|indikator\w*|aktivitet\w*|(?:nämnd|enhets)mål\w*)\b"
    r"[^.]*\b(?:uppnå\w*|uppfyll\w*|nå|nås|genomför\w*|plan)\b[^.\d]*\.?$",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:beskrivs|redovisas|framgår|återfinns|finns\s+beskriv\w+)\b[^.]{0,60}\b(?:under|i|av|på)\b|^\W*se\s+(?:ovan|nedan|under|text|mål|avsnitt|bilaga)\b",
    re.IGNORECASE,
)
_FEW_WORDS = 4
_MANY = 3


@rule(
    "BED-251",
    name="bedömning-utan-analys",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def assessed_goal_has_an_analysis(context: Context) -> Iterator[Observation]:
    """Ett mål som du bedömer har en analys.

    Varför: en bedömning utan analys säger inte vad den bygger på, och läsaren kan inte pröva den. Saknar fler än tre mål
    analys görs anmärkningen en gång för hela rapporten.
    Fel: Uppfylls delvis och en tom analys.
    Rätt: Uppfylls delvis och analysen ”Väntetiden har kortats till nio dagar, men årsmålet är sju”.
    """
    bare = [(goal, place) for goal, place in context.goals if _is_bare(context, goal)]
    if len(bare) > _MANY:
        first = min(bare, key=lambda one: one[1])[1]
        yield found(
            first / "analysis",
            f"{len(bare)} mål är bedömda men har ingen analys.",
            *(Evidence(place / "title", goal.title) for goal, place in bare),
            advice="Skriv vad bedömningarna bygger på.",
        )
        return
    for goal, place in bare:
        yield found(
            place / "analysis",
            f"Målet är bedömt {goal.assessment.value if goal.assessment else ''}, men har ingen analys.",
            assessment_evidence(goal, place),
            Evidence(place / "title", goal.title),
            advice="Skriv vad bedömningen bygger på.",
        )


def _is_bare(context: Context, goal: Goal) -> bool:
    named = {field.name for field in context.template.goal(goal.level).fields}
    if assessed(goal) is None or not is_own(context.report, goal) or "analysis" not in named:
        return False
    return goal.analysis is None or goal.analysis.is_empty


@rule(
    "BED-252",
    name="analys-utan-resultat",
    level=Level.DEVIATION,
    basis="klarspråk",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS, Aspect.INDICATORS),
)
def analysis_gives_a_result_or_a_reason(context: Context) -> Iterator[Observation]:
    """En analys säger något om resultatet eller skälet till bedömningen.

    Varför: ”förväntade resultat prognostiseras att uppnås” upprepar bara bedömningen. Hänvisar analysen till en text om
    målet räcker det att skälet står där, men då ska analysen ändå säga vad bedömningen grundas på.
    Fel: analysen ”Målet bedöms uppnås. Bedömningen grundas på att förväntade resultat uppnås”, och inget mer om målet.
    Rätt: analysen ”Målet bedöms uppnås. Kön till rådgivningen har kortats från fem till tre veckor”.
    """
    titles = titles_of(context)
    for goal, place in context.goals:
        if assessed(goal) is None or not is_own(context.report, goal):
            continue
        if goal.analysis is None or context.kept.of(_is_telling, goal, context.report.year):
            continue
        said = context.kept.of(_all_said, goal)
        if not said:
            continue
        if not any(_REFERS.search(one.text) for one in said):
            if (
                not _has_rows_that_tell(goal)
                and not _is_weighed(context, goal)
                and not _is_written_of_above(context, titles, goal)
            ):
                yield _nothing_told(goal, place, said)
        elif not any(_GROUND.search(one.text) for one in said):
            yield _no_ground(goal, place, said)


def _all_said(goal: Goal) -> tuple[Said, ...]:
    return tuple(said_of(goal, Place.of("goals", goal.id)))


def _is_telling(goal: Goal, year: int) -> bool:
    return any(_tells_something(one, year) for one in said_of(goal, Place.of("goals", goal.id)))


def _tells_something(said: Said, year: int) -> bool:
    """Tell whether a sentence is more than the assessment over again, an empty ground, or a reference."""
    if _EMPTY_GROUND.search(said.text) or _REFERS.search(said.text) or len(said.text.split()) < _FEW_WORDS:
        return False
    only_the_verdict = any(True for _one in verdicts((said,), year)) and not _GROUND.search(said.text)
    return not only_the_verdict or any(letter.isdecimal() for letter in said.text)


def _has_rows_that_tell(goal: Goal) -> bool:
    return any(row.outcome.strip() or row.forecast.strip() for row in goal.indicators) or any(
        text is not None and not text.is_empty
        for text in (*(row.analysis for row in goal.indicators), *(row.analysis for row in goal.activities))
    )


def _is_weighed(context: Context, goal: Goal) -> bool:
    """Tell whether goals below it carry the assessment, each with its own analysis."""
    return any(one.analysis is not None for one in children_of(context.report.goals, goal.id))


def _is_written_of_above(context: Context, titles: Titles, goal: Goal) -> bool:
    """Tell whether a goal above has free text under a heading with this goal's title."""
    return any(
        goal in titles.of_heading(heading)
        for above in ancestors(context.report.goals, goal)
        for heading in _headings(above.analysis)
    )


def _headings(text: RichText | None) -> Iterator[str]:
    for block in text.blocks if text is not None else ():
        if isinstance(block, SubHeading):
            yield block_text(block)


def _nothing_told(goal: Goal, place: Place, said: tuple[Said, ...]) -> Observation:
    return found(
        place / "analysis",
        "Analysen säger varken något om resultatet eller varför målet bedöms som det gör.",
        *(one.evidence for one in said[:2]),
        Evidence(place / "title", goal.title),
        advice="Skriv vad som har uppnåtts och vad bedömningen bygger på.",
    )


def _no_ground(goal: Goal, place: Place, said: tuple[Said, ...]) -> Observation:
    return found(
        place / "analysis",
        "Analysen hänvisar vidare och säger inte vad bedömningen grundas på.",
        *(one.evidence for one in said[:2]),
        Evidence(place / "title", goal.title),
        advice="Skriv vad bedömningen grundas på.",
        level=Level.TIP,
    )
