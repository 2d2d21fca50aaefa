"""A table on the page: as wide as the column, as high as its rows, with the keyboard of a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QAbstractScrollArea, QFrame, QTableView, QWidget

from avstamt.ui.editors.growing import bring_into_sight
from avstamt.ui.look import Look
from avstamt.ui.tables.block import as_block, as_text
from avstamt.ui.tables.delegate import CellDelegate
from avstamt.ui.tables.header import WrappingHeader
from avstamt.ui.tables.sheet import KIND_ROLE, CellKind, Sheet, SheetColumn

_EDGE = 1
_CELL_EDGES = 14
_WIDEST_WORD = 88
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QTableView):
    """Shows a `Sheet`. `blocked` carries the sentence that says why something could not be written."""

    blocked = Signal(str)
    row_changed = Signal(int)

    def __init__(self, sheet: Sheet, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.head = WrappingHeader(look, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(look, self))
        self.setModel(sheet)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        sheet.dataChanged.connect(self.fit)
        sheet.modelReset.connect(self.fit)
        look.changed.connect(self.fit)
        self.selectionModel().currentChanged.connect(self._tell_row)

    def fit(self) -> None:
        """Share the width among the columns and be as high as the rows need."""
        self._share_width()
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.sheet.rowCount()))
        self.setFixedHeight(self.head.sizeHint().height() + rows + _EDGE)

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key does in a spreadsheet."""
        if self.state() is QAbstractItemView.State.EditingState or not self._handled(event):
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go down after Enter and sideways after Tab, without beginning to edit there."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step_down(self.currentIndex())
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

    def marked(self) -> list[QModelIndex]:
        """Return the selected cells, row by row."""
        return sorted(self.selectedIndexes(), key=lambda index: (index.row(), index.column()))

    def copy(self) -> None:
        """Copy the selected block as text that a spreadsheet takes."""
        rows: dict[int, list[str]] = {}
        for index in self.marked():
            rows.setdefault(index.row(), []).append(str(index.data(Qt.ItemDataRole.EditRole)))
        if rows:
            QGuiApplication.clipboard().setText(as_text(list(rows.values())))

    def paste(self) -> None:
        """Paste a block with its upper left corner in the current cell; one value fills the whole selection."""
        block = as_block(QGuiApplication.clipboard().text())
        start = min(self.marked(), key=lambda index: (index.row(), index.column()), default=self.currentIndex())
        if not start.isValid():
            return
        if len(block) == len(block[0]) == 1:
            cells = {(index.row(), index.column()): block[0][0] for index in self.marked() or [start]}
        else:
            cells = {
                (start.row() + down, start.column() + right): text
                for down, row in enumerate(block)
                for right, text in enumerate(row)
                if start.row() + down < self.sheet.rowCount() and start.column() + right < self.sheet.columnCount()
            }
        self._put({at: text.strip(" ") for at, text in cells.items()}, "Klistra in i tabellen")

    def clear_marked(self) -> None:
        """Empty the selected cells."""
        cells: dict[tuple[int, int], str | bool] = {
            (index.row(), index.column()): False if index.data(KIND_ROLE) is CellKind.TICK else ""
            for index in self.marked()
        }
        self._put(cells, "Töm celler")

    def fill_down(self) -> None:
        """Write the uppermost selected value into the cells below it."""
        marked = self.marked()
        if marked and marked[0].row() < marked[-1].row():
            top = marked[0].row()
            cells = {
                (index.row(), index.column()): self.sheet.cell(top, index.column())
                for index in marked
                if index.row() > top
            }
            self._put(cells, "Fyll nedåt")

    def _put(self, cells: dict[tuple[int, int], str | bool], title: str) -> None:
        if locked := self.sheet.put(cells, title):
            reason = next(why for at in cells if (why := self.sheet.lock(*at)))
            cells_word = "En cell är låst" if locked == 1 else f"{locked} celler är låsta"
            self.blocked.emit(f"{cells_word} och har inte ändrats. {reason}")

    def _handled(self, event: QKeyEvent) -> bool:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.copy()
            self.clear_marked()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_marked()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.fill_down()
        elif event.key() in _ENTER:
            self._step_down(index)
        elif event.key() == Qt.Key.Key_Space and index.data(KIND_ROLE) is CellKind.TICK:
            self._put(
                {(index.row(), index.column()): not self.sheet.cell(index.row(), index.column())}, "Ändra Avvikelse"
            )
        else:
            return False
        return True

    def _step_down(self, index: QModelIndex) -> None:
        if index.row() + 1 < self.sheet.rowCount():
            self.go_to(index.siblingAtRow(index.row() + 1))

    def _share_width(self) -> None:
        free = max(self.viewport().width(), self.width() - _EDGE)
        least = [self._narrowest(section) for section in range(len(self.sheet.columns))]
        for section, width in enumerate(shared_width(self.sheet.columns, least, free)):
            if self.columnWidth(section) != width:
                self.setColumnWidth(section, width)

    def _narrowest(self, section: int) -> int:
        """Return the width that the longest word in a column needs, within reason."""
        metrics = self.fontMetrics()
        cells = (str(self.sheet.cell(row, section)) for row in range(self.sheet.rowCount()))
        longest = max((metrics.horizontalAdvance(word) for cell in cells for word in cell.split(" ")), default=0)
        return max(self.head.narrowest(section), min(longest + _CELL_EDGES, _WIDEST_WORD))

    def _tell_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_changed.emit(current.row())


def shared_width(columns: tuple[SheetColumn, ...], least: list[int], free: int) -> list[int]:
    """Return the columns' widths: the least each needs, and what is left by their parts."""
    left = max(free - sum(least), 0)
    wanted = [free * column.width / sum(other.width for other in columns) for column in columns]
    missing = [max(wish - have, 0.0) for wish, have in zip(wanted, least, strict=True)]
    total = sum(missing) or 1.0
    widths = [have + int(left * part / total) for have, part in zip(least, missing, strict=True)]
    widths[0] += free - sum(widths)
    return widths
