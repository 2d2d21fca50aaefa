"""The pane that shows a second place: choose a report and a part, or let it follow where one works."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.place import ROOT, Place, exists
from avstamt.ui.chooser import Chooser
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.forms.page_area import PageArea, page_for, part_of
from avstamt.ui.goto.destinations import destinations
from avstamt.ui.labels import IconButton, Label, head, small
from avstamt.ui.safety.sealing import seal
from avstamt.ui.second.picking import Picker
from avstamt.ui.second.sources import Sources
from avstamt.ui.second.twin import twin
from avstamt.ui.whereabouts import Whereabouts

_ONLY_READ = "Rapporten visas bara här. Ändra i den under dess egen flik."
_FROM_FILE = "Rapporten visas bara här. Öppna filen i en egen flik för att ändra i den."
_HINT = "Öppna förra årets rapport med knappen här ovanför, så ser du samma mål i båda."
_NO_TWIN = "Det du arbetar med finns inte i den rapporten. Välj en annan del ovan."


class SecondPane(QWidget):
    """Shows a part of the report, or of another open one, which can only be read here."""

    go_to = Signal(Place)
    blocked = Signal(str)
    close_wanted = Signal()

    def __init__(
        self, desk: Desk, whereabouts: Whereabouts, documents: Sequence[Document], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._whereabouts = whereabouts
        self._part = ROOT
        self._shown: Document | None = None
        self._picker = Picker(desk, self)
        self.open = IconButton(desk.look, "open", "Visa en rapport ur en fil", self)
        self.sources = Sources(desk.look, desk.document, documents, self)
        self.parts = Chooser(desk.look, self)
        self.follow = IconButton(desk.look, "link", "Följ med till samma mål", self)
        self._close = IconButton(desk.look, "close", "Stäng det som visas bredvid (Ctrl+§)", self)
        self._note = Label(desk.look, _HINT, small, "quiet", self)
        self.area = PageArea(desk.look, self)
        self._lay_out()
        self.sources.changed.connect(self._show_source)
        self.parts.activated.connect(self._choose_part)
        self.follow.toggled.connect(self._follow_toggle)
        self._close.clicked.connect(self.close_wanted)
        self.open.clicked.connect(self._picker.ask)
        self._picker.picked.connect(self.sources.take)
        self._picker.refused.connect(self.blocked)
        whereabouts.moved.connect(self._follow)
        desk.document.changed.connect(self._watch)

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here."""
        return self.sources

    @property
    def place(self) -> Place:
        """Return the place of the part that is shown."""
        return self._part

    @property
    def is_own(self) -> bool:
        """Tell whether a place of the report itself is shown."""
        return self.sources.document is self._desk.document

    def begin(self) -> None:
        """Offer the reports that there are now, and show the place one is at where nothing is shown."""
        self.sources.offer()
        self._show_source()

    def _lay_out(self) -> None:
        self.parts.setAccessibleName("Del som visas bredvid")
        self.follow.setCheckable(True)
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.setSpacing(2)
        top.addWidget(Label(self._desk.look, "Bredvid", head, parent=self), 1)
        top.addWidget(self.follow)
        top.addWidget(self._close)
        choices = QVBoxLayout()
        choices.setContentsMargins(12, 0, 12, 8)
        choices.setSpacing(6)
        self.parts.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        whose = QHBoxLayout()
        whose.setSpacing(2)
        whose.addWidget(self.sources, 1)
        whose.addWidget(self.open)
        choices.addLayout(whose)
        choices.addWidget(self.parts)
        choices.addWidget(self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(choices)
        layout.addWidget(self.area, 1)

    def _only_read(self) -> str:
        return _FROM_FILE if self.sources.is_read_in else _ONLY_READ

    def _show_source(self) -> None:
        self.follow.setVisible(not self.is_own)
        self._note.setText(_HINT if self.sources.is_alone else "" if self.is_own else self._only_read())
        self._note.setVisible(bool(self._note.text()))
        if self.is_own:
            self._show(part_of(self.sources.document.report, self._whereabouts.place))
        else:
            self.follow.setChecked(True)
            if not self._show_twin(self._whereabouts.place):
                self._show(ROOT)

    def _choose_part(self, at: int) -> None:
        self._show(self.parts.itemData(at))

    def _follow_toggle(self, is_on: bool) -> None:
        if is_on:
            self._follow(self._whereabouts.place)

    def _follow(self, place: Place) -> None:
        if self.isVisible() and not self.is_own and self.follow.isChecked():
            known = self._show_twin(place)
            self._note.setText(self._only_read() if known else _NO_TWIN)

    def _show_twin(self, place: Place) -> bool:
        found = twin(self._desk.document.report, place, self.sources.document.report)
        if found is None:
            return False
        part = part_of(self.sources.document.report, found)
        if part != self._part or self._shown is not self.sources.document:
            self._show(part)
        if found != part and self.area.page is not None and (field := self.area.page.fields.get(found)) is not None:
            self.area.ensureWidgetVisible(field, 0, 0)
        return True

    def _show(self, part: Place) -> None:
        self._part, self._shown = part, self.sources.document
        self._name_parts()
        page = page_for(self._desk if self.is_own else self._mirror(), part, self.area.sheet)
        page.blocked.connect(self.blocked)
        if self.is_own:
            page.comments_wanted.connect(self.go_to)
        else:
            seal(page)
            page.grown.connect(partial(seal, page))
        self.area.show_page(page)

    def _mirror(self) -> Desk:
        """Return a desk with a copy of the other report that can only be read."""
        copy = Document(self.sources.document.report, parent=self.area)
        copy.read_only = self._only_read()
        copy.refused.connect(self.blocked)
        return replace(self._desk, document=copy)

    def _name_parts(self) -> None:
        self.parts.clear()
        for one in destinations(self.sources.document.report):
            if one.is_part:
                self.parts.addItem(one.words, ROOT if one.place == Place.of("title") else one.place)
        places = [self.parts.itemData(at) for at in range(self.parts.count())]
        self.parts.setCurrentIndex(places.index(self._part) if self._part in places else 0)

    def _watch(self, _changed: Place) -> None:
        if self.is_own and self.isVisible() and not exists(self._desk.document.report, self._part):
            self._show(ROOT)
