"""Column widths of a printed table: no word is broken where there is room, and long texts get what is left.

Breadths are counted in ems of table text, by classes of letters, which is near enough for any sans serif.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from avstamt.export.paper.items import MANY_COLUMNS, Align, Column
from avstamt.export.paper.seams import SOFT_HYPHEN

LINE = 51.5
"""The breadth of a table across the page: 16,5 cm at 9 points."""
_PADDING = 1.15
_APART = 0.9
_PADDING_IN_NARROW = 0.9
_WIDEST_WORD = 10.5
_WIDEST_LINE = 32.0
_BOLD = 1.06
_BLANK = 0.29
_BREAKS = re.compile(rf"[ \n/]|(?<=[–{SOFT_HYPHEN}])|(?<=-)(?!\d)")
_CLASSES = {
    SOFT_HYPHEN: 0.3,
    **dict.fromkeys("fijlItI.,:;-/()'|! \u00a0", _BLANK),
    **dict.fromkeys("rsJzcvxyEFLTZ", 0.46),
    **dict.fromkeys("HNOQUÖDGMÅÄ", 0.65),
    **dict.fromkeys("mwMW%", 0.85),
}
_COMMON = 0.53
_KEPT = 4096
_FEW_LINES = (1, 2, 3)
_SQUEEZED = 2
_SHORT_HEADS = (2, 1)
_HEAD = 0.5
"""What a line of the heads weighs beside a line of a row."""
_HALVINGS = 6


def fitted(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    parts: Sequence[float],
    aligns: Sequence[Align],
    rooms: Sequence[Sequence[float]] = (),
    *,
    air: float | None = None,
) -> tuple[Column, ...]:
    """Return a table's columns, their widths fitted to the texts of heads and cells.

    Every column gets room for its longest word (up to a limit, so that one monster does not starve the rest). What is
    left goes to those with long lines in the way that makes the table shortest, its heads counted: by their `parts`, or
    so that all but the one with the longest take few lines, and it gets the rest. What no line needs is shared by the
    parts; with `air` the column with the largest part gets it, when the others have at most so much each: so they stand
    at the same place in every table of the kind. A text column that follows a column of figures stands apart from it.
    `rooms` is what is left free after the texts of the rows; `rooms` and `air` are in ems.
    """
    told = tuple(map(tuple, rows)), tuple(parts), tuple(aligns), tuple(map(tuple, rooms))
    return _fitted(tuple(heads), *told, air=air)


@lru_cache(maxsize=256)  # the preview sets the same tables again after every edit
def _fitted(
    heads: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    parts: tuple[float, ...],
    aligns: tuple[Align, ...],
    rooms: tuple[tuple[float, ...], ...],
    *,
    air: float | None,
) -> tuple[Column, ...]:
    apart = [here is Align.LEFT and before is Align.RIGHT for before, here in pairwise((Align.LEFT, *aligns))]
    pads = [_padding(len(heads)) + (_APART if far else 0) for far in apart]
    bodies = _body_needs(len(heads), rows, rooms)
    least = _within_line(_sums(_with_heads(heads, bodies), pads), _sums(bodies, pads))
    lines = [max((_breadth(row[at]) for row in rows), default=0.0) for at in range(len(heads))]
    wanted = _sums([min(line, _WIDEST_LINE) for line in lines], pads)
    ways: list[list[float]] = []
    for widths in _with_short_heads(least, heads, pads):
        lacks = [max(want - width, 0.0) for want, width in zip(wanted, widths, strict=True)]
        ways.append(_grown(widths, lacks, parts))
        if max(lacks, default=0) > 0:
            ways.extend(_stepped(widths, lacks, parts, pads, rows))
    grown = min((_filled(way, parts, air) for way in ways), key=lambda way: _height(way, pads, heads, rows))
    return tuple(Column(width / sum(grown), align, far) for width, align, far in zip(grown, aligns, apart, strict=True))


def printed_lines(text: str, share: float, columns: int = 1) -> int:
    """Return about how many lines a text takes in one of so many columns, with this share of the page."""
    return _lines(text, max(share * LINE - _padding(columns), 1.0))


def lines_within(text: str, room: float) -> tuple[str, ...]:
    """Return the text cut into lines of at most about `room` ems; a word that is longer has a line of its own."""
    made: list[str] = []
    for word in text.split(" "):
        longer = f"{made[-1]} {word}" if made else word
        if made and _breadth(longer) > room:
            made.append(word)
        else:
            made[-1:] = [longer]
    return tuple(made)


def is_crowded(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the longest words of the columns have no room beside each other."""
    return sum(_with_heads(heads, _body_needs(len(heads), rows))) + _padding(len(heads)) * len(heads) > LINE


def _padding(columns: int) -> float:
    return _PADDING_IN_NARROW if columns >= MANY_COLUMNS else _PADDING


def _sums(one: Sequence[float], other: Sequence[float]) -> list[float]:
    return [this + that for this, that in zip(one, other, strict=True)]


def _body_needs(columns: int, rows: Sequence[Sequence[str]], rooms: Sequence[Sequence[float]] = ()) -> list[float]:
    """Return the breadth of the longest word in each column's cells with the room after it, up to a limit."""
    needs = [0.0] * columns
    for number, row in enumerate(rows):
        for at, text in enumerate(row):
            room = rooms[number][at] if rooms else 0.0
            needs[at] = max(needs[at], min(_longest_word(text), _WIDEST_WORD) + room)
    return needs


def _with_heads(heads: Sequence[str], bodies: Sequence[float]) -> list[float]:
    """Return the needs of columns where the longest words of their bold heads, up to a limit, have room too."""
    return [max(min(_BOLD * _longest_word(head), _WIDEST_WORD), body) for head, body in zip(heads, bodies, strict=True)]


def _within_line(widths: list[float], bodies: Sequence[float]) -> list[float]:
    """Return widths that together fit the line where they can: a head may be broken sooner than a figure."""
    over = [width - body for width, body in zip(widths, bodies, strict=True)]
    if sum(widths) <= LINE or sum(bodies) >= LINE or sum(over) <= 0:
        return widths
    left = (LINE - sum(bodies)) / sum(over)
    return [body + extra * left for body, extra in zip(bodies, over, strict=True)]


def _grown(widths: Sequence[float], lacks: Sequence[float], parts: Sequence[float]) -> list[float]:
    """Share the room left on the line between the columns that lack some, by their parts."""
    weighed = [lack * part for lack, part in zip(lacks, parts, strict=True)]
    room = min(max(LINE - sum(widths), 0.0), sum(lacks))
    return [width + room * weight / (sum(weighed) or 1.0) for width, weight in zip(widths, weighed, strict=True)]


def _stepped(
    widths: Sequence[float],
    lacks: Sequence[float],
    parts: Sequence[float],
    pads: Sequence[float],
    rows: Sequence[Sequence[str]],
) -> Iterator[list[float]]:
    """Yield ways where all columns but one get just the room to take so many lines: the one that lacks most, or the main one."""
    most = max(range(len(lacks)), key=lacks.__getitem__)
    main = max(range(len(parts)), key=parts.__getitem__)
    for free in (most,) if most == main or lacks[main] <= 0 else (most, main):
        others = [at for at, lack in enumerate(lacks) if lack > 0 and at != free]
        for count in _FEW_LINES if others else ():
            stepped = list(widths)
            for at in others:
                texts = [row[at] for row in rows]
                stepped[at] = max(widths[at], _least_room(texts, widths[at] - pads[at], lacks[at], count) + pads[at])
            if sum(stepped) <= LINE:
                yield _grown(stepped, [lack if at == free else 0.0 for at, lack in enumerate(lacks)], parts)


def _least_room(texts: Sequence[str], room: float, lack: float, count: int) -> float:
    """Return about the least room, of that up to `lack` more, in which none of the texts takes more lines than `count`."""
    low, high = max(room, 1.0), max(room, 1.0) + lack
    if all(_lines(text, low) <= count for text in texts):
        return low
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        fits = all(_lines(text, middle) <= count for text in texts)
        low, high = (low, middle) if fits else (middle, high)
    return high


def _with_short_heads(
    widths: Sequence[float], heads: Sequence[str], pads: Sequence[float]
) -> Iterator[Sequence[float]]:
    """Yield the widths, and those where no head takes more than so many lines, while they fit the line."""
    yield widths
    rooms = [max((width - pad) / _BOLD, 1.0) for width, pad in zip(widths, pads, strict=True)]
    lines = [_lines(head, room) for head, room in zip(heads, rooms, strict=True)]
    for count in _SHORT_HEADS:
        if max(lines, default=0) <= count:
            continue
        wider = [
            width if now <= count else _BOLD * _least_room([head], room, _breadth(head), count) + pad
            for width, pad, head, room, now in zip(widths, pads, heads, rooms, lines, strict=True)
        ]
        if sum(wider) > LINE:
            return
        yield wider


def _filled(widths: Sequence[float], parts: Sequence[float], air: float | None) -> list[float]:
    left = max(LINE - sum(widths), 0.0)
    others = len(widths) - 1
    if air is None or others < 1:
        return [width + left * part / (sum(parts) or 1.0) for width, part in zip(widths, parts, strict=True)]
    each = min(air, left / others)
    main = max(range(len(parts)), key=parts.__getitem__)
    rest = left - each * others
    return [width + (rest if at == main else each) for at, width in enumerate(widths)]


def _height(
    widths: Sequence[float], pads: Sequence[float], heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[float, int, int, float]:
    """Return about how many lines heads and rows take, the tallest row, lines of squeezed cells, and what names lack."""
    rooms = [max(width - pad, 1.0) for width, pad in zip(widths, pads, strict=True)]
    head = max((_lines(text, room / _BOLD) for text, room in zip(heads, rooms, strict=True)), default=1)
    cells = [[_lines(text, room) for text, room in zip(row, rooms, strict=True)] for row in rows]
    lines = list(map(max, cells))
    squeezed = sum(max(count - _SQUEEZED, 0) for row in cells for count in row[1:])
    return _HEAD * head + sum(lines), max(lines, default=0), squeezed, -widths[0]


def _lines(text: str, room: float) -> int:
    """Return about how many lines a text takes in a column with so much room."""
    if _breadth(text) <= room:
        return 1
    lines, used = 1, 0.0
    for word in _words(text):
        if used and used + word > room:
            lines, used = lines + 1, 0.0
        lines += int(word / room)
        used += word % room + _BLANK
    return lines


def _longest_word(text: str) -> float:
    return max(_words(text))


@lru_cache(maxsize=_KEPT)
def _words(text: str) -> tuple[float, ...]:
    """Return the breadths of what a line is not broken in."""
    return tuple(map(_breadth, _BREAKS.split(text)))


@lru_cache(maxsize=_KEPT)
def _breadth(text: str) -> float:
    return sum(_CLASSES.get(letter, _COMMON) for letter in text)
