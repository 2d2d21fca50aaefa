"""Column widths of a printed table: no word is broken where there is room, and long texts get what is left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from avstamt.export.paper.items import Align, Column

LINE = 106
"""Characters of table text that fit on a line across the page."""
_PADDING = 2.6
"""What the space at a cell's sides takes, in characters."""
_APART = 2.0
_WIDEST_WORD = 19
_WIDEST_LINE = 60
_BREAKS = re.compile(r"[ \n/]|(?<=[-–])")


def fitted(rows: Sequence[Sequence[str]], parts: Sequence[float], aligns: Sequence[Align]) -> tuple[Column, ...]:
    """Return a table's columns, their widths fitted to the texts of heads and cells.

    Every column gets room for its longest word (up to a limit, so that one monster does not starve the rest), then
    those with long lines grow by their `parts`, and what is left goes by `parts`. A text column that follows a column
    of figures stands apart from it.
    """
    apart = [here is Align.LEFT and before is Align.RIGHT for before, here in pairwise((Align.LEFT, *aligns))]
    texts = [[row[index] for row in rows if index < len(row)] for index in range(len(parts))]
    pads = [_PADDING + (_APART if far else 0) for far in apart]
    widths = [min(_longest_word(column), _WIDEST_WORD) + pad for column, pad in zip(texts, pads, strict=True)]
    wanted = [min(_longest_line(column), _WIDEST_LINE) + pad for column, pad in zip(texts, pads, strict=True)]
    widths = _grown(widths, wanted, parts)
    return tuple(
        Column(width / sum(widths), align, far) for width, align, far in zip(widths, aligns, apart, strict=True)
    )


def _grown(widths: Sequence[float], wanted: Sequence[float], parts: Sequence[float]) -> list[float]:
    lacks = [max(want - width, 0.0) for want, width in zip(wanted, widths, strict=True)]
    weighed = [lack * part for lack, part in zip(lacks, parts, strict=True)]
    room = min(max(LINE - sum(widths), 0.0), sum(lacks))
    grown = [width + room * weight / (sum(weighed) or 1.0) for width, weight in zip(widths, weighed, strict=True)]
    left = max(LINE - sum(grown), 0.0)
    return [width + left * part / (sum(parts) or 1.0) for width, part in zip(grown, parts, strict=True)]


def _longest_word(texts: Sequence[str]) -> int:
    return max((len(word) for text in texts for word in _BREAKS.split(text)), default=0)


def _longest_line(texts: Sequence[str]) -> int:
    return max((len(line) for text in texts for line in text.split("\n")), default=0)
