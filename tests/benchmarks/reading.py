"""One thing measured in the window, with its bound."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    """What was measured: seconds (or a ratio), its bound, and whatever else is worth telling."""

    name: str
    value: float
    bound: float
    told: str = ""
    is_ratio: bool = False

    @property
    def line(self) -> str:
        """Return the reading as a line of the table."""
        unit = (lambda one: f"{one:7.2f} ggr") if self.is_ratio else (lambda one: f"{one * 1000:7.1f} ms")
        sign = "" if self.holds else "  över gränsen"
        return f"{self.name:26} {unit(self.value)} {unit(self.bound)}   {self.told}{sign}"

    @property
    def holds(self) -> bool:
        """Tell whether the bound was kept."""
        return self.value <= self.bound


def p95(taken: Sequence[float]) -> float:
    """Return what 95 of 100 are below."""
    return statistics.quantiles(taken, n=20)[-1]


def middle(taken: Sequence[float]) -> str:
    """Return the median in words."""
    return f"{statistics.median(taken) * 1000:.1f} ms"
