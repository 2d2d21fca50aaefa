"""Heading levels without gaps, and the anchors that the table of contents points to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from avstamt.export.paper.items import Entry, FieldLabel, Heading, Item

LOWEST = 9
"""The deepest heading level Word has."""
CONTENTS_DEPTH = 3


def without_gaps(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with heading levels that start at 1 and never skip one; equal levels stay equal."""
    above: list[int] = []
    for item in items:
        if not isinstance(item, (Heading, FieldLabel)):
            yield item
            continue
        while above and above[-1] >= item.level:
            above.pop()
        above.append(item.level)
        yield replace(item, level=min(len(above), LOWEST))


def with_anchors(items: Sequence[Item]) -> tuple[Item, ...]:
    """Return the items where every heading of the table of contents has an anchor of its own."""
    anchored: list[Item] = []
    for item in items:
        if isinstance(item, Heading) and _is_listed(item):
            anchored.append(replace(item, anchor=f"rubrik{len(anchored) + 1}"))
        else:
            anchored.append(item)
    return tuple(anchored)


def _is_listed(item: Heading) -> bool:
    return item.level <= CONTENTS_DEPTH and bool(item.label) and not item.typed and not item.opening


def entries(items: Sequence[Item]) -> tuple[Entry, ...]:
    """Return the lines of the table of contents."""
    return tuple(
        Entry(item.level, item.label, item.anchor) for item in items if isinstance(item, Heading) and item.anchor
    )
