"""The report: an immutable tree that everything else reads, points into and copies with a change."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import TypeVar

from pydantic import model_validator

from avstamt.domain.base import Identifier, Node, duplicates
from avstamt.domain.goal import Goal
from avstamt.domain.review import Mark, ReviewComment, SourceLines, Waiver
from avstamt.domain.section import FrontPage, Section

T = TypeVar("T", Goal, Section)


class ReportKind(StrEnum):
    """What the report is."""

    PLAN = "VP"
    TERTIAL_1 = "T1"
    TERTIAL_2 = "T2"
    ANNUAL = "VB"

    @property
    def label(self) -> str:
        """Return the report's Swedish name."""
        return _KIND_TITLES[self]

    @property
    def is_tertial(self) -> bool:
        """Tell whether the report is made within the year, with a forecast."""
        return self in (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2)


_KIND_TITLES = {
    ReportKind.PLAN: "Verksamhetsplan",
    ReportKind.TERTIAL_1: "Tertialrapport 1",
    ReportKind.TERTIAL_2: "Tertialrapport 2",
    ReportKind.ANNUAL: "Verksamhetsberättelse",
}


class OrganisationLevel(StrEnum):
    """Who reports."""

    UNIT = "enhet"
    COMMITTEE = "nämnd"


class Report(Node):
    """A report of one organisation for one year.

    `goals` and `sections` are flat tuples in document order; each child names its parent by id, so a place stays the
    same when a goal moves. A draft may be incomplete and contradictory, but ids are unique and parents exist.
    """

    kind: ReportKind
    level: OrganisationLevel
    year: int
    organisation: str = ""
    committee: str = ""
    title: str = ""
    front: FrontPage | None = None
    sections: tuple[Section, ...] = ()
    goals: tuple[Goal, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    comments: tuple[ReviewComment, ...] = ()
    marks: tuple[Mark, ...] = ()
    provenance: tuple[SourceLines, ...] = ()

    @model_validator(mode="after")
    def _trees_are_whole(self) -> Report:
        _check_tree("mål", self.goals)
        _check_tree("avsnitt", self.sections)
        for siblings in (self.waivers, self.comments, self.marks):
            if twice := duplicates(node.id for node in siblings):
                raise ValueError(f"id förekommer två gånger: {', '.join(twice)}")
        return self


def children_of(nodes: Sequence[T], parent: Identifier | None) -> tuple[T, ...]:
    """Return the nodes directly below `parent` (None: the topmost), in document order."""
    return tuple(node for node in nodes if node.parent == parent)


def preorder(nodes: Sequence[T], parent: Identifier | None = None) -> Iterator[tuple[T, int]]:
    """Yield each node with its depth (0 at the top), parents before children, siblings in document order."""
    below: dict[str | None, list[T]] = {}
    for node in nodes:
        below.setdefault(node.parent, []).append(node)
    stack = [(node, 0) for node in reversed(below.get(parent, []))]
    while stack:
        node, depth = stack.pop()
        yield node, depth
        stack.extend((child, depth + 1) for child in reversed(below.get(node.id, [])))


def ancestors(nodes: Sequence[T], node: T) -> tuple[T, ...]:
    """Return the nodes above `node`, nearest first."""
    by_id = {other.id: other for other in nodes}
    above: list[T] = []
    while node.parent is not None:
        node = by_id[node.parent]
        above.append(node)
    return tuple(above)


def _check_tree(what: str, nodes: Sequence[Goal] | Sequence[Section]) -> None:
    parents = {node.id: node.parent for node in nodes}
    if len(parents) != len(nodes):
        raise ValueError(f"id förekommer två gånger bland {what}: {', '.join(duplicates(node.id for node in nodes))}")
    for start, above in parents.items():
        seen = {start}
        parent = above
        while parent is not None:
            if parent not in parents:
                raise ValueError(f"{what} {start} hör till {parent}, som inte finns")
            if parent in seen:
                raise ValueError(f"{what} {start} hör till sig självt")
            seen.add(parent)
            parent = parents[parent]
