"""What is drawn in the corners of a cell: that there is a finding, by shape and colour, and that there is a comment."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF

from avstamt.domain.finding import Level
from avstamt.ui.theme import Theme
from avstamt.ui.words import level_colour

_SIDE = 8.0
_DOT = 5.0


def draw_level(painter: QPainter, cell: QRectF, level: Level, theme: Theme) -> None:
    """Draw the upper right corner of a cell with a finding: a square for Fel, a triangle for Avvikelse, a dot for Tips."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(level_colour(level, theme)))
    corner = cell.topRight()
    if level is Level.ERROR:
        painter.drawRect(QRectF(corner.x() - _SIDE + 1, corner.y(), _SIDE - 1, _SIDE - 1))
    elif level is Level.DEVIATION:
        painter.drawPolygon(QPolygonF([corner, corner - QPointF(_SIDE, 0), corner + QPointF(0, _SIDE)]))
    else:
        painter.drawEllipse(QRectF(corner.x() - _DOT - 1.5, corner.y() + 1.5, _DOT, _DOT))


def draw_comment(painter: QPainter, cell: QRectF, theme: Theme) -> None:
    """Draw the lower right corner of a cell with a comment: a fold, as of a turned page."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    corner = cell.bottomRight()
    painter.drawPolygon(QPolygonF([corner, corner - QPointF(_SIDE, 0), corner - QPointF(0, _SIDE)]))
