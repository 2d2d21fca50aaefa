"""How people write of money: what the tables say is passed, another amount, sign or unit is found."""

from __future__ import annotations

import pytest
from tests.builders import report, section, table, text

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole, Unit
from avstamt.domain.report import Report
from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

HEADS = {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE}


def codes(made: Report) -> list[str]:
    return [one.rule for one in check(made, catalogue(), rules=ECONOMY_TEXT_RULES).findings]


def told(sentence: str, *made: EconomyTable) -> Report:
    """Return a VB 2024 whose economy section says this above its tables."""
    return report(id="r1", sections=(section("Ekonomi", id="s1", text=text(sentence), tables=made),))


def unit(sentence: str, variance: str = "450", spent: str = "-19 550") -> Report:
    """Return a unit's report in tkr: net budget -20 000."""
    rows = [
        ("Intäkter", RowRole.INCOME, ["1 200", "950", "-250"]),
        ("Kostnader", RowRole.COST, ["-21 200", "-20 500", "700"]),
        ("Netto", RowRole.NET, ["-20 000", spent, variance]),
    ]
    return told(sentence, table(HEADS, rows, id="t1", title="Driftbudget"))


def committee(sentence: str) -> Report:
    """Return a report with areas in mnkr."""
    rows = [
        ("Barn och ungdom", RowRole.AREA, ["26,0", "27,4", "-1,4"]),
        ("Äldreomsorg", RowRole.AREA, ["310,5", "306,2", "4,3"]),
        ("Stöd till personer med funktionsnedsättning", RowRole.AREA, ["120,0", "122,9", "-2,9"]),
        ("Totalt", RowRole.TOTAL, ["456,5", "456,5", "0,0"]),
    ]
    return told(sentence, table(HEADS, rows, id="t1", unit=Unit.MNKR))


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Enheten lämnar ett överskott på 450 tkr.", "450", "540"),
        ("Enheten redovisar ett överskott om 0,5 mnkr.", "0,5", "0,8"),
        ("Enheten lämnar ett överskott på 450 tkr.", "överskott", "underskott"),
        ("Årets resultat är ett överskott på 450 tkr.", "450", "350"),
        ("Resultatet är ett överskott på 450 tkr.", "överskott", "underskott"),
        ("Enheten lämnar ett överskott mot budget med 450 tkr.", "tkr", "mnkr"),
        ("Intäkterna blev 250 tkr lägre än budgeterat.", "250", "350"),
        ("Kostnaderna är 700 tkr lägre än budget.", "700", "70"),
        ("Enheten prognostiserar ett överskott om 450 tkr för helåret.", "450", "650"),
        ("Förvaltningen lämnar ett överskott på 450 tkr för verksamhetsåret.", "överskott", "underskott"),
        ("Enhetens utfall blev lägre än budget, vilket ger ett överskott på 450 tkr.", "överskott", "underskott"),
    ],
)
def test_the_result_of_the_unit_is_that_of_its_table(sentence, right, slip):
    assert codes(unit(sentence)) == []
    assert codes(unit(sentence.replace(right, slip, 1))) != []


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Barn och ungdom redovisar ett underskott på 1,4 mnkr.", "1,4", "1,7"),
        ("Barn och ungdom redovisar ett underskott på 1,4 mnkr.", "underskott", "överskott"),
        ("Barn och ungdom redovisar ett underskott på 1 400 tkr.", "1 400", "1 700"),
        ("Verksamhetsområdet äldreomsorg visar ett överskott om 4,3 mnkr.", "4,3", "3,4"),
        ("Äldreomsorg lämnar 4,3 mnkr i överskott.", "överskott", "underskott"),
        ("Äldreomsorgen väntas ge ett överskott på 4,3 mnkr.", "4,3", "3,9"),
        ("Äldreomsorgens överskott uppgår till 4,3 mnkr.", "4,3", "4,8"),
        (
            "Barn och ungdom överskrider budgeten med 1,4 mnkr medan äldreomsorgen ger ett överskott på 4,3 mnkr.",
            "överskott",
            "underskott",
        ),
        ("Underskottet på 1,4 mnkr beror på köpta platser.", "mnkr", "tkr"),
        ("Äldreomsorgens budget är 310,5 mnkr.", "mnkr", "tkr"),
    ],
)
def test_the_result_of_an_area_is_that_of_its_row(sentence, right, slip):
    assert codes(committee(sentence)) == []
    assert codes(committee(sentence.replace(right, slip, 1))) != []


def test_a_slip_of_unit_under_a_heading_with_another_amount_is_told_as_one_of_unit():
    rows = [("Äldreomsorg", RowRole.AREA, ["310,5", "311,9", "-1,4"])]
    made = table(HEADS, rows, id="t1", unit=Unit.MNKR)
    below = section(
        "Äldreomsorg -1,1 mnkr", id="s2", parent="s1", text=text("Området väntas lämna ett underskott på 1,4 tkr.")
    )
    assert codes(report(id="r1", sections=(section("Ekonomi", id="s1", tables=(made,)), below))) == ["EKO-410"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Äldreomsorgens överskott beror på att hemtjänsten lämnar ett överskott på 5,1 mnkr.",
        "Äldreomsorgen visar ett överskott på 4,3 mnkr och boendena ett underskott på 1,1 mnkr.",
        "Äldreomsorgen lämnar ett överskott, medan dagverksamheten har ett underskott på 0,7 mnkr.",
        "Äldreomsorgsstaben har ett underskott på 0,3 mnkr.",
    ],
)
def test_the_result_of_another_than_the_row_that_opens_the_sentence_is_let_be(sentence):
    assert codes(committee(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Barn och ungdom har underskott på 2,2 mnkr inom familjehemsvården.",
        "Barn och ungdom redovisade ett underskott på 3,1 mnkr 2023.",
        "Barn och ungdom ska vända ett underskott på 2 mnkr.",
        "Kostnaderna för köpta platser är 700 tkr högre än budget.",
        "Personalkostnaderna blev 90 tkr högre än budgeterat.",
        "En upphandling för 12 tkr genomfördes.",
        "Föreningarna fick 310 tkr i bidrag.",
    ],
)
def test_what_speaks_of_a_part_or_another_time_is_left_in_peace(sentence):
    assert codes(committee(sentence)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Enhetens ekonomi är i balans.",
        "Enheten håller budget.",
        "Enheten har följt budget under hela året.",
        "Enheten håller sin budget.",
        "Nämnden höll budgeten.",
        "Enheten är inom budget.",
        "Enhetens resultat ligger inom tilldelad budget.",
        "Ekonomin är i balans.",
        "Enheten följer budgeten.",
        "Förvaltningen har en budget i balans.",
    ],
)
def test_a_budget_that_is_said_to_be_kept_is_kept(sentence):
    assert codes(unit(sentence, "-100", "-20 100")) == []
    assert codes(unit(sentence, "-1 450", "-21 450")) == ["EKO-403"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Enheten ska ha en budget i balans.",
        "Enheten arbetar för att hålla budget.",
        "Enheten håller inte budget.",
        "Enheten följer upp budget varje månad.",
        "Målet är en ekonomi i balans.",
        "Enheten håller budget inom hemtjänsten.",
    ],
)
def test_an_aim_or_a_denial_is_no_claim_of_a_kept_budget(sentence):
    assert codes(unit(sentence, "-1 450", "-21 450")) == []


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Enheten lämnar ett överskott på 450 tkr, vilket motsvarar 2,3 procent av budgeten.", "2,3", "3,2"),
        ("Överskottet på 450 tkr utgör drygt 2 procent av den totala budgeten.", "drygt 2", "drygt 5"),
        ("Överskottet på 450 tkr (2,1 procent av kostnadsbudgeten) beror på vakanser.", "2,1", "1,2"),
        ("Överskottet är 0,45 mnkr, vilket motsvarar 2 % av nettobudgeten.", "2 %", "4 %"),
        ("Utbildningar kostade 300 tkr, vilket är 12 procent av budgeten på 2 500 tkr.", "12", "21"),
    ],
)
def test_a_share_of_the_budget_is_that_of_the_amount_beside_it(sentence, right, slip):
    assert codes(unit(sentence)) == []
    assert codes(unit(sentence.replace(right, slip, 1))) == ["EKO-411"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Enheten lämnar ett överskott på 450 tkr. Det är 2,3 procent av budgeten.",
        "Överskottet inom hemtjänsten på 450 tkr motsvarar 9 procent av budgeten.",
        "Överskottet på 450 tkr motsvarar 9 procent av budgeten för lokaler.",
        "Överskottet på 450 tkr motsvarar 9 procent av omsättningen.",
        "Utbildningar kostade 310 tkr, vilket motsvarar 9 procent av budgeten.",
        "Överskottet på 450 tkr är 50 tkr högre, och 98 procent av budgeten har använts.",
    ],
)
def test_a_share_of_another_budget_is_let_be(sentence):
    assert codes(unit(sentence)) == []


def test_a_net_of_nought_is_weighed_by_the_whole_of_its_table():
    def netting(variance: str) -> Report:
        rows = [
            ("Intäkter", RowRole.INCOME, ["46 210", "46 890", "680"]),
            ("Netto", RowRole.NET, ["0", variance, variance]),
        ]
        return told("Ekonomin är i balans.", table(HEADS, rows, id="t1", title="Driftbudget"))

    assert codes(netting("142")) == []
    assert codes(netting("1 420")) == ["EKO-403"]
