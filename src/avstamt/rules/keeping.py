"""Keeps what is worked out of the parts of a report from one run to the next: a part that stands is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")
N = TypeVar("N")

_Key = tuple[Callable[..., Any], int, tuple[Hashable, ...]]


class Kept:
    """What functions made of nodes, as long as the same nodes are asked about in every run.

    A node is known by its identity: reports are immutable, and an edit leaves what it does not touch as it is.
    """

    def __init__(self) -> None:
        self._now: dict[_Key, tuple[object, Any]] = {}
        self._before: dict[_Key, tuple[object, Any]] = {}

    def of(self, make: Callable[..., T], node: object, *more: Hashable) -> T:
        """Return `make(node, *more)`, made the first time it is asked for."""
        key = (make, id(node), more)
        entry = self._now.get(key) or self._before.get(key)
        if entry is None:
            entry = (node, make(node, *more))  # with the node itself, so that its id stays its own
        self._now[key] = entry
        value: T = entry[1]
        return value

    def turn(self) -> None:
        """End a run: what was not asked for in it is forgotten."""
        self._before, self._now = self._now, {}
