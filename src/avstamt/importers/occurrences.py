"""Where goals' headings stand, which of them are goals, and which only head free text above the goal itself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from avstamt.domain.goal import GoalLevel
from avstamt.importers.heads import table_head
from avstamt.importers.layout import Layout, begins_low, width
from avstamt.importers.lines import Line
from avstamt.importers.wording import GoalHead, assessment, ends_sentence, field_label, folded, goal_head, numbered_title

_MOST_TITLE_LINES = 4


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
    found: list[Occurrence] = []
    at = 0
    while at < len(lines):
        head = goal_head(lines[at].text)
        occurrence = _occurrence(lines, at, head, layout, known) if head is not None else None
        if occurrence is None:
            at += 1
        else:
            found.append(occurrence)
            at = occurrence.end
    return {occurrence.start: occurrence for occurrence in _judged(found)}


def _occurrence(lines: Sequence[Line], at: int, head: GoalHead, layout: Layout, known: Collection[str]) -> Occurrence | None:
    begin = at if head.title else at + 1
    if begin >= len(lines) or (not head.title and _is_mark(lines, begin)):
        return None
    number, first = (head.number, head.title) if head.title else (head.number, lines[begin].text)
    if not number and head.level is not GoalLevel.UNIT:
        number, first = numbered_title(first)
    if not head.title and ":" not in lines[at].text and (len(first) > 160 or ends_sentence(lines[at].text[:-1] or "x")):  # noqa: PLR2004
        return None
    end = begin + 1
    while _goes_on(lines, begin, end, layout, known, first):
        end += 1
    title = layout.joined([replace(lines[begin], text=first), *lines[begin + 1 : end]])
    if ":" not in lines[at].text and not head.title and not _is_strong(lines, end):
        return None
    return Occurrence(
        start=at, end=end, title_start=begin, level=head.level, prefix=head.prefix, number=number,
        title=" ".join(title.split()), strong=_is_strong(lines, end),
        prose_follows=end < len(lines) and not _is_mark(lines, end),
    )  # fmt: skip


def _goes_on(lines: Sequence[Line], begin: int, end: int, layout: Layout, known: Collection[str], first: str) -> bool:
    """Tell whether the title that begins at `begin` has one more line at `end`."""
    if end >= len(lines) or end - begin >= _MOST_TITLE_LINES or _is_mark(lines, end) or lines[end].tabbed:
        return False
    so_far = folded(layout.joined([replace(lines[begin], text=first), *lines[begin + 1 : end]]))
    longer = folded(f"{so_far} {lines[end].text}")
    if any(title == longer or title.startswith(longer + " ") for title in known):
        return True
    if so_far in known:
        return False
    if begins_low(lines[end].text):
        return not ends_sentence(lines[end - 1].text) or lines[end - 1].text.endswith("-")
    if not layout.wrapped or ends_sentence(lines[end - 1].text):
        return False
    full = width(lines[end - 1].text) > 0.6 * layout.measure
    return full and any(_is_mark(lines, index) for index in range(end + 1, min(end + 3, len(lines))))


def _is_mark(lines: Sequence[Line], at: int) -> bool:
    text = lines[at].text
    return bool(
        field_label(text) or assessment(text) or goal_head(text) is not None or table_head(lines, at) is not None
    )  # fmt: skip


def _is_strong(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and bool(field_label(lines[at].text) or assessment(lines[at].text))


def _judged(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Tell goals from headings of free text: the goal is the one that an assessment or a label follows."""
    judged: list[Occurrence] = []
    for index, occurrence in enumerate(found):
        others = [other for other in found if other is not occurrence and other.is_same(occurrence)]
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
