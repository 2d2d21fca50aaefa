"""Makes the immutable report of the drafts, with the lines that every part came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from avstamt.domain.activity import Activity
from avstamt.domain.economy import Cell, Column, EconomyTable, Row
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import SourceLines
from avstamt.domain.section import Appendix, Contact, FrontPage, Section, Signatory
from avstamt.domain.text import RichText
from avstamt.importers.drafts import DraftActivity, DraftGoal, DraftIndicator, DraftSection, DraftTable, DraftText, Ids
from avstamt.importers.front import DraftFront
from avstamt.importers.prose import Prose
from avstamt.importers.recognition import Identity

_FRONT_FIELDS = ("department", "unit", "diary_number", "date", "recipient")


@dataclass(slots=True)
class Assembly:
    """Assembles one report; collects provenance as it goes."""

    source: str
    prose: Prose
    ids: Ids
    provenance: list[SourceLines] = field(default_factory=list)

    def report(
        self,
        identity: Identity,
        front: DraftFront,
        sections: Sequence[DraftSection],
        goals: Sequence[DraftGoal],
        number: int,
    ) -> Report:
        """Return the report; `number` tells several reports of one source apart."""
        page = self._front(front)
        whole_sections = tuple(self._section(section) for section in sections if not section.holds_goals)
        whole_goals = tuple(self._goal(goal) for goal in goals)
        held = {section.id: self._section(section) for section in sections if section.holds_goals}
        by_id = {section.id: section for section in whole_sections} | held
        if identity.title_line:
            self._note(Place.of("title"), (identity.title_line, identity.title_line))
        return Report(
            id=f"r{number}", kind=identity.kind, level=identity.level, year=identity.year,
            organisation=identity.organisation, committee=identity.committee, title=identity.title, front=page,
            sections=tuple(by_id[section.id] for section in sections), goals=whole_goals, provenance=tuple(self.provenance),
        )  # fmt: skip

    def _note(self, place: Place, lines: tuple[int, int]) -> None:
        if lines[0] > 0:
            self.provenance.append(SourceLines(place=place, source=self.source, first=min(lines), last=max(lines)))

    def _text(self, draft: DraftText, place: Place, *, note: bool = True) -> RichText:
        if note:
            self._note(place, (draft.first, draft.last))
        blocks = []
        for block, lines in self.prose.blocks(draft.lines):
            blocks.append(block)
            self._note(place / "blocks" / block.id, lines)
        return RichText(blocks=tuple(blocks))

    def _goal(self, draft: DraftGoal) -> Goal:
        place = draft.place
        self._note(place, (draft.lines[0], max(draft.lines[1], draft.assessment_line)))
        self._note(place / "title", draft.title_lines)
        if draft.assessment_line:
            self._note(place / "assessment", (draft.assessment_line, draft.assessment_line))
        texts = {name: self._text(text, place / name) for name, text in draft.texts.items()}
        return Goal(
            id=draft.id, parent=draft.parent, level=draft.level, number=draft.number, title=draft.title,
            assessment=draft.assessment, wording=draft.wording,
            indicators=tuple(self._indicator(item, place / "indicators" / item.id) for item in draft.indicators),
            activities=tuple(self._activity(item, place / "activities" / item.id) for item in draft.activities),
            **texts,
        )  # fmt: skip

    def _indicator(self, draft: DraftIndicator, place: Place) -> Indicator:
        self._note(place, draft.lines)
        self._note(place / "name", draft.name_lines)
        for name, lines in draft.cell_lines.items():
            self._note(place / name, lines)
        analysis = self._text(draft.analysis, place / "analysis") if draft.analysis is not None else None
        return Indicator(id=draft.id, name=draft.name, analysis=analysis, **draft.cells)

    def _activity(self, draft: DraftActivity, place: Place) -> Activity:
        self._note(place, draft.lines)
        if draft.date_lines is not None:
            for name in ("start", "end"):
                self._note(place / name, draft.date_lines)
        analysis = self._text(draft.analysis, place / "analysis") if draft.analysis is not None else None
        return Activity(
            id=draft.id, text=draft.text, start=draft.start, end=draft.end, deviation=draft.deviation, analysis=analysis
        )

    def _section(self, draft: DraftSection) -> Section:
        place = draft.place
        self._note(place, draft.lines)
        return Section(
            id=draft.id, parent=draft.parent, key=draft.key, title=draft.title,
            text=self._text(draft.text, place / "text", note=bool(draft.text.lines)),
            tables=tuple(self._table(table, place / "tables" / table.id) for table in draft.tables),
            holds_goals=draft.holds_goals,
        )  # fmt: skip

    def _table(self, draft: DraftTable, place: Place) -> EconomyTable:
        self._note(place, draft.lines)
        columns = tuple(
            Column(id=f"c{index}", title=column.title, group=column.group, role=column.role, year=column.year)
            for index, column in enumerate(draft.columns, start=1)
        )
        rows: list[Row] = []
        for index, row in enumerate(draft.rows, start=1):
            cells = tuple(
                Cell(id=column.id, text=text) for column, text in zip(columns, row.cells, strict=True) if text
            )
            rows.append(Row(id=f"r{index}", label=row.label, role=row.role, cells=cells))
            self._note(place / "rows" / f"r{index}", row.lines)
        return EconomyTable(
            id=draft.id, kind=draft.kind, title=draft.title, corner=draft.corner, unit=draft.unit, sign=draft.sign,
            benchmark=draft.benchmark, columns=columns, rows=tuple(rows),
            comment=self._text(draft.comment, place / "comment", note=bool(draft.comment.lines)),
        )  # fmt: skip

    def _front(self, draft: DraftFront) -> FrontPage | None:
        if not draft.is_there:
            return None
        place = Place.of("front")
        for name in _FRONT_FIELDS:
            if name in draft.lines:
                self._note(place / name, (draft.lines[name], draft.lines[name]))
        officers = []
        for index, officer in enumerate(draft.officers, start=1):
            officers.append(Contact(id=f"o{index}", name=officer.name, phone=officer.phone, email=officer.email))
            self._note(place / "officers" / f"o{index}", (officer.line, officer.line))
        signatories = []
        for index, (name, title, lines) in enumerate(draft.signatories, start=1):
            signatories.append(Signatory(id=f"n{index}", name=name, title=title))
            self._note(place / "signatories" / f"n{index}", lines)
        appendices = []
        for index, (label, title, lines) in enumerate(draft.appendices, start=1):
            appendices.append(Appendix(id=f"x{index}", label=label, title=title))
            self._note(place / "appendices" / f"x{index}", lines)
        return FrontPage(
            department=draft.department, unit=draft.unit, diary_number=draft.diary_number, date=draft.date,
            officers=tuple(officers), recipient=draft.recipient,
            proposals=self._text(draft.proposals, place / "proposals") if draft.proposals else RichText(),
            signatories=tuple(signatories), appendices=tuple(appendices),
        )  # fmt: skip
