"""A goal that is reached in full has the results that it expected: held against what the report's own text tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, lru_cache
from itertools import chain

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.domain.section import Section
from avstamt.domain.text import RichText
from avstamt.language.wordforms.stems import stem
from avstamt.language.words import split_words, word_set
from avstamt.rules.assessment_text import Said, assessed, assessment_evidence, is_own, said_in
from avstamt.rules.model import Aspect, Context, Observation, found, rule


class _Way(Enum):
    """What an expectation is of, and what a text must tell to speak against it."""

    LESS = "minskar"
    MORE = "ökar"
    MOST = "de flesta"
    NONE = "ingen"


_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_EXPECTS_LESS = re.compile(r"\b(?:minskar?|sjunker|blir\s+färre)\b", re.IGNORECASE)
_EXPECTS_MORE = re.compile(r"\b(?:ökar?|stiger|blir\s+fler)\b", re.IGNORECASE)
_TELLS_MORE = re.compile(
    r"\b(?:har|är|fortsätter\s+att|fortsatt)\b[^.;]{0,60}?\b(?:ökat|öka|ökar|stigit|fler\s+än)\b|\bökade\b",
    re.IGNORECASE,
)
_TELLS_LESS = re.compile(
    r"\b(?:har|är|fortsätter\s+att|fortsatt)\b[^.;]{0,60}?\b(?:minskat|minska|minskar|sjunkit|färre\s+än)\b|\bminskade\b",
    re.IGNORECASE,
)
_EXPECTS_NONE = re.compile(r"\b(?:ingen|inga|inget|fria?\s+från|fritt\s+från)\b", re.IGNORECASE)
_TELLS_SOME = re.compile(
    r"\b(?:upplevt|upplever|utsatts|drabbats|känt\s+sig|förekommit|förekommer|blivit|blev|anmälts)\b", re.IGNORECASE
)
_EXPECTS_MOST = re.compile(r"\b(?:de\s+flesta|majoriteten|alla|samtliga|varje)\b", re.IGNORECASE)
_TELLS_FEW = re.compile(
    r"\b(?:endast|bara|enbart)\s+(?:ca\.?\s*|cirka\s+|omkring\s+|drygt\s+|knappt\s+)?([1-4]?\d)(?:,\d+)?\s*(?:%|procent)",
    re.IGNORECASE,
)
_HINTS = {
    _Way.LESS: ("öka", "stigit", "fler än"),
    _Way.MORE: ("minsk", "sjunkit", "färre än"),
    _Way.MOST: ("endast", "bara ", "enbart"),
    _Way.NONE: ("upplev", "utsat", "drabba", "känt sig", "förekom", "bliv", "blev", "anmälts"),
}
_TELLS_AGAINST = {_Way.LESS: _TELLS_MORE, _Way.MORE: _TELLS_LESS, _Way.MOST: _TELLS_FEW, _Way.NONE: _TELLS_SOME}
_DENIED = re.compile(
    r"\b(?:inte|ej|ingen|inga|aldrig|färre|utan|risk\w*|om|förra\s+året|föregående\s+år|tidigare)\b", re.IGNORECASE
)
_OTHERWISE = "Målet är bedömt Uppfylls helt, men texten berättar något annat än vad målet förväntar sig."
_LONG_WORD = 10
_WORD = 6
_SAME_START = 9
_GENERAL = frozenset(
    stem(word)
    for word in word_set(
        """
    antalet andelen enheten enhetens nämnden nämndens stockholm stockholms stadens stadsdelen verksamhet verksamheten
    verksamheter verksamheterna medarbetare medarbetarna personer personen gällande särskild särskilda service arbetet
    arbete ärenden insatser tillsammans behöver behovet jämfört jämförelse föregående perioden pågående
    socialtjänsten socialnämnden stadsdelsnämnden stadsdelsnämnderna handläggning kommunfullmäktige
        """
    )
)


@dataclass(frozen=True)
class _Clause:
    """A clause that expects, or that tells against an expectation of this sort, with the stems of its telling words."""

    said: Said
    way: _Way
    stems: frozenset[str]

    @cached_property
    def starts(self) -> frozenset[str]:
        """Return how the long ones of the words begin."""
        return frozenset(one[:_SAME_START] for one in self.stems if len(one) >= _SAME_START)


@rule(
    "BED-242",
    name="helt-mot-vad-texten-berättar",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ASSESSMENTS),
)
def full_assessment_is_not_told_otherwise(context: Context) -> Iterator[Observation]:
    """Ett mål som uppfylls helt motsägs inte av vad rapporten berättar på annat håll.

    Varför: skulle något minska och texten säger att det har ökat behöver bedömningen Uppfylls helt en motivering.
    Fel: Uppfylls helt och det förväntade resultatet ”Antalet placeringar utanför valfrihetssystemet minskar”, när texten
    säger att placeringarna utanför valfrihetssystemet har ökat.
    Rätt: Uppfylls helt och det förväntade resultatet ”Antalet placeringar utanför valfrihetssystemet minskar”, när texten
    säger att placeringarna utanför valfrihetssystemet har minskat.
    """
    expected = [
        (goal, place, one)
        for goal, place in context.goals
        if assessed(goal) is Assessment.FULL and is_own(context.report, goal)
        for one in context.kept.of(_expected_of, goal)
    ]
    told = _told(context, frozenset(one.way for _goal, _place, one in expected)) if expected else {}
    seen: set[Place] = set()
    for goal, place, one in expected:
        against = min(
            (other.said for other in told.get(one.way, ()) if _against(one, other)), key=_by_words, default=None
        )
        if against is not None and one.said.place not in seen:
            seen.add(one.said.place)
            yield told_otherwise(goal, place, one.said, against, _OTHERWISE)


def _by_words(said: Said) -> tuple[str, Place]:
    """Return the key by which one of several sentences is told of, whatever order their sections have."""
    return said.text, said.place


def _expected_of(goal: Goal) -> tuple[_Clause, ...]:
    """Return the clauses of a goal's expected result that a text may speak against."""
    expected = said_in(goal.expected_result, Place.of("goals", goal.id, "expected_result"))
    return tuple(one for said in expected for one in _expectations(said))


def _expectations(said: Said) -> Iterator[_Clause]:
    for clause in said.clauses:
        less, more = _EXPECTS_LESS.search(clause), _EXPECTS_MORE.search(clause)
        if less or more:
            if not (less and more):
                yield _Clause(said, _Way.LESS if less else _Way.MORE, _stems(clause))
        elif none := _EXPECTS_NONE.search(clause):
            yield _Clause(said, _Way.NONE, _stems(clause[none.end() :]))
        elif _EXPECTS_MOST.search(clause):
            yield _Clause(said, _Way.MOST, _stems(clause))


def _told(context: Context, ways: frozenset[_Way]) -> Mapping[_Way, list[_Clause]]:
    """Return the clauses of the looking-back texts that could speak against an expectation, by these sorts of them."""
    parts: list[Section | Goal] = [section for section, _place in context.sections]
    parts += [goal for goal, _place in context.goals]
    told: dict[_Way, list[_Clause]] = {way: [] for way in ways}
    for one in chain.from_iterable(context.kept.each(_told_in, parts, ways)):
        told[one.way].append(one)
    return told


def _told_in(part: Section | Goal, ways: frozenset[_Way]) -> tuple[_Clause, ...]:
    if isinstance(part, Section):
        return tuple(_telling(part.text, Place.of("sections", part.id, "text"), ways))
    return tuple(_telling(part.analysis, Place.of("goals", part.id, "analysis"), ways))


def _telling(text: RichText | None, place: Place, ways: frozenset[_Way]) -> Iterator[_Clause]:
    hints = tuple(hint for way in ways for hint in _HINTS[way])
    for said in said_in(text, place, hints):
        hinted = _hinted(said.text) & ways
        for clause in said.clauses if hinted else ():
            for way in hinted:
                if _TELLS_AGAINST[way].search(clause) and not _is_denied(clause, way):
                    yield _Clause(said, way, _stems(clause))


@lru_cache(maxsize=2048)  # a sentence is searched again only when it has changed
def _hinted(text: str) -> frozenset[_Way]:
    """Return the sorts of expectation that a sentence may speak against."""
    lower = text.lower()
    return frozenset(way for way, hints in _HINTS.items() if any(hint in lower for hint in hints))


def _is_denied(clause: str, way: _Way) -> bool:
    """Tell whether a clause tells of both ways, or says that it is not so."""
    other = {_Way.LESS: _Way.MORE, _Way.MORE: _Way.LESS}.get(way)
    both = other is not None and _TELLS_AGAINST[other].search(clause)
    return bool(both) or (way is not _Way.MOST and bool(_DENIED.search(clause)))


def _against(expected: _Clause, told: _Clause) -> bool:
    """Tell whether a clause expects what another clause, of the same sort, tells otherwise of the same thing."""
    if expected.way in (_Way.LESS, _Way.MORE):
        shared = expected.stems & told.stems
        return len(shared) > 1 and any(len(one) >= _LONG_WORD for one in shared)
    return not expected.starts.isdisjoint(told.starts)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word.lower) for word in split_words(text) if len(word.lower) >= _WORD) - _GENERAL


def told_otherwise(goal: Goal, place: Place, expected: Said, told: Said, message: str) -> Observation:
    """Return that what is told of a goal that is reached in full goes against what it expects."""
    return found(
        expected.place,
        message,
        assessment_evidence(goal, place),
        expected.evidence,
        told.evidence,
        advice="Skriv i analysen varför målet ändå är uppfyllt, eller ändra bedömningen.",
    )
