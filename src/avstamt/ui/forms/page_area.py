"""Where the page lies: a scrolled sheet with one column, which does not move when the side panes are folded away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.desk import Desk
from avstamt.ui.forms.front_form import FrontForm
from avstamt.ui.forms.goal_page import GoalPage
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.report_form import ReportForm
from avstamt.ui.forms.section_page import SectionPage
from avstamt.ui.look import Look

_MARGIN = 24
_TOP = 28
_FIELD_EDGES = 16


class PageArea(QScrollArea):
    """Shows one page. The column is centred in the window, as far as its own pane allows."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.page: Page | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._sheet = QWidget(self)
        self._sheet.setProperty("sheet", True)
        self._row = QHBoxLayout(self._sheet)
        self._row.setContentsMargins(_MARGIN, _TOP, _MARGIN, 4 * _TOP)
        self._row.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setWidget(self._sheet)
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
        self.verticalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column where it is in the window."""
        super().resizeEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        if self.page is None:
            return
        width = self.viewport().width()
        column = min(self._look.column + _FIELD_EDGES, width - 2 * _MARGIN)
        window = self.window()
        left = window.width() // 2 - column // 2 - self.mapTo(window, self.rect().topLeft()).x()
        left = min(max(left, _MARGIN), max(width - column - _MARGIN, _MARGIN))
        self._row.setContentsMargins(left, _TOP, _MARGIN, 4 * _TOP)
        self.page.setFixedWidth(max(column, 0))


def page_for(desk: Desk, place: Place) -> Page:
    """Return the form of the part at `place`."""
    kinds: dict[str, type[Page]] = {"goals": GoalPage, "sections": SectionPage, "front": FrontForm}
    form = kinds.get(place.path[0] if place.path else "", ReportForm)
    return form(desk, place)


def part_of(report: Report, place: Place) -> Place:
    """Return the place of the part whose page shows `place`."""
    if place.path[:1] == ("front",) and report.front is not None:
        return Place.of("front")
    if place.path[:1] in (("goals",), ("sections",)) and len(place.path) > 1:
        return Place(place.path[:2])
    return Place()
