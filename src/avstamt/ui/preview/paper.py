"""The pages as they are looked at: drawn when they come into sight, the old picture standing until the new one is there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from avstamt.domain.place import Place
from avstamt.export.pages import Pages, Picture, Spot
from avstamt.ui.look import Look
from avstamt.ui.preview.strip import GAP, MARGIN, PIXELS_A_POINT, Strip, spot_of
from avstamt.ui.theme import LIGHT

_KEPT = 8
"""So many pages beside those in sight keep their pictures."""
_MARK = 3
_LINE = 16
_STEP = 48
_PAPER = "#ffffff"
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


@dataclass(frozen=True)
class _Drawn:
    picture: QPixmap
    edition: int
    width: int


class Paper(QAbstractScrollArea):
    """Shows pages. `wanted` carries the pages to draw and their width in pixels, `pointed_at` a place that is clicked.

    `zoom` is a factor of the printed size, or None where the pages are as wide as the pane.
    """

    wanted = Signal(list, int)
    pointed_at = Signal(Place)
    turned = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.zoom: float | None = None
        self.page = 0
        self._strip = Strip()
        self._edition = 0
        self._drawn: dict[int, _Drawn] = {}
        self._place: Place | None = None
        self._spot: Spot | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Sidorna som de skrivs ut")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.viewport().update)

    @property
    def spot(self) -> Spot | None:
        """Return where the place that is worked on is printed."""
        return self._spot

    def show_pages(self, pages: Pages) -> None:
        """Show newly set pages; what is worked on stays at its height in the pane."""
        height = self._height_of_spot()
        self._edition += 1
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page < len(pages.sizes)}
        self._lay_out(pages)
        self._spot = spot_of(pages, self._place) if self._place else None
        if height is not None and self._spot is not None and 0 <= height <= self.viewport().height():
            self.verticalScrollBar().setValue(self._strip.top_of(self._spot) - height)
        else:
            self._bring_spot()
        self._look_again()

    def show_picture(self, page: int, picture: Picture) -> None:
        """Put a page's picture in the place of the old one."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
        self._drawn[page] = _Drawn(QPixmap.fromImage(image), self._edition, self._pixels())
        self.viewport().update()

    def is_drawn(self) -> bool:
        """Tell whether every page in sight has its newest picture."""
        return all(self._is_fresh(page) for page in self._seen())

    def follow(self, place: Place) -> None:
        """Bring the place that is worked on into sight and mark it."""
        self._place = place
        self._spot = spot_of(self._strip.pages, place)
        self._bring_spot()
        self.viewport().update()

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
            painter.fillRect(box, QColor(_PAPER))
            if (drawn := self._drawn.get(page)) is not None:
                painter.drawPixmap(QRectF(box), drawn.picture, QRectF(drawn.picture.rect()))
            has_focus = self.hasFocus() and page == self.page
            edge = QPen(QColor(theme.accent), 2) if has_focus else QPen(QColor(theme.line), 1)
            painter.setPen(edge)
            painter.drawRect(box.adjusted(-1, -1, 0, 0))
        if self._spot is not None and self._strip.tops:
            left = self._strip.box(self._spot.page).left() + 2 * _MARK
            line = round(_LINE * self._strip.scale)
            painter.fillRect(QRect(left, self._strip.top_of(self._spot), _MARK, line), QColor(LIGHT.accent))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width."""
        super().resizeEvent(event)
        self._keep_page()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Draw what comes into sight."""
        self._look_again()

    def _keep_page(self) -> None:
        """Lay out anew, with the same part of the same page at the top."""
        bar, old = self.verticalScrollBar(), self._strip
        first = old.page_at(bar.value())
        down = (bar.value() - old.tops[first]) / old.scale if old.tops else 0
        self._lay_out(old.pages)
        if self._strip.tops:
            bar.setValue(self._strip.tops[first] + round(down * self._strip.scale))
        self._look_again()

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

    def _look_again(self) -> None:
        """Draw what is seen, and ask for the pictures that are missing or old: those in sight, then the next."""
        seen = self._seen()
        if not seen:
            return
        self.page = self._strip.page_at(self.verticalScrollBar().value() + self.viewport().height() // 2)
        self.turned.emit(self.page)
        for far in [page for page in self._drawn if not seen[0] - _KEPT <= page <= seen[-1] + _KEPT]:
            del self._drawn[far]
        near = [page for page in (*seen, seen[-1] + 1, seen[0] - 1) if 0 <= page < len(self._strip.tops)]
        self.wanted.emit([page for page in near if not self._is_fresh(page)], self._pixels())
        self.viewport().update()

    def _is_fresh(self, page: int) -> bool:
        drawn = self._drawn.get(page)
        return drawn is not None and (drawn.edition, drawn.width) == (self._edition, self._pixels())

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
