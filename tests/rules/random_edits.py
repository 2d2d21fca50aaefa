"""Random edits of a report, made of pieces of other reports, so that they give rules something to say."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

from tests.rules.examples import EXAMPLES

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Assessment, Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver
from avstamt.domain.section import Section
from avstamt.domain.text import RichText

N = TypeVar("N", Goal, Section)

GOAL_FIELDS = (
    "title", "number", "level", "assessment", "wording", "locked", "description", "expected_result", "analysis",
    "indicators", "activities",
)  # fmt: skip
_OF_ACTIVITIES = ("text", "start", "end", "deviation", "analysis")
SECTION_FIELDS = ("title", "key", "text", "tables", "locked")


def dice(seed: int | str) -> Random:
    """Return the same random choices for the same seed."""
    return Random(seed)  # noqa: S311 - tests need no secrets, but the same numbers every time


def donors(*more: Report) -> tuple[list[Goal], list[Section], list[Report]]:
    """Return the goals and sections of the rules' examples, to take pieces of."""
    reports = [report for example in EXAMPLES.values() for report in (example.wrong, example.right)] + list(more)
    goals = [goal for report in reports for goal in report.goals]
    return goals, [section for report in reports for section in report.sections], reports


def edited(report: Report, random: Random, pool: tuple[list[Goal], list[Section], list[Report]]) -> Report:
    """Return the report with one random edit: mostly a field or a cell, at times a part or what is about the report."""
    goals, sections, reports = pool
    kinds = ("goal", "section", "cell", "front", "part", "year", "waiver", "same")
    kind = random.choices(kinds, (25, 20, 40, 5, 12, 3, 5, 5))[0]
    if kind == "goal":
        return report.model_copy(update={"goals": _with_field(report.goals, goals, GOAL_FIELDS, random)})
    if kind == "section":
        return report.model_copy(update={"sections": _with_field(report.sections, sections, SECTION_FIELDS, random)})
    if kind in ("cell", "part"):
        return (with_a_cell if kind == "cell" else _with_part)(report, goals, sections, random)
    if kind == "front":
        return report.model_copy(update={"front": random.choice(reports).front})
    if kind == "year":
        return report.model_copy(update={"year": report.year + random.choice((-1, 1))})
    return _with_waiver(report, random) if kind == "waiver" else report


def _with_field(nodes: Sequence[N], pool: Sequence[N], names: Sequence[str], random: Random) -> tuple[N, ...]:
    if not nodes:
        return ()
    chosen, name, donor = random.choice(nodes), random.choice(names), random.choice(pool)
    changed = chosen.model_copy(update={name: getattr(donor, name)})
    return tuple(changed if node.id == chosen.id else node for node in nodes)


def with_a_cell(report: Report, goals: Sequence[Goal], sections: Sequence[Section], random: Random) -> Report:
    """Return the report with one cell, assessment or text changed where the rows stand as they are."""
    if report.sections and random.random() < 0.3:
        cells = [cell for one in sections for table in one.tables for row in table.rows for cell in row.cells]
        changed = tuple(_with_figures(node, random.choice(cells).text, random) for node in report.sections)
        return report.model_copy(update={"sections": changed})
    if not report.goals:
        return report
    chosen, donor = random.choice(report.goals), random.choice(goals)
    update = {
        "assessment": random.choice([None, *Assessment]),
        "analysis": donor.analysis or RichText(),
        "indicators": _with_row(chosen.indicators, [row for one in goals for row in one.indicators], random),
        "activities": _with_row(chosen.activities, [row for one in goals for row in one.activities], random),
    }
    name = random.choice(tuple(update))
    made = chosen.model_copy(update={name: update[name]})
    return report.model_copy(update={"goals": tuple(made if one.id == made.id else one for one in report.goals)})


R = TypeVar("R", Indicator, Activity)


def _with_row(rows: tuple[R, ...], donors: Sequence[R], random: Random) -> tuple[R, ...]:
    """Return the rows with one cell, or the analysis, of one of them as in another row."""
    if not rows:
        return rows
    chosen, donor = random.choice(rows), random.choice(donors)
    names = (*INDICATOR_FIGURES, "period", "analysis") if isinstance(chosen, Indicator) else _OF_ACTIVITIES
    name = random.choice(names)
    changed = chosen.model_copy(update={name: getattr(donor, name)})
    return tuple(changed if row.id == chosen.id else row for row in rows)


def _with_figures(section: Section, text: str, random: Random) -> Section:
    """Return the section with one cell of a table changed, where it has one."""
    places = [
        (t, r, c)
        for t, table in enumerate(section.tables)
        for r, row in enumerate(table.rows)
        for c, _ in enumerate(row.cells)
    ]
    if not places:
        return section
    t, r, c = random.choice(places)
    table = section.tables[t]
    row = table.rows[r]
    cells = tuple(cell.model_copy(update={"text": text}) if n == c else cell for n, cell in enumerate(row.cells))
    rows = tuple(row.model_copy(update={"cells": cells}) if n == r else one for n, one in enumerate(table.rows))
    tables = tuple(table.model_copy(update={"rows": rows}) if n == t else one for n, one in enumerate(section.tables))
    return section.model_copy(update={"tables": tables})


def _with_part(report: Report, goals: Sequence[Goal], sections: Sequence[Section], random: Random) -> Report:
    """Return the report with a goal or section more, or one that has none below it less."""
    name, pool = random.choice((("goals", goals), ("sections", sections)))
    nodes = list(getattr(report, name))
    leaves = [node for node in nodes if all(other.parent != node.id for other in nodes)]
    if leaves and random.random() < 0.5:
        nodes.remove(random.choice(leaves))
    else:
        parent = random.choice([None, *(node.id for node in nodes)])
        at = random.randint(0, len(nodes))
        made = random.choice(pool).model_copy(update={"id": f"new{random.randint(0, 10**9)}", "parent": parent})
        nodes.insert(at, made)
    return report.model_copy(update={name: tuple(nodes)})


def _with_waiver(report: Report, random: Random) -> Report:
    rule, goal = random.choice(tuple(EXAMPLES)), random.choice(report.goals or (Goal(id="g", level="enhetsmål"),))
    waiver = Waiver(
        id=f"w{random.randint(0, 10**9)}", rule=rule, place=Place.of("goals", goal.id, "analysis"), reason=""
    )
    return report.model_copy(update={"waivers": (*report.waivers, waiver)})


def merged(one: Report, other: Report) -> Report:
    """Return the first report with the goals and sections of the other behind its own."""
    goals, sections = (
        tuple(
            node.model_copy(update={"id": f"z{node.id}", "parent": node.parent and f"z{node.parent}"}) for node in nodes
        )
        for nodes in (other.goals, other.sections)
    )
    return one.model_copy(update={"goals": one.goals + goals, "sections": one.sections + sections})
