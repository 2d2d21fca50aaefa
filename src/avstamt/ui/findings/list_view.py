"""The list of findings, of which one is laid open."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place
from avstamt.domain.review import waiver_of
from avstamt.ui.desk import Desk
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.findings.delegate import FindingDelegate
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.rows import Row
from avstamt.ui.marks import deeds


class FindingsList(QListView):
    """The list of findings; the chosen one is laid open."""

    asked_for = Signal(Place)
    rule_asked_for = Signal(str)

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

    @property
    def rule(self) -> str:
        """Return the code of the rule whose finding is laid open, empty where none is."""
        return self._open.finding.rule if self._open is not None else ""

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

    def choose(self, finding: Finding, *, with_reason: bool) -> bool:
        """Lay a finding open and put the focus here, or in the field for a reason; tell whether it is listed."""
        index = self._lines.index_of(Row(finding).key)
        if not index.isValid():
            return False
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        card = self.indexWidget(index)
        if with_reason and isinstance(card, FindingCard):
            QTimer.singleShot(0, card.open_reason)  # when the list has laid the card out
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the finding's place on Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._go(self.currentIndex())
            return
        super().keyPressEvent(event)

    def moveCursor(self, how: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Go to the first finding on Home: the heading above it cannot be chosen."""
        if how is QAbstractItemView.CursorAction.MoveHome:
            rows = (self._lines.index(row) for row in range(self._lines.rowCount()))
            return next((index for index in rows if isinstance(self._lines.line(index), Row)), self.currentIndex())
        return super().moveCursor(how, modifiers)

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
            if (card := self.indexWidget(previous)) is not None:
                card.hide()  # it is deleted later, and must not stand on the lines meanwhile
            self.setIndexWidget(previous, None)  # type: ignore[arg-type]  # Qt takes no widget as "none"
        line = self._lines.line(current)
        self._open = line if isinstance(line, Row) else None
        if isinstance(line, Row):
            report = self._desk.document.report
            waiver = waiver_of(line.finding, report.waivers)
            card = FindingCard(self._desk.look, report, line, waiver.reason if waiver else "")
            card.go_to.connect(self.asked_for)
            card.read_more.connect(self.rule_asked_for)
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
        if (finding := self._finding()) is not None:
            deeds.fix(self._desk, finding)

    def _waive(self, reason: str) -> None:
        if (finding := self._finding()) is not None:
            deeds.waive(self._desk, finding, reason)

    def _unwaive(self) -> None:
        if (finding := self._finding()) is not None:
            deeds.unwaive(self._desk, finding)
