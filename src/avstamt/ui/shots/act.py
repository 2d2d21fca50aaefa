"""What a picture is taken of: an act names the pictures it gives, and goes where a user goes to see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.section import Section
from avstamt.ui.photographer import Photographer
from avstamt.ui.report_view import ReportView


class NotHere(Exception):
    """The report has nothing of the kind that the picture shows."""


@dataclass(frozen=True)
class Act:
    """Some pictures that are reached together, in a report that is opened for them."""

    names: tuple[str, ...]
    take: Callable[[Photographer, ReportView], None]


@dataclass(frozen=True)
class BareAct:
    """Some pictures that need no report."""

    names: tuple[str, ...]
    take: Callable[[Photographer], None]


def show_goal(view: ReportView, fits: Callable[[Goal], bool]) -> Goal:
    """Show the first goal of a kind and return it; raises NotHere."""
    made = next((one for one in view.desk.document.report.goals if fits(one)), None)
    if made is None:
        raise NotHere
    view.show_place(Place.of("goals", made.id))
    return made


def show_section(view: ReportView, fits: Callable[[Section], bool]) -> Section:
    """Show the first section of a kind and return it; raises NotHere."""
    made = next((one for one in view.desk.document.report.sections if fits(one)), None)
    if made is None:
        raise NotHere
    view.show_place(Place.of("sections", made.id))
    return made


_TEXTS = ("analysis", "working_method", "expected_result", "description")


def told_in(goal: Goal) -> str:
    """Return the field of a goal's text in which most is told, empty where none has words."""
    lengths = {name: len(text.plain.strip()) for name in _TEXTS if (text := getattr(goal, name)) is not None}
    return max(lengths, key=lambda name: lengths[name], default="") if any(lengths.values()) else ""


def is_told(goal: Goal) -> bool:
    """Tell whether a goal has words in any of its texts."""
    return bool(told_in(goal))


def show_told(view: ReportView) -> Place:
    """Show a goal with a text that can be written on, and return the text's place; raises NotHere."""
    goals = [one for one in view.desk.document.report.goals if is_told(one) and not one.locked]
    analysed = [one for one in goals if told_in(one) == "analysis"]  # the writer's own words, which rules speak of
    goal = show_goal(view, lambda one: one is next(iter((*analysed, *goals)), None))
    return Place.of("goals", goal.id, told_in(goal))
