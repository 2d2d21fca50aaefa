"""Plants a sample's slips: each is found by the words around it and changed in one place."""

from __future__ import annotations

from functools import reduce
from typing import Any

from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, insert, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.text import RichText
from samples.reading import Data, hard


class SlipMisplaced(LookupError):
    """A slip does not fit the report it is to be planted in."""


def with_slips(report: Report, slips: list[Data]) -> Report:
    """Return the report with every slip planted; raises SlipMisplaced."""
    return reduce(_planted, slips, report)


def _planted(report: Report, slip: Data) -> Report:
    place = _place(report, slip)
    if slip.get("twice"):
        node = value_at(report, place)
        return insert(report, place.parent, node.model_copy(update={"id": f"{node.id}b"}))
    old = value_at(report, place)
    return with_value(report, place, None if slip.get("remove") else _changed(old, slip))


def _changed(old: Any, slip: Data) -> Any:
    was, becomes = hard(str(slip["was"])), hard(str(slip["becomes"]))
    if isinstance(old, Assessment) and old.value == was:
        return Assessment(becomes)
    if isinstance(old, str) and old.count(was) == 1:
        return old.replace(was, becomes)
    if isinstance(old, RichText) and old.plain.count(was) == 1:
        return RichText.model_validate_json(old.model_dump_json().replace(was, becomes))
    raise SlipMisplaced(slip["place"])


def _place(report: Report, slip: Data) -> Place:
    if "section" in slip:
        return _place_in_section(report, slip)
    goal = _only([goal for goal in report.goals if slip["goal"] in {goal.number, goal.title}], slip)
    place = Place.of("goals", goal.id)
    if "indicator" in slip:
        row = _only([row for row in goal.indicators if row.name == slip["indicator"]], slip)
        place = place / "indicators" / row.id
    elif "activity" in slip:
        task = _only([task for task in goal.activities if task.text == slip["activity"]], slip)
        place = place / "activities" / task.id
    return place / slip["field"] if "field" in slip else place


def _place_in_section(report: Report, slip: Data) -> Place:
    section = _only([section for section in report.sections if section.title == hard(slip["section"])], slip)
    place = Place.of("sections", section.id)
    if "table" not in slip:
        return place / slip["field"]
    table = _only([table for table in section.tables if table.corner == slip["table"]], slip)
    row = _only([row for row in table.rows if row.label == slip["row"]], slip)
    column = _only([column for column in table.columns if column.title == slip["column"]], slip)
    return place / "tables" / table.id / "rows" / row.id / "cells" / column.id / "text"


def _only(found: list[Any], slip: Data) -> Any:
    if len(found) != 1:
        raise SlipMisplaced(slip["place"])
    return found[0]
