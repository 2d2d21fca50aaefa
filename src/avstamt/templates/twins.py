"""Which goal or section of a report is the same as one of another: by its id, its template's name, its number, its title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from rapidfuzz import fuzz

from avstamt.domain.base import Node
from avstamt.domain.goal import Goal
from avstamt.domain.section import Section
from avstamt.templates.indicators import normal_name

_ALIKE = 88
_NUMBER_AND = 60
"""Two goals with one number need not be as much alike in title: KF changes a few words from year to year."""

Part = TypeVar("Part", bound=Node)


def goal_twin(goal: Goal, others: Sequence[Goal]) -> Goal | None:
    """Return the goal among others of another report that is the same, or None."""
    name = normal_name(goal.title)

    def alike(other: Goal, least: int) -> bool:
        return other.level is goal.level and fuzz.ratio(name, normal_name(other.title)) >= least

    return _first(
        others,
        (
            lambda other: other.id == goal.id and alike(other, _NUMBER_AND),
            lambda other: bool(name) and other.level is goal.level and normal_name(other.title) == name,
            lambda other: bool(goal.number) and other.normal_number == goal.normal_number and alike(other, _NUMBER_AND),
            lambda other: bool(name) and alike(other, _ALIKE),
        ),
    )


def section_twin(section: Section, others: Sequence[Section]) -> Section | None:
    """Return the section among others of another report that is the same, or None."""
    name = normal_name(section.title)
    return _first(
        others,
        (
            lambda other: bool(section.key) and other.key == section.key,
            lambda other: bool(name) and normal_name(other.title) == name,
            lambda other: section.holds_goals and other.holds_goals,
            lambda other: bool(name) and fuzz.ratio(name, normal_name(other.title)) >= _ALIKE,
        ),
    )


def _first(nodes: Sequence[Part], tests: Sequence[Callable[[Part], bool]]) -> Part | None:
    """Return the first node that passes the first test that any node passes."""
    return next((node for test in tests for node in nodes if test(node)), None)
