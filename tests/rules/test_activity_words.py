"""What an activity's analysis says of its own verb and its own end."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, report

from avstamt.domain.goal import Assessment
from avstamt.rules.activity_deviations import what_does_not_go_as_planned_is_marked
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Rådet har inte inrättats, eftersom avtalet saknas.", True),
        ("Det har ännu inte inrättats.", True),
        ("Rådet kommer att vara klart i mars 2025.", True),
        ("Översynen kommer att slutföras under våren 2025.", True),
        ("Rådet har inrättats och har mötts två gånger.", False),
        ("Några råd har inte inrättats tidigare, men nu finns ett.", False),
        ("Rådet kommer att vara klart i november.", False),
        ("Uppföljningen av rådet kommer att färdigställas under våren 2025.", False),
        ("Rådet är klart, och lokalen kommer att tas i bruk 2025.", False),
    ],
)
def test_an_activity_whose_own_verb_is_denied_or_put_off_asks_for_the_flag(words, told):
    row = activity("Inrätta ett lokalt råd för trygghet", id="a1", analysis=words)
    made = report(goal(id="g1", assessment=Assessment.FULL, activities=(row,)))
    assert bool(check(made, catalogue(), rules=(what_does_not_go_as_planned_is_marked,)).findings) is told
