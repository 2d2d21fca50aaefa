"""The result of an area under its heading: what heading and row say is passed, another amount or sign is found."""

from __future__ import annotations

import pytest
from tests.builders import report, section, table, text

from avstamt.domain.economy import ColumnRole, RowRole, Unit
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

HEADS = {"Budget": ColumnRole.BUDGET, "Prognos": ColumnRole.FORECAST, "Avvikelse": ColumnRole.VARIANCE}
ROWS = [
    ("Barn och ungdom", RowRole.AREA, ["26,0", "27,4", "-1,4"]),
    ("Äldreomsorg", RowRole.AREA, ["310,5", "309,3", "1,2"]),
    ("Förskola", RowRole.AREA, ["120,0", "128,2", "-8,2"]),
    ("Totalt", RowRole.TOTAL, ["456,5", "464,9", "-8,4"]),
]
INSIDE = pytest.mark.parametrize("inside", [False, True], ids=["avsnitt", "underrubrik"])


def under(title: str, *paragraphs: str, inside: bool = False) -> Report:
    """Return a nämnd's report that says this under an area's heading, a section's or one in the text of another."""
    made = table(HEADS, ROWS, id="t1", unit=Unit.MNKR)
    if inside:
        sections = (
            section("Prognos", id="s1", tables=(made,), text=text("Läget i korthet.", f"## {title}", *paragraphs)),
        )
    else:
        below = section(title, id="s2", parent="s1", text=text(*paragraphs))
        sections = (section("Prognos", id="s1", tables=(made,)), below)
    return report(id="r1", kind=ReportKind.TERTIAL_2, level=OrganisationLevel.COMMITTEE, sections=sections)


def codes(made: Report) -> list[str]:
    """Return what is found, without the advice to give an amount."""
    found = check(made, catalogue(), rules=ECONOMY_TEXT_RULES).findings
    return [one.rule for one in found if one.rule != "EKO-407"]


@INSIDE
@pytest.mark.parametrize("title", ["Äldreomsorg", "Äldreomsorg +1,2 mnkr"])
@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Verksamhetsområdet prognostiserar ett överskott om 1,2 mnkr.", "överskott", "underskott"),
        ("Verksamhetsområdet prognostiserar ett överskott om 1,2 mnkr.", "1,2", "2,1"),
        ("Prognosen visar ett överskott om 1,2 mnkr.", "överskott", "underskott"),
        ("Prognosen visar ett överskott om 1,2 mnkr.", "1,2", "1,8"),
        ("Ett överskott om 1,2 mnkr prognostiseras.", "överskott", "underskott"),
        ("Överskottet på 1,2 mnkr beror på lägre kostnader.", "Överskottet", "Underskottet"),
        ("Totalt väntas ett överskott på 1 200 tkr.", "överskott", "underskott"),
        ("Verksamhetsområdet visar en positiv avvikelse mot budget om 1,2 mnkr.", "positiv", "negativ"),
        ("Området underskrider budget med 1,2 mnkr.", "underskrider", "överskrider"),
    ],
)
def test_the_result_of_an_area_is_that_of_its_heading_and_row(title, sentence, right, slip, inside):
    assert codes(under(title, sentence, inside=inside)) == []
    assert codes(under(title, sentence.replace(right, slip, 1), inside=inside)) == [
        "EKO-402" if "mnkr" in title else "EKO-403"
    ]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Äldreomsorg", "Verksamhetsområdet beräknas gå med underskott."),
        ("Barn och ungdom", "Verksamhetsområdet redovisar ett överskott mot budget."),
        ("Förskola", "Verksamhetsområdet prognostiserar ett resultat i balans med budget."),
        ("Förskola -8,2 mnkr", "Området är i balans med budget."),
    ],
)
def test_a_word_without_its_amount_is_held_against_the_row(title, sentence):
    assert codes(under(title, sentence)) == ["EKO-403"]


@pytest.mark.parametrize("title", ["Äldreomsorg", "Äldreomsorg +1,2 mnkr", "Äldreomsorg 1,2 mnkr"])
@pytest.mark.parametrize(
    "paragraphs",
    [
        ("Hemtjänsten visar ett underskott om 1,2 mnkr.",),
        ("Ett underskott om 1,2 mnkr finns inom hemtjänsten.",),
        ("Verksamhetsområdet har ett underskott på 0,4 mnkr inom dagverksamheten.",),
        ("Verksamhetsområdet prognostiserar ett överskott om 1,2 mnkr, vilket är 0,4 mnkr bättre än väntat.",),
        ("Verksamhetsområdet redovisar både överskott och underskott.",),
        ("Verksamhetsområdet väntas vända underskottet till ett överskott.",),
        ("Verksamhetsområdet är i balans med budget.",),
        ("Verksamhetsområdet prognostiserar efter resultatöverföring ett underskott om 0,3 mnkr.",),
        ("Personalläget är gott.", "Prognosen visar ett underskott om 0,7 mnkr för vårdboendena."),
        ("Personalläget är gott.", "Ett underskott om 1,2 mnkr kvarstår för vårdboendena."),
        ("Verksamhetsområdet hade 2023 ett underskott om 1,2 mnkr.",),
        ("Verksamhetsområdet prognostiserar ett överskott mot budget (+1,2 mnkr).",),
        ("Överskottet (+1,2 mnkr) beror på vakanser.",),
        ("Verksamhetsområdet redovisar inget underskott.",),
        ("Resultatet är 1,2 mnkr.",),
        ("Totalt är avvikelsen +1,2 mnkr.",),
    ],
)
def test_what_is_of_a_part_or_another_time_is_let_be(title, paragraphs):
    assert codes(under(title, *paragraphs)) == []


def test_a_signed_result_is_that_of_a_heading_with_the_same_sign():
    assert codes(under("Barn och ungdom -1,4 mnkr", "Totalt är avvikelsen -1,4 mnkr.")) == []
    assert codes(under("Barn och ungdom -1,4 mnkr", "Totalt är avvikelsen +1,4 mnkr.")) == ["EKO-402"]


@pytest.mark.parametrize("amount", ["(-1,4 mnkr)", "(+1,4 mnkr)", "mot budget (-1,4 mnkr)", "(avvikelse -1,4 mnkr)"])
def test_a_signed_amount_in_brackets_repeats_its_word_in_the_sign_of_the_table(amount):
    assert codes(under("Barn och ungdom", f"Verksamhetsområdet prognostiserar ett underskott {amount}.")) == []


def test_a_heading_without_sign_leaves_the_word_to_the_row():
    assert codes(under("Barn och ungdom 1,4 mnkr", "Verksamhetsområdet väntas få ett underskott på 1,4 mnkr.")) == []
    assert codes(under("Barn och ungdom 1,4 mnkr", "Verksamhetsområdet väntas få ett överskott på 1,4 mnkr.")) == [
        "EKO-403"
    ]


def test_the_heading_of_a_part_is_none_of_the_area():
    assert codes(under("Hemtjänst", "Verksamhetsområdet prognostiserar ett underskott om 0,9 mnkr.")) == []
