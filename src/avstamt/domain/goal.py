"""The goals of a report: KF's, the nämnd's and the unit's, in one flat tuple that carries a tree."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from avstamt.domain.activity import Activity
from avstamt.domain.base import Identifier, Node, duplicates
from avstamt.domain.indicator import Indicator
from avstamt.domain.text import RichText


class GoalLevel(StrEnum):
    """Whose goal it is; the order is from the top of the tree down."""

    DIRECTION = "inriktningsmål"
    AREA = "verksamhetsområdesmål"
    COMMITTEE = "nämndmål"
    UNIT = "enhetsmål"

    @property
    def depth(self) -> int:
        """Return 0 for the inriktningsmål … 3 for the enhetsmål."""
        return _DEPTHS[self]


_DEPTHS = {level: depth for depth, level in enumerate(GoalLevel)}


class Assessment(StrEnum):
    """How far a goal is reached; `None` in a goal's field means that no assessment is shown at all."""

    FULL = "Uppfylls helt"
    PARTLY = "Uppfylls delvis"
    NOT = "Uppfylls inte"
    NONE = "Ingen"


GOAL_TEXTS = (
    "description",
    "expected_result",
    "working_method",
    "resource_use",
    "follow_up",
    "development",
    "analysis",
)
"""The rich-text fields of a goal, in the order in which they print."""


class Goal(Node):
    """One goal with its assessment, texts, indicators and activities.

    `parent` is the id of the goal above. `number` is as typed ("1.2.1." and "1.2.1" both occur); `normal_number` is
    what numbers are compared by. A text that is None has no heading; an empty one has a heading and nothing under it.
    `wording` keeps an assessment's words where they differ from the standard ("Uppfylls ej").
    """

    parent: Identifier | None = None
    level: GoalLevel
    number: str = ""
    title: str = ""
    assessment: Assessment | None = None
    wording: str = ""
    description: RichText | None = None
    expected_result: RichText | None = None
    working_method: RichText | None = None
    resource_use: RichText | None = None
    follow_up: RichText | None = None
    development: RichText | None = None
    analysis: RichText | None = None
    indicators: tuple[Indicator, ...] = ()
    activities: tuple[Activity, ...] = ()
    locked: bool = False

    @property
    def normal_number(self) -> str:
        """Return the number without blanks and closing stop: "1.2.1." → "1.2.1"."""
        return self.number.replace(" ", "").rstrip(".:")

    @property
    def label(self) -> str:
        """Return number and title as they are spoken of: "1.2.1 Barn och unga …"."""
        return f"{self.normal_number} {self.title}".strip()

    @model_validator(mode="after")
    def _own_ids_once(self) -> Goal:
        for siblings in (self.indicators, self.activities):
            if twice := duplicates(node.id for node in siblings):
                raise ValueError(f"id förekommer två gånger i målet {self.id}: {', '.join(twice)}")
        return self
