"""Every stretch of text in a report that a person reads, in the order of the outline, and how one is changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from avstamt.domain.base import Frozen
from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.locks import lock_reason
from avstamt.domain.place import Place, Span, value_at, with_value
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import RichText, Run, Runs, TextCell, TextTable, block_text, runs_text

_HEADS = "Tabellens rubriker ändras inte härifrån."
_LINKED = "Siffran är länkad och följer sin källa."


class StretchKind(Enum):
    """What a stretch of text is."""

    TEXT = "text"
    TITLE = "rubrik"
    CELL = "cell"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A text with the place it stands at; `lock` says why it cannot be changed, empty where it can."""

    place: Place
    text: str
    kind: StretchKind
    lock: str = ""


def stretches(report: Report) -> tuple[Stretch, ...]:
    """Return the stretches of a report that are not empty, in the order of the outline."""
    return tuple(stretch for stretch in _all(report) if stretch.text)


def lock_of(report: Report, stretch: Stretch, span: Span) -> str:
    """Return why the characters of a span cannot be changed: the field is locked, or a linked figure stands there."""
    if stretch.lock or "blocks" not in stretch.place.path:
        return stretch.lock
    block = value_at(report, stretch.place)
    pieces = _cells(block) if isinstance(block, TextTable) else [(0, block.runs)]
    for start, runs in pieces:
        at = start
        for run in runs:
            if run.figure is not None and at < span[1] and span[0] < at + len(run.text):
                return _LINKED
            at += len(run.text)
    return ""


def with_spans(report: Report, place: Place, spans: list[Span], words: str) -> Report:
    """Return the report with the characters of each span of a stretch replaced; a span keeps the make-up of its first."""
    value = value_at(report, place)
    for start, end in sorted(spans, reverse=True):
        if isinstance(value, str):
            value = value[:start] + words + value[end:]
        elif isinstance(value, TextTable):
            value = value.model_copy(update={"rows": _in_table(value, (start, end), words)})
        else:
            value = value.model_copy(update={"runs": in_runs(value.runs, (start, end), words)})
    return with_value(report, place, value)


def in_runs(runs: Runs, span: Span, words: str) -> Runs:
    """Return runs with the characters of a span replaced; the words take the make-up of the first of them."""
    made: list[Run] = []
    at = 0
    left = words
    for run in runs:
        start, end = max(span[0] - at, 0), min(span[1] - at, len(run.text))
        at += len(run.text)
        if start >= end:
            made.append(run)
            continue
        text = run.text[:start] + left + run.text[end:]
        left = ""
        if text:
            made.append(run.model_copy(update={"text": text}))
    return tuple(made)


def _cells(table: TextTable) -> list[tuple[int, Runs]]:
    """Return each cell's runs with where it begins in the table's plain text."""
    found = []
    at = 0
    for row in table.rows:
        for cell in row:
            found.append((at, cell.runs))
            at += len(runs_text(cell.runs)) + 1
        at += not row
    return found


def _in_table(table: TextTable, span: Span, words: str) -> tuple[tuple[TextCell, ...], ...]:
    starts = iter(start for start, _runs in _cells(table))
    rows = []
    for row in table.rows:
        cells = []
        for cell in row:
            start = next(starts)
            inside = start <= span[0] and span[1] <= start + len(runs_text(cell.runs))
            moved = (span[0] - start, span[1] - start)
            cells.append(TextCell(runs=in_runs(cell.runs, moved, words)) if inside else cell)
        rows.append(tuple(cells))
    return tuple(rows)


def _all(report: Report) -> Iterator[Stretch]:
    for name in ("title", "organisation", "committee"):
        yield Stretch(Place.of(name), getattr(report, name), StretchKind.TITLE)
    if report.front is not None:
        yield from _front(report.front, Place.of("front"))
    goals_due = True
    for section, _depth in preorder(report.sections):
        yield from _section(report, section, Place.of("sections", section.id))
        if section.holds_goals and goals_due:
            goals_due = False
            yield from _goals(report)
    if goals_due:
        yield from _goals(report)


def _goals(report: Report) -> Iterator[Stretch]:
    for goal, _depth in preorder(report.goals):
        yield from _goal(report, goal, Place.of("goals", goal.id))


def _goal(report: Report, goal: Goal, place: Place) -> Iterator[Stretch]:
    yield _field(report, goal, place, "title", StretchKind.TITLE)
    for name in GOAL_TEXTS:
        yield from _text(getattr(goal, name), place / name, lock_reason(report, place / name))
    for indicator in goal.indicators:
        at = place / "indicators" / indicator.id
        for name in ("name", *INDICATOR_FIGURES, "period", "periodicity"):
            yield _field(report, indicator, at, name, StretchKind.CELL)
        yield from _text(indicator.analysis, at / "analysis")
    for activity in goal.activities:
        at = place / "activities" / activity.id
        for name in ("text", "start", "end"):
            yield _field(report, activity, at, name, StretchKind.CELL)
        yield from _text(activity.analysis, at / "analysis")


def _section(report: Report, section: Section, place: Place) -> Iterator[Stretch]:
    yield _field(report, section, place, "title", StretchKind.TITLE)
    yield from _text(section.text, place / "text")
    for table in section.tables:
        yield from _economy(table, place / "tables" / table.id)


def _economy(table: EconomyTable, place: Place) -> Iterator[Stretch]:
    yield Stretch(place / "title", table.title, StretchKind.TITLE)
    yield Stretch(place / "corner", table.corner, StretchKind.CELL, _HEADS)
    for column in table.columns:
        yield Stretch(place / "columns" / column.id / "title", column.title, StretchKind.CELL, _HEADS)
    for row in table.rows:
        at = place / "rows" / row.id
        yield Stretch(at / "label", row.label, StretchKind.CELL)
        for cell in row.cells:
            yield Stretch(at / "cells" / cell.id / "text", cell.text, StretchKind.CELL)
    yield from _text(table.comment, place / "comment")


def _front(front: FrontPage, place: Place) -> Iterator[Stretch]:
    for name in ("department", "unit", "diary_number", "date", "recipient"):
        yield Stretch(place / name, getattr(front, name), StretchKind.TEXT)
    yield from _text(front.proposals, place / "proposals")
    groups = {
        "officers": ("name", "phone", "email"),
        "signatories": ("name", "title"),
        "appendices": ("label", "title"),
    }
    for group, names in groups.items():
        for node in getattr(front, group):
            for name in names:
                yield Stretch(place / group / node.id / name, getattr(node, name), StretchKind.CELL)


def _field(report: Report, node: Frozen, place: Place, name: str, kind: StretchKind) -> Stretch:
    return Stretch(place / name, getattr(node, name), kind, lock_reason(report, place / name))


def _text(text: RichText | None, place: Place, lock: str = "") -> Iterator[Stretch]:
    for block in text.blocks if text is not None else ():
        kind = StretchKind.CELL if isinstance(block, TextTable) else StretchKind.TEXT
        yield Stretch(place / "blocks" / block.id, block_text(block), kind, lock)
