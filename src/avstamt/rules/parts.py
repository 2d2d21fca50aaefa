"""A report in parts: its front page, each goal, each section; and a report of one part only, for rules that read no more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import RichText
from avstamt.rules.keeping import Kept

PartKey = tuple[str, ...]
"""The place of a part as a path: ("goals", "g7"), ("sections", "s2"), ("front",)."""

Part = Goal | Section | FrontPage

Frame = tuple[tuple[Goal, ...], tuple[Section, ...]]
"""The goals and sections of a report without their texts."""

N = TypeVar("N", Goal, Section)

_FRONT: PartKey = ("front",)
_NO_TEXT = RichText()
_ABOUT = ("kind", "level", "year", "organisation", "committee", "title")
_BESIDE: Mapping[str, tuple[()]] = {"waivers": (), "comments": (), "marks": (), "provenance": ()}


def about(report: Report) -> tuple[object, ...]:
    """Return what a report says of itself: kind, level, year, organisation and title."""
    return tuple(getattr(report, name) for name in _ABOUT)


def parts_of(report: Report) -> dict[PartKey, Part]:
    """Return the parts of a report by their keys."""
    parts: dict[PartKey, Part] = {_FRONT: report.front} if report.front is not None else {}
    parts |= {("sections", section.id): section for section in report.sections}
    return parts | {("goals", goal.id): goal for goal in report.goals}


def part_of(place: Place) -> PartKey:
    """Return the part that a place lies in."""
    return _FRONT if place.path[:1] == _FRONT else place.path[:2]


def only(report: Report, part: PartKey) -> Report:
    """Return the report with one part alone, which stands at the top; waivers and comments are left out too."""
    goals, sections = _alone(report.goals, "goals", part), _alone(report.sections, "sections", part)
    front = report.front if part == _FRONT else None
    return report.model_copy(update={**_BESIDE, "front": front, "goals": goals, "sections": sections})


def _alone(nodes: Sequence[N], name: str, part: PartKey) -> tuple[N, ...]:
    return tuple(node.model_copy(update={"parent": None}) for node in nodes if part == (name, node.id))


def frame(report: Report, kept: Kept) -> Frame:
    """Return the goals and sections without their texts: titles, tables, assessments, and which texts there are."""
    return (
        tuple(kept.each(_textless_goal, report.goals)),
        tuple(kept.each(_textless_section, report.sections)),
    )


def telling(report: Report, part: PartKey, bare: Frame) -> Report:
    """Return the report in which one part alone has its texts; `bare` is the report's frame."""
    goals = tuple(
        goal if part == ("goals", goal.id) else other for goal, other in zip(report.goals, bare[0], strict=True)
    )
    sections = tuple(
        node if part == ("sections", node.id) else other for node, other in zip(report.sections, bare[1], strict=True)
    )
    front = report.front if part == _FRONT else None
    return report.model_copy(update={**_BESIDE, "front": front, "goals": goals, "sections": sections})


def _emptied(text: RichText | None) -> RichText | None:
    return None if text is None else _NO_TEXT


def _textless_goal(goal: Goal) -> Goal:
    texts = {name: _emptied(getattr(goal, name)) for name in GOAL_TEXTS}
    indicators = tuple(row.model_copy(update={"analysis": _emptied(row.analysis)}) for row in goal.indicators)
    activities = tuple(row.model_copy(update={"analysis": _emptied(row.analysis)}) for row in goal.activities)
    return goal.model_copy(update={**texts, "indicators": indicators, "activities": activities})


def _textless_section(section: Section) -> Section:
    tables = tuple(table.model_copy(update={"comment": _NO_TEXT}) for table in section.tables)
    return section.model_copy(update={"text": _NO_TEXT, "tables": tables})
