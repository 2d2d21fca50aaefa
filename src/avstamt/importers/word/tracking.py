"""Who changed what, and when, where Word has tracked changes that nobody has accepted or refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from avstamt.importers.word.names import local, w
from avstamt.importers.word.package import Element

_MARKS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")))


@dataclass(frozen=True, slots=True, order=True)
class Hand:
    """One who has changed something: when (ISO, the writer's own clock: Word puts a Z behind it in any zone), and who."""

    created: str
    author: str


@dataclass(frozen=True, slots=True)
class Tracked:
    """The hands in each paragraph, by its number in the body, and in each row that was deleted, by the names in it."""

    paragraphs: Mapping[int, frozenset[Hand]] = field(default_factory=dict)
    rows_gone: Mapping[str, frozenset[Hand]] = field(default_factory=dict)


def tracked(document: Element, numbers: Mapping[Element, int]) -> Tracked:
    """Return who has changed what in a document; `numbers` gives the number of each paragraph."""
    paragraphs: dict[int, frozenset[Hand]] = {}
    rows_gone: dict[str, frozenset[Hand]] = {}
    for mark in document.iter(*_MARKS):
        hands = frozenset([Hand(mark.get(w("date"), "").removesuffix("Z"), mark.get(w("author"), ""))])
        holder = _holder(mark)
        for line in () if holder is None else holder.iter(w("p")):
            number = numbers.get(line, -1)
            paragraphs[number] = paragraphs.get(number, frozenset()) | hands
        if holder is not None and local(holder) == "tr" and local(mark) == "del":
            rows_gone.update(dict.fromkeys(_names(holder), hands))
    return Tracked(paragraphs, rows_gone)


def _holder(mark: Element) -> Element | None:
    """Return what a mark is about: the paragraphs in it or the one around it; the row or cell among whose properties it is."""
    if next(mark.iter(w("p")), None) is not None:
        return mark
    above = {local(one) for one in mark.iterancestors(w("trPr"), w("tcPr"))}
    kind = "tr" if "trPr" in above else "tc" if "tcPr" in above else "p"
    return next(mark.iterancestors(w(kind)), None)


def _names(row: Element) -> Iterator[str]:
    yield from (mark.get(w("name"), "") for mark in row.iter(w("bookmarkStart")))
    yield from (tag.get(w("val"), "") for tag in row.iter(w("tag")))
