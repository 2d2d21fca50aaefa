"""How a finding is drawn in the list when it is not open: symbol, level in words, and its sentence."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from avstamt.ui.findings.model import LINE_ROLE
from avstamt.ui.findings.rows import Head, Row
from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look
from avstamt.ui.words import LEVEL_ICONS, level_colour

SIDE = 12
ICON = 14
ABOVE = 8
_HEAD_ABOVE = 14
_WRAP = int(Qt.TextFlag.TextWordWrap)


class FindingDelegate(QStyledItemDelegate):
    """Draws heads and closed findings; an open one is a widget laid over its line."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the size that the wrapped sentence needs, or that of the open card."""
        width = self._view.viewport().width()
        if (card := self._card(index)) is not None:
            return QSize(width, card.heightForWidth(width))
        line = index.data(LINE_ROLE)
        if isinstance(line, Head):
            return QSize(width, self._head_box(line, width).height() + _HEAD_ABOVE + 4)
        height = self._message_box(line, width).height()
        return QSize(width, height + QFontMetrics(self._look.small).height() + 2 * ABOVE + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        line = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Head):
            self._paint_head(painter, option.rect, line)
        elif self._card(index) is None:
            if option.state & QStyle.StateFlag.State_MouseOver:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._look.theme.hover))
                painter.drawRoundedRect(option.rect.adjusted(4, 1, -4, -1), 6, 6)
            self._paint_finding(painter, option.rect, line)
        painter.restore()

    def _card(self, index: QModelIndex | QPersistentModelIndex) -> QWidget | None:
        return cast("QWidget | None", self._view.indexWidget(self._view.model().index(index.row(), 0)))

    def _head_font(self) -> QFont:
        return self._look.chrome(0.92, bold=True)

    def _paint_head(self, painter: QPainter, rect: QRect, line: Head) -> None:
        font = self._head_font()
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.quiet))
        box = self._head_box(line, rect.width())
        box.moveTo(rect.left() + SIDE, rect.top() + _HEAD_ABOVE)
        painter.drawText(box, _WRAP, line.words)

    def _head_box(self, line: Head, width: int) -> QRect:
        room = QRect(0, 0, max(width - 2 * SIDE, 40), 10_000)
        box = QFontMetrics(self._head_font()).boundingRect(room, _WRAP, line.words)
        return QRect(0, 0, room.width(), box.height())

    def _paint_finding(self, painter: QPainter, rect: QRect, line: Row) -> None:
        theme = self._look.theme
        colour = theme.quiet if line.waived else level_colour(line.finding.level, theme)
        top = rect.top() + ABOVE
        small = QFontMetrics(self._look.small)
        size, left = self._look.scaled(ICON), text_left(self._look)
        drawing = pixmap(
            LEVEL_ICONS[line.finding.level], size, painter.device().devicePixelRatioF(), colour, theme.panel
        )
        painter.drawPixmap(rect.left() + SIDE, top + (small.height() - size) // 2 + 1, drawing)
        painter.setFont(self._look.small)
        painter.setPen(QColor(colour))
        room = rect.width() - left - SIDE
        words = small.elidedText(_above(line), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(rect.left() + left, top, room, small.height()), 0, words)
        painter.setFont(self._look.chrome())
        painter.setPen(QColor(theme.quiet if line.waived else theme.text))
        box = self._message_box(line, rect.width())
        box.moveTo(rect.left() + left, top + small.height() + 2)
        painter.drawText(box, _WRAP, line.finding.message)

    def _message_box(self, line: Row, width: int) -> QRect:
        room = QRect(0, 0, max(width - text_left(self._look) - SIDE, 40), 10_000)
        box = QFontMetrics(self._look.chrome()).boundingRect(room, _WRAP, line.finding.message)
        return QRect(0, 0, room.width(), box.height())


def text_left(look: Look) -> int:
    """Return where the words of a finding begin, beside its symbol."""
    return SIDE + look.scaled(ICON) + 8


def _above(line: Row) -> str:
    level = line.finding.level.value
    if line.waived:
        return f"{level}, skäl angivet"
    return f"{level} · {line.where}" if line.where else level
