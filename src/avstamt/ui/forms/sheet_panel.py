"""A table with its heading, guidance and the buttons that add, move and remove rows."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.domain.base import Node
from avstamt.domain.locks import node_lock
from avstamt.domain.place import Place, insert, remove
from avstamt.ui import edits
from avstamt.ui.forms.field import Guidance
from avstamt.ui.forms.room import Column, Room, Roomy, keep_clear
from avstamt.ui.labels import IconButton, Label, TextButton, small, strong
from avstamt.ui.look import Look
from avstamt.ui.tables.sheet import Sheet
from avstamt.ui.tables.view import SheetView

_KEYS = {
    "up": ("Flytta upp", "Alt+Upp"),
    "down": ("Flytta ned", "Alt+Ned"),
    "remove": ("Ta bort", "Ctrl+Delete"),
}


class SheetPanel(Roomy):
    """A table on the page. `blocked` carries why something could not be done, `go_to_wanted` a place to be shown."""

    blocked = Signal(str)
    go_to_wanted = Signal(Place)

    def __init__(
        self,
        look: Look,
        sheet: Sheet,
        heading: str,
        empty: str,
        guidance: str = "",
        *,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        sheet.setParent(self)
        self.sheet = sheet
        self.view = SheetView(sheet, look, self)
        self.view.setAccessibleName(heading or name)
        self.view.blocked.connect(self.blocked)
        self.view.deeds.go_to_wanted.connect(self.go_to_wanted)
        self._look = look
        self._words_of_none = empty
        self._room = Room()
        self._row_buttons: dict[str, IconButton] = {}
        self._add = TextButton(look, f"Lägg till {sheet.row_name}", "quiet", "add", self)
        self._lay_out(look, heading, guidance)
        self._connect()
        self._follow()

    @cached_property
    def _empty(self) -> Label:
        """Return the line that says that there are no rows, made when it is first to be shown."""
        made = Label(self._look, self._words_of_none, small, "quiet", self)
        made.setIndent(8)
        self._column.hold(made, self._column.indexOf(self._beside))
        return made

    def _make_row_buttons(self) -> None:
        """Make the buttons of the current row, when there is one."""
        for (name, (words, key)), act in zip(_KEYS.items(), (self._up, self._down, self._remove), strict=True):
            made = IconButton(self._look, name, f"{words} {self.sheet.the_row}", self)
            made.setToolTip(f"{made.toolTip()} ({key})")
            made.clicked.connect(act)
            self._foot.addWidget(made)
            self._row_buttons[name] = made

    def take_room(self, room: Room) -> None:
        """Let the table use the room beside the text, as far as its columns want it."""
        self._room = room
        self._column.take_room(room)
        more = max(self.view.wanted_width() - room.column, 0) if room.beside else 0
        keep_clear(self._beside, max(room.beside - more, 0))

    def add_row(self) -> None:
        """Add an empty row after the current one, or last, and go to it."""
        node = self.sheet.new_row()
        current = self.view.currentIndex()
        ids = [row.id for row in self.sheet.nodes()]
        at = current.row() + 1 if current.isValid() else len(ids)
        before = ids[at] if at < len(ids) else None
        place = self.sheet.place
        self.sheet.document.change(
            place, lambda report: insert(report, place, node, before), f"tillägg av {self.sheet.row_name}"
        )
        self._go_to(node)

    def _lay_out(self, look: Look, heading: str, guidance: str) -> None:
        self._column = layout = Column(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if heading:
            label = Label(look, heading, strong, parent=self)
            label.setIndent(8)
            layout.hold(label)
        if guidance:
            note = Guidance(look, guidance, self)
            note.setIndent(8)
            layout.hold(note)
        self._beside = QHBoxLayout()  # the table, and what it leaves of the room beside the text
        self._beside.addWidget(self.view)
        layout.addLayout(self._beside)
        self._foot = foot = QHBoxLayout()
        layout.hold(foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(2)
        foot.addWidget(self._add)
        foot.addStretch(1)

    def _connect(self) -> None:
        self._add.clicked.connect(self.add_row)
        self.view.deeds.row_moves.connect(self._move)
        self.view.deeds.row_wanted.connect(self.add_row)
        self.view.deeds.row_goes.connect(self._remove)
        self.sheet.modelReset.connect(self._follow)
        self.view.selectionModel().currentChanged.connect(self._follow)

    def _current(self) -> Node | None:
        row = self.view.currentIndex().row()
        nodes = self.sheet.nodes()
        return nodes[row] if 0 <= row < len(nodes) else None

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        if (node := self._current()) is not None:
            place, column = self.sheet.place, self.view.currentIndex().column()
            self.sheet.document.change(
                place, lambda report: edits.moved(report, place / node.id, step), f"flytt av {self.sheet.row_name}"
            )
            self.view.go_to(self.sheet.index_of(place / node.id).siblingAtColumn(column))

    def _remove(self) -> None:
        node = self._current()
        if node is None:
            return
        place = self.sheet.place / node.id
        if why := node_lock(self.sheet.document.report, place):
            self.blocked.emit(f"Raden kan inte tas bort. {why}")
            return
        row = self.view.currentIndex().row()
        self.sheet.document.change(
            self.sheet.place, lambda report: remove(report, place), f"borttagning av {self.sheet.row_name}"
        )
        if (last := self.sheet.rowCount() - 1) >= 0:
            self.view.go_to(self.sheet.index(min(row, last), 0))

    def _go_to(self, node: Node) -> None:
        self.view.go_to(self.sheet.index_of(self.sheet.place / node.id))

    def _follow(self) -> None:
        has_rows = self.sheet.rowCount() > 0
        self.view.setVisible(has_rows)
        if not has_rows or "_empty" in self.__dict__:
            self._empty.setVisible(not has_rows)
        is_in_row = has_rows and self.view.currentIndex().isValid()
        if is_in_row and not self._row_buttons:
            self._make_row_buttons()
        for button in self._row_buttons.values():
            button.setVisible(is_in_row)
