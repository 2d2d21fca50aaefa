"""The sentences of a report with their places, as the rules about assessments and activities read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from avstamt.domain.finding import Evidence
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report
from avstamt.domain.text import RichText, SubHeading, block_text
from avstamt.language.sentences import split_clauses, split_sentences
from avstamt.language.words import Span

OWN_LEVELS = {
    OrganisationLevel.UNIT: (GoalLevel.UNIT,),
    OrganisationLevel.COMMITTEE: (GoalLevel.DIRECTION, GoalLevel.AREA, GoalLevel.COMMITTEE),
}
"""The goals whose assessment the one who reports makes; a unit's other goals are assessed by the nämnd."""

_LONGEST_QUOTE = 240
_LONGEST_NAME = 70
_BRACKETED = re.compile(r"\s*\([^()]*\)\W*$")


class Said(NamedTuple):
    """A sentence at its place; `heading` is the nearest sub-heading above it in the same text, empty where none is."""

    text: str
    place: Place
    heading: str = ""

    @property
    def evidence(self) -> Evidence:
        """Return the sentence as it is quoted: its words as they stand, a long one without its end."""
        words = self.text if len(self.text) <= _LONGEST_QUOTE else self.text[:_LONGEST_QUOTE].rsplit(" ", 1)[0]
        return Evidence(self.place, words)

    @property
    def clauses(self) -> tuple[str, ...]:
        """Return the clauses of the sentence, in order."""
        return clauses_of(self.text)


GOALS = ("mål",)
ACTIVITIES = ("aktivitet",)
INDICATORS = ("indikator", "årsmål")


def said_in(text: RichText | None, place: Place, having: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield the sentences of a text that stands at `place`, headings aside.

    Blocks that hold none of the words of `having` (in lower case) are passed over: cutting them into sentences is most of the work.
    """
    heading = ""
    for block in text.blocks if text is not None else ():
        words = block_text(block)
        if isinstance(block, SubHeading):
            heading = words.strip()
            continue
        if having and not _holds(words, having):
            continue
        where = place / "blocks" / block.id
        for start, end in sentences_of(words):
            yield Said(words[start:end], where.at(start, end), heading)


@lru_cache(maxsize=4096)  # a block is searched again only when it has changed
def _holds(text: str, words: tuple[str, ...]) -> bool:
    lower = text.lower()
    return any(word in lower for word in words)


def said_of(goal: Goal, place: Place, having: tuple[str, ...] = ()) -> Iterator[Said]:
    """Yield the sentences of a goal's analysis, those of blocks that hold a word of `having`."""
    yield from said_in(goal.analysis, place / "analysis", having)


def is_own(report: Report, goal: Goal) -> bool:
    """Tell whether the one who reports assesses this goal."""
    return goal.level in OWN_LEVELS[report.level]


def assessed(goal: Goal) -> Assessment | None:
    """Return the goal's assessment where it says how far the goal is reached."""
    return None if goal.assessment is Assessment.NONE else goal.assessment


def assessment_evidence(goal: Goal, place: Place) -> Evidence:
    """Return a goal's assessment as evidence, in the words in which it is printed."""
    words = goal.wording.strip() or (goal.assessment.value if goal.assessment else "")
    return Evidence(place / "assessment", words)


def in_short(name: str) -> str:
    """Return a name as a message quotes it: without its bracketed ending and closing stop, a long one cut at a word."""
    bare = _BRACKETED.sub("", " ".join(name.split())).rstrip(".: ")
    return bare if len(bare) <= _LONGEST_NAME else f"{bare[:_LONGEST_NAME].rsplit(' ', 1)[0]} …"


@lru_cache(maxsize=2048)
def sentences_of(text: str) -> tuple[Span, ...]:
    """Return the sentences of a block of text; the same block is cut once."""
    return split_sentences(text)


@lru_cache(maxsize=2048)
def clauses_of(sentence: str) -> tuple[str, ...]:
    """Return the clauses of one sentence."""
    return tuple(span.of(sentence) for span in split_clauses(sentence, Span(0, len(sentence))))
