"""What stays together on paper: no heading with a single line and no list's opening ends a page, and no end begins one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from avstamt.export.paper.items import FieldLabel, Heading, Item, ListItem, Paragraph, Row, StatusLine, Table, TextItem
from avstamt.export.paper.widths import printed_lines

_ONE_LINE = 75
_TWO_LINES = 150
_FEW_LINES = 300
_FEW_ROWS = 6
_SMALL = 13.0
"""So many lines of a table are left together, about a fifth of a page."""
_ROW_AIR = 0.7
_LOW = 4.0
_SHORT_LIST = 3
"""So many lines of a list are left together."""


def with_kept(items: Sequence[Item]) -> Iterator[Item]:
    """Yield the items with the paragraphs marked that stay with what follows, and the headings beside empty ones.

    A paragraph stays that opens a text with one line, or a list or table with a colon; the last but one of a text
    where the last is short; and the last before headings without text that end the report. A list of few lines stays whole.
    """
    last = _before_empty_end(items)
    whole = _in_short_lists(items)
    before: Item | None = None
    for at, (item, after, beyond) in enumerate(zip(items, (*items[1:], None), (*items[2:], None, None), strict=False)):
        if isinstance(item, Paragraph) and (
            item is last or _stays(before, item, after) or _is_last_but_one(item, after, beyond)
        ):
            yield replace(item, kept=True)
        elif at in whole:
            yield replace(whole[at], kept=True)
        elif isinstance(item, Heading):
            yield replace(item, close=_is_close(before, item), loose=_is_loose(item, after))
        else:
            yield item
        before = item


def is_small(table: Table) -> bool:
    """Tell whether the whole table stands on one page: few rows that take little room."""
    shares = [column.width for column in table.columns]
    return len(table.rows) <= _FEW_ROWS and sum(_height(row, shares) for row in table.rows) <= _SMALL


def _height(row: Row, shares: Sequence[float]) -> float:
    """Return about how many lines a row takes, its air and its Analys counted."""
    columns = len(shares)
    cells = max(
        (printed_lines(cell.text, share, columns) for cell, share in zip(row.cells, shares, strict=True)), default=1
    )
    if row.note is None:
        return cells + _ROW_AIR
    return cells + 2 * _ROW_AIR + 1 + sum(map(_lines_of_note, row.note.items))


def _lines_of_note(item: TextItem) -> float:
    return _SMALL if isinstance(item, Table) else printed_lines("".join(run.text for run in item.runs), 1.0)


def is_low(table: Table, row: Row) -> bool:
    """Tell whether a row takes so little room that it should not stand alone."""
    return _height(row, [column.width for column in table.columns]) <= _LOW


def _in_short_lists(items: Sequence[Item]) -> dict[int, ListItem]:
    """Return the items that stay with the next of their list, all but the last of each short list, by their number."""
    kept: dict[int, ListItem] = {}
    for is_list, run in groupby(enumerate(items), key=lambda numbered: isinstance(numbered[1], ListItem)):
        if is_list:
            members = [(at, item) for at, item in run if isinstance(item, ListItem)]
            if sum(ceil(_letters(item) / _ONE_LINE) for _at, item in members) <= _SHORT_LIST:
                kept.update(members[:-1])
    return kept


def _before_empty_end(items: Sequence[Item]) -> Item | None:
    """Return what stands before the headings without text that end the report, None where it ends with text."""
    if not items or not isinstance(items[-1], Heading):
        return None
    return next((item for item in reversed(items) if not isinstance(item, Heading)), None)


def _is_close(before: Item | None, heading: Heading) -> bool:
    return (
        isinstance(before, Heading)
        and before.level == heading.level
        and not (heading.prefix or heading.typed or before.typed or heading.opening or before.opening)
    )


def _is_loose(heading: Heading, after: Item | None) -> bool:
    return isinstance(after, Heading) and after.level < heading.level and not (heading.typed or heading.opening)


def _is_last_but_one(item: Paragraph, after: Item | None, beyond: Item | None) -> bool:
    """Tell whether a paragraph is followed by a short one that ends its text and could stand alone on the next page."""
    if not isinstance(after, Paragraph) or isinstance(beyond, Paragraph | ListItem | Table):
        return False
    return _letters(item) <= _FEW_LINES and _letters(after) <= _TWO_LINES


def _letters(item: Paragraph | ListItem) -> int:
    return sum(len(run.text) for run in item.runs)


def _stays(before: Item | None, item: Paragraph, after: Item | None) -> bool:
    if not isinstance(after, Paragraph | ListItem | Table):
        return False
    length = _letters(item)
    if isinstance(before, Heading | FieldLabel | StatusLine) and length <= _ONE_LINE:
        return True
    return isinstance(after, ListItem | Table) and length <= _FEW_LINES and _opens(item)


def _opens(item: Paragraph) -> bool:
    return bool(item.runs) and item.runs[-1].text.rstrip().endswith(":")
