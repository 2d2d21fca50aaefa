"""Tables with tab characters: every cell in its place, but rows split over lines and pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from avstamt.importers.layout import begins_low
from avstamt.importers.lines import Line
from avstamt.importers.spaced_table import Entry
from avstamt.importers.wording import ends_sentence, without_glyph

_LEAST_WORDS = 3
"""The words of an analysis at least, where it stands in a cell beside its label: a date or a figure is none."""


@dataclass(slots=True)
class TabbedRow:
    """A row's cells (name first), the lines each came from, and its analysis."""

    cells: list[str]
    cell_lines: list[tuple[int, int]]
    lines: tuple[int, int]
    label: Line | None = None
    analysis: list[Line] = field(default_factory=list)


def read_tabbed(entries: Sequence[Entry], count: int) -> tuple[list[TabbedRow], list[Line]]:
    """Return the rows of a table with `count` columns (the name's included), and the lines that belong to none."""
    rows: list[TabbedRow] = []
    rest: list[Line] = []
    for entry in _whole_lines(entries, count):
        line = entry.line
        cells = list(line.cells) if line.tabbed else [line.text]
        only_first = not any(cells[1:])
        text, _ = without_glyph(cells[0])
        label, after = _analysis_of(text, cells[1:]) if rows else ("", "")
        if label:
            _begin_analysis(rows[-1], line, after)
        elif only_first and rows and _carries_on(rows[-1], text, entry):
            _carry_on(rows[-1], text, line)
        elif not line.tabbed:
            rest.append(line)
        elif not text and rows:
            _add_cells(rows[-1], cells, line)
        else:
            rows.append(_row([text, *cells[1:]], count, line))
    return rows, rest


def _whole_lines(entries: Sequence[Entry], count: int) -> list[Entry]:
    """Join a row's lines where a cell was broken over two of them."""
    found: list[Entry] = []
    for entry in entries:
        before = found[-1].line if found else None
        if before is not None and _is_broken(before, entry.line, count):
            raw = before.raw.rstrip(" ") + " " + entry.line.raw.lstrip(" ")
            text = raw.strip()
            found[-1] = Entry(Line(before.number, raw, text, before.lead, entry.line.tail), found[-1].after_head)
        else:
            found.append(entry)
    return found


def _is_broken(before: Line, line: Line, count: int) -> bool:
    first, second = before.raw.count("\t"), line.raw.count("\t")
    if not line.tabbed or first + second != count - 1:
        return False
    name = not before.tabbed and begins_low(line.text)
    return name or (first > 0 and second < count - 1)


def _analysis_of(first: str, others: Sequence[str]) -> tuple[str, str]:
    """Return the label and text of a row that is an analysis: in one cell over the row, or the label in a cell of its own."""
    told = [cell.strip() for cell in others if cell.strip()]
    if not told:
        return _analysis_text(first)
    label, after = _analysis_text(first)
    return (label, told[0]) if not after and len(told) == 1 and len(told[0].split()) >= _LEAST_WORDS else ("", "")


def _analysis_text(text: str) -> tuple[str, str]:
    """Split "Analys text" into label and text; both empty where the text is no analysis."""
    word, _, after = text.partition(" ")
    return ("Analys", after.strip()) if word.rstrip(":").casefold() == "analys" else ("", "")


def _begin_analysis(row: TabbedRow, line: Line, after: str) -> None:
    if row.label is None:
        row.label = line
        if after:
            row.analysis.append(_bare(line, after))
    else:
        row.analysis.append(_bare(line, line.text.replace("\t", " ").strip()))


def _bare(line: Line, text: str) -> Line:
    return Line(line.number, text, text, 0, line.tail, line.gap, line.spacers, line.page_break)


def _carries_on(row: TabbedRow, text: str, entry: Entry) -> bool:
    """Tell whether a line with nothing but a first cell belongs to the row before it."""
    if not text:
        return False
    if row.label is not None:
        return entry.line.tabbed or not row.analysis or begins_low(text) or not ends_sentence(row.analysis[-1].text)
    return begins_low(text) or text.startswith("(") or (entry.after_head and not row.cells[0].endswith("."))


def _carry_on(row: TabbedRow, text: str, line: Line) -> None:
    if row.label is not None:
        row.analysis.append(_bare(line, text))
    else:
        row.cells[0] = f"{row.cells[0]} {text}"
        row.cell_lines[0] = (row.cell_lines[0][0], line.number)
        row.lines = (row.lines[0], line.number)


def _add_cells(row: TabbedRow, cells: Sequence[str], line: Line) -> None:
    """Add the rest of cells that a page break split."""
    last = len(row.cells) - 1
    for index, cell in ((min(index, last), cell) for index, cell in enumerate(cells)):
        if cell:
            row.cells[index] = f"{row.cells[index]} {cell}".strip()
            row.cell_lines[index] = (row.cell_lines[index][0], line.number)
    row.lines = (row.lines[0], line.number)


def _row(cells: list[str], count: int, line: Line) -> TabbedRow:
    while len(cells) > count and not cells[-1]:
        cells.pop()
    if len(cells) > count:
        cells = [*cells[: count - 1], " ".join(cell for cell in cells[count - 1 :] if cell)]
    cells += [""] * (count - len(cells))
    numbers = (line.number, line.number)
    return TabbedRow(cells, [numbers] * count, numbers)
