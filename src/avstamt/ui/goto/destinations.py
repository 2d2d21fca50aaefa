"""Everything one can go to in a report, as plain data: its parts in order, then what stands in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.report import Report, preorder
from avstamt.ui.goto.matching import Fit, fit
from avstamt.ui.words import GOAL_NAMES

_RECENT_BONUS = 12
_PART_BONUS = 8
_COMMAND = ">"


@dataclass(frozen=True, slots=True)
class Destination:
    """Something to go to: a place in the report, or an action of the window by its name.

    `beside` says what it is, `key` the action's shortcut.
    """

    name: str
    beside: str
    icon: str
    number: str = ""
    place: Place | None = None
    action: str = ""
    key: str = ""
    is_part: bool = False

    @property
    def words(self) -> str:
        """Return number and name."""
        return f"{self.number} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A destination that fits what is typed, with the letters of its words to mark."""

    destination: Destination
    spans: tuple[tuple[int, int], ...] = ()


def destinations(report: Report) -> tuple[Destination, ...]:
    """Return the parts of a report, its indicators, activities and tables, in the order of the outline."""
    return tuple(_all(report))


def suggestions(
    typed: str, known: Sequence[Destination], actions: Sequence[Destination], recent: Sequence[Destination]
) -> tuple[Suggestion, ...]:
    """Return what fits, the best first; where nothing is typed, what was gone to last and then the report's parts.

    A ">" at the beginning asks for actions only.
    """
    typed = typed.strip()
    if typed.startswith(_COMMAND):
        return _ranked(typed[1:], actions, recent) if typed[1:].strip() else tuple(map(Suggestion, actions))
    if not typed:
        parts = [one for one in known if one.is_part and one not in recent]
        return tuple(Suggestion(one) for one in (*recent, *parts, *(one for one in actions if one not in recent)))
    return _ranked(typed, (*known, *actions), recent)


def _ranked(typed: str, known: Sequence[Destination], recent: Sequence[Destination]) -> tuple[Suggestion, ...]:
    found: list[tuple[int, Suggestion]] = []
    late = set(recent)
    for one in known:
        fitted: Fit | None = fit(typed, one.name, one.number)
        if fitted is None:
            continue
        shift = len(one.words) - len(one.name)
        spans = tuple((start + shift, end + shift) for start, end in fitted.spans)
        bonus = (_RECENT_BONUS if one in late else 0) + (_PART_BONUS if one.is_part else 0)
        found.append((fitted.score + bonus, Suggestion(one, spans)))
    return tuple(suggestion for _score, suggestion in sorted(found, key=lambda pair: -pair[0]))


def _all(report: Report) -> Iterator[Destination]:
    about = report.title or report.kind.label
    yield Destination(_line(about), "om rapporten", "report", place=Place.of("title"), is_part=True)
    if report.front is not None:
        yield Destination("Framsida", "tjänsteutlåtande", "front", place=Place.of("front"), is_part=True)
    goals_due = True
    for section, _depth in preorder(report.sections):
        place = Place.of("sections", section.id)
        name = _line(section.title) or ("Mål" if section.holds_goals else "Avsnitt utan rubrik")
        yield Destination(name, "avsnitt", "section", place=place, is_part=True)
        for table in section.tables:
            title = _line(table.title or table.corner) or "Tabell"
            yield Destination(title, f"tabell i {name}", "table", place=place / "tables" / table.id)
        if section.holds_goals and goals_due:
            goals_due = False
            yield from _goals(report)
    if goals_due:
        yield from _goals(report)


def _goals(report: Report) -> Iterator[Destination]:
    for goal, _depth in preorder(report.goals):
        yield from _goal(goal)


def _goal(goal: Goal) -> Iterator[Destination]:
    place = Place.of("goals", goal.id)
    name = _line(goal.title) or "Mål utan namn"
    yield Destination(name, GOAL_NAMES[goal.level], "goal", number=goal.normal_number, place=place, is_part=True)
    inside = f"i {goal.normal_number or name}"
    for indicator in goal.indicators:
        at = place / "indicators" / indicator.id
        yield Destination(_line(indicator.name) or "Indikator utan namn", f"indikator {inside}", "table", place=at)
    for activity in goal.activities:
        at = place / "activities" / activity.id
        yield Destination(_line(activity.text) or "Aktivitet utan text", f"aktivitet {inside}", "tick", place=at)


def _line(text: str) -> str:
    return " ".join(text.split())
