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
        (
            "Området väntas lämna ett överskott på 1,2 mnkr, eftersom tjänster tillsätts först efter sommaren.",
            "1,2",
            "1,7",
        ),
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


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("De största avvikelserna finns inom barn och ungdom (-1,4 mnkr) och förskolan (-8,2 mnkr).", "8,2", "8,5"),
        ("Avvikelser finns för äldreomsorg, +1,2 mnkr, och barn och ungdom, -1,4 mnkr.", "1,4", "1,7"),
        ("Avvikelser finns för äldreomsorg, +1,2 mnkr, och barn och ungdom, -1,4 mnkr.", "+1,2", "-1,2"),
        ("Förskola -8,2 mnkr", "8,2", "2,8"),
    ],
)
def test_a_signed_amount_behind_the_name_of_an_area_is_its_variance(sentence, right, slip):
    assert codes(under("Sammanfattning", sentence)) == []
    assert codes(under("Sammanfattning", sentence.replace(right, slip, 1))) == ["EKO-413"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Prognosen har förbättrats för äldreomsorg (+0,4 mnkr).",
        "Jämfört med förra prognosen är skillnaden störst för förskola (-2,1 mnkr).",
        "Öppen förskola (-0,3 mnkr) väntas gå back.",
        "I äldreomsorg (+0,9 mnkr mot väntat) finns vakanser.",
        "Barn och ungdom (-0,7 mnkr för placeringar) har svårast att nå balans.",
        "Förskola ±0 mnkr",
    ],
)
def test_a_signed_amount_of_a_change_or_a_part_is_let_be(sentence):
    assert codes(under("Sammanfattning", sentence)) == []


def transferred(sentence: str, title: str = "Förskola") -> Report:
    """Return a nämnd's report whose table has a variance before and one after transfers."""
    heads = HEADS | {"Resultatöverföring": ColumnRole.CARRIED_OVER, "Justerad avvikelse": ColumnRole.ADJUSTED_VARIANCE}
    rows = [
        ("Förskola", RowRole.AREA, ["120,0", "113,5", "6,5", "-2,1", "4,4"]),
        ("Skola", RowRole.AREA, ["80,0", "81,0", "-1,0", "", "-1,0"]),
        ("Totalt", RowRole.TOTAL, ["200,0", "194,5", "5,5", "-2,1", "3,4"]),
    ]
    made = table(heads, rows, id="t1", unit=Unit.MNKR)
    sections = (section("Prognos", id="s1", tables=(made,)), section(title, id="s2", parent="s1", text=text(sentence)))
    return report(id="r1", kind=ReportKind.TERTIAL_2, level=OrganisationLevel.COMMITTEE, sections=sections)


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        (
            "Verksamhetsområdet redovisar ett överskott om 6,5 mnkr före resultatöverföring och 4,4 mnkr efter.",
            "4,4",
            "4,7",
        ),
        (
            "Verksamhetsområdet redovisar ett överskott om 6,5 mnkr före resultatöverföring och 4,4 mnkr efter.",
            "6,5",
            "6,9",
        ),
        ("Förskolan visar ett överskott på 6,5 mnkr före överföringar och 4,4 mnkr efter överföringar.", "4,4", "4,1"),
        ("Nämnden redovisar ett överskott om 5,5 mnkr före resultatöverföringar och 3,4 mnkr efter.", "3,4", "3,8"),
    ],
)
def test_what_remains_after_transfers_is_the_adjusted_variance(sentence, right, slip):
    assert codes(transferred(sentence)) == []
    assert codes(transferred(sentence.replace(right, slip, 1))) == ["EKO-403"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Verksamhetsområdet redovisar ett överskott om 6,5 mnkr före resultatöverföring och 2,1 mnkr förs över.",
        "Enheterna redovisar ett överskott om 1,5 mnkr före resultatöverföring och 0,4 mnkr efter.",
        "Verksamhetsområdet räknade i våras med ett överskott om 5,0 mnkr före resultatöverföring och 3,0 mnkr efter.",
    ],
)
def test_what_is_carried_over_or_of_others_is_no_adjusted_variance(sentence):
    assert codes(transferred(sentence)) == []


def test_a_shortfall_told_first_is_the_areas_whatever_explains_it():
    sentence = "Underskottet uppgår till 8,2 mnkr och förklaras av ökade kostnader för hyror (6,0 mnkr)."
    assert codes(under("Förskola", sentence)) == []
    assert codes(under("Förskola", sentence.replace("8,2", "8,7"))) == ["EKO-403"]
