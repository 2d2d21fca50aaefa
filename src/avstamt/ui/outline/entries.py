"""What the outline shows: one entry for each part of a report, in document order, as plain data."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import count

from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import ROOT, Place
from avstamt.domain.progress import parts_of, texts_written
from avstamt.domain.report import Report
from avstamt.domain.review import MarkKind
from avstamt.domain.section import Section

FRONT = Place.of("front")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the review says of a part: whether it is marked as done and as reviewed, and its open comments."""

    done: bool = False
    reviewed: bool = False
    comments: int = 0

    @property
    def words(self) -> tuple[str, ...]:
        """Return it in words."""
        marks = (("klar", self.done), ("granskad", self.reviewed))
        said = tuple(words for words, holds in marks if holds)
        return (*said, f"kommentarer: {self.comments}") if self.comments else said


@dataclass(eq=False)
class Entry:
    """One line of the outline with those below it; `goal_level` is None for what is no goal.

    `mark` is a number that no other entry has: item models point at entries by it.
    """

    place: Place
    title: str
    number: str = ""
    goal_level: GoalLevel | None = None
    assessment: Assessment | None = None
    wording: str = ""
    locked: bool = False
    texts: tuple[int, int] = (0, 0)
    """How many of its texts are written, and how many there are."""
    above: Entry | None = None
    below: list[Entry] = field(default_factory=list)
    mark: int = field(default_factory=count(1).__next__)

    @property
    def words(self) -> str:
        """Return number and title, or what stands in their place."""
        return f"{self.number} {self.title}".strip() or "Utan rubrik"

    @property
    def left(self) -> str:
        """Return how far it is from written, in words; empty where it is or where there is nothing to write."""
        written, texts = self.texts
        if written == texts:
            return ""
        return f"{written} av {texts} texter" if written else "inte påbörjat"

    @property
    def row(self) -> int:
        """Return which of its siblings it is."""
        return self.above.below.index(self) if self.above else 0

    @property
    def looks(self) -> tuple[object, ...]:
        """Return everything that is drawn of it."""
        return (self.title, self.number, self.goal_level, self.assessment, self.wording, self.locked, self.texts)

    def all(self) -> list[Entry]:
        """Return the entries below it, parents first."""
        return [entry for child in self.below for entry in (child, *child.all())]


def entries(report: Report) -> Entry:
    """Return the root entry of a report; it is not shown itself."""
    root = Entry(ROOT, "")
    _add(root, Entry(ROOT, report.title or report.kind.label))
    if report.front is not None:
        _add(root, Entry(FRONT, "Framsida"))
    sections = _sections(report)
    for section in sections.values():
        above = sections_above(section, report, sections)
        _add(above or root, section)
    _add_goals(root, report, sections)
    _count_texts(root, report)
    return root


def sections_above(entry: Entry, report: Report, made: dict[str, Entry]) -> Entry | None:
    """Return the entry of the section above a section's entry, or None at the top."""
    section = next(node for node in report.sections if node.id == entry.place.name)
    return made[section.parent] if section.parent is not None else None


def _sections(report: Report) -> dict[str, Entry]:
    return {section.id: _section(section) for section in report.sections}


def _section(section: Section) -> Entry:
    title = section.title or ("Mål" if section.holds_goals else "")
    return Entry(Place.of("sections", section.id), title, locked=section.locked)


def _add_goals(root: Entry, report: Report, sections: dict[str, Entry]) -> None:
    home = next((sections[section.id] for section in report.sections if section.holds_goals), root)
    made = {goal.id: _goal(goal) for goal in report.goals}
    tops: list[Entry] = []
    for goal in report.goals:
        if goal.parent is None:
            tops.append(made[goal.id])
        else:
            _add(made[goal.parent], made[goal.id])
    for entry in tops:
        entry.above = home
    home.below[:0] = tops if home is not root else []
    if home is root:
        home.below.extend(tops)


def _count_texts(root: Entry, report: Report) -> None:
    """Note how much is written of the parts that there is something to write in: others are headings."""
    nodes = {Place.of(kind, node.id): node for kind in ("goals", "sections") for node in getattr(report, kind)}
    written = {place: texts_written(nodes[place]) for place in parts_of(report) if place in nodes}
    for entry in root.all():
        entry.texts = written.get(entry.place, entry.texts)


def _goal(goal: Goal) -> Entry:
    return Entry(
        place=Place.of("goals", goal.id),
        title=" ".join(goal.title.split()),
        number=goal.number,
        goal_level=goal.level,
        assessment=goal.assessment,
        wording=goal.wording,
        locked=goal.locked,
    )


def _add(above: Entry, entry: Entry) -> None:
    entry.above = above
    above.below.append(entry)


def reviewed_parts(report: Report) -> dict[Place, Reviewed]:
    """Return what the review says of each part of which it says something."""
    marked = {kind: {mark.place for mark in report.marks if mark.kind is kind} for kind in MarkKind}
    comments = Counter(_part(comment.place) for comment in report.comments if not comment.resolved)
    return {
        part: Reviewed(part in marked[MarkKind.DONE], part in marked[MarkKind.REVIEWED], comments[part])
        for part in {*marked[MarkKind.DONE], *marked[MarkKind.REVIEWED], *comments}
    }


def _part(place: Place) -> Place:
    return FRONT if place.is_within(FRONT) else Place(place.path[:2]) if place.path[1:] else ROOT
