"""The order of places as they print: front page, sections, the goal tree where it stands, each part from top to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from avstamt.domain.base import Frozen, Node
from avstamt.domain.place import Place
from avstamt.domain.report import Report, preorder
from avstamt.rules.keeping import Kept

OrderKey = tuple[int | tuple[int, ...], ...]
_Walked = tuple[tuple[int, ...], Any]
"""Where the steps of a path stand among their siblings, and what the path leads to."""

_Ways = dict[tuple[str, ...], _Walked]
_LAST = (("waivers",), ("comments",))


def document_order(report: Report, kept: Kept) -> Callable[[Place], OrderKey]:
    """Return the key by which places in `report` sort into document order; ways within a part that stands are kept."""
    printed: dict[tuple[str, ...], Node] = dict(_printed(report))
    rank: dict[tuple[str, ...], int] = {steps: number for number, steps in enumerate(printed)}
    ways: dict[tuple[str, ...], _Ways] = {}
    whole: _Ways = {(): ((), report)}

    def key(place: Place) -> OrderKey:
        path, span = place.path, place.span or (-1, -1)
        part = path[:2]
        if (number := rank.get(part)) is None:
            return (len(rank) + 1 if path[:1] in _LAST else 0, _walk(path, whole)[0], *span)
        if (within := ways.get(part)) is None:
            within = ways[part] = kept.of(_ways_within, printed[part])
        return (number + 1, _walk(path[2:], within)[0], *span)

    return key


def _ways_within(part: Node) -> _Ways:
    """Return the ways within a section or goal that are known: none yet."""
    return {(): ((), part)}


def _walk(path: tuple[str, ...], walked: _Ways) -> _Walked:
    """Return what a path leads to, and keep it in `walked`, where what it begins in stands at the empty path."""
    known = walked.get(path)
    if known is None:
        steps, here = _walk(path[:-1], walked)
        index, here = _step(here, path[-1])
        known = walked[path] = ((*steps, index), here)
    return known


def _printed(report: Report) -> Iterator[tuple[tuple[str, str], Node]]:
    """Yield every section and goal as they print, each with the first two steps of the way to it."""
    goals: list[tuple[tuple[str, str], Node]] = [(("goals", goal.id), goal) for goal, _depth in preorder(report.goals)]
    for section, _depth in preorder(report.sections):
        yield ("sections", section.id), section
        if section.holds_goals:
            yield from goals
            goals = []
    yield from goals


def _step(here: Any, step: str) -> tuple[int, Any]:
    """Return where a step of a path stands among its siblings, and what stands there: a field, or a node in a tuple."""
    if isinstance(here, tuple):
        index = next((n for n, node in enumerate(here) if isinstance(node, Node) and node.id == step), len(here))
        return index, here[index] if index < len(here) else None
    if isinstance(here, Frozen) and step in (fields := _fields(type(here))):
        return fields[step], getattr(here, step)
    return 0, None


@cache
def _fields(kind: type[Frozen]) -> Mapping[str, int]:
    """Return the fields of a model, each with where it stands among them."""
    return {name: number for number, name in enumerate(kind.model_fields)}
