"""Finds where one report ends and the next begins in a text that holds several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from avstamt.importers.lines import Line
from avstamt.importers.titles import title_key
from avstamt.importers.wording import folded, goal_head

_OPENINGS = frozenset(map(title_key, ("Sammanfattande analys", "Inledning", "Sammanfattning")))
_CLOSINGS = frozenset(
    map(
        title_key,
        (
            "Uppföljning av ekonomi", "Redovisning av ekonomi", "Uppföljning av ekonomi och särskilda satsningar", "Övrigt",
            "Systematiskt kvalitetsarbete", "Synpunkter och klagomål", "Investeringar", "Medel för lokaländamål",
        ),
    )
)  # fmt: skip
_COVER = re.compile(
    r"^(?:Tjänsteutlåtande|Handläggare|Verksamhetsplan|Verksamhetsberättelse|Tertialrapport|Innehållsförteckning)\b",
    re.IGNORECASE,
)
_DIRECTION = re.compile(r"^\W*KF:?s inriktningsmål\b", re.IGNORECASE)
_FIRST = re.compile(r"^\W*KF:?s inriktningsmål:?\s*1\.?\s", re.IGNORECASE)
_SUMMARY = title_key("Sammanfattande analys")
_LONGEST_COVER = 220


def parts_of(lines: Sequence[Line]) -> list[Sequence[Line]]:
    """Return the lines of each report, in order; a text without a second opening is one report."""
    starts = [0]
    closed = False
    goals = False
    opened = ""
    for index, line in enumerate(lines):
        text = title_key(line.text) if len(line.text) < 80 else ""  # noqa: PLR2004 - no title is longer
        if goals and text in _CLOSINGS:
            closed = True
        elif text in _OPENINGS:
            if closed and (text in (opened, _SUMMARY) or _first_goal_follows(lines, index)):
                starts.append(_cover_start(lines, starts[-1], index))
                closed = goals = False
            opened = opened or text
        elif goal_head(line.text) is not None:
            goals = True
    return [lines[start:end] for start, end in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _first_goal_follows(lines: Sequence[Line], opening: int) -> bool:
    """Tell whether KF's first inriktningsmål stands behind an opening: then the goals begin anew."""
    rest = [line.text for line in lines[opening:] if line.text]
    return any(
        _DIRECTION.match(text) is not None and _FIRST.match(f"{text} {after}") is not None
        for text, after in pairwise([*rest, ""])
    )


def _cover_start(lines: Sequence[Line], first: int, opening: int) -> int:
    """Return where the cover of the report that opens here begins: after the last heading of the one before."""
    start = opening
    for index in range(opening - 1, max(first, opening - _LONGEST_COVER), -1):
        text = lines[index].text
        if title_key(text) in _CLOSINGS and not _is_entry(lines, index):
            break
        if _COVER.match(text) and not text.endswith("."):
            start = index
        if folded(text) == "förslag till beslut":
            start = index
    return start


def _is_entry(lines: Sequence[Line], index: int) -> bool:
    """Tell whether the line stands in a table of contents."""
    return re.search(r"(?:\.{3,}|\s)\d{1,3}$", lines[index].text) is not None
