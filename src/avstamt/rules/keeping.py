"""Keeps what is worked out of the parts of a report from one run to the next: a part that stands is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
N = TypeVar("N")

_Work = tuple[Callable[..., Any], tuple[Hashable, ...]]
_Made = dict[int, tuple[object, Any]]


class Kept:
    """What functions made of nodes, as long as the same nodes are asked about in every run.

    A node is known by its identity: reports are immutable, and an edit leaves what it does not touch as it is.
    """

    def __init__(self) -> None:
        self._now: dict[_Work, _Made] = {}
        self._before: dict[_Work, _Made] = {}

    def of(self, make: Callable[..., T], node: object, *more: Hashable) -> T:
        """Return `make(node, *more)`, made the first time it is asked for."""
        return self.each(make, (node,), *more)[0]

    def each(self, make: Callable[..., T], nodes: Iterable[object], *more: Hashable) -> list[T]:
        """Return `make(node, *more)` for each of the nodes."""
        work = (make, more)
        now, before = self._now.setdefault(work, {}), self._before.get(work, {})
        values: list[T] = []
        for node in nodes:
            entry = now.get(id(node))
            if entry is None:
                entry = before.get(id(node)) or (node, make(node, *more))  # with the node, so that its id stays its own
                now[id(node)] = entry
            values.append(entry[1])
        return values

    def turn(self) -> None:
        """End a run: what was not asked for in it is forgotten."""
        self._before, self._now = self._now, {}
