"""The report that follows another: its goals, indicators and activities go on, its outcomes and judgements do not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from avstamt.domain.activity import Activity
from avstamt.domain.base import Identifier
from avstamt.domain.goal import GOAL_TEXTS, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, with_value
from avstamt.domain.report import OrganisationLevel, Report, ReportKind, preorder
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import EMPTY_TEXT, RichText
from avstamt.templates.template import Template
from avstamt.templates.twins import goal_twin, section_twin

_CITY = (GoalLevel.DIRECTION, GoalLevel.AREA)
_PLANNED = ("description", "expected_result")
"""What a plan says of a goal and every later report of the same year repeats."""


def rolled_forward(earlier: Report, fresh: Report, template: Template, *, keeps_texts: bool = False) -> Report:
    """Return the empty report `fresh`, made by `template`, with what goes on from an earlier one.

    Goals, indicators and activities keep their ids. In the same year the targets, last year's outcome and what was
    planned go on; in the next year the outcome of an annual report becomes last year's, and activities that have ended
    stay behind. Outcomes, forecasts, assessments, analyses, amounts, comments and marks never go on; `keeps_texts` lets
    the texts do so as a draft. KF's goals are those of the new year.
    """
    carrier = _Carrier(earlier, _with_ids_of(earlier, fresh), template, keeps_texts)
    report = with_value(carrier.fresh, Place.of("goals"), carrier.goals())
    if keeps_texts:
        report = with_value(report, Place.of("sections"), carrier.sections())
    return with_value(report, Place.of("front"), carrier.front())


@dataclass(frozen=True, slots=True)
class _Carrier:
    earlier: Report
    fresh: Report
    template: Template
    keeps_texts: bool

    @property
    def _is_same_year(self) -> bool:
        return self.fresh.year == self.earlier.year

    def goals(self) -> tuple[Goal, ...]:
        """Return the goals of both reports as one tree."""
        homes: dict[Identifier, Identifier | None] = {}
        carried: dict[Identifier, Goal] = {}
        for goal, _depth in preorder(self.earlier.goals):
            parent = homes.get(goal.parent) if goal.parent is not None else None
            city = next((one for one in self.fresh.goals if one.id == goal.id), None)
            if goal.level in _CITY and self.fresh.goals and city is None:
                homes[goal.id] = self._home(goal, parent)  # KF has it no more: what stands below it moves
            elif self.fresh.level is OrganisationLevel.UNIT or goal.level is not GoalLevel.UNIT:
                homes[goal.id] = goal.id
                carried[goal.id] = self._goal(goal, city, parent)
        return _in_order(self._base(carried), carried)

    def sections(self) -> tuple[Section, ...]:
        """Return the new report's sections with the texts of the earlier one's; its own ones stand last."""
        texts = {twin.id: one.text for one in self.earlier.sections if (twin := section_twin(one, self.fresh.sections))}
        own = (
            one.model_copy(update={"parent": None, "tables": (), "locked": False})
            for one in self.earlier.sections
            if not one.text.is_empty and section_twin(one, self.fresh.sections) is None
        )
        known = (one.model_copy(update={"text": texts.get(one.id, one.text)}) for one in self.fresh.sections)
        return (*known, *own)

    def front(self) -> FrontPage | None:
        """Return the first page with those who write and sign, and to whom."""
        front, before = self.fresh.front, self.earlier.front
        if front is None or before is None:
            return front
        names = ("department", "unit", "officers", "signatories")
        kept = {name: getattr(before, name) for name in names}
        return front.model_copy(update={**kept, "recipient": before.recipient or front.recipient})

    def _home(self, goal: Goal, parent: Identifier | None) -> Identifier | None:
        """Return under which of KF's new goals that stands which stood under one it has no more: the one of its number."""
        same = (one for one in self.fresh.goals if goal.number and one.normal_number == goal.normal_number)
        home = next(same, None)
        return home.id if home is not None else parent

    def _base(self, carried: dict[Identifier, Goal]) -> tuple[Goal, ...]:
        """Return KF's goals of the new year; where they are the same as before, only those the earlier report had."""
        before = [goal for goal in self.earlier.goals if goal.level in _CITY]
        known = {goal.id for goal in self.fresh.goals}
        is_same = bool(before) and all(goal.id in known for goal in before)
        return tuple(goal for goal in self.fresh.goals if not is_same or goal.id in carried)

    def _goal(self, goal: Goal, city: Goal | None, parent: Identifier | None) -> Goal:
        base = city or goal.model_copy(update={"parent": parent, "assessment": None, "wording": ""})
        indicators = tuple(map(self._indicator, goal.indicators))
        activities = tuple(self._activity(one) for one in goal.activities if self._goes_on(one))
        texts = {name: self._text(goal, name) for name in GOAL_TEXTS}
        return base.model_copy(update={**texts, "indicators": indicators, "activities": activities})

    def _text(self, goal: Goal, name: str) -> RichText | None:
        field = next((one for one in self.template.goal(goal.level).fields if one.name == name), None)
        text: RichText | None = getattr(goal, name)
        if field is None:
            return None
        if text is not None and (self.keeps_texts or (self._is_same_year and name in _PLANNED)):
            return text
        return EMPTY_TEXT if field.required else None

    def _indicator(self, one: Indicator) -> Indicator:
        if self._is_same_year:
            kept = one.model_dump(include={"previous", "target", "city_target"})
        else:
            is_last_year = self.earlier.kind is ReportKind.ANNUAL and self.fresh.year == self.earlier.year + 1
            kept = {"previous": one.outcome if is_last_year else ""}
        same = {name: getattr(one, name) for name in ("id", "name", "periodicity", "direction", "locked")}
        return Indicator(**same, **kept)

    def _activity(self, one: Activity) -> Activity:
        return Activity(id=one.id, text=one.text, start=one.start, end=one.end, locked=one.locked)

    def _goes_on(self, one: Activity) -> bool:
        """Tell whether an activity is still under way when the new report's year begins."""
        return self._is_same_year or one.ends is None or one.ends >= dt.date(self.fresh.year, 1, 1)


def _with_ids_of(earlier: Report, fresh: Report) -> Report:
    """Return the new report with its goals under the ids that the same ones had: what points at them still does."""
    ids: dict[Identifier, Identifier] = {}
    for goal in earlier.goals:
        twin = goal_twin(goal, [one for one in fresh.goals if one.id not in ids])
        if twin is not None:
            ids[twin.id] = goal.id
    goals = (
        goal.model_copy(update={"id": ids.get(goal.id, goal.id), "parent": ids.get(goal.parent or "", goal.parent)})
        for goal in fresh.goals
    )
    return with_value(fresh, Place.of("goals"), tuple(goals))


def _in_order(base: tuple[Goal, ...], carried: dict[Identifier, Goal]) -> tuple[Goal, ...]:
    """Return the base's goals with what is carried in their place, and the others below the goals they belong to."""
    known = {goal.id for goal in base}
    merged = [carried.get(goal.id, goal) for goal in base]
    merged += [goal for goal in carried.values() if goal.id not in known]
    return tuple(goal for goal, _depth in preorder(merged))
