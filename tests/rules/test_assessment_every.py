"""A goal that expects something of all is not reached in full where its analysis tells of some of them."""

from __future__ import annotations

import pytest
from tests.builders import goal, report

from avstamt.domain.goal import Assessment
from avstamt.rules.assessment_every import full_assessment_holds_for_all
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

EXPECTED = "Samtliga mottagningar har en plan för jämställdhet."


def codes(analysis: str, expected: str = EXPECTED, assessment: Assessment = Assessment.FULL) -> list[str]:
    """Return what is found where a goal that expects this has this analysis."""
    own = goal(id="g1", assessment=assessment, expected_result=expected, analysis=analysis)
    made = report(own, id="r1")
    return [one.rule for one in check(made, catalogue(), rules=(full_assessment_holds_for_all,)).findings]


@pytest.mark.parametrize(
    ("expected", "analysis"),
    [
        (EXPECTED, "Tre av fyra mottagningar har en plan för jämställdhet."),
        (EXPECTED, "Nu har 3 av våra 4 mottagningar antagit en plan."),
        ("Alla avdelningar dansar varje vecka.", "I våras uppgav 7 av 9 avdelningar att de dansar."),
    ],
)
def test_some_where_all_were_expected_are_found(expected, analysis):
    assert codes(analysis, expected) == ["BED-243"]


@pytest.mark.parametrize(
    "analysis",
    [
        "Fyra av fyra mottagningar har en plan för jämställdhet.",
        "Förra året hade tre av fyra mottagningar en plan för jämställdhet.",
        "Tre av fyra mottagningar har flyttat under året.",
        "Tre av fyra enheter har en plan för jämställdhet.",
        "Samtliga mottagningar har en plan, och tre av fyra mottagningar har reviderat den.",
        "En av planerna gäller mottagningar för unga.",
    ],
)
def test_what_is_no_shortfall_is_left_in_peace(analysis):
    assert codes(analysis) == []


def test_a_goal_that_is_reached_in_part_may_have_some():
    assert codes("Tre av fyra mottagningar har en plan för jämställdhet.", assessment=Assessment.PARTLY) == []
