"""A button as high as its words need: lines of text, an optional drawing before them, a ring when it has the focus."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from avstamt.ui.labels import FontChoice, IconLabel, Label, normal, small
from avstamt.ui.look import Look

BEFORE = 10
"""Pixels that a button without a frame, of this kind or of words on one line, keeps free before its words."""

_RING = 2
_CORNER = 6


class WrappingButton(QAbstractButton):
    """Lines of words that can be pressed; `lines` are words with the tone they are written in."""

    def __init__(
        self, look: Look, lines: tuple[tuple[str, str], ...], icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(": ".join(words for words, _tone in lines if words))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(BEFORE, 3, 4, 3)
        self._row.setSpacing(6)
        if icon:
            self._row.addWidget(IconLabel(look, icon, "accent", "", self), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words(lines, normal if icon else small), 1)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height follows the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the wrapped words need."""
        return self._row.heightForWidth(width)

    def sizeHint(self) -> QSize:
        """Return the size of the words on one line each."""
        return self._row.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground under the mouse and the ring of the focus; the words are labels."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.selection if self.isDown() else theme.hover
        painter.setBrush(QColor(ground) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.accent), _RING) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        painter.end()

    def _words(self, lines: tuple[tuple[str, str], ...], font: FontChoice) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        for words, tone in lines:
            if words:
                label = Label(self._look, words, font, tone, self)
                label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
                column.addWidget(label)
        return column
