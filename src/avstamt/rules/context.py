"""What a rule may read: the report with what is derived from it once, the catalogue, and an earlier report."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any, TypeVar

from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import Report, ancestors, preorder
from avstamt.domain.section import FrontPage, Section
from avstamt.domain.text import RichText
from avstamt.rules.better import better_way
from avstamt.rules.check_settings import CheckSettings
from avstamt.rules.keeping import Kept
from avstamt.rules.prose import Written, written_in_part, written_in_parts
from avstamt.rules.writing_passages import Passage, labels, running_passages
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.indicators import IndicatorEntry
from avstamt.templates.template import Template

T = TypeVar("T")

Found = frozenset[tuple[str, Place]]
"""The findings of a run so far, as rule code and place."""


@dataclass(frozen=True)
class Context:
    """The report under review, the catalogue, and where they compare, an earlier report.

    `rules` holds the codes of the rules that were run before, `found` what they found; only a rule that is run last
    may read them. `alone` is the only part of the report as it stands in the whole, where its texts are read already.
    """

    report: Report
    catalogue: Catalogue
    earlier: Report | None = None
    rules: frozenset[str] = frozenset()
    found: Found = frozenset()
    settings: CheckSettings = field(default_factory=CheckSettings)
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)
    alone: Goal | Section | FrontPage | None = None

    @cached_property
    def template(self) -> Template:
        """Return what a report of this kind, level and year contains."""
        return self.catalogue.template(self.report.kind, self.report.level, self.report.year)

    @cached_property
    def goals(self) -> tuple[tuple[Goal, Place], ...]:
        """Return every goal with its place, in document order."""
        return tuple((goal, Place.of("goals", goal.id)) for goal, _depth in preorder(self.report.goals))

    @cached_property
    def sections(self) -> tuple[tuple[Section, Place], ...]:
        """Return every section with its place, in document order."""
        return tuple((node, Place.of("sections", node.id)) for node, _depth in preorder(self.report.sections))

    @cached_property
    def indicators(self) -> tuple[tuple[Goal, Indicator, Place], ...]:
        """Return every indicator with its goal and its place, in document order."""
        return tuple(
            (goal, indicator, place / "indicators" / indicator.id)
            for goal, place in self.goals
            for indicator in goal.indicators
        )

    @cached_property
    def texts(self) -> tuple[tuple[RichText, Place], ...]:
        """Return every rich text of goals, indicators, activities and sections with its place."""
        goals = self.kept.each(_goal_texts, (goal for goal, _place in self.goals))
        sections = self.kept.each(_section_texts, (section for section, _place in self.sections))
        return tuple(chain.from_iterable((*goals, *sections)))

    @cached_property
    def written(self) -> tuple[Written, ...]:
        """Return every block of running text with its place, and whose it is, in document order."""
        return tuple(chain.from_iterable(self.written_parts))

    @cached_property
    def written_parts(self) -> tuple[tuple[Written, ...], ...]:
        """Return the blocks of running text of each part of the report; one that stands is the same from run to run."""
        if self.alone is not None:
            return (written_in_part(self.report, self.alone, self.kept),)
        return written_in_parts(self.report, self.kept)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Return every stretch of text that the writer answers for, with its place."""
        return tuple(chain.from_iterable(self.passage_parts))

    @cached_property
    def running(self) -> tuple[Passage, ...]:
        """Return the paragraphs and items of lists among the passages: what is written in sentences."""
        return tuple(passage for passage in self.passages if passage.is_running)

    @cached_property
    def passage_parts(self) -> tuple[tuple[Passage, ...], ...]:
        """Return the passages a few at a time, none of two parts together, titles and labels last; kept like the blocks."""
        running = chain.from_iterable(self.kept.each(running_passages, self.written_parts))
        return (*running, *labels(self.report, self.kept))

    def in_passages(self, find: Callable[..., Iterable[T]], *more: Hashable) -> list[T]:
        """Return what `find(passages, *more)` finds in a few passages at a time; those that stand are not read again."""
        return list(chain.from_iterable(self.kept.each(find, self.passage_parts, *more)))

    def in_writing(self, find: Callable[..., Iterable[T]], *more: Hashable) -> list[T]:
        """Return what `find(blocks, *more)` finds in the running text of each part; a part that stands is not read again."""
        return list(chain.from_iterable(self.kept.each(find, self.written_parts, *more)))

    @cached_property
    def above(self) -> Mapping[str, frozenset[str]]:
        """Return for each goal's id the ids of the goals above it."""
        return {goal.id: frozenset(other.id for other in ancestors(self.report.goals, goal)) for goal, _ in self.goals}

    @cached_property
    def _derived(self) -> dict[Callable[[Context], Any], Any]:
        return {}

    def derived(self, make: Callable[[Context], T]) -> T:
        """Return what `make` works out from this context, the first time it is asked for."""
        if make not in self._derived:
            self._derived[make] = make(self)
        value: T = self._derived[make]
        return value

    @cached_property
    def _entries(self) -> dict[str, IndicatorEntry | None]:
        return self.kept.of(_no_entries, self.catalogue)

    def entry(self, indicator: Indicator) -> IndicatorEntry | None:
        """Return the catalogue's entry for an indicator, or None where it is not known."""
        if indicator.name not in self._entries:
            self._entries[indicator.name] = self.catalogue.indicator(indicator.name)
        return self._entries[indicator.name]

    def direction(self, indicator: Indicator) -> Direction | None:
        """Return which way is better: as given, as the catalogue has it, else as the name leaves no doubt of."""
        entry = self.entry(indicator)
        return indicator.direction or (entry.direction if entry else better_way(indicator.name))


def _no_entries(_catalogue: object) -> dict[str, IndicatorEntry | None]:
    """Return what the entries of a catalogue are kept in, by the names they were asked for; the same from run to run."""
    return {}


def _goal_texts(goal: Goal) -> list[tuple[RichText, Place]]:
    place = Place.of("goals", goal.id)
    texts = [(getattr(goal, name), place / name) for name in GOAL_TEXTS]
    texts += [(node.analysis, place / "indicators" / node.id / "analysis") for node in goal.indicators]
    texts += [(node.analysis, place / "activities" / node.id / "analysis") for node in goal.activities]
    return [(text, where) for text, where in texts if text is not None]


def _section_texts(section: Section) -> list[tuple[RichText, Place]]:
    place = Place.of("sections", section.id)
    tables = [(table.comment, place / "tables" / table.id / "comment") for table in section.tables]
    return [(section.text, place / "text"), *tables]
