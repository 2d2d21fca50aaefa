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
