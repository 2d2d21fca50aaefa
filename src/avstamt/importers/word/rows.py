"""Rows that a colleague added to a table of ours, and parts that are gone from the document with all that they hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from avstamt.domain.base import Node, new_id
from avstamt.domain.economy import Cell, RowRole
from avstamt.domain.economy import Row as EconomyRow
from avstamt.domain.locks import node_lock
from avstamt.domain.place import Place, PlaceError, ValueRefused, insert, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.tree import branch
from avstamt.importers.word.tracking import Hand
from avstamt.importers.word.values import typed

_ROWS = ("indicators", "activities", "rows")
_BRANCH = 2
_SUMS = frozenset({RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET, RowRole.TOTAL})


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row of a table of ours that has no names: what stands in it, by the fields of the rows around it.

    `beside` is the part in the row above, or in the row below where `is_first`; `hands` are those who added it.
    """

    beside: Place
    is_first: bool
    words: Mapping[tuple[str, ...], str]
    hands: frozenset[Hand] = frozenset()


def part_of_row(place: Place) -> Place | None:
    """Return the indicator, activity or row of figures that a value in a table belongs to."""
    at = next((at for at, step in enumerate(place.path) if step in _ROWS), None)
    return None if at is None or len(place.path) < at + 3 else Place(place.path[: at + 2])


def with_new_rows(report: Report, rows: Sequence[NewRow]) -> tuple[Report, dict[Place, frozenset[Hand]]]:
    """Return the report with the added rows as parts of their own, each beside its neighbour, and who added each part."""
    last: dict[Place, Place] = {}
    hands: dict[Place, frozenset[Hand]] = {}
    for row in rows:
        report, made = _with_row(report, row, last.get(row.beside))
        last[row.beside] = made
        hands[made] = row.hands
    return report, hands


def _with_row(report: Report, row: NewRow, above: Place | None) -> tuple[Report, Place]:
    """Return the report with one row, below `above` where several were added at the same spot."""
    model = value_at(report, row.beside)
    siblings = row.beside.parent
    ids = [node.id for node in value_at(report, siblings)]
    at = ids.index(row.beside.name if above is None else above.name)
    follows = ids[at:] if row.is_first and above is None else ids[at + 1 :]
    node = type(model)(id=new_id("r"), **_own(model))
    report = insert(report, siblings, node, follows[0] if follows else None)
    place = siblings / node.id
    for path, words in row.words.items():
        here = Place((*place.path, *path))
        try:
            meant = typed(value_at(report, here), here, words)
            report = with_value(report, here, meant)
        except (PlaceError, ValueRefused):
            continue
    return report, place


def _own(model: Node) -> dict[str, object]:
    """Return what a row of figures has before anything stands in it: its kind, and empty cells in its columns."""
    if not isinstance(model, EconomyRow):
        return {}
    role = RowRole.OTHER if model.role in _SUMS else model.role
    return {"role": role, "cells": tuple(Cell(id=cell.id) for cell in model.cells)}


def parts_gone(report: Report, printed: Sequence[Place], missing: Sequence[Place]) -> tuple[Place, ...]:
    """Return the parts of which nothing is left in the document and that may be removed, outermost only."""
    gone = set(missing)
    known: dict[Place, bool] = {}
    for place in printed:
        for part in _parts(place):
            known[part] = known.get(part, True) and place in gone
    wholly = {part for part, is_gone in known.items() if is_gone and not node_lock(report, part)}
    wholly = {part for part in wholly if _is_whole_branch(report, part, wholly)}
    return tuple(part for part in known if part in wholly and not _lies_in(report, part, wholly))


def _parts(place: Place) -> Iterator[Place]:
    if place.path[0] in ("goals", "sections") and len(place.path) > _BRANCH:
        yield Place(place.path[:_BRANCH])
    row = part_of_row(place)
    if row is not None:
        yield row


def _is_whole_branch(report: Report, part: Place, gone: set[Place]) -> bool:
    """Tell whether all that lies below a goal or section in its tree is gone too."""
    if len(part.path) > _BRANCH:
        return True
    return all(part.parent / node.id in gone for node in branch(report, part))


def _lies_in(report: Report, part: Place, gone: set[Place]) -> bool:
    """Tell whether a part goes with another that is gone: a row with its goal, a goal with the one above it."""
    top = Place(part.path[:_BRANCH])
    if part != top:
        return top in gone
    above = value_at(report, part).parent
    return above is not None and part.parent / above in gone
