"""Mends of running text: a few characters replaced where they stand, whatever was mended beside them meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from avstamt.domain.base import Frozen
from avstamt.domain.finding import Fix
from avstamt.domain.place import Place, PlaceError, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.stretches import with_spans
from avstamt.domain.text import ListItem, Paragraph, Run, Runs, SubHeading, TextTable, block_text

Change = tuple[Place, str, str]
"""A place with a span, what stands there, and what is to stand there."""


def mend(title: str, changes: Sequence[Change], *, safe: bool = True) -> Fix:
    """Return the fix that makes these changes."""
    return Fix(title, safe=safe, apply=partial(_with_changes, changes=tuple(changes)))


def _with_changes(report: Report, changes: Sequence[Change]) -> Report:
    for place, old, new in reversed(changes):
        report = with_text(report, place, old, new)
    return report


def with_text(report: Report, place: Place, old: str, new: str) -> Report:
    """Return the report with `new` for `old` at the span of `place`; unchanged where `old` is no longer there."""
    try:
        holder = value_at(report, place.whole)
    except PlaceError:
        return report
    plain = _plain(holder)
    start = _nearest(plain, old, place.span[0] if place.span else 0)
    if start < 0:
        return report
    if isinstance(holder, TextTable):
        return with_spans(report, place.whole, [(start, start + len(old))], new)
    return with_value(report, place.whole, _rewritten(holder, start, start + len(old), new))


def _plain(holder: object) -> str:
    if isinstance(holder, Paragraph | ListItem | SubHeading | TextTable):
        return block_text(holder)
    return holder if isinstance(holder, str) else ""


def _nearest(text: str, old: str, start: int) -> int:
    """Return where `old` stands nearest to `start`, -1 where it does not."""
    before = text.rfind(old, 0, start + len(old))
    after = text.find(old, start)
    if before < 0 or after < 0:
        return max(before, after)
    return before if start - before < after - start else after


def _rewritten(holder: object, start: int, end: int, new: str) -> Frozen | str:
    if isinstance(holder, Paragraph | ListItem | SubHeading):
        return holder.model_copy(update={"runs": _runs_with(holder.runs, start, end, new)})
    text = str(holder)
    return text[:start] + new + text[end:]


def _runs_with(runs: Runs, start: int, end: int, new: str) -> Runs:
    """Return the runs with the characters from `start` to `end` replaced; what is new looks as what it replaces.

    A linked figure that is changed is linked no longer; what is put in at either end of it stands outside.
    """
    made: list[Run] = []
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last or (first == last == start - at and start == end and new):
            if run.figure is not None and first == last in (0, len(run.text)):
                beside = Run(text=new, bold=run.bold, italic=run.italic)
                made.extend((beside, run) if not first else (run, beside))
            else:
                text = run.text[:first] + new + run.text[last:]
                made.append(run.model_copy(update={"text": text, "figure": None}))
            new = ""
        else:
            made.append(run)
        at += len(run.text)
    return tuple(run for run in made if run.text or run.figure)
