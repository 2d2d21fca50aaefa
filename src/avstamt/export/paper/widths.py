"""Column widths of a printed table: no word is broken where there is room, and long texts get what is left.

Breadths are counted in ems of table text, by classes of letters, which is near enough for any sans serif.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from math import ceil

from avstamt.export.paper.items import Align, Column
from avstamt.export.paper.seams import SOFT_HYPHEN

LINE = 51.5
"""The breadth of a table across the page: 16,5 cm at 9 points."""
_PADDING = 1.15
_APART = 0.9
_WIDEST_WORD = 10.5
_WIDEST_LINE = 32.0
_BOLD = 1.06
_BREAKS = re.compile(rf"[ \n/]|(?<=[-–{SOFT_HYPHEN}])")
_CLASSES = {
    SOFT_HYPHEN: 0.3,
    **dict.fromkeys("fijlItI.,:;-/()'|! \u00a0", 0.29),
    **dict.fromkeys("rsJzcvxyEFLTZ", 0.46),
    **dict.fromkeys("HNOQUÖDGMÅÄ", 0.65),
    **dict.fromkeys("mwMW%", 0.85),
}
_COMMON = 0.53
_KEPT = 4096


def fitted(
    heads: Sequence[str],
    rows: Sequence[Sequence[str]],
    parts: Sequence[float],
    aligns: Sequence[Align],
    rooms: Sequence[Sequence[float]] = (),
) -> tuple[Column, ...]:
    """Return a table's columns, their widths fitted to the texts of heads and cells.

    Every column gets room for its longest word (up to a limit, so that one monster does not starve the rest), then
    those with long lines grow by their `parts`, or those that lack least before the others where the table becomes
    shorter by it; what is left goes by `parts`. A text column that follows a column
    of figures stands apart from it. `rooms` is what is left free after the texts of the rows, in ems.
    """
    apart = [here is Align.LEFT and before is Align.RIGHT for before, here in pairwise((Align.LEFT, *aligns))]
    more = _more(rows, rooms) if rooms else [0.0] * len(heads)
    pads = [_PADDING + (_APART if far else 0) + extra for far, extra in zip(apart, more, strict=True)]
    needs = _needs(heads, rows)
    lines = [max((_breadth(row[at]) for row in rows), default=0.0) for at in range(len(heads))]
    widths = _within_line([need + pad for need, pad in zip(needs, pads, strict=True)], pads, rows)
    wanted = [min(line, _WIDEST_LINE) + pad for line, pad in zip(lines, pads, strict=True)]
    lacks = [max(want - width, 0.0) for want, width in zip(wanted, widths, strict=True)]
    ways = [_filled(_grown(widths, lacks, parts), parts), _filled(_eased(widths, lacks), parts)]
    grown = min(ways, key=lambda way: _height(way, pads, rows))
    return tuple(Column(width / sum(grown), align, far) for width, align, far in zip(grown, aligns, apart, strict=True))


def _more(rows: Sequence[Sequence[str]], rooms: Sequence[Sequence[float]]) -> list[float]:
    """Return how much broader each column's broadest cell is with the room after it."""
    plain = [[_longest_word(text) for text in row] for row in rows]
    whole = [[text + room for text, room in zip(*pair, strict=True)] for pair in zip(plain, rooms, strict=True)]
    return [
        max(wide) - max(text) for wide, text in zip(zip(*whole, strict=True), zip(*plain, strict=True), strict=True)
    ]


def is_crowded(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> bool:
    """Tell whether the longest words of the columns have no room beside each other."""
    return sum(_needs(heads, rows)) + _PADDING * len(heads) > LINE


def _needs(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return the breadth of each column's longest word, up to a limit; heads are bold."""
    bodies = _body_needs(len(heads), rows)
    return [max(min(_BOLD * _longest_word(head), _WIDEST_WORD), body) for head, body in zip(heads, bodies, strict=True)]


def _body_needs(columns: int, rows: Sequence[Sequence[str]]) -> list[float]:
    words = ([_longest_word(row[at]) for row in rows] for at in range(columns))
    return [min(max(breadths, default=0.0), _WIDEST_WORD) for breadths in words]


def _within_line(widths: list[float], pads: Sequence[float], rows: Sequence[Sequence[str]]) -> list[float]:
    """Return widths that together fit the line where they can: a head may be broken sooner than a figure."""
    bodies = [need + pad for need, pad in zip(_body_needs(len(pads), rows), pads, strict=True)]
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


def _eased(widths: Sequence[float], lacks: Sequence[float]) -> list[float]:
    """Give the room left on the line to the columns that lack least, as far as it goes."""
    eased, room = list(widths), max(LINE - sum(widths), 0.0)
    for at in sorted(range(len(lacks)), key=lacks.__getitem__):
        more = min(lacks[at], room)
        eased[at] += more
        room -= more
    return eased


def _filled(widths: Sequence[float], parts: Sequence[float]) -> list[float]:
    left = max(LINE - sum(widths), 0.0)
    return [width + left * part / (sum(parts) or 1.0) for width, part in zip(widths, parts, strict=True)]


def _height(widths: Sequence[float], pads: Sequence[float], rows: Sequence[Sequence[str]]) -> int:
    """Return about how many lines the rows take."""
    rooms = [max(width - pad, 1.0) for width, pad in zip(widths, pads, strict=True)]
    return sum(
        max((ceil(_breadth(text) / room) for text, room in zip(row, rooms, strict=True)), default=1) for row in rows
    )


@lru_cache(maxsize=_KEPT)
def _longest_word(text: str) -> float:
    return max(_breadth(word) for word in _BREAKS.split(text))


@lru_cache(maxsize=_KEPT)
def _breadth(text: str) -> float:
    return sum(_CLASSES.get(letter, _COMMON) for letter in text)
