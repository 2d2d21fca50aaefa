"""The list of findings, of which one is laid open."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.findings.delegate import FindingDelegate
from avstamt.ui.findings.keeping import known_again, with_kept
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.opening import Opening
from avstamt.ui.findings.rows import Line, Row


class FindingsList(QListView):
    """The list of findings; the chosen one is laid open. `left` tells that one kept though it is gone can go."""

    asked_for = Signal(Place)
    rule_asked_for = Signal(str)
    left = Signal()

    def __init__(self, model: FindingsModel, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = model
        self._opening = Opening(desk, self)
        self._open: Row | None = None
        self._is_gone = False
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
        self._opening.go_to.connect(self.asked_for)
        self._opening.read_more.connect(self.rule_asked_for)
        self._opening.left.connect(self.left)
        self._opening.resized.connect(self.scheduleDelayedItemsLayout)
        desk.look.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def rule(self) -> str:
        """Return the code of the rule whose finding is laid open, empty where none is."""
        return self._open.finding.rule if self._open is not None else ""

    @property
    def card(self) -> FindingCard | None:
        """Return the card of the finding that is laid open."""
        card = self.indexWidget(self.currentIndex())
        return card if isinstance(card, FindingCard) else None

    def show_lines(self, shown: tuple[Line, ...], *, is_new: bool) -> bool:
        """Show lines, of a new run or of the same in another way; tell whether there are any.

        What is laid open stays as it is, with the focus and what is being written. What a new run no longer finds is
        kept as long as it is written or worked in.
        """
        card, row, before = self.card, self.currentIndex().row(), self._lines.lines
        if card is None or self._open is None:
            self._lines.show(shown)
            return bool(shown)
        at = known_again(self._open, before, shown)
        self._is_gone = at is None and (is_new or self._is_gone) and card.is_in_use
        if self._is_gone:
            shown, at = with_kept(shown, before, row)
        if card.has_focus and (at is None or card.is_done):
            self.setFocus(Qt.FocusReason.OtherFocusReason)  # what has it goes away
        if at is None:
            self._opening.remember(card)
            self._open = None
            self._lines.show(shown)
            return bool(shown)
        top = self.visualRect(self.currentIndex()).top()
        self._lines.show(shown, (row, at))
        self._show_again(card)
        self._hold_still(top)
        return True

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
            if isinstance(card := self.indexWidget(previous), FindingCard):
                self._opening.remember(card)
                card.hide()  # it is deleted later, and must not stand on the lines meanwhile
            self.setIndexWidget(previous, None)  # type: ignore[arg-type]  # Qt takes no widget as "none"
        if self._is_gone:
            self._is_gone = False
            QTimer.singleShot(0, self.left.emit)
        line = self._lines.line(current)
        self._open = line if isinstance(line, Row) else None
        if isinstance(line, Row):
            self.setIndexWidget(current, self._opening.card_of(line))
        self.scheduleDelayedItemsLayout()
        QTimer.singleShot(0, self._keep_in_sight)

    def _show_again(self, card: FindingCard) -> None:
        """Show in the open card what the lines say of its finding now."""
        line = self._lines.line(self.currentIndex())
        if isinstance(line, Row):
            self._open = line
            self._opening.show_row(card, line, is_gone=self._is_gone)
            self.scheduleDelayedItemsLayout()

    def _hold_still(self, top: int) -> None:
        """Let the open card stand where it stood, however many lines have come above it."""
        moved = self.visualRect(self.currentIndex()).top() - top
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + moved)

    def _keep_in_sight(self) -> None:
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
