"""The preview pane: page number, zoom, and the pages, kept up to date while it is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.place import ROOT, Place
from avstamt.export.pages import Pages
from avstamt.ui.desk import Desk
from avstamt.ui.labels import ElidedLabel, IconButton, Label, head, small
from avstamt.ui.preview.helper import Helper
from avstamt.ui.preview.paper import Paper
from avstamt.ui.words import count

_PAUSE_MS = 15
"""So long to wait for more of the same change: a paste or an undo touches several places at once."""
_WAITING = "Sidorna sätts …"


class PreviewPanel(QWidget):
    """Shows a document's pages as they will print. `go_to` carries a place that the user points at on a page."""

    go_to = Signal(Place)
    close_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._place = ROOT
        self.pages = 0
        self._is_old = True
        self.helper = Helper(self)
        self.paper = Paper(desk.look, self)
        self._number = Label(desk.look, "", small, "quiet", self)
        self._number.setWordWrap(False)
        self._trouble = Label(desk.look, _WAITING, small, "quiet", self)
        self._smaller = IconButton(desk.look, "zoom-out", "Mindre sidor (−)", self)
        self._larger = IconButton(desk.look, "zoom-in", "Större sidor (+)", self)
        self._fit = IconButton(desk.look, "fit-width", "Sidorna så breda som rutan (0)", self)
        self._close = IconButton(desk.look, "close", "Stäng förhandsvisningen (Ctrl+Shift+P)", self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    @property
    def is_at_rest(self) -> bool:
        """Tell whether the pages in sight are those of the report as it is now."""
        return not self._is_old and self.helper.is_idle and self.paper.is_drawn()

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here: the pages."""
        return self.paper

    def follow(self, place: Place) -> None:
        """Take note of the place that is worked on, and show it."""
        if place != self._place:
            self._place = place
            self.paper.follow(place)

    def showEvent(self, event: QShowEvent) -> None:
        """Set the pages when they come into sight."""
        super().showEvent(event)
        if self._is_old:
            self._timer.start()

    def end(self) -> None:
        """Let the helper go, until the pane comes into sight again."""
        self.helper.close()
        self._is_old = True

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.setSpacing(2)
        title = ElidedLabel(self._desk.look, "Förhandsvisning", "ElideRight", head, parent=self)
        top.addWidget(title)
        top.addSpacing(8)
        top.addWidget(self._number)
        top.addStretch(1)
        for button in (self._smaller, self._larger, self._fit, self._close):
            top.addWidget(button)
        self._trouble.setContentsMargins(12, 4, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._trouble)
        layout.addWidget(self.paper, 1)

    def _connect(self) -> None:
        self._timer.timeout.connect(self._renew)
        self._desk.document.changed.connect(self._wait)
        self._desk.look.settings.paper_changed.connect(self._wait)
        self.helper.set.connect(self._show)
        self.helper.drawn.connect(self.paper.show_picture)
        self.helper.unchanged.connect(self.paper.keep_picture)
        self.helper.refused.connect(self._say)
        self.paper.wanted.connect(self.helper.draw)
        self.paper.turned.connect(self._show_number)
        self.paper.pointed_at.connect(self.go_to)
        self._smaller.clicked.connect(self._make_smaller)
        self._larger.clicked.connect(self._make_larger)
        self._fit.clicked.connect(self._fit_width)
        self._close.clicked.connect(self.close_wanted)

    def _wait(self, _changed: Place | None = None) -> None:
        self._is_old = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _renew(self) -> None:
        if self.isVisible():
            self._is_old = False
            layout = self._desk.look.settings.paper_layout
            self.helper.show(self._desk.document.report, self._desk.template, layout)

    def _show(self, pages: Pages) -> None:
        self._trouble.hide()
        self.pages = len(pages.sizes)
        self.paper.show_pages(pages)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.show()

    def _show_number(self, page: int) -> None:
        words = f"Sida {page + 1} av {self.pages}"
        if words == self._number.text():
            return  # a label that is set makes the window lay itself out anew
        self._number.setText(words)
        self.paper.setAccessibleDescription(f"{words}, {count(self.pages, 'sida', 'sidor')} i rapporten")

    def _make_smaller(self) -> None:
        self.paper.step_zoom(-1)

    def _make_larger(self) -> None:
        self.paper.step_zoom(1)

    def _fit_width(self) -> None:
        self.paper.set_zoom(None)
