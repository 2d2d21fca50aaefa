"""Walks the parts of a report that slips are planted in, and edits them; knows nothing of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import OrganisationLevel, Report
from avstamt.domain.text import RichText, Run, Runs, SubHeading, TextTable, block_text

Change = Callable[[Report], Report]

_STOP = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:bl\.a|t\.ex|m\.m|m\.fl|d\.v\.s|ca|kl|nr|dnr|inkl|exkl|resp|s\.k)\.)$", re.IGNORECASE
)


@dataclass(frozen=True)
class Told:
    """A block of text: its place and characters, the goal it stands under (None: a section), and its kind."""

    place: Place
    text: str
    goal: Goal | None
    kind: str
    field: str
    inherited: bool

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Yield each sentence with its offset, split at stops before a capital or a digit."""
        start = 0
        for stop in _STOP.finditer(self.text):
            if _ABBREVIATED.search(self.text[: stop.start()]):
                continue
            yield start, self.text[start : stop.start()]
            start = stop.end()
        yield start, self.text[start:]


def told(report: Report) -> tuple[Told, ...]:
    """Return every block of paragraphs, headings and list items in goals and sections."""
    return tuple(
        Told(place / "blocks" / block.id, block_text(block), goal, block.kind, place.name, inherited)
        for place, text, goal, inherited in texts(report)
        for block in text.blocks
        if not isinstance(block, TextTable)
    )


def running(report: Report) -> tuple[Told, ...]:
    """Return the blocks of running text: paragraphs and list items."""
    return tuple(block for block in told(report) if block.kind != "heading")


def own(report: Report) -> tuple[Told, ...]:
    """Return the running text that the writer of the report answers for."""
    return tuple(block for block in running(report) if not block.inherited)


def texts(report: Report) -> Iterator[tuple[Place, RichText, Goal | None, bool]]:
    """Yield every rich text with its place, its goal, and whether it is inherited from those above.

    In a unit's report a goal of KF or the nämnd carries their description and expected result: the unit cannot change
    them.
    """
    for goal in report.goals:
        place = Place.of("goals", goal.id)
        for name in GOAL_TEXTS:
            if (text := getattr(goal, name)) is not None:
                yield place / name, text, goal, _inherited(report, goal, name)
        for node in goal.indicators:
            if node.analysis is not None:
                yield place / "indicators" / node.id / "analysis", node.analysis, goal, False
        for activity in goal.activities:
            if activity.analysis is not None:
                yield place / "activities" / activity.id / "analysis", activity.analysis, goal, False
    for section in report.sections:
        at = Place.of("sections", section.id)
        yield at / "text", section.text, None, section.locked
        for table in section.tables:
            yield at / "tables" / table.id / "comment", table.comment, None, False


def _inherited(report: Report, goal: Goal, field: str) -> bool:
    others = report.level is OrganisationLevel.UNIT and goal.level is not GoalLevel.UNIT
    return goal.locked or (others and field != "analysis")


def indicators(report: Report) -> Iterator[tuple[Goal, Indicator, Place]]:
    """Yield every indicator with its goal and place."""
    for goal in report.goals:
        for node in goal.indicators:
            yield goal, node, Place.of("goals", goal.id, "indicators", node.id)


def assign(place: Place, value: Any) -> Change:
    """Return the change that puts `value` at `place`."""
    return lambda report: with_value(report, place, value)


def replace_in(place: Place, start: int, end: int, new: str) -> Change:
    """Return the change that writes `new` over the characters [start, end) of the block at `place`."""

    def change(report: Report) -> Report:
        runs = value_at(report, place).runs
        return with_value(report, place / "runs", _spliced(runs, start, end, new))

    return change


def _spliced(runs: Runs, start: int, end: int, new: str) -> Runs:
    made: list[Run] = []
    at = 0
    for run in runs:
        low, high = max(start - at, 0), min(end - at, len(run.text))
        text = run.text
        if low < high or (low == high == start - at and start == end):
            text = run.text[:low] + new + run.text[high:]
            new = ""
        made.append(run.model_copy(update={"text": text}))
        at += len(run.text)
    return tuple(made)


def context(text: str, start: int, end: int, new: str) -> str:
    """Return the words around a change, the old text and the new marked."""
    return f"…{text[max(0, start - 50) : start]}[{text[start:end]} → {new}]{text[end : end + 50]}…"


def heading(block: object) -> bool:
    """Tell whether a block is a heading."""
    return isinstance(block, SubHeading)
