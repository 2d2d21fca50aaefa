"""The pages as they are looked at: drawn when they come into sight, the old picture standing until the new one is there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from avstamt.domain.place import Place
from avstamt.export.pages import Pages, Picture, Spot
from avstamt.ui.look import Look
from avstamt.ui.preview.pages_area import PagesArea
from avstamt.ui.preview.pictures import Pictures, paint_edge, paint_mark
from avstamt.ui.preview.strip import GAP, spot_of
from avstamt.ui.preview.worker import DrawPage


class Paper(PagesArea):
    """Shows pages. `wanted` carries the pages to draw, `pointed_at` a place that is clicked."""

    wanted = Signal(list)
    pointed_at = Signal(Place)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pictures = Pictures()
        self._place: Place | None = None
        self._spot: Spot | None = None
        self.setAccessibleName("Sidorna som de skrivs ut")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.looked_at.connect(self._look_again)
        look.changed.connect(self.viewport().update)

    @property
    def spot(self) -> Spot | None:
        """Return where the place that is worked on is printed."""
        return self._spot

    def show_pages(self, pages: Pages) -> None:
        """Show newly set pages; what is worked on stays at its height in the pane."""
        height = self._height_of_spot()
        self._pictures.renew(len(pages.sizes))
        self._lay_out(pages)
        self._spot = spot_of(pages, self._place) if self._place else None
        if height is not None and self._spot is not None and 0 <= height <= self.viewport().height():
            self.verticalScrollBar().setValue(self._strip.top_of(self._spot) - height)
        else:
            self._bring_spot()
        self._look_again()

    def show_picture(self, page: int, width: int, picture: Picture) -> None:
        """Put a page's picture in the place of the old one."""
        self._pictures.put(page, picture, width)
        self.viewport().update()

    def keep_picture(self, page: int, width: int) -> None:
        """Take note that a page looks as it did."""
        self._pictures.keep(page, width)

    def is_drawn(self) -> bool:
        """Tell whether every page in sight has its newest picture."""
        return all(self._pictures.is_fresh(page, self._pixels()) for page in self._seen())

    def follow(self, place: Place) -> None:
        """Bring the place that is worked on into sight and mark it."""
        self._place = place
        self._spot = spot_of(self._strip.pages, place)
        self._bring_spot()
        self._look_again()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go to the part of the report that is clicked."""
        spot = self._strip.spot_at(event.position() + self._corner())
        if event.button() is Qt.MouseButton.LeftButton and spot is not None:
            self.pointed_at.emit(spot.place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        theme = self._look.theme
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(theme.window))
        painter.translate(-self._corner())
        for page in self._seen():
            box = self._strip.box(page)
            self._pictures.paint(painter, box, page)
            paint_edge(painter, box, theme, has_focus=self.hasFocus() and page == self.page)
        if self._spot is not None and self._strip.tops:
            paint_mark(painter, self._strip, self._spot)

    def _look_again(self) -> None:
        """Draw what is seen, and ask for the pictures that are missing or old: those in sight, then the next."""
        seen = self._seen()
        if not seen:
            return
        self.page = self._strip.page_at(self.verticalScrollBar().value() + self.viewport().height() // 2)
        self.turned.emit(self._told_page())
        self._pictures.keep_near(seen)
        near = [page for page in (*seen, seen[-1] + 1, seen[0] - 1) if 0 <= page < len(self._strip.tops)]
        width = self._pixels()
        stale = [page for page in near if not self._pictures.is_fresh(page, width)]
        self.wanted.emit([DrawPage(page, width, self._pictures.has(page, width)) for page in stale])
        self.viewport().update()

    def _told_page(self) -> int:
        """Return the page of what is worked on where that is in sight, else the one in the middle of the pane."""
        height = self._height_of_spot()
        is_seen = height is not None and 0 <= height < self.viewport().height()
        return self._spot.page if self._spot is not None and is_seen else self.page

    def _pixels(self) -> int:
        return round(self._strip.page_width * self.devicePixelRatioF())

    def _height_of_spot(self) -> int | None:
        if self._spot is None or not self._strip.tops:
            return None
        return self._strip.top_of(self._spot) - self.verticalScrollBar().value()

    def _bring_spot(self) -> None:
        height, room = self._height_of_spot(), self.viewport().height()
        if height is not None and self._spot is not None and not GAP <= height <= room * 3 // 4:
            self.verticalScrollBar().setValue(self._strip.top_of(self._spot) - room // 4)
