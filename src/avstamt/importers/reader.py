"""Walks a report's lines once and puts each where it belongs: a goal's field, a table, a section, or a doubt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from avstamt.domain.goal import GoalLevel
from avstamt.importers.drafts import Doubt, DraftGoal, DraftSection, DraftText, Ids, TextLine
from avstamt.importers.goal_tables import ICON, TableReader
from avstamt.importers.heads import table_head
from avstamt.importers.lines import Line
from avstamt.importers.model import Noise
from avstamt.importers.occurrences import Occurrence
from avstamt.importers.outline import SectionTracker
from avstamt.importers.parents import parent_of
from avstamt.importers.titles import Heading
from avstamt.importers.wording import PLAN_LABELS, assessment, field_label, without_glyph

_LONGEST_HEADING = 110


@dataclass(slots=True)
class ReportReader:
    """Reads the body of one report, from its first section or goal on."""

    lines: Sequence[Line]
    occurrences: dict[int, Occurrence]
    tracker: SectionTracker
    tables: TableReader
    ids: Ids
    plan: bool
    goals: list[DraftGoal] = field(default_factory=list)
    goal: DraftGoal | None = None
    text: DraftText | None = None
    under_heading: bool = False

    def read(self, at: int = 0) -> None:
        """Read all lines from index `at` on."""
        while at < len(self.lines):
            at = self._step(at)

    def _step(self, at: int) -> int:
        occurrence = self.occurrences.get(at)
        if occurrence is not None:
            return self._open_goal(occurrence) if occurrence.is_goal else self._head_text(occurrence)
        opening = self.tracker.opening(self.lines, at)
        if opening is not None and not self._is_plan_field(at):
            heading, depth, count = opening
            return self._open_section(heading, depth, at, count)
        if self.goal is not None:
            return self._in_goal(self.goal, at)
        self._add(self.lines[at])
        return at + 1

    def _is_plan_field(self, at: int) -> bool:
        """Tell whether the line is a field of the open goal that also names a section of the economy ("Resursanvändning")."""
        label = field_label(self.lines[at].text)
        goal = self.goal
        if not self.plan or goal is None or label not in PLAN_LABELS or label in goal.texts:
            return False
        if goal.level is GoalLevel.UNIT or not PLAN_LABELS.isdisjoint(goal.texts):
            return True
        # KF's goals are not planned field by field, nor is a nämnd's when its tables have been told.
        return goal.level is GoalLevel.COMMITTEE and not (goal.indicators or goal.activities)

    def _open_section(self, heading: Heading, depth: int, at: int, count: int) -> int:
        section = self.tracker.open(heading, depth, self.lines[at : at + count])
        self.goal, self.text = None, section.text
        return at + count

    def _open_goal(self, occurrence: Occurrence) -> int:
        first, last = self.lines[occurrence.start], self.lines[occurrence.end - 1]
        self.tables.noise += icon_of(first)
        if not any(section.holds_goals for section in self.tracker.sections):
            self.tracker.open(Heading("", {""}, holds_goals=True), 0, [])
        goal = DraftGoal(
            id=self.ids.next("g"), level=occurrence.level, number=occurrence.number, title=occurrence.title,
            lines=(first.number, last.number),
            title_lines=(self.lines[occurrence.title_start].number, last.number),
        )  # fmt: skip
        goal.parent, doubt = parent_of(goal, self.goals)
        if doubt:
            self.tables.doubts.append(Doubt(doubt, goal.lines, goal.place))
        self.goals.append(goal)
        self.goal, self.text, self.under_heading = goal, None, False
        return occurrence.end

    def _head_text(self, occurrence: Occurrence) -> int:
        """Put a nämndmål's title that heads free text into the text that is being read."""
        text = self._text_of_goal(occurrence)
        line = self.lines[occurrence.start]
        words = " ".join(part.text for part in self.lines[occurrence.start : occurrence.end])
        if occurrence.rest:
            words = words[: len(words) - len(occurrence.rest)].rstrip()
        text.lines.append(TextLine(_with_text(line, " ".join(words.split())), heading=1))
        if occurrence.rest:
            is_prose = occurrence.rest.endswith(".") or len(occurrence.rest) > _LONGEST_HEADING
            text.lines.append(TextLine(_with_text(line, occurrence.rest), heading=0 if is_prose else 2))
        self.under_heading = True
        return occurrence.end

    def _text_of_goal(self, occurrence: Occurrence) -> DraftText:
        if self.text is None and self.goal is not None:
            self.text = self.goal.texts.setdefault("analysis", DraftText(self.lines[occurrence.start].number))
        if self.text is None:
            self.text = self._section().text
        return self.text

    def _section(self) -> DraftSection:
        if not self.tracker.stack:
            self.tracker.open(Heading("", {""}), 0, [])
        return self.tracker.stack[-1][1]

    def _in_goal(self, goal: DraftGoal, at: int) -> int:
        line = self.lines[at]
        judged = assessment(line.text)
        if judged is not None and goal.assessment is None and not goal.texts and not goal.indicators:
            goal.assessment, goal.wording = judged
            goal.assessment_line = line.number
            self.tables.noise += icon_of(line)
            return at + 1
        if table_head(self.lines, at) is not None:
            return self._read_table(goal, at)
        label = field_label(line.text)
        if label is not None and opens_field(goal, label, plan=self.plan):
            goal.texts[label] = self.text = DraftText(line.number)
            self.under_heading = False
            return at + 1
        self._add(line, heading=1 if label is not None else 0)
        return at + 1

    def _read_table(self, goal: DraftGoal, at: int) -> int:
        end = self._table_end(at)
        for line in self.tables.read(self.lines[at:end], goal):
            self._add(line, unplaced=True, why="Raden står i en tabell men hör inte till någon av dess rader.")
        return end

    def _table_end(self, at: int) -> int:
        head = table_head(self.lines, at)
        if head is None:
            return at + 1
        end = at + head.lines
        rows = False
        while end < len(self.lines):
            if end in self.occurrences or self.tracker.opening(self.lines, end) is not None:
                break
            other = table_head(self.lines, end)
            if other is not None and other.kind is not head.kind:
                break
            label = field_label(self.lines[end].text)
            if label is not None and (label != "analysis" or not rows):
                break
            rows = rows or other is None
            end += other.lines if other is not None else 1
        return end

    def _add(self, line: Line, heading: int = 0, why: str = "", *, unplaced: bool = False) -> None:
        """Put a line of running text where text is being read; in a goal without a label that is a doubt."""
        if self.goal is not None and (self.text is None or unplaced):
            unplaced, why = True, why or "Texten står under målet utan rubrik."
            self.text = loose_text(self.goal, line, plan=self.plan)
        if self.text is None:
            self.text = self._section().text
        self.text.lines.append(TextLine(line, heading, unplaced))
        if why:
            self._doubt(why, line)

    def _doubt(self, why: str, line: Line) -> None:
        place = self.goal.place if self.goal else None
        doubts = self.tables.doubts
        if doubts and doubts[-1].message == why and doubts[-1].place == place:
            doubts[-1] = Doubt(why, (doubts[-1].lines[0], line.number), place)
        else:
            doubts.append(Doubt(why, (line.number, line.number), place))


def _with_text(line: Line, text: str) -> Line:
    return Line(line.number, text, text, line.lead, line.tail, line.gap, line.spacers, line.page_break)


def opens_field(goal: DraftGoal, label: str, *, plan: bool) -> bool:
    """Tell whether a label opens a field: not twice in a goal, and a plan's fields not inside an analysis."""
    if label in goal.texts:
        return False
    return plan or label not in PLAN_LABELS or "analysis" not in goal.texts


def loose_text(goal: DraftGoal, line: Line, *, plan: bool) -> DraftText:
    """Return the text that a line without a label goes into: the goal's last, else the one its kind of report has."""
    name = next(reversed(goal.texts), "description" if plan else "analysis")
    return goal.texts.setdefault(name, DraftText(line.number))


def icon_of(line: Line) -> list[Noise]:
    """Return the status icon before a line's text, as noise."""
    _, icon = without_glyph(line.text)
    return [Noise(line.number, icon, ICON)] if icon else []
