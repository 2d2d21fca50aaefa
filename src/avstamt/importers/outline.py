"""Where sections begin: which lines are titles of sections, given what stands above and where the goals are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from avstamt.importers.drafts import DraftSection, DraftText, Ids
from avstamt.importers.economy_heads import is_head_line
from avstamt.importers.lines import Line
from avstamt.importers.titles import GOALS, INTRODUCTION, SUMMARY, Heading, Titles, title_key
from avstamt.importers.wording import goal_head, without_glyph

_AMOUNT = re.compile(
    r"^(?P<label>[A-ZÅÄÖ][^.!?:;]{2,90}?)\s*[:,]?\s*(?:[-−–+±]\s?\d[\d \u00a0]*(?:[,.]\d+)?|0(?:,0+)?)\s*(?:mnkr|mkr|tkr|kr|miljoner kronor)$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 120
_SHORT_LINE = 60
_OTHER = title_key("Övrigt")
_BEFORE_GOALS = (SUMMARY, INTRODUCTION, GOALS)


@dataclass
class SectionTracker:
    """Follows the stack of open sections and tells which line opens the next."""

    root: Heading
    ids: Ids
    first_goal: int
    last_goal: int
    sections: list[DraftSection] = field(default_factory=list)
    stack: list[tuple[Heading, DraftSection]] = field(default_factory=list)
    used: set[tuple[str | None, str]] = field(default_factory=set)

    @cached_property
    def _titles(self) -> Titles:
        return Titles(self.root)

    def opening(self, lines: Sequence[Line], at: int) -> tuple[Heading, int, int] | None:
        """Return the section that begins here, the depth of the stack it stands on, and its lines; or None."""
        line = lines[at]
        if line.tabbed or len(line.text) > _LONGEST_TITLE or is_head_line(lines, at):
            return None
        if not without_glyph(line.text)[0][:1].isupper():
            return None
        for count in (1, 2):
            if at + count > len(lines):
                break
            text = " ".join(without_glyph(part.text)[0] for part in lines[at : at + count])
            found = None if self._titles.is_too_long(text) else self._match(title_key(text), lines, at)
            if found is not None:
                return found[0], found[1], count
        if self._is_amount(lines, at):
            depth = len(self.stack)
            while depth > 1 and not self.stack[depth - 1][0].titles:
                depth -= 1
            return Heading("", set()), depth, 1
        return None

    def open(self, heading: Heading, depth: int, lines: Sequence[Line]) -> DraftSection:
        """Open a section on the stack's first `depth` sections."""
        del self.stack[depth:]
        parent = self.stack[-1][1].id if self.stack else None
        title = " ".join(" ".join(without_glyph(line.text)[0] for line in lines).split())
        numbers = (lines[0].number, lines[-1].number) if lines else (0, 0)
        section = DraftSection(
            id=self.ids.next("s"), key=heading.key, title=title, lines=numbers, text=DraftText(numbers[1]),
            parent=parent, holds_goals=heading.holds_goals,
        )  # fmt: skip
        self.sections.append(section)
        self.stack.append((heading, section))
        self.used.add((parent, _mark(heading)))
        return section

    def _match(self, key: str, lines: Sequence[Line], at: int) -> tuple[Heading, int] | None:
        if not self._titles.may_hold(key):
            return None
        parents: list[tuple[Heading, DraftSection | None]] = [(self.root, None), *self.stack]
        called = [(depth, child) for depth, (one, _section) in enumerate(parents) if (child := one.find(key))]
        for again in (False, True):
            for depth, child in reversed(called):
                section = parents[depth][1]
                if not self._is_in_place(child, depth, lines, at):
                    continue
                if depth and child.title not in ("", key) and self._follows(child.title, lines, at):
                    continue
                if depth and key == _OTHER and self._is_last_of_all(lines, at):
                    continue
                taken = (section.id if section else None, _mark(child)) in self.used
                if not taken or (again and self._stood_before(key, section)):
                    return child, depth
        return None

    def _follows(self, title: str, lines: Sequence[Line], at: int) -> bool:
        """Tell whether the title that is the section's own stands further down on this side of the goals."""
        end = self.first_goal if at < self.first_goal else len(lines)
        return any(title_key(line.text) == title for line in lines[at + 1 : end] if len(line.text) < _LONGEST_TITLE)

    def _is_last_of_all(self, lines: Sequence[Line], at: int) -> bool:
        """Tell whether an "Övrigt" is the report's last and holds text: then it is no part of the economy."""
        later = any(title_key(line.text) == _OTHER for line in lines[at + 1 :] if len(line.text) <= len(_OTHER) + 2)
        following = lines[at + 1].text if at + 1 < len(lines) else ""
        return not later and len(following) > 0 and self.root.find(_OTHER) is not None

    def _stood_before(self, key: str, parent: DraftSection | None) -> bool:
        above = parent.id if parent else None
        return any(section.parent == above and title_key(section.title) == key for section in self.sections)

    def _is_in_place(self, heading: Heading, depth: int, lines: Sequence[Line], at: int) -> bool:
        if depth:
            return self.last_goal < 0 or not self.first_goal <= at <= self.last_goal
        if heading.key == GOALS or heading.holds_goals:
            return any(goal_head(line.text) for line in lines[at + 1 : at + 4])
        if self.last_goal < 0:
            return True
        if heading.key in _BEFORE_GOALS or INTRODUCTION_TITLE in heading.titles:
            return at < self.first_goal
        return at > self.last_goal or (heading.key == "" and at < self.first_goal)

    def _is_amount(self, lines: Sequence[Line], at: int) -> bool:
        """Tell whether the line is an area with its amount ("Barn och ungdom -1,7 mnkr") that heads text."""
        if not self.stack or at <= self.last_goal or not _AMOUNT.match(lines[at].text):
            return False
        following = lines[at + 1] if at + 1 < len(lines) else None
        if following is None or following.tabbed or _AMOUNT.match(following.text):
            return False
        return len(following.text) > _SHORT_LINE or not re.search(r"\d\s*$", following.text)


def _mark(heading: Heading) -> str:
    return heading.key or min(heading.titles, default="")


INTRODUCTION_TITLE = title_key("Inledning")
