"""Where in the report the user is: the field, paragraph or cell that has the focus, else the part that is shown."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from avstamt.domain.place import ROOT, Place
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.page_area import PageArea
from avstamt.ui.richtext.reading import id_of, part_at
from avstamt.ui.tables.view import SheetView

_WATCHED = "whereabouts"


class Whereabouts(QObject):
    """Follows the focus in a page; `moved` carries the place that the user has come to."""

    moved = Signal(Place)

    def __init__(self, area: PageArea, parent: QObject) -> None:
        super().__init__(parent)
        self._area = area
        self._place: Place | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    @property
    def place(self) -> Place:
        """Return where the user is."""
        return self._place or ROOT

    def come_to(self, place: Place) -> None:
        """Take note that the user is at a place."""
        if place != self._place:
            self._place = place
            self.moved.emit(place)

    def _follow(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self._area.page
        if page is None or now is None or not page.isAncestorOf(now):
            return
        if not now.property(_WATCHED):
            now.setProperty(_WATCHED, True)
            if isinstance(now, RichEditor):
                now.cursorPositionChanged.connect(self._look)
            elif isinstance(now, SheetView):
                now.selectionModel().currentChanged.connect(self._look)
        self._look()

    def _look(self) -> None:
        page, focused = self._area.page, QApplication.focusWidget()
        if page is not None and focused is not None and (place := place_of(page, focused)) is not None:
            self.come_to(place)


def place_of(page: Page, widget: QWidget) -> Place | None:
    """Return the place that a widget of a page edits, None where it edits nothing."""
    for place, field in page.made.items():
        if field.editor is widget:
            block = id_of(part_at(widget.textCursor())) if isinstance(widget, RichEditor) else ""
            return place / "blocks" / block if block else place
    for panel in page.tables_made:
        if panel.view is widget or panel.view.isAncestorOf(widget):
            index = panel.view.currentIndex()
            return panel.sheet.cell_place(index.row(), index.column()) if index.isValid() else None
    return None
