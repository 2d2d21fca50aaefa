"""The button that offers to link a number just typed: it stands beside the field's label and never takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from avstamt.ui.figures.offering import Offering
from avstamt.ui.look import Look

if TYPE_CHECKING:
    from avstamt.ui.figures.typed import TypedFigure

_WIDTH = 300
_EDGES = 24


class OfferButton(QPushButton):
    """Shown while there is something to offer."""

    def __init__(self, look: Look, offering: Offering, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("look", "quiet")
        self.setProperty("small", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)
        self.setFont(look.small)
        self.hide()
        offering.offered.connect(self.follow)
        self.clicked.connect(offering.accept)

    def follow(self, found: TypedFigure | None) -> None:
        """Show what is offered, or nothing."""
        self.setVisible(found is not None)
        if found is not None:
            words = f"Länka {found.text}: {found.title}"
            self.setFont(self._look.small)
            metrics = QFontMetrics(self._look.small)
            self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, _WIDTH - _EDGES).replace("&", "&&"))
            self.setAccessibleName(words)
            self.setToolTip(f"{words} (Ctrl+Mellanslag). Siffran följer sedan tabellen.")
