"""Which report the findings are held against besides their own, and the way to let go of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.look import Look


class ComparisonNote(QWidget):
    """A line above the findings; without a report to compare with it takes no room. `ended` tells to compare no more."""

    ended = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Label(look, "", small, parent=self)
        self._words.setIndent(8)
        self.stop = TextButton(look, "Sluta jämföra", "quiet", parent=self)
        self.stop.clicked.connect(self.ended)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 8, 4)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        layout.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def words(self) -> str:
        """Return what is said, empty where nothing is compared with."""
        return "" if self.isHidden() else self._words.text()

    def show_name(self, name: str) -> None:
        """Say which report is compared with, or nothing where the name is empty."""
        self._words.setText(f"Jämförs med {name}")
        self.stop.setAccessibleDescription(self._words.text())
        self.setVisible(bool(name))
