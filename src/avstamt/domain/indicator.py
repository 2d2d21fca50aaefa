"""An indicator: a measured figure with a target. Every cell keeps the exact text that was typed."""

from __future__ import annotations

from enum import StrEnum

from avstamt.domain.base import Node
from avstamt.domain.text import RichText


class Direction(StrEnum):
    """Which way is better; it is never printed and must be known."""

    HIGHER = "högre är bättre"
    LOWER = "lägre är bättre"
    NEAR = "nära målet är bäst"


INDICATOR_FIGURES = ("outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "city_target")
"""The cells that hold figures, in the order in which they print."""


class Indicator(Node):
    """A measured figure with target and, where it is split by sex, the two parts.

    `previous` is the outcome of last year's annual report, `city_target` KF's target for the whole city.
    `direction` is the writer's own word for an indicator that the catalogue does not know.
    """

    name: str = ""
    outcome: str = ""
    outcome_men: str = ""
    outcome_women: str = ""
    previous: str = ""
    forecast: str = ""
    target: str = ""
    city_target: str = ""
    period: str = ""
    periodicity: str = ""
    analysis: RichText | None = None
    direction: Direction | None = None
    locked: bool = False
