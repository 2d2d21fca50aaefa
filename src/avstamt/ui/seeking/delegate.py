"""How what was found is drawn: the line with the words marked, and the field below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from avstamt.ui.ground import draw_ground
from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look
from avstamt.ui.seeking.model import LINE_ROLE, Head, Snippet

_SIDE = 12
_ABOVE = 5
_HEAD_ABOVE = 12
_ICON = 12


class MatchDelegate(QStyledItemDelegate):
    """Draws heads and matches."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return two lines' height, one and some air for a head."""
        small = QFontMetrics(self._look.small).height()
        if isinstance(index.data(LINE_ROLE), Head):
            return QSize(80, small + _HEAD_ABOVE + 4)
        return QSize(80, QFontMetrics(self._look.chrome()).height() + small + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        line: Head | Snippet = index.data(LINE_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Head):
            self._head(painter, option.rect, line)
        else:
            draw_ground(painter, option, option.rect.adjusted(5, 1, -5, -1), self._look.theme)
            inner = option.rect.adjusted(_SIDE, _ABOVE, -_SIDE, -_ABOVE)
            self._words(painter, inner, line)
            self._field(painter, inner, line)
        painter.restore()

    def _head(self, painter: QPainter, rect: QRect, line: Head) -> None:
        font = self._look.chrome(0.92, bold=True)
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.quiet))
        box = rect.adjusted(_SIDE, _HEAD_ABOVE, -_SIDE, 0)
        words = QFontMetrics(font).elidedText(line.words, Qt.TextElideMode.ElideMiddle, box.width())
        painter.drawText(box, 0, words)

    def _words(self, painter: QPainter, inner: QRect, line: Snippet) -> None:
        theme = self._look.theme
        plain, strong = self._look.chrome(), self._look.chrome(bold=True)
        left = inner.left()
        for text, font, is_found in (
            (line.before, plain, False),
            (line.words, strong, True),
            (line.after, plain, False),
        ):
            room = inner.right() - left
            if room <= 0 or not text:
                continue
            metrics = QFontMetrics(font)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            width = metrics.horizontalAdvance(shown)
            box = QRect(left, inner.top(), width + 1, metrics.height())
            if is_found:
                painter.fillRect(box.adjusted(-1, 0, 0, 0), QColor(theme.selection))
            self._write(painter, box, shown, font, theme.text)
            left += width

    def _field(self, painter: QPainter, inner: QRect, line: Snippet) -> None:
        theme = self._look.theme
        metrics = QFontMetrics(self._look.small)
        left = inner.left()
        top = inner.bottom() - metrics.height() + 1
        words = line.field
        if line.lock:
            words = f"Låst · {line.field}"
            drawing = pixmap("lock", _ICON, painter.device().devicePixelRatioF(), theme.quiet, theme.panel)
            painter.drawPixmap(left, top + (metrics.height() - _ICON) // 2, drawing)
            left += _ICON + 4
        box = QRect(left, top, inner.right() - left, metrics.height())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        self._write(painter, box, shown, self._look.small, theme.quiet)

    @staticmethod
    def _write(painter: QPainter, box: QRect, words: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(box, 0, words)
