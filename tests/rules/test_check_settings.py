"""What the user sets for a review: how few persons make a small group, and words that are right."""

from __future__ import annotations

import pytest
from tests.rules.examples_texts import ABUSED, analysed, measured

from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.check_settings import CheckSettings, word_list
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(made, settings=None):
    rules = [rule for rule in CATALOGUE if rule.code in ("INT-103", "INT-104", "SPR-101")]
    return {finding.rule for finding in check(made, catalogue(), rules=rules, settings=settings).findings}


@pytest.mark.parametrize(
    "made",
    [
        measured(ABUSED, outcome="7 st"),
        analysed("Under året har sju barn placerats enligt LVU."),
        analysed("Under året har 9 barn placerats enligt LVU."),
        analysed("Av 19 personer varav 12 kvinnor var alla utsatta för våld."),
    ],
)
def test_a_higher_threshold_asks_about_larger_groups(made):
    assert not codes(made)
    assert codes(made, CheckSettings(small_group=10)) <= {"INT-103", "INT-104"}
    assert codes(made, CheckSettings(small_group=10))


def test_a_lower_threshold_passes_a_group_that_is_as_large():
    made = measured(ABUSED, outcome="3 st")
    assert codes(made) == {"INT-103"}
    assert not codes(made, CheckSettings(small_group=3))


def test_a_finding_says_the_threshold_that_holds():
    made = measured(ABUSED, outcome="7 st")
    findings = check(made, catalogue(), settings=CheckSettings(small_group=8)).findings
    assert any("Färre än 8 personer" in finding.message for finding in findings)


def test_a_word_of_the_users_own_is_right_in_all_its_forms():
    made = analysed("Brinkebolotsen mötte många, och vi följde brinkebolotsens råd.")
    assert codes(made) == {"SPR-101"}
    assert not codes(made, CheckSettings(own_words=frozenset({"brinkebolotsen"})))


def test_a_word_list_has_words_on_lines_and_lines_that_are_not_read():
    assert word_list(["# Våra ord", "Brinkebolotsen", "", "trygghetsvärd  fältlots"]) == {
        "brinkebolotsen",
        "trygghetsvärd",
        "fältlots",
    }
