"""Which part of another report is the same as one of this: by its id, its template's name, its number or its title."""

from __future__ import annotations

from avstamt.domain.base import Node
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.templates.twins import goal_twin, section_twin
from avstamt.ui.forms.page_area import part_of


def twin(report: Report, place: Place, other: Report) -> Place | None:
    """Return the place in `other` that is the same as `place` in `report`, its part where the field is not there."""
    part = part_of(report, place)
    if not part.path:
        return part
    found = _part(report, part, other)
    if found is None:
        return None
    field = Place((*found.path, *place.path[len(part.path) :][:1]))
    return field if exists(other, field) and value_at(other, field) not in (None, ()) else found


def _part(report: Report, part: Place, other: Report) -> Place | None:
    if part == Place.of("front"):
        return part if other.front is not None else None
    node = value_at(report, part)
    found: Node | None = None
    if isinstance(node, Goal):
        found = goal_twin(node, other.goals)
    elif isinstance(node, Section):
        found = section_twin(node, other.sections)
    return None if found is None else part.parent / found.id
