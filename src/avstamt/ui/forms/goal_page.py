"""The page of a goal: its title and assessment, its texts, and its indicators and activities with their analyses."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from avstamt.domain.activity import Activity
from avstamt.domain.goal import GOAL_TEXTS, Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.locks import lock_reason
from avstamt.domain.naming import FIELD_NAMES
from avstamt.domain.place import Place, PlaceError, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import EMPTY_TEXT
from avstamt.templates.template import FieldTemplate
from avstamt.ui.desk import Desk
from avstamt.ui.editors.choice import AssessmentEditor
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.analyses import RowAnalyses
from avstamt.ui.forms.bare import BareField
from avstamt.ui.forms.directions import DirectionLine
from avstamt.ui.forms.field import Field, Guidance, LockNote
from avstamt.ui.forms.page import Page, height_of
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.tables.rows import activity_sheet, indicator_sheet

_LEAST_PART, _LEAST_ROW = 100, 24
"""Pixels that the head of a goal and its assessment are high, at least, and a row of a table."""


class GoalPage(Page):
    """The form of one goal."""

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(desk, place, parent)
        goal = self._goal()
        template = desk.template.goal(goal.level)
        self.in_turn(lambda: self.put(self._head(goal, template.prefix, template.guidance)), _LEAST_PART)
        if template.assessed or goal.assessment is not None:
            guidance = template.assessment_guidance
            self.in_turn(lambda: self.put(self._assessment(guidance)), _LEAST_PART)
        self._add_texts(goal, {field.name: field for field in template.fields})
        if template.indicators or goal.indicators:
            self._add_indicators(goal.indicators)
        if template.activities or goal.activities:
            self._add_activities(goal.activities)

    def _goal(self) -> Goal:
        return cast("Goal", value_at(self.desk.document.report, self.place))

    def _head(self, goal: Goal, prefix: str, guidance: str) -> QWidget:
        look = self.desk.look
        report = self.desk.document.report
        head = QWidget(self)
        layout = QVBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._caption(prefix, head))
        layout.addLayout(self._title_row(goal, head))
        if why := lock_reason(report, self.place / "title"):
            layout.addWidget(LockNote(look, why, head))
        elif guidance:
            note = Guidance(look, guidance, head)
            note.setIndent(8)
            layout.addWidget(note)
        return head

    def _caption(self, prefix: str, head: QWidget) -> QHBoxLayout:
        """Return what stands above the title: the level, and the way to a number where the goal has none."""
        look = self.desk.look
        row = QHBoxLayout()
        row.setSpacing(0)
        above = Label(look, prefix.rstrip(":"), small, "quiet", head)
        above.setIndent(8)
        above.setWordWrap(False)
        row.addWidget(above)
        self._numbering = TextButton(look, "Lägg till nummer", "quiet", parent=head)
        self._numbering.setProperty("small", True)
        keeps = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Ignored)  # it pushes nothing down
        keeps.setRetainSizeWhenHidden(True)
        self._numbering.setSizePolicy(keeps)
        self._numbering.clicked.connect(lambda: self.focus_place(self.place / "number"))
        row.addWidget(self._numbering)
        row.addStretch(1)
        return row

    def _title_row(self, goal: Goal, head: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        number, title = LineEditor(), TitleEditor()
        row.addWidget(self._bare("number", "Målets nummer", number, head), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._bare("title", "Målets titel", title, head), 1)
        digits = QFontMetrics(self.desk.look.heading(0)).horizontalAdvance(goal.number or "1.1.1")
        number.setFixedWidth(digits + 24)
        self._numbering.setHidden(bool(goal.number) or goal.level is GoalLevel.UNIT or number.isReadOnly())
        self.made[self.place / "number"].setHidden(not goal.number)
        number.textChanged.connect(self._show_number)  # undone and redone, too
        return row

    def _show_number(self) -> None:
        self._numbering.hide()
        self.made[self.place / "number"].show()

    def focus_place(self, place: Place) -> bool:
        """Put the focus where `place` is edited, in the goal's number where it has none yet."""
        if place.is_within(self.place / "number"):
            self._show_number()
        return super().focus_place(place)

    def _bare(self, name: str, label: str, editor: LineEditor | TitleEditor, head: QWidget) -> Field:
        place = self.place / name
        editor.set_locked(bool(lock_reason(self.desk.document.report, place)))
        return self.bound(place, BareField(self.desk.look, label, editor, head), editor)

    def _assessment(self, guidance: str) -> Field:
        self._choice = AssessmentEditor(self.desk.look)
        field = Field(self.desk.look, "Bedömning", self._choice, guidance=guidance, parent=self)
        self._choice.edited.connect(self._assess)
        self.desk.document.changed.connect(self._show_assessment)
        self.known(self.place / "assessment", field)
        self._show_assessment(self.place)
        return field

    def _assess(self) -> None:
        chosen = self._choice.value()
        self.desk.document.change(
            self.place, lambda report: _assessed(report, self.place, chosen), "ändring av Bedömning"
        )

    def _show_assessment(self, changed: Place) -> None:
        if not (changed.is_within(self.place) or self.place.is_within(changed)):
            return
        try:
            goal = self._goal()
        except PlaceError:
            return
        if goal.assessment is not self._choice.value():
            self._choice.set_value(goal.assessment)
        self._choice.show_wording(goal.wording)

    def _add_texts(self, goal: Goal, templates: dict[str, FieldTemplate]) -> None:
        for name in GOAL_TEXTS:
            template = templates.get(name)
            if template is None and getattr(goal, name) is None:
                continue
            label = template.label if template else FIELD_NAMES[name]
            guidance = template.guidance if template else ""
            text = getattr(goal, name) or EMPTY_TEXT
            self.in_turn(partial(self._add_text, name, label, guidance), height_of(text))

    def _add_text(self, name: str, label: str, guidance: str) -> None:
        self.put(self.text(self.place / name, label, guidance))

    def _add_indicators(self, rows: Sequence[Indicator]) -> None:
        self.in_turn(self._add_indicator_table, len(rows) * _LEAST_ROW)
        self.in_turn(partial(self._add_analyses, self.desk.template.indicator_analysis), _height_of_analyses(rows))

    def _add_indicator_table(self) -> None:
        desk = self.desk
        sheet = indicator_sheet(desk.document, desk.template, self.place, self)
        panel = self.table(SheetPanel(desk.look, sheet, "Indikatorer", "Målet har inga indikatorer än.", parent=self))
        self.put(panel)
        self.put(DirectionLine(desk, panel, self))

    def _add_activities(self, rows: Sequence[Activity]) -> None:
        self.in_turn(self._add_activity_table, len(rows) * _LEAST_ROW)
        self.in_turn(partial(self._add_analyses, self.desk.template.activity_analysis), _height_of_analyses(rows))

    def _add_activity_table(self) -> None:
        desk = self.desk
        sheet = activity_sheet(desk.document, desk.template, self.place, self)
        panel = self.table(SheetPanel(desk.look, sheet, "Aktiviteter", "Målet har inga aktiviteter än.", parent=self))
        self.put(panel)

    def _add_analyses(self, template: FieldTemplate | None) -> None:
        """Add the analyses of the rows of the table above."""
        self.put(RowAnalyses(self, self.tables_made[-1], template))


def _height_of_analyses(rows: Sequence[Indicator | Activity]) -> int:
    return sum(height_of(row.analysis) for row in rows if row.analysis is not None)


def _assessed(report: Report, place: Place, chosen: Assessment | None) -> Report:
    return with_value(with_value(report, place / "assessment", chosen), place / "wording", "")
