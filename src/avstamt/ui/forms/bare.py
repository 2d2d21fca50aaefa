"""A field without a visible label: a title, which shows what it is by where it stands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.field import Field
from avstamt.ui.look import Look
from avstamt.ui.named import put

_PADDING = 5
"""The edge and padding of a field on paper in the style sheet: how far below its top the words begin."""
_SYMBOL, _GAP = 16, 8
"""How large what stands beside a title is, and what it needs of room around it."""


class BareField(Field):
    """A field in the font of a heading whose label is only read aloud; `level` 0 is the page's own title."""

    def __init__(
        self, look: Look, label: str, editor: LineEditor | TitleEditor, parent: QWidget, level: int = 0
    ) -> None:
        self._heading = level
        self._marks: QWidget | None = None
        super().__init__(look, label, editor, parent=parent)
        self.label.hide()
        self._dress()
        look.changed.connect(self._dress)

    def _head(self) -> QHBoxLayout:
        return QHBoxLayout() if self._is_title else super()._head()

    def _put(self, made: QWidget, at: int) -> None:
        """Put a title's symbols beside it, below each other: above it, they would push the page down when they come."""
        if self._marks is None:
            super()._put(made, at)
            return
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(made)
        column = self._marks.layout()
        if isinstance(column, QVBoxLayout):
            column.insertLayout(at, row)

    @property
    def _is_title(self) -> bool:
        return isinstance(self.editor, TitleEditor) and not self._heading

    def _add_editor(self, column: QVBoxLayout) -> None:
        """Keep room beside a title for what stands there: with less room it would break otherwise when that comes."""
        if not self._is_title:
            super()._add_editor(column)
            return
        self._marks = QWidget(self)
        inner = QVBoxLayout(self._marks)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addStretch(1)
        inner.addStretch(1)
        aside = QVBoxLayout()
        aside.addWidget(self._marks)
        aside.addStretch(1)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.editor, 1)
        beside.addLayout(aside)
        column.addLayout(beside)

    def show_comments(self, number: int, lines: Sequence[str]) -> None:
        """Show that there are comments; beside a title how many is only said, there is no room for more."""
        super().show_comments(number, lines)
        if self._is_title and number:
            put(self.comments, toolButtonStyle="ToolButtonIconOnly")
            self._fit()

    def _dress(self) -> None:
        font = self._look.heading(self._heading)
        self.editor.setFont(font)
        self._fit()

    def _fit(self) -> None:
        """Let what stands beside a title be as large as the text asks for, all of it as high as the first line."""
        if self._marks is None:
            return
        side = self._look.scaled(_SYMBOL) + _GAP
        self._marks.setFixedSize(side, QFontMetrics(self.editor.font()).height() + 2 * _PADDING)
        if "comments" in self.__dict__:
            self.comments.setFixedSize(side, side)
