"""The table of contents: set aside, but its titles tell which lines are headings and where wrapped titles end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.importers.lines import Line
from avstamt.importers.model import Noise
from avstamt.importers.wording import folded, goal_head, numbered_title

REASON = "innehållsförteckning"

_HEADINGS = frozenset({"innehållsförteckning", "innehåll"})
_STOPS = frozenset({"bilagor", "bilaga", "sammanfattande analys", "inledning", "förslag till beslut"})
_ENTRY = re.compile(r"^(?P<title>\S.*?)(?:[.…·_]{2,}|\s)[\s.…·_]*(?P<page>\d{1,3})$")
_LONGEST_WRAP = 3
_LONGEST_HEADING = 40


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: its lines as noise, the titles of its sections and those of its goals."""

    noise: tuple[Noise, ...] = ()
    titles: tuple[str, ...] = ()
    goals: tuple[str, ...] = ()


def read_contents(lines: Sequence[Line]) -> Contents:
    """Return the table of contents of a report; an empty one where there is none."""
    short = ((index, line.text) for index, line in enumerate(lines) if len(line.text) <= _LONGEST_HEADING)
    start = next((index for index, text in short if folded(text) in _HEADINGS), None)
    if start is None:
        return Contents()
    entries, end = _entries(lines, start + 1)
    if not entries:
        entries, end = _without_pages(lines, start + 1)
    noise = tuple(Noise(line.number, line.text, REASON) for line in lines[start:end])
    heads = [(entry, goal_head(entry)) for entry in entries]
    goals = tuple(head.title if head.number else numbered_title(head.title)[1] for _, head in heads if head)
    return Contents(noise, tuple(entry for entry, head in heads if head is None), goals)


def _entries(lines: Sequence[Line], at: int) -> tuple[list[str], int]:
    entries: list[str] = []
    pending: list[str] = []
    page, end = 0, at
    for index in range(at, len(lines)):
        text = " ".join(lines[index].text.split())
        match = _ENTRY.match(text)
        if match and page <= int(match["page"]) <= page + 80:
            page, end = int(match["page"]), index + 1
            entries.append(" ".join([*pending, match["title"].rstrip(" .…·_")]))
            pending = []
        elif folded(text) in _STOPS or text.startswith("Bilaga") or len(pending) >= _LONGEST_WRAP:
            break
        else:
            pending.append(text)
    return entries, end


def _without_pages(lines: Sequence[Line], at: int) -> tuple[list[str], int]:
    """Read entries that lost their page numbers: they end where the first of them stands again as a heading."""
    if at >= len(lines):
        return [], at
    first = folded(lines[at].text)
    for index in range(at + 1, min(at + 150, len(lines))):
        if folded(lines[index].text) == first:
            return [" ".join(line.text.split()) for line in lines[at:index]], index
    return [], at
