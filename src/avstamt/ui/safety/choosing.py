"""A dialog with a list of versions, and beside it what differs in the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from avstamt.ui.fitting import fitted
from avstamt.ui.labels import Label, TextButton, head, small, strong
from avstamt.ui.look import Look
from avstamt.ui.safety.comparison import Comparison
from avstamt.ui.wrapped_items import WrappedItems

_SIZE = QSize(900, 560)
_EMPTY = QSize(480, 180)


class ChoosingDialog(QDialog):
    """A list, a comparison beside it, and a row of buttons below."""

    def __init__(self, look: Look, title: str, about: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.resize(fitted(self, _SIZE))
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setItemDelegate(WrappedItems(self.list))
        self.list.setAccessibleName(title)
        self.heading = Label(look, "", strong, parent=self)
        self.comparison = Comparison(look, self)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self._side())
        splitter.setSizes([340, 560])
        self._layout = layout = QVBoxLayout(self)
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
        self._legend = Label(self.look, legend, small, "quiet", self)
        for widget in (self.comparison, self._legend):
            keeps = widget.sizePolicy()
            keeps.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(keeps)
        self.comparison.told.connect(self._legend.setVisible)
        beside.addWidget(self._legend)
        return side

    def show_empty(self, words: str) -> None:
        """Say what belongs in the list and how it comes there, instead of an empty list beside an empty comparison."""
        self._splitter.hide()
        at = self._layout.indexOf(self._splitter)
        self._layout.insertWidget(at, Label(self.look, words, parent=self))
        self._layout.insertStretch(at + 1, 1)
        self.resize(_EMPTY)

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
