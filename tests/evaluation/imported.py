"""Brings what the importer gives back into neutral shapes; a source that holds several reports becomes one document.

Of the front page, "Förslag till beslut" counts as a heading where there are proposals and "Bilagor" where there are
appendices; "Innehållsförteckning" where the importer set lines aside as noise for that reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.evaluation.gold import assessment
from tests.evaluation.parts import (
    CELLS,
    ActivityPart,
    Document,
    GoalPart,
    HeadingPart,
    IndicatorPart,
    TablePart,
    bare_number,
    plain,
)

from avstamt.domain.economy import EconomyTable, Row
from avstamt.domain.goal import GOAL_TEXTS, Goal
from avstamt.domain.report import Report, preorder
from avstamt.domain.section import Section
from avstamt.domain.text import RichText, SubHeading, block_text
from avstamt.importers.model import Import


def document(imports: Sequence[Import]) -> Document:
    """Return everything that was imported from one source."""
    numbered = list(enumerate(imports))
    goals = [(f"{number}/", goal) for number, made in numbered for goal in made.report.goals]
    return Document(
        facts=_facts(imports[0].report) if imports else {},
        names=tuple(plain(name) for made in imports for name in (made.report.organisation, made.report.committee)),
        goals=tuple(_goal(prefix, goal) for prefix, goal in goals),
        indicators=tuple(part for prefix, goal in goals for part in _indicators(prefix, goal)),
        activities=tuple(part for prefix, goal in goals for part in _activities(prefix, goal)),
        headings=tuple(part for number, made in numbered for part in _headings(f"{number}/", made)),
        tables=tuple(part for made in imports for part in _tables(made.report)),
    )


def _facts(report: Report) -> dict[str, str]:
    return {"kind": report.kind.value, "year": str(report.year), "level": report.level.value}


def _goal(prefix: str, goal: Goal) -> GoalPart:
    return GoalPart(
        key=prefix + goal.id,
        parent=None if goal.parent is None else prefix + goal.parent,
        level=goal.level.value,
        number=bare_number(goal.number),
        title=plain(goal.title),
        assessment=assessment(goal.assessment.value if goal.assessment else None),
        fields=frozenset(name for name in GOAL_TEXTS if getattr(goal, name) is not None),
    )


def _indicators(prefix: str, goal: Goal) -> Iterator[IndicatorPart]:
    for row in goal.indicators:
        cells = {name: plain(getattr(row, name)) for name in CELLS}
        yield IndicatorPart(prefix + goal.id, plain(row.name), cells, _text(row.analysis))


def _activities(prefix: str, goal: Goal) -> Iterator[ActivityPart]:
    for row in goal.activities:
        yield ActivityPart(
            prefix + goal.id, plain(row.text), plain(row.start), plain(row.end), row.deviation, _text(row.analysis)
        )


def _text(text: RichText | None) -> str:
    return plain(text.plain) if text is not None else ""


def _headings(prefix: str, made: Import) -> Iterator[HeadingPart]:
    yield from _front(made)
    for section, depth in preorder(made.report.sections):
        yield from _section(section, depth + 1)
    for goal in made.report.goals:
        for name in GOAL_TEXTS:
            if text := getattr(goal, name):
                yield from _sub_headings(text, 1, goal=prefix + goal.id)


def _front(made: Import) -> Iterator[HeadingPart]:
    front = made.report.front
    if front is not None and front.proposals.blocks:
        yield HeadingPart("Förslag till beslut", None, 1, filled=True)
    if any("innehållsförteckning" in noise.reason.lower() for noise in made.noise):
        yield HeadingPart("Innehållsförteckning", None, 1, filled=False)
    if front is not None and front.appendices:
        yield HeadingPart("Bilagor", None, 1, filled=True)


def _section(section: Section, depth: int) -> Iterator[HeadingPart]:
    if section.title.strip():
        filled = _starts_filled(section.text) or (not section.text.blocks and bool(section.tables))
        yield HeadingPart(plain(section.title), None, depth, filled)
    yield from _sub_headings(section.text, depth, goal=None, table_follows=bool(section.tables))
    for table in section.tables:
        yield from _sub_headings(table.comment, depth, goal=None)


def _sub_headings(
    text: RichText, depth: int, goal: str | None, *, table_follows: bool = False
) -> Iterator[HeadingPart]:
    for index, block in enumerate(text.blocks):
        if isinstance(block, SubHeading):
            rest = RichText(blocks=text.blocks[index + 1 :])
            filled = _starts_filled(rest) or (table_follows and not rest.blocks)
            yield HeadingPart(plain(block_text(block)), goal, depth + block.level, filled, inline=True)


def _starts_filled(text: RichText) -> bool:
    """Tell whether some text stands before the first sub-heading."""
    for block in text.blocks:
        if isinstance(block, SubHeading):
            return False
        if block_text(block).strip():
            return True
    return False


def _tables(report: Report) -> Iterator[TablePart]:
    for section, _depth in preorder(report.sections):
        texts = (section.text, *(table.comment for table in section.tables))
        typed = (block_text(block) for text in texts for block in text.blocks if isinstance(block, SubHeading))
        headings = frozenset(plain(title) for title in (section.title, *typed))
        for table in section.tables:
            heads = tuple(plain(f"{column.group} {column.title}") for column in table.columns)
            yield TablePart(headings, (plain(table.corner), *heads), tuple(_row(table, row) for row in table.rows))


def _row(table: EconomyTable, row: Row) -> tuple[str, ...]:
    return (plain(row.label), *(plain(row.text(column.id)) for column in table.columns))
