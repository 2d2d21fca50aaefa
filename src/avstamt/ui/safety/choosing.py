"""A dialog with a list of versions, and beside it what differs in the chosen one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from avstamt.ui.labels import Label, TextButton, head, small, strong
from avstamt.ui.look import Look
from avstamt.ui.safety.comparison import Comparison


class ChoosingDialog(QDialog):
    """A list, a comparison beside it, and a row of buttons below."""

    def __init__(self, look: Look, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.resize(900, 560)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setAccessibleName(title)
        self.heading = Label(look, "", strong, parent=self)
        self.comparison = Comparison(look, self)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self._side())
        splitter.setSizes([340, 560])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(Label(look, title, head))
        layout.addWidget(Label(look, about, small, "quiet"))
        layout.addWidget(splitter, 1)
        layout.addLayout(self._buttons)
        self.list.currentRowChanged.connect(self.show_row)

    def _side(self) -> QWidget:
        side = QWidget(self)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(12, 0, 0, 0)
        beside.addWidget(self.heading)
        beside.addWidget(self.comparison, 1)
        legend = "Genomstruket finns bara i den äldre texten, understruket bara i den nyare."
        beside.addWidget(Label(self.look, legend, small, "quiet", self))
        return side

    def button(self, words: str, kind: str = "") -> TextButton:
        """Add a button and return it."""
        made = TextButton(self.look, words, kind, parent=self)
        self._buttons.addWidget(made)
        return made

    def add_row(self, words: str) -> None:
        """Add a line to the list."""
        self.list.addItem(QListWidgetItem(words))

    def show_row(self, _row: int) -> None:
        """Show what differs in the version on a line; each dialog knows how."""
