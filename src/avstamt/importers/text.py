"""Reads reports from plain text, as PDF extraction leaves it: every word goes into the report or into stated noise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.importers.assembly import Assembly
from avstamt.importers.contents import Contents, read_contents
from avstamt.importers.drafts import Doubt, DraftGoal, DraftSection, Ids, TextLine
from avstamt.importers.economy import EconomyReader, share_units
from avstamt.importers.front import DraftFront, read_front
from avstamt.importers.goal_tables import TableReader
from avstamt.importers.layout import layout_of
from avstamt.importers.lines import Line, split_lines, with_tabs, without
from avstamt.importers.model import Import, Noise, Problem
from avstamt.importers.occurrences import occurrences_of
from avstamt.importers.outline import SectionTracker
from avstamt.importers.prose import Prose
from avstamt.importers.reader import ReportReader
from avstamt.importers.recognition import Identity, identify
from avstamt.importers.running import running_lines
from avstamt.importers.several import parts_of
from avstamt.importers.titles import ECONOMY, Heading, headings_for, title_key
from avstamt.importers.vocabulary import Vocabulary
from avstamt.importers.wording import folded
from avstamt.templates.catalogue import Catalogue


def read_text(source: str, name: str, catalogue: Catalogue) -> tuple[Import, ...]:
    """Return the reports in a text, with problems and noise; `name` is the source's name. Never raises on any text."""
    lines = with_tabs(split_lines(source))
    parts = parts_of(lines)
    return tuple(_read(part, name, catalogue, number) for number, part in enumerate(parts, start=1))


def _read(lines: Sequence[Line], name: str, catalogue: Catalogue, number: int) -> Import:
    noise = running_lines(lines)
    lines = without(lines, {item.line for item in noise})
    contents = read_contents(lines)
    noise += contents.noise
    lines = without(lines, {item.line for item in contents.noise})
    identity = identify(lines, name)
    return _Reading(_Source(name, number, lines, identity, contents, tuple(noise)), catalogue).result()


@dataclass(frozen=True, slots=True)
class _Source:
    """One report's lines, noise set aside, and what is known of it before it is read."""

    name: str
    number: int
    lines: Sequence[Line]
    identity: Identity
    contents: Contents
    noise: tuple[Noise, ...]


class _Reading:
    """One report on its way from lines to an Import."""

    def __init__(self, source: _Source, catalogue: Catalogue) -> None:
        self.source, self.lines, self.identity = source, source.lines, source.identity
        lines, identity, contents = source.lines, source.identity, source.contents
        self.ids = Ids()
        self.layout = layout_of(lines)
        self.plan = identity.kind is ReportKind.PLAN
        self.known = _known_goals(catalogue, identity.year) | {folded(title) for title in contents.goals}
        first = occurrences_of(lines, self.layout, self.known)
        self.known |= {folded(one.title) for one in first.values() if one.strong}
        self.occurrences = occurrences_of(lines, self.layout, self.known)
        self.known |= {folded(one.title) for one in self.occurrences.values()}
        self.tables = TableReader(self.layout, Vocabulary(lines), self.ids)
        template = catalogue.template(identity.kind, identity.level, identity.year) if catalogue.templates else None
        root = headings_for(template, plan=self.plan, extra=contents.titles)
        self.tracker = self._tracker(root)

    def _tracker(self, root: Heading) -> SectionTracker:
        goals = [index for index, one in self.occurrences.items() if one.is_goal]
        return SectionTracker(root, self.ids, min(goals, default=len(self.lines)), max(goals, default=-1))

    def result(self) -> Import:
        """Read, take the economy tables out, and assemble."""
        start = self._body_start()
        front = read_front(self.lines[:start], self.layout, self.identity.title_line)
        if not front.is_there:
            front = self._title_block(self.lines[:start])
        reader = ReportReader(self.lines, self.occurrences, self.tracker, self.tables, self.ids, self.plan)
        if front.rest:
            self._loose_front(front, reader)
        reader.read(start)
        sections = self.tracker.sections
        self._economy(sections)
        assembly = Assembly(self.source.name, Prose(self.layout, self.known, self.ids), self.ids)
        report = assembly.report(self.identity, front, sections, reader.goals, self.source.number)
        noise = sorted((*self.source.noise, *self.tables.noise, *front.noise), key=lambda item: item.line)
        return Import(report, tuple(self._problems(reader.goals)), tuple(noise))

    def _title_block(self, lines: Sequence[Line]) -> DraftFront:
        """Return the lines above a report without a first page; those that name the organisation are read already."""
        names = {folded(name) for name in (self.identity.organisation, self.identity.committee) if name}
        front = DraftFront()
        for line in lines:
            if folded(line.text) in names:
                front.noise.append(Noise(line.number, line.text, "organisationens namn, inläst"))
            elif line.number != self.identity.title_line:
                front.rest.append(line)
        return front

    def _body_start(self) -> int:
        """Return the index of the first section or goal; all lines are body where there is none."""
        for index in range(len(self.lines)):
            if index in self.occurrences or self.tracker.opening(self.lines, index) is not None:
                return index
        has_front = any(folded(line.text) == "förslag till beslut" for line in self.lines)
        return len(self.lines) if has_front else 0

    def _loose_front(self, front: DraftFront, reader: ReportReader) -> None:
        """Keep lines of the first page that found no place: in a section without a title, marked."""
        section = self.tracker.open(Heading("", {""}), 0, [])
        section.text.lines += [TextLine(line, unplaced=True) for line in front.rest]
        section.text.first = front.rest[0].number
        del self.tracker.stack[:]
        reader.text = None
        lines = (front.rest[0].number, front.rest[-1].number)
        why = "Rader före rapportens första avsnitt kunde inte placeras."
        self.tables.doubts.append(Doubt(why, lines, section.place))

    def _economy(self, sections: Sequence[DraftSection]) -> None:
        economy = EconomyReader(self.ids)
        inside: set[str] = set()
        for section in sections:
            if section.parent in inside or (section.parent is None and _is_economy(section)):
                inside.add(section.id)
            if not section.holds_goals:
                economy.split(section, in_economy=section.id in inside)
        share_units(sections)

    def _problems(self, goals: Sequence[DraftGoal]) -> list[Problem]:
        first = self.lines[0].number if self.lines else 1
        problems = [Problem(doubt, first, first, Place()) for doubt in self.identity.doubts]
        problems += [
            Problem(doubt.message, min(doubt.lines), max(doubt.lines), doubt.place) for doubt in self.tables.doubts
        ]
        if not goals:
            problems.append(Problem("Inga mål hittades i rapporten.", first, first, Place()))
        return sorted(problems, key=lambda problem: problem.first)


def _is_economy(section: DraftSection) -> bool:
    return section.key == ECONOMY or "ekonomi" in title_key(section.title) or "budget" in title_key(section.title)


def _known_goals(catalogue: Catalogue, year: int) -> set[str]:
    years = catalogue.city_years(year) if catalogue.years else None
    if years is None:
        return set()
    return {folded(title) for goal in (*years.directions, *years.areas) for title in (goal.title, *goal.variants)}
