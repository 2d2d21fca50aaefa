"""The dialog for a new report: kind, level, year and organisation."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.periods.roll_forward import rolled_forward
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.skeleton import skeleton
from avstamt.ui.dialogs.carried import carried_words
from avstamt.ui.editors.year import YearEditor
from avstamt.ui.labels import Label, head, small, strong
from avstamt.ui.look import Look
from avstamt.ui.words import count

_MEANINGS = {
    ReportKind.PLAN: "Före året: mål, arbetssätt och årsmål.",
    ReportKind.TERTIAL_1: "Till och med den 30 april: utfall och prognos.",
    ReportKind.TERTIAL_2: "Till och med den 31 augusti, med delårsbokslut.",
    ReportKind.ANNUAL: "Efter året: utfall, bedömning, analys och ekonomi.",
}
_APRIL, _AUGUST, _NOVEMBER = 4, 8, 11
_LEVELS = {OrganisationLevel.UNIT: "En enhet", OrganisationLevel.COMMITTEE: "En nämnd"}


def likely(today: dt.date) -> tuple[ReportKind, int]:
    """Return the report that is usually begun at this time of the year, and the year it is about."""
    if today.month < _APRIL:
        return ReportKind.ANNUAL, today.year - 1
    if today.month < _AUGUST:
        return ReportKind.TERTIAL_1, today.year
    if today.month < _NOVEMBER:
        return ReportKind.TERTIAL_2, today.year
    return ReportKind.PLAN, today.year + 1


def next_after(kind: ReportKind, year: int) -> tuple[ReportKind, int]:
    """Return the report that comes after one in the year's round, and its year."""
    kinds = list(ReportKind)
    if kind is kinds[-1]:
        return kinds[0], year + 1
    return kinds[kinds.index(kind) + 1], year


@dataclass(frozen=True)
class Choice:
    """What was chosen."""

    kind: ReportKind
    level: OrganisationLevel
    year: int
    organisation: str
    committee: str
    keeps_texts: bool = False

    def report(self, catalogue: Catalogue, earlier: Report | None = None) -> Report:
        """Return the report to begin with: empty, but for what goes on from an earlier one."""
        fresh = skeleton(catalogue, self.kind, self.level, self.year, self.organisation, self.committee)
        if earlier is None:
            return fresh
        template = catalogue.template(self.kind, self.level, self.year)
        return rolled_forward(earlier, fresh, template, keeps_texts=self.keeps_texts)


class NewReportDialog(QDialog):
    """Asks what the new report is; `choice` is the answer."""

    def __init__(self, look: Look, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._catalogue = catalogue
        self._earlier: Report | None = None
        self.setWindowTitle("Ny rapport")
        self.setMinimumWidth(look.scaled(560))
        self._kinds = QButtonGroup(self)
        self._levels = QButtonGroup(self)
        self._year = YearEditor(self, paper=False)
        self._organisation = QLineEdit(self)
        self._committee = QLineEdit(self)
        self._keep = QCheckBox("Behåll texterna som utkast", self)
        self._keep.hide()
        self._goals = Label(look, "", small, "quiet", self)
        self._lay_out()
        self._order()
        self._year.edited.connect(self._tell_goals)
        self._levels.idClicked.connect(self._tell_goals)
        kind, year = likely(dt.datetime.now().astimezone().date())
        self._choose_kind(kind)
        self._year.set_value(year)
        self._tell_goals()

    def begin_after(self, earlier: Report) -> None:
        """Propose the report that comes after an earlier one, for the same unit and committee."""
        kind, year = next_after(earlier.kind, earlier.year)
        self._choose_kind(kind)
        self._levels.button(list(OrganisationLevel).index(earlier.level)).setChecked(True)
        self._year.set_value(year)
        self._organisation.setText(earlier.organisation)
        self._committee.setText(earlier.committee)
        self._earlier = earlier
        self._keep.setToolTip("Texterna ur den tidigare rapporten står kvar att skriva om. Annars är de tomma.")
        self._keep.setAccessibleDescription(self._keep.toolTip())
        self._keep.show()
        self._tell_goals()

    @property
    def choice(self) -> Choice:
        """Return what is chosen."""
        level = list(OrganisationLevel)[self._levels.checkedId()]
        return Choice(
            kind=list(ReportKind)[self._kinds.checkedId()],
            level=level,
            year=self._year.value(),
            organisation=self._organisation.text().strip(),
            committee=self._committee.text().strip(),
            keeps_texts=self._keep.isChecked(),
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(Label(self._look, "Vad är det för rapport?", head))
        layout.addLayout(self._kind_rows())
        layout.addLayout(self._details())
        layout.addWidget(self._keep)
        layout.addWidget(self._goals)
        layout.addStretch(1)
        layout.addWidget(self._buttons())

    def _kind_rows(self) -> QVBoxLayout:
        rows = QVBoxLayout()
        rows.setSpacing(4)
        for number, kind in enumerate(ReportKind):
            button = QRadioButton(kind.label, self)
            button.setAccessibleDescription(_MEANINGS[kind])
            self._kinds.addButton(button, number)
            row = QHBoxLayout()
            row.setSpacing(8)
            button.setMinimumWidth(self._look.scaled(190))
            row.addWidget(button)
            row.addWidget(Label(self._look, _MEANINGS[kind], small, "quiet"), 1)
            rows.addLayout(row)
        return rows

    def _details(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        whose = QHBoxLayout()
        for number, level in enumerate(OrganisationLevel):
            button = QRadioButton(_LEVELS[level], self)
            self._levels.addButton(button, number)
            whose.addWidget(button)
        whose.addStretch(1)
        self._levels.button(0).setChecked(True)
        grid.addWidget(self._label("Vem rapporterar?", self._levels.button(0)), 0, 0)
        grid.addLayout(whose, 0, 1)
        fields = (("År", self._year), ("Enhet eller förvaltning", self._organisation), ("Nämnd", self._committee))
        for row, (words, field) in enumerate(fields, 1):
            field.setAccessibleName(words)
            grid.addWidget(self._label(words, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _label(self, words: str, buddy: QWidget) -> Label:
        label = Label(self._look, words, strong)
        label.setWordWrap(False)
        label.setBuddy(buddy)
        return label

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        create = box.addButton("Skapa rapporten", QDialogButtonBox.ButtonRole.AcceptRole)
        create.setDefault(True)
        box.button(QDialogButtonBox.StandardButton.Cancel).setText("Avbryt")
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box

    def _choose_kind(self, kind: ReportKind) -> None:
        """Propose a kind, and begin there."""
        button = self._kinds.button(list(ReportKind).index(kind))
        button.setChecked(True)
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order(self) -> None:
        """Let Tab go as one reads: what, whose, which year, the names."""
        fields = (self._year, self._organisation, self._committee)
        every: tuple[QWidget, ...] = (*self._kinds.buttons(), *self._levels.buttons(), *fields, self._keep)
        for before, after in pairwise(every):
            QWidget.setTabOrder(before, after)

    def _tell_goals(self) -> None:
        if self._earlier is not None:
            self._goals.setText(carried_words(self._earlier, self._year.value()))
            return
        years = self._catalogue.city_years(self._year.value())
        if years is None:
            self._goals.setText(
                f"Kommunfullmäktiges mål för {self._year.value()} är inte kända. Rapporten börjar utan mål."
            )
            return
        directions = count(len(years.directions), "inriktningsmål", "inriktningsmål")
        areas = count(len(years.areas), "mål för verksamhetsområdet", "mål för verksamhetsområdet")
        self._goals.setText(
            f"Rapporten börjar med kommunfullmäktiges {directions} och {areas} för {self._year.value()}."
        )
