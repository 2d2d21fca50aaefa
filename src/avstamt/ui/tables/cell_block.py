"""What is done with a marked block of cells: copy, paste, empty, fill down."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QTableView

from avstamt.ui.tables.block import copied, pasted
from avstamt.ui.tables.columns import KIND_ROLE, CellKind
from avstamt.ui.tables.numbers import as_printed
from avstamt.ui.tables.sheet import Sheet
from avstamt.ui.words import count

Cells = dict[tuple[int, int], str | bool]


class CellBlock(QObject):
    """The marked cells of a table. `blocked` carries the sentence that says what could not be written."""

    blocked = Signal(str)

    def __init__(self, sheet: Sheet, view: QTableView) -> None:
        super().__init__(view)
        self._sheet = sheet
        self._view = view

    def handled(self, event: QKeyEvent) -> bool:
        """Do what a key means for a block of cells, and tell whether it meant something."""
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        index = self._view.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Cut):
            self.cut()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.empty()
        elif event.key() == Qt.Key.Key_D and control:
            self.fill_down()
        elif event.key() == Qt.Key.Key_Space and index.data(KIND_ROLE) is CellKind.TICK:
            at = (index.row(), index.column())
            self._put({at: not self._sheet.cell(*at)}, "ändring av Avvikelse")
        else:
            return False
        return True

    def marked(self) -> list[QModelIndex]:
        """Return the selected cells, row by row."""
        return sorted(self._view.selectedIndexes(), key=lambda index: (index.row(), index.column()))

    def cut(self) -> None:
        """Copy the selected block and empty its cells."""
        self.copy()
        self.empty()

    def copy(self) -> None:
        """Copy the selected block as text that a spreadsheet takes."""
        rows: dict[int, list[str]] = {}
        for index in self.marked():
            rows.setdefault(index.row(), []).append(str(index.data(Qt.ItemDataRole.EditRole)))
        if rows:
            QGuiApplication.clipboard().setMimeData(copied(list(rows.values())))

    def paste(self) -> None:
        """Paste a block from the current cell on, adding rows where it is longer; one value fills the whole selection."""
        block = pasted(QGuiApplication.clipboard().mimeData())
        start = next(iter(self.marked()), self._view.currentIndex())
        if not start.isValid():
            return
        if len(block) == len(block[0]) == 1:
            self._put(
                {(index.row(), index.column()): self._taken(block[0][0], index.column()) for index in self.marked()},
                "inklistring i tabellen",
            )
            return
        cells: Cells = {
            (start.row() + down, start.column() + right): self._taken(text, start.column() + right)
            for down, row in enumerate(block)
            for right, text in enumerate(row)
        }
        width = len(self._sheet.columns)
        fitting = {at: text for at, text in cells.items() if at[1] < width}
        self._put(fitting, "inklistring i tabellen")
        if lost := max(len(row) for row in block) + start.column() - width if len(fitting) < len(cells) else 0:
            what = count(lost, "kolumn", "kolumner")
            self.blocked.emit(f"{what} längst till höger i det du klistrade in fick inte plats i tabellen.")

    def empty(self) -> None:
        """Empty the selected cells."""
        kinds = {(index.row(), index.column()): index.data(KIND_ROLE) for index in self.marked()}
        self._put({at: False if kind is CellKind.TICK else "" for at, kind in kinds.items()}, "tömning av celler")

    def fill_down(self) -> None:
        """Write the uppermost selected value into the cells below it."""
        places = [(index.row(), index.column()) for index in self.marked()]
        top = min((row for row, _column in places), default=0)
        self._put({(row, at): self._sheet.cell(top, at) for row, at in places if row > top}, "ifyllning nedåt")

    def _taken(self, text: str, column: int) -> str:
        """Return a pasted text as a cell takes it: a plain number among figures as the city prints it."""
        columns = self._sheet.columns
        is_figure = column < len(columns) and columns[column].kind is CellKind.FIGURE
        return as_printed(text.strip(" ")) if is_figure else text.strip(" ")

    def _put(self, cells: Cells, title: str) -> None:
        if locked := self._sheet.put(cells, title):
            known = len(self._sheet.ids)
            reason = next((why for at in cells if at[0] < known and (why := self._sheet.lock(*at))), "")
            words = "En cell är låst" if locked == 1 else f"{locked} celler är låsta"
            self.blocked.emit(f"{words} och har inte ändrats. {reason}".rstrip())
