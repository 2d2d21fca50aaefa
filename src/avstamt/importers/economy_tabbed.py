"""Economy tables with tab characters: every amount in its place, heads of one or several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.domain.economy import RowRole
from avstamt.importers.drafts import DraftColumn, DraftRow, Lines
from avstamt.importers.economy_heads import LONGEST_HEAD, column, column_titles
from avstamt.importers.economy_kinds import KNOWN_LABEL
from avstamt.importers.economy_rows import amount
from avstamt.importers.layout import begins_low
from avstamt.importers.lines import Line

LONGEST_LABEL = 75
_YEAR = re.compile(r"20\d\d")
_EMPTY_ROWS = 6


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: the corner, the columns, how many lines it takes."""

    corner: str
    columns: tuple[DraftColumn, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table found: its head, its rows (roles still to be told), and the index after its last line."""

    head: Head
    rows: list[DraftRow]
    end: int


@dataclass(frozen=True, slots=True)
class _GridRow:
    cells: list[str]
    lines: Lines


def table_at(lines: Sequence[Line], at: int) -> FoundTable | None:
    """Return the table that begins at this tabbed line; None where the lines hold no head or no amounts."""
    if _has_amounts(lines[at].cells) or not any(map(_may_be_row, lines[at + 1 : at + LONGEST_HEAD])):
        return None
    end = at
    while end < len(lines) and (
        lines[end].tabbed or _is_broken_label(lines, end) or (end > at and _is_empty_row(lines, end))
    ):
        if end > at and _begins_table(lines, at, end):
            break
        end += 1
    grid = _grid(lines[at:end])
    first = _first_row(grid)
    if not first:
        return None
    head = _head(grid[:first], max(len(row.cells) for row in grid))
    width = len(head.columns)
    rows = [
        DraftRow(row.cells[0], RowRole.OTHER, tuple((row.cells[1:] + [""] * width)[:width]), row.lines)
        for row in grid[first:]
    ]
    return FoundTable(head, rows, end)


def _is_broken_label(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line without tab characters is the beginning of the label on the next."""
    if at + 1 >= len(lines) or not lines[at + 1].tabbed or len(lines[at].text) > LONGEST_LABEL:
        return False
    return begins_low(lines[at + 1].text) and not lines[at].text.endswith(".") and lines[at + 1].gap == 0


def _is_empty_row(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line is a row whose empty cells left no trace: a known label, with more rows of the table after it."""
    if not KNOWN_LABEL.match(lines[at].text) or len(lines[at].text) > LONGEST_LABEL or lines[at].text.endswith("."):
        return False
    following = next(
        (line for line in lines[at + 1 : at + _EMPTY_ROWS] if not KNOWN_LABEL.match(line.text) or line.tabbed), None
    )
    return following is not None and following.tabbed


def _grid(lines: Sequence[Line]) -> list[_GridRow]:
    """Return the rows' cells with their lines; a label broken over two lines is whole again."""
    grid: list[_GridRow] = []
    broken: list[Line] = []
    for line in lines:
        if not line.tabbed and not KNOWN_LABEL.match(line.text):
            broken.append(line)
            continue
        cells = line.cells
        cells[0] = " ".join([*(part.text for part in broken), cells[0]]).strip()
        grid.append(_GridRow(cells, (broken[0].number if broken else line.number, line.number)))
        broken = []
    return grid


def _first_row(grid: Sequence[_GridRow]) -> int:
    """Return the index of the first row under the head, 0 where there is no head or no amount."""
    if not any(_has_amounts(row.cells) for row in grid):
        return 0
    headed = False
    for index, row in enumerate(grid):
        if _has_amounts(row.cells) or (headed and not any(row.cells[1:])):
            return index
        headed = headed or any(row.cells[1:])
    return 0


def _may_be_row(line: Line) -> bool:
    """Tell whether a line may stand below a table's head: one with amounts, or with a label alone."""
    return not line.tabbed or not any(line.cells[1:]) or _has_amounts(line.cells)


def _has_amounts(cells: Sequence[str]) -> bool:
    return any(amount(cell) is not None and not _YEAR.fullmatch(cell) for cell in cells[1:])


def _begins_table(lines: Sequence[Line], start: int, at: int) -> bool:
    """Tell whether another table's head begins here, after the rows of the first."""
    cells = lines[at].cells
    if _has_amounts(cells) or not any(_has_amounts(line.cells) for line in lines[start:at]):
        return False
    return sum(bool(column_titles(cell)) for cell in cells[1:]) > 1


def _head(rows: Sequence[_GridRow], width: int) -> Head:
    padded = [row.cells + [""] * (width - len(row.cells)) for row in rows]
    corner = " ".join(row[0] for row in padded if row[0])
    under_groups = len(padded) > 1 and _is_group_row(padded[0], padded[1])
    groups = _filled_right(padded[0][1:]) if under_groups else [""] * (width - 1)
    titled = padded[1:] if under_groups else padded
    titles = [" ".join(row[index] for row in titled if row[index]) for index in range(1, width)]
    columns = tuple(column(title, group) for title, group in zip(titles, groups, strict=True))
    return Head(corner, columns, len(rows))


def _is_group_row(first: Sequence[str], second: Sequence[str]) -> bool:
    above = sum(bool(cell) for cell in first[1:])
    below = sum(bool(cell) for cell in second[1:])
    return 0 < above < below


def _filled_right(groups: Sequence[str]) -> list[str]:
    filled: list[str] = []
    for group in groups:
        filled.append(group or (filled[-1] if filled else ""))
    return filled
