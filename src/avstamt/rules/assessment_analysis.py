"""Rules that hold a goal's assessment against the words of its own analysis."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from avstamt.domain.finding import Fix, Level
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report, ReportKind
from avstamt.rules.assessment_text import GOALS, Said, assessed, assessment_evidence, is_own, said_of
from avstamt.rules.assessment_titles import Titles, titles_of
from avstamt.rules.assessment_words import IN_WORDS, Degree, Verdict, agrees, verdicts
from avstamt.rules.model import Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_STANDS_FOR = {
    Degree.FULL: Assessment.FULL,
    Degree.REACHED: Assessment.FULL,
    Degree.PARTLY: Assessment.PARTLY,
    Degree.NOT: Assessment.NOT,
}
_SHORTFALL = re.compile(
    r"\b(?:inte|ej)\s+(?:(?:varit|är|heller|riktigt|alltid|fått|funnits|kunnat|haft|en|ett)\s+){0,3}"
    r"(?:tillräcklig\w*|tillfredsställande|godtagbar\w*|i\s+nivå\s+med|uppnått?|uppfyllt|nått|lyckats|fungerat)"
    r"|\bstannat\s+av\b|\bligger\s+på\s+en\s+(?:för\s+|mycket\s+)?hög\s+nivå"
    r"|\b(?:resultat\w*|måluppfyll\w*|kvalitet\w*|trivsel\w*|arbetsmiljö\w*|nöjdhet\w*|tillgänglighet\w*)\s+(?:\w+\s+){0,3}?"
    r"(?:(?:har\s+)?försämrats|(?:är|blev|var)\s+(?:\w+\s+)?sämre)"
    r"|\bhar\s+(?:\w+\s+){0,2}?försämrats\b|\bstora\s+brister\b|\bbrister\s+har\b|\bhar\s+(?:\w+\s+){0,2}brustit\b",
    re.IGNORECASE,
)
_SHORTFALL_HINTS = ("inte ", "ej ", "stannat av", "hög nivå", "försämra", "sämre", "brist", "brustit")
_HIGH = re.compile(
    r"\bsjuk\w+|\bfrånvaro\w*|\bomsättning\w*|\bpersonalomsättning\w*|\bkostnad\w*|\bkö(?:n|er)\b", re.IGNORECASE
)
_HEADS_A_GOAL = re.compile(r"\s*(?:nämnd|enhets)mål\b", re.IGNORECASE)
_NO_SHORTFALL = re.compile(
    r"\b(?:om|ifall|risk\w*|för\s+att|säkerställ\w*|de\s+\w+(?:\s+\w+){0,3}\s+som\s+inte|förra\s+året|föregående\s+år|tidigare|utan\s+(?:\w+\s+){1,5}hade|"
    r"samtidigt\s+som\s+\w+\s+förbättr\w*)\b",
    re.IGNORECASE,
)

_ANYWAY = re.compile(
    r"\bmålet\s+(?:nås|nåddes|är\s+nått|uppfylls|uppnås)\b(?!\s+(?:inte|ej|delvis))|\btidigare\b|\btillräckligt\s+att\b",
    re.IGNORECASE,
)
_OUTSIDE = re.compile(r"\b(?:(?!bemannings|personal)\w*läget|arbetsmarknaden|konjunkturen)\s+$", re.IGNORECASE)
_IS_NOT = re.compile(r"\b(?:inte|ej|ingen|inget|inga)\b[^.,;]*$", re.IGNORECASE)


@rule(
    "BED-201",
    name="bedömning-mot-analys",
    level=Level.ERROR,
    basis="samstämmighet",
    kinds=_REPORTING,
    reads="text",
    heeds=(),
)
def assessment_says_what_its_analysis_says(context: Context) -> Iterator[Observation]:
    """Bedömningen och målets egen analys säger samma sak.

    Varför: bedömningen ska gå att läsa ur analysen. Säger de olika vet läsaren inte om målet är nått.
    Fel: bedömningen Uppfylls helt över analysen ”Målet uppnås endast delvis”.
    Rätt: bedömningen Uppfylls delvis över analysen ”Målet uppnås endast delvis”.
    """
    titles = titles_of(context)
    for goal, place in context.goals:
        assessment = assessed(goal)
        if assessment is None:
            continue
        told = _told_otherwise(context, titles, goal, place)
        if told:
            yield _contradiction(goal, place, assessment, told)


def _told_otherwise(context: Context, titles: Titles, goal: Goal, place: Place) -> Verdict | None:
    """Return what the analysis says first of the goal, where nothing that it says of it agrees with the assessment."""
    assessment = assessed(goal)
    own = (said for said in said_of(goal, place, GOALS) if _is_of_this(goal, titles, said))
    told = tuple(verdicts(own, context.report.year))
    if assessment is None or not told or any(agrees(one.degree, assessment) for one in told):
        return None
    return told[0]


def _contradiction(goal: Goal, place: Place, assessment: Assessment, told: Verdict) -> Observation:
    right, level = _STANDS_FOR[told.degree].value, _gravity(assessment, told)
    fix = Fix(f"Ändra bedömningen till {right}", safe=False, apply=partial(_reassessed, place=place, words=right))
    return found(
        place / "assessment",
        f"Bedömningen är {assessment.value}, men analysen säger att målet {IN_WORDS[told.degree]}.",
        assessment_evidence(goal, place),
        told.said.evidence,
        advice="Ändra bedömningen eller analysen, så att de säger samma sak.",
        fix=None if level is Level.TIP else fix,
        level=level,
    )


def _gravity(assessment: Assessment, told: Verdict) -> Level:
    """Return Fel where both cannot be true; less where the text only says that the goal is not wholly reached."""
    if assessment is Assessment.PARTLY and told.degree is Degree.NOT:
        return Level.TIP
    soft = assessment is Assessment.PARTLY and told.degree is Degree.REACHED
    return Level.DEVIATION if soft or not told.main or assessment is Assessment.NOT else Level.ERROR


def _reassessed(report: Report, place: Place, words: str) -> Report:
    return with_value(with_value(report, place / "assessment", Assessment(words)), place / "wording", "")


@rule(
    "BED-202",
    name="helt-med-brist-i-analysen",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    reads="text",
    heeds=(),
)
def full_assessment_stands_over_no_shortfall(context: Context) -> Iterator[Observation]:
    """En analys som beskriver brister säger varför målet ändå uppfylls helt.

    Varför: den som läser om något som inte räckt till undrar varför bedömningen ändå är Uppfylls helt.
    Fel: Uppfylls helt, och i analysen ”Bemanningen har inte varit tillräcklig under sommaren”.
    Rätt: Uppfylls delvis, och i analysen ”Bemanningen har inte varit tillräcklig under sommaren”.
    """
    titles = titles_of(context)
    for goal, place in context.goals:
        if assessed(goal) is not Assessment.FULL or not is_own(context.report, goal):
            continue
        if _told_otherwise(context, titles, goal, place):
            continue
        short = [
            one
            for one in said_of(goal, place, _SHORTFALL_HINTS)
            if is_shortfall(one) and _is_of_this(goal, titles, one)
        ]
        if short:
            yield found(
                place / "assessment",
                "Målet är bedömt Uppfylls helt, men analysen beskriver något som inte räckt till.",
                assessment_evidence(goal, place),
                *(one.evidence for one in short[:3]),
                advice="Skriv varför målet ändå är uppfyllt, eller ändra bedömningen.",
            )


def is_shortfall(said: Said) -> bool:
    """Tell whether a sentence says that something has not been good enough."""
    lower = said.text.lower()
    match = _SHORTFALL.search(said.text) if any(hint in lower for hint in _SHORTFALL_HINTS) else None
    if match is None or _NO_SHORTFALL.search(said.text[: match.start()]) or _ANYWAY.search(said.text):
        return False
    words = match.group().lower()
    outside = _OUTSIDE.search(said.text, 0, match.start())
    if "försämra" in words and (outside or _IS_NOT.search(said.text, 0, match.end())):
        return False
    return "hög nivå" not in words or bool(_HIGH.search(said.text[: match.start()]))


def _is_of_this(goal: Goal, titles: Titles, said: Said) -> bool:
    """Tell whether a sentence stands in what the writer says of this goal, not under another goal's heading."""
    named = titles.of_heading(said.heading) if said.heading else ()
    return goal in named if named else not _HEADS_A_GOAL.match(said.heading)
