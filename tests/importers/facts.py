"""What a report says, apart from ids and lines, so that two readings of it can be held against each other."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.goal import GOAL_TEXTS
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.report import Report, preorder
from avstamt.domain.text import RichText, block_text

Fact = tuple[str, ...]


def facts(report: Report) -> list[Fact]:
    """Return the facts of a report in document order, one a tuple whose first words say what it is about."""
    return [*_goals(report), *_sections(report)]


def _goals(report: Report) -> Iterator[Fact]:
    titles = {goal.id: goal.title for goal in report.goals}
    for goal, depth in preorder(report.goals):
        yield ("mål", str(depth), goal.level, goal.normal_number, goal.title, titles.get(goal.parent or "", ""))
        yield ("bedömning", goal.title, str(goal.assessment), goal.wording)
        for name in GOAL_TEXTS:
            yield from _text((goal.title, name), getattr(goal, name))
        for item in goal.indicators:
            cells = [getattr(item, name) for name in (*INDICATOR_FIGURES, "period", "periodicity")]
            yield ("indikator", goal.title, item.name, *cells)
            yield from _text((item.name, "analys"), item.analysis)
        for work in goal.activities:
            yield ("aktivitet", goal.title, work.text, work.start, work.end, str(work.deviation))
            yield from _text((work.text, "analys"), work.analysis)


def _sections(report: Report) -> Iterator[Fact]:
    for section, depth in preorder(report.sections):
        if section.title:
            yield ("avsnitt", str(depth), section.title)
            yield from _text((section.title,), section.text)
        for table in section.tables:
            yield ("tabell", section.title, table.kind, table.corner)
            yield (
                "kolumner",
                section.title,
                *(f"{column.group}|{column.title}|{column.role}" for column in table.columns),
            )
            for row in table.rows:
                yield ("rad", section.title, row.label, *(row.text(column.id) for column in table.columns))
            yield from _text((section.title, "kommentar"), table.comment)


def _text(of: tuple[str, ...], text: RichText | None) -> Iterator[Fact]:
    if text is None:
        return
    yield ("text", *of)
    for block in text.blocks:
        yield ("stycke", *of, block.kind, block_text(block))
