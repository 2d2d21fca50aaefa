"""Column widths of a printed table: no word is broken where there is room, and the rest is shared out."""

from __future__ import annotations

import re
from collections.abc import Sequence

LINE = 104
"""Characters of table text that fit on a line across the page."""
_PADDING = 3
_WIDEST_WORD = 19
_BREAKS = re.compile(r"[ \n/]|(?<=[-–])")


def shares(rows: Sequence[Sequence[str]], parts: Sequence[float]) -> tuple[float, ...]:
    """Return each column's share of the width (together 1): room for its longest word first, the rest by `parts`.

    `rows` are the texts of heads and cells; a word counts up to a limit, so that one monster does not starve the rest.
    """
    if not parts:
        return ()
    needs = [_need([row[index] for row in rows if index < len(row)]) for index in range(len(parts))]
    whole = max(sum(parts), 1e-9)
    left = LINE - sum(needs)
    if left < 0:
        return tuple(need / sum(needs) for need in needs)
    widths = [need + left * max(part, 0.0) / whole for need, part in zip(needs, parts, strict=True)]
    return tuple(width / sum(widths) for width in widths)


def _need(texts: Sequence[str]) -> float:
    longest = max((len(word) for text in texts for word in _BREAKS.split(text)), default=0)
    return min(longest, _WIDEST_WORD) + _PADDING
