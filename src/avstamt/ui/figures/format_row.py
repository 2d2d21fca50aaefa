"""The formats of a figure in a row of small buttons; the one that it is inserted in is marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from avstamt.ui.look import Look

_SIDE = 8
_ABOVE = 3
_GAP = 4


class FormatRow(QWidget):
    """Chips that wrap; two lines are always kept free for them.

    `chosen` carries the number of the one that is clicked, `resized` tells that they take more or fewer lines.
    """

    chosen = Signal(int)
    resized = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._texts: tuple[str, ...] = ()
        self._number = 0
        self.setAccessibleName("Format")

    def show_texts(self, texts: Sequence[str], number: int) -> None:
        """Show the texts that the formats give, one of them marked."""
        self._texts, self._number = tuple(texts), number
        self.setAccessibleDescription(f"{texts[number]}, format {number + 1} av {len(texts)}" if texts else "")
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Return the size of the lines that the chips take, two at least: the menu does not jump from figure to figure."""
        last = self.boxes()[-1].bottom() + 1 if self._texts else 0
        return QSize(self.width(), max(last, 2 * self._chip_height() + _GAP))

    def minimumSizeHint(self) -> QSize:
        """Return the same as `sizeHint`."""
        return self.sizeHint()

    def boxes(self) -> list[QRect]:
        """Return where each chip stands; one after the other, on as many lines as it takes."""
        metrics = QFontMetrics(self._look.small)
        left, top, height = 0, 0, self._chip_height()
        made: list[QRect] = []
        for text in self._texts:
            width = min(metrics.horizontalAdvance(text) + 2 * _SIDE, self.width())
            if left and left + width > self.width():
                left, top = 0, top + height + _GAP
            made.append(QRect(left, top, width, height))
            left += width + _GAP
        return made

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chips."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.small)
        for number, (box, text) in enumerate(zip(self.boxes(), self._texts, strict=True)):
            is_chosen = number == self._number
            painter.setPen(QPen(QColor(theme.accent if is_chosen else theme.line), 2 if is_chosen else 1))
            painter.setBrush(QColor(theme.accent_fill if is_chosen else theme.page))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the format that is clicked."""
        for number, box in enumerate(self.boxes()):
            if box.contains(event.position().toPoint()):
                self.chosen.emit(number)

    def _fit(self) -> None:
        if self.height() != self.sizeHint().height():
            self.setFixedHeight(self.sizeHint().height())
            self.resized.emit()

    def _chip_height(self) -> int:
        return QFontMetrics(self._look.small).height() + 2 * _ABOVE
