"""What lies under a line of a list: whether it is chosen, pointed at, or has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from avstamt.ui.theme import Theme

_CORNER = 5


def draw_ground(painter: QPainter, option: QStyleOptionViewItem, box: QRect, theme: Theme) -> None:
    """Fill `box` where the line is chosen or pointed at; a chosen line with the focus has an edge too."""
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setBrush(QColor(theme.accent_fill))
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(QColor(theme.hover))
    else:
        return
    has_focus = option.state & QStyle.StateFlag.State_HasFocus
    painter.setPen(QPen(QColor(theme.accent), 2) if has_focus else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(box, _CORNER, _CORNER)
