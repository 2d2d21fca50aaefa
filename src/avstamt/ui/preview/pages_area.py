"""A scrolled pane with pages one under the other: zoom, page by page, and what is in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from avstamt.export.pages import Pages
from avstamt.ui.preview.strip import GAP, MARGIN, PIXELS_A_POINT, Strip

_STEP = 48
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


class PagesArea(QAbstractScrollArea):
    """Lays pages out and scrolls them; `looked_at` tells that others may have come into sight.

    `zoom` is a factor of the printed size, or None where the pages are as wide as the pane.
    """

    looked_at = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom: float | None = None
        self.page = 0
        self._strip = Strip()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages larger or smaller, or as wide as the pane."""
        self.zoom = zoom
        self._keep_page()

    def step_zoom(self, by: int) -> None:
        """Take the next larger or smaller of the sizes."""
        now = self._strip.scale / PIXELS_A_POINT
        further = [zoom for zoom in ZOOMS[::by] if (zoom - now) * by > 0]
        self.set_zoom(further[0] if further else ZOOMS[::by][-1])

    def turn(self, by: int) -> None:
        """Go to the top of the next or previous page."""
        if self._strip.tops:
            page = min(max(self.page + by, 0), len(self._strip.tops) - 1)
            self.verticalScrollBar().setValue(self._strip.tops[page] - GAP)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, scroll and zoom by key."""
        bar = self.verticalScrollBar()
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self.turn(1 if key is Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.maximum() if key is Qt.Key.Key_End else 0)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
            self.step_zoom(1 if key is Qt.Key.Key_Plus else -1)
        elif key is Qt.Key.Key_0:
            self.set_zoom(None)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width."""
        super().resizeEvent(event)
        self._keep_page()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw what comes into sight."""
        self.looked_at.emit()

    def _keep_page(self) -> None:
        """Lay out anew, with the same part of the same page at the top."""
        bar, old = self.verticalScrollBar(), self._strip
        first = old.page_at(bar.value())
        down = (bar.value() - old.tops[first]) / old.scale if old.tops else 0
        self._lay_out(old.pages)
        if self._strip.tops:
            bar.setValue(self._strip.tops[first] + round(down * self._strip.scale))
        self.looked_at.emit()

    def _lay_out(self, pages: Pages) -> None:
        view = self.viewport()
        self._strip = Strip.fitted(pages, view.width(), self.zoom)
        bars = (self.verticalScrollBar(), self.horizontalScrollBar())
        whole = (self._strip.height, self._strip.page_width + 2 * MARGIN)
        for bar, length, room in zip(bars, whole, (view.height(), view.width()), strict=True):
            bar.setRange(0, max(length - room, 0))
            bar.setPageStep(room)
            bar.setSingleStep(_STEP)

    def _corner(self) -> QPoint:
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _seen(self) -> list[int]:
        return self._strip.seen(self.verticalScrollBar().value(), self.viewport().height())
