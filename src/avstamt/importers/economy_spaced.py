"""Economy tables without tab characters: a head whose words are known, and lines that end in amounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.domain.economy import RowRole
from avstamt.importers.drafts import DraftColumn, DraftRow
from avstamt.importers.economy_heads import (
    LONGEST_HEAD,
    begins_head,
    column,
    column_titles,
    groups_of,
    is_group_line,
    is_head_word,
)
from avstamt.importers.economy_kinds import KNOWN_LABEL, is_total
from avstamt.importers.economy_rows import amounts_at_end, read_cells
from avstamt.importers.economy_tabbed import LONGEST_LABEL, FoundTable, Head
from avstamt.importers.layout import begins_low
from avstamt.importers.lines import Line
from avstamt.importers.wording import bullet

_LONGEST_GROUPS = 6
_ROWS_OF_HEADLESS = 6
_SHORT_LABEL = 40
_EMPTY_ROWS = 7
_YEAR = re.compile(r"20\d\d")
_WORD_BEHIND = re.compile(r"(?<=\d)\s+(?:överskott|underskott|tkr|mnkr|kr)\.?$")


def table_at(lines: Sequence[Line], at: int, *, in_economy: bool) -> FoundTable | None:
    """Return the table that begins at this line, or None; one without a head is only looked for in the economy."""
    head = _head(lines, at) or (_no_head(lines, at) if in_economy else None)
    if head is None:
        return None
    rows, end = _rows(lines, at + head.lines, head.columns)
    return FoundTable(head, rows, end) if rows else None


def _head(lines: Sequence[Line], at: int) -> Head | None:
    """Read a head; its lines may be a row of groups and several of titles."""
    corner, groups, begin = _groups(lines, at)
    text, first = "", None
    for end in range(begin + 1, min(begin + LONGEST_HEAD, len(lines))):
        line = lines[end - 1]
        if line.tabbed or _has_amounts(line):
            break
        if text and _has_own_corner(line.text):
            break
        text = " ".join(f"{text} {line.text}".split())
        titles = column_titles(text)
        first = titles[0][0] if titles else first
        if not _is_corner(text if first is None else text[:first]):
            break
        goes_on = is_head_word(lines[end].text)
        if len(titles) > 1 and not goes_on and _is_row(lines, end):
            columns = tuple(
                column(text[start:stop], group)
                for (start, stop, _), group in zip(titles, _spread(groups, len(titles)), strict=True)
            )
            return Head(f"{corner} {text[: titles[0][0]]}".strip(), columns, end - at)
    return None


def _groups(lines: Sequence[Line], at: int) -> tuple[str, list[str], int]:
    """Read the row of years above the titles, which may be broken over some lines; give corner, groups and the line after."""
    found: tuple[str, list[str], int] = ("", [], at)
    text = ""
    for end in range(at + 1, min(at + _LONGEST_GROUPS, len(lines))):
        text = " ".join(f"{text} {lines[end - 1].text}".split())
        if is_group_line(text):
            found = (*groups_of(text), end)
        elif lines[end - 1].tabbed or not is_head_word(text):
            break
    return found


def _has_own_corner(text: str) -> bool:
    """Tell whether the line is a head by itself, with words above the row labels: what stands before it is none of it."""
    titles = column_titles(text)
    named = begins_head(text) and text[0].isupper()
    return named or (len(titles) > 1 and text[: titles[0][0]].strip()[:1].isupper())


def _is_corner(text: str) -> bool:
    """Tell whether the text may stand above the row labels: a few words, neither a sentence nor an item."""
    bare = text.strip()
    if not bare:
        return True
    sentence = bare.endswith((".", ":", ";")) or ". " in bare or bullet(bare) is not None
    return len(bare) < LONGEST_LABEL and not sentence and (bare[0].isupper() or bare[0].isdigit() or bare[0] == "(")


def _has_amounts(line: Line) -> bool:
    """Tell whether amounts that are no years end the line."""
    words = [line.text[start:end] for start, end in amounts_at_end(line.text)]
    return any(not _YEAR.fullmatch(word) and any(letter.isdigit() for letter in word) for word in words)


def _spread(groups: Sequence[str], count: int) -> list[str]:
    """Return each column's group, where the columns fall evenly on the groups."""
    if not groups or count % len(groups):
        return [""] * count
    each = count // len(groups)
    return [groups[index // each] for index in range(count)]


def _is_row(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    words = [] if line.tabbed else amounts_at_end(line.text)
    if words:
        return words[0][0] < LONGEST_LABEL
    return not line.tabbed and _is_label(line.text) and _row_follows(lines, at)


def _is_label(text: str) -> bool:
    return len(text) < LONGEST_LABEL and not text.endswith((".", ":", ";")) and text[0].isalpha()


def _rows(lines: Sequence[Line], at: int, columns: Sequence[DraftColumn]) -> tuple[list[DraftRow], int]:
    """Return the rows from here on and the index after the last; a label may be broken over two lines."""
    rows: list[DraftRow] = []
    broken: list[Line] = []
    end = at
    while at < len(lines) and not lines[at].tabbed and not (rows and _head(lines, at)):
        row = _row([*broken, lines[at]], columns)
        if row is not None:
            rows.append(row)
            broken, at = [], at + 1
            end = at
            if is_total(row.label) and not _goes_on(lines, at, columns):
                break
        elif not broken and _is_label(lines[at].text) and _row_follows(lines, at):
            if not begins_low(lines[at + 1].text) and KNOWN_LABEL.match(lines[at].text):
                rows.append(DraftRow(lines[at].text, RowRole.OTHER, ("",) * len(columns), (lines[at].number,) * 2))
            else:
                broken = [lines[at]]
            at += 1
        else:
            break
    return rows, end


def _row(lines: Sequence[Line], columns: Sequence[DraftColumn]) -> DraftRow | None:
    text = " ".join(line.raw.strip() for line in lines)
    bare = _WORD_BEHIND.sub("", text) if len(columns) == 1 else text
    reading = read_cells(bare, columns)
    if reading is None or len(reading[0]) >= 2 * LONGEST_LABEL:
        return None
    label, cells = reading
    if word := text[len(bare) :].strip():
        cells = (*cells[:-1], f"{cells[-1]} {word}".strip())
    return DraftRow(label, RowRole.OTHER, cells, (lines[0].number, lines[-1].number))


def _goes_on(lines: Sequence[Line], at: int, columns: Sequence[DraftColumn]) -> bool:
    """Tell whether more rows of the same table follow a total."""
    if at >= len(lines) or lines[at].tabbed or lines[at].spacers or lines[at].gap > 1 or len(columns) == 1:
        return False
    enough = len(amounts_at_end(lines[at].text)) > 1 or len(columns) < 3  # noqa: PLR2004 - a sentence may end in a figure
    return enough and bool(amounts_at_end(lines[at].text)) and read_cells(lines[at].text, columns) is not None


def _row_follows(lines: Sequence[Line], at: int) -> bool:
    for index in range(at + 1, min(at + _EMPTY_ROWS, len(lines))):
        if not lines[index].tabbed and _has_amounts(lines[index]):
            return True
        if lines[index].tabbed or not _is_label(lines[index].text):
            return False
    return False


def _no_head(lines: Sequence[Line], at: int) -> Head | None:
    """Read the beginning of a table without column heads: a name, or its first row, with known row labels below."""
    rows = [i for i in range(at, min(at + _ROWS_OF_HEADLESS, len(lines))) if _is_plain_row(lines[i])]
    if rows[:2] == [at, at + 1]:
        return Head("", (column(""),), 0)
    named = rows[:2] == [at + 1, at + 2] and _is_label(lines[at].text) and not KNOWN_LABEL.match(lines[at].text)
    return Head(lines[at].text, (column(""),), 1) if named else None


def _is_plain_row(line: Line) -> bool:
    words = [] if line.tabbed else amounts_at_end(_WORD_BEHIND.sub("", line.text))
    return bool(words) and KNOWN_LABEL.match(line.text) is not None and words[0][0] < _SHORT_LABEL
