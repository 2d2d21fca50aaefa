"""The findings panel: a head with counts by level, the list, and how much could be tried."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from avstamt.domain.base import new_id
from avstamt.domain.finding import Finding, Level
from avstamt.domain.place import Place, insert, remove
from avstamt.domain.review import Waiver, waiver_of
from avstamt.ui.desk import Desk
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.findings.coverage import CoverageNote
from avstamt.ui.findings.delegate import FindingDelegate
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.rows import Row, counts, lines
from avstamt.ui.labels import IconButton, Label, head, small
from avstamt.ui.words import LEVEL_ICONS, level_colour

if TYPE_CHECKING:
    from avstamt.rules.engine import Result

_WAIVERS = Place.of("waivers")


class FindingsPanel(QWidget):
    """Shows the findings of a document. `go_to` carries the place that the user wants to see."""

    go_to = Signal(Place)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._result: Result | None = None
        self.model = FindingsModel(self)
        self.list = FindingsList(self.model, desk, self)
        self._filters = {level: LevelButton(desk, level, self) for level in Level}
        self._empty = Label(desk.look, "Rapporten granskas …", small, "quiet", self)
        self._coverage = CoverageNote(desk.look, self)
        self._lay_out()
        for button in self._filters.values():
            button.toggled.connect(self._show)
        self.list.asked_for.connect(self.go_to)

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here: the list, or the filters where it is empty."""
        return self.list if self.list.isVisible() else self._filters[Level.ERROR]

    def show_result(self, result: Result) -> None:
        """Show what a run gave."""
        self._result = result
        for level, number in counts(result).items():
            self._filters[level].show_count(number)
        self._coverage.show_coverage(result.coverage)
        self._show()

    def step(self, by: int) -> None:
        """Open the next or previous finding and go to it."""
        self.list.step(by)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.setSpacing(2)
        top.addWidget(Label(self._desk.look, "Granskning", head, parent=self), 1)
        for button in self._filters.values():
            top.addWidget(button)
        self._empty.setContentsMargins(12, 8, 12, 8)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._coverage)

    def _show(self) -> None:
        if self._result is None:
            return
        chosen = [level for level, button in self._filters.items() if button.isChecked()]
        shown = lines(self._desk.document.report, self._result, chosen)
        self.list.show_lines(self.model.show(shown))
        self._empty.setVisible(not shown)
        self.list.setVisible(bool(shown))
        self._empty.setText(
            "Inget att visa med de nivåer som är valda."
            if self._result.findings
            else "Inget att anmärka på. Allt som går att pröva stämmer."
        )
        self._column.setStretchFactor(self._empty, 0 if shown else 1)


class FindingsList(QListView):
    """The list of findings; the chosen one is laid open."""

    asked_for = Signal(Place)

    def __init__(self, model: FindingsModel, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._lines = model
        self._open: Row | None = None
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(desk.look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Anmärkningar")
        self.selectionModel().currentChanged.connect(self._lay_open)
        self.clicked.connect(self._go)
        desk.look.changed.connect(self._renew)

    def show_lines(self, is_changed: bool) -> None:
        """Open what was open before, where it still stands."""
        if is_changed and self._open is not None:
            index = self._lines.index_of(self._open.key)
            self._open = None
            if index.isValid():
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, by: int) -> None:
        """Choose the finding `by` further on and go to it."""
        row = self.currentIndex().row() + by
        while 0 <= row < self._lines.rowCount():
            index = self._lines.index(row)
            if isinstance(self._lines.line(index), Row):
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self._go(index)
                return
            row += by

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the finding's place on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew in a new width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _go(self, index: QModelIndex) -> None:
        line = self._lines.line(index)
        if isinstance(line, Row):
            self.asked_for.emit(line.finding.place)

    def _lay_open(self, current: QModelIndex, previous: QModelIndex) -> None:
        if previous.isValid():
            self.setIndexWidget(previous, None)  # type: ignore[arg-type]  # Qt takes no widget as "none"
        line = self._lines.line(current)
        self._open = line if isinstance(line, Row) else None
        if isinstance(line, Row):
            report = self._desk.document.report
            waiver = waiver_of(line.finding, report.waivers)
            card = FindingCard(self._desk.look, report, line, waiver.reason if waiver else "")
            card.go_to.connect(self.asked_for)
            card.fix.connect(self._fix)
            card.waive.connect(self._waive)
            card.unwaive.connect(self._unwaive)
            card.resized.connect(self.scheduleDelayedItemsLayout)
            self.setIndexWidget(current, card)
        self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _renew(self) -> None:
        self._lay_open(self.currentIndex(), self.currentIndex())

    def _finding(self) -> Finding | None:
        line = self._lines.line(self.currentIndex())
        return line.finding if isinstance(line, Row) else None

    def _fix(self) -> None:
        finding = self._finding()
        if finding is not None and finding.fix is not None:
            self._desk.document.change(Place(), finding.fix.apply, f"rättning: {finding.fix.title}")

    def _waive(self, reason: str) -> None:
        finding = self._finding()
        if finding is not None:
            today = dt.datetime.now().astimezone().date().isoformat()
            author = self._desk.look.settings.author
            waiver = Waiver(
                id=new_id("w"), rule=finding.rule, place=finding.place, reason=reason, author=author, date=today
            )
            self._desk.document.change(_WAIVERS, lambda report: insert(report, _WAIVERS, waiver), "angivet skäl")

    def _unwaive(self) -> None:
        finding = self._finding()
        waiver = waiver_of(finding, self._desk.document.report.waivers) if finding else None
        if waiver is not None:
            place = _WAIVERS / waiver.id
            self._desk.document.change(_WAIVERS, lambda report: remove(report, place), "borttagning av skälet")


class LevelButton(IconButton):
    """Shows or hides the findings of a level, and how many there are."""

    def __init__(self, desk: Desk, level: Level, parent: QWidget) -> None:
        self._level = level
        super().__init__(desk.look, LEVEL_ICONS[level], level.value, parent, text="0")
        self.setCheckable(True)
        self.setChecked(True)

    def show_count(self, number: int) -> None:
        """Show how many findings there are of the level."""
        self.setText(str(number))
        words = f"{self._level.value}: {number}. Visa eller dölj."
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _dress(self) -> None:
        self.setIcon(self._look.icon(LEVEL_ICONS[self._level], level_colour(self._level, self._look.theme)))
