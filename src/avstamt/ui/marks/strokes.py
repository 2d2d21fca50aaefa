"""How underlines are drawn: where they run on the lines of a text, and with which pen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from avstamt.domain.finding import Level
from avstamt.ui.marks.mark import Stroke
from avstamt.ui.theme import Theme
from avstamt.ui.words import level_colour

_BELOW = 3.0
_WIDTH = 1.6
_WAVE, _CREST = 4.0, 1.6


def draw(painter: QPainter, stroke: Stroke, lines: list[QRectF], theme: Theme) -> None:
    """Draw the underlines of one sort."""
    level = stroke.value if isinstance(stroke.value, Level) else None
    colour = level_colour(level, theme) if level is not None else theme.error
    painter.setPen(_pen(stroke, QColor(colour)))
    for line in lines:
        if stroke is Stroke.WAVE:
            painter.drawPolyline(_wave(line))
        else:
            painter.drawLine(line.bottomLeft(), line.bottomRight())


def lines_under(editor: QTextEdit, cursor: QTextCursor) -> Iterator[QRectF]:
    """Yield the rectangle of the marked words on each line, from their top to where the underline is drawn."""
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    block = cursor.document().findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _lines_of(
            editor, block, max(start - block.position(), 0), min(end - block.position(), block.length() - 1)
        )
        block = block.next()


def _lines_of(editor: QTextEdit, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    if start >= end or not layout.lineCount():
        return
    corner = editor.document().documentLayout().blockBoundingRect(block).topLeft()
    bar = editor.verticalScrollBar().value()
    for number in range(layout.lineForTextPosition(start).lineNumber(), layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        if first >= end:
            return
        begin, stop = max(start, first), min(end, last)
        if last < end:  # the words go on below: the blank between is not underlined
            stop = begin + len(block.text()[begin:stop].rstrip())
        left, right = _x(line.cursorToX(begin)), _x(line.cursorToX(stop))
        top = corner.y() + line.y() - bar
        yield QRectF(corner.x() + left, top, right - left, line.ascent() + _BELOW)


def _x(found: object) -> float:
    """Return the x of a position; PySide gives it with the position it belongs to."""
    return float(found[0]) if isinstance(found, tuple) else float(str(found))


def _pen(stroke: Stroke, colour: QColor) -> QPen:
    pen = QPen(colour, _WIDTH)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke is Stroke.DASHES:
        pen.setDashPattern([5.0, 2.5])
    elif stroke is Stroke.DOTS:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.2])
    elif stroke is Stroke.WAVE:
        pen.setWidthF(1.2)
    return pen


def _wave(line: QRectF) -> QPolygonF:
    steps = max(round(line.width() * 2 / _WAVE), 2)
    wide = line.width() / steps
    return QPolygonF(
        [
            QPointF(line.left() + step * wide, line.bottom() + (_CREST / 2 if step % 2 else -_CREST / 2))
            for step in range(steps + 1)
        ]
    )
