"""Targets in expected results: aims of a part, of a place or of another year are none of the indicator's."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report

from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.targets_in_aims import target_in_an_aim_is_that_of_the_table
from avstamt.templates.catalogue import catalogue


def codes(result: str) -> list[str]:
    """Return what is found where a goal with sick leave (target 6,5 %) expects this."""
    own = goal(id="g1", expected_result=result, indicators=(indicator("Sjukfrånvaro", id="i1", target="6,5 %"),))
    made = report(own, id="r1", kind=ReportKind.PLAN)
    return [one.rule for one in check(made, catalogue(), rules=(target_in_an_aim_is_that_of_the_table,)).findings]


def test_another_figure_than_the_target_is_found():
    assert codes("Sjukfrånvaron är högst 6,5 procent.") == []
    assert codes("Sjukfrånvaron är högst 5,6 procent.") == ["TXT-117"]


@pytest.mark.parametrize(
    "result",
    [
        "Sjukfrånvaron inom hemtjänsten är högst 8 procent.",
        "Sjukfrånvaron är högst 6 procent 2027.",
        "Den korta sjukfrånvaron är högst 2 procent.",
    ],
)
def test_an_aim_of_a_part_or_of_another_year_is_left_in_peace(result):
    assert codes(result) == []


def of_the_food(result: str) -> list[str]:
    """Return what is found where a goal with a share (target 70 %) expects this."""
    row = indicator("Andel boende som tycker att maten smakar bra", id="i1", target="70 %")
    made = report(goal(id="g1", expected_result=result, indicators=(row,)), id="r1", kind=ReportKind.PLAN)
    return [one.rule for one in check(made, catalogue(), rules=(target_in_an_aim_is_that_of_the_table,)).findings]


def test_a_share_that_opens_an_expected_result_is_a_target_too():
    assert of_the_food("75 procent av de boende tycker att maten smakar bra.") == ["TXT-117"]
    assert of_the_food("70 procent av de boende tycker att maten smakar bra.") == []


@pytest.mark.parametrize(
    "result",
    [
        "75 procent av de boende äter i matsalen.",
        "Maten smakar bra. 75 procent av råvarorna är ekologiska.",
        "Fler boende än 2023, 65 procent, tycker att maten smakar bra.",
        "75 procent av de boende tycker att maten smakar bra 2027.",
    ],
)
def test_a_share_of_something_else_or_of_another_year_is_left_in_peace(result):
    assert of_the_food(result) == []


def of_the_waste(result: str) -> list[str]:
    """Return what is found where a goal with food waste (target 40 gram per portion) expects this."""
    row = indicator("Matsvinn, gram per portion", id="i1", target="40")
    own = goal(id="g1", expected_result=result, indicators=(row,))
    made = report(own, id="r1", kind=ReportKind.PLAN)
    return [one.rule for one in check(made, catalogue(), rules=(target_in_an_aim_is_that_of_the_table,)).findings]


def test_a_figure_in_the_indicators_own_measure_is_held_to_its_target():
    assert of_the_waste("Matsvinnet är högst 40 gram per portion.") == []
    assert of_the_waste("Matsvinnet är högst 45 gram per portion.") == ["TXT-117"]


@pytest.mark.parametrize(
    "result",
    [
        "Matsvinnet är högst 4 ton per år.",
        "Matsvinnet minskar, och varje portion innehåller minst 90 gram grönsaker.",
        "Såserna har högst 8 gram socker per portion.",
        "Matsvinnet på avdelningen Eken är högst 45 gram per portion.",
    ],
)
def test_a_figure_of_another_measure_is_left_in_peace(result):
    assert of_the_waste(result) == []
