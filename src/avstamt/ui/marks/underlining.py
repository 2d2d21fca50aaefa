"""Underlines the findings in a text while it is written: painted over the text, which itself knows nothing of them.

Each mark follows its words by a cursor of Qt's, so it keeps its place through every keystroke until the next result.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCursor
from PySide6.QtWidgets import QTextEdit

from avstamt.ui.look import Look
from avstamt.ui.marks.mark import Checked, Mark, Stroke
from avstamt.ui.marks.strokes import draw, lines_under
from avstamt.ui.richtext.canonical import shown
from avstamt.ui.richtext.reading import Shown, part_of_position, shown_parts, shown_table

_ORDER = (Stroke.DOTS, Stroke.WAVE, Stroke.DASHES, Stroke.LINE)


@dataclass(frozen=True, slots=True)
class _Shown:
    mark: Mark
    cursor: QTextCursor


class Underlining(QObject):
    """The marks of one editor."""

    def __init__(self, editor: QTextEdit, look: Look) -> None:
        super().__init__(editor)
        self._editor = editor
        self._look = look
        self._shown: list[_Shown] = []
        self._kept: list[Mark] = []
        self._said: dict[str, str] = {}

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Return the marks where they are now."""
        return tuple(self._now())

    def show(self, checked: Checked) -> None:
        """Show what a run found; blocks that were written in since keep their marks until the next one."""
        blocks = self._blocks()
        fresh = {
            name for name, block in blocks.items() if _as_shown(checked.blocks.get(name, "\0"), block) == block.text
        }
        kept = [one for one in self._now() if one.block not in fresh]
        wanted = [*kept, *(mark for mark in checked.marks if mark.block in fresh)]
        before = [_looks(mark) for mark in self._now()]
        self._shown = [made for mark in wanted if (made := self._placed(mark, blocks)) is not None]
        if [_looks(mark) for mark in wanted] != before:
            self._editor.viewport().update()

    def keep(self) -> None:
        """Take note of where the marks are, before the text is shown anew."""
        self._kept = list(self._now())
        self._said = {name: block.text for name, block in self._blocks().items()} if self._kept else {}

    def put_back(self) -> None:
        """Put the marks at their words again; those whose words are no longer there are dropped."""
        blocks = self._blocks() if self._kept else {}
        moved = [
            moved_along(mark, self._said[mark.block], blocks[mark.block].text)
            for mark in self._kept
            if mark.block in blocks
        ]
        self._shown = [made for mark in moved if (made := self._placed(mark, blocks)) is not None]
        self._kept = []

    def at(self, position: int) -> list[Mark]:
        """Return the marks that a position in the document lies in or at the end of, the shortest first."""
        here = [one for one in self._shown if one.cursor.anchor() <= position <= one.cursor.position()]
        here = [one for one in here if one.cursor.hasSelection()]
        return [one.mark for one in sorted(here, key=lambda one: one.cursor.position() - one.cursor.anchor())]

    def under(self, point: QPoint) -> list[Mark]:
        """Return the marks under a point of the viewport."""
        layout = self._editor.document().documentLayout()
        exact = layout.hitTest(self._at_document(point), Qt.HitTestAccuracy.ExactHit)
        return self.at(exact) if exact >= 0 else []

    def rect_of(self, mark: Mark) -> QRect:
        """Return where the last line of a mark's words is in the viewport, empty where it is not shown."""
        for one in self._shown:
            if one.mark == mark:
                rects = list(lines_under(self._editor, one.cursor))
                return rects[-1].toAlignedRect() if rects else QRect()
        return QRect()

    def paint(self, rect: QRect) -> None:
        """Draw the underlines that touch a part of the viewport, the gravest last."""
        touched = self._touched(rect)
        if not touched:
            return
        painter = QPainter(self._editor.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for stroke in _ORDER:
            lines = [
                line
                for one in touched
                if one.mark.stroke is stroke
                for line in lines_under(self._editor, one.cursor)
                if line.intersects(QRectF(rect))
            ]
            if lines:
                draw(painter, stroke, lines, self._look.theme)
        painter.end()

    def _touched(self, rect: QRect) -> list[_Shown]:
        """Return the marks that may be seen in a part of the viewport: a keystroke draws a line anew, not a text."""
        if not self._shown:
            return []
        first = self._editor.cursorForPosition(rect.topLeft()).block().position()
        last = self._editor.cursorForPosition(rect.bottomRight()).position()
        return [one for one in self._shown if one.cursor.position() >= first and one.cursor.anchor() <= last]

    def _at_document(self, point: QPoint) -> QPointF:
        return QPointF(
            point.x() + self._editor.horizontalScrollBar().value(), point.y() + self._editor.verticalScrollBar().value()
        )

    def _now(self) -> Iterator[Mark]:
        for one in self._shown:
            start, end = one.cursor.selectionStart(), one.cursor.selectionEnd()
            if start < end:
                words = one.cursor.selectedText()
                name, first = part_of_position(one.cursor.document(), start)
                at = start - first
                if (name, at, words) == (one.mark.block, one.mark.start, one.mark.words):
                    yield one.mark
                else:
                    yield replace(one.mark, block=name, start=at, end=at + end - start, words=words)

    def _blocks(self) -> dict[str, Shown]:
        return dict(shown_parts(self._editor.document()))

    def _placed(self, mark: Mark, blocks: dict[str, Shown]) -> _Shown | None:
        block = blocks.get(mark.block)
        if block is None:
            return None
        words, start = shown(mark.words), mark.start
        if not words or block.text[start : start + len(words)] != words:
            return None
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(block.position + start)
        cursor.setPosition(block.position + start + len(words), QTextCursor.MoveMode.KeepAnchor)
        cursor.setKeepPositionOnInsert(True)
        return _Shown(mark, cursor)


def _as_shown(said: str, part: Shown) -> str:
    """Return what a block said as the document has it, to be held against what stands there."""
    return shown_table(said) if part.is_table else shown(said)


def moved_along(mark: Mark, before: str, after: str) -> Mark:
    """Return the mark where its words stand when its block's text has become another: behind the change they move along."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    if before == after or mark.end <= same:
        return mark
    by = len(after) - len(before)
    return replace(mark, start=max(mark.start + by, 0), end=mark.end + by)


def _looks(mark: Mark) -> tuple[str, int, int, Stroke]:
    return mark.block, mark.start, mark.end, mark.stroke
