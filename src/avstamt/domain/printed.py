"""What a paper carries along so that it can come back: the report it was printed from, and how each field was printed.

Nothing is compared by its words twice: a block that comes back with the fingerprint it left with has not been touched,
and the report's own block stands, character by character; only the others are read from the paper.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import Literal, Protocol

from avstamt.domain.base import Frozen
from avstamt.domain.place import Place
from avstamt.domain.report import Report

PART_NAMESPACE = "urn:avstamt:printed:1"
"""Names the part of a Word document that holds what was printed."""

PROGRAM = "Avstämt"
"""Who the findings in a paper's margin are from; what comes back under this name is not a colleague's."""

_UNSEEN = (("\u00ad", ""), ("\u200b", ""), ("\ufeff", ""))
_SAME = (("\u00a0", " "), ("\u2007", " "), ("\u202f", " "), ("\u2011", "-"))
_JSON = json.JSONEncoder(ensure_ascii=False)


class Stretch(Protocol):
    """A stretch of text with one make-up, in a report as on paper."""

    @property
    def text(self) -> str:
        """Return the characters."""

    @property
    def bold(self) -> bool:
        """Tell whether it is bold."""

    @property
    def italic(self) -> bool:
        """Tell whether it is italic."""

    @property
    def link(self) -> str | None:
        """Return the address it leads to."""


class PrintedBlock(Frozen):
    """One printed block: its id in the field (empty for a field of one value), and its fingerprint."""

    id: str = ""
    mark: str


class PrintedField(Frozen):
    """A field as it was printed: its place and its blocks in order; one value is one block."""

    place: Place
    blocks: tuple[PrintedBlock, ...] = ()


class Printed(Frozen):
    """What a paper says of itself: the report's file in base 64, its fields, and fingerprints of all other lines."""

    version: Literal[1] = 1
    base: str
    fields: tuple[PrintedField, ...] = ()
    others: frozenset[str] = frozenset()


def for_paper(report: Report) -> Report:
    """Return the report as it may travel in a paper: what was said about it in review stays at home."""
    return report.model_copy(update={"waivers": (), "comments": (), "marks": (), "provenance": ()})


def seen(text: str) -> str:
    """Return the text as a reader sees it: hard spaces and hyphens are plain, and what only tells where to break is away."""
    for sign, shown in (*_UNSEEN, *_SAME):  # the text of nearly every field has none of them, which is told fastest so
        if sign in text:
            text = text.replace(sign, shown)
    return text


def fingerprint(kind: str, stretches: Iterable[Stretch]) -> str:
    """Return 16 characters that tell a block by its kind ("p", "h1", "b0", "n0", "v") and its text with make-up."""
    joined: list[list[object]] = []
    for stretch in stretches:
        look: list[object] = [stretch.bold, stretch.italic, stretch.link or ""]
        text = seen(stretch.text)
        if joined and joined[-1][1:] == look:
            joined[-1][0] = f"{joined[-1][0]}{text}"
        elif text:
            joined.append([text, *look])
    return _digest([kind, joined])


def fingerprint_of_table(rows: Iterable[Iterable[Iterable[Stretch]]]) -> str:
    """Return the fingerprint of a table of texts, cell by cell."""
    return _digest(["t", [[fingerprint("c", cell) for cell in row] for row in rows]])


def fingerprint_of_value(text: str) -> str:
    """Return the fingerprint of a field's one value."""
    return _digest(["v", seen(text).strip()])


def _digest(content: object) -> str:
    return blake2b(_JSON.encode(content).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
