"""A `Place` points at one part of a report, and the pure functions here read and change what stands there.

The path alternates field names and ids: `("goals", "g7", "indicators", "i3", "outcome")`. Written as text it is
`goals/g7/indicators/i3/outcome`, with a span of characters behind `#`: `…/analysis/blocks/b2#10-17`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from typing import Any, NamedTuple, TypeVar, cast

from pydantic import GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema

from avstamt.domain.base import Frozen, Node

Span = tuple[int, int]
Root = TypeVar("Root", bound=Frozen)

_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_TWO_LETTERS = tuple(first + second for first in _LETTERS for second in _LETTERS)
"""Ten bits each, as base 32 writes them; the library's own way is ten times slower."""

_TEXT = re.compile(r"^(?P<path>[A-Za-z0-9_/-]*)(?:#(?P<start>\d+)-(?P<end>\d+))?$")


class PlaceError(LookupError):
    """Nothing stands at this place in the report."""

    def __init__(self, place: Place) -> None:
        self.place = place
        super().__init__(f"Det finns inget på platsen {place} i rapporten.")


class ValueRefused(ValueError):
    """The value is not of the kind that this place holds."""

    def __init__(self, place: Place, why: str) -> None:
        self.place = place
        super().__init__(f"Värdet passar inte på platsen {place}: {why}")


class Place(NamedTuple):
    """A path of field names and ids, and optionally a span of characters [start, end) in the plain text there."""

    path: tuple[str, ...] = ()
    span: Span | None = None

    @classmethod
    def of(cls, *path: str, span: Span | None = None) -> Place:
        """Return the place with this path."""
        return cls(path, span)

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read `goals/g7/title#0-4`; raises ValueError on anything else."""
        match = _TEXT.match(text)
        if match is None:
            raise ValueError(f"Platsen ’{text}’ är inte en giltig plats.")
        path = tuple(match["path"].split("/")) if match["path"] else ()
        span = (int(match["start"]), int(match["end"])) if match["start"] else None
        return cls(path, span)

    def __str__(self) -> str:
        path = "/".join(self.path)
        return path if self.span is None else f"{path}#{self.span[0]}-{self.span[1]}"

    def __truediv__(self, step: str) -> Place:
        return _place(((*self.path, step), None))

    def at(self, start: int, end: int) -> Place:
        """Return this place with a span."""
        return _place((self.path, (start, end)))

    @property
    def whole(self) -> Place:
        """Return this place without its span."""
        return self if self.span is None else Place(self.path)

    @property
    def parent(self) -> Place:
        """Return the place one step up; the root's parent is the root."""
        return Place(self.path[:-1])

    @property
    def name(self) -> str:
        """Return the last step, or the empty string at the root."""
        return self.path[-1] if self.path else ""

    @property
    def tag(self) -> str:
        """Return a name of 20 characters for papers whose names are short (a content control, a hidden bookmark).

        Equal places have equal tags, whatever their spans; two places of one report share a tag by a chance of 2⁻⁸⁰.
        """
        number = int.from_bytes(blake2b("/".join(self.path).encode(), digest_size=10).digest(), "big")
        return "_av_" + "".join([_TWO_LETTERS[number >> bits & 1023] for bits in range(70, -1, -10)])

    def is_within(self, other: Place) -> bool:
        """Tell whether this place is `other` or lies somewhere below it (spans aside)."""
        return self.path[: len(other.path)] == other.path

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from_text = core_schema.no_info_after_validator_function(
            cls.parse, core_schema.str_schema(pattern=_TEXT.pattern)
        )
        return core_schema.json_or_python_schema(
            json_schema=from_text,
            python_schema=core_schema.union_schema([core_schema.is_instance_schema(cls), from_text]),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )


_place = cast("Callable[[tuple[tuple[str, ...], Span | None]], Place]", partial(tuple.__new__, Place))
"""Makes a place of its two fields; a review makes ten thousand, and this is the quickest way."""

ROOT = Place()


def value_at(root: Frozen, place: Place) -> Any:
    """Return what stands at `place` (a span is ignored); raises PlaceError."""
    here: Any = root
    for step in place.path:
        here = _step(here, step, place)
    return here


def exists(root: Frozen, place: Place) -> bool:
    """Tell whether something stands at `place`."""
    try:
        value_at(root, place)
    except PlaceError:
        return False
    return True


def with_value(root: Root, place: Place, value: Any) -> Root:
    """Return a copy of `root` with `value` at `place`; raises PlaceError, or ValueRefused where the value does not fit."""
    changed: Root = _changed(root, place.path, place, lambda _old: value)
    return changed


def insert(root: Root, place: Place, node: Node, before: str | None = None) -> Root:
    """Return a copy with `node` in the tuple at `place`, before the sibling with id `before` or last."""

    def put(nodes: Any) -> tuple[Node, ...]:
        siblings = _nodes(nodes, place)
        if any(sibling.id == node.id for sibling in siblings):
            raise ValueRefused(place, f"id {node.id} finns redan")
        index = len(siblings) if before is None else _index(siblings, before, place)
        return (*siblings[:index], node, *siblings[index:])

    changed: Root = _changed(root, place.path, place, put)
    return changed


def remove(root: Root, place: Place) -> Root:
    """Return a copy without the node at `place`; raises PlaceError where there is none."""

    def drop(nodes: Any) -> tuple[Node, ...]:
        siblings = _nodes(nodes, place)
        index = _index(siblings, place.name, place)
        return (*siblings[:index], *siblings[index + 1 :])

    changed: Root = _changed(root, place.parent.path, place, drop)
    return changed


def move(root: Root, place: Place, before: str | None) -> Root:
    """Return a copy with the node at `place` standing before its sibling `before`, or last."""

    def reorder(nodes: Any) -> tuple[Node, ...]:
        siblings = _nodes(nodes, place)
        index = _index(siblings, place.name, place)
        if before == place.name:
            return siblings
        rest = (*siblings[:index], *siblings[index + 1 :])
        at = len(rest) if before is None else _index(rest, before, place)
        return (*rest[:at], siblings[index], *rest[at:])

    changed: Root = _changed(root, place.parent.path, place, reorder)
    return changed


def _step(here: Any, step: str, place: Place) -> Any:
    if isinstance(here, tuple):
        for node in here:
            if getattr(node, "id", None) == step and isinstance(node, Node):
                return node
    elif isinstance(here, Frozen) and step in type(here).model_fields:
        return getattr(here, step)
    raise PlaceError(place)


def _changed(here: Any, path: tuple[str, ...], place: Place, change: Any) -> Any:
    if not path:
        return change(here)
    old = _step(here, path[0], place)
    new = _changed(old, path[1:], place, change)
    if new is old:
        return here
    if isinstance(here, tuple):
        if not isinstance(new, Node) or new.id != path[0]:
            raise ValueRefused(place, "en del kan inte byta id")
        return tuple(new if node is old else node for node in here)
    return _rebuilt(here, path[0], new, place)


def _rebuilt(node: Frozen, field: str, value: Any, place: Place) -> Frozen:
    values = {name: getattr(node, name) for name in type(node).model_fields}
    try:
        return type(node)(**{**values, field: value})
    except ValidationError as error:
        raise ValueRefused(place, error.errors()[0]["msg"]) from error


def _nodes(value: Any, place: Place) -> tuple[Node, ...]:
    if not isinstance(value, tuple) or not all(isinstance(node, Node) for node in value):
        raise PlaceError(place)
    return value


def _index(siblings: tuple[Node, ...], node_id: str, place: Place) -> int:
    for index, sibling in enumerate(siblings):
        if sibling.id == node_id:
            return index
    raise PlaceError(place)
