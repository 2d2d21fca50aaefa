"""Rules that hold what the summary says of a goal against the goal's assessment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import split_words, word_set
from avstamt.rules.assessment_text import GOALS, Said, assessed, assessment_evidence, in_short, is_own, said_in, said_of
from avstamt.rules.assessment_titles import Titles, titles_of, without_title
from avstamt.rules.assessment_words import IN_WORDS, Degree, Verdict, agrees, verdicts
from avstamt.rules.model import TRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import few

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_WEAK_RESULT = re.compile(
    r"\bunder\s+(?:stadens?|nämndens|förvaltningens|länets|rikets|stadsdelens)\s+(?:snitt|genomsnitt|resultat|medel\w*|värde)"
    r"|\b(?:resultat\w*|betyg\w*|omdöme\w*)\s+(?:\w+\s+){0,2}?(?:försämra\w+|sämre|sjunkit|lägre\s+än)\b|\bhar\s+(?:\w+\s+)?försämrats\b",
    re.IGNORECASE,
)
_WEAK_HINTS = ("under ", "försämra", "sämre", "sjunkit", "lägre än")
_SHORTEST_TOPIC = 6
_MOST_SHOWN = 3
_NO_TOPIC = frozenset(
    stem(stem(word))
    for word in word_set(
        """
        enheten enhetens enhet nämnden nämndens förvaltningen förvaltningens stadens stadsdelens stadsdelen resultatet resultat
        verksamhet verksamheten verksamheter verksamheternas medarbetare medarbetarna personer personen brukare frågor
        invånare stockholm arbetet arbete arbetar insatser kontakt kontaktar utifrån utveckling stadsdelsområdet
        socialtjänsten målet kvalitet
        """
    )
)


@rule(
    "BED-231",
    name="sammanfattning-mot-bedömning",
    level=Level.ERROR,
    basis="samstämmighet",
    kinds=_REPORTING,
    claims="uppgifter i texten om mål",
    reads="text",
    heeds=(Aspect.ASSESSMENTS,),
)
def summary_says_what_the_goal_is_assessed(context: Context) -> Iterator[Observation | Trial]:
    """Sammanfattningen säger om ett mål det som målet är bedömt till.

    Varför: många läser bara sammanfattningen. Säger den att ett mål nås delvis när bedömningen är helt har de fått fel
    besked.
    Fel: ”Målet nås delvis” under målets namn i sammanfattningen, när målet är bedömt Uppfylls helt.
    Rätt: ”Målet nås helt” under målets namn i sammanfattningen, när målet är bedömt Uppfylls helt.
    """
    titles = titles_of(context)
    for told, goals in _told_of_goals(context, titles):
        known = [goal for goal in goals if assessed(goal)]
        if not known or len(known) < len(goals):
            continue
        yield TRIED
        if not any(goal.assessment and agrees(told.degree, goal.assessment) for goal in known):
            yield _otherwise(told, known)


def _told_of_goals(context: Context, titles: Titles) -> Iterator[tuple[Verdict, tuple[Goal, ...]]]:
    """Yield what the sections say of goals that they name in a heading or in the sentence, or in the one before it."""
    for section, place in context.sections:
        before: tuple[Goal, ...] = ()
        block = Place()
        for said in said_in(section.text, place / "text", GOALS):
            before = before if said.place.whole == block else ()
            block = said.place.whole
            named = titles.in_sentence(said.text)
            about = named or before or titles.of_heading(said.heading)
            before = named or before
            bare = said._replace(text=without_title(said.text, named))
            for told in verdicts((bare,), context.report.year):
                yield replace(told, said=said), _assessed_by_the_writer(context, titles, about)


def _assessed_by_the_writer(context: Context, titles: Titles, about: Sequence[Goal]) -> tuple[Goal, ...]:
    own = tuple(goal for goal in about if is_own(context.report, goal))
    return own or tuple(goal for goal in titles.with_those_below(about) if is_own(context.report, goal))


def _otherwise(told: Verdict, goals: Sequence[Goal]) -> Observation:
    shown = [kind for kind in Assessment if any(goal.assessment is kind for goal in goals)]
    words = " och ".join(kind.value for kind in shown)
    what = f"’{in_short(goals[0].title)}’" if len(goals) == 1 else f"de {len(goals)} mål det gäller"
    soft = told.degree is Degree.REACHED or (Assessment.NOT in shown and told.degree is Degree.PARTLY)
    return found(
        told.said.place,
        f"Texten säger att målet {IN_WORDS[told.degree]}, men bedömningen av {what} är {words}.",
        told.said.evidence,
        *few((assessment_evidence(goal, Place.of("goals", goal.id)) for goal in goals), _MOST_SHOWN),
        advice="Ändra texten eller bedömningen, så att de säger samma sak.",
        level=Level.DEVIATION if soft or len(goals) > 1 else None,
    )


@rule(
    "BED-232",
    name="helt-mot-svagt-resultat",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def full_assessment_takes_up_weak_results(context: Context) -> Iterator[Observation]:
    """Ett mål som uppfylls helt tar upp de svaga resultat som sammanfattningen redovisar i samma fråga.

    Varför: säger sammanfattningen att resultatet är sämre än stadens väntar sig läsaren att målet om samma sak tar upp
    det, och antingen förklarar bedömningen eller ändrar den.
    Fel: Uppfylls helt för målet ”Alla möts av ett gott bemötande”, när sammanfattningen säger att frågor om bemötande
    ligger under stadens snitt.
    Rätt: Uppfylls delvis för målet ”Alla möts av ett gott bemötande”, när sammanfattningen säger att frågor om bemötande
    ligger under stadens snitt.
    """
    weak = [
        (said, topics)
        for section, place in context.sections
        for said in said_in(section.text, place / "text", _WEAK_HINTS)
        if _WEAK_RESULT.search(said.text) and (topics := _topics(said.text))
    ]
    for goal, place in context.goals if weak else ():
        if assessed(goal) is not Assessment.FULL or not is_own(context.report, goal):
            continue
        about = _topics(goal.title)
        same = [said for said, topics in weak if topics & about]
        if same and not any(_WEAK_RESULT.search(said.text) for said in said_of(goal, place, _WEAK_HINTS)):
            yield _not_taken_up(goal, place, same)


def _not_taken_up(goal: Goal, place: Place, same: Sequence[Said]) -> Observation:
    return found(
        place / "assessment",
        "Målet är bedömt Uppfylls helt, men sammanfattningen redovisar ett svagt resultat i samma fråga.",
        assessment_evidence(goal, place),
        *few((said.evidence for said in same), _MOST_SHOWN),
        advice="Skriv i analysen varför målet ändå är uppfyllt, eller ändra bedömningen.",
    )


def _topics(text: str) -> frozenset[str]:
    """Return the stems of the telling words, so that "tillgänglig" and "tillgänglighet" are one."""
    words = (stem(stem(word.lower)) for word in split_words(text) if len(word.lower) >= _SHORTEST_TOPIC)
    return frozenset(word for word in words if word not in _NO_TOPIC)
