"""Which paragraphs stay with what follows, so that neither a heading with a single line nor a list's opening ends a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from avstamt.export.paper.items import FieldLabel, Heading, Item, ListItem, Paragraph, StatusLine, Table

_ONE_LINE = 75
_FEW_LINES = 300


def with_kept(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with the paragraphs marked that open a text with one line, or a list or table with a colon."""
    before: Item | None = None
    for item, after in pairwise((*items, None)):
        if isinstance(item, Paragraph) and _stays(before, item, after):
            yield replace(item, kept=True)
        elif item is not None:
            yield item
        before = item


def _stays(before: Item | None, item: Paragraph, after: Item | None) -> bool:
    if not isinstance(after, Paragraph | ListItem | Table):
        return False
    length = sum(len(run.text) for run in item.runs)
    if isinstance(before, Heading | FieldLabel | StatusLine) and length <= _ONE_LINE:
        return True
    return isinstance(after, ListItem | Table) and length <= _FEW_LINES and _opens(item)


def _opens(item: Paragraph) -> bool:
    return bool(item.runs) and item.runs[-1].text.rstrip().endswith(":")
