"""The five sorts of edit that a writer makes, each typed on and on, and what the rules take after them."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import cycle

from tests.benchmarks.window import Reading

from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.rules.running import Checks
from avstamt.templates.catalogue import Catalogue

EDITED = 0.030
_EDITS = 9
_TYPED = " Uppföljningen fortsätter under hela hösten."

Edit = Callable[[Report], Iterator[Report]]
"""From a report to the same with one edit, with two, and so on."""


def edit_readings(report: Report, kept: Catalogue) -> Iterator[Reading]:
    """Yield what running the rules again takes after the sort of edit that it takes longest after."""
    taken = {name: _taken(report, kept, edit) for name, edit in SORTS.items()}
    told = ", ".join(f"{name} {seconds * 1000:.1f}" for name, seconds in taken.items())
    yield Reading(
        "regler efter en ändring", max(taken.values()), EDITED, f"sämsta av fem slag, processortid: {told} ms"
    )


def _taken(report: Report, kept: Catalogue, edit: Edit) -> float:
    """Return the median of the processor's seconds after each of some edits in a row."""
    checks = Checks(kept)
    checks.run(report)
    seconds = []
    for edited, _number in zip(edit(report), range(_EDITS), strict=False):
        gc.collect()
        gc.disable()  # as in the window, which collects when it rests
        start = time.process_time()
        checks.run(edited)
        seconds.append(time.process_time() - start)
        gc.enable()
    return statistics.median(seconds)


def _letters(report: Report) -> Iterator[Report]:
    """Type in the longest analysis."""
    told = [goal for goal in report.goals if goal.analysis and isinstance(goal.analysis.blocks[0], Paragraph)]
    longest = max(told, key=lambda goal: len(goal.analysis.plain if goal.analysis else ""))
    place = Place.of("goals", longest.id, "analysis")
    for end in range(1, len(_TYPED) + 1):
        first, *rest = value_at(report, place).blocks
        typed = first.model_copy(update={"runs": (*first.runs, Run(text=_TYPED[:end]))})
        yield with_value(report, place, RichText(blocks=(typed, *rest)))


def _outcomes(report: Report) -> Iterator[Report]:
    """Change the outcome of an indicator of the goal that has most of them."""
    goal = max(report.goals, key=lambda one: len(one.indicators))
    place = Place.of("goals", goal.id, "indicators", goal.indicators[0].id, "outcome")
    return (with_value(report, place, f"{40 + number},5 %") for number in range(_EDITS))


def _amounts(report: Report) -> Iterator[Report]:
    """Change an amount of the longest economy table."""
    tables = [(section, table) for section in report.sections for table in section.tables]
    section, table = max(tables, key=lambda one: len(one[1].rows))
    row = next(row for row in table.rows if row.cells)
    place = Place.of("sections", section.id, "tables", table.id, "rows", row.id, "cells")
    first, *rest = row.cells
    for number in range(_EDITS):
        yield with_value(report, place, (first.model_copy(update={"text": f"{1000 + number},5"}), *rest))


def _assessments(report: Report) -> Iterator[Report]:
    """Change the assessment of a goal, back and forth."""
    goal = next(goal for goal in report.goals if goal.assessment)
    place = Place.of("goals", goal.id, "assessment")
    for assessment in cycle(one for one in Assessment if one is not goal.assessment):
        yield with_value(report, place, assessment)


def _activities(report: Report) -> Iterator[Report]:
    """Type in the text of an activity of the goal that has most of them."""
    goal: Goal = max(report.goals, key=lambda one: len(one.activities))
    activity = goal.activities[0]
    place = Place.of("goals", goal.id, "activities", activity.id, "text")
    return (with_value(report, place, activity.text + _TYPED[:end]) for end in range(1, len(_TYPED) + 1))


SORTS: Mapping[str, Edit] = {
    "text": _letters,
    "utfall": _outcomes,
    "ekonomi": _amounts,
    "bedömning": _assessments,
    "aktivitet": _activities,
}
