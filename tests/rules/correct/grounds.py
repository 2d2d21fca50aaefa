"""The reports around the passages: complete and free of remarks, one for each sort of nämnd and unit."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from tests.builders import activity, front_page, goal, report, result_table, section, text

from avstamt.domain.activity import Activity
from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.section import Appendix, Section

Ground = Callable[[str], Report]

OPENING = "Målet bedöms uppfyllas helt, eftersom resultatet har förbättrats under perioden."
SUMMARY = "Verksamheten har i huvudsak följt planen, och resultaten har förbättrats."


def analysed(title: str, *indicators: Indicator, **fields: Any) -> Ground:
    """Return a ground whose passage stands in the analysis of the goal that has these indicators."""
    return partial(_analysed, title, indicators, fields)


def _analysed(title: str, indicators: tuple[Indicator, ...], fields: dict[str, Any], passage: str) -> Report:
    return tree(title, text(OPENING, *passage.split("\n")), indicators, **fields)


def summed(title: str, *indicators: Indicator, **fields: Any) -> Ground:
    """Return a ground whose passage stands in the summary, above a goal that has these indicators."""
    return partial(_summed, title, indicators, fields)


def _summed(title: str, indicators: tuple[Indicator, ...], fields: dict[str, Any], passage: str) -> Report:
    return tree(title, text(OPENING), indicators, summary=text(SUMMARY, *passage.split("\n")), **fields)


def partly(title: str, *indicators: Indicator, **fields: Any) -> Ground:
    """Return a ground whose passage stands in the analysis of a goal that is reached in part."""
    return partial(_partly, title, indicators, fields)


def _partly(title: str, indicators: tuple[Indicator, ...], fields: dict[str, Any], passage: str) -> Report:
    analysis = text("Nöjdheten har ökat men svarstiden är längre än väntat.", passage)
    return tree(title, analysis, indicators, assessment=Assessment.PARTLY, **fields)


def measured(one: Indicator, **fields: Any) -> Ground:
    """Return a ground whose passage is the analysis of an indicator."""
    return partial(_measured, one, fields)


def _measured(one: Indicator, fields: dict[str, Any], passage: str) -> Report:
    told = one.model_copy(update={"analysis": text(passage)})
    analysis = text("Väntetiderna har kortats, men alla delar av planen är inte klara.")
    return tree("Verksamheten utvecklas", analysis, (told,), assessment=Assessment.PARTLY, **fields)


def fronted(title: str, **fields: Any) -> Ground:
    """Return a ground whose passage stands in an analysis, behind a front page with two appendices."""
    return partial(_fronted, title, fields)


def _fronted(title: str, fields: dict[str, Any], passage: str) -> Report:
    listed = tuple(
        Appendix(id=f"x{n}", label=f"Bilaga {n}", title=what) for n, what in enumerate(("Blankett", "Plan"), 1)
    )
    front = front_page().model_copy(update={"appendices": listed})
    return tree(title, text(OPENING, passage), (), front=front, **fields)


def acted(name: str, **fields: Any) -> Ground:
    """Return a ground whose passage is the analysis of an activity without deviation."""
    return partial(_acted, name, fields)


def _acted(name: str, fields: dict[str, Any], passage: str) -> Report:
    year = fields.get("year", 2024)
    done = activity(name, start=f"{year}-01-01", end=f"{year}-12-31", analysis=passage)
    return tree("Verksamheten utvecklas", text(OPENING), (), activities=(done,), **fields)


def reckoned(unit: tuple[EconomyTable, ...], **fields: Any) -> Ground:
    """Return a ground whose passage stands under the economy's heading, with these tables."""
    return partial(_reckoned, unit, fields)


def _reckoned(tables: tuple[EconomyTable, ...], fields: dict[str, Any], passage: str) -> Report:
    return tree(
        "Verksamheten är kostnadseffektiv", text(OPENING), (), economy=(text(*passage.split("\n")), tables), **fields
    )


def tree(
    title: str,
    analysis: Any,
    indicators: tuple[Indicator, ...],
    *,
    summary: Any = None,
    activities: tuple[Activity, ...] = (),
    economy: tuple[Any, tuple[EconomyTable, ...]] | None = None,
    expected: str = "Verksamheten håller hög kvalitet.",
    assessment: Assessment = Assessment.FULL,
    **fields: Any,
) -> Report:
    """Return a report with one goal under KF's and the nämnd's, or under KF's alone for a nämnd."""
    level = fields.get("level", OrganisationLevel.UNIT)
    own = GoalLevel.UNIT if level is OrganisationLevel.UNIT else GoalLevel.COMMITTEE
    direction = goal("En stad för alla", GoalLevel.DIRECTION)
    area = goal(
        "Stockholmarna får stöd och service efter sina behov",
        GoalLevel.AREA,
        parent=direction.id,
        assessment=assessment,
        analysis="Bedömningen bygger på att utvecklingen har gått åt rätt håll.",
    )
    mine = goal(title, own, parent=area.id, number="" if own is GoalLevel.UNIT else "1.1.1", assessment=assessment,
                expected_result=expected, analysis=analysis, indicators=indicators, activities=activities)  # fmt: skip
    return report(direction, area, mine, sections=_sections(summary or text(SUMMARY), economy), **fields)


def _sections(summary: Any, economy: tuple[Any, tuple[EconomyTable, ...]] | None) -> tuple[Section, ...]:
    words, tables = economy or (text("Verksamheten har en budget i balans."), (result_table(),))
    head = section("Uppföljning av ekonomi", key="economy")
    running = section("Uppföljning av driftbudget", key="economy_operating", parent=head.id, text=words, tables=tables)
    return (section(key="summary", text=summary), head, running)


UNIT_VB = {"kind": ReportKind.ANNUAL, "level": OrganisationLevel.UNIT}
NAMND_VB = {"kind": ReportKind.ANNUAL, "level": OrganisationLevel.COMMITTEE}
NAMND_T1 = {"kind": ReportKind.TERTIAL_1, "level": OrganisationLevel.COMMITTEE}
NAMND_T2 = {"kind": ReportKind.TERTIAL_2, "level": OrganisationLevel.COMMITTEE}
