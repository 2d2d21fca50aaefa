"""Keeps what is worked out of the parts of a report from one run to the next: a part that stands is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar

T = TypeVar("T")
N = TypeVar("N")

_Work = tuple[Callable[..., Any], tuple[Hashable, ...]]
_Entry = tuple[object, Any]
_Made = dict[int, _Entry]


class Kept:
    """What functions made of nodes, as long as the same nodes are asked about in every run.

    A node is known by its identity: reports are immutable, and an edit leaves what it does not touch as it is.
    """

    def __init__(self) -> None:
        self._now: dict[_Work, _Made] = {}
        self._before: dict[_Work, _Made] = {}

    def of(self, make: Callable[..., T], node: object, *more: Hashable) -> T:
        """Return `make(node, *more)`, made the first time it is asked for."""
        work = (make, more)
        now = self._now.setdefault(work, {})
        entry = now.get(id(node))
        if entry is None:
            entry = now[id(node)] = self._made(work, node)
        value: T = entry[1]
        return value

    def each(self, make: Callable[..., T], nodes: Iterable[object], *more: Hashable) -> list[T]:
        """Return `make(node, *more)` for each of the nodes."""
        work = (make, more)
        now, asked = self._now.setdefault(work, {}), tuple(nodes)
        ids = list(map(id, asked))
        known = map((now or self._before.get(work, now)).get, ids)
        entries = [entry or self._made(work, node) for entry, node in zip(known, asked, strict=True)]
        now.update(zip(ids, entries, strict=True))
        return [entry[1] for entry in entries]

    def _made(self, work: _Work, node: object) -> _Entry:
        """Return what the run before made of a node, else what it makes: with the node, so that its id stays its own."""
        known = self._before.get(work, {}).get(id(node))
        return known or (node, work[0](node, *work[1]))

    def turn(self) -> None:
        """End a run: what was not asked for in it is forgotten."""
        self._before, self._now = self._now, {}
