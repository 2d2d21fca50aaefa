"""The pictures of the pages that have been drawn, and how pages are painted with them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap

from avstamt.export.pages import Picture, Spot
from avstamt.ui.preview.strip import Strip
from avstamt.ui.theme import LIGHT, Theme

_KEPT = 8
"""So many pages beside those in sight keep their pictures."""
_MARK = 3
_LINE = 16
_PAPER = "#ffffff"


@dataclass(frozen=True)
class _Drawn:
    picture: QPixmap
    edition: int
    width: int


class Pictures:
    """Holds one picture a page, of this edition of the report or an earlier one."""

    def __init__(self) -> None:
        self._edition = 0
        self._drawn: dict[int, _Drawn] = {}

    def renew(self, pages: int) -> None:
        """Count all pictures as old: the report is another, with so many pages."""
        self._edition += 1
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page < pages}

    def put(self, page: int, picture: Picture, width: int) -> None:
        """Put a page's picture in the place of the old one."""
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, QImage.Format.Format_RGB32)
        self._drawn[page] = _Drawn(QPixmap.fromImage(image), self._edition, width)

    def keep(self, page: int, width: int) -> None:
        """Count a page's picture as new: it would be the same."""
        if self.has(page, width):
            self._drawn[page] = replace(self._drawn[page], edition=self._edition)

    def has(self, page: int, width: int) -> bool:
        """Tell whether there is a picture of a page of this width, old or new."""
        return page in self._drawn and self._drawn[page].width == width

    def is_fresh(self, page: int, width: int) -> bool:
        """Tell whether a page's picture is of the newest report and of the right width."""
        drawn = self._drawn.get(page)
        return drawn is not None and (drawn.edition, drawn.width) == (self._edition, width)

    def keep_near(self, seen: list[int]) -> None:
        """Forget the pictures of pages far from those in sight."""
        near = range(seen[0] - _KEPT, seen[-1] + _KEPT + 1)
        self._drawn = {page: drawn for page, drawn in self._drawn.items() if page in near}

    def paint(self, painter: QPainter, box: QRect, page: int) -> None:
        """Paint a page: white paper where nothing is drawn yet."""
        painter.fillRect(box, QColor(_PAPER))
        if (drawn := self._drawn.get(page)) is None:
            return
        ratio = painter.device().devicePixelRatioF()
        if drawn.picture.width() == round(box.width() * ratio):  # pixel by pixel: scaling takes far longer
            drawn.picture.setDevicePixelRatio(ratio)
            painter.setClipRect(box)
            painter.drawPixmap(box.topLeft(), drawn.picture)
            painter.setClipping(False)
        else:
            painter.drawPixmap(QRectF(box), drawn.picture, QRectF(drawn.picture.rect()))


def paint_edge(painter: QPainter, box: QRect, theme: Theme, *, has_focus: bool) -> None:
    """Paint the edge of a page, in the accent's colour where it has the focus."""
    painter.setPen(QPen(QColor(theme.accent), 2) if has_focus else QPen(QColor(theme.line), 1))
    painter.drawRect(box.adjusted(-1, -1, 0, 0))


def paint_mark(painter: QPainter, strip: Strip, spot: Spot) -> None:
    """Mark in the margin of the page where one works."""
    left = strip.box(spot.page).left() + 2 * _MARK
    painter.fillRect(QRect(left, strip.top_of(spot), _MARK, round(_LINE * strip.scale)), QColor(LIGHT.accent))
