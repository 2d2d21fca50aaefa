"""Tables without tab characters: their lines gathered into rows, analyses and what is neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from avstamt.importers.indicator_rows import LONGEST_ROW
from avstamt.importers.layout import Layout, begins_low, width
from avstamt.importers.lines import Line
from avstamt.importers.wording import ends_sentence, field_label, without_glyph

_ROOM = 1.1
_ENDS_IN_VALUE = re.compile(r"\d\s*(?:%|st|kr|tkr|mnkr|[kMG]Wh)$")
_OPEN_END = re.compile(r"\b(?:enligt|genom|inom|efter|av|för|med|och|till|på|som|vid|mot|från|eller|samt|att)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a table; `after_head` tells that repeated column heads stood just before it."""

    line: Line
    after_head: bool = False


@dataclass(slots=True)
class Gathered:
    """A row's lines, those that carry on its name or its last words after a page break, and its analysis."""

    lines: list[Line]
    name_tail: list[Line] = field(default_factory=list)
    label: Line | None = None
    analysis: list[Line] = field(default_factory=list)
    cell_tail: list[Line] = field(default_factory=list)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class RowForm:
    """How rows of this table are told: what ends one, what shows that values have begun, and how wide a name may be.

    `name_of` is what a line holds of a name, its values aside; `begins_name` tells a line that only a name begins with.
    """

    is_complete: Callable[[Sequence[Line], Line | None], bool]
    begins_values: Callable[[Sequence[Line]], bool]
    is_value: Callable[[Line], bool]
    name_of: Callable[[Line], str]
    begins_name: Callable[[Line], bool]
    widest: float


@dataclass(frozen=True, slots=True)
class SpacedTable:
    """Reads one table's entries in order."""

    entries: Sequence[Entry]
    form: RowForm
    layout: Layout

    def read(self) -> tuple[list[Gathered], list[Line]]:
        """Return the rows and the lines that belong to none."""
        rows: list[Gathered] = []
        rest: list[Line] = []
        at = 0
        while at < len(self.entries):
            line = self.entries[at].line
            if rows and is_analysis_label(line):
                at = self._analysis(rows[-1], at)
                continue
            if rows and self.entries[at].after_head and self._carries_on_cell(rows[-1], at):
                rows[-1].cell_tail.append(line)
                at += 1
                continue
            if self._carries_on_name(rows, at):
                at = self._carry_on(rows[-1], at)
                continue
            row, following = self._gather(at)
            if row.whole or self._stands_as_row(at, rest, rows):
                rows.append(row)
                at = following
            else:
                rest.append(line)
                at += 1
        return rows, rest

    def _carries_on_name(self, rows: Sequence[Gathered], at: int) -> bool:
        """Tell whether a line is the end of the name before it, broken by a page."""
        entry = self.entries[at]
        low = begins_low_name(entry.line)
        if not rows or self.form.begins_name(entry.line):
            return False
        if entry.after_head:
            return low or is_open(rows[-1], self.form)
        return low and not self._is_own_row(at)

    def _carries_on_cell(self, row: Gathered, at: int) -> bool:
        """Tell whether a line right under repeated heads is the end of a cell that the page break split."""
        line = self.entries[at].line
        following = self.entries[at + 1].line if at + 1 < len(self.entries) else None
        if not begins_low(line.text) or not _BROKEN_CELL.search(" ".join(own.text for own in row.lines)):
            return False
        return self.form.is_value(line) and not self.form.is_complete([line], following)

    def _gather(self, at: int) -> tuple[Gathered, int]:
        """Return the row that begins here and the index after it; not `whole` where its end is not found."""
        row = Gathered([], whole=False)
        index = at
        values = False
        while index < len(self.entries) and index - at < LONGEST_ROW:
            entry = self.entries[index]
            if index > at and is_analysis_label(entry.line):
                break
            if row.lines and (entry.after_head or breaks_into_values(row.lines[-1], entry.line, self.form)):
                values = self.form.begins_values(row.lines)
            if values and not self.form.is_value(entry.line):
                row.name_tail.append(entry.line)
                index += 1
                continue
            row.lines.append(entry.line)
            index += 1
            following = self._following(index)
            if self.form.is_complete(row.lines, following):
                row.whole = True
                break
        return row, index

    def _following(self, index: int) -> Line | None:
        """Return the line after a row so far; none where a page ends behind a row that shows its year."""
        if index >= len(self.entries):
            return None
        entry = self.entries[index]
        closed = entry.after_head and re.search(r"(?:19|20)\d\d$", self.entries[index - 1].line.text) is not None
        return None if closed and not self.form.is_value(entry.line) else entry.line

    def _is_own_row(self, at: int) -> bool:
        """Tell whether a row that begins with a small letter is a row, not the end of the name before it."""
        row, following = self._gather(at)
        later = [entry.line for entry in self.entries[at + 1 : following]]
        return row.whole and not any(self._is_marked(line) or self.form.begins_name(line) for line in later)

    def _carry_on(self, row: Gathered, at: int) -> int:
        """Add the end of a name, broken by a page, to the row before."""
        index = at
        while index < len(self.entries):
            line = self.entries[index].line
            if index > at and (self._is_marked(line) or is_analysis_label(line) or begins_next(line, self.form)):
                break
            row.name_tail.append(line)
            index += 1
        return index

    def _analysis(self, row: Gathered, at: int) -> int:
        """Take the lines of an analysis, up to the next row."""
        line = self.entries[at].line
        text = line.text.partition(" ")[2].strip()
        if row.label is not None:
            row.analysis.append(line)
        elif text:
            row.analysis.append(replace(line, raw=text, text=text))
        row.label = row.label or line
        index = at + 1
        while index < len(self.entries) and not self._starts_row(index, row):
            row.analysis.append(self.entries[index].line)
            index += 1
        nameless = index < len(self.entries) and not self.form.name_of(self.entries[index].line).strip()
        return index - (take_name(row) if nameless else 0)

    def _starts_row(self, at: int, row: Gathered) -> bool:
        entry = self.entries[at]
        line, before = entry.line, self.entries[at - 1].line
        if is_analysis_label(line):
            return False
        marked = line.spacers > 0 or line.lead > 1
        marked = marked or (bool(row.analysis) and (self._is_marked(line) or bool(line.lead and before.tail)))
        ended = bool(row.analysis) and (ends_sentence(before.text) or self.layout.fits_in_table(before, line))
        alone = bool(row.analysis) and self.form.is_complete([line], None) and bool(self.form.name_of(line).strip())
        if not (marked or ended or alone) or (not marked and begins_low_name(line)):
            return False
        found, _ = self._gather(at)
        if any(self._is_marked(own) and own.text[0].isupper() for own in found.lines[1:]):
            return False
        if not marked and any(own.text.endswith(".") for own in found.lines[:-1]):
            return False
        limit = max(self.form.widest, *(_ROOM * width(self.form.name_of(part)) for part in row.lines))
        told = self.layout.marked and before.tail == 0 and bool(row.analysis)
        return found.whole and (alone or told or is_narrow(found.lines, limit, self.form))

    def _is_marked(self, line: Line) -> bool:
        """Tell whether the blanks before a line mark the beginning of a row: an icon stood there that was lost."""
        return line.spacers > 0 or line.lead > 1 or line.gap > max(self.layout.step, 1) + 1

    def _stands_as_row(self, at: int, rest: Sequence[Line], rows: Sequence[Gathered]) -> bool:
        """Tell whether an unfinished row is one all the same: it is marked as rows are, or values have begun."""
        if rest:
            return False
        row, _ = self._gather(at)
        if not is_narrow(row.lines, self.form.widest, self.form):
            return False
        line = self.entries[at].line
        return self.form.begins_values(row.lines) or line.lead > 1 or (self._is_marked(line) and not rows)


_BROKEN_CELL = re.compile(r"\b(?:tas|fastst\S*)(?:\s+fram)?(?:\s+av)?\b", re.IGNORECASE)
"""So begin the cells that are long enough to be broken."""


def is_narrow(lines: Sequence[Line], limit: float, form: RowForm) -> bool:
    """Tell whether the lines keep to the name's column, as running text does not."""
    return all(width(form.name_of(line)) <= limit for line in lines)


def is_analysis_label(line: Line) -> bool:
    """Tell whether the line is the label "Analys", alone or with its text behind it."""
    if field_label(line.text) == "analysis":
        return True
    return re.match(r"Analys:? [A-ZÅÄÖ]", line.text) is not None and not re.search(r"\d{4}-\d\d-\d\d$", line.text)


def begins_low_name(line: Line) -> bool:
    """Tell whether a line begins as the second half of a name does."""
    text, _ = without_glyph(line.text)
    return begins_low(text) or text.startswith("(")


def is_open(row: Gathered, form: RowForm) -> bool:
    """Tell whether a row's name ends as no name does, or in an open bracket, so that the rest of it must follow."""
    if row.label is not None:
        return False
    text = " ".join(line.text for line in (*row.lines, *row.name_tail))
    named = [line for line in row.lines if not form.is_value(line)]
    ends = [form.name_of(line) for line in named[-1:]] + [
        line.text for line in named[-1:] if len(named) < len(row.lines)
    ]
    ends_open = bool(ends) and not row.name_tail and all(_OPEN_END.search(end.strip()) for end in ends)
    return ends_open or text.count("(") > text.count(")")


def begins_next(line: Line, form: RowForm) -> bool:
    """Tell whether a line under the end of a name begins the next: with a capital, apart or with values of its own."""
    if not line.text[0].isupper():
        return False
    return line.gap > 0 or form.begins_name(line) or form.is_complete([line], None)


def breaks_into_values(before: Line, line: Line, form: RowForm) -> bool:
    """Tell whether a line that can only carry on a name stands behind one that ends in a value with its unit."""
    return begins_low(line.text) and not form.is_value(line) and _ENDS_IN_VALUE.search(before.text) is not None


def take_name(row: Gathered) -> int:
    """Take back from an analysis the lines behind its last full stop, which name the next row; return how many."""
    count = 0
    while count < len(row.analysis) - 1 and not ends_sentence(row.analysis[-1 - count].text):
        count += 1
    if count:
        del row.analysis[-count:]
    return count
