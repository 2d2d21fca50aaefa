"""What a place is called in Swedish: the parts it lies in, from the outside in, and the field itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from avstamt.domain.activity import Activity
from avstamt.domain.base import Frozen, Node
from avstamt.domain.economy import Cell, Column, EconomyTable, Row
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import Waiver
from avstamt.domain.section import Section

FIELD_NAMES = {
    "activities": "Aktiviteter",
    "analysis": "Analys",
    "appendices": "Bilagor",
    "assessment": "Bedömning",
    "city_target": "KF:s årsmål",
    "comment": "Kommentar",
    "date": "Datum",
    "department": "Förvaltning",
    "description": "Beskrivning",
    "development": "Utveckling",
    "deviation": "Avvikelse",
    "diary_number": "Dnr",
    "email": "E-post",
    "end": "Slutdatum",
    "expected_result": "Förväntat resultat",
    "follow_up": "Uppföljning",
    "forecast": "Prognos helår",
    "front": "Framsidan",
    "goals": "Mål",
    "indicators": "Indikatorer",
    "name": "Namn",
    "number": "Nummer",
    "officers": "Handläggare",
    "organisation": "Enhet eller förvaltning",
    "outcome": "Periodens utfall",
    "outcome_men": "Utfall män/pojkar",
    "outcome_women": "Utfall kvinnor/flickor",
    "period": "Period",
    "periodicity": "Periodicitet",
    "phone": "Telefon",
    "previous": "Utfall förra året",
    "proposals": "Förslag till beslut",
    "reason": "Skäl",
    "recipient": "Till",
    "resource_use": "Resursanvändning",
    "sections": "Avsnitt",
    "signatories": "Undertecknare",
    "start": "Startdatum",
    "target": "Årsmål",
    "text": "Text",
    "title": "Rubrik",
    "waivers": "Undantag",
    "wording": "Bedömning",
    "working_method": "Arbetssätt",
    "year": "År",
}

INDICATOR_HEADS = {
    **{name: FIELD_NAMES[name] for name in ("outcome", "outcome_men", "outcome_women")},
    "previous": "Utfall VB {previous_year}",
    **{name: FIELD_NAMES[name] for name in ("forecast", "target", "city_target", "period", "periodicity")},
}
"""What heads an indicator's columns where the template does not say, in the order they stand; a year is filled in."""

ACTIVITY_HEADS = {name: FIELD_NAMES[name] for name in ("start", "end", "deviation")}
"""What heads an activity's columns where the template does not say."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """The names of the parts a place lies in, outermost first, and of its field; empty where it is a part itself."""

    parts: tuple[str, ...]
    field: str = ""


def place_name(report: Report, place: Place) -> PlaceName:
    """Return what `place` is called; steps that lead nowhere are passed over."""
    parts: list[str] = []
    field = ""
    table: EconomyTable | None = None
    for step, here in _way(report, place):
        table = here if isinstance(here, EconomyTable) else table
        if isinstance(here, Cell) and table is not None:
            field = _column(table, here.id)
        elif isinstance(here, Node) and (name := _node_name(here)):
            parts.append(name)
            field = ""
        elif not isinstance(here, Node):
            field = FIELD_NAMES.get(step, field)
    return PlaceName(tuple(parts), field)


def _way(here: Any, place: Place) -> Iterator[tuple[str, Any]]:
    for step in place.path:
        if isinstance(here, tuple):
            here = next((node for node in here if getattr(node, "id", None) == step and isinstance(node, Node)), None)
        elif isinstance(here, Frozen):
            here = getattr(here, step, None)
        else:
            return
        yield step, here


_NAMED: dict[type[Node], Callable[[Any], str]] = {
    Goal: lambda goal: goal.label or goal.level.value.capitalize(),
    Section: lambda section: section.title or "Avsnitt utan rubrik",
    Indicator: lambda indicator: indicator.name or "Indikator utan namn",
    Activity: lambda activity: activity.text or "Aktivitet utan text",
    EconomyTable: lambda table: table.title or table.corner or "Tabell",
    Row: lambda row: row.label or "Rad utan namn",
    Waiver: lambda waiver: f"Undantaget från {waiver.rule}",
}


def _node_name(node: Node) -> str:
    """Return what a part is called; empty for one that only holds a field's text or value."""
    name = _NAMED.get(type(node))
    return name(node) if name else ""


def _column(table: EconomyTable, column_id: str) -> str:
    column = next((column for column in table.columns if column.id == column_id), Column(id="x"))
    return f"{column.group} {column.title}".strip() or column.role.value
