"""Which columns the indicator and activity tables print: the template's, and whatever else the report has filled in."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.domain.activity import Activity
from avstamt.domain.indicator import Indicator
from avstamt.domain.naming import ACTIVITY_HEADS, INDICATOR_HEADS
from avstamt.domain.report import Report
from avstamt.templates.template import ColumnTemplate, Template

DEVIATES = "Ja"
"""What stands in the column Avvikelse of an activity that deviates; the others are empty."""

_BY_SEX = frozenset({"outcome_men", "outcome_women"})


def indicator_columns(report: Report, template: Template) -> tuple[ColumnTemplate, ...]:
    """Return the indicator table's columns; those by sex only where some indicator of the report fills one."""
    indicators = [indicator for goal in report.goals for indicator in goal.indicators]
    filled = {name for name in INDICATOR_HEADS if any(getattr(indicator, name) for indicator in indicators)}
    kept = [column for column in template.indicator_columns if column.name not in _BY_SEX or filled & _BY_SEX]
    return _completed(kept, filled, INDICATOR_HEADS)


def without_empty_sexes(
    columns: tuple[ColumnTemplate, ...], indicators: Sequence[Indicator]
) -> tuple[ColumnTemplate, ...]:
    """Return the columns of one printed table: those by sex only where an indicator in it fills one."""
    if any(getattr(indicator, name) for indicator in indicators for name in _BY_SEX):
        return columns
    return tuple(column for column in columns if column.name not in _BY_SEX)


def activity_columns(report: Report, template: Template) -> tuple[ColumnTemplate, ...]:
    """Return the activity table's columns."""
    activities = [activity for goal in report.goals for activity in goal.activities]
    filled = {name for name in ACTIVITY_HEADS if any(getattr(activity, name) for activity in activities)}
    return _completed(list(template.activity_columns), filled, ACTIVITY_HEADS)


def printed(node: Indicator | Activity, name: str) -> str:
    """Return the text of a cell by its column's name; a column that the node does not know is empty."""
    if name not in type(node).model_fields:
        return ""
    value = getattr(node, name)
    if isinstance(value, bool):
        return DEVIATES if value else ""
    return str(value or "")


def head(column: ColumnTemplate, year: int) -> str:
    """Return a column's head with its years filled in."""
    return with_years(column.label, year)


def with_years(text: str, year: int) -> str:
    """Return a template's text with `{year}` and `{previous_year}` filled in."""
    return text.replace("{previous_year}", str(year - 1)).replace("{year}", str(year))


def _completed(columns: list[ColumnTemplate], filled: set[str], heads: dict[str, str]) -> tuple[ColumnTemplate, ...]:
    known = {column.name for column in columns}
    extra = [
        ColumnTemplate(name=name, label=label, guidance="") for name, label in heads.items() if name in filled - known
    ]
    return (*columns, *extra)
