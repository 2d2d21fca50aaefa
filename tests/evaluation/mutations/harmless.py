"""Edits that change nothing a reader cares for: how numbers are set, runs, order, marks, ids, comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.evaluation.mutations.economy_relations import tables
from tests.evaluation.mutations.model import Sort, Spot, textual
from tests.evaluation.mutations.prose_sorts import edited
from tests.evaluation.mutations.walking import Change, assign, indicators, running, texts, told

from avstamt.domain.economy import RowRole
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.place import Place, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.review import ReviewComment
from avstamt.domain.text import ListItem, ListKind, Paragraph, RichText, Run

_HARD, _NARROW = "\u00a0", "\u202f"


def _matches(report: Report, pattern: str, new: Callable[[str], str]) -> Iterator[Spot]:
    for block in running(report):
        for match in re.finditer(pattern, block.text):
            yield edited(block, match.start(), match.end(), new(match[0]))


def _cells(report: Report) -> Iterator[tuple[Place, str]]:
    """Yield every filled cell of figures, of indicators and of economy."""
    for _goal, node, row in indicators(report):
        yield from ((row / name, getattr(node, name)) for name in INDICATOR_FIGURES if getattr(node, name))
    for table, place in tables(report):
        for line in table.rows:
            yield from ((place / "rows" / line.id / "cells" / c.id / "text", c.text) for c in line.cells if c.text)


def _in_cells(report: Report, pattern: str, new: str) -> Iterator[Spot]:
    for place, text in _cells(report):
        if (written := re.sub(pattern, new, text)) != text:
            yield Spot(place, f"{text!r} → {written!r}", assign(place, written))


@textual("hårt mellanslag i tal i texten")
def hard_space(report: Report, random: Random) -> Iterator[Spot]:
    """The space between thousands, or before % and mnkr, becomes a hard one."""
    yield from _matches(report, r"(?<=\d) (?=\d{3}\b|%|mnkr|tkr|procent)", lambda _old: _HARD)


@textual("tusentalsmellanrum i celler")
def cell_spaces(report: Report, random: Random) -> Iterator[Spot]:
    """The space between thousands in a cell becomes hard, narrow or plain."""
    yield from _in_cells(report, rf"(?<=\d)[ {_HARD}](?=\d{{3}})", random.choice((" ", _HARD, _NARROW)))


@textual("mellanrum före enhet i celler")
def cell_units(report: Report, random: Random) -> Iterator[Spot]:
    """The space before the unit of a cell becomes hard or plain."""
    yield from _in_cells(report, rf"(?<=\d)[ {_HARD}](?=[%a-z])", random.choice((" ", _HARD)))


@textual("minustecken i celler")
def cell_minus(report: Report, random: Random) -> Iterator[Spot]:
    """A minus in a cell becomes a hyphen, a real minus or a dash."""
    yield from _in_cells(report, r"^[-−–]", random.choice("-−–"))


@textual("blanktecken runt ett tal i en cell")
def cell_blanks(report: Report, random: Random) -> Iterator[Spot]:
    """A cell gets a blank after its figure."""
    yield from _in_cells(report, r"$", " ")


@textual("fet eller kursiv stil")
def run_split(report: Report, random: Random) -> Iterator[Spot]:
    """A text is split in two runs, the second bold or italic."""
    for block in running(report):
        if len(block.text) > 2:
            at = random.randint(1, len(block.text) - 1)
            runs = (Run(text=block.text[:at]), Run(text=block.text[at:], **{random.choice(("bold", "italic")): True}))
            yield Spot(block.place, f"delad vid {at}", assign(block.place / "runs", runs))


def _swapped(place: Place, first: str, second: str) -> Change:
    def change(report: Report) -> Report:
        nodes: tuple[Any, ...] = value_at(report, place)
        by_id = {node.id: node for node in nodes}
        turned = {first: by_id[second], second: by_id[first]}
        return with_value(report, place, tuple(turned.get(node.id, node) for node in nodes))

    return change


def _swaps(nodes: tuple[Any, ...], place: Place, random: Random) -> Iterator[Spot]:
    if len(nodes) > 1:
        one, other = random.sample([node.id for node in nodes], 2)
        yield Spot(place, f"{one} ↔ {other}", _swapped(place, one, other))


@textual("rader i en ekonomitabell i annan ordning")
def rows_reordered(report: Report, random: Random) -> Iterator[Spot]:
    """Two rows of one role change places."""
    for table, place in tables(report):
        for role in (RowRole.INCOME, RowRole.COST, RowRole.AREA, RowRole.INVESTMENT):
            yield from _swaps(tuple(row for row in table.rows if row.role is role), place / "rows", random)


@textual("indikatorer eller aktiviteter i annan ordning")
def rows_of_goal(report: Report, random: Random) -> Iterator[Spot]:
    """Two indicators or two activities of a goal change places."""
    for goal in report.goals:
        for name in ("indicators", "activities"):
            yield from _swaps(getattr(goal, name), Place.of("goals", goal.id, name), random)


@textual("syskonmål i annan ordning")
def goals_reordered(report: Report, random: Random) -> Iterator[Spot]:
    """Two goals with the same goal above change places."""
    for parent in {goal.parent for goal in report.goals}:
        same = tuple(goal for goal in report.goals if goal.parent == parent)
        yield from _swaps(same, Place.of("goals"), random)


@textual("blanktecken sist i ett stycke")
def trailing(report: Report, random: Random) -> Iterator[Spot]:
    """A blank after the last character of a text is trimmed."""
    yield from _matches(report, r"\s+$", lambda _old: "")


@textual("citattecken")
def quotes(report: Report, random: Random) -> Iterator[Spot]:
    """A quotation gets other marks, at both ends."""
    marks = random.choice((("”", "”"), ('"', '"'), ("’", "’")))
    yield from _matches(report, r"[”\"][^”\"]{2,80}[”\"]", lambda old: marks[0] + old[1:-1] + marks[1])


@textual("punktlista eller numrerad lista")
def list_mark(report: Report, random: Random) -> Iterator[Spot]:
    """The items of a list in one text get another mark."""
    for place, text, _goal, _inherited in texts(report):
        items = [block for block in text.blocks if isinstance(block, ListItem)]
        if items:
            mark = ListKind.NUMBER if items[0].mark is ListKind.BULLET else ListKind.BULLET
            blocks = tuple(
                block.model_copy(update={"mark": mark}) if isinstance(block, ListItem) else block
                for block in text.blocks
            )
            yield Spot(place, f"listan {mark.value}", assign(place, RichText(blocks=blocks)))


@textual("procent eller %")
def percent(report: Report, random: Random) -> Iterator[Spot]:
    """ "procent" after a figure becomes a hard space and "%", or the other way."""
    yield from _matches(report, r"(?<=\d) procent\b(?!enhet)", lambda _old: f"{_HARD}%")
    yield from _matches(report, rf"(?<=\d)[ {_HARD}]%", lambda _old: " procent")


@textual("tankstreck i årsintervall")
def year_dash(report: Report, random: Random) -> Iterator[Spot]:
    """The hyphen between two years becomes a dash, or the other way."""
    yield from _matches(report, r"(?<=\b20\d\d)-(?=20\d\d\b)", lambda _old: "–")
    yield from _matches(report, r"(?<=\b20\d\d)–(?=20\d\d\b)", lambda _old: "-")


@textual("nya id:n")
def ids(report: Report, random: Random) -> Iterator[Spot]:
    """The blocks of a text, or the rows of a goal, get other ids."""
    for place, text, _goal, _inherited in texts(report):
        if text.blocks:
            yield Spot(place, "nya id:n", assign(place, RichText(blocks=tuple(map(_renewed, text.blocks)))))
    for goal in report.goals:
        for name in ("indicators", "activities"):
            if rows := getattr(goal, name):
                where = Place.of("goals", goal.id, name)
                yield Spot(where, "nya id:n", assign(where, tuple(map(_renewed, rows))))


def _renewed(node: Any) -> Any:
    return node.model_copy(update={"id": f"ny-{node.id[:50]}"})


@textual("granskningskommentar")
def comment(report: Report, random: Random) -> Iterator[Spot]:
    """A reviewer's comment is put on a text."""
    for block in told(report):
        note = ReviewComment(id="c-ny", place=block.place, author="Granskare", text="Bra att ni har med det här.")
        yield Spot(block.place, "kommentar", assign(Place.of("comments"), (*report.comments, note)))


@textual("tomt stycke")
def empty_paragraph(report: Report, random: Random) -> Iterator[Spot]:
    """An empty paragraph is left after the last of a text."""
    for place, text, _goal, _inherited in texts(report):
        if text.blocks:
            blank = Paragraph(id="b-tomt")
            yield Spot(place, "tomt stycke sist", assign(place, RichText(blocks=(*text.blocks, blank))))


@textual("punkt efter alla målnummer")
def number_stop(report: Report, random: Random) -> Iterator[Spot]:
    """Every goal's number gets, or loses, its closing stop."""
    if any(goal.number for goal in report.goals):
        stop = "" if any(goal.number.endswith(".") for goal in report.goals) else "."
        goals = tuple(
            goal.model_copy(update={"number": goal.normal_number + stop}) if goal.number else goal
            for goal in report.goals
        )
        yield Spot(Place.of("goals"), f"nummer med {stop!r}", assign(Place.of("goals"), goals))


HARMLESS: tuple[Sort, ...] = (
    hard_space, cell_spaces, cell_units, cell_minus, cell_blanks, run_split, rows_reordered, rows_of_goal,
    goals_reordered, trailing, quotes, list_mark, percent, year_dash, ids, comment, empty_paragraph, number_stop,
)  # fmt: skip
