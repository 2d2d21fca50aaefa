"""The outline of a report: everything that is printed, in order, as plain data that Word, PDF and preview share."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.place import Place
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import Section
from avstamt.export.paper.characters import one_line, title_line
from avstamt.export.paper.economy import economy_items
from avstamt.export.paper.front import appendices, document_title, opening, running_head
from avstamt.export.paper.goals import GoalPrinter
from avstamt.export.paper.items import Heading, Item, Outline, PageBreak, TableOfContents
from avstamt.export.paper.kept import with_kept
from avstamt.export.paper.levels import entries, with_anchors, without_gaps
from avstamt.export.paper.text import text_items
from avstamt.templates.template import Template

LANGUAGE = "sv-SE"
CONTENTS = "Innehållsförteckning"


def outline(report: Report, template: Template) -> Outline:
    """Return the report as it prints by its template."""
    title = document_title(report, template)
    before = list(opening(report, template, title))
    after = [*appendices(report, template), PageBreak(Place.of("sections")), *_body(report, template)]
    whole = with_anchors(tuple(with_kept(tuple(without_gaps([*before, *after])))))
    contents = TableOfContents(CONTENTS, entries(whole), Place())
    items = (*whole[: len(before)], contents, *whole[len(before) :])
    return Outline(title, LANGUAGE, running_head(report, title), items)


def _body(report: Report, template: Template) -> Iterator[Item]:
    """Yield the sections, the goal tree in the first that holds it; goals without such a section come last."""
    printer = GoalPrinter.of(report, template)
    goals_due = bool(report.goals)
    for section, depth in preorder(report.sections):
        level = depth + 1
        yield from _section(section, level)
        if section.holds_goals and goals_due:
            goals_due = False
            yield from printer.items(level + 1 if one_line(section.title) else level)
    if goals_due:
        yield from printer.items(1)


def _section(section: Section, level: int) -> Iterator[Item]:
    place = Place.of("sections", section.id)
    if title := title_line(section.title):
        yield Heading(level, "", "", title, place / "title")
    yield from text_items(section.text, place / "text", level + 1)
    yield from economy_items(section.tables, place / "tables", level + 1)
