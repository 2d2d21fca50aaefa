"""Changes that take a whole branch of the goal tree or the section tree along."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.domain.base import Identifier
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place, PlaceError, ValueRefused, with_value
from avstamt.domain.report import Report, T, preorder
from avstamt.domain.section import Section


def branch(report: Report, place: Place) -> tuple[Goal, ...] | tuple[Section, ...]:
    """Return the goal or section at `place` and everything below it, parents first; raises PlaceError."""
    if place.path[:1] == ("goals",):
        return _branch(report.goals, place)
    return _branch(report.sections, place)


def without_branch(report: Report, place: Place) -> Report:
    """Return the report without the goal or section at `place` and what lies below it; raises PlaceError."""
    gone = {node.id for node in branch(report, place)}
    nodes = report.goals if place.path[0] == "goals" else report.sections
    return with_value(report, place.parent, tuple(node for node in nodes if node.id not in gone))


def under_parent(report: Report, place: Place, parent: Identifier | None, before: Identifier | None) -> Report:
    """Return the report with a branch moved under `parent`, before its sibling `before` or last.

    Raises PlaceError where one of them does not exist, ValueRefused where `parent` lies in the branch itself.
    """
    moved = branch(report, place)
    inside = {node.id for node in moved}
    if parent in inside or before in inside:
        raise ValueRefused(place, "en gren kan inte flyttas in i sig själv")
    head = with_value(report, place / "parent", parent)
    nodes = head.goals if place.path[0] == "goals" else head.sections
    taken = [node for node in nodes if node.id in inside]
    rest = [node for node in nodes if node.id not in inside]
    ids = [node.id for node in rest]
    if before is not None and before not in ids:
        raise PlaceError(place.parent / before)
    at = len(rest) if before is None else ids.index(before)
    return with_value(head, place.parent, tuple(rest[:at] + taken + rest[at:]))


def _branch(nodes: Sequence[T], place: Place) -> tuple[T, ...]:
    tops = [node for node in nodes if node.id == place.name]
    if not tops or place.path[2:]:
        raise PlaceError(place)
    below = [node for node, _depth in preorder(nodes, place.name)]
    return tuple(tops + below)
