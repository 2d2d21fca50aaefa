"""Makes the empty report of a kind, level and year: sections, KF's goals, headings and tables in their order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

from avstamt.domain.base import new_id
from avstamt.domain.economy import Column, EconomyTable, Row
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import EMPTY_TEXT, ListItem, ListKind, RichText, Run
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.template import (
    CityGoal,
    CityYears,
    EconomyTableTemplate,
    FrontTemplate,
    GoalTemplate,
    SectionTemplate,
    Template,
)

Ids = Callable[[str], str]
"""Gives a fresh id with a prefix."""


def numbered_ids() -> Ids:
    """Return ids that count from 1 for each prefix ("s1", "s2", "g1"): the same report comes out every time."""
    counters: dict[str, count[int]] = {}
    return lambda prefix: f"{prefix}{next(counters.setdefault(prefix, count(1)))}"


def skeleton(  # noqa: PLR0917 - the order of kind, level and year is that of every such call
    catalogue: Catalogue,
    kind: ReportKind,
    level: OrganisationLevel,
    year: int,
    organisation: str = "",
    committee: str = "",
    *,
    ids: Ids = new_id,
) -> Report:
    """Return the empty report of an organisation; without goals where KF's goals for the year are not known."""
    template = catalogue.template(kind, level, year)
    mandate = catalogue.city_years(year)
    return Report(
        id=ids("r"),
        kind=kind,
        level=level,
        year=year,
        organisation=organisation,
        committee=committee,
        title=_title(template, level, year, organisation or committee),
        front=empty_front(template.front, year, committee or organisation, ids) if template.front else None,
        sections=tuple(empty_sections(template.sections, year, ids)),
        goals=tuple(_city_goals(template, mandate, ids)) if mandate else (),
    )


def with_year(text: str, year: int) -> str:
    """Return a template's text with `{year}` and `{previous_year}` filled in."""
    return text.replace("{year}", str(year)).replace("{previous_year}", str(year - 1))


def empty_sections(
    templates: tuple[SectionTemplate, ...], year: int, ids: Ids = new_id, parent: str | None = None
) -> Iterator[Section]:
    """Yield the empty sections of these templates and of those below them, parents first."""
    for template in templates:
        section = Section(
            id=ids("s"),
            parent=parent,
            key=template.key,
            title=with_year(template.title, year),
            tables=tuple(empty_table(table, year, ids) for table in template.tables),
            holds_goals=template.holds_goals,
        )
        yield section
        yield from empty_sections(template.sections, year, ids, section.id)


def empty_table(template: EconomyTableTemplate, year: int, ids: Ids = new_id) -> EconomyTable:
    """Return an economy table with its columns and rows and no amounts."""
    columns = tuple(
        Column(
            id=ids("c"),
            title=with_year(column.title, year),
            group=with_year(column.group, year),
            role=column.role,
            year=year + column.year_offset,
        )
        for column in template.columns
    )
    return EconomyTable(
        id=ids("t"),
        kind=template.kind,
        title=with_year(template.title, year),
        corner=with_year(template.corner, year),
        unit=template.unit,
        sign=template.sign,
        benchmark=template.benchmark,
        columns=columns,
        rows=tuple(Row(id=ids("w"), label=row.label, role=row.role) for row in template.rows),
    )


def empty_goal(template: GoalTemplate, ids: Ids = new_id, parent: str | None = None) -> Goal:
    """Return a goal of the template's level with the headings that must be filled in, and no words yet."""
    texts = {field.name: EMPTY_TEXT for field in template.fields if field.required}
    return Goal(id=ids("g"), parent=parent, level=template.level, locked=template.locked, **texts)


def empty_front(template: FrontTemplate, year: int, recipient: str = "", ids: Ids = new_id) -> FrontPage:
    """Return a front page to `recipient` with the decision points that always stand there."""
    points = tuple(
        ListItem(id=ids("b"), runs=(Run(text=with_year(point, year)),), mark=ListKind.NUMBER)
        for point in template.proposals
    )
    return FrontPage(recipient=recipient, proposals=RichText(blocks=points))


def _city_goals(template: Template, mandate: CityYears, ids: Ids) -> Iterator[Goal]:
    for direction in mandate.directions:
        top = _filled(empty_goal(template.goal(GoalLevel.DIRECTION), ids), direction)
        yield top
        for area in mandate.areas:
            if area.number.startswith(f"{direction.number}."):
                yield _filled(empty_goal(template.goal(GoalLevel.AREA), ids, top.id), area)


def _filled(goal: Goal, words: CityGoal) -> Goal:
    return goal.model_copy(update={"number": words.number, "title": words.title})


def _title(template: Template, level: OrganisationLevel, year: int, owner: str) -> str:
    title = with_year(template.title, year)
    return f"{title} för {owner}" if owner and level is OrganisationLevel.COMMITTEE else title
