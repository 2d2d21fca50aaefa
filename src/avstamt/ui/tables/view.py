"""A table on the page: as wide as the column, as high as its rows, with the keyboard of a spreadsheet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QTableView,
    QWidget,
)

from avstamt.ui.editors.growing import bring_into_sight
from avstamt.ui.look import Look
from avstamt.ui.tables.cell_block import CellBlock
from avstamt.ui.tables.cell_deeds import CellDeeds
from avstamt.ui.tables.columns import AnyIndex, SheetColumn
from avstamt.ui.tables.delegate import CellDelegate
from avstamt.ui.tables.header import WrappingHeader
from avstamt.ui.tables.sheet import Sheet

_EDGE = 1
_CELL_EDGES = 14
_WORD = 14
_NAME = 20
_EASY = 36
_FIGURE = 16
_WIDE = 2
_ASKED_FOR = (
    QAbstractItemView.EditTrigger.DoubleClicked,
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.AnyKeyPressed,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QTableView):
    """Shows a `Sheet`. `blocked` carries the sentence that says why something could not be written.

    `suggestions_wanted` asks what can be done about the current cell.
    """

    blocked = Signal(str)
    row_changed = Signal(int)
    suggestions_wanted = Signal()

    def __init__(self, sheet: Sheet, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._is_too_wide = False
        self.head = WrappingHeader(look, sheet.columns, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        delegate = CellDelegate(look, self)
        delegate.stepped.connect(self._step)
        self.setItemDelegate(delegate)
        self.setModel(sheet)
        self.block = CellBlock(sheet, self)
        self.block.blocked.connect(self.blocked)
        self.deeds = CellDeeds(sheet, self, self.block)
        _look_like_the_printed_table(self)
        sheet.dataChanged.connect(self._refit)
        sheet.modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._tell_row)

    def fit(self) -> None:
        """Share the width among the columns and be as high as the rows need."""
        self._share_width()
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.sheet.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if self._is_too_wide else 0
        self.setFixedHeight(self.head.sizeHint().height() + rows + _EDGE + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def go_to(self, index: QModelIndex) -> None:
        """Put the focus on a cell."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        bring_into_sight(self.viewport(), self.visualRect(index))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin in the first cell: the ring round the current cell is what shows the focus."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.sheet.rowCount():
            self.setCurrentIndex(self.sheet.index(0, 0))

    def event(self, event: QEvent) -> bool:
        """Keep F2 for the cell, whatever it means elsewhere in the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.key() == Qt.Key.Key_F2
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        if self.state() is QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif not (self.deeds.handled(event) or self.block.handled(event)):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the cell: the one under the pointer, or the current one where a key asks."""
        index = self.indexAt(event.pos())
        is_asked_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if index.isValid() and not is_asked_by_key and not self.selectionModel().isSelected(index):
            self.go_to(index)
        self.deeds.open_menu(None if is_asked_by_key else event.globalPos())

    def edit(self, index: AnyIndex, *how: Any) -> Any:
        """Begin to edit a cell, or say why it is locked; `how` is what began it, where Qt tells."""
        asked = not how or how[0] in _ASKED_FOR
        if asked and index.isValid() and (why := self.sheet.lock(index.row(), index.column())):
            self.blocked.emit(f"Cellen är låst. {why}")
            return False
        return super().edit(index, *how)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter and sideways after Tab, without beginning to edit there."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step(1)
        elif hint is QAbstractItemDelegate.EndEditHint.EditNextItem:
            self.focusNextPrevChild(True)
        elif hint is QAbstractItemDelegate.EndEditHint.EditPreviousItem:
            self.focusNextPrevChild(False)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Go to the next cell on Tab, and out of the table after the last."""
        step = 1 if is_next else -1
        columns = self.sheet.columnCount()
        current = self.currentIndex()
        at = current.row() * columns + current.column() + step if current.isValid() else -1
        if self.state() is not QAbstractItemView.State.EditingState and 0 <= at < self.sheet.rowCount() * columns:
            self.go_to(self.sheet.index(at // columns, at % columns))
            return True
        return super().focusNextPrevChild(is_next)

    def _step(self, rows: int) -> None:
        """Go up or down in the column, as far as there are rows."""
        index = self.currentIndex()
        if index.isValid() and 0 <= index.row() + rows < self.sheet.rowCount():
            self.go_to(index.siblingAtRow(index.row() + rows))

    def _share_width(self) -> None:
        free = max(self.viewport().width(), self.width() - _EDGE)
        self.head.is_crowded = False
        least = self._least()
        if sum(least) > free:
            self.head.is_crowded = True
            least = self._least()
        self._is_too_wide = sum(least) > free
        for section, width in enumerate(shared_width(self.sheet.columns, least, free)):
            if self.columnWidth(section) != width:
                self.setColumnWidth(section, width)

    def _least(self) -> list[int]:
        return [self._narrowest(section) for section in range(len(self.sheet.columns))]

    def wanted_width(self) -> int:
        """Return how wide the table would be for its names to stand on few lines, and no word of its head to be broken."""
        easy = self.fontMetrics().averageCharWidth() * _EASY
        is_crowded, self.head.is_crowded = self.head.is_crowded, False
        least = zip(self._least(), self.sheet.columns, strict=True)
        self.head.is_crowded = is_crowded
        return _EDGE + sum(max(width, easy if column.width > _WIDE else 0) for width, column in least)

    def _narrowest(self, section: int) -> int:
        """Return the width that the longest word or whole figure in a column needs, within reason."""
        metrics = self.fontMetrics()
        letter = metrics.averageCharWidth()
        cells = [str(self.sheet.cell(row, section)) for row in range(self.sheet.rowCount())]
        words = {word for cell in cells for word in cell.split(" ")}
        whole = {cell for cell in cells if len(cell) <= _FIGURE and _is_figure(cell)}
        longest = max(map(metrics.horizontalAdvance, words), default=0)
        figure = max(map(metrics.horizontalAdvance, whole), default=-_CELL_EDGES)
        room = letter * (_NAME if self.sheet.columns[section].width > _WIDE else 0)
        return max(self.head.narrowest(section), min(longest + _CELL_EDGES, letter * _WORD), figure + _CELL_EDGES, room)

    def _refit(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if not roles or Qt.ItemDataRole.DisplayRole in roles:
            self.fit()

    def _tell_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_changed.emit(current.row())


def _look_like_the_printed_table(view: QTableView) -> None:
    """Take the frame, bars and corner of a view away, and let typing begin an edit."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setWordWrap(True)
    view.setShowGrid(True)
    view.setCornerButtonEnabled(False)
    view.setTabKeyNavigation(False)
    view.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
    view.setEditTriggers(
        QAbstractItemView.EditTrigger.DoubleClicked
        | QAbstractItemView.EditTrigger.EditKeyPressed
        | QAbstractItemView.EditTrigger.AnyKeyPressed
    )


def _is_figure(cell: str) -> bool:
    """Tell whether a cell holds a figure, with or without a sign and a unit, which is not broken at its blanks."""
    return cell.lstrip("+-–−±<>≤≥ca. ")[:1].isdigit()


def shared_width(columns: tuple[SheetColumn, ...], least: list[int], free: int) -> list[int]:
    """Return the columns' widths: the least each needs, and what is left by their parts."""
    left = max(free - sum(least), 0)
    wanted = [free * column.width / sum(other.width for other in columns) for column in columns]
    missing = [max(wish - have, 0.0) for wish, have in zip(wanted, least, strict=True)]
    total = sum(missing) or 1.0
    widths = [have + int(left * part / total) for have, part in zip(least, missing, strict=True)]
    widths[0] += max(free - sum(widths), 0)
    return widths
