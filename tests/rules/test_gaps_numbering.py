"""Points of the proposed decisions are told where their numbers skip one or give one twice, typed or read from a file."""

from __future__ import annotations

import pytest
from tests.builders import text
from tests.rules.examples_texts import committee, front

from avstamt.domain.text import ListItem, ListKind, RichText, Run
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue

POINTS = ("Nämnden godkänner rapporten.", "Nämnden fastställer planen.", "Nämnden begär medel.", "Paragrafen justeras.")


def messages(proposals: RichText) -> list[str]:
    made = committee(front=front(proposals=proposals))
    return [one.message for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == "LUC-106"]


def typed(*marks: str) -> RichText:
    return text(*(f"{mark} {point}".strip() for mark, point in zip(marks, POINTS, strict=False)))


def listed(count: int, *more: str) -> RichText:
    """Return a list of so many points, with typed ones below it, as it is read from a file."""
    items = tuple(
        ListItem(id=f"l{n}", runs=(Run(text=point),), mark=ListKind.NUMBER) for n, point in enumerate(POINTS[:count])
    )
    return RichText(blocks=(*items, *text(*more).blocks))


@pytest.mark.parametrize(
    ("proposals", "told"),
    [
        (typed("1.", "2.", "3.", "5."), "Förslaget till beslut går från punkt 3 till punkt 5; punkt 4 saknas."),
        (typed("1.", "2.", "2.", "3."), "Två punkter i förslaget till beslut har nummer 2."),
        (typed("1.", "2.", "5.", "6."), "Förslaget till beslut går från punkt 2 till punkt 5; punkt 3–4 saknas."),
        (typed("1.", "3.", "2."), "Förslaget till beslut går från punkt 1 till punkt 3; punkt 2 saknas."),
        (typed("2.", "3.", "4."), "Förslaget till beslut börjar med punkt 2; punkt 1 saknas."),
        (typed("1)", "2)", "4)"), "Förslaget till beslut går från punkt 2 till punkt 4; punkt 3 saknas."),
        (listed(3, "5. Paragrafen justeras."), "Förslaget till beslut går från punkt 3 till punkt 5; punkt 4 saknas."),
        (listed(2, "2. Nämnden begär medel."), "Två punkter i förslaget till beslut har nummer 2."),
    ],
)
def test_numbers_that_do_not_follow_on_are_told(proposals, told):
    assert messages(proposals)[0] == told


@pytest.mark.parametrize(
    "proposals",
    [
        typed("1.", "2.", "3.", "4."),
        typed("1)", "2)", "3)"),
        typed("", "", ""),
        typed("1.", "2.", "", "4."),
        typed("1.", "2.", "", "1."),
        listed(4),
        listed(3, "4. Paragrafen justeras."),
        listed(2, "Därutöver föreslås kommunstyrelsen besluta följande.", "1. Nämnden får medel."),
        text("1. Nämnden godkänner rapporten och", "1) dess bilagor,", "2) dess tabeller.", "2. Paragrafen justeras."),
        text("1. Nämnden godkänner tertialrapport 2.", "2. Nämnden begär 3 mnkr.", "3. 2025 års plan fastställs."),
        RichText(),
    ],
)
def test_points_in_order_lists_and_points_without_numbers_are_let_be(proposals):
    assert messages(proposals) == []


@pytest.mark.parametrize(("last", "count"), [("4", 0), ("5", 1), ("3", 1)])
def test_numbers_in_a_file_are_kept_where_they_do_not_follow_on(last, count):
    lines = ["Till", "Socialnämnden", "Tertialrapport Tertial 1 2024 för Socialnämnden", "Förslag till beslut"]
    points = [f"{number}. {point}" for number, point in zip(("1", "2", "3", last), POINTS, strict=True)]
    made = read_text("\n\n".join([*lines, *points, "Sammanfattande analys", "Året går."]), "rapport.txt", catalogue())
    found = check(made[0].report, catalogue(), rules=TEXT_RULES).findings
    assert [one.rule for one in found].count("LUC-106") == count
