"""A field without a visible label: a title, which shows what it is by where it stands."""

from __future__ import annotations

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.forms.field import Field
from avstamt.ui.look import Look

_PADDING = 5
"""The edge and padding of a field on paper in the style sheet: how far below its top the words begin."""
_GAP = 6


class BareField(Field):
    """A field in the font of a heading whose label is only read aloud; `level` 0 is the page's own title."""

    def __init__(
        self, look: Look, label: str, editor: LineEditor | TitleEditor, parent: QWidget, level: int = 0
    ) -> None:
        self._heading = level
        self._mark: QVBoxLayout | None = None
        self._said = QVBoxLayout()
        super().__init__(look, label, editor, parent=parent)
        self.label.hide()
        self._dress()
        look.changed.connect(self._dress)

    def _head(self) -> QHBoxLayout:
        return QHBoxLayout() if self._is_title else super()._head()

    def _put(self, made: QWidget, at: int) -> None:
        if not self._is_title:  # a title's stand beside it, not above
            super()._put(made, at)

    @property
    def _is_title(self) -> bool:
        return isinstance(self.editor, TitleEditor) and not self._heading

    def _add_editor(self, column: QVBoxLayout) -> None:
        """Keep room for the finding's symbol beside a title: above it, it would push the page down when it comes."""
        if not self._is_title:
            super()._add_editor(column)
            return
        keeps = self._level.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self._level.setSizePolicy(keeps)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        beside.addWidget(self.editor, 1)
        self._mark = QVBoxLayout()
        self._mark.addWidget(self._level)
        self._mark.addStretch(1)
        beside.addLayout(self._mark)
        self._said.addWidget(self.comments)
        self._said.addStretch(1)
        beside.addLayout(self._said)
        column.addLayout(beside)

    def _dress(self) -> None:
        font = self._look.heading(self._heading)
        self.editor.setFont(font)
        if self._mark is not None:
            above = (QFontMetrics(font).height() - self._level.height()) // 2 + _PADDING
            self._mark.setContentsMargins(_GAP, max(above, 0), 0, 0)
            taller = (self.comments.sizeHint().height() - self._level.height()) // 2
            self._said.setContentsMargins(0, max(above - taller, 0), 0, 0)
