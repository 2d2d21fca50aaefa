"""What an årsmål asks for, and whether a figure is short of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from avstamt.domain.indicator import Direction
from avstamt.domain.quantity import FigureKind, Quantity, read_figure
from avstamt.rules.figures import COUNT_UNITS


class Verdict(Enum):
    """How a figure stands to its aim."""

    REACHED = "nått"
    SHORT = "inte nått"
    UNKNOWN = "går inte att pröva"


@dataclass(frozen=True, slots=True)
class Aim:
    """An årsmål: its kind and its quantity, which way is better, and what was measured last year."""

    kind: FigureKind
    quantity: Quantity | None
    direction: Direction | None
    previous: Quantity | None

    @property
    def asks_for_less(self) -> bool:
        """Tell whether a lower figure is better."""
        less = (FigureKind.AT_MOST, FigureKind.DECREASE)
        return self.kind in less or (self.kind is FigureKind.NUMBER and self.direction is Direction.LOWER)

    @property
    def why(self) -> str:
        """Return what makes a figure short of this aim, as words in brackets; empty where the aim says it itself."""
        return f" ({self.direction.value})" if self.kind is FigureKind.NUMBER and self.direction else ""


def aim_of(text: str, direction: Direction | None, previous: str) -> Aim | None:
    """Read an årsmål cell; None where it asks for nothing that can be measured."""
    reading = read_figure(text)
    if reading.kind in (FigureKind.EMPTY, FigureKind.PLACEHOLDER, FigureKind.TEXT):
        return None
    return Aim(reading.kind, reading.quantity, direction, read_figure(previous).number)


def judge(number: Quantity, aim: Aim) -> Verdict:
    """Tell whether `number` reaches the aim, as the two stand printed: that is what a reader compares."""
    if aim.kind in _WISHES:
        return _against(number, aim.previous, _WISHES[aim.kind] or aim.direction, strict=_WISHES[aim.kind] is not None)
    if aim.kind is FigureKind.TOLERANCE and aim.quantity is not None:
        return _within(number, aim.quantity)
    direction = _BOUNDS.get(aim.kind, aim.direction)
    return _against(number, aim.quantity, direction, strict=False)


_BOUNDS = {FigureKind.AT_LEAST: Direction.HIGHER, FigureKind.AT_MOST: Direction.LOWER}
_WISHES = {
    FigureKind.INCREASE: Direction.HIGHER,
    FigureKind.DECREASE: Direction.LOWER,
    FigureKind.UNCHANGED: None,
}


def _against(number: Quantity, aim: Quantity | None, direction: Direction | None, *, strict: bool) -> Verdict:
    if aim is None or not _same_unit(number, aim):
        return Verdict.UNKNOWN
    if number.amount == aim.amount:
        return Verdict.SHORT if strict else Verdict.REACHED
    if direction is Direction.HIGHER:
        return Verdict.SHORT if number.amount < aim.amount else Verdict.REACHED
    if direction is Direction.LOWER:
        return Verdict.SHORT if number.amount > aim.amount else Verdict.REACHED
    return Verdict.UNKNOWN


def _within(number: Quantity, tolerance: Quantity) -> Verdict:
    if not _same_unit(number, tolerance):
        return Verdict.UNKNOWN
    return Verdict.SHORT if abs(number.amount) > abs(tolerance.amount) else Verdict.REACHED


def _same_unit(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures can be compared: one unit, or one of them without."""
    units = {"st" if number.unit in COUNT_UNITS else number.unit for number in (one, other)} - {""}
    return len(units) <= 1
