"""Indicator and activity tables of a goal: from lines to drafts, with every doubt told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from avstamt.importers import activity_rows, indicator_rows
from avstamt.importers.cells import is_value_text, mended
from avstamt.importers.drafts import Doubt, DraftActivity, DraftGoal, DraftIndicator, DraftText, Ids, TextLine
from avstamt.importers.heads import REASON, TableHead, TableKind, table_head
from avstamt.importers.indicator_rows import RowShape
from avstamt.importers.layout import Layout
from avstamt.importers.lines import Line
from avstamt.importers.model import Noise
from avstamt.importers.rowtext import row_text
from avstamt.importers.spaced_table import Entry, Gathered, RowForm, SpacedTable
from avstamt.importers.tabbed_table import TabbedRow, read_tabbed
from avstamt.importers.vocabulary import Vocabulary
from avstamt.importers.wording import without_glyph

ANY = float("inf")
ICON = "ikon utan betydelse"


@dataclass(slots=True)
class TableReader:
    """Reads the tables of goals; collects noise and doubts."""

    layout: Layout
    vocabulary: Vocabulary
    ids: Ids
    noise: list[Noise] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def read(self, lines: Sequence[Line], goal: DraftGoal) -> list[Line]:
        """Read one table into `goal`, heads included; return the lines that belong to no row."""
        head = table_head(lines, 0)
        if head is None:
            return list(lines)
        entries = self._entries(lines, head.kind)
        tabbed = any(entry.line.tabbed for entry in entries)
        if head.kind is TableKind.INDICATORS:
            rest = self._tabbed_indicators(entries, head, goal) if tabbed else self._indicators(entries, head, goal)
        else:
            rest = self._tabbed_activities(entries, head, goal) if tabbed else self._activities(entries, goal)
        return rest

    def _entries(self, lines: Sequence[Line], kind: TableKind) -> list[Entry]:
        """Return the lines under the heads; the heads themselves, and icons before names, become noise."""
        entries: list[Entry] = []
        at, after_head = 0, False
        while at < len(lines):
            head = table_head(lines, at)
            if head is not None and head.kind is kind:
                self.noise += [Noise(line.number, line.text, REASON) for line in lines[at : at + head.lines]]
                at, after_head = at + head.lines, at > 0
                continue
            line, icon = without_icon(lines[at])
            self.noise += [icon] if icon else []
            entries.append(Entry(line, after_head))
            at, after_head = at + 1, False
        return entries

    def _indicators(self, entries: Sequence[Entry], head: TableHead, goal: DraftGoal) -> list[Line]:
        shape = RowShape(head.columns, goal.level)
        form = RowForm(
            is_complete=lambda lines, following: indicator_rows.is_complete(lines, following, shape, self.layout),
            begins_values=lambda lines: indicator_rows.begins_values(lines, shape, self.layout),
            is_value=lambda line: is_value_text(line.text),
            name_of=lambda line: indicator_rows.name_of(line.text, shape),
            begins_name=lambda line: indicator_rows.begins_name(line.text),
            widest=0.6 * self.layout.measure if self.layout.wrapped else ANY,
        )
        rows, rest = SpacedTable(entries, form, self.layout).read()
        goal.indicators += [self._indicator(row, shape, goal) for row in rows]
        return rest

    def _indicator(self, row: Gathered, shape: RowShape, goal: DraftGoal) -> DraftIndicator:
        text = row_text(row.lines, self.layout)
        reading = indicator_rows.read_row(text, shape)
        end = reading.name_end if reading else len(text.text)
        name = self._name([text.text[:end], self.layout.joined(row.name_tail)])
        first, last = text.lines(0, max(end, 1))
        draft = DraftIndicator(
            id=self.ids.next("i"),
            name=name,
            lines=(row.lines[0].number, max(line.number for line in (*row.lines, *row.name_tail))),
            name_lines=(first, row.name_tail[-1].number if row.name_tail else last),
            analysis=_analysis(row.label, row.analysis),
        )
        if reading:
            draft.cells, draft.cell_lines = indicator_rows.cells_of(text, reading, shape)
            _carry_on_cell(draft, row.cell_tail)
        if reading is None or not reading.certain:
            self._doubt(draft, goal, "kolumnerna är gissade, eftersom raden inte visar vilka celler som är tomma")
        return draft

    def _doubt(self, draft: DraftIndicator, goal: DraftGoal, why: str) -> None:
        shown = draft.name or "utan namn"
        place = goal.place / "indicators" / draft.id
        self.doubts.append(Doubt(f"Indikatorn ”{shown}”: {why}. Jämför med originalet.", draft.lines, place))

    def _name(self, parts: Sequence[str]) -> str:
        text = " ".join(without_glyph(part.strip())[0] for part in parts if part.strip())
        return self.vocabulary.mended(" ".join(text.split()))

    def _activities(self, entries: Sequence[Entry], goal: DraftGoal) -> list[Line]:
        form = RowForm(
            is_complete=lambda lines, following: activity_rows.is_complete(lines, following, self.layout),
            begins_values=lambda lines: activity_rows.is_complete(lines, None, self.layout),
            is_value=lambda line: activity_rows.is_complete([line], None, self.layout),
            name_of=lambda line: activity_rows.name_of(line.text),
            begins_name=lambda _line: False,
            widest=0.9 * self.layout.measure if self.layout.wrapped else ANY,
        )
        rows, rest = SpacedTable(entries, form, self.layout).read()
        for row in rows:
            reading = activity_rows.read_row(row.lines, self.layout)
            tail = self.layout.joined(row.name_tail)
            draft = DraftActivity(
                id=self.ids.next("a"),
                text=self._name([reading.text, tail]),
                lines=(row.lines[0].number, max(line.number for line in (*row.lines, *row.name_tail))),
                start=reading.start,
                end=reading.end,
                deviation=reading.deviation,
                date_lines=reading.date_lines,
                analysis=_analysis(row.label, row.analysis),
            )
            goal.activities.append(draft)
            self._check_dates(draft, goal)
        return rest

    def _check_dates(self, draft: DraftActivity, goal: DraftGoal) -> None:
        if not (draft.start and draft.end and draft.text):
            place = goal.place / "activities" / draft.id
            self.doubts.append(Doubt("Aktiviteten saknar text eller datum. Jämför med originalet.", draft.lines, place))

    def _tabbed_indicators(self, entries: Sequence[Entry], head: TableHead, goal: DraftGoal) -> list[Line]:
        rows, rest = read_tabbed(entries, len(head.columns) + 1)
        for row in rows:
            draft = DraftIndicator(
                id=self.ids.next("i"),
                name=self._name([row.cells[0]]),
                lines=row.lines,
                name_lines=row.cell_lines[0],
                analysis=_analysis(row.label, row.analysis),
            )
            for name, cell, lines in zip(head.columns, row.cells[1:], row.cell_lines[1:], strict=True):
                if cell:
                    draft.cells[name], draft.cell_lines[name] = mended(cell), lines
            goal.indicators.append(draft)
            if not draft.cells:
                self._doubt(draft, goal, "raden har inga värden")
        return rest

    def _tabbed_activities(self, entries: Sequence[Entry], head: TableHead, goal: DraftGoal) -> list[Line]:
        rows, rest = read_tabbed(entries, len(head.columns) + 1)
        for row in rows:
            _move_dates(row)
            said = " ".join(row.cells[3:])
            deviates = activity_rows.is_deviation(said)
            draft = DraftActivity(
                id=self.ids.next("a"),
                text=self._name([row.cells[0], "" if deviates else said]),
                lines=row.lines,
                start=activity_rows.as_date(row.cells[1]),
                end=activity_rows.as_date(row.cells[2]),
                deviation=deviates,
                date_lines=(row.cell_lines[1][0], row.cell_lines[2][1]),
                analysis=_analysis(row.label, row.analysis),
            )
            goal.activities.append(draft)
            self._check_dates(draft, goal)
        return rest


def without_icon(line: Line) -> tuple[Line, Noise | None]:
    """Return the line without a status icon, which marks it as the beginning of a row, and the icon as noise."""
    bare, icon = without_glyph(line.text)
    if not icon:
        return line, None
    raw = line.raw[line.raw.index(bare[0], line.raw.index(icon[0]) + len(icon)) :]
    return replace(line, raw=raw, text=bare, spacers=line.spacers + 1), Noise(line.number, icon, ICON)


def _carry_on_cell(draft: DraftIndicator, lines: Sequence[Line]) -> None:
    """Add the end of a cell's words that stood under the heads of the next page."""
    name = next((name for name in ("city_target", "target") if draft.cells.get(name, "")[:1].isalpha()), "city_target")
    for line in lines:
        draft.cells[name] = mended(f"{draft.cells.get(name, '')} {line.text}")
        draft.cell_lines[name] = (draft.cell_lines.get(name, (line.number, 0))[0], line.number)


def _move_dates(row: TabbedRow) -> None:
    """Put dates that lost their tab character into their columns."""
    for index in (0, 1):
        text, following = row.cells[index], row.cells[index + 1]
        words = text.split()
        if not following and len(words) > 1 and activity_rows.read_row([_line(words[-1])], Layout()).start:
            row.cells[index], row.cells[index + 1] = " ".join(words[:-1]), words[-1]


def _line(text: str) -> Line:
    return Line(0, text, text)


def _analysis(label: Line | None, lines: Sequence[Line]) -> DraftText | None:
    if label is None:
        return None
    return DraftText(label.number, [TextLine(line) for line in lines])
