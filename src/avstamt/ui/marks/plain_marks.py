"""Underlines the findings in a heading or a line: painted over the text, and moved along while it is written."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QWidget

from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.look import Look
from avstamt.ui.marks.mark import WHOLE, Checked, Mark
from avstamt.ui.marks.strokes import draw, lines_under
from avstamt.ui.marks.underlining import moved_along
from avstamt.ui.richtext.canonical import shown

PlainEditor = LineEditor | TitleEditor


class PlainMarks(QObject):
    """The marks of one heading or line."""

    def __init__(self, editor: PlainEditor, look: Look) -> None:
        super().__init__(editor)
        self._editor = editor
        self._look = look
        self._said = ""
        self._marks: tuple[Mark, ...] = ()
        editor.textChanged.connect(self._move)
        editor.painted.connect(self._paint)

    @property
    def canvas(self) -> QWidget:
        """Return the widget that the text is drawn on, whose points are the field's."""
        return self._editor if isinstance(self._editor, LineEditor) else self._editor.viewport()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks where they are now."""
        return self._marks

    def show(self, checked: Checked) -> None:
        """Show what a run found, unless the text has been written in since."""
        said = self._text()
        if shown(checked.blocks.get(WHOLE, "")) == said and checked.marks != self._marks:
            self._said, self._marks = said, checked.marks
            self.canvas.update()

    def at(self, position: int) -> list[Mark]:
        """Return the marks that a position lies in or at the end of, the shortest first."""
        here = [mark for mark in self._marks if mark.start <= position <= mark.end]
        return sorted(here, key=lambda mark: mark.end - mark.start)

    def under(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the field."""
        return [mark for mark in self.at(self.position_at(point)) if any(self._rects_hold(mark, point))]

    def caret(self) -> tuple[int, QPoint]:
        """Return the position of the caret, and where on the screen a menu about it belongs."""
        below = self.canvas.mapToGlobal(self._editor.cursorRect().bottomLeft())
        if isinstance(self._editor, LineEditor):
            return self._editor.cursorPosition(), below
        return self._editor.textCursor().position(), below

    def position_at(self, point: QPoint) -> int:
        """Return the position in the text that is nearest to a point of the field."""
        if isinstance(self._editor, LineEditor):
            return self._editor.cursorPositionAt(point)
        return self._editor.cursorForPosition(point).position()

    def rect_of(self, mark: Mark) -> QRect:
        """Return where the last line of a mark's words is in the field, empty where it is not in sight."""
        rects = self._rects(mark)
        return rects[-1].toAlignedRect() if rects else QRect()

    def _rects_hold(self, mark: Mark, point: QPoint) -> list[bool]:
        return [rect.toAlignedRect().adjusted(0, -2, 0, 4).contains(point) for rect in self._rects(mark)]

    def _rects(self, mark: Mark) -> list[QRectF]:
        if isinstance(self._editor, LineEditor):
            return self._editor.rects_of(mark.start, mark.end)
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        return list(lines_under(self._editor, cursor))

    def _text(self) -> str:
        editor = self._editor
        return editor.text() if isinstance(editor, LineEditor) else editor.document().firstBlock().text()

    def _move(self) -> None:
        now = self._text()
        places = (moved_along(mark, self._said, now) for mark in self._marks)
        self._marks = tuple(mark for mark in places if mark.words and now[mark.start : mark.end] == shown(mark.words))
        self._said = now

    def _paint(self) -> None:
        if not self._marks:
            return
        painter = QPainter(self.canvas)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._marks:
            draw(painter, mark.stroke, self._rects(mark), self._look.theme)
        painter.end()
