"""The head of a table: words wrap, and it is as high as the longest of them needs."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from avstamt.ui.look import Look

_SIZE = 0.92
_SIDE = 5
_ABOVE = 5


class WrappingHeader(QHeaderView):
    """A horizontal head whose texts wrap within their columns."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setMinimumSectionSize(36)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        """Return the size that the wrapped texts need."""
        heights = [self._height(section) for section in range(self.count())]
        return QSize(self.length(), max(heights, default=0))

    def narrowest(self, section: int) -> int:
        """Return the width that the longest word of a head needs."""
        metrics = QFontMetrics(self._look.chrome(_SIZE, bold=True))
        words = re.split(r"(?<=/)|\s+", self._text(section))
        return max((metrics.horizontalAdvance(word) for word in words), default=0) + 2 * _SIDE + 2

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        """Draw one head on the tint of the printed table."""
        theme = self._look.theme
        painter.save()
        painter.fillRect(rect, theme.accent_fill)
        painter.setPen(theme.control)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(theme.text)
        painter.setFont(self._look.chrome(_SIZE, bold=True))
        inner = rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        painter.drawText(inner, self._alignment(logical_index), self._text(logical_index))
        painter.restore()

    def _height(self, section: int) -> int:
        painter_font = self._look.chrome(_SIZE, bold=True)
        self.ensurePolished()
        width = self.sectionSize(section) - 2 * _SIDE
        box = QFontMetrics(painter_font).boundingRect(
            QRect(0, 0, width, 2000), self._alignment(section), self._text(section)
        )
        return box.height() + 2 * _ABOVE + 1

    def _text(self, section: int) -> str:
        return str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")

    def _alignment(self, section: int) -> int:
        role = Qt.ItemDataRole.TextAlignmentRole
        return int(self.model().headerData(section, Qt.Orientation.Horizontal, role) or 0)
