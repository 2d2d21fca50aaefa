"""How a report stands to the earlier one it is compared with, and which of their parts are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report, ReportKind
from avstamt.rules.context import Context
from avstamt.templates.indicators import normal_name

_ALIKE = 92
_ALIKE_WITH_ID = 70
_BRACKETED = re.compile(r"\s*\([^()]*\)\W*$")
_DIGITS = re.compile(r"\d+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\W+")
_ORDER = tuple(ReportKind)


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier report that the one under review can be compared with, and what it is called in a sentence."""

    earlier: Report
    name: str
    same_year: bool
    is_draft: bool
    last_year: bool


def compared(context: Context) -> Comparison | None:
    """Return the comparison that the context asks for; None where it asks for none, or for one that says nothing."""
    report, earlier = context.report, context.earlier
    if earlier is None or why_not(report, earlier):
        return None
    is_draft = (report.kind, report.year) == (earlier.kind, earlier.year)
    return Comparison(
        earlier,
        "den förra versionen" if is_draft else f"{earlier.kind.label} {earlier.year}",
        same_year=report.year == earlier.year,
        is_draft=is_draft,
        last_year=earlier.kind is ReportKind.ANNUAL and earlier.year == report.year - 1,
    )


def why_not(report: Report, earlier: Report) -> str:
    """Return why two reports cannot be compared, in a sentence; empty where they can."""
    name = f"{earlier.kind.label} {earlier.year}"
    if report.level is not earlier.level:
        return f"Jämförelsen med {name} gjordes inte: den är på nivån {earlier.level}, den här på nivån {report.level}."
    if _when(earlier) > _when(report):
        return f"Jämförelsen med {name} gjordes inte: den är senare än {report.kind.label} {report.year}."
    return ""


def remark(report: Report, earlier: Report) -> str:
    """Return what should be known of a comparison that was made; empty where nothing is remarkable."""
    ours, theirs = normal_name(report.organisation), normal_name(earlier.organisation)
    if ours and theirs and not fuzz.ratio(ours, theirs, score_cutoff=_ALIKE_WITH_ID):
        return f"Den tidigare rapporten gäller {earlier.organisation}, den här {report.organisation}."
    return ""


def _when(report: Report) -> tuple[int, int]:
    return report.year, _ORDER.index(report.kind)


@dataclass(frozen=True, slots=True)
class Item:
    """A part of a report by its name: a goal, an indicator or an activity."""

    key: str
    id: str
    label: str
    place: Place


def goal_items(report: Report) -> list[Item]:
    """Return the goals that have a title."""
    made = [Item(normal_name(goal.title), goal.id, goal.label, Place.of("goals", goal.id)) for goal in report.goals]
    return [item for item in made if item.key]


def indicator_items(report: Report) -> list[Item]:
    """Return the indicators that have a name."""
    made = [
        Item(normal_name(row.name), row.id, row.name.strip(), Place.of("goals", goal.id, "indicators", row.id))
        for goal in report.goals
        for row in goal.indicators
    ]
    return [item for item in made if item.key]


def activity_items(report: Report) -> list[Item]:
    """Return the activities that have a text."""
    made = [
        Item(normal_name(row.text), row.id, row.text.strip(), Place.of("goals", goal.id, "activities", row.id))
        for goal in report.goals
        for row in goal.activities
    ]
    return [item for item in made if item.key]


def only_in(items: Iterable[Item], others: Iterable[Item]) -> list[Item]:
    """Return the items that none of `others` is the same as, each name once, by label."""
    rest = list(others)
    known = {other.key for other in rest}
    found = {item.key: item for item in sorted(items, key=lambda item: item.id, reverse=True) if item.key not in known}
    alone = [item for item in found.values() if not any(_is_same(item, other) for other in rest)]
    return sorted(alone, key=lambda item: (item.label, item.id))


def _is_same(item: Item, other: Item) -> bool:
    if _DIGITS.findall(item.key) != _DIGITS.findall(other.key):
        return False
    if _unbracketed(item.label) == other.key or item.key == _unbracketed(other.label):
        return True
    least = _ALIKE_WITH_ID if item.id == other.id else _ALIKE
    return fuzz.ratio(item.key, other.key, score_cutoff=least) > 0


def _unbracketed(label: str) -> str:
    """Return a name's key without the source or place that stands in brackets after it."""
    return normal_name(_BRACKETED.sub("", label))


class Counterparts:
    """Finds the rows of an earlier report that tell of the same indicator as one of this report."""

    def __init__(self, context: Context, earlier: Report) -> None:
        self._context = context
        self._rows: dict[str, list[tuple[str, Indicator]]] = {}
        for goal in earlier.goals:
            for row in goal.indicators:
                self._rows.setdefault(self._key(row), []).append((normal_name(goal.title), row))
        self._rows.pop("", None)

    def of(self, goal_title: str, row: Indicator) -> tuple[Indicator, ...]:
        """Return the earlier rows: of the same goal before others, of the same part of the year before others."""
        found = self._rows.get(self._key(row)) or self._near(row)
        for same in (
            [pair for pair in found if pair[0] == normal_name(goal_title)],
            [pair for pair in found if _part_of_year(pair[1]) == _part_of_year(row)],
        ):
            kept = [pair for pair in found if pair in same]
            found = kept or found
        return tuple(earlier for _title, earlier in found)

    def _near(self, row: Indicator) -> list[tuple[str, Indicator]]:
        item = Item(normal_name(row.name), row.id, row.name, Place())
        if not item.key:
            return []
        pairs = [pair for rows in self._rows.values() for pair in rows]
        return [pair for pair in pairs if _is_same(item, Item(normal_name(pair[1].name), pair[1].id, "", Place()))]

    def _key(self, row: Indicator) -> str:
        entry = self._context.entry(row)
        return normal_name(entry.name if entry else row.name)


def counterparts(context: Context) -> Counterparts | None:
    """Return what finds the earlier rows of an indicator, None where nothing is compared."""
    comparison = context.derived(compared)
    return Counterparts(context, comparison.earlier) if comparison else None


def _part_of_year(row: Indicator) -> str:
    return _YEAR.sub("", row.period).casefold()
