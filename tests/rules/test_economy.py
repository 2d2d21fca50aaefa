"""Sums, nets, variances, shares and heading amounts: wrong only beyond what rounding can give."""

from __future__ import annotations

import pytest
from tests.builders import report, result_table, section, table
from tests.rules.examples import with_table

from avstamt.domain.economy import ColumnRole as C
from avstamt.domain.economy import EconomyKind, Unit
from avstamt.domain.economy import RowRole as R
from avstamt.domain.finding import Level
from avstamt.domain.text import Run, SubHeading
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

FORECAST = {
    "Bokslut 2023": C.CLOSING,
    "Budget 2024": C.BUDGET,
    "Prognos 2024": C.FORECAST,
    "Avvikelse": C.VARIANCE,
    "Prestationsförändr.": C.PERFORMANCE,
    "Resultatöverföring": C.CARRIED_OVER,
    "Justerad avvikelse": C.ADJUSTED_VARIANCE,
}
AREAS = [
    ("Barn och ungdom", R.AREA, ["110,0", "137,5", "139,2", "-1,7", "", "", "-1,7"]),
    ("Jour- och rådgivande verksamhet", R.AREA, ["108,2", "88,2", "116,0", "-27,9", "25,0", "", "-2,9"]),
    ("Nyanlända", R.AREA, ["107,2", "98,7", "98,5", "0,2", "", "", "0,2"]),
    ("Nämnden totalt", R.TOTAL, ["325,5", "324,4", "353,8", "-29,4", "25,0", "0,0", "-4,4"]),
]
USED = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Förbrukn utf/budg": C.SHARE}
OPERATING = [
    ("Avgifter", R.INCOME, ["-78,8", "-24,5", "31,1%"]),
    ("Övriga intäkter", R.INCOME, ["-9,8", "-1,1", "10,9%"]),
    ("Försäljn explo, reavinst", R.INCOME, ["0,0", "-0,1", "0,0%"]),
    ("Summa intäkter", R.TOTAL_INCOME, ["-88,5", "-25,7", "29,0%"]),
    ("Personalkostnader", R.COST, ["875,6", "264,7", "30,2%"]),
    ("Kapitalkostnader", R.COST, ["5,1", "1,7", "33,0%"]),
    ("Finansiella kostnader", R.COST, ["", "", ""]),
    ("Summa kostnader", R.TOTAL_COST, ["880,7", "266,4", "30,2%"]),
    ("Netto", R.NET, ["792,1", "240,7", "30,4%"]),
]
PARTS = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}


SUBTOTALS = [
    ("Barn", R.AREA, ["1,0"]),
    ("Summa omsorg", R.AREA, ["1,0"]),
    ("Vuxna", R.AREA, ["2,0"]),
    ("Totalt", R.TOTAL, ["3,0"]),
]


def findings_of(made):
    """Return what the rules on economy tables find; a table alone lacks texts that other families ask for."""
    rules = [rule for rule in CATALOGUE if rule.code.startswith(("EKO-1", "EKO-2", "EKO-3"))]
    return check(made, catalogue(), rules=rules).findings


def told(made):
    return [(finding.rule, finding.place.name) for finding in findings_of(made)]


def changed(rows, label, column, text):
    """Return the rows with one cell written anew."""
    return [
        (name, role, [text if at == column and name == label else cell for at, cell in enumerate(cells)])
        for name, role, cells in rows
    ]


def test_rounding_differences_of_a_tenth_are_no_errors():
    assert told(with_table(FORECAST, AREAS)) == []
    assert told(with_table(USED, OPERATING)) == []


@pytest.mark.parametrize(
    ("label", "column", "text", "rules"),
    [
        ("Nämnden totalt", 1, "326,4", {"EKO-101", "EKO-201"}),
        ("Nyanlända", 2, "97,5", {"EKO-101", "EKO-201"}),
        ("Nyanlända", 0, "170,2", {"EKO-101"}),
        ("Nyanlända", 3, "0,8", {"EKO-101", "EKO-201", "EKO-202"}),
        ("Nyanlända", 3, "-0,2", {"EKO-101", "EKO-201", "EKO-202"}),
        ("Jour- och rådgivande verksamhet", 6, "2,9", {"EKO-101", "EKO-202"}),
    ],
)
def test_a_slip_in_the_forecast_table_is_found(label, column, text, rules):
    assert {rule for rule, _cell in told(with_table(FORECAST, changed(AREAS, label, column, text)))} == rules


@pytest.mark.parametrize(
    ("label", "column", "text", "rules"),
    [
        ("Personalkostnader", 1, "274,7", {"EKO-101", "EKO-203"}),
        ("Personalkostnader", 2, "32,0%", {"EKO-203"}),
        ("Netto", 0, "729,1", {"EKO-102", "EKO-203"}),
        ("Summa intäkter", 0, "-98,5", {"EKO-101", "EKO-102", "EKO-203"}),
        ("Avgifter", 0, "78,8", {"EKO-101", "EKO-203"}),
    ],
)
def test_a_slip_in_the_operating_budget_is_found(label, column, text, rules):
    assert {rule for rule, _cell in told(with_table(USED, changed(OPERATING, label, column, text)))} == rules


def test_a_sum_is_told_with_both_figures_and_its_column():
    made = with_table(
        {"Budget 2024": C.BUDGET}, [("A", R.AREA, ["1,0"]), ("B", R.AREA, ["2,0"]), ("Totalt", R.TOTAL, ["4,0"])]
    )
    (finding,) = findings_of(made)
    assert finding.message == (
        "Raderna blir tillsammans 3,0, men Totalt är 4,0 i kolumnen Budget 2024. Skillnaden är större än avrundning kan ge."
    )
    assert [evidence.quote for evidence in finding.evidence] == ["4,0", "1,0", "2,0"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Intäkter", R.INCOME, ["0", "100", "100"]), ("Kostnader", R.COST, ["-1 000", "-800", "200"]),
         ("Netto (tkr)", R.NET, ["-1 000", "-700", "300"])],
        [("Intäkter", R.INCOME, ["500", "600", "100"]), ("Kostnader", R.COST, ["1 000", "800", "200"]),
         ("Netto", R.NET, ["500", "200", "300"])],
        [("Intäkter", R.INCOME, ["-500", "-600", "100"]), ("Kostnader", R.COST, ["1 000", "800", "200"]),
         ("Netto", R.NET, ["500", "200", "300"])],
        [("Intäkter", R.INCOME, ["-21 008", "", ""]), ("Lön", R.COST, ["12 123", "", ""]),
         ("Övriga kostnader", R.COST, ["7 015", "", ""]), ("TOTALT", R.TOTAL, ["-1 870", "", ""])],
        [("Intäkter", R.INCOME, ["–", "-", "0"]), ("Kostnader", R.COST, ["100", "90", "10"]), ("Netto", R.NET, ["100", "90", "10"])],
    ],
)  # fmt: skip
def test_every_usual_sign_convention_passes(rows):
    assert told(with_table(PARTS, rows)) == []


@pytest.mark.parametrize("cell", [(2, 0, "-8 060"), (2, 1, "8 400"), (1, 2, "250"), (0, 2, "500")])
def test_a_slip_in_a_result_table_is_found(cell):
    right = result_table(id="t1")
    row_at, column_at, text = cell
    rows = list(right.rows)
    cells = list(rows[row_at].cells)
    cells[column_at] = cells[column_at].model_copy(update={"text": text})
    rows[row_at] = rows[row_at].model_copy(update={"cells": tuple(cells)})
    wrong = right.model_copy(update={"rows": tuple(rows)})
    assert told(report(sections=(section(tables=(right,)),))) == []
    assert told(report(sections=(section(tables=(wrong,)),)))


def test_a_part_of_another_row_is_not_added():
    rows = [("Lön", R.COST, ["100"]), ("varav vikarier", R.COST, ["40"]), ("Summa kostnader", R.TOTAL_COST, ["100"])]
    assert told(with_table({"Budget": C.BUDGET}, rows)) == []


def test_a_table_with_a_row_of_unknown_role_is_not_judged_but_counted_as_untried():
    rows = [("Lön", R.COST, ["100"]), ("Okänt", R.OTHER, ["40"]), ("Summa kostnader", R.TOTAL_COST, ["140"])]
    result = check(with_table({"Budget": C.BUDGET}, rows), catalogue())
    assert result.findings == ()
    assert (result.coverage.tried, result.coverage.total) == (0, 1)


def test_words_in_a_cell_make_it_untried():
    rows = [("A", R.AREA, ["10"]), ("B", R.AREA, ["se bilaga"]), ("Totalt", R.TOTAL, ["30"])]
    result = check(with_table({"Budget": C.BUDGET}, rows), catalogue())
    assert result.findings == ()
    assert result.coverage.sentence.startswith("0 av 1 samband")


def test_investments_with_empty_rows_pass():
    columns = {"Budget 2024": C.BUDGET, "Prognos T1 2024": C.FORECAST, "Avvikelse": C.VARIANCE}
    rows = [
        ("Parkinvesteringar", R.INVESTMENT, ["", "", ""]),
        ("Inventarier och maskiner", R.INVESTMENT, ["2,0", "2,0", "0,0"]),
        ("Totalt", R.TOTAL, ["2,0", "2,0", "0,0"]),
    ]
    assert told(with_table(columns, rows)) == []


def headed(title=None, unit=Unit.MNKR):
    """Return a report with the forecast table and a section with this heading."""
    made = table(FORECAST, AREAS, kind=EconomyKind.FORECAST, unit=unit, id="t1", corner="Verksamhetsområde, mnkr")
    sections = () if title is None else (section(title, parent="s1"),)
    return report(sections=(section("Prognos", id="s1", tables=(made,)), *sections))


@pytest.mark.parametrize(
    "title",
    [
        "Barn och ungdom -1,7 mnkr",
        "Barn och ungdom −1,7 mnkr",
        "Jour och rådgivande verksamhet -2,9 mnkr",
        "Jour- och rådgivande verksamhet -27,9 mnkr",
        "Nyanlända +0,2 mnkr",
        "Nyanlända 200 tkr",
        "Hemlöshet ±0 mnkr",
        "Investeringar 2024",
    ],
)
def test_a_heading_amount_that_is_in_the_table_or_has_no_row_passes(title):
    assert told(headed(title)) == []


@pytest.mark.parametrize(
    "title", ["Barn och ungdom -1,8 mnkr", "Barn och ungdom +1,7 mnkr", "Nyanlända ±0 mnkr", "Nyanlända 20 tkr"]
)
def test_a_heading_amount_that_differs_from_its_row_is_found(title):
    assert told(headed(title)) == [("EKO-301", "title")]


def test_a_sub_heading_in_the_text_is_read_too():
    made = headed()
    heading = SubHeading(id="b1", runs=(Run(text="Barn och ungdom -2,7 mnkr"),))
    first = made.sections[0]
    text = first.text.model_copy(update={"blocks": (heading,)})
    wrong = made.model_copy(update={"sections": (first.model_copy(update={"text": text}),)})
    (finding,) = findings_of(wrong)
    assert finding.level is Level.ERROR
    assert (
        finding.message == "Rubriken säger −2,7\u00a0mnkr, men raden ’Barn och ungdom’ har avvikelsen −1,7\u00a0mnkr."
    )


def test_the_unit_is_read_from_the_corner_where_the_table_has_none():
    assert told(headed("Barn och ungdom -1,8 mnkr", unit=Unit.NONE)) == [("EKO-301", "title")]


def test_a_column_without_a_head_is_added_and_one_with_an_unknown_head_is_not():
    rows = [("Intäkter", R.INCOME, ["-21 008"]), ("Lön", R.COST, ["12 123"]), ("TOTALT", R.TOTAL, ["-8 000 överskott"])]
    (finding,) = findings_of(with_table({"": C.OTHER}, rows))
    assert "−8\u00a0885" in finding.message
    assert told(with_table({"Antal anställda": C.OTHER}, rows)) == []


def test_a_total_that_no_column_makes_is_told_once_and_not_as_an_error():
    rows = [row for row in AREAS if row[0] != "Nyanlända"]
    findings = findings_of(with_table(FORECAST, rows))
    assert [(finding.rule, finding.level) for finding in findings] == [("EKO-101", Level.DEVIATION)]
    assert "en rad saknas" in findings[0].message


def test_a_sum_among_the_parts_is_not_counted_twice():
    assert told(with_table({"Budget": C.BUDGET}, SUBTOTALS)) == []


def test_the_variance_may_be_against_outcome_where_a_forecast_is_printed_too():
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Prognos": C.FORECAST, "Avvikelse": C.VARIANCE}
    rows = [(name, R.AREA, ["10,0", "8,0", "11,0", "2,0"]) for name in "ABC"]
    assert told(with_table(columns, rows)) == []


def test_a_table_in_which_most_variances_fit_nothing_is_not_judged():
    columns = {"Budget": C.BUDGET, "Prognos": C.FORECAST, "Avvikelse": C.VARIANCE}
    rows = [(name, R.AREA, ["10,0", "8,0", "5,0"]) for name in "ABC"]
    result = check(with_table(columns, rows), catalogue())
    assert result.findings == ()
    assert (result.coverage.tried, result.coverage.total) == (0, 3)


def test_a_variance_in_per_cent_is_no_difference():
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}
    assert told(with_table(columns, [("A", R.AREA, ["10,0", "8,0", "20 %"])])) == []


def test_a_heading_without_a_sign_may_tell_the_areas_budget():
    assert told(headed("Barn och ungdom 137,5 mnkr")) == []
    assert told(headed("Barn och ungdom +137,5 mnkr")) == [("EKO-301", "title")]


def test_every_text_that_gives_an_amount_to_an_empty_row_is_told_whichever_comes_first():
    made = table({"Budget": C.BUDGET}, [("Klimatinvesteringar", R.INVESTMENT, [""])], id="t1", unit=Unit.MNKR)
    parts = [
        section("Investeringar", text="Nämnden har fått 3,0 mnkr till klimatinvesteringar.", id="s1", tables=(made,)),
        section("Miljö", text="Under året gick 2,5 mnkr till klimatinvesteringar.", id="s2"),
    ]
    for order in (parts, parts[::-1]):
        findings = check(report(sections=tuple(order)), catalogue()).findings
        assert {finding.place.path[1] for finding in findings if finding.rule == "EKO-409"} == {"s1", "s2"}
