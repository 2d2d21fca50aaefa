"""Ties the cells of a table to their findings and comments: the explanation on hover and aloud, and the menu."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from avstamt.domain.finding import Finding
from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.marks.commented import as_lines, comments_within
from avstamt.ui.marks.commented import as_tool_tip as told_comments
from avstamt.ui.marks.explaining import as_tool_tip
from avstamt.ui.marks.mark import Underlines
from avstamt.ui.marks.offers import Offers
from avstamt.ui.tables.view import SheetView


class SheetMarks(QObject):
    """The findings of one table. `asked_for` carries a finding to show in the list, and whether to ask for a reason.

    `menu_opens` carries the menu of the current cell, for others to add to; `nothing_here` says that there is nothing to
    mend.
    """

    asked_for = Signal(object, bool)
    nothing_here = Signal(str)
    menu_opens = Signal(QMenu)

    def __init__(self, desk: Desk, view: SheetView) -> None:
        super().__init__(view)
        self._desk = desk
        self._view = view
        self._underlines: Underlines | None = None
        self._offers = Offers(desk, view.sheet.place, desk.own_words, self)
        self._offers.asked_for.connect(self.asked_for)
        view.deeds.menu_opens.connect(self._fill)
        view.suggestions_wanted.connect(self._suggest)
        view.viewport().installEventFilter(self)
        desk.document.changed.connect(self._follow)
        self._show_comments()

    def show(self, underlines: Underlines) -> None:
        """Take note of what a run found here."""
        self._underlines = underlines
        places = underlines.places_within(self._view.sheet.place)
        self._view.sheet.set_remarks({place: _in_words(underlines.at(place)) for place in places})

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Explain the cell under the pointer: the findings and the comments there, else what it says itself."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return False
        index = self._view.indexAt(event.pos())
        said = self._said_at(index)
        if said:
            QToolTip.showText(event.globalPos(), said, self._view, self._view.visualRect(index))
        return bool(said)

    def _said_at(self, index: QModelIndex) -> str:
        if not index.isValid():
            return ""
        place = self._place(index)
        found = self._underlines.at(place) if self._underlines is not None else ()
        return as_tool_tip(found) + told_comments(comments_within(self._desk.document.report, place))

    def _suggest(self) -> None:
        index = self._view.currentIndex()
        if self._underlines is None or not index.isValid() or not self._underlines.at(self._place(index)):
            self.nothing_here.emit("Här finns ingen anmärkning. Tryck F8 för att gå till nästa.")
        else:
            self._view.deeds.open_menu(None)

    def _fill(self, menu: QMenu) -> None:
        index = self._view.currentIndex()
        if index.isValid() and self._underlines is not None:
            place = self._place(index)
            marks = [mark for mark in self._underlines.marks_at(place) if mark.finding in self._underlines.at(place)]
            self._offers.fill(menu, marks, at=place)
        self.menu_opens.emit(menu)

    def _place(self, index: QModelIndex) -> Place:
        return self._view.sheet.cell_place(index.row(), index.column())

    def _follow(self, changed: Place) -> None:
        if not changed.path or changed.path[0] == "comments":
            self._show_comments()

    def _show_comments(self) -> None:
        sheet = self._view.sheet
        here = comments_within(self._desk.document.report, sheet.place)
        cells = {index: comment for comment in here if (index := sheet.index_of(comment.place)).isValid()}
        said: dict[Place, str] = {}
        for index, comment in cells.items():
            place = self._place(index)
            said[place] = " ".join(filter(None, (said.get(place, ""), *as_lines([comment]))))
        sheet.set_comments(said)


def _in_words(findings: Iterable[Finding]) -> str:
    return " ".join(f"{one.level.value}: {one.message}" for one in findings)
