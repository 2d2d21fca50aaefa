"""The order of places as they print: front page, sections, the goal tree where it stands, each part from top to end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from avstamt.domain.base import Frozen, Node
from avstamt.domain.place import Place
from avstamt.domain.report import Report, preorder

OrderKey = tuple[int | tuple[int, ...], ...]


def document_order(report: Report) -> Callable[[Place], OrderKey]:
    """Return the key by which places in `report` sort into document order."""
    rank: dict[tuple[str, ...], int] = {step: number for number, step in enumerate(_printed(report))}

    def key(place: Place) -> OrderKey:
        path, span = place.path, place.span or (-1, -1)
        last = path[:1] in (("waivers",), ("comments",))
        part = len(rank) + 1 if last else rank.get(path[:2], -1) + 1
        return (part, _steps(report, path), *span)

    return key


def _printed(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the first two steps of the way to every section and goal, as they print."""
    goals = [("goals", goal.id) for goal, _depth in preorder(report.goals)]
    for section, _depth in preorder(report.sections):
        yield "sections", section.id
        if section.holds_goals:
            yield from goals
            goals = []
    yield from goals


def _steps(here: Any, path: tuple[str, ...]) -> tuple[int, ...]:
    """Return where each step of `path` stands among its siblings: a field in its model, a node in its tuple."""
    steps: list[int] = []
    for step in path:
        if isinstance(here, tuple):
            index = next((n for n, node in enumerate(here) if isinstance(node, Node) and node.id == step), len(here))
            here = here[index] if index < len(here) else None
        elif isinstance(here, Frozen) and step in type(here).model_fields:
            index = list(type(here).model_fields).index(step)
            here = getattr(here, step)
        else:
            index, here = 0, None
        steps.append(index)
    return tuple(steps)
