"""The report's running text block by block: where it stands, whose it is, and the sentence around a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from avstamt.domain.finding import Evidence
from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, preorder
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import RichText, TextTable, block_text
from avstamt.rules.keeping import Kept

_STOP = re.compile(r"[.!?]\s+(?=[A-ZÅÄÖ0-9”\"])|\n")
_ABBREVIATED = re.compile(r"(?:\b[a-zåäö]|\bca|\bdvs|\bbl|\bex|\bkl|\bnr|\bst)\.$", re.IGNORECASE)
_DIGITS = re.compile(r"([0-9]+)")
_REACH = 5
_QUOTED = 200


@dataclass(frozen=True, slots=True)
class Written:
    """A block of running text; `field` is the place of the text it stands in, `number` its position there.

    `name` is the field's name ("analysis", "text"), `kind` the block's ("paragraph", "heading", "item"). Text that
    comes from above and that the writer cannot change is not `own`.
    """

    place: Place
    field: Place
    name: str
    kind: str
    text: str
    number: int
    own: bool
    last: bool
    goal: Goal | None = None
    section: Section | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the block is a heading the writer typed."""
        return self.kind == "heading"

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return where the sentences that hold the characters from `start` to `end` begin and stop."""
        return sentence_around(self.text, start, end)

    def quote(self, start: int, end: int) -> Evidence:
        """Return the sentence around a span as evidence, shortened where it is long; its place spans what is quoted."""
        first, last = self.sentence(start, end)
        if last - first > _QUOTED:
            first = max(first, start - _QUOTED // 2)
            first = (
                first
                if first == 0 or self.text[first - 1].isspace()
                else self.text.find(" ", first, start) + 1 or start
            )
            last = min(last, first + _QUOTED)
            last = last if last == len(self.text) or end >= last else max(self.text.rfind(" ", end, last), end)
        return Evidence(self.place.at(first, last), self.text[first:last])

    def opening(self) -> Evidence:
        """Return the block's beginning as evidence."""
        text = self.text.strip()
        if len(text) <= _QUOTED:
            return Evidence(self.place, text)
        end = text.rfind(" ", 0, _QUOTED)
        return Evidence(self.place, text[: end if end > 0 else _QUOTED])


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentences that hold the characters from `start` to `end` begin and stop."""
    first, last = 0, len(text)
    for match in _STOP.finditer(text):
        if _ABBREVIATED.search(text, max(0, match.start() - _REACH), match.start() + 1):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end - 1:
            last = match.start() + 1
            break
    return first, last


def written(report: Report) -> tuple[Written, ...]:
    """Return every block of running text in document order: decisions, sections, goals; tables in text aside."""
    return tuple(chain.from_iterable(written_in_parts(report, Kept())))


def written_in_parts(report: Report, kept: Kept) -> tuple[tuple[Written, ...], ...]:
    """Return the blocks of running text of the front page, each section and each goal, in document order."""
    parts: list[Goal | Section | FrontPage] = [report.front] if report.front is not None else []
    parts += [section for section, _depth in preorder(report.sections)]
    parts += [goal for goal, _depth in preorder(report.goals)]
    return tuple(written_in_part(report, part, kept) for part in parts)


def written_in_part(report: Report, part: Goal | Section | FrontPage, kept: Kept) -> tuple[Written, ...]:
    """Return the blocks of running text of the front page, a section or a goal, in order."""
    if isinstance(part, Goal):
        return kept.of(_in_goal, part, is_responsible(report, part), _describes(report, part))
    return kept.of(_in_section, part) if isinstance(part, Section) else kept.of(_in_front, part)


def _in_front(front: FrontPage) -> tuple[Written, ...]:
    return tuple(_blocks(front.proposals, Place.of("front", "proposals"), own=True))


def _in_section(section: Section) -> tuple[Written, ...]:
    place = Place.of("sections", section.id)
    texts = [(section.text, place / "text")]
    texts += [(table.comment, place / "tables" / table.id / "comment") for table in section.tables]
    return tuple(
        block for text, where in texts for block in _blocks(text, where, own=not section.locked, section=section)
    )


def _in_goal(goal: Goal, responsible: bool, describes: bool) -> tuple[Written, ...]:
    own = {"analysis", "description"} if describes else {"analysis"}
    return tuple(
        block
        for text, place in _texts_of(goal)
        for block in _blocks(text, place, own=responsible or place.name in own, goal=goal)
    )


def steady(place: Place) -> tuple[tuple[tuple[int, str], ...], ...]:
    """Return a key by which places sort the same way whatever order their siblings have: by their ids, 2 before 10."""
    return tuple(map(_steady_step, place.path))


@lru_cache(maxsize=8192)  # the same ids stand in many places, and are asked about after every edit
def _steady_step(step: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in _DIGITS.split(step) if part)


def few(evidence: Iterable[Evidence], most: int) -> list[Evidence]:
    """Return at most so many pieces of evidence, the same ones whatever order their siblings have."""
    every = list(evidence)
    kept = every if len(every) <= most else sorted(every, key=lambda one: (one.quote, steady(one.place)))[:most]
    return [one for one in every if one in kept]


def _describes(report: Report, goal: Goal) -> bool:
    """Tell whether the one who reports describes a goal: KF's have no description but what a nämnd will do for them."""
    return report.level is OrganisationLevel.COMMITTEE and not goal.locked


def is_responsible(report: Report, goal: Goal) -> bool:
    """Tell whether the one who reports sets this goal: a unit its enhetsmål, a nämnd also its nämndmål."""
    if goal.locked:
        return False
    return goal.level is GoalLevel.UNIT or (
        report.level is OrganisationLevel.COMMITTEE and goal.level is GoalLevel.COMMITTEE
    )


def _texts_of(goal: Goal) -> Iterator[tuple[RichText, Place]]:
    place = Place.of("goals", goal.id)
    for name in GOAL_TEXTS:
        text = getattr(goal, name)
        if text is not None:
            yield text, place / name
    for row in goal.indicators:
        if row.analysis is not None:
            yield row.analysis, place / "indicators" / row.id / "analysis"
    for activity in goal.activities:
        if activity.analysis is not None:
            yield activity.analysis, place / "activities" / activity.id / "analysis"


def _blocks(
    text: RichText, place: Place, *, own: bool, goal: Goal | None = None, section: Section | None = None
) -> Iterator[Written]:
    blocks = [(block, block_text(block)) for block in text.blocks if not isinstance(block, TextTable)]
    filled = [(block, said) for block, said in blocks if said.strip()]
    for number, (block, said) in enumerate(filled):
        last = number == len(filled) - 1 and block is text.blocks[-1]
        where = place / "blocks" / block.id
        yield Written(where, place, place.name, block.kind, said, number, own, last, goal, section)
