"""The head of a table: words wrap, and it is as high as the longest of them needs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from avstamt.export.paper.seams import SOFT_HYPHEN, with_seams
from avstamt.ui.look import Look
from avstamt.ui.tables.columns import SheetColumn
from avstamt.ui.tables.delegate import FIRST

_SIZE = 0.92
_SIDE = 5
_ABOVE = 5


class WrappingHeader(QHeaderView):
    """A horizontal head whose texts wrap within their columns."""

    def __init__(self, look: Look, columns: tuple[SheetColumn, ...], parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._columns = columns
        self.is_crowded = False
        """Whether long words are broken at the seams of compounds, for there is no room for them whole."""
        self.setAccessibleName("Kolumnrubriker")
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the size that the wrapped texts and the groups above them need."""
        self.ensurePolished()
        heights = [self._height(section) for section in range(self.count())]
        return QSize(self.length(), max(heights, default=0) + self._group_height())

    def narrowest(self, section: int) -> int:
        """Return the width that the longest word of a head needs."""
        metrics = QFontMetrics(self._look.chrome(_SIZE, bold=True))
        words = re.split(r"(?<=/)|\s+", self._text(section))
        pieces = (f"{piece}-" if more else piece for word in words for piece, more in _pieces(word))
        return max(map(metrics.horizontalAdvance, pieces), default=0) + _left(section) + _SIDE + 2

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw one head on the tint of the printed table, and its part of the group above."""
        theme = self._look.theme
        painter.save()
        painter.fillRect(rect, theme.accent_fill)
        painter.setPen(theme.control)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.text)
        painter.setFont(self._look.chrome(_SIZE, bold=True))
        above = self._group_height()
        inner = rect.adjusted(_left(logical_index), above + _ABOVE, -_SIDE, -_ABOVE)
        painter.drawText(inner, self._alignment(logical_index), self._text(logical_index))
        if self._group(logical_index):
            self._paint_group(painter, rect, logical_index, above)
        painter.restore()

    def _paint_group(self, painter: QPainter, rect: QRect, section: int, height: int) -> None:
        first, last = self._group_span(section)
        left = self.sectionViewportPosition(first)
        right = self.sectionViewportPosition(last) + self.sectionSize(last)
        box = QRect(left + _SIDE, rect.top() + _ABOVE, right - left - 2 * _SIDE, height - _ABOVE)
        painter.setClipRect(rect)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignRight), self._group(section))
        painter.setPen(self._look.theme.control)
        painter.drawLine(left + _SIDE, box.bottom() + 1, right - _SIDE, box.bottom() + 1)

    def _group_span(self, section: int) -> tuple[int, int]:
        first = last = section
        while first > 0 and self._group(first - 1) == self._group(section):
            first -= 1
        while last + 1 < self.count() and self._group(last + 1) == self._group(section):
            last += 1
        return first, last

    def _group_height(self) -> int:
        if not any(self._group(section) for section in range(self.count())):
            return 0
        return QFontMetrics(self._look.chrome(_SIZE, bold=True)).height() + _ABOVE

    def _group(self, section: int) -> str:
        return self._columns[section].group

    def _height(self, section: int) -> int:
        font = self._look.chrome(_SIZE, bold=True)
        return (
            _wrapped(font.toString(), self._text(section), self.sectionSize(section) - _left(section) - _SIDE)
            + 2 * _ABOVE
            + 1
        )

    def _text(self, section: int) -> str:
        head = self._columns[section].head
        return with_seams(head) if self.is_crowded else head

    def _alignment(self, section: int) -> int:
        return int(self._columns[section].side | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)


def _left(section: int) -> int:
    """Return what is kept free before a head: the first begins where the cells below it do."""
    return _SIDE if section else _SIDE + FIRST


def _pieces(word: str) -> Iterator[tuple[str, bool]]:
    """Yield what a word may be broken into, and whether more of it follows."""
    *firsts, last = word.split(SOFT_HYPHEN)
    yield from ((first, True) for first in firsts)
    yield last, False


@lru_cache(maxsize=1024)
def _wrapped(font: str, text: str, width: int) -> int:
    """Return how high a text is in a font (as Qt writes it down) when its lines are `width` long."""
    made = QFont()
    made.fromString(font)
    return QFontMetrics(made).boundingRect(QRect(0, 0, width, 2000), Qt.TextFlag.TextWordWrap, text).height()
