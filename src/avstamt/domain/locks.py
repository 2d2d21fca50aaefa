"""What may not be changed here, and why: others' goals and targets are shown but not edited."""

from __future__ import annotations

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.report import OrganisationLevel, Report
from avstamt.domain.section import Section

_INHERITED = {"number", "title", "level", "description", "expected_result"}
_OF_INDICATOR = {"name", "city_target", "periodicity"}
_OF_ACTIVITY = {"text", "start", "end"}
_OWNERS = {
    GoalLevel.DIRECTION: "Målet är beslutat av kommunfullmäktige.",
    GoalLevel.AREA: "Målet är beslutat av kommunfullmäktige.",
    GoalLevel.COMMITTEE: "Målet är beslutat av nämnden.",
    GoalLevel.UNIT: "Målet är hämtat från enhetens verksamhetsplan.",
}


def lock_reason(report: Report, place: Place) -> str:
    """Return why the value at `place` cannot be changed, as a sentence; empty where it can."""
    for depth in (2, 4):
        if len(place.path) <= depth:
            break
        try:
            node = value_at(report, Place(place.path[:depth]))
        except PlaceError:
            return ""
        if reason := _reason(node, place.path[depth], report):
            return reason
    return ""


def _reason(node: object, field: str, report: Report) -> str:
    if isinstance(node, Goal) and node.locked and field in _INHERITED:
        return _OWNERS[node.level]
    if isinstance(node, Section) and node.locked and field == "title":
        return "Rubriken är bestämd i mallen."
    if isinstance(node, Indicator) and node.locked and field in _OF_INDICATOR:
        is_unit = report.level is OrganisationLevel.UNIT
        return "Indikatorn är beslutad av nämnden." if is_unit else "Indikatorn är beslutad av kommunfullmäktige."
    if isinstance(node, Activity) and node.locked and field in _OF_ACTIVITY:
        return "Aktiviteten är beslutad av nämnden."
    return ""


def node_lock(report: Report, place: Place) -> str:
    """Return why the node at `place` cannot be removed or moved, empty where it can."""
    try:
        node = value_at(report, place)
    except PlaceError:
        return ""
    if isinstance(node, Goal) and node.locked:
        return _OWNERS[node.level]
    if isinstance(node, Section) and node.locked:
        return "Avsnittet hör till mallen."
    if isinstance(node, Indicator) and node.locked:
        return _reason(node, "name", report)
    if isinstance(node, Activity) and node.locked:
        return _reason(node, "text", report)
    return ""
