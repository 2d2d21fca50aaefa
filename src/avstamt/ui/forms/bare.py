"""A field without a visible label: a title, which shows what it is by where it stands."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.field import Field
from avstamt.ui.look import Look


class BareField(Field):
    """A field in the font of a heading whose label is only read aloud."""

    def __init__(
        self, look: Look, label: str, editor: LineEditor | TitleEditor, parent: QWidget, level: int = 0
    ) -> None:
        super().__init__(look, label, editor, parent=parent)
        self.label.hide()
        self._look = look
        self._heading = level
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.editor.setFont(self._look.heading(self._heading))
