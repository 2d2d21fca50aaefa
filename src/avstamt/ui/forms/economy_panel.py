"""An economy table on the page: its title, unit and head, the table itself, and the comment after it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QMenu

from avstamt.domain.economy import EconomyTable, SignConvention, Unit
from avstamt.domain.place import Place, value_at
from avstamt.ui.editors.choice import ListEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.bare import BareField
from avstamt.ui.forms.field import Field
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.room import Column, Room, Roomy
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.labels import TextButton
from avstamt.ui.tables.economy import EconomySheet
from avstamt.ui.tables.new_table import with_new_column, without_column_at

_UNITS = [(unit, unit.value or "utan enhet") for unit in Unit]
_SIGNS = [(sign, sign.value) for sign in SignConvention]


class EconomyPanel(Roomy):
    """A table of amounts with everything that belongs to it."""

    def __init__(self, page: Page, place: Place) -> None:
        super().__init__(page)
        self._page = page
        self._place = place
        self._table = self._now()
        self._column = layout = Column(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        title = TitleEditor()
        heading = BareField(page.desk.look, "Tabellens rubrik", title, self, level=2)
        heading.label.setHidden(bool(self._table.title))
        layout.hold(page.bound(place / "title", heading, title))
        desk = page.desk
        sheet = EconomySheet(desk.document, place, self)
        self.panel = page.table(
            SheetPanel(desk.look, sheet, "", "Tabellen har inga rader än.", name=self._name(), parent=self)
        )
        header = self.panel.view.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._offer_column)
        header.sectionDoubleClicked.connect(self._rename_column)
        self._sheet = sheet
        self.panel.view.deeds.menu_opens.connect(self._offer_sum)
        layout.hold(self.panel)
        layout.hold(self._about())
        layout.hold(page.text(place / "comment", "Kommentar till tabellen", parent=self))
        remove = TextButton(desk.look, "Ta bort tabellen", "quiet", "remove", self)
        remove.clicked.connect(self._remove)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignLeft)

    def take_room(self, room: Room) -> None:
        """Let the table use the room beside the text."""
        self._column.take_room(room)

    def fits(self, table: EconomyTable) -> bool:
        """Tell whether the panel still has the columns of the table."""
        now = [(column.id, column.title, column.group) for column in table.columns]
        return now == [(column.id, column.title, column.group) for column in self._table.columns] and (
            table.corner == self._table.corner
        )

    def leave(self) -> None:
        """Go off the page."""
        for place in [known for known in self._page.fields if known.is_within(self._place)]:
            del self._page.fields[place]
        self._page.sheets.remove(self.panel)
        self.hide()
        self.deleteLater()

    def _now(self) -> EconomyTable:
        table = value_at(self._page.desk.document.report, self._place)
        if not isinstance(table, EconomyTable):
            raise TypeError(self._place)
        return table

    def _name(self) -> str:
        return self._table.title or self._table.corner or "Tabell"

    def _about(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(12)
        for name, label, choices in (("unit", "Enhet", _UNITS), ("sign", "Tecken", _SIGNS)):
            editor = ListEditor(self._page.desk.look, choices)
            field = Field(self._page.desk.look, label, editor, parent=self)
            row.addWidget(self._page.bound(self._place / name, field, editor))
        row.addWidget(self._page.line(self._place / "benchmark", "Riktvärde", parent=self))
        row.addStretch(1)
        return row

    def _remove(self) -> None:
        self._page.remove_node(self._place, "borttagning av tabell")

    def _offer_sum(self, menu: QMenu) -> None:
        """Offer to write what the rows make into a total that does not hold it."""
        index = self.panel.view.currentIndex()
        made = self._sheet.reckoned(index.row(), index.column())
        if made is not None and not made.fits:
            first = menu.actions()[0]
            write = QAction(f"Skriv in summan {made.text}", menu)
            write.triggered.connect(partial(self._write_sum, index.row(), index.column(), made.text))
            menu.insertAction(first, write)
            menu.insertSeparator(first)

    def _write_sum(self, row: int, column: int, text: str, _checked: bool = False) -> None:
        self._sheet.put({(row, column): text}, "ifyllning av summa")

    def _offer_column(self, at: QPoint) -> None:
        header = self.panel.view.horizontalHeader()
        section = header.logicalIndexAt(at)
        menu = QMenu(self)
        rename = menu.addAction("Byt rubrik …")
        add = menu.addAction("Lägg till kolumn")
        remove = menu.addAction("Ta bort kolumnen")
        remove.setEnabled(section > 0)
        chosen = menu.exec(header.mapToGlobal(at))
        menu.deleteLater()
        if chosen is rename:
            self._rename_column(section)
        elif chosen is add:
            self._page.desk.document.change(
                self._place, lambda report: with_new_column(report, self._place, "Ny kolumn"), "tillägg av kolumn"
            )
        elif chosen is remove:
            gone = self._table.columns[section - 1].id
            self._page.desk.document.change(
                self._place, lambda report: without_column_at(report, self._place, gone), "borttagning av kolumn"
            )

    def _rename_column(self, section: int) -> None:
        is_corner = section == 0
        column = None if is_corner else self._table.columns[section - 1]
        text, is_given = QInputDialog.getText(
            self, "Kolumnens rubrik", "Rubrik:", text=self._table.corner if column is None else column.title
        )
        if is_given:
            place = self._place / "corner" if column is None else self._place / "columns" / column.id / "title"
            self._page.desk.document.set_value(place, text, "ändring av kolumnrubrik")
