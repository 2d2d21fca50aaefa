"""What a goal expects to be high or low is held against the årsmål of the indicator that it speaks of."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, text

from avstamt.domain.goal import Assessment
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(expected: str, outcome: str, name: str = "Andel ekologiska livsmedel", target: str = "60 %") -> set[str]:
    row = indicator(name, id="i1", outcome=outcome, target=target, analysis="Se analysen av målet.")
    below = goal(
        "Maten är god",
        id="g1",
        assessment=Assessment.FULL,
        expected_result=expected,
        indicators=(row,),
        analysis=text("Köket har fler rätter."),
    )
    return {one.rule for one in check(report(below, id="r1"), catalogue(), slow=False).findings}


@pytest.mark.parametrize(
    ("expected", "outcome", "told"),
    [
        ("Enheten har en hög andel ekologiska livsmedel.", "38 %", True),
        ("Enheten har en hög andel ekologiska livsmedel.", "37,92", True),
        ("Enheten har en hög andel ekologiska livsmedel.", "62 %", False),
        ("Enheten har en hög andel ekologiska livsmedel på sikt.", "38 %", False),
        ("Enheten har en stor andel nöjda gäster.", "38 %", False),
        ("Enheten har en låg andel ekologiska livsmedel.", "38 %", False),
        ("Maten är god och vällagad.", "38 %", False),
    ],
)
def test_a_share_that_is_to_be_high_reaches_its_target(expected, outcome, told):
    assert ("BED-241" in codes(expected, outcome)) is told


@pytest.mark.parametrize(("outcome", "told"), [("9,1 %", True), ("5,9 %", False)])
def test_an_absence_that_is_to_be_low_keeps_below_its_target(outcome, told):
    found = codes("Sjukfrånvaron ligger på en sund nivå.", outcome, "Sjukfrånvaro", "6,5 %")
    assert ("BED-241" in found) is told
