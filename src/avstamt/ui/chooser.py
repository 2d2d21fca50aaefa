"""A list to choose one of: a field with an arrow that says that there is more."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look

_ARROW = 12
_FROM_RIGHT = 20
_FROM_TEXT = 4
_BOX = QStyle.ComplexControl.CC_ComboBox


class Chooser(QComboBox):
    """A QComboBox with our arrow; a wheel scrolls the page, and never changes a value by the way."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, with words that are too long ended at dots, and the arrow."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        style = self.style()
        room = style.subControlRect(_BOX, option, QStyle.SubControl.SC_ComboBoxEditField, self).width() - _FROM_TEXT
        option.currentText = self.fontMetrics().elidedText(option.currentText, Qt.TextElideMode.ElideRight, room)
        drawn = QStylePainter(self)
        drawn.drawComplexControl(_BOX, option)
        drawn.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        drawn.end()
        theme = self._look.theme
        drawing = pixmap("chevron-down", _ARROW, self.devicePixelRatioF(), theme.quiet, theme.page)
        painter = QPainter(self)
        painter.drawPixmap(self.width() - _FROM_RIGHT, (self.height() - _ARROW) // 2, drawing)
        painter.end()
