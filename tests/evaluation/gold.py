"""Reads the labels of a report's structure (`X.struktur.json`) into neutral shapes.

Normalised here, and nothing else: runs of white space become one blank (`plain`); goal numbers lose their closing
stop; "Uppfylls ej" reads as "Uppfylls inte"; null is an empty cell; a date or deviation that is null is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.evaluation.parts import (
    ActivityPart,
    Document,
    GoalPart,
    HeadingPart,
    IndicatorPart,
    TablePart,
    bare_number,
    plain,
)

FIELDS = {
    "Beskrivning": "description",
    "Förväntat resultat": "expected_result",
    "Arbetssätt": "working_method",
    "Resursanvändning": "resource_use",
    "Uppföljning": "follow_up",
    "Utveckling": "development",
    "Analys": "analysis",
}


def read_gold(path: Path) -> Document:
    """Return the labelled structure of one report."""
    data = json.loads(path.read_text(encoding="utf-8"))
    return Document(
        facts={name: plain(data[name]) for name in ("kind", "year", "level") if data.get(name)},
        names=(plain(data["organisation"]),) if data.get("organisation") else (),
        goals=tuple(_goal(goal) for goal in _in_order(data, "goals")),
        indicators=tuple(_indicator(row) for row in _in_order(data, "indicators")),
        activities=tuple(_activity(row) for row in _in_order(data, "activities")),
        headings=tuple(sorted(_headings(data), key=lambda heading: heading.line or 0)),
        tables=tuple(_table(table) for table in _in_order(data, "tables")),
    )


def _in_order(data: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return sorted(data.get(name) or [], key=lambda part: part.get("line") or 0)


def _goal(goal: dict[str, Any]) -> GoalPart:
    return GoalPart(
        key=goal["id"],
        parent=goal["parent"],
        level=goal["level"],
        number=bare_number(goal["number"]),
        title=plain(goal["title"]),
        assessment=assessment(goal["assessment"]),
        fields=frozenset(FIELDS.get(name, name) for name in goal["fields"]),
        line=goal.get("line"),
    )


def assessment(text: str | None) -> str:
    """Return an assessment in its common wording, empty where none is shown."""
    return re.sub(r"^Uppfylls ej$", "Uppfylls inte", plain(text))


def _indicator(row: dict[str, Any]) -> IndicatorPart:
    cells = {cell_name(head): plain(value) for head, value in row["values"].items()}
    return IndicatorPart(row["goal"], plain(row["name"]), cells, plain(row.get("analysis")), row.get("line"))


def _activity(row: dict[str, Any]) -> ActivityPart:
    return ActivityPart(
        goal=row["goal"],
        text=plain(row["text"]),
        start=plain(row["start"]),
        end=plain(row["end"]),
        deviation=bool(row.get("deviation")),
        analysis=plain(row.get("analysis")),
        line=row.get("line"),
    )


def _headings(data: dict[str, Any]) -> Iterator[HeadingPart]:
    for heading in _in_order(data, "sections"):
        yield _heading(heading)
    for heading in _in_order(data, "inline_headings"):
        yield _inline(heading)


def _heading(heading: dict[str, Any]) -> HeadingPart:
    return HeadingPart(
        plain(heading["title"]),
        heading.get("goal"),
        heading.get("depth"),
        heading.get("has_text"),
        line=heading.get("line"),
    )


def _inline(heading: dict[str, Any]) -> HeadingPart:
    goal = re.match(r"(g\d+)\b", heading["within"])
    return HeadingPart(
        plain(heading["title"]), goal[1] if goal else None, None, None, inline=True, line=heading.get("line")
    )


def _table(table: dict[str, Any]) -> TablePart:
    return TablePart(
        headings=frozenset({plain(table["section"])}),
        columns=tuple(plain(head) for head in table["columns"]),
        rows=tuple(tuple(plain(cell) for cell in row) for row in table["rows"]),
        line=table.get("line"),
    )


_HEADS = (
    (r"kf.*mål", "city_target"),
    (r"årsmål", "target"),
    (r"prognos", "forecast"),
    (r"periodicitet", "periodicity"),
    (r"\bmän|pojkar", "outcome_men"),
    (r"kvinnor|flickor", "outcome_women"),
    (r"utfall.*(vb|bokslut|föreg|\d{4})", "previous"),
    (r"utfall", "outcome"),
    (r"period", "period"),
)


def cell_name(head: str) -> str:
    """Return the domain's name for a column of the indicator table; an unknown head stays as it is."""
    return next((name for pattern, name in _HEADS if re.search(pattern, plain(head).lower())), head)
