"""Which part of another report is the same as one of this: by its id, its template's name, its number or its title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from avstamt.domain.base import Node
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.templates.indicators import normal_name
from avstamt.ui.forms.page_area import part_of

_ALIKE = 88
_NUMBER_AND = 60
"""Two goals with one number need not be as much alike in title: KF changes a few words from year to year."""

Part = TypeVar("Part", bound=Node)


def twin(report: Report, place: Place, other: Report) -> Place | None:
    """Return the place in `other` that is the same as `place` in `report`, its part where the field is not there."""
    part = part_of(report, place)
    if not part.path:
        return part
    found = _part(report, part, other)
    if found is None:
        return None
    field = Place((*found.path, *place.path[len(part.path) :][:1]))
    return field if exists(other, field) and value_at(other, field) not in (None, ()) else found


def _part(report: Report, part: Place, other: Report) -> Place | None:
    if part == Place.of("front"):
        return part if other.front is not None else None
    node = value_at(report, part)
    found: Node | None = None
    if isinstance(node, Goal):
        found = _first(other.goals, _same_goal(node))
    elif isinstance(node, Section):
        found = _first(other.sections, _same_section(node))
    return None if found is None else part.parent / found.id


def _same_goal(goal: Goal) -> Sequence[Callable[[Goal], bool]]:
    name = normal_name(goal.title)

    def alike(other: Goal, least: int) -> bool:
        return other.level is goal.level and fuzz.ratio(name, normal_name(other.title)) >= least

    return (
        lambda other: other.id == goal.id and alike(other, _NUMBER_AND),
        lambda other: bool(name) and other.level is goal.level and normal_name(other.title) == name,
        lambda other: bool(goal.number) and other.normal_number == goal.normal_number and alike(other, _NUMBER_AND),
        lambda other: bool(name) and alike(other, _ALIKE),
    )


def _same_section(section: Section) -> Sequence[Callable[[Section], bool]]:
    name = normal_name(section.title)
    return (
        lambda other: bool(section.key) and other.key == section.key,
        lambda other: bool(name) and normal_name(other.title) == name,
        lambda other: section.holds_goals and other.holds_goals,
        lambda other: bool(name) and fuzz.ratio(name, normal_name(other.title)) >= _ALIKE,
    )


def _first(nodes: Sequence[Part], tests: Sequence[Callable[[Part], bool]]) -> Part | None:
    """Return the first node that passes the first test that any node passes."""
    return next((node for test in tests for node in nodes if test(node)), None)
