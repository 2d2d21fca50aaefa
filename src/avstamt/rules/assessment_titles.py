"""Which goal a sentence or a heading speaks of: by its title, quoted or not, or by its number."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from avstamt.domain.goal import Goal
from avstamt.domain.report import Report
from avstamt.rules.context import Context
from avstamt.templates.indicators import normal_name

_NUMBER = re.compile(r"\bmål(?:et)?\s+(\d+(?:\.\d+){1,2})\b", re.IGNORECASE)
_PREFIX = re.compile(
    r"^\s*(?:[\wåäöÅÄÖ:]*mål(?:\s+för\s+verksamhetsområdet)?\s*)?(?:\d+(?:\.\d+)*)?[.:\s]*", re.IGNORECASE
)
_LEAST_TITLE = 12


@lru_cache(maxsize=4096)
def _bare(heading: str) -> str:
    return normal_name(_PREFIX.sub("", heading))


class Titles:
    """The goals of a report, to be found by what a text calls them."""

    def __init__(self, report: Report) -> None:
        self._by_title: dict[str, list[Goal]] = {}
        self._by_number: dict[str, Goal] = {}
        for goal in sorted(report.goals, key=lambda one: one.id):
            if name := normal_name(goal.title):
                self._by_title.setdefault(name, []).append(goal)
            if goal.normal_number:
                self._by_number.setdefault(goal.normal_number, goal)
        self._below = _below(report.goals)

    def of_heading(self, heading: str) -> tuple[Goal, ...]:
        """Return the goals whose title the heading repeats, with or without a prefix and a number."""
        return tuple(self._by_title.get(normal_name(heading)) or self._by_title.get(_bare(heading)) or ())

    def in_sentence(self, text: str) -> tuple[Goal, ...]:
        """Return the goals that a sentence names by number or by whole title."""
        named = [self._by_number[one] for match in _NUMBER.finditer(text) if (one := match[1]) in self._by_number]
        if named:
            return tuple(named)
        words = normal_name(text)
        titles = [title for title in self._by_title if len(title) >= _LEAST_TITLE and title in words]
        longest = max(titles, key=lambda title: (len(title), title), default=None)
        return tuple(self._by_title[longest]) if longest else ()

    def with_those_below(self, goals: Sequence[Goal]) -> tuple[Goal, ...]:
        """Return the goals and everything below them."""
        return tuple({one.id: one for goal in goals for one in (goal, *self._below[goal.id])}.values())


def titles_of(context: Context) -> Titles:
    """Return the titles of the context's report."""
    return context.derived(_titles)


def _titles(context: Context) -> Titles:
    return Titles(context.report)


def without_title(text: str, goals: Sequence[Goal]) -> str:
    """Return a sentence without the words of the goal's title, so that what is said of the goal is left."""
    for goal in goals:
        at = text.lower().find(goal.title.strip().rstrip(".").lower())
        if at >= 0:
            text = text[:at] + text[at + len(goal.title.strip().rstrip(".")) :]
    return " ".join(text.replace('""', "").replace("””", "").replace("’’", "").split())


def _below(goals: Sequence[Goal]) -> Mapping[str, tuple[Goal, ...]]:
    children: dict[str, list[Goal]] = {}
    for goal in goals:
        if goal.parent is not None:
            children.setdefault(goal.parent, []).append(goal)
    return {goal.id: _all_below(goal.id, children) for goal in goals}


def _all_below(one: str, children: Mapping[str, Sequence[Goal]]) -> tuple[Goal, ...]:
    return tuple(goal for child in children.get(one, ()) for goal in (child, *_all_below(child.id, children)))
