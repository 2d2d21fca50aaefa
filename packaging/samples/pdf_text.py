"""A report as the text that comes out of its PDF: wrapped lines, broken column heads, cells in a row of blanks."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from avstamt.domain.activity import Activity
from avstamt.domain.economy import EconomyTable
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import Section
from avstamt.domain.text import ListItem, RichText, block_text
from avstamt.templates.catalogue import catalogue
from avstamt.templates.template import Template

_BODY, _SMALL, _HEADING, _CELL, _TASK = 92, 118, 70, 25, 66
_SHORT = 24
_LINES_ON_A_PAGE = 44
_HEADS = (
    "   Indikator Periodens",
    "utfall",
    "Utfall",
    "män/",
    "pojkar",
    "Utfall",
    "kvinnor/",
    "flickor",
    "Utfall VB",
    "{previous_year}",
    "Årsmål KF:s",
    "årsmål Period",
)


def pdf_text(report: Report) -> str:
    """Return an annual report of a unit as PDF text, each line with the blank that ends it there."""
    lines = list(_lines(report))
    pages = [lines[at : at + _LINES_ON_A_PAGE] for at in range(0, len(lines), _LINES_ON_A_PAGE)]
    out = []
    for number, page in enumerate(pages, 1):
        if number in {2, 5, 9}:  # extraction loses most running heads and keeps some
            out += ["Tjänsteutlåtande", f"Sid {number} ({len(pages)})", " start.stockholm"]
        out += page
    return "".join(f"{line} \n" for line in out)


def _lines(report: Report) -> Iterator[str]:
    template = catalogue().template(report.kind, report.level, report.year)
    yield f"{report.title} för {report.organisation}"
    for section, _depth in preorder(report.sections):
        yield f" {section.title}" if not section.parent else section.title
        yield from _section(section)
        if section.holds_goals:
            for goal, _level in preorder(report.goals):
                yield from _goal(goal, template, report.year)


def _section(section: Section) -> Iterator[str]:
    if section.key == "result":
        for table in section.tables:
            yield from _economy(table)
    yield from _text(section.text)


def _economy(table: EconomyTable) -> Iterator[str]:
    yield " ".join([table.corner, *(column.title for column in table.columns)])
    for row in table.rows:
        yield _plain(" ".join([row.label, *(row.text(column.id) for column in table.columns)]))


def _goal(goal: Goal, template: Template, year: int) -> Iterator[str]:
    shape = template.goal(goal.level)
    stop = "." if goal.level is GoalLevel.DIRECTION else ""
    yield from textwrap.wrap(f"{shape.prefix} {goal.number}{stop} {goal.title}", _HEADING)
    if goal.assessment:
        yield f" {goal.assessment.value}"
    for field in shape.fields:
        words: RichText | None = getattr(goal, field.name)
        if words is not None:
            yield field.label
            yield from _text(words)
    if goal.indicators:
        yield from (head.replace("{previous_year}", str(year - 1)) for head in _HEADS)
        for indicator in goal.indicators:
            yield from _indicator(indicator, [column.name for column in template.indicator_columns[1:]])
    if goal.activities:
        yield "   Aktivitet Startdatum Slutdatum Avvikelse"
        for activity in goal.activities:
            yield from _activity(activity)


def _indicator(indicator: Indicator, columns: list[str]) -> Iterator[str]:
    values = _plain(" ".join(getattr(indicator, name) for name in columns))
    if len(indicator.name) <= _SHORT:
        yield f" {indicator.name} {values}"
    else:
        first, *rest = textwrap.wrap(indicator.name, _CELL, break_on_hyphens=False)
        yield f" {first}"
        yield from (*rest, values)
    yield from _analysis(indicator.analysis)


def _activity(activity: Activity) -> Iterator[str]:
    first, *rest = textwrap.wrap(activity.text, _TASK, break_on_hyphens=False)
    dates = f"{activity.start} {activity.end} {'Avvikelse' if activity.deviation else ''}"
    yield f"  {first}"
    yield from (*rest, dates)
    yield from _analysis(activity.analysis)


def _analysis(words: RichText | None) -> Iterator[str]:
    if words is not None:
        yield "Analys"
        yield from _text(words, _SMALL)


def _text(words: RichText, width: int = _BODY) -> Iterator[str]:
    for block in words.blocks:
        mark = "\uf0b7 " if isinstance(block, ListItem) else ""
        yield from textwrap.wrap(_plain(mark + block_text(block)), width, break_on_hyphens=False)


def _plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2212", "-")
