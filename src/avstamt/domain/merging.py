"""Two people's changes of one report put together: what only one has changed is taken, the rest is asked about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from avstamt.domain.base import Frozen, Node
from avstamt.domain.economy import Column, EconomyTable
from avstamt.domain.following import with_comments_following
from avstamt.domain.goal import Goal
from avstamt.domain.place import ROOT, Place
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.domain.text import TextCell


class Side(Enum):
    """Whose version to take where both have changed the same thing."""

    MINE = "min"
    THEIRS = "den andras"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A place that both have changed; None stands for "not there"."""

    place: Place
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The report put together, and what both had changed."""

    report: Report
    conflicts: tuple[Conflict, ...]


def merge(base: Report, mine: Report, theirs: Report, choices: Mapping[Place, Side] | None = None) -> Merged:
    """Return `mine` and `theirs` put together, where `base` is what both came from.

    At a conflict the side in `choices` is taken, mine where nothing is chosen; a part that one has removed and the
    other changed is kept unless its removal is chosen.
    """
    merger = _Merger(choices or {})
    made: Report = merger.value(ROOT, base, mine, theirs)
    if made in (mine, theirs):
        return Merged(made, tuple(merger.conflicts))
    return Merged(with_comments_following(theirs, with_comments_following(mine, made)), tuple(merger.conflicts))


class _Merger:
    """One merging, with the conflicts that it has met."""

    def __init__(self, choices: Mapping[Place, Side]) -> None:
        self._choices = choices
        self.conflicts: list[Conflict] = []

    def value(self, place: Place, base: Any, mine: Any, theirs: Any) -> Any:
        """Return the two versions of what stands at `place` put together."""
        if mine == base:
            return theirs
        if theirs in (mine, base) or isinstance(mine, Place):  # a comment's place follows the text below
            return mine
        if type(base) is type(mine) is type(theirs) and isinstance(mine, Frozen) and not isinstance(mine, TextCell):
            return self._fields(place, base, mine, theirs)
        if all(_is_of_nodes(value) for value in (base, mine, theirs)):
            return self._nodes(place, base, mine, theirs)
        return self._chosen(place, base, mine, theirs)

    def _fields(self, place: Place, base: Frozen, mine: Frozen, theirs: Frozen) -> Frozen:
        names = type(mine).model_fields
        values = {
            name: self.value(place / name, getattr(base, name), getattr(mine, name), getattr(theirs, name))
            for name in names
        }
        if isinstance(mine, Report):
            values["goals"] = _whole_tree(values["goals"], theirs=theirs, mine=mine, name="goals")
            values["sections"] = _whole_tree(values["sections"], theirs=theirs, mine=mine, name="sections")
        if isinstance(mine, EconomyTable) and isinstance(theirs, EconomyTable):
            values["columns"] = _columns_of_all_cells(values, mine, theirs)
        return type(mine)(**values)

    def _nodes(
        self, place: Place, base: tuple[Node, ...], mine: tuple[Node, ...], theirs: tuple[Node, ...]
    ) -> tuple[Node, ...]:
        old, own, other = ({node.id: node for node in nodes} for nodes in (base, mine, theirs))
        made: dict[str, Node] = {}
        for node_id in dict.fromkeys((*own, *other)):
            node = self._node(place / node_id, old.get(node_id), own.get(node_id), other.get(node_id))
            if node is not None:
                made[node_id] = node
        return tuple(made[node_id] for node_id in _order(list(old), list(own), list(other)) if node_id in made)

    def _node(self, place: Place, base: Node | None, mine: Node | None, theirs: Node | None) -> Node | None:
        """Return a node of a list put together, None where it is to go."""
        if mine is not None and theirs is not None:
            made: Node = self.value(place, base, mine, theirs)
            return made
        kept = mine if mine is not None else theirs
        if base is None or kept == base:
            return kept if base is None else None
        remover = Side.MINE if mine is None else Side.THEIRS
        self.conflicts.append(Conflict(place, base, mine, theirs))
        return None if self._choices.get(place) is remover else kept

    def _chosen(self, place: Place, base: Any, mine: Any, theirs: Any) -> Any:
        self.conflicts.append(Conflict(place, base, mine, theirs))
        return theirs if self._choices.get(place) is Side.THEIRS else mine


def _is_of_nodes(value: Any) -> bool:
    return isinstance(value, tuple) and all(isinstance(part, Node) for part in value)


def _order(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """Return all ids in the order of the one who has moved some, with what only the other has after its neighbour."""
    moved = [node for node in mine if node in base] != [node for node in base if node in mine]
    frame, other = (mine, theirs) if moved else (theirs, mine)
    order = list(frame)
    for at, node in enumerate(other):
        if node not in order:
            before = next((order.index(near) + 1 for near in reversed(other[:at]) if near in order), 0)
            order.insert(before, node)
    return order


def _whole_tree(
    nodes: tuple[Goal | Section, ...], *, mine: Frozen, theirs: Frozen, name: str
) -> tuple[Goal | Section, ...]:
    """Return the nodes with the parents that one side removed under the other's children, and without circles."""
    known = {node.id: node for node in (*getattr(theirs, name), *getattr(mine, name))}
    made = {node.id: node for node in nodes}
    missing = [node.parent for node in nodes if node.parent is not None and node.parent not in made]
    while missing:
        parent = known[missing.pop()]
        if parent.id not in made:
            made[parent.id] = parent
            if parent.parent is not None and parent.parent not in made:
                missing.append(parent.parent)
    for node in list(made.values()):
        if _is_in_a_circle(node, made):
            own = known[node.id].parent
            parent_id = own if own in made and own != node.parent else None
            made[node.id] = node.model_copy(update={"parent": parent_id})
            if _is_in_a_circle(made[node.id], made):
                made[node.id] = node.model_copy(update={"parent": None})
    return tuple(made.values())


def _columns_of_all_cells(values: Mapping[str, Any], mine: EconomyTable, theirs: EconomyTable) -> tuple[Column, ...]:
    """Return the columns with those that one side removed under cells that stay."""
    made = {column.id: column for column in values["columns"]}
    known = {column.id: column for column in (*theirs.columns, *mine.columns)}
    for row in values["rows"]:
        for cell in row.cells:
            made.setdefault(cell.id, known[cell.id])
    return tuple(made.values())


def _is_in_a_circle(node: Goal | Section, nodes: Mapping[str, Goal | Section]) -> bool:
    seen = {node.id}
    parent = node.parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        parent = nodes[parent].parent
    return parent == node.id
