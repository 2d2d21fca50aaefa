"""Figures of a column stand with their decimals under each other, also where some have none or another unit.

Each cell stands to the right and gets as much room after it as its tail ("," and decimals, unit) is shorter than the
longest of the column. A decimal tab would do it in Word alone: it goes by the computer's own decimal sign, and takes
the hard space between thousands for one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from avstamt.export.paper.items import Align, Cell, Row

_WHOLE = re.compile(r"[^\d]{0,4}\d+(?:[ \u00a0]\d{3}(?!\d))*(?=(?P<tail>(?:,\d+)?[ \u00a0]?[^\W\d]*%?)$)")
_LONGEST_TAIL = 3.2
"""A longer tail ("kg CO2 per kg livsmedel") stands for itself: it would push the others out of sight of their head."""

_BOLD = 1.06
_ADVANCES = {
    **dict.fromkeys("0123456789", 0.497),
    **dict.fromkeys(" \u00a0", 0.2),
    ",": 0.249,
    "%": 0.824,
    **dict.fromkeys("fijlt", 0.28),
    "r": 0.347,
    "s": 0.419,
    **dict.fromkeys("mwMW", 0.79),
    **dict.fromkeys("GCOT", 0.6),
}
"""The advance of a letter in ems: the shipped sans serif's, whose figures are all as wide."""

_COMMON = 0.52
_LEAST = 0.1
"""Less than this nobody sees: the difference between a bold sum and its parts."""


def decimals_aligned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return a table's rows with the room after each figure that puts the decimals of a column under each other."""
    tails = [[_tail(cell, bold=row.total) for cell in row.cells] for row in rows]
    longest = [max((tail for tail in column if tail is not None), default=0.0) for column in zip(*tails, strict=True)]
    return tuple(_row(row, own, longest) for row, own in zip(rows, tails, strict=True))


def _row(row: Row, tails: Sequence[float | None], longest: Sequence[float]) -> Row:
    rooms = [0.0 if tail is None else most - tail for tail, most in zip(tails, longest, strict=True)]
    if not any(room > _LEAST for room in rooms):
        return row
    cells = (replace(cell, room=room) if room > _LEAST else cell for cell, room in zip(row.cells, rooms, strict=True))
    return replace(row, cells=tuple(cells))


def _tail(cell: Cell, *, bold: bool) -> float | None:
    """Return the breadth of what stands after a figure's whole part, None where the cell is no such figure."""
    if cell.align is not Align.RIGHT:
        return None
    found = _WHOLE.match(cell.text)
    if found is None:
        return None
    breadth = sum(_ADVANCES.get(letter, _COMMON) for letter in found["tail"]) * (_BOLD if bold else 1.0)
    return breadth if breadth <= _LONGEST_TAIL else None
