"""The figures of one indicator row: men and women, shares, units, duplicates."""

from __future__ import annotations

import pytest
from tests.builders import indicator
from tests.rules.examples import with_goal, with_indicator

from avstamt.domain.finding import Level
from avstamt.domain.place import Place, value_at
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(report):
    return [finding.rule for finding in check(report, catalogue()).findings]


def only(report, code):
    (finding,) = [finding for finding in check(report, catalogue()).findings if finding.rule == code]
    return finding


def by_sex(name, total, men, women):
    return with_indicator(name, outcome=total, outcome_men=men, outcome_women=women)


@pytest.mark.parametrize(
    ("total", "men", "women"),
    [("174 st", "116 st", "58 st"), ("16 st", "12 st", "4 st"), ("20 st", "5 st", "15 st"), ("20", "5", "15")],
)
def test_right_sums_of_men_and_women_pass(total, men, women):
    assert "IND-102" not in codes(by_sex("Antal personer", total, men, women))


def test_a_wrong_sum_is_told_with_both_figures():
    finding = only(by_sex("Antal sommarjobb", "270 st", "125 st", "144 st"), "IND-102")
    assert finding.message == "Män och kvinnor blir tillsammans 269, men periodens utfall är 270."
    assert [evidence.quote for evidence in finding.evidence] == ["270 st", "125 st", "144 st"]
    assert finding.level is Level.ERROR


@pytest.mark.parametrize(
    ("name", "total", "men", "women"),
    [
        ("Aktivt Medskapandeindex", "83", "81", "83"),
        ("Antal barn per avdelning", "14", "15", "13"),
        ("Genomsnittligt antal besök", "7", "6", "8"),
        ("Köpt energi", "10 GWh", "4 GWh", "5 GWh"),
    ],
)
def test_what_is_no_count_is_not_added(name, total, men, women):
    assert "IND-102" not in codes(by_sex(name, total, men, women))


@pytest.mark.parametrize(
    ("total", "men", "women"),
    [
        ("0,07 %", "0,11 %", "0,02 %"),
        ("93 %", "90 %", "100 %"),
        ("58,82", "60 %", "57,14 %"),
        ("6,7 %", "0 %", "6,7 %"),
        ("1,9 %", "1,9 %", "1,9 %"),
        ("92 %", "92,4 %", "100 %"),
    ],
)
def test_a_share_between_men_and_women_passes(total, men, women):
    assert "IND-101" not in codes(by_sex("Andel nöjda", total, men, women))


@pytest.mark.parametrize(
    ("total", "men", "women", "level"),
    [
        ("96 %", "100 %", "100 %", Level.ERROR),
        ("79 %", "93 %", "100 %", Level.ERROR),
        ("15,5 %", "15,3 %", "15,4 %", Level.DEVIATION),
        ("92 %", "93 %", "100 %", Level.DEVIATION),
    ],
)
def test_a_share_outside_men_and_women_is_found_and_milder_where_rounding_comes_close(total, men, women, level):
    finding = only(by_sex("Andel nöjda", total, men, women), "IND-101")
    assert finding.level is level
    assert "analysen" in finding.advice


@pytest.mark.parametrize("value", ["99,93 %", "103 %", "-1 %"])
def test_what_is_no_part_of_a_whole_may_pass_100(value):
    assert "IND-103" not in codes(with_indicator("Nämndens budgetföljsamhet efter resultatöverföringar", outcome=value))


@pytest.mark.parametrize("value", ["100,1 %", "-3 %", "140"])
def test_a_share_outside_0_to_100_is_found_in_any_cell(value):
    assert only(with_indicator(target=value), "IND-103").place.name == "target"


def test_mixed_units_are_found_and_the_fix_writes_the_unit_of_the_outcome():
    report = with_indicator(
        "Antal personer", outcome="96 st", outcome_men="5 %", outcome_women="91 %", previous="129 st", target="100 st"
    )
    finding = only(report, "IND-104")
    assert finding.place == Place.parse("goals/g1/indicators/i1/outcome_men")
    mended = finding.fix.apply(report)
    assert value_at(mended, finding.place) == "5\u00a0st"
    assert not finding.fix.safe
    assert codes(mended) == []


@pytest.mark.parametrize(
    "cells",
    [
        {"outcome": "270", "target": "280 st"},
        {"outcome": "16 st", "target": "22 personer"},
        {"outcome": "2 GWh", "target": "1 900 MWh"},
        {"outcome": "12 st", "city_target": "81 %"},
        {"outcome": "2 kg CO2 per kg livsmedel", "target": "1,6 kg CO2e per kg"},
    ],
)
def test_units_that_can_stand_together_are_not_mixed(cells):
    assert "IND-104" not in codes(with_indicator("Antal platser", **cells))


def test_a_missing_unit_is_a_tip_with_a_safe_fix():
    report = with_indicator("Andel inköp", outcome="37,92", target="60 %")
    finding = only(report, "IND-105")
    assert finding.level is Level.TIP
    assert finding.fix.safe
    assert value_at(finding.fix.apply(report), finding.place) == "37,92\u00a0%"


def test_a_bare_nought_needs_no_unit():
    assert "IND-105" not in codes(with_indicator("Andel inköp", outcome="0", target="60 %", analysis="Inga inköp."))


def test_the_poorer_of_two_rows_is_the_one_to_go_whatever_their_order():
    full = indicator("Antal aspiranter", id="i2", outcome="16 st", outcome_men="12 st", outcome_women="4 st")
    poor = indicator("Antal  aspiranter.", id="i1", outcome="16 st")
    for rows in ((full, poor), (poor, full)):
        report = with_goal(indicators=rows)
        finding = only(report, "IND-301")
        assert finding.place.name == "i1"
        assert "saknar män/pojkar och kvinnor/flickor" in finding.message
        assert [row.id for row in finding.fix.apply(report).goals[0].indicators] == ["i2"]
        assert not finding.fix.safe


def test_two_rows_with_different_figures_are_an_error_without_a_fix():
    rows = (indicator("Antal besök", id="i1", outcome="16 st"), indicator("Antal besök", id="i2", outcome="45 st"))
    finding = only(with_goal(indicators=rows), "IND-301")
    assert finding.level is Level.ERROR
    assert finding.fix is None
    assert "16 st och 45 st" in finding.message


def test_a_row_with_an_analysis_of_its_own_is_never_removed_by_a_fix():
    rows = (
        indicator("Antal besök", id="i1", outcome="16 st", target="10 st"),
        indicator("Antal besök", id="i2", outcome="16 st", analysis="Fler kom på hösten."),
    )
    assert only(with_goal(indicators=rows), "IND-301").fix is None
