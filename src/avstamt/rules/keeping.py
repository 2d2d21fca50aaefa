"""Keeps what is worked out of the parts of a report from one run to the next: a part that stands is not read again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from operator import is_
from typing import Any, TypeVar

T = TypeVar("T")

_Work = tuple[Callable[..., Any], tuple[Hashable, ...]]
_Entry = tuple[object, Any]
_Made = dict[int, _Entry]

_REMEMBERED = 50
"""Runs for which the work of rules is kept that had no reason to run again."""

_FEW = 3
"""The nodes that an edit changes at most, as a rule: a part, those above it, and a neighbour."""


@dataclass(slots=True)
class _Shelf:
    """What one piece of work made of nodes in the last run that asked for it, and in the one before that.

    `asked` are the nodes that it was asked for all at once the last time, with its `answers` in the same order.
    """

    run: int
    now: _Made = field(default_factory=dict)
    before: _Made = field(default_factory=dict)
    asked: Sequence[object] = ()
    answers: Sequence[Any] = ()


class Kept:
    """What functions made of nodes, as long as the same nodes are asked about whenever the functions are.

    A node is known by its identity: reports are immutable, and an edit leaves what it does not touch as it is.
    """

    def __init__(self) -> None:
        self._run = 0
        self._shelves: dict[_Work, _Shelf] = {}

    def of(self, make: Callable[..., T], node: object, *more: Hashable) -> T:
        """Return `make(node, *more)`, made the first time it is asked for."""
        work = (make, more)
        shelf = self._shelf(work)
        entry = shelf.now.get(id(node))
        if entry is None:
            entry = shelf.now[id(node)] = shelf.before.get(id(node)) or _made(work, node)
        value: T = entry[1]
        return value

    def each(self, make: Callable[..., T], nodes: Iterable[object], *more: Hashable) -> list[T]:
        """Return `make(node, *more)` for each of the nodes."""
        work, asked = (make, more), tuple(nodes)
        shelf = self._shelf(work)
        answers = _changed(work, shelf, asked)
        if answers is None:
            ids = list(map(id, asked))
            at_once = zip(map(id, shelf.asked), zip(shelf.asked, shelf.answers, strict=True), strict=True)
            known = shelf.before | dict(at_once) | shelf.now
            entries = [known.get(key) or _made(work, node) for key, node in zip(ids, asked, strict=True)]
            shelf.now.update(zip(ids, entries, strict=True))
            answers = [entry[1] for entry in entries]
        shelf.asked, shelf.answers = asked, answers
        return list(answers)

    def turn(self) -> None:
        """End a run: what functions were asked about before, and not in it, is forgotten the next time they are asked."""
        self._run += 1
        if self._run % _REMEMBERED == 0:
            old = self._run - _REMEMBERED
            self._shelves = {work: shelf for work, shelf in self._shelves.items() if shelf.run >= old}

    def _shelf(self, work: _Work) -> _Shelf:
        shelf = self._shelves.get(work)
        if shelf is None:
            shelf = self._shelves[work] = _Shelf(self._run)
        elif shelf.run != self._run:
            shelf.run, shelf.now, shelf.before = self._run, {}, shelf.now
        return shelf


def _made(work: _Work, node: object) -> _Entry:
    """Return what a piece of work makes of a node, with the node, so that its id stays its own."""
    make, more = work
    return node, make(node, *more)


def _changed(work: _Work, shelf: _Shelf, asked: Sequence[object]) -> list[Any] | None:
    """Return the answers for nodes of which all but a few are those asked for the last time; None where more are not."""
    if len(asked) != len(shelf.asked):
        return None
    same = list(map(is_, asked, shelf.asked))
    new = same.count(False)
    if new > _FEW:
        return None
    answers, at = list(shelf.answers), -1
    for _ in range(new):
        at = same.index(False, at + 1)
        answers[at] = _made(work, asked[at])[1]
    return answers
