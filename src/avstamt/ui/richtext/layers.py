"""Marks that lie behind a text without being in it, from several who mark: each shows its own and leaves the others'."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QTextEdit


class Layers(QObject):
    """The marks behind one text, by who shows them."""

    def __init__(self, editor: QTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._shown: dict[str, Sequence[QTextEdit.ExtraSelection]] = {}

    def show(self, name: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Show marks in the place of those that `name` showed before."""
        if marks or self._shown.get(name):
            self._shown[name] = marks
            self._editor.setExtraSelections([mark for some in self._shown.values() for mark in some])


def show_layer(editor: QTextEdit, name: str, marks: Sequence[QTextEdit.ExtraSelection]) -> None:
    """Show marks behind a text in the place of those that `name` showed before."""
    layers = editor.findChild(Layers)
    made = layers if isinstance(layers, Layers) else Layers(editor)
    made.show(name, marks)
