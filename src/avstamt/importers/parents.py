"""Under which goal a goal stands: by its number where it has one, else by what stands before it."""

from __future__ import annotations

from collections.abc import Sequence

from avstamt.domain.goal import GoalLevel
from avstamt.importers.drafts import DraftGoal


def parent_of(goal: DraftGoal, before: Sequence[DraftGoal]) -> tuple[str | None, str]:
    """Return the parent's id and a doubt, empty where there is none."""
    if goal.level is GoalLevel.DIRECTION:
        return None, ""
    above = [other for other in before if other.level.depth < goal.level.depth]
    if not above:
        return None, f"Målet ”{goal.title}” står utan något mål över sig."
    nearest = above[-1]
    numbered = _by_number(goal, above)
    if numbered is None:
        doubt = f"Målet ”{goal.title}” har numret {goal.number} men står under {nearest.number}."
        return nearest.id, doubt if _contradicts(goal, nearest) else ""
    if numbered.id != nearest.id and nearest.level is numbered.level:
        return numbered.id, f"Målet ”{goal.title}” är flyttat till {numbered.number}, som numret {goal.number} säger."
    return numbered.id, ""


def _plain(goal: DraftGoal) -> str:
    return goal.number.rstrip(".")


def _by_number(goal: DraftGoal, above: Sequence[DraftGoal]) -> DraftGoal | None:
    prefix, _, _ = _plain(goal).rpartition(".")
    if not prefix:
        return None
    return next((other for other in reversed(above) if _plain(other) == prefix), None)


def _contradicts(goal: DraftGoal, parent: DraftGoal) -> bool:
    return bool(goal.number and parent.number) and not _plain(goal).startswith(_plain(parent) + ".")
