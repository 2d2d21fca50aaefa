"""Every finding on the real reports has been read by one who did not write the rules, and few are of no help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.conftest import SHARED
from tests.evaluation.precision import (
    DOUBT,
    ENOUGH,
    MOST_UNHELPFUL,
    NO,
    YES,
    Seen,
    paired,
    precision_json,
    precision_text,
    readings,
    seen,
    tallies,
)

from avstamt.domain.finding import Level
from avstamt.rules.catalogue import CATALOGUE
from avstamt.templates.catalogue import catalogue

FINDING = Seen("plan", "SPR-101", Level.TIP, "Ordet finns inte.", (4, 5), ("vandrahem", "ett vandrahem i Farsta"))
READING = {"report": "plan", "rule": "SPR-101", "lines": [4], "quote": "vandrahem", "reader": YES, "note": "Felstavat."}


@pytest.fixture(scope="module")
def pairs():
    if not list((SHARED / "seeds").glob("*.txt")):
        pytest.skip("De verkliga rapporterna finns inte bredvid projektet (../shared/seeds).")
    return paired(list(seen(SHARED / "seeds", catalogue())), readings())


def test_a_reading_is_of_a_finding_on_its_lines_with_its_words():
    assert paired([FINDING], [READING]) == [(FINDING, READING)]
    for other in ({"lines": [9]}, {"quote": "härbärge"}, {"report": "berättelse"}, {"rule": "SPR-102"}):
        assert paired([FINDING], [READING | other]) == [(FINDING, None)]


def test_a_reading_serves_one_finding():
    assert [one for _finding, one in paired([FINDING, FINDING], [READING])] == [READING, None]


def test_what_has_no_reading_is_printed():
    told = paired([FINDING, replace(FINDING, lines=(8,))], [READING])
    assert precision_json(told)["rule"]["SPR-101"] == {
        "findings": 2,
        "read": 1,
        YES: 1,
        DOUBT: 0,
        NO: 0,
        "unhelpful": 0.0,
    }
    assert [one["lines"] for one in precision_json(told)["unread"]] == [(8,)]
    assert "  plan rad 8 [SPR-101] Ordet finns inte." in list(precision_text(told))


def test_every_reading_names_a_rule_that_exists_and_says_why():
    codes = {rule.code for rule in CATALOGUE}
    assert [
        one
        for one in readings()
        if one["rule"] not in codes or one["reader"] not in (YES, DOUBT, NO) or not one["note"] or not one["why"]
    ] == []


@pytest.mark.shared
def test_every_finding_has_been_read(pairs):
    assert [f"{finding.report} {finding.rule} {finding.message}" for finding, one in pairs if one is None] == []


@pytest.mark.shared
def test_nothing_at_level_fel_is_of_no_help_or_in_doubt(pairs):
    assert [one for finding, one in pairs if one and finding.level is Level.ERROR and one["reader"] != YES] == []


@pytest.mark.shared
def test_no_rule_is_of_no_help_more_than_once_in_ten(pairs):
    read = {rule: tally for rule, tally in tallies(pairs, "rule").items() if tally.read >= ENOUGH}
    assert read
    assert {rule: tally.unhelpful for rule, tally in read.items() if tally.unhelpful > MOST_UNHELPFUL} == {}


@pytest.mark.shared
def test_findings_are_of_no_help_at_most_once_in_ten_and_in_doubt_seldom(pairs):
    (tally,) = tallies(pairs, "all").values()
    assert tally.unhelpful <= MOST_UNHELPFUL
    assert tally.judged[NO] + tally.judged[DOUBT] <= MOST_UNHELPFUL * tally.read
