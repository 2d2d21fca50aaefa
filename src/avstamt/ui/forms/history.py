"""A small chart of an indicator: the years that are known, and the target as a line."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from avstamt.domain.indicator import Indicator
from avstamt.domain.quantity import Quantity, format_amount, quantity, read_figure
from avstamt.ui.look import Look

_WIDTH = 220
_PLOT = 36
_SIDE = 34
_DOT = 2.5
_GAP = 2
_LEAST_POINTS = 2


@dataclass(frozen=True, slots=True)
class Point:
    """What an indicator was in a year; an expected value is a forecast."""

    label: str
    value: Quantity
    is_expected: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """An indicator's known years in order, and its target where that is a number in the same unit."""

    points: tuple[Point, ...] = ()
    target: Quantity | None = None

    @property
    def is_known(self) -> bool:
        """Tell whether more than one year is known."""
        return len(self.points) >= _LEAST_POINTS

    @property
    def words(self) -> str:
        """Return the chart in words."""
        years = [f"{point.label} {written(point.value)}" for point in self.points]
        target = [f"årsmål {written(self.target)}"] if self.target is not None else []
        return ", ".join((*years, *target))


def history_of(indicator: Indicator, year: int) -> History:
    """Return what the indicator's own columns tell of its years; values in another unit than the outcome's are left out."""
    cells = (
        (str(year - 1), indicator.previous, False),
        (str(year), indicator.outcome, False),
        ("prognos", indicator.forecast, True),
    )
    points = [Point(label, value, far) for label, text, far in cells if (value := quantity(text)) is not None]
    unit = points[-1].value.unit if points else ""
    target = read_figure(indicator.target).quantity
    same = target is not None and target.unit == unit
    return History(tuple(point for point in points if point.value.unit == unit), target if same else None)


def written(value: Quantity) -> str:
    """Write a quantity as in print."""
    return format_amount(value.amount, value.decimals, value.unit)


class HistoryChart(QWidget):
    """Draws a history as dots with their values and years, joined by a line."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._history = History()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_history(self, history: History, name: str) -> None:
        """Show a history; the chart is hidden where no two years are known."""
        self._history = history
        self.setAccessibleName(f"Utveckling för {name}")
        self.setAccessibleDescription(history.words)
        self.setToolTip(history.words)
        self.setVisible(history.is_known)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the plot with a line of words above and below it."""
        line = QFontMetrics(self._look.small).height()
        return QSize(self._look.scaled(_WIDTH), self._look.scaled(_PLOT) + 2 * (line + _GAP))

    @property
    def _dot(self) -> float:
        return self._look.scaled(100) / 100 * _DOT

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the chart."""
        if not self._history.is_known:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.small)
        theme = self._look.theme
        if self._history.target is not None:
            painter.setPen(QPen(QColor(theme.control), 1, Qt.PenStyle.DashLine))
            height = self._height(self._history.target.amount)
            painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
        places = self._places()
        for (point, end), start in zip(places[1:], [at for _point, at in places], strict=False):
            style = Qt.PenStyle.DotLine if point.is_expected else Qt.PenStyle.SolidLine
            painter.setPen(QPen(QColor(theme.accent), 2, style))
            painter.drawLine(start, end)
        for point, at in places:
            self._draw(painter, point, at)
        painter.end()

    def _draw(self, painter: QPainter, point: Point, at: QPointF) -> None:
        theme = self._look.theme
        painter.setPen(QPen(QColor(theme.accent), 2))
        painter.setBrush(QColor(theme.page if point.is_expected else theme.accent))
        painter.drawEllipse(at, self._dot, self._dot)
        line = QFontMetrics(self._look.small).height()
        side = self._look.scaled(_SIDE)
        box = QRectF(at.x() - side, at.y() - line - self._dot - 1, 2 * side, line)
        painter.setPen(QColor(theme.text))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), written(point.value))
        painter.setPen(QColor(theme.quiet))
        below = QRectF(at.x() - side, self.height() - line, 2 * side, line)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), point.label)

    def _places(self) -> list[tuple[Point, QPointF]]:
        points = self._history.points
        side = self._look.scaled(_SIDE)
        step = (self.width() - 2 * side) / (len(points) - 1)
        return [(point, QPointF(side + step * at, self._height(point.value.amount))) for at, point in enumerate(points)]

    def _height(self, amount: Decimal) -> float:
        """Return how far down an amount lies: the largest at the top of the plot, the smallest at its foot."""
        known = [point.value.amount for point in self._history.points]
        if self._history.target is not None:
            known.append(self._history.target.amount)
        low, high = min(known), max(known)
        top = QFontMetrics(self._look.small).height() + self._dot + _GAP
        foot = self.height() - QFontMetrics(self._look.small).height() - self._dot - _GAP
        share = float((high - amount) / (high - low)) if high > low else 0.5
        return top + share * (foot - top)
