"""Where the pages stand under each other on a long strip, in pixels, and where a part of the report stands on it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect

from avstamt.domain.place import Place
from avstamt.export.pages import Pages, Spot

GAP = 12
MARGIN = 16
PIXELS_A_POINT = 96 / 72
_A4 = 595.0


@dataclass(frozen=True)
class Strip:
    """Pages at one scale (pixels a point), in the middle of a pane that is `width` pixels wide."""

    pages: Pages = field(default_factory=lambda: Pages((), ()))
    scale: float = PIXELS_A_POINT
    width: int = 0

    @classmethod
    def fitted(cls, pages: Pages, width: int, zoom: float | None) -> Strip:
        """Return the strip at a zoom of the printed size, or as wide as the pane where that is None."""
        widest = max((side for side, _height in pages.sizes), default=_A4)
        scale = max(width - 2 * MARGIN, 80) / widest if zoom is None else zoom * PIXELS_A_POINT
        return cls(pages, scale, width)

    def __post_init__(self) -> None:
        tops = []
        bottom = GAP
        for _width, height in self.pages.sizes:
            tops.append(bottom)
            bottom += round(height * self.scale) + GAP
        object.__setattr__(self, "tops", tuple(tops))
        object.__setattr__(self, "height", bottom)

    tops: tuple[int, ...] = field(init=False, default=())
    height: int = field(init=False, default=GAP)

    @property
    def page_width(self) -> int:
        """Return how wide the widest page is."""
        return round(max((width for width, _height in self.pages.sizes), default=_A4) * self.scale)

    def box(self, page: int) -> QRect:
        """Return where a page stands."""
        width, height = (round(side * self.scale) for side in self.pages.sizes[page])
        return QRect(max((self.width - width) // 2, MARGIN), self.tops[page], width, height)

    def page_at(self, y: int) -> int:
        """Return the page at a height, or the one above where it is between two."""
        return max(bisect_right(self.tops, y) - 1, 0)

    def seen(self, top: int, height: int) -> list[int]:
        """Return the pages that are seen where the pane shows `height` pixels from `top`."""
        return list(range(self.page_at(top), self.page_at(top + height) + 1)) if self.tops else []

    def top_of(self, spot: Spot) -> int:
        """Return how far down a part of the report begins."""
        return self.tops[spot.page] + round(spot.top * self.scale)

    def spot_at(self, at: QPointF) -> Spot | None:
        """Return the part that stands at a point: the last that begins on the page above it."""
        page = self.page_at(round(at.y()))
        if not self.tops or not self.box(page).contains(at.toPoint()):
            return None
        reached = (page, (at.y() - self.tops[page]) / self.scale)
        before = [spot for spot in self.pages.spots if (spot.page, spot.top) <= reached]
        return max(before, key=lambda spot: (spot.page, spot.top), default=None)


def spot_of(pages: Pages, place: Place) -> Spot | None:
    """Return where a place is printed: itself, else what it lies in, else the first thing that lies in it."""
    around = [spot for spot in pages.spots if spot.place.path and place.is_within(spot.place)]
    if around:
        return max(around, key=lambda spot: len(spot.place.path))
    inside = next((spot for spot in pages.spots if spot.place.is_within(place)), None)
    return inside if inside is not None or not place.path else spot_of(pages, place.parent)
