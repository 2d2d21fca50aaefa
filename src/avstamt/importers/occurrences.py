"""Where goals' headings stand, which of them are goals, and which only head free text above the goal itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from avstamt.domain.goal import GoalLevel
from avstamt.importers.heads import table_head
from avstamt.importers.layout import Layout, begins_low, width
from avstamt.importers.lines import Line
from avstamt.importers.wording import (
    GoalHead,
    assessment,
    ends_sentence,
    field_label,
    folded,
    goal_head,
    numbered_title,
)

_MOST_TITLE_LINES = 4
_FULL_TITLE = 0.6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A goal's heading at lines[start:end]; `strong` where an assessment or a field's label follows it.

    `is_goal` is False where it heads text inside another goal's analysis; `rest` is what stands behind the title there.
    """

    start: int
    end: int
    title_start: int
    level: GoalLevel
    prefix: str
    number: str
    title: str
    strong: bool
    prose_follows: bool
    is_goal: bool = True
    rest: str = ""

    @property
    def plain_number(self) -> str:
        """Return the number without its closing stop."""
        return self.number.rstrip(".")

    def is_same(self, other: Occurrence) -> bool:
        """Tell whether two headings name the same goal."""
        if self.level is not other.level:
            return False
        if self.number and other.number:
            return self.plain_number == other.plain_number
        own, others = folded(self.title), folded(other.title)
        return bool(own and others) and (own == others or own.startswith(others + " ") or others.startswith(own + " "))


def occurrences_of(lines: Sequence[Line], layout: Layout, known: Collection[str]) -> dict[int, Occurrence]:
    """Return the goal headings by the index of their first line; `known` are folded titles known to be whole."""
    reader = _TitleReader(lines, layout, known)
    found: list[Occurrence] = []
    at = 0
    while at < len(lines):
        head = goal_head(lines[at].text)
        occurrence = reader.occurrence(at, head) if head is not None else None
        if occurrence is None:
            at += 1
        else:
            found.append(occurrence)
            at = occurrence.end
    return {occurrence.start: occurrence for occurrence in _judged(found)}


@dataclass(frozen=True, slots=True)
class _TitleReader:
    """Reads goals' titles, which may run over several lines."""

    lines: Sequence[Line]
    layout: Layout
    known: Collection[str]

    def occurrence(self, at: int, head: GoalHead) -> Occurrence | None:
        lines = self.lines
        begin = at if head.title else at + 1
        if begin >= len(lines) or (not head.title and _is_mark(lines, begin)):
            return None
        number, first = head.number, head.title or lines[begin].text
        if not number and head.level is not GoalLevel.UNIT:
            number, first = numbered_title(first)
        end = begin + 1
        while self._goes_on(begin, end, first):
            end += 1
        strong = _is_strong(lines, end)
        if ":" not in lines[at].text and not number and not strong:
            return None
        return Occurrence(
            start=at, end=end, title_start=begin, level=head.level, prefix=head.prefix, number=number,
            title=" ".join(self._title(begin, end, first).split()), strong=strong,
            prose_follows=end < len(lines) and not _is_mark(lines, end),
        )  # fmt: skip

    def _title(self, begin: int, end: int, first: str) -> str:
        return self.layout.joined([replace(self.lines[begin], text=first), *self.lines[begin + 1 : end]])

    def _goes_on(self, begin: int, end: int, first: str) -> bool:
        """Tell whether the title that begins at `begin` has one more line at `end`."""
        lines = self.lines
        if end >= len(lines) or end - begin >= _MOST_TITLE_LINES or _is_mark(lines, end) or lines[end].tabbed:
            return False
        so_far, longer = (folded(self._title(begin, stop, first)) for stop in (end, end + 1))
        if any(title == longer or title.startswith(longer + " ") for title in self.known):
            return True
        if so_far in self.known:
            return False
        if begins_low(lines[end].text):
            return not ends_sentence(lines[end - 1].text)
        if not self.layout.wrapped or ends_sentence(lines[end - 1].text):
            return False
        full = width(lines[end - 1].text) > _FULL_TITLE * self.layout.measure
        return full and any(_is_mark(lines, index) for index in range(end + 1, min(end + 3, len(lines))))


def _is_mark(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    return bool(
        field_label(text) or assessment(text) or goal_head(text) is not None or table_head(lines, at) is not None
    )  # fmt: skip


def _is_strong(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and bool(field_label(lines[at].text) or assessment(lines[at].text))


class _Alike:
    """The headings by what two that name the same goal have in common: their number, or how their title begins."""

    def __init__(self, found: Sequence[Occurrence]) -> None:
        self._kept: dict[str, list[Occurrence]] = {}
        for one in found:
            for key in {*_begun(one), _whole(one), _numbered(one)}:
                self._kept.setdefault(key, []).append(one)

    def to(self, occurrence: Occurrence) -> list[Occurrence]:
        """Return the other headings that name the same goal, in their order."""
        shorter = [f"hela {begun}" for begun in _begun(occurrence)]
        longer = folded(occurrence.title)
        near = {
            one.start: one
            for key in (*shorter, longer, *([_numbered(occurrence)] if occurrence.number else []))
            for one in self._kept.get(key, ())
        }
        return [near[at] for at in sorted(near) if near[at] is not occurrence and near[at].is_same(occurrence)]


def _begun(one: Occurrence) -> list[str]:
    """Return the beginnings of a title, word by word, the whole title among them."""
    return list(accumulate(folded(one.title).split(), "{} {}".format))


def _whole(one: Occurrence) -> str:
    return f"hela {folded(one.title)}"


def _numbered(one: Occurrence) -> str:
    return f"nr {one.plain_number}"


def _judged(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Tell goals from headings of free text: the goal is the one that an assessment or a label follows."""
    judged: list[Occurrence] = []
    alike = _Alike(found)
    for index, occurrence in enumerate(found):
        others = alike.to(occurrence)
        strong = next((other for other in others if other.strong), None)
        later = [other for other in others if other.start > occurrence.start]
        heads_text = not occurrence.strong and (
            strong is not None or (bool(later) and occurrence.prose_follows and index > 0)
        )  # fmt: skip
        judged.append(_as_heading(occurrence, strong or later[-1]) if heads_text else occurrence)
    return judged


def _as_heading(occurrence: Occurrence, goal: Occurrence) -> Occurrence:
    """Return the heading of free text, with a second heading that the extraction put on its line apart."""
    title, rest = occurrence.title, ""
    if len(title) > len(goal.title) and folded(title).startswith(folded(goal.title) + " "):
        cut = len(goal.title.rstrip(" ."))
        behind = title[cut:].lstrip(" .")
        if behind[:1].isupper():
            title, rest = title[:cut], behind
    return replace(occurrence, is_goal=False, title=title, rest=rest)
