"""What is different between two reports, place by place, with the words that came and went."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Any

from avstamt.domain.base import Frozen, Node
from avstamt.domain.place import ROOT, Place
from avstamt.domain.report import Report
from avstamt.domain.text import Block, ListItem, Paragraph, RichText, SubHeading, TextTable, block_text

_TOKENS = re.compile(r"\s+|[^\s\w]|\w+")
_UNSHOWN = frozenset({"id", "provenance", "marks"})
_NO_WORDS = _UNSHOWN | {"kind", "parent", "key", "level", "locked", "holds_goals"}
_EMPTY = "(utan innehåll)"
_LONGEST_IN_WORDS = 20_000
"""Texts of more characters together are shown as wholly replaced: comparing their words would take too long."""


class Change(Enum):
    """What has become of a stretch of words, or of a whole part."""

    SAME = "lika"
    OLD = "borttaget"
    NEW = "tillagt"
    CHANGED = "ändrat"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that is the same in both, only in the old text, or only in the new one."""

    change: Change
    text: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A place that is not the same in both: a part added or removed with its words, or a value changed."""

    place: Place
    change: Change
    old: str
    new: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """Return the words, marked as same, old and new."""
        return compared_words(self.old, self.new)


def differences(old: Report, new: Report) -> tuple[Difference, ...]:
    """Return what is different, in the order of the report."""
    return tuple(_between(ROOT, old, new))


def compared_words(old: str, new: str) -> tuple[Piece, ...]:
    """Return the pieces that two texts are made of; those that are the same or new give the new text, and so the old."""
    if not old or not new or len(old) + len(new) > _LONGEST_IN_WORDS:
        return _replaced(old, new)
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    pieces: list[Piece] = []
    gone = came = ""
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        was, now = "".join(before[i:j]), "".join(after[k:m])
        if tag == "equal" and not (now.isspace() and (gone or came) and m < len(after) and j < len(before)):
            pieces += [*_replaced(gone, came), Piece(Change.SAME, now)]
            gone = came = ""
        else:  # a blank alone between changed words changes with them: they are read as one
            gone, came = gone + was, came + now
    return (*pieces, *_replaced(gone, came))


def _replaced(gone: str, came: str) -> tuple[Piece, ...]:
    return tuple(piece for piece in (Piece(Change.OLD, gone), Piece(Change.NEW, came)) if piece.text)


def in_words(value: Any) -> str:
    """Return a value of a report as words that a user can compare."""
    if value is None or isinstance(value, bool):
        return "Ja" if value else ""
    if isinstance(value, Paragraph | SubHeading | ListItem | TextTable):
        return _block_words(value)
    if isinstance(value, Frozen):
        names = (name for name in type(value).model_fields if name not in _NO_WORDS)
        value = tuple(getattr(value, name) for name in names)
    if isinstance(value, Place) or not isinstance(value, tuple):
        return str(value)
    return "\n".join(filter(None, map(in_words, value)))


def _between(place: Place, old: Any, new: Any) -> Iterator[Difference]:
    if old == new:
        return
    if isinstance(old, RichText) or isinstance(new, RichText) or type(old) is not type(new):
        yield _changed(place, old, new)
    elif isinstance(old, Frozen):
        for name in type(old).model_fields:
            if name not in _UNSHOWN:
                yield from _between(place / name, getattr(old, name), getattr(new, name))
    elif isinstance(old, tuple) and all(isinstance(part, Node) for part in (*old, *new)):
        yield from _between_nodes(place, old, new)
    else:
        yield _changed(place, old, new)


def _between_nodes(place: Place, old: tuple[Node, ...], new: tuple[Node, ...]) -> Iterator[Difference]:
    before, after = {node.id: node for node in old}, {node.id: node for node in new}
    common = [node_id for node_id in before if node_id in after]
    if common != [node_id for node_id in after if node_id in before]:
        yield Difference(place, Change.CHANGED, "", "Annan ordning")
    for node_id in dict.fromkeys((*after, *before)):
        if node_id not in before:
            yield Difference(place / node_id, Change.NEW, "", in_words(after[node_id]) or _EMPTY)
        elif node_id not in after:
            yield Difference(place / node_id, Change.OLD, in_words(before[node_id]) or _EMPTY, "")
        else:
            yield from _between(place / node_id, before[node_id], after[node_id])


def _changed(place: Place, old: Any, new: Any) -> Difference:
    before, after = in_words(old), in_words(new)
    if before == after:
        after = f"{after} (i annan form)".strip()
    return Difference(place, Change.CHANGED, before, after)


def _block_words(block: Block) -> str:
    words = block_text(block)
    return f"• {words}" if isinstance(block, ListItem) else words
