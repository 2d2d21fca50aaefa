"""What can be counted in a report: activities by whether they deviate, goals by level and assessment."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place, PlaceError, value_at
from avstamt.domain.report import Report, preorder
from avstamt.language.linked.nouns import Noun
from avstamt.language.linked.values import Value, counted

ACTIVITY_MEASURES = {
    "activities": "Aktiviteter",
    "activities-kept": "Aktiviteter utan avvikelse",
    "activities-deviating": "Aktiviteter med avvikelse",
}
_ACTIVITY = Noun("aktivitet", "aktiviteter", is_neuter=False)
_STATUSES: dict[str, tuple[Assessment | None, str]] = {
    "all": (None, ""),
    "full": (Assessment.FULL, " som uppfylls helt"),
    "partly": (Assessment.PARTLY, " som uppfylls delvis"),
    "not": (Assessment.NOT, " som inte uppfylls"),
}
_GOALS = "goals"
GOAL_MEASURES = {
    f"{_GOALS}-{level.name.lower()}-{status}": f"{level.value.capitalize()}{words}"
    for level, (status, (_assessment, words)) in product(GoalLevel, _STATUSES.items())
}


def count_at(report: Report, place: Place, measure: str) -> Value | None:
    """Return a count of what stands at or below `place`; None where nothing is counted there."""
    try:
        if measure in ACTIVITY_MEASURES:
            return counted(_activity_count(_activities(report, place), measure), _ACTIVITY)
        if measure in GOAL_MEASURES:
            _mark, level_name, status = measure.split("-")
            level, assessment = GoalLevel[level_name.upper()], _STATUSES[status][0]
            return counted(_goal_count(_goals(report, place), level, assessment), _noun(level))
    except PlaceError:
        return None
    return None


def _activities(report: Report, place: Place) -> Sequence[Activity]:
    """Return the activities of one goal (`goals/g/activities`) or of the whole report (`goals`)."""
    if place == Place.of(_GOALS):
        return [activity for goal in report.goals for activity in goal.activities]
    if place.path[:1] != (_GOALS,) or place.name != "activities":
        raise PlaceError(place)
    activities: tuple[Activity, ...] = value_at(report, place)
    return activities


def _activity_count(activities: Sequence[Activity], measure: str) -> int:
    if measure == "activities":
        return len(activities)
    return sum(activity.deviation is (measure == "activities-deviating") for activity in activities)


def _goals(report: Report, place: Place) -> Sequence[Goal]:
    """Return the goals of the whole report (`goals`) or those below one (`goals/g`)."""
    if place == Place.of(_GOALS):
        return report.goals
    if not isinstance(value_at(report, place), Goal):
        raise PlaceError(place)
    return [goal for goal, _depth in preorder(report.goals, place.name)]


def _goal_count(goals: Sequence[Goal], level: GoalLevel, assessment: Assessment | None) -> int:
    return sum(goal.level is level and (assessment is None or goal.assessment is assessment) for goal in goals)


def _noun(level: GoalLevel) -> Noun:
    return Noun(level.value, level.value, is_neuter=True)
