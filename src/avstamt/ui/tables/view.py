"""A table on the page: as wide as the column, as high as its rows, with the keyboard of a spreadsheet."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QMenu,
    QTableView,
    QWidget,
)

from avstamt.domain.place import Place
from avstamt.ui.editors.growing import bring_into_sight
from avstamt.ui.look import Look
from avstamt.ui.tables.cell_block import CellBlock
from avstamt.ui.tables.cell_menu import UsesMenu
from avstamt.ui.tables.columns import AnyIndex, SheetColumn
from avstamt.ui.tables.delegate import CellDelegate
from avstamt.ui.tables.header import WrappingHeader
from avstamt.ui.tables.sheet import Sheet

_EDGE = 1
_CELL_EDGES = 14
_WORD = 14
_NAME = 20
_WIDE = 2
_ASKED_FOR = (
    QAbstractItemView.EditTrigger.DoubleClicked,
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.AnyKeyPressed,
)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SheetView(QTableView):
    """Shows a `Sheet`. `blocked` carries the sentence that says why something could not be written.

    `row_moves` carries how far the current row is to be moved, `go_to_wanted` a place that the user wants to see, and
    `menu_opens` the menu of a cell about to be shown, for others to add to.
    """

    blocked = Signal(str)
    row_changed = Signal(int)
    row_moves = Signal(int)
    row_wanted = Signal()
    row_goes = Signal()
    go_to_wanted = Signal(Place)
    menu_opens = Signal(QMenu)

    def __init__(self, sheet: Sheet, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self._is_too_wide = False
        self.head = WrappingHeader(look, sheet.columns, self)
        self.setHorizontalHeader(self.head)
        self.verticalHeader().hide()
        self.setItemDelegate(CellDelegate(look, self))
        self.setModel(sheet)
        self.block = CellBlock(sheet, self)
        self.block.blocked.connect(self.blocked)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
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
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
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
            self._step_down(self.currentIndex())
        elif self._is_about_row(event):
            pass
        elif not self.block.handled(event):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the cell: the one under the pointer, or the current one where a key asks."""
        index = self.indexAt(event.pos())
        is_asked_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if index.isValid() and not is_asked_by_key and not self.selectionModel().isSelected(index):
            self.go_to(index)
        if self.currentIndex().isValid():
            below = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
            self._menu().popup(below if is_asked_by_key else event.globalPos())

    def show_uses(self) -> None:
        """Offer the texts in which the figure of the current cell is used."""
        index = self.currentIndex()
        if index.isValid():
            uses = self._uses(index, self)
            uses.open_at(self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()))

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

    def _is_about_row(self, event: QKeyEvent) -> bool:
        """Do what a key means for the current row, or for where its figure is used; tell whether it meant something."""
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == alt and event.key() in steps:
            self.row_moves.emit(steps[Qt.Key(event.key())])
        elif modifiers == control and event.key() == Qt.Key.Key_Space:
            self.show_uses()
        elif event.key() == Qt.Key.Key_Insert and not modifiers:
            self.row_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and modifiers == control:
            self.row_goes.emit()
        else:
            return False
        return True

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName("Cellen")
        menu.aboutToHide.connect(menu.deleteLater)
        block = self.block
        menu.addAction("Klipp ut\tCtrl+X", block.cut)
        menu.addAction("Kopiera\tCtrl+C", block.copy)
        menu.addAction("Klistra in\tCtrl+V", block.paste)
        menu.addAction("Fyll nedåt\tCtrl+D", block.fill_down)
        menu.addAction("Töm\tDelete", block.empty)
        menu.addSeparator()
        menu.addMenu(self._uses(self.currentIndex(), menu))
        menu.addSeparator()
        menu.addAction(f"Lägg till {self.sheet.row_name}\tInsert", self.row_wanted.emit)
        menu.addAction(f"Flytta upp {self.sheet.the_row}\tAlt+Upp", partial(self.row_moves.emit, -1))
        menu.addAction(f"Flytta ned {self.sheet.the_row}\tAlt+Ned", partial(self.row_moves.emit, 1))
        menu.addAction(f"Ta bort {self.sheet.the_row}\tCtrl+Delete", self.row_goes.emit)
        self.menu_opens.emit(menu)
        return menu

    def _uses(self, index: QModelIndex, parent: QWidget) -> UsesMenu:
        place = self.sheet.cell_place(index.row(), index.column())
        uses = UsesMenu(self.sheet.document.report, place, parent)
        uses.go_to.connect(self.go_to_wanted)
        return uses

    def _step_down(self, index: QModelIndex) -> None:
        if index.row() + 1 < self.sheet.rowCount():
            self.go_to(index.siblingAtRow(index.row() + 1))

    def _share_width(self) -> None:
        free = max(self.viewport().width(), self.width() - _EDGE)
        least = [self._narrowest(section) for section in range(len(self.sheet.columns))]
        self._is_too_wide = sum(least) > free
        for section, width in enumerate(shared_width(self.sheet.columns, least, free)):
            if self.columnWidth(section) != width:
                self.setColumnWidth(section, width)

    def _narrowest(self, section: int) -> int:
        """Return the width that the longest word in a column needs, within reason."""
        metrics = self.fontMetrics()
        cells = (str(self.sheet.cell(row, section)) for row in range(self.sheet.rowCount()))
        longest = max((metrics.horizontalAdvance(word) for cell in cells for word in cell.split(" ")), default=0)
        room = self.fontMetrics().averageCharWidth() * (_NAME if self.sheet.columns[section].width > _WIDE else 0)
        return max(
            self.head.narrowest(section),
            min(longest + _CELL_EDGES, self.fontMetrics().averageCharWidth() * _WORD),
            room,
        )

    def _refit(self, _first: QModelIndex, _last: QModelIndex, roles: list[int]) -> None:
        if not roles or Qt.ItemDataRole.DisplayRole in roles:
            self.fit()

    def _tell_row(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_changed.emit(current.row())


def shared_width(columns: tuple[SheetColumn, ...], least: list[int], free: int) -> list[int]:
    """Return the columns' widths: the least each needs, and what is left by their parts."""
    left = max(free - sum(least), 0)
    wanted = [free * column.width / sum(other.width for other in columns) for column in columns]
    missing = [max(wish - have, 0.0) for wish, have in zip(wanted, least, strict=True)]
    total = sum(missing) or 1.0
    widths = [have + int(left * part / total) for have, part in zip(least, missing, strict=True)]
    widths[0] += max(free - sum(widths), 0)
    return widths
