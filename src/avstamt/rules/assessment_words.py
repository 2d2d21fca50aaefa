"""How a sentence says that a goal is reached: helt, delvis or inte, and when it only speaks of reaching it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from avstamt.domain.goal import Assessment
from avstamt.rules.assessment_text import Said, clauses_of


class Degree(Enum):
    """How far a goal is said to be reached; REACHED where the text does not say how far."""

    FULL = "helt"
    REACHED = "nått"
    PARTLY = "delvis"
    NOT = "inte"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A sentence that says how far a goal is reached; `main` tells that it is a clause of its own, no condition or cause."""

    said: Said
    degree: Degree
    main: bool = True


_REACH = (
    r"(?:uppfyll(?:er|s|t|ts|as|d|da|e)?|uppnå(?:r|s|tt|tts|dd|dda|dde|ddes)?|nå(?:s|tts|tt|dd)|infria(?:s|t|ts))\b"
)
_ACTIVE = r"(?:uppfyll(?:er|t|a)|uppnå(?:r|tt|dde)?|når|nått|nådde)"
_PASSIVE = re.compile(
    rf"(?<![\w-])(?P<goal>(?:kommunfullmäktiges\s+mål\s+för\s+verksamhetsområdet|(?:enhets|nämnd|inriktnings)?målet|enhetens\s+mål(?!\s+(?:att|för|om|är)\b)))"
    rf"(?P<middle>[^.;:!?]{{0,70}}?)(?<!\w){_REACH}(?P<after>[^.;:!?]{{0,32}})",
    re.IGNORECASE,
)
_TOLD = re.compile(
    rf"(?<!\w)(?P<verb>{_ACTIVE})(?P<middle>\s+(?:[\wåäö]+\s+){{0,3}}?)"
    rf"(?P<goal>(?:enhets|nämnd|inriktnings)?målet|(?:vårt|sitt)\s+mål)\b(?P<after>[^.;:!?]{{0,32}})",
    re.IGNORECASE,
)
_SUBGOAL = re.compile(
    r"^\s*(?:,\s*)?(?:att|om|gällande|avseende|kring|vad\s+gäller|på\s+\d|för\s+(?!verksamhets|året|20))\b"
)
_FULL = re.compile(r"\b(helt|fullt\s+ut|i\s+sin\s+helhet|till\s+fullo|fullständigt|samtliga\s+delar)\b", re.IGNORECASE)
_PARTLY = re.compile(
    r"\b(delvis|till\s+(?:viss|en)\s+del|i\s+viss\s+(?:mån|utsträckning)|"
    r"(?:inte|ej)\s+(?:\w+\s+)?(?:helt|fullt\s+ut|i\s+sin\s+helhet|till\s+fullo))\b",
    re.IGNORECASE,
)
_HEDGED = re.compile(
    r"\b(?:i\s+stort|i\s+huvudsak|huvudsakligen|till\s+stor\w*\s+del\w*|i\s+stora\s+delar|i\s+(?:hög|stor)\s+(?:grad|utsträckning))\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(inte|ej|icke)\b(?!\s+(?:bara|enbart|endast|minst))", re.IGNORECASE)
_ONLY_SPOKEN_OF = re.compile(
    r"\b(för\s+att(?:\s+kunna)?(?:\s+\w+){0,2}\s+(?:nå|uppnå|uppfylla)|för\s+att\s+(?:\w+\s+)?(?:enhets|nämnd)?målet|"
    r"om\s+(?:\w+\s+)?(?:enhets|nämnd)?målet|ifall|huruvida|risk\w*|skulle|ska(?:ll)?\s+(?:kunna\s+)?(?:upp|nå)|bidra\w*\s+till\s+att|"
    r"hade\s+(?:\w+\s+)?(?:enhets|nämnd)?målet|i\s+syfte|förutsättning\w*|möjlighet\w*|målet\s+(?:är|var)\s+att|vägen\s+mot|krävs|behöver|svår\w*\s+att|strävar|"
    r"arbeta\w*\s+(?:för|mot)\s+att)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(föregående\s+år|förra\s+året|tidigare\s+år|i\s+fjol|nästa\s+år|kommande\s+år)\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_IS_ASSESSED = re.compile(r"\b(bedöm\w*|anse\w*|konstater\w*|slutsats\w*)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(r"\b(till|under|av|med|kring|utifrån|enligt)\s+$", re.IGNORECASE)
_CAUSE = re.compile(r"\b(?:att|varför|orsaken|anledningen|skälet)\s+(?:\w+\s+){0,3}?$", re.IGNORECASE)


def verdicts(said: Iterable[Said], year: int) -> Iterator[Verdict]:
    """Yield the sentences that say how far the goal is reached in the report's own year."""
    for one in said:
        if told := _told(one.text, year):
            yield Verdict(one, *told)


@lru_cache(maxsize=4096)
def _told(text: str, year: int) -> tuple[Degree, bool] | None:
    """Return the degree that a sentence tells of the goal, and whether it tells it as a clause of its own."""
    if "mål" not in text.lower():
        return None
    for clause in clauses_of(text):
        match = _PASSIVE.search(clause) or _TOLD.search(clause)
        if match is None or _SUBGOAL.match(match["middle"]) or is_of_another_time(clause, year):
            continue
        if is_only_spoken_of(clause[: match.end()]) or _NO_SUBJECT.search(clause[: match.start("goal")]):
            continue
        main = not _CAUSE.search(clause[: match.start()]) or bool(_IS_ASSESSED.search(clause[: match.start()]))
        words = _about(clause, match)
        if not (_HEDGED.search(words) and not _PARTLY.search(words)):
            return degree_of(words), main
    return None


def _about(clause: str, match: re.Match[str]) -> str:
    """Return the words that tell the degree: those between goal and verb, just after, and before an active verb."""
    before = clause[max(0, match.start() - 40) : match.start()] if "verb" in match.re.groupindex else ""
    return f"{before} {match['middle']} {match['after']}"


def degree_of(words: str) -> Degree:
    """Return how far something is reached, by the words beside the verb."""
    if _PARTLY.search(words):
        return Degree.PARTLY
    if _NOT.search(words):
        return Degree.NOT
    return Degree.FULL if _FULL.search(words) else Degree.REACHED


def is_only_spoken_of(words: str) -> bool:
    """Tell whether the words before a verb of reaching make it a wish, a condition or a duty."""
    return bool(_ONLY_SPOKEN_OF.search(words))


def is_of_another_time(clause: str, year: int) -> bool:
    """Tell whether a clause speaks of another year than the report's."""
    years = {int(word) for word in _YEAR.findall(clause)}
    return bool(_EARLIER.search(clause)) or bool(years and year not in years)


def agrees(degree: Degree, assessment: Assessment) -> bool:
    """Tell whether a text that says `degree` can stand under `assessment`."""
    return assessment in _AGREEING[degree]


_AGREEING = {
    Degree.FULL: (Assessment.FULL,),
    Degree.REACHED: (Assessment.FULL,),
    Degree.PARTLY: (Assessment.PARTLY,),
    Degree.NOT: (Assessment.NOT,),
}
IN_WORDS = {
    Degree.FULL: "nås helt",
    Degree.REACHED: "nås",
    Degree.PARTLY: "nås delvis",
    Degree.NOT: "inte nås",
}
"""What a text says of a goal, as it is put after ’att målet’."""
