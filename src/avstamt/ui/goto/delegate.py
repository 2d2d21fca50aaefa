"""How a suggestion is drawn: drawing, name with the typed letters marked, what it is, and its key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from avstamt.ui.goto.destinations import Suggestion
from avstamt.ui.goto.model import SUGGESTION_ROLE
from avstamt.ui.ground import draw_ground
from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look

_SIDE = 10
_ABOVE = 7
_ICON = 16
_APART = 16
_MOST = 0.42
"""What it is takes at most so much of the line, the name the rest."""


class SuggestionDelegate(QStyledItemDelegate):
    """Draws the lines of the palette."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return one line's height."""
        return QSize(80, QFontMetrics(self._look.chrome()).height() + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        suggestion: Suggestion = index.data(SUGGESTION_ROLE)
        one, theme = suggestion.destination, self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, option.rect.adjusted(1, 1, -1, -1), self._look.theme)
        inner = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
        top = inner.top() + (inner.height() - _ICON) // 2
        drawing = pixmap(one.icon, _ICON, painter.device().devicePixelRatioF(), theme.quiet, theme.page)
        painter.drawPixmap(inner.left(), top, drawing)
        inner.setLeft(inner.left() + _ICON + 10)
        inner.setRight(self._beside(painter, inner, one.key or one.beside) - _APART)
        self._name(painter, inner, suggestion)
        painter.restore()

    def _beside(self, painter: QPainter, inner: QRect, words: str) -> int:
        """Draw what it is at the right, and return where that begins."""
        metrics = QFontMetrics(self._look.small)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, round(inner.width() * _MOST))
        width = metrics.horizontalAdvance(shown)
        painter.setFont(self._look.small)
        painter.setPen(QColor(self._look.theme.quiet))
        box = QRect(inner.right() - width, inner.top(), width + 1, inner.height())
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)
        return box.left()

    def _name(self, painter: QPainter, inner: QRect, suggestion: Suggestion) -> None:
        left = inner.left()
        for text, is_typed in pieces(suggestion.destination.words, suggestion.spans):
            font: QFont = self._look.chrome(bold=is_typed)
            metrics = QFontMetrics(font)
            room = inner.right() - left
            if room <= 0:
                return
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.setFont(font)
            painter.setPen(QColor(self._look.theme.accent if is_typed else self._look.theme.text))
            width = metrics.horizontalAdvance(shown)
            painter.drawText(
                QRect(left, inner.top(), width + 1, inner.height()), int(Qt.AlignmentFlag.AlignVCenter), shown
            )
            left += width
            if shown != text:
                return


def pieces(words: str, spans: tuple[tuple[int, int], ...]) -> list[tuple[str, bool]]:
    """Return the words cut where a typed stretch begins or ends, each piece with whether it is typed."""
    marked = {at for start, end in spans for at in range(start, end)}
    made: list[tuple[str, bool]] = []
    for at, letter in enumerate(words):
        is_typed = at in marked
        if made and made[-1][1] == is_typed:
            made[-1] = (made[-1][0] + letter, is_typed)
        else:
            made.append((letter, is_typed))
    return made
