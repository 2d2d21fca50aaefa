"""Marks linked figures in a text: the one under the pointer or at the caret, and those whose source is gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtGui import QColor, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from avstamt.domain.text import FigureReference, RichText, TextTable
from avstamt.language.linked.sources import State
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.richtext.layers import show_layer
from avstamt.ui.richtext.loosening import Stretch, stretches

StateOf = Callable[[FigureReference], State]


class FigureMarks(QObject):
    """The marks of one text."""

    def __init__(self, editor: RichEditor, state_of: StateOf) -> None:
        super().__init__(editor)
        self._editor = editor
        self._state_of = state_of
        self._hovered: Stretch | None = None
        self._dead: list[Stretch] = []
        editor.cursorPositionChanged.connect(self.show)
        editor.look.changed.connect(self.renew)

    @property
    def at_caret(self) -> Stretch | None:
        """Return the linked figure that the caret stands in or at."""
        cursor = self._editor.textCursor()
        return next((one for one in stretches(cursor.block()) if one.start <= cursor.position() <= one.end), None)

    def under(self, point: QPoint) -> Stretch | None:
        """Return the linked figure whose characters lie under a point of the viewport."""
        cursor = self._editor.cursorForPosition(point)
        for one in stretches(cursor.block()):
            if one.start <= cursor.position() <= one.end and self.covers(one, point):
                return one
        return None

    def hover(self, point: QPoint | None) -> None:
        """Mark the figure under the pointer, or none where it has gone."""
        found = None if point is None or not self._has_figures() else self.under(point)
        if (found and found.start) != (self._hovered and self._hovered.start):
            self._hovered = found
            self.show()

    def renew(self) -> None:
        """Find the figures whose source is gone anew."""
        self._hovered = None
        self._dead = [one for one in self._all() if self._state_of(one.reference) is not State.LIVE]
        self.show()

    def show(self) -> None:
        """Draw the marks."""
        theme = self._editor.look.theme
        made: list[QTextEdit.ExtraSelection] = []
        if self._has_figures():
            faded = QTextCharFormat()
            faded.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            faded.setUnderlineColor(QColor(theme.deviation))
            made += [self._selection(one, faded) for one in self._dead]
            filled = QTextCharFormat()
            filled.setBackground(QColor(theme.accent_fill))
            at_caret = self.at_caret if self._editor.hasFocus() else None
            marked = {one.start: one for one in (self._hovered, at_caret) if one is not None}
            made += [self._selection(one, filled) for one in marked.values()]
        show_layer(self._editor, "figures", made)

    def show_later(self) -> None:
        """Draw the marks when the focus has come or gone."""
        QTimer.singleShot(0, self, self.show)

    def covers(self, one: Stretch, point: QPoint) -> bool:
        """Tell whether a point of the viewport lies on the characters of a figure."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(one.start)
        first = self._editor.cursorRect(cursor)
        cursor.setPosition(one.end)
        last = self._editor.cursorRect(cursor)
        if first.top() == last.top():
            return first.left() <= point.x() <= last.right() and first.top() <= point.y() <= first.bottom()
        return first.top() <= point.y() <= last.bottom()

    def _selection(self, one: Stretch, made: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(one.start)
        cursor.setPosition(min(one.end, self._editor.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor
        selection.format = made
        return selection

    def _all(self) -> Iterator[Stretch]:
        if self._has_figures():
            block: QTextBlock = self._editor.document().firstBlock()
            while block.isValid():
                yield from stretches(block)
                block = block.next()

    def _has_figures(self) -> bool:
        return has_figures(self._editor.value())


def has_figures(text: RichText | None) -> bool:
    """Tell whether a text holds a linked figure."""
    return text is not None and any(
        run.figure is not None
        for block in text.blocks
        for runs in (
            [cell.runs for row in block.rows for cell in row] if isinstance(block, TextTable) else [block.runs]
        )
        for run in runs
    )
