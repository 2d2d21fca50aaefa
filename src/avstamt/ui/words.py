"""What the window calls the things of a report, and the drawing that goes with each."""

from __future__ import annotations

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.naming import ACTIVITY_HEADS, INDICATOR_HEADS
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.ui.theme import Theme

ASSESSMENT_ICONS = {
    Assessment.FULL: "status-full",
    Assessment.PARTLY: "status-partly",
    Assessment.NOT: "status-not",
    Assessment.NONE: "status-none",
}
ASSESSMENT_MEANINGS = {
    Assessment.FULL: "Utvecklingen går åt rätt håll med en stark trend.",
    Assessment.PARTLY: "Utvecklingen går åt rätt håll med en svag trend.",
    Assessment.NOT: "Utvecklingen går inte åt rätt håll.",
    Assessment.NONE: "Ingen bedömning görs av målet.",
}
LEVEL_ICONS = {
    Level.ERROR: "finding-error",
    Level.DEVIATION: "finding-deviation",
    Level.TIP: "finding-tip",
}
GOAL_NAMES = {
    GoalLevel.DIRECTION: "inriktningsmål",
    GoalLevel.AREA: "mål för verksamhetsområdet",
    GoalLevel.COMMITTEE: "nämndmål",
    GoalLevel.UNIT: "enhetsmål",
}
INDICATOR_LABELS = {"name": "Indikator", **INDICATOR_HEADS}
ACTIVITY_LABELS = {"text": "Aktivitet", **ACTIVITY_HEADS}


def assessment_colour(assessment: Assessment | None, theme: Theme) -> str:
    """Return the colour an assessment is drawn in; the word always stands beside it."""
    return {
        Assessment.FULL: theme.accent,
        Assessment.PARTLY: theme.deviation,
        Assessment.NOT: theme.error,
    }.get(assessment or Assessment.NONE, theme.quiet)


def level_colour(level: Level, theme: Theme) -> str:
    """Return the colour of a finding's level."""
    return {Level.ERROR: theme.error, Level.DEVIATION: theme.deviation, Level.TIP: theme.tip}[level]


def level_fill(level: Level, theme: Theme) -> str:
    """Return the colour that lies behind a finding of this level."""
    return {Level.ERROR: theme.error_fill, Level.DEVIATION: theme.deviation_fill, Level.TIP: theme.tip_fill}[level]


def with_years(head: str, report: Report) -> str:
    """Return a head of the template with its years filled in."""
    return head.replace("{previous_year}", str(report.year - 1)).replace("{year}", str(report.year))


def count(number: int, one: str, many: str) -> str:
    """Return a number with its noun: "1 fel", "3 tveksamheter"."""
    return f"{number} {one if number == 1 else many}"


def kind_name(kind: ReportKind, level: OrganisationLevel) -> str:
    """Return what a report is called with whose it is: "Verksamhetsplan, enhet"."""
    return f"{kind.label}, {level.value}"
