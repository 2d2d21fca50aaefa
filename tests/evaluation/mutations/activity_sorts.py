"""Slips in activities: dates, and the mark of deviation against what the analysis says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from tests.evaluation.mutations.model import Sort, Spot, arithmetic, textual
from tests.evaluation.mutations.walking import Change, assign

from avstamt.domain.activity import Activity
from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report, ReportKind
from avstamt.domain.text import EMPTY_TEXT

_LATE = re.compile(
    r"\b(?:dröj|fortsätter till|hann inte|inte hunnit|inte tillsatt|försen|förskjut|skjutits upp|skjuts upp|senarelagt|har inte (?:kunnat|genomförts|påbörjats|startat)"
    r"|inte (?:genomförd|slutförd|färdig|klar)|ställts in|inställd|avbrut|pausad)",
    re.IGNORECASE,
)


def _activities(report: Report) -> Iterator[tuple[Activity, Place]]:
    for goal in report.goals:
        for node in goal.activities:
            yield node, Place.of("goals", goal.id, "activities", node.id)


def _dates(place: Place, start: str, end: str) -> Change:
    return lambda report: with_value(with_value(report, place / "start", start), place / "end", end)


@arithmetic("slutdatum före startdatum")
def ends_before(report: Report, random: Random) -> Iterator[Spot]:
    """Start and end change places; plantable where they differ."""
    for node, place in _activities(report):
        if node.starts and node.ends and node.starts < node.ends:
            yield Spot(place, f"{node.end}–{node.start}", _dates(place, node.end, node.start))


@arithmetic("aktivitet utanför året")
def outside_year(report: Report, random: Random) -> Iterator[Spot]:
    """Both dates go two years back or forward; plantable where the activity runs within the report's year.

    One that ends before it starts runs in no year, and is known to be wrong as it stands.
    """
    for node, place in _activities(report):
        if node.starts and node.ends and node.starts <= node.ends and node.starts.year == node.ends.year == report.year:
            by = random.choice((-2, 2))
            start, end = (f"{date.year + by}{date.isoformat()[4:]}" for date in (node.starts, node.ends))
            yield Spot(place, f"{start}–{end}", _dates(place, start, end))


@arithmetic("datum som inte finns")
def no_such_date(report: Report, random: Random) -> Iterator[Spot]:
    """The end date becomes a day that the calendar does not have; plantable where there is one."""
    for node, place in _activities(report):
        if node.ends:
            wrong = f"{node.ends.year}-{random.choice(('02-30', '04-31', '06-31', '09-31', '11-31', '13-01'))}"
            yield Spot(place, f"{node.end} → {wrong}", assign(place / "end", wrong))


@textual("avvikelse omarkerad")
def deviation_unmarked(report: Report, random: Random) -> Iterator[Spot]:
    """The mark is taken away; plantable where the analysis says late, postponed, not carried out or cancelled."""
    for node, place in _activities(report):
        if node.deviation and node.analysis is not None and _LATE.search(node.analysis.plain):
            yield Spot(place, f"{node.text}: avvikelse omarkerad", assign(place / "deviation", False))  # noqa: FBT003 - a mark


@textual("avvikelse utan analys")
def deviation_unexplained(report: Report, random: Random) -> Iterator[Spot]:
    """The activity is marked and its analysis emptied; plantable in reports that mark deviations."""
    if report.kind is ReportKind.PLAN:
        return
    for node, place in _activities(report):
        bare = node.model_copy(update={"deviation": True, "analysis": EMPTY_TEXT})
        if not node.deviation or (node.analysis is not None and not node.analysis.is_empty):
            yield Spot(place, f"{node.text}: avvikelse utan analys", _put(bare, place))


def _put(node: Activity, place: Place) -> Change:
    def change(report: Report) -> Report:
        changed = with_value(report, place / "deviation", node.deviation)
        return with_value(changed, place / "analysis", node.analysis)

    return change


ACTIVITY_SORTS: tuple[Sort, ...] = (ends_before, outside_year, no_such_date, deviation_unmarked, deviation_unexplained)
