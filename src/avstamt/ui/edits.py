"""Changes of a report's shape that the window offers, as pure functions: add, remove and move parts."""

from __future__ import annotations

from avstamt.domain.base import Identifier, Node, new_id
from avstamt.domain.copying import copied
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.place import Place, insert, move, remove, value_at, with_value
from avstamt.domain.report import OrganisationLevel, Report, children_of, preorder
from avstamt.domain.section import Section
from avstamt.domain.text import EMPTY_TEXT, RichText
from avstamt.domain.tree import under_parent, without_branch
from avstamt.templates.template import Template

_NUMBER_PARTS = 2


def new_goal(template: Template, level: GoalLevel, parent: Identifier | None, number: str) -> Goal:
    """Return an empty goal with the headings that the template gives its level."""
    texts: dict[str, RichText] = {field.name: EMPTY_TEXT for field in template.goal(level).fields}
    return Goal(id=new_id("g"), level=level, parent=parent, number=number, **texts)


def goal_levels_below(report: Report, parent: Goal | None) -> tuple[GoalLevel, ...]:
    """Return the levels of goals that may stand below `parent` (None: at the top of the tree)."""
    depth = -1 if parent is None else parent.level.depth
    deeper = [level for level in GoalLevel if level.depth > depth]
    if report.level is OrganisationLevel.COMMITTEE:
        deeper = [level for level in deeper if level is not GoalLevel.UNIT]
    return tuple(deeper)


def next_number(report: Report, level: GoalLevel, parent: Goal | None) -> str:
    """Return the number that follows on its siblings' ("1.3" after "1.2"); empty where goals are unnumbered."""
    siblings = [goal for goal in children_of(report.goals, parent.id if parent else None) if goal.level is level]
    if level is GoalLevel.UNIT or (level is GoalLevel.COMMITTEE and not any(goal.number for goal in siblings)):
        return ""
    last = [int(goal.normal_number.rsplit(".", 1)[-1]) for goal in siblings if _ends_in_digits(goal)]
    prefix = f"{parent.normal_number}." if parent and parent.number else ""
    return f"{prefix}{max(last, default=0) + 1}"


def with_goal(report: Report, goal: Goal) -> Report:
    """Return the report with a goal added after its siblings."""
    return _in_order(insert(report, Place.of("goals"), goal), "goals")


def with_section(report: Report, section: Section, after: Identifier | None) -> Report:
    """Return the report with a section standing after the section `after` and what is below that, or last."""
    siblings = [node.id for node in children_of(report.sections, section.parent)]
    following = siblings[siblings.index(after) + 1 :] if after in siblings else []
    added = insert(report, Place.of("sections"), section, before=following[0] if following else None)
    return _in_order(added, "sections")


def copy_of(report: Report, place: Place) -> Goal | Section:
    """Return a copy of the goal or section at `place`, with a number of its own."""
    made = copied(value_at(report, place), place)
    if isinstance(made, Goal) and made.number:
        above = next((one for one in report.goals if one.id == made.parent), None)
        return made.model_copy(update={"number": next_number(report, made.level, above)})
    return made


def with_copy(report: Report, place: Place, made: Goal | Section) -> Report:
    """Return the report with a copy standing after the goal or section at `place` and what is below that."""
    if isinstance(made, Section):
        return with_section(report, made, after=place.name)
    siblings = [goal.id for goal in children_of(report.goals, made.parent)]
    following = siblings[siblings.index(place.name) + 1 :]
    return _in_order(insert(report, place.parent, made, before=following[0] if following else None), "goals")


def without_node(report: Report, place: Place) -> Report:
    """Return the report without the goal or section at `place` and all below it, or without the row there."""
    if len(place.path) == _NUMBER_PARTS and place.path[0] in {"goals", "sections"}:
        return without_branch(report, place)
    return remove(report, place)


def moved(report: Report, place: Place, step: int) -> Report:
    """Return the report with the node one step up (-1) or down (1) among its siblings; the same at either end."""
    if len(place.path) == _NUMBER_PARTS and place.path[0] in {"goals", "sections"}:
        return _moved_branch(report, place, step)
    siblings: tuple[Node, ...] = value_at(report, place.parent)
    ids = [node.id for node in siblings]
    at = ids.index(place.name)
    target = at + step
    if not 0 <= target < len(ids):
        return report
    return move(report, place, _before(ids, at, step))


def _moved_branch(report: Report, place: Place, step: int) -> Report:
    nodes: tuple[Goal, ...] | tuple[Section, ...] = report.goals if place.path[0] == "goals" else report.sections
    node = value_at(report, place)
    ids = [other.id for other in nodes if other.parent == node.parent]
    at = ids.index(node.id)
    if not 0 <= at + step < len(ids):
        return report
    return _in_order(under_parent(report, place, node.parent, _before(ids, at, step)), place.path[0])


def _in_order(report: Report, name: str) -> Report:
    """Return the report with its goals or sections in the order in which they are printed, parents first."""
    if name == "goals":
        return with_value(report, Place.of(name), tuple(node for node, _depth in preorder(report.goals)))
    return with_value(report, Place.of(name), tuple(node for node, _depth in preorder(report.sections)))


def _before(ids: list[str], at: int, step: int) -> str | None:
    following = at - 1 if step < 0 else at + 2
    return ids[following] if following < len(ids) else None


def _ends_in_digits(goal: Goal) -> bool:
    return goal.normal_number.rsplit(".", 1)[-1].isdecimal()
