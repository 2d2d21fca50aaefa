"""Takes the economy tables out of a section's lines: heads, rows, and the text after each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from avstamt.domain.economy import Unit
from avstamt.importers.drafts import Doubt, DraftColumn, DraftRow, DraftSection, DraftTable, DraftText, Ids, TextLine
from avstamt.importers.economy_heads import BENCHMARK, column, column_titles, groups_of, is_group_line
from avstamt.importers.economy_kinds import KNOWN_LABEL, is_total, kind_of, sign_of, unit_in, with_roles
from avstamt.importers.economy_rows import amount, amounts_at_end, read_cells
from avstamt.importers.layout import begins_low
from avstamt.importers.lines import Line

_LONGEST_LABEL = 75
_LONGEST_HEAD = 8


@dataclass(frozen=True, slots=True)
class Head:
    """A table's head: the corner, the columns, how many lines it takes."""

    corner: str
    columns: tuple[DraftColumn, ...]
    lines: int


@dataclass(slots=True)
class EconomyReader:
    """Reads the tables of sections; `in_economy` tells that tables without a head may be expected."""

    ids: Ids
    doubts: list[Doubt] = field(default_factory=list)

    def split(self, section: DraftSection, *, in_economy: bool) -> None:
        """Move the section's tables, and the text after each, out of its text."""
        lines = section.text.lines
        kept: list[TextLine] = []
        target = kept
        at = 0
        while at < len(lines):
            found = self._table([item.line for item in lines], at, section, in_economy=in_economy)
            if found is None:
                target.append(lines[at])
                at += 1
                continue
            table, at = found
            section.tables.append(table)
            target = table.comment.lines
        section.text.lines = kept
        _share_units(section.tables)

    def _table(self, lines: Sequence[Line], at: int, section: DraftSection, *, in_economy: bool) -> tuple[DraftTable, int] | None:
        if lines[at].tabbed:
            return self._tabbed(lines, at, section)
        head = _spaced_head(lines, at) or (_no_head(lines, at) if in_economy else None)
        if head is None:
            return None
        rows, end = _spaced_rows(lines, at + head.lines, head.columns)
        if not rows:
            return None
        return self._draft(head, rows, lines[at:end], section), end

    def _tabbed(self, lines: Sequence[Line], at: int, section: DraftSection) -> tuple[DraftTable, int] | None:
        end = at
        while end < len(lines) and (lines[end].tabbed or _is_broken_label(lines, end)):
            if end > at and _begins_table(lines, at, end):
                break
            end += 1
        grid = _grid(lines[at:end])
        first = _first_row([cells for cells, _ in grid])
        if not first:
            return None
        head = _tabbed_head([cells for cells, _ in grid[:first]], max(len(cells) for cells, _ in grid))
        width = len(head.columns)
        rows = [
            DraftRow(cells[0], _OTHER, tuple((cells[1:] + [""] * width)[:width]), numbers)
            for cells, numbers in grid[first:]
        ]
        return self._draft(head, rows, lines[at:end], section), end

    def _draft(self, head: Head, rows: list[DraftRow], lines: Sequence[Line], section: DraftSection) -> DraftTable:
        kind = kind_of(head.columns, rows, section.title)
        rows = with_roles(rows, kind)
        words = [head.corner, *(item.title for item in head.columns), *(row.label for row in rows)]
        benchmark = BENCHMARK.search(" ".join([head.corner, *(item.group for item in head.columns)]))
        numbers = (lines[0].number, lines[-1].number)
        table = DraftTable(
            id=self.ids.next("t"), kind=kind, title="", corner=head.corner,
            unit=unit_in(*words) or unit_in(*(item.line.text for item in section.text.lines[-3:] if "kr)" in item.line.text)),
            sign=sign_of(rows, head.columns), benchmark=benchmark[1] if benchmark else "",
            columns=head.columns, rows=rows, lines=numbers, comment=DraftText(numbers[1]),
        )  # fmt: skip
        return table


def _share_units(tables: Sequence[DraftTable]) -> None:
    units = {table.unit for table in tables if table.unit}
    if len(units) == 1:
        for table in tables:
            table.unit = table.unit or next(iter(units))


def share_units(sections: Sequence[DraftSection]) -> None:
    """Give tables that name no unit the one that all others of the report name, where that is only one."""
    _share_units([table for section in sections for table in section.tables])


from avstamt.domain.economy import RowRole  # noqa: E402

_OTHER = RowRole.OTHER


def _is_broken_label(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a line without tab characters is the beginning of the label on the next."""
    if at + 1 >= len(lines) or not lines[at + 1].tabbed or len(lines[at].text) > _LONGEST_LABEL:
        return False
    return begins_low(lines[at + 1].text) and not lines[at].text.endswith(".") and lines[at + 1].gap == 0


def _grid(lines: Sequence[Line]) -> list[tuple[list[str], tuple[int, int]]]:
    """Return the rows' cells with their lines; a label broken over two lines is whole again."""
    grid: list[tuple[list[str], tuple[int, int]]] = []
    broken = ""
    first = 0
    for line in lines:
        if not line.tabbed:
            broken, first = f"{broken} {line.text}".strip(), first or line.number
            continue
        cells = line.cells
        cells[0] = f"{broken} {cells[0]}".strip()
        grid.append((cells, (first or line.number, line.number)))
        broken, first = "", 0
    return grid


def _first_row(grid: Sequence[Sequence[str]]) -> int:
    """Return the index of the first row under the head, 0 where there is no head or no amount."""
    if not any(_has_amounts(cells) for cells in grid):
        return 0
    headed = False
    for index, cells in enumerate(grid):
        if _has_amounts(cells) or (headed and not any(cells[1:])):
            return index
        headed = headed or any(cells[1:])
    return 0


def _has_amounts(cells: Sequence[str]) -> bool:
    return any(amount(cell) is not None and not re.fullmatch(r"20\d\d", cell) for cell in cells[1:])


def _begins_table(lines: Sequence[Line], start: int, at: int) -> bool:
    """Tell whether another table's head begins here, after the rows of the first."""
    if not any(_has_amounts(line.cells) for line in lines[start:at]):
        return False
    cells = lines[at].cells
    heads = sum(bool(column_titles(cell)) for cell in cells[1:])
    return heads > 1 and not _has_amounts(cells)


def _tabbed_head(rows: Sequence[list[str]], width: int) -> Head:
    padded = [row + [""] * (width - len(row)) for row in rows]
    used = max((index for row in padded for index, cell in enumerate(row) if cell), default=0)
    width = max(used + 1, 2) if all(not row[index] for row in padded for index in range(used + 1, width)) else width
    corner = " ".join(row[0] for row in padded if row[0])
    if len(padded) > 1 and _is_group_row(padded[0], padded[1]):
        groups = _filled_right(padded[0][1:width])
        titles = [" ".join(row[index] for row in padded[1:] if row[index]) for index in range(1, width)]
    else:
        groups = [""] * (width - 1)
        titles = [" ".join(row[index] for row in padded if row[index]) for index in range(1, width)]
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


def _spaced_head(lines: Sequence[Line], at: int) -> Head | None:
    """Read a head set with blanks; its lines may be a row of groups and several of titles."""
    corner, groups, begin = "", list[str](), at
    if is_group_line(lines[at].text):
        corner, groups = groups_of(" ".join(lines[at].text.split()))
        begin = at + 1
    text = ""
    for count in range(1, _LONGEST_HEAD):
        if begin + count > len(lines) or lines[begin + count - 1].tabbed or amounts_at_end_of_row(lines[begin + count - 1]):
            break
        text = f"{text} {lines[begin + count - 1].text}".strip()
        titles = column_titles(" ".join(text.split()))
        follows = lines[begin + count] if begin + count < len(lines) else None
        if len(titles) > 1 and follows is not None and _is_row(lines, begin + count):
            flat = " ".join(text.split())
            columns = _spaced_columns(flat, titles, groups)
            return Head(f"{corner} {flat[: titles[0][0]]}".strip(), columns, begin + count - at)
    return None


def amounts_at_end_of_row(line: Line) -> bool:
    """Tell whether amounts that are no years end the line."""
    words = amounts_at_end(line.text)
    return any(not re.fullmatch(r"20\d\d", line.text[start:end]) for start, end in words)


def _spaced_columns(text: str, titles: Sequence[tuple[int, int, object]], groups: Sequence[str]) -> tuple[DraftColumn, ...]:
    count = len(titles)
    each = count // len(groups) if groups and count % len(groups) == 0 else 0
    return tuple(
        column(text[start:end], groups[index // each] if each else "") for index, (start, end, _) in enumerate(titles)
    )


def _is_row(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    if line.tabbed or not amounts_at_end(line.text):
        following = lines[at + 1] if at + 1 < len(lines) else None
        return following is not None and _is_label(line.text) and bool(amounts_at_end(following.text)) and not following.tabbed
    return len(line.text[: amounts_at_end(line.text)[0][0]]) < _LONGEST_LABEL


def _is_label(text: str) -> bool:
    return len(text) < _LONGEST_LABEL and not text.endswith((".", ":", ";")) and text[0].isalpha()


def _spaced_rows(lines: Sequence[Line], at: int, columns: Sequence[DraftColumn]) -> tuple[list[DraftRow], int]:
    rows: list[DraftRow] = []
    broken: list[Line] = []
    end = at
    while at < len(lines) and not lines[at].tabbed:
        text = " ".join([*(line.text for line in broken), _kept_blanks(lines[at])])
        reading = read_cells(_without_word(text, columns), columns)
        if reading is not None and len(reading[0]) < 2 * _LONGEST_LABEL and not (rows and _spaced_head(lines, at)):
            word = text[len(_without_word(text, columns)) :].strip()
            cells = (*reading[1][:-1], f"{reading[1][-1]} {word}".strip()) if word else reading[1]
            first = broken[0].number if broken else lines[at].number
            rows.append(DraftRow(reading[0], _OTHER, cells, (first, lines[at].number)))
            broken, at = [], at + 1
            end = at
            if is_total(reading[0]) and not _continues(lines, at, columns):
                break
        elif _is_label(lines[at].text) and not broken and rows is not None and _row_follows(lines, at):
            if _is_empty_row(lines, at):
                rows.append(DraftRow(lines[at].text, _OTHER, ("",) * len(columns), (lines[at].number,) * 2))
            else:
                broken = [lines[at]]
            at += 1
        else:
            break
    return rows, end


def _kept_blanks(line: Line) -> str:
    return line.raw.strip()


def _without_word(text: str, columns: Sequence[DraftColumn]) -> str:
    """Return a row of a one-column table without the word after its amount ("-1 870 överskott")."""
    if len(columns) != 1:
        return text
    return re.sub(r"(?<=\d)\s+(?:överskott|underskott|tkr|mnkr|kr)\.?$", "", text)


def _continues(lines: Sequence[Line], at: int, columns: Sequence[DraftColumn]) -> bool:
    """Tell whether more rows of the same table follow a total."""
    if at >= len(lines) or lines[at].tabbed or lines[at].spacers or lines[at].gap > 1:
        return False
    return len(columns) > 1 and bool(amounts_at_end(lines[at].text)) and read_cells(lines[at].text, columns) is not None


def _row_follows(lines: Sequence[Line], at: int) -> bool:
    for index in range(at + 1, min(at + 4, len(lines))):
        if amounts_at_end(lines[index].text):
            return True
        if not _is_label(lines[index].text):
            return False
    return False


def _is_empty_row(lines: Sequence[Line], at: int) -> bool:
    return not begins_low(lines[at + 1].text) and KNOWN_LABEL.match(lines[at].text) is not None


def _no_head(lines: Sequence[Line], at: int) -> Head | None:
    """Read the beginning of a table without column heads: a name, or its first row, with known row labels below."""
    single = (column(""),)
    rows = [index for index in range(at, min(at + 6, len(lines))) if _is_plain_row(lines[index])]
    if rows[:2] == [at, at + 1]:
        return Head("", single, 0)
    if rows[:2] == [at + 1, at + 2] and _is_label(lines[at].text) and not KNOWN_LABEL.match(lines[at].text):
        return Head(lines[at].text, single, 1)
    return None


def _is_plain_row(line: Line) -> bool:
    text = _without_word(line.text, (column(""),))
    words = amounts_at_end(text)
    return bool(words) and not line.tabbed and KNOWN_LABEL.match(text) is not None and words[0][0] < 40  # noqa: PLR2004 - a short label


Split = Callable[[DraftSection], None]
UNITS = Unit
