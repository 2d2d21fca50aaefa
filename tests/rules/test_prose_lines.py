"""How people write of income, costs and named rows: what the row says is passed, another amount, column or way is found."""

from __future__ import annotations

import pytest
from tests.builders import report, section, table, text

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole, Unit
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

HEADS = {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE}


def codes(made: Report) -> list[str]:
    return [one.rule for one in check(made, catalogue(), rules=ECONOMY_TEXT_RULES).findings]


def sides(variances: tuple[str, str, str] = ("-250", "700", "450")) -> EconomyTable:
    rows = [
        ("Intäkter", RowRole.INCOME, ["1 200", "950", variances[0]]),
        ("Kostnader", RowRole.COST, ["-21 200", "-20 500", variances[1]]),
        ("Netto", RowRole.NET, ["-20 000", "-19 550", variances[2]]),
    ]
    return table(HEADS, rows, id="t1", title="Driftbudget")


def unit(sentence: str, made: EconomyTable | None = None) -> Report:
    """Return a unit's VB in tkr that says this beside its table."""
    return report(
        id="r1", sections=(section("Ekonomi", id="s1", text=text(*sentence.split("\n")), tables=(made or sides(),)),)
    )


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Intäkterna blev 250 tkr lägre än budget.", "250", "350"),
        ("Intäkterna blev 250 tkr lägre än budget.", "lägre", "högre"),
        ("Intäkterna understiger budget med 250 tkr.", "understiger", "överstiger"),
        ("Enhetens intäkter uppgick till 950 tkr.", "950", "905"),
        ("Kostnaderna uppgår till 20,5 mnkr.", "20,5", "25,0"),
        ("Kostnaderna uppgår till 20 500 tkr, vilket är 700 tkr mindre än budgeterat.", "mindre", "mer"),
        ("Kostnaderna uppgår till 20 500 tkr, vilket är 700 tkr mindre än budgeterat.", "700", "600"),
        ("Utfallet för kostnaderna blev 20 500 tkr mot budgeterat 21 200 tkr.", "20 500", "21 200"),
        ("Utfallet för kostnaderna blev 20 500 tkr mot budgeterat 21 200 tkr.", "21 200", "21 400"),
        ("Under året uppgick kostnaderna till 20 500 tkr och intäkterna till 950 tkr.", "950", "590"),
        ("Intäkterna blev 250 tkr lägre och kostnaderna 700 tkr lägre än budget.", "700 tkr lägre", "700 tkr högre"),
        ("Kostnaderna är 700 tkr under budget.", "under", "över"),
        ("Kostnaderna är 700 tkr, eller 3,3 procent, lägre än budget.", "700", "800"),
        ("Avvikelsen för intäkterna är -250 tkr.", "250", "520"),
        ("Kostnaderna visar ett överskott om 700 tkr.", "överskott", "underskott"),
        ("Intäkterna visar en negativ avvikelse mot budget på 250 tkr.", "negativ", "positiv"),
        ("Budgeten för kostnaderna är 21 200 tkr.", "21 200", "20 500"),
        ("Kostnaderna visar ett överskott om 700 tkr.\nIntäkterna är 250 tkr lägre än budget.", "250", "280"),
    ],
)
def test_what_is_told_of_income_and_costs_is_what_their_rows_say(sentence, right, slip):
    assert codes(unit(sentence)) == []
    assert codes(unit(sentence.replace(right, slip, 1))) == ["EKO-412"]


@pytest.mark.parametrize(
    "sentence", ["Intäkterna är 250 tkr lägre än budget.", "Kostnaderna är 700 tkr lägre än budget."]
)
def test_more_and_less_are_those_of_the_amounts_whatever_sign_the_variance_has(sentence):
    turned = sides(("250", "-700", "-450"))
    assert codes(unit(sentence, turned)) == []
    assert codes(unit(sentence.replace("lägre", "högre"), turned)) == ["EKO-412"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kostnaderna för lokaler uppgår till 2 100 tkr.",
        "Kostnaderna uppgår till 2 100 tkr för lokaler.",
        "Kostnaderna är 3 100 tkr högre än 2023.",
        "Kostnaderna är 3 100 tkr högre än föregående år, men 700 tkr lägre än budget.",
        "Intäkterna från avgifter uppgår till 300 tkr.",
        "Intäkterna, exklusive statsbidrag, uppgår till 640 tkr.",
        "Intäkterna före jämkning uppgår till 990 tkr.",
        "Kostnaderna har ökat med 900 tkr.",
        "Övriga kostnader uppgår till 1 800 tkr.",
        "Personalkostnaderna är 900 tkr lägre än budget.",
        "Hyrorna är 90 tkr lägre och kostnaderna för städning 60 tkr högre än budget.",
        "Kostnaderna uppgick till 19 900 tkr 2023.",
        "Kostnaderna uppgår till mellan 20 000 och 21 000 tkr.",
        "Under våren var intäkterna 300 tkr lägre än budget.",
        "Kostnaderna per plats uppgår till 412 tkr.",
        "Intäkterna skulle ha blivit 100 tkr högre än budget utan avtalet.",
        "Nämndens kostnader uppgår till 1 205 mnkr.",
        "Nattjouren startade i mars. Kostnaderna är 180 tkr högre än budget.",
        "Nattjouren har haft många ärenden.\nKostnaderna är 580 tkr högre än budget.",
        "Kostnaderna var inte 800 tkr lägre än budget.",
        "Kostnaderna uppgår till 300 tkr och avser två utbildningar.",
    ],
)
def test_what_is_told_of_a_part_another_year_or_another_unit_is_let_be(sentence):
    assert codes(unit(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Enhetens budget är 20 000 tkr och utfallet 19 550 tkr.", "19 550", "19 650"),
        ("Enhetens budget är 20 000 tkr och utfallet 19 550 tkr.", "20 000", "20 400"),
        ("Enhetens nettobudget uppgår till 20,0 mnkr.", "20,0", "20,7"),
        ("Enhetens utfall blev 19 550 tkr.", "19 550", "19 055"),
    ],
)
def test_what_the_whole_budget_and_outcome_are_is_the_net(sentence, right, slip):
    assert codes(unit(sentence)) == []
    assert codes(unit(sentence.replace(right, slip, 1))) == ["EKO-413"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Enhetens budget är 19 800 tkr. Den höjdes i maj med 200 tkr.",
        "Enhetens budget var 19 400 tkr 2023.",
        "Enhetens budget för personal är 18 900 tkr.",
        "Enhetens budget är 21 200 tkr.",
        "Enhetens budget är 400 tkr större än förra året.",
        "Enhetens prognos var 19 700 tkr.",
        "Nämndens budget är 20 400 tkr.",
    ],
)
def test_another_budget_than_the_net_is_let_be(sentence):
    assert codes(unit(sentence)) == []


def committee(*paragraphs: str, title: str = "Driftbudget", kind: ReportKind = ReportKind.TERTIAL_2) -> Report:
    """Return a nämnd's report in mnkr: sums of its driftbudget, and a section below that says this."""
    heads = {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Prognos": ColumnRole.FORECAST}
    rows = [
        ("Avgifter", RowRole.INCOME, ["-42,0", "-27,1", "-41,0"]),
        ("Summa intäkter", RowRole.TOTAL_INCOME, ["-42,0", "-27,1", "-41,0"]),
        ("Personal", RowRole.COST, ["310,4", "201,6", "308,1"]),
        ("Summa kostnader", RowRole.TOTAL_COST, ["310,4", "201,6", "308,1"]),
    ]
    made = table(heads, rows, id="t1", unit=Unit.MNKR)
    below = section(title, id="s2", parent="s1", text=text(*paragraphs))
    sections = (section("Uppföljning av ekonomi", id="s1", tables=(made,)), below)
    return report(id="r1", sections=sections, kind=kind, level=OrganisationLevel.COMMITTEE)


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Nämndens kostnader uppgår till 201,6 mnkr.", "201,6", "210,6"),
        ("Nämndens kostnader beräknas uppgå till 308,1 mnkr.", "308,1", "318,1"),
        ("Prognosen för intäkterna är 41,0 mnkr, mot budgeterade 42,0 mnkr.", "41,0", "41,5"),
        ("Förvaltningens samlade intäkter väntas bli 41 mnkr.", "41 mnkr", "43 mnkr"),
    ],
)
def test_the_sums_of_a_committee_are_told_as_they_are(sentence, right, slip):
    assert codes(committee(sentence)) == []
    assert codes(committee(sentence.replace(right, slip, 1))) == ["EKO-412"]


@pytest.mark.parametrize("title", ["Äldreomsorg", "Äldreomsorg -1,2 mnkr", "Förskola"])
def test_costs_told_under_the_heading_of_an_area_are_the_areas(title):
    assert codes(committee("Kostnaderna väntas bli 61,0 mnkr.", title=title)) == []


def test_costs_told_under_a_subheading_are_those_of_what_it_names():
    assert codes(unit("## Öppna förskolan\nKostnaderna uppgår till 910 tkr.")) == []
    assert codes(unit("## Kommentar till utfallet\nKostnaderna uppgår till 20 600 tkr.")) == ["EKO-412"]


def test_which_of_two_tables_is_meant_is_not_guessed():
    rows = [("Kostnader", RowRole.COST, ["-900", "-880", "20"])]
    both = (sides(), table(HEADS, rows, id="t2", title="Projekt"))
    made = report(
        id="r1", sections=(section("Ekonomi", id="s1", text=text("Kostnaderna uppgår till 777 tkr."), tables=both),)
    )
    assert codes(made) == []


def test_what_is_told_below_a_table_is_of_that_table():
    rows = [("Kostnader", RowRole.COST, ["-900", "-880", "20"])]
    second = table(HEADS, rows, id="t2", title="Projekt", comment="Kostnaderna uppgår till 870 tkr.")
    made = report(id="r1", sections=(section("Ekonomi", id="s1", tables=(sides(), second)),))
    assert codes(made) == ["EKO-412"]


def areas(*paragraphs: str) -> Report:
    """Return a nämnd's T2 in mnkr with areas, costs by sort and investments."""
    heads = {"Bokslut 2023": ColumnRole.CLOSING, "Budget 2024": ColumnRole.BUDGET, "Prognos 2024": ColumnRole.FORECAST}
    made = [
        ("Barn och ungdom", RowRole.AREA, ["25,1", "26,0", "27,4", "-1,4"]),
        ("Äldreomsorg", RowRole.AREA, ["301,0", "310,5", "306,2", "4,3"]),
    ]
    bought = [("Inventarier och maskiner", RowRole.INVESTMENT, ["1,9", "2,0", "1,4", "0,6"])]
    tables = tuple(
        table(heads | {"Avvikelse": ColumnRole.VARIANCE}, rows, id=f"t{n}", unit=Unit.MNKR)
        for n, rows in enumerate((made, bought), 1)
    )
    sections = (section("Prognos", id="s1", text=text(*paragraphs), tables=tables),)
    return report(id="r1", kind=ReportKind.TERTIAL_2, level=OrganisationLevel.COMMITTEE, sections=sections)


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Budgeten för äldreomsorg är 310,5 mnkr.", "310,5", "315,0"),
        ("Budgeten för äldreomsorgen uppgår till 310,5 mnkr.", "310,5", "301,0"),
        ("Äldreomsorgens budget är drygt 310 mnkr.", "310", "330"),
        ("Äldreomsorg har en budget om 310,5 mnkr och en prognos på 306,2 mnkr.", "306,2", "308,2"),
        ("För äldreomsorgen är prognosen 306,2 mnkr, 4,3 mnkr under budget.", "306,2", "316,2"),
        ("Prognosen för äldreomsorg är 306,2 mnkr, vilket är 4,3 mnkr lägre än budget.", "4,3", "3,4"),
        ("Avvikelsen för barn och ungdom är -1,4 mnkr.", "1,4", "1,9"),
        ("Nämndens investeringsbudget 2024 för inventarier och maskiner uppgår till 2,0 mnkr.", "2,0", "2,5"),
        ("Budgeten för inventarier och maskiner är 2,0 mnkr, och prognosen 1,4 mnkr.", "1,4", "1,6"),
    ],
)
def test_what_is_told_of_a_named_row_stands_in_the_column_that_is_told(sentence, right, slip):
    assert codes(areas(sentence)) == []
    assert codes(areas(sentence.replace(right, slip, 1))) == ["EKO-413"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Budgeten för äldreomsorg var 299,0 mnkr 2022.",
        "Äldreomsorgens budget för hemtjänst är 120,0 mnkr.",
        "Budgeten för äldreomsorg höjs till 318,0 mnkr.",
        "Budgeten för äldreomsorg uppgick före justeringar till 308,0 mnkr.",
        "Öppen äldreomsorg har en budget på 12,0 mnkr.",
        "Äldreomsorgen kostar 311,4 mnkr brutto.",
        "Äldreomsorgen uppgår till 311,4 mnkr.",
        "Kostnaderna för äldreomsorg uppgår till 398,2 mnkr.",
        "Äldreomsorgens intäkter är 4,0 mnkr lägre än budget.",
        "Utfallet för äldreomsorg är 203,1 mnkr.",
        "Prognosen för barn och ungdom är -1,4 mnkr.",
        "Barn och ungdom har en budget på cirka 26 mnkr.",
        "Budgeten för barn och ungdomsmottagning är 24,0 mnkr.",
        "Om äldreomsorgen hade haft en budget på 315,0 mnkr hade den varit i balans.",
        "Äldreomsorgens budget är 310,5 mnkr, varav 190,0 mnkr är vårdboenden.",
        "Äldreomsorgens budget är 1,2 mnkr högre än 2023.",
        "Äldreomsorgens budget är 310 500 tkr.",
        "Av äldreomsorgens budget är 40,0 mnkr hyror.",
        "Inventarier och maskiner för 1,2 mnkr köptes in.",
    ],
)
def test_what_a_row_cannot_tell_of_is_let_be(sentence):
    assert codes(areas(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Personalkostnaderna är 12,4 mnkr.", "12,4", "14,2"),
        ("Kostnaderna för personal uppgår till 12,4 mnkr, vilket är 0,4 mnkr högre än budget.", "0,4", "0,6"),
        ("Personalkostnaderna är 0,4 mnkr högre än budget.", "högre", "lägre"),
        ("Avgifterna uppgick till 2,1 mnkr mot budgeterade 1,9 mnkr.", "1,9", "1,8"),
    ],
)
def test_costs_and_income_by_their_sort_are_those_of_their_table(sentence, right, slip):
    rows = [
        ("Avgifter", RowRole.INCOME, ["-1,9", "-2,1", "0,2"]),
        ("Personalkostnader" if "Personalk" in sentence else "Personal", RowRole.COST, ["12,0", "12,4", "-0,4"]),
        ("Lokaler", RowRole.COST, ["3,0", "2,9", "0,1"]),
    ]
    made = table(HEADS, rows, id="t1", unit=Unit.MNKR)
    assert codes(unit(sentence, made)) == []
    assert codes(unit(sentence.replace(right, slip, 1), made)) == ["EKO-413"]
    assert codes(unit(f"## Nattjouren\n{sentence.replace(right, slip, 1)}", made)) == []
