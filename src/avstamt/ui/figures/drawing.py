"""How a figure is drawn in the menu: its name and what would be inserted above, which of its figures and the value below."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from avstamt.language.linked.listing import LinkedFigure
from avstamt.ui.figures.choices import CHOICE_ROLE, Choices
from avstamt.ui.look import Look

_SIDE = 10
_ABOVE = 5
_GAP = 12
_LARGEST_PREVIEW = 0.6


class ChoiceDelegate(QStyledItemDelegate):
    """Draws two lines for each figure."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines."""
        lines = QFontMetrics(self._look.chrome()).height() + QFontMetrics(self._look.small).height()
        return QSize(option.rect.width(), lines + 2 * _ABOVE + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a figure."""
        figure = cast("LinkedFigure", index.data(CHOICE_ROLE))
        preview = cast("Choices", index.model()).preview(index.row())
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_fill))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 4, 4)
        inner = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        first = QFontMetrics(self._look.chrome()).height()
        above = QRect(inner.left(), inner.top(), inner.width(), first)
        below = QRect(inner.left(), inner.top() + first + 2, inner.width(), inner.height() - first - 2)
        strong = self._look.chrome(bold=True)
        _line(painter, above, (figure.name, self._look.chrome(), theme.text), (preview, strong, theme.accent))
        shown = "" if preview.startswith(figure.value) else figure.value
        where = " · ".join(filter(None, (figure.what, figure.part)))
        _line(painter, below, (where, self._look.small, theme.quiet), (shown, self._look.small, theme.quiet))
        painter.restore()


Words = tuple[str, QFont, str]


def _line(painter: QPainter, box: QRect, left: Words, right: Words) -> None:
    """Draw a text at either end of a line, each cut where it is too long."""
    text, font, colour = right
    metrics = QFontMetrics(font)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(box.width() * _LARGEST_PREVIEW))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
    free = box.width() - (metrics.horizontalAdvance(text) + _GAP if text else 0)
    text, font, colour = left
    painter.setFont(font)
    painter.setPen(QColor(colour))
    text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, free)
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
