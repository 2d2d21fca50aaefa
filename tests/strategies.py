"""Hypothesis strategies for every part of a report: any report they give is well-formed, none need be sensible."""

from __future__ import annotations

from functools import cache
from random import Random

from hypothesis import strategies as st

from avstamt.domain.activity import Activity
from avstamt.domain.economy import (
    Cell,
    Column,
    ColumnRole,
    EconomyKind,
    EconomyTable,
    Row,
    RowRole,
    SignConvention,
    Unit,
)
from avstamt.domain.goal import GOAL_TEXTS, Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.review import Mark, MarkKind, Reply, ReviewComment, SourceLines, Waiver
from avstamt.domain.section import Appendix, Contact, FrontPage, Section, Signatory
from avstamt.domain.text import (
    FigureReference,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    SubHeading,
    TextCell,
    TextTable,
)

WORDS = (
    "målet", "uppfylls", "delvis", "enheten", "2024", "16 personer", "0,78 %", "−1,7 mnkr", "Åse", "och", "|", "**", "<b>", " ", ""
)  # fmt: skip
MIXED = Random(1)  # noqa: S311 - words for tests, the same every time
LINES = st.sampled_from(
    ["", *(" ".join(MIXED.choices(WORDS, k=MIXED.randint(1, 6))) for _ in range(400))]  # one choice a line, for speed
) | st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=20)
FIGURES = st.sampled_from(
    ["", "270 st", "125 st", "0,78 %", "100 %", "-251", "−1,7", "1 919,5", "öka", "< 6,5 %", "+/-1 %", "%", "2 GWh", "95",
     "Tas fram av nämnd/styrelse", "Fastställs 2024", "2 kg CO2 per kg livsmedel", "inte än"]
) | st.decimals(-10000, 10000, places=1).map(lambda d: f"{d}".replace(".", ","))  # fmt: skip
DATES = st.sampled_from(["", "2024-01-01", "2024-12-31", "2023-05-06", "våren"])
PLACES = st.sampled_from(["goals/n1", "goals/n1/title", "sections/n2/text/blocks/n3"]).map(Place.parse)
TEXTS = st.none() | st.deferred(lambda: rich_texts())  # noqa: PLW0108 - rich_texts is defined below


@st.composite
def unique(draw, node, low=0, high=3):
    """Return a tuple of nodes with different ids."""
    nodes = draw(st.lists(node, min_size=low, max_size=high))
    return tuple(made.model_copy(update={"id": f"n{number}"}) for number, made in enumerate(nodes, 1))


@cache
def runs():
    figure = st.none() | st.builds(FigureReference, source=PLACES)
    run = st.builds(
        Run, text=LINES, bold=st.booleans(), italic=st.booleans(), link=st.none() | st.just("https://start.stockholm"), figure=figure
    )  # fmt: skip
    return st.lists(run, max_size=3).map(tuple)


@cache
def blocks():
    cells = st.lists(st.builds(TextCell, runs=runs()), min_size=2, max_size=2).map(tuple)
    return st.one_of(
        st.builds(Paragraph, id=st.just("n"), runs=runs(), unplaced=st.booleans()),
        st.builds(SubHeading, id=st.just("n"), runs=runs(), level=st.integers(1, 4)),
        st.builds(ListItem, id=st.just("n"), runs=runs(), mark=st.sampled_from(ListKind), level=st.integers(0, 5)),
        st.builds(TextTable, id=st.just("n"), rows=st.lists(cells, max_size=2).map(tuple), header=st.booleans()),
    )


@cache
def rich_texts():
    return unique(blocks()).map(lambda made: RichText(blocks=made))


@cache
def indicators():
    figures = dict.fromkeys(
        ("outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "city_target"), FIGURES
    )
    return st.builds(
        Indicator, id=st.just("n"), name=LINES, **figures, period=LINES, periodicity=LINES, analysis=TEXTS,
        direction=st.none() | st.sampled_from(Direction), locked=st.booleans(),
    )  # fmt: skip


@cache
def activities():
    return st.builds(
        Activity, id=st.just("n"), text=LINES, start=DATES, end=DATES, deviation=st.booleans(), analysis=TEXTS, locked=st.booleans()
    )  # fmt: skip


@cache
def tables():
    column = st.builds(
        Column, id=st.just("n"), title=LINES, group=LINES, role=st.sampled_from(ColumnRole), year=st.none()
    )
    cells = st.tuples(*(st.builds(Cell, id=st.just(f"n{number}"), text=FIGURES) for number in range(1, 5)))
    row = st.builds(Row, id=st.just("n"), label=LINES, role=st.sampled_from(RowRole), cells=cells)
    return st.builds(
        _table, columns=unique(column, high=4), rows=unique(row, high=5), kind=st.sampled_from(EconomyKind), title=LINES, corner=LINES,
        unit=st.sampled_from(Unit), sign=st.sampled_from(SignConvention), benchmark=FIGURES, comment=rich_texts(),
    )  # fmt: skip


def _table(columns, rows, **values: object):
    """Return a table whose rows have the cells that its columns hold."""
    kept = tuple(row.model_copy(update={"cells": row.cells[: len(columns)]}) for row in rows)
    return EconomyTable(id="n", columns=columns, rows=kept, **values)


@cache
def goals():
    texts = dict.fromkeys(GOAL_TEXTS, TEXTS)
    return st.builds(
        Goal, id=st.just("n"), parent=st.none(), level=st.sampled_from(GoalLevel), number=st.sampled_from(["", "1", "1.2.", "3.1.2"]),
        title=LINES, assessment=st.none() | st.sampled_from(Assessment), wording=LINES, **texts, indicators=unique(indicators()),
        activities=unique(activities()), locked=st.booleans(),
    )  # fmt: skip


@cache
def sections():
    return st.builds(
        Section, id=st.just("n"), parent=st.none(), key=st.sampled_from(["", "summary", "economy"]), title=LINES, text=rich_texts(),
        tables=unique(tables(), high=2), holds_goals=st.booleans(), locked=st.booleans(),
    )  # fmt: skip


@cache
def front_pages():
    return st.builds(
        FrontPage, department=LINES, unit=LINES, diary_number=LINES, date=DATES, recipient=LINES, proposals=rich_texts(),
        officers=unique(st.builds(Contact, id=st.just("n"), name=LINES, phone=LINES, email=LINES)),
        signatories=unique(st.builds(Signatory, id=st.just("n"), name=LINES, title=LINES)),
        appendices=unique(st.builds(Appendix, id=st.just("n"), label=LINES, title=LINES)),
    )  # fmt: skip


@st.composite
def trees(draw, node, high=4):
    """Return a flat tuple of nodes where some stand below an earlier one."""
    made = draw(unique(node, high=high))
    parents = [draw(st.none() | st.integers(0, index - 1)) if index else None for index in range(len(made))]
    return tuple(
        node.model_copy(update={"parent": None if parent is None else made[parent].id})
        for node, parent in zip(made, parents, strict=True)
    )


@st.composite
def reports(draw):
    """Return any well-formed report (a composite, so that its description stays short)."""
    return draw(_report())


@cache
def _report():
    replies = unique(st.builds(Reply, id=st.just("n"), author=LINES, created=DATES, text=LINES))
    return st.builds(
        Report, id=st.just("r"), kind=st.sampled_from(ReportKind), level=st.sampled_from(OrganisationLevel),
        year=st.integers(2015, 2030), organisation=LINES, committee=LINES, title=LINES, front=st.none() | front_pages(),
        sections=trees(sections()), goals=trees(goals()),
        waivers=unique(st.builds(Waiver, id=st.just("n"), rule=st.just("IND-101"), place=PLACES, reason=LINES, author=LINES, date=DATES)),
        comments=unique(st.builds(ReviewComment, id=st.just("n"), place=PLACES, quote=LINES, author=LINES, created=DATES, text=LINES,
                                  resolved=st.booleans(), replies=replies)),
        marks=unique(st.builds(Mark, id=st.just("n"), place=PLACES, kind=st.sampled_from(MarkKind), author=LINES, date=DATES, content=LINES)),
        provenance=st.lists(st.builds(SourceLines, place=PLACES, source=LINES, first=st.just(1), last=st.just(2)), max_size=2).map(tuple),
    )  # fmt: skip
