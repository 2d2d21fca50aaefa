"""The outline with its head and the buttons that add, move and remove parts."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.desk import Desk
from avstamt.ui.labels import IconButton, Label, head
from avstamt.ui.outline.deeds import PartDeeds
from avstamt.ui.outline.model import OutlineModel
from avstamt.ui.outline.sieve import Sieve, SieveBar
from avstamt.ui.outline.view import OutlineView


class OutlinePanel(QWidget):
    """The pane on the left. `blocked` carries why something could not be done, `added` the title of a new part."""

    blocked = Signal(str)
    added = Signal(Place)

    def __init__(self, desk: Desk, model: OutlineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self.model = model
        self.view = OutlineView(model, desk.look, self)
        self._add = IconButton(desk.look, "add", "Lägg till en del (Ctrl+Shift+A)", self)
        self._up = IconButton(desk.look, "up", "Flytta upp (Ctrl+Shift+Upp)", self)
        self._down = IconButton(desk.look, "down", "Flytta ned (Ctrl+Shift+Ned)", self)
        self._remove = IconButton(desk.look, "remove", "Ta bort delen", self)
        self.bar = SieveBar(desk.look, self)
        self._sieve = Sieve(self.bar, self.view, model, self._report)
        self._lay_out()
        self.deeds = PartDeeds(desk, self.view)
        self.deeds.blocked.connect(self.blocked)
        self.deeds.added.connect(self.added)
        self._add.clicked.connect(self.offer_parts)
        self._up.clicked.connect(self.deeds.move_up)
        self._down.clicked.connect(self.deeds.move_down)
        self._remove.clicked.connect(self.deeds.remove)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._offer_at)

    def offer_parts(self) -> None:
        """Show what can be added at the chosen part."""
        self._offer(self._add.mapToGlobal(self._add.rect().bottomLeft()))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.setSpacing(0)
        top.addWidget(Label(self._desk.look, "Delar", head, parent=self), 1)
        for button in (self._add, self._up, self._down, self._remove):
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)

    def _offer_at(self, at: QPoint) -> None:
        self._offer(self.view.viewport().mapToGlobal(at))

    def _offer(self, at: QPoint) -> None:
        menu = self.deeds.parts_menu()
        menu.exec(at)
        menu.deleteLater()

    def _report(self) -> Report:
        return self._desk.document.report
