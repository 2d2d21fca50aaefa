"""Which finding is which in the next run, and how one that has fallen off is kept while something is written about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from avstamt.ui.findings.rows import Head, Line, Row


def known_again(row: Row, before: Sequence[Line], shown: Sequence[Line]) -> int | None:
    """Return where a finding stands among the next run's lines, None where it is gone.

    It is the very same, or it has moved within its text, or it says something else of the very same place.
    """
    others = {line.key for line in before if isinstance(line, Row)}
    for is_it in (_is_same, _has_moved, _is_reworded):
        for at, line in enumerate(shown):
            if isinstance(line, Row) and is_it(row, line) and (line.key not in others or is_it is _is_same):
                return at
    return None


def with_kept(shown: Sequence[Line], before: Sequence[Line], at: int) -> tuple[tuple[Line, ...], int]:
    """Return lines with the one that stood `at` among those before put where it was, and where that is now.

    The name of its part comes back with it, where nothing else stands under that name; there is nothing to mend in it.
    """
    said = {_said(line): number for number, line in enumerate(shown)}
    head = next((number for number in range(at, -1, -1) if isinstance(before[number], Head)), None)
    kept = [_without_fix(before[at])]
    if head is not None and _said(before[head]) not in said:
        kept.insert(0, before[head])
    above = (said[_said(line)] + 1 for line in reversed(before[:at]) if _said(line) in said)
    first = next(above, 0)
    return (*shown[:first], *kept, *shown[first:]), first + len(kept) - 1


def mark_of(row: Row) -> object:
    """Return what a finding is known by when the text before it has grown."""
    return row.finding.rule, row.finding.place.whole, row.finding.message


def _is_same(row: Row, other: Row) -> bool:
    return row.key == other.key


def _has_moved(row: Row, other: Row) -> bool:
    return mark_of(row) == mark_of(other)


def _is_reworded(row: Row, other: Row) -> bool:
    return (row.finding.rule, row.finding.place) == (other.finding.rule, other.finding.place)


def _said(line: Line) -> object:
    return line if isinstance(line, Head) else (line.key, line.waived)


def _without_fix(line: Line) -> Line:
    return replace(line, finding=replace(line.finding, fix=None)) if isinstance(line, Row) else line
