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


def is_told(goal: Goal) -> bool:
    """Tell whether a goal has an analysis with words in it."""
    return bool(goal.analysis and goal.analysis.plain.strip())


def is_open(goal: Goal) -> bool:
    """Tell whether a goal has an analysis that can be written on."""
    return is_told(goal) and not goal.locked
