"""Draws the lines of a list whose words wrap, each as high as its words need in the list's width."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

_SIDE, _ABOVE = 8, 6
"""The padding of a list's lines in the style sheet, which Qt leaves out when it wraps words to see how high they are."""


class WrappedItems(QStyledItemDelegate):
    """The delegate of a list with wrapping lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the words, wrapped beside a box to mark where the line has one."""
        self.initStyleOption(option, index)
        style = self._view.style()
        margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, option, self._view) + 1
        box = 0
        if option.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator:
            box = style.pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self._view) + 2 * margin
        width = self._view.viewport().width() - 2 * (_SIDE + margin) - box
        flags = int(Qt.TextFlag.TextWordWrap)
        words = QFontMetrics(option.font).boundingRect(QRect(0, 0, max(width, 1), 0), flags, option.text)
        return QSize(self._view.viewport().width(), words.height() + 2 * _ABOVE)
