"""The figures of a report that can be linked, those nearest to where one writes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.economy import EconomyTable, Row
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.domain.naming import INDICATOR_HEADS, place_name
from avstamt.domain.place import ROOT, Place
from avstamt.domain.quantity import quantity, read_figure
from avstamt.domain.report import Report, T, ancestors, preorder
from avstamt.domain.section import Section
from avstamt.domain.text import FigureReference
from avstamt.language.linked.counts import ACTIVITY_MEASURES, GOAL_MEASURES, count_at
from avstamt.language.linked.sources import CELL, CHANGE, split_format

COUNTS = ACTIVITY_MEASURES | GOAL_MEASURES
"""What each count is called."""

_WHOLE = "Hela rapporten"
_CHANGE = "Förändring mot förra året"
_COLUMNS = tuple(name for name in INDICATOR_FIGURES if name in INDICATOR_HEADS)


@dataclass(frozen=True, slots=True)
class LinkedFigure:
    """A figure that a text can link to.

    `part` is the goal or section it stands in, `name` what it is of ("Sjukfrånvaro"), `what` which figure of that
    ("Periodens utfall"), `value` what the table shows. `source` and `measure` say what is taken from where.
    """

    source: Place
    measure: str
    part: str
    name: str
    what: str
    value: str

    @property
    def title(self) -> str:
        """Return the name and which of its figures it is."""
        return ", ".join(filter(None, (self.name, self.what)))


def figures(report: Report, near: Place = ROOT) -> tuple[LinkedFigure, ...]:
    """Return the figures of a report that can be linked: those of the branch that `near` lies in first, then the rest."""
    order = {place: at for at, place in enumerate((*_line(report, near), *_below(report, near)))}
    parts = sorted(_parts(report), key=lambda part: order.get(part[0], len(order)))
    return tuple(figure for _place, of_part in parts for figure in of_part)


def figures_above(report: Report, near: Place) -> tuple[LinkedFigure, ...]:
    """Return the figures of the part that `near` lies in and of those above it, the nearest first."""
    line = _line(report, near)
    parts = sorted((part for part in _parts(report) if part[0] in line), key=lambda part: line.index(part[0]))
    return tuple(figure for _place, of_part in parts for figure in of_part)


def _line(report: Report, near: Place) -> tuple[Place, ...]:
    """Return the part that a place lies in and those above it, from the nearest up."""
    if near.path[:1] == ("goals",):
        return _upwards(report.goals, near)
    return _upwards(report.sections, near) if near.path[:1] == ("sections",) else ()


def _below(report: Report, near: Place) -> tuple[Place, ...]:
    nodes: Iterator[tuple[Goal, int]] | Iterator[tuple[Section, int]]
    if near.path[:1] == ("goals",) and near.path[1:]:
        nodes = preorder(report.goals, near.path[1])
    elif near.path[:1] == ("sections",) and near.path[1:]:
        nodes = preorder(report.sections, near.path[1])
    else:
        return ()
    return tuple(Place((near.path[0], node.id)) for node, _depth in nodes)


def _upwards(nodes: Sequence[T], near: Place) -> tuple[Place, ...]:
    own = [node for node in nodes if (node.id,) == near.path[1:2]]
    above = [other for node in own for other in ancestors(nodes, node)]
    return tuple(Place((near.path[0], node.id)) for node in own + above)


def source_name(report: Report, reference: FigureReference) -> str:
    """Return what a reference's source is called; what is left of its way where the source is gone."""
    return ", ".join(filter(None, source_words(report, reference)))


def source_words(report: Report, reference: FigureReference) -> tuple[str, str]:
    """Return what a reference's source is of ("Sjukfrånvaro"), and which of its figures it is ("Periodens utfall")."""
    measure, _way = split_format(reference.format)
    named = place_name(report, reference.source)
    if measure in COUNTS:
        return ", ".join(named.parts[:1]), COUNTS[measure]
    return ", ".join(named.parts[1:]), _CHANGE if measure == CHANGE else named.field


def _parts(report: Report) -> Iterator[tuple[Place, Iterator[LinkedFigure]]]:
    for goal, _depth in preorder(report.goals):
        yield Place.of("goals", goal.id), _of_goal(report, goal)
    for section, _depth in preorder(report.sections):
        yield Place.of("sections", section.id), _of_section(section)
    yield Place.of("goals"), _counts(report, Place.of("goals"), _WHOLE, (*ACTIVITY_MEASURES, *GOAL_MEASURES))


def _of_goal(report: Report, goal: Goal) -> Iterator[LinkedFigure]:
    place = Place.of("goals", goal.id)
    part = goal.label or goal.level.value.capitalize()
    for indicator in goal.indicators:
        yield from _of_indicator(indicator, place / "indicators" / indicator.id, part, report.year)
    if goal.activities:
        yield from _counts(report, place / "activities", part, tuple(ACTIVITY_MEASURES))
    yield from _counts(report, place, part, tuple(GOAL_MEASURES))


def _of_indicator(indicator: Indicator, place: Place, part: str, year: int) -> Iterator[LinkedFigure]:
    name = " ".join(indicator.name.split())
    for field in _COLUMNS:
        text = " ".join(getattr(indicator, field).split())
        if read_figure(text).quantity is not None:
            what = INDICATOR_HEADS[field].format(previous_year=year - 1)
            yield LinkedFigure(place / field, CELL, part, name, what, text)
            if field == "outcome" and quantity(text) and quantity(indicator.previous):
                yield LinkedFigure(place / field, CHANGE, part, name, _CHANGE, "")


def _of_section(section: Section) -> Iterator[LinkedFigure]:
    part = section.title or "Avsnitt utan rubrik"
    for table in section.tables:
        place = Place.of("sections", section.id, "tables", table.id)
        for row in table.rows:
            yield from _of_row(table, row, place / "rows" / row.id, part)


def _of_row(table: EconomyTable, row: Row, place: Place, part: str) -> Iterator[LinkedFigure]:
    heads = {column.id: f"{column.group} {column.title}".strip() for column in table.columns}
    where = f"{part}: {table.title}" if table.title and table.title != part else part
    for cell in row.cells:
        text = " ".join(cell.text.split())
        if read_figure(text).quantity is not None:
            source = place / "cells" / cell.id / "text"
            yield LinkedFigure(source, CELL, where, " ".join(row.label.split()), heads.get(cell.id, ""), text)


def _counts(report: Report, place: Place, part: str, measures: tuple[str, ...]) -> Iterator[LinkedFigure]:
    """Yield the counts at a place that count something; none of what is not there is offered."""
    for measure in measures:
        value = count_at(report, place, measure)
        if value is not None and value.quantity is not None and value.quantity.amount:
            yield LinkedFigure(place, measure, part, COUNTS[measure], "", "")
