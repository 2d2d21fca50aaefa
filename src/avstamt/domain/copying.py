"""A copy of a part of a report beside the part itself: the same words, ids of its own."""

from __future__ import annotations

from typing import Any

from avstamt.domain.base import Frozen, Identifier, Node, new_id
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.section import Section

_COPY = " (kopia)"


def copied(node: Goal | Section, home: Place) -> Goal | Section:
    """Return a copy of the goal or section at `home`, called one, with fresh ids; its own figures are linked to its own.

    What stands below it in the tree is not copied. A section loses its template's name and the goals printed there, of
    which there can be one only.
    """
    ids: dict[Identifier, Identifier] = {}
    _collect(node, ids)
    made = _fresh(node, ids, home)
    of_its_own = {"title": f"{node.title}{_COPY}"} if node.title else {}
    if isinstance(made, Section):
        made = made.model_copy(update={"key": "", "holds_goals": False})
    renamed: Goal | Section = made.model_copy(update=of_its_own)
    return renamed


def _collect(value: object, ids: dict[Identifier, Identifier]) -> None:
    if isinstance(value, Node):
        ids.setdefault(value.id, new_id(value.id[0]))
    if isinstance(value, Frozen):
        for name in type(value).model_fields:
            _collect(getattr(value, name), ids)
    elif isinstance(value, tuple):
        for one in value:
            _collect(one, ids)


def _fresh(value: Any, ids: dict[Identifier, Identifier], home: Place) -> Any:
    if isinstance(value, Place):
        return _moved(value, ids, home)
    if isinstance(value, tuple):
        return tuple(_fresh(one, ids, home) for one in value)
    if not isinstance(value, Frozen):
        return value
    parts = {name: _fresh(getattr(value, name), ids, home) for name in type(value).model_fields}
    if isinstance(value, Node):
        parts["id"] = ids[value.id]
    return type(value)(**parts)


def _moved(place: Place, ids: dict[Identifier, Identifier], home: Place) -> Place:
    """Return the same place in the copy, where it lies in what is copied."""
    if not place.is_within(home):
        return place
    below = place.path[len(home.path) :]
    return Place((*home.parent.path, ids[home.name], *(ids.get(name, name) for name in below)), place.span)
