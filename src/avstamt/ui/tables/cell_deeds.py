"""What can be done at a cell besides editing it: its menu, its row, and where its figure is used."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QTableView, QWidget

from avstamt.domain.place import Place
from avstamt.ui.tables.cell_block import CellBlock
from avstamt.ui.tables.sheet import Sheet
from avstamt.ui.tables.uses_menu import UsesMenu

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDeeds(QObject):
    """The deeds of the current cell.

    `row_moves` carries how far its row is to be moved, `row_wanted` and `row_goes` ask for a new row and for the row to
    go; `go_to_wanted` carries a place that the user wants to see, `menu_opens` the menu about to be shown, for others to
    add to.
    """

    row_moves = Signal(int)
    row_wanted = Signal()
    row_goes = Signal()
    go_to_wanted = Signal(Place)
    menu_opens = Signal(QMenu)

    def __init__(self, sheet: Sheet, view: QTableView, block: CellBlock) -> None:
        super().__init__(view)
        self._sheet = sheet
        self._view = view
        self._block = block

    def handled(self, event: QKeyEvent) -> bool:
        """Do what a key means for the row or the figure, and tell whether it meant something."""
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == alt and event.key() in _STEPS:
            self.row_moves.emit(_STEPS[Qt.Key(event.key())])
        elif modifiers == control and event.key() == Qt.Key.Key_Space:
            self.show_uses()
        elif event.key() == Qt.Key.Key_Insert and not modifiers:
            self.row_wanted.emit()
        elif event.key() == Qt.Key.Key_Delete and modifiers == control:
            self.row_goes.emit()
        else:
            return False
        return True

    def show_uses(self) -> None:
        """Offer the texts in which the figure of the current cell is used."""
        if self._view.currentIndex().isValid():
            self._uses(self._view).open_at(self._below())

    def open_menu(self, point: QPoint | None) -> None:
        """Show the menu of the current cell at a point of the screen, or under the cell."""
        if self._view.currentIndex().isValid():
            menu = self._menu()
            self.menu_opens.emit(menu)
            menu.popup(self._below() if point is None else point)

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.setAccessibleName("Cellen")
        menu.aboutToHide.connect(menu.deleteLater)
        block, sheet = self._block, self._sheet
        menu.addAction("Klipp ut\tCtrl+X", block.cut)
        menu.addAction("Kopiera\tCtrl+C", block.copy)
        menu.addAction("Klistra in\tCtrl+V", block.paste)
        menu.addAction("Fyll nedåt\tCtrl+D", block.fill_down)
        menu.addAction("Töm\tDelete", block.empty)
        menu.addSeparator()
        menu.addMenu(self._uses(menu))
        menu.addSeparator()
        menu.addAction(f"Lägg till {sheet.row_name}\tInsert", self.row_wanted.emit)
        menu.addAction(f"Flytta upp {sheet.the_row}\tAlt+Upp", partial(self.row_moves.emit, -1))
        menu.addAction(f"Flytta ned {sheet.the_row}\tAlt+Ned", partial(self.row_moves.emit, 1))
        menu.addAction(f"Ta bort {sheet.the_row}\tCtrl+Delete", self.row_goes.emit)
        return menu

    def _uses(self, parent: QWidget) -> UsesMenu:
        index = self._view.currentIndex()
        uses = UsesMenu(self._sheet.document.report, self._sheet.cell_place(index.row(), index.column()), parent)
        uses.go_to.connect(self.go_to_wanted)
        return uses

    def _below(self) -> QPoint:
        view = self._view
        return view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft())
