"""Where the page lies: a scrolled sheet with one column, which does not move when the side panes are folded away."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.desk import Desk
from avstamt.ui.forms.front_form import FrontForm
from avstamt.ui.forms.goal_page import GoalPage
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.report_form import ReportForm
from avstamt.ui.forms.room import Room
from avstamt.ui.forms.section_page import SectionPage
from avstamt.ui.look import Look

_MARGIN = 24
_TOP = 28
_FIELD_EDGES = 16
_LEAST_ROOM = 48
"""So much room beside the text is worth giving to the tables."""


class PageArea(QScrollArea):
    """Shows one page; `page_grown` tells that what lies far down on it was made. `sides` are the widths of the side panes, folded out or not: the column keeps clear of both."""

    page_shown = Signal()
    page_grown = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.page: Page | None = None
        self.sides = (0, 0)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sheet = QWidget(self)
        self.sheet.setObjectName("sheet")
        self._row = QHBoxLayout(self.sheet)
        self._row.setContentsMargins(_MARGIN, _TOP, _MARGIN, 4 * _TOP)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft)  # drawn upwards too, it would cut what wraps to its hint
        self.setWidget(self.sheet)
        look.changed.connect(self._place_column)

    def show_page(self, page: Page) -> None:
        """Put a page in the place of the one before."""
        if self.page is not None:
            self._row.removeWidget(self.page)
            self.page.hide()
            self.page.deleteLater()
        self.page = page
        self._row.addWidget(page, 0, Qt.AlignmentFlag.AlignTop)
        self._place_column()
        page.show()
        page.grown.connect(self.page_grown)
        self._row.activate()  # so that a field on it can be scrolled to at once
        self.verticalScrollBar().setValue(0)
        self.page_shown.emit()

    def keep_clear_of(self, outline: int, findings: int) -> None:
        """Take note of the side panes' widths."""
        if (outline, findings) != self.sides:
            self.sides = (outline, findings)
            self._place_column()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column where it is in the window."""
        super().resizeEvent(event)
        self._place_column()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Keep the column where it is in the window when the pane beside it is folded."""
        super().moveEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        if self.page is None:
            return
        width = self.width() - self._bar_width()  # the same whether the page is long or short
        column = max(min(self._look.column + _FIELD_EDGES, width - 2 * _MARGIN), 0)
        left = self._left_in_window(column) - self.mapTo(self.window(), QPoint(0, 0)).x()
        left = max(min(left, width - column - _MARGIN), _MARGIN)
        self._row.setContentsMargins(left, _TOP, _MARGIN, 4 * _TOP)
        room = width - left - column - _MARGIN
        room = room if room > _LEAST_ROOM else 0
        self.page.setFixedWidth(column + room)
        self.page.take_room(Room(column, room))

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _left_in_window(self, column: int) -> int:
        """Return where the column begins: as near the middle as the side panes leave room for when folded out."""
        window = self.window().width()
        outline, findings = self.sides
        left = min((window - column) // 2, window - findings - self._bar_width() - _MARGIN - column)
        return max(left, outline + _MARGIN)


def page_for(desk: Desk, place: Place, sheet: QWidget) -> Page:
    """Return the form of the part at `place`, made on the sheet it is to be shown on: moved there later it costs twice."""
    kinds: dict[str, type[Page]] = {"goals": GoalPage, "sections": SectionPage, "front": FrontForm}
    form = kinds.get(place.path[0] if place.path else "", ReportForm)
    return form(desk, place, sheet)


def part_of(report: Report, place: Place) -> Place:
    """Return the place of the part whose page shows `place`."""
    if place.path[:1] == ("front",) and report.front is not None:
        return Place.of("front")
    if place.path[:1] in (("goals",), ("sections",)) and len(place.path) > 1:
        return Place(place.path[:2])
    return Place()
