"""How far a report has come: which parts there are to write, which are marked as done, which as reviewed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from avstamt.domain.base import Frozen
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.report import Report
from avstamt.domain.review import Mark, MarkKind
from avstamt.domain.section import Section

MARKS = Place.of("marks")
_FRONT = Place.of("front")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many parts there are to write, and how many of them are done and reviewed."""

    parts: int
    done: int
    reviewed: int


def progress(report: Report) -> Progress:
    """Return how far the report has come."""
    parts = set(parts_of(report))
    marked = {kind: {mark.place for mark in report.marks if mark.kind is kind} & parts for kind in MarkKind}
    return Progress(len(parts), len(marked[MarkKind.DONE]), len(marked[MarkKind.REVIEWED]))


def parts_of(report: Report) -> tuple[Place, ...]:
    """Return the places of the parts that there is something to write in, front page, sections, goals."""
    above = {section.parent for section in report.sections}
    front = (_FRONT,) if report.front is not None else ()
    sections = (Place.of("sections", one.id) for one in report.sections if _is_written(one, one.id in above))
    goals = (Place.of("goals", one.id) for one in report.goals if _holds_something(one))
    return (*front, *sections, *goals)


def parts_left(report: Report) -> tuple[Place, ...]:
    """Return the places of the parts that there is something to write in and that are not marked as done."""
    done = {mark.place for mark in report.marks if mark.kind is MarkKind.DONE}
    return tuple(place for place in parts_of(report) if place not in done)


def texts_written(node: Goal | Section) -> tuple[int, int]:
    """Return how many of the texts under a goal's or section's headings are written, and how many there are."""
    if isinstance(node, Goal):
        texts = [text for name in GOAL_TEXTS if (text := getattr(node, name)) is not None]
    else:
        texts = [] if node.holds_goals or node.tables else [node.text]
    return sum(not text.is_empty for text in texts), len(texts)


def mark_of(report: Report, part: Place, kind: MarkKind) -> Mark | None:
    """Return the mark of this kind on a part, or None."""
    return next((mark for mark in report.marks if mark.place == part and mark.kind is kind), None)


def with_mark(report: Report, mark: Mark) -> Report:
    """Return the report with a mark on a part, in the place of one of its kind that stands there already."""
    kept = without_mark(report, mark.place, mark.kind).marks
    signed = mark.model_copy(update={"content": content_mark(report, mark.place)})
    return report.model_copy(update={"marks": (*kept, signed)})


def without_mark(report: Report, part: Place, kind: MarkKind) -> Report:
    """Return the report without the part's mark of this kind."""
    kept = tuple(mark for mark in report.marks if (mark.place, mark.kind) != (part, kind))
    return report.model_copy(update={"marks": kept})


def is_changed_since(report: Report, mark: Mark) -> bool:
    """Tell whether the marked part holds something else than when it was marked."""
    return bool(mark.content) and mark.content != content_mark(report, mark.place)


def content_mark(report: Report, part: Place) -> str:
    """Return a digest of what a part holds; empty where there is no such part."""
    try:
        value = value_at(report, part)
    except PlaceError:
        return ""
    if not isinstance(value, Frozen):
        return ""
    return hashlib.sha256(value.model_dump_json(exclude={"parent"}).encode()).hexdigest()[:16]


def _is_written(section: Section, has_below: bool) -> bool:
    """Tell whether a section is more than a heading over others."""
    is_heading = has_below or section.holds_goals
    return not is_heading or bool(section.tables) or not section.text.is_empty


def _holds_something(goal: Goal) -> bool:
    """Tell whether there is something of our own to write about a goal: others' goals may be headings only."""
    texts = any(getattr(goal, name) is not None for name in GOAL_TEXTS)
    return not goal.locked or texts or goal.assessment is not None or bool(goal.indicators or goal.activities)
