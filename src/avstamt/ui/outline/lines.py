"""How a line of the outline is drawn: title, below it level and assessment, at the end the findings."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from avstamt.domain.finding import Level
from avstamt.domain.goal import GoalLevel
from avstamt.ui.ground import draw_ground
from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look
from avstamt.ui.outline.entries import Entry, Reviewed
from avstamt.ui.outline.model import COUNTS_ROLE, ENTRY_ROLE, REVIEWED_ROLE, Counts
from avstamt.ui.words import ASSESSMENT_ICONS, GOAL_NAMES, LEVEL_ICONS, assessment_colour, level_colour

_SIDE = 8
_ABOVE = 6
_ICON = 12
_BETWEEN = 2
_FOR_COUNTS = 48
"""What a title keeps free at the end of its first line, so that it does not break otherwise when findings come."""
_GAP = 4
_MOST_LINES = 5
_MANY = 1000
_DOT = " · "


class LineDelegate(QStyledItemDelegate):
    """Draws the lines of the outline; `room_for` tells how wide the line of an entry is."""

    def __init__(self, look: Look, room_for: Callable[[Entry], int], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._room_for = room_for
        self._broken: dict[tuple[str, bool, int], tuple[str, ...]] = {}
        look.changed.connect(self._broken.clear)

    @property
    def _icon(self) -> int:
        return self._look.scaled(_ICON)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of the title, on as many lines as it needs up to five, and of what stands below it."""
        entry: Entry = index.data(ENTRY_ROLE)
        titles = self._lines_of(entry, self._room_for(entry) - _SIDE - _SIDE // 2)
        height = QFontMetrics(self._look.chrome()).height() * len(titles) + 2 * _ABOVE
        if _second_line(entry):
            height += QFontMetrics(self._look.small).height() + _BETWEEN
        return QSize(80, height)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw a line."""
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_ground(painter, option, option.rect.adjusted(1, 1, -5, -1), self._look.theme)
        inner = option.rect.adjusted(_SIDE - 4, _ABOVE, -_SIDE, -_ABOVE)
        counts: Counts = index.data(COUNTS_ROLE)
        below = self._below(inner) if _second_line(entry) else inner
        has_room = below is inner or self._has_room(entry, inner.width() - self._width_of(counts), inner.width())
        end = self._counts(painter, inner if has_room else below, counts) - _GAP
        first = end - inner.left() if has_room else inner.width()
        marks = QRect(below)
        if below is inner or not has_room:
            marks.setRight(end)
        end = self._review(painter, marks, index.data(REVIEWED_ROLE))
        if below is inner:
            first = end - inner.left()
        else:
            self._draw_below(painter, QRect(below.topLeft(), QPoint(end, below.bottom())), entry)
        self._title(painter, inner, first, entry)
        painter.restore()

    def _has_room(self, entry: Entry, first: int, room: int) -> bool:
        """Tell whether a title is told whole on its lines when what is left of the first is `first`."""
        measure = QFontMetrics(self._look.chrome(bold=_is_strong(entry))).horizontalAdvance
        lines = self._lines_of(entry, room)
        if measure(lines[0]) <= first:
            return True
        ends = [first, *(room for _ in lines[1:])]
        broken = on_lines(entry.words, first, room, measure, len(lines))
        return all(measure(words) <= end for words, end in zip(broken, ends, strict=False))

    def _title(self, painter: QPainter, inner: QRect, first: int, entry: Entry) -> None:
        """Draw the title; where there are more findings than usual, so that `first` is left, its first line ends sooner."""
        font = self._look.chrome(bold=_is_strong(entry))
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(QColor(self._look.theme.text))
        top = inner.top()
        lines = self._lines_of(entry, inner.width())
        if metrics.horizontalAdvance(lines[0]) > first:
            lines = on_lines(entry.words, first, inner.width(), metrics.horizontalAdvance, len(lines))  # no higher
        for words in lines:
            width = first if top == inner.top() else inner.width()
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(QRect(inner.left(), top, width, metrics.height()), 0, shown)
            top += metrics.height()

    def _lines_of(self, entry: Entry, room: int) -> tuple[str, ...]:
        """Return the lines of a title that has this room, and a little less on the first."""
        is_strong = _is_strong(entry)
        key = entry.words, is_strong, room
        if key not in self._broken:
            if len(self._broken) > _MANY:
                self._broken.clear()
            measure = QFontMetrics(self._look.chrome(bold=is_strong)).horizontalAdvance
            self._broken[key] = on_lines(entry.words, _first_room(entry, room), room, measure, _MOST_LINES)
        return self._broken[key]

    def _below(self, inner: QRect) -> QRect:
        """Return the line below the title, where the marks of the review take no room from it, nor counts that would cut it."""
        height = QFontMetrics(self._look.small).height()
        return QRect(inner.left(), inner.bottom() - height + 1, inner.width(), height)

    def _draw_below(self, painter: QPainter, line: QRect, entry: Entry) -> None:
        theme = self._look.theme
        font = self._look.small
        metrics = QFontMetrics(font)
        painter.setFont(font)
        left, top = line.left(), line.top()
        if entry.locked:
            drawing = pixmap("lock", self._icon, painter.device().devicePixelRatioF(), theme.quiet, theme.panel)
            painter.drawPixmap(left, top + (metrics.height() - self._icon) // 2, drawing)
            left += self._icon + 4
        if entry.assessment is not None:
            colour = assessment_colour(entry.assessment, theme)
            drawing = pixmap(
                ASSESSMENT_ICONS[entry.assessment],
                self._icon,
                painter.device().devicePixelRatioF(),
                colour,
                theme.panel,
            )
            painter.drawPixmap(left, top + (metrics.height() - self._icon) // 2, drawing)
            left += self._icon + 4
        painter.setPen(QColor(theme.quiet))
        room = QRect(left, top, line.right() - left, metrics.height())
        painter.drawText(room, 0, whole_parts(_second_line(entry), room.width(), metrics))

    def _width_of(self, counts: Counts) -> int:
        """Return how wide the counts of findings are, with the room before them."""
        metrics = QFontMetrics(self._look.small)
        shown = [number for level in Level if (number := counts.get(level, 0))]
        return sum(metrics.horizontalAdvance(str(number)) + self._icon + 8 for number in shown) + _GAP

    def _counts(self, painter: QPainter, inner: QRect, counts: Counts) -> int:
        theme = self._look.theme
        font = self._look.small
        metrics = QFontMetrics(font)
        painter.setFont(font)
        right = inner.right()
        for level in reversed(Level):
            if not (number := counts.get(level, 0)):
                continue
            width = metrics.horizontalAdvance(str(number))
            painter.setPen(QColor(level_colour(level, theme)))
            painter.drawText(QRect(right - width, inner.top(), width + 1, metrics.height()), 0, str(number))
            right -= width + self._icon + 2
            drawing = pixmap(
                LEVEL_ICONS[level],
                self._icon,
                painter.device().devicePixelRatioF(),
                level_colour(level, theme),
                theme.panel,
            )
            painter.drawPixmap(right, inner.top() + (metrics.height() - self._icon) // 2, drawing)
            right -= 6
        return right

    def _review(self, painter: QPainter, inner: QRect, reviewed: Reviewed) -> int:
        """Draw that a part is done, reviewed, and how many comments it has; return where the title must end."""
        theme = self._look.theme
        metrics = QFontMetrics(self._look.small)
        right = inner.right()
        marks = (("reviewed", reviewed.reviewed), ("check", reviewed.done))
        drawings = [(name, "") for name, holds in marks if holds]
        if reviewed.comments:
            drawings.append(("reason", str(reviewed.comments)))
        for name, words in drawings:
            right -= metrics.horizontalAdvance(words)
            painter.setPen(QColor(theme.accent))
            painter.setFont(self._look.small)
            painter.drawText(right, inner.top() + metrics.ascent(), words)
            right -= self._icon + 2
            drawing = pixmap(name, self._icon, painter.device().devicePixelRatioF(), theme.accent, theme.panel)
            painter.drawPixmap(right, inner.top() + (metrics.height() - self._icon) // 2, drawing)
            right -= 4
        return right


def on_lines(words: str, first: int, room: int, measure: Callable[[str], int], most: int = 3) -> tuple[str, ...]:
    """Return words broken at blanks, so that the first line is no wider than `first` and the others than `room`.

    What is left over stands on the last of `most` lines, and a word wider than a line has one of its own.
    """
    lines: list[str] = []
    width = first
    left = words
    while len(lines) < most - 1 and measure(left) > width:
        parts = left.split(" ")
        fitting = next((at for at in range(len(parts) - 1, 0, -1) if measure(" ".join(parts[:at])) <= width), 1)
        lines.append(" ".join(parts[:fitting]))
        left = " ".join(parts[fitting:])
        width = room
    return (*filter(None, (*lines, left)),) or ("",)


def _first_room(entry: Entry, room: int) -> int:
    """Return how wide the first line of a title may be: the same whether there are findings or not."""
    return room - (_GAP if _is_strong(entry) else _FOR_COUNTS)


def _is_strong(entry: Entry) -> bool:
    return entry.goal_level is GoalLevel.DIRECTION or (entry.goal_level is None and len(entry.below) > 0)


def whole_parts(words: str, room: int, metrics: QFontMetrics) -> str:
    """Return words without their last parts, where these do not fit whole: half a word says less than none."""
    while metrics.horizontalAdvance(words) > room and _DOT in words:
        words = words.rpartition(_DOT)[0]
    fits = metrics.horizontalAdvance(words) <= room  # asked about what just fits, Qt cuts it all the same
    return words if fits else metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def _second_line(entry: Entry) -> str:
    level = GOAL_NAMES[entry.goal_level] if entry.goal_level is not None else ""
    assessment = entry.assessment.value if entry.assessment is not None else ""
    if entry.locked and not level:
        level = "låst"
    words = _DOT.join(filter(None, (assessment, entry.left, level)))
    return words[:1].upper() + words[1:]
