"""Every finding of the rules about prose on the reports beside the project was read, and few were of no help."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path

import pytest
from tests.rules.test_seeds import results

from avstamt.rules.economy_text import ECONOMY_TEXT_RULES
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES

FOLDER = Path(__file__).parent.parent / "evaluation" / "readings"
CODES = {rule.code for rule in (*FIGURE_TEXT_RULES, *ECONOMY_TEXT_RULES)}
MOST_UNHELPFUL = 0.1


def readings():
    told = [one for name in ("text", "ekonomi") for one in json.loads((FOLDER / f"{name}.json").read_text("utf-8"))]
    return [one for one in told if one["rule"] in CODES]


def test_a_reading_is_of_a_rule_that_exists_and_says_why():
    assert readings()
    assert [one for one in readings() if not one["why"] or not one["report"] or not one["lines"]] == []


def test_at_most_one_finding_in_ten_of_a_rule_is_of_no_help():
    by_rule = defaultdict(list)
    for one in readings():
        by_rule[one["rule"]].append(one["helpful"])
    assert {rule for rule, helpful in by_rule.items() if helpful.count(False) > MOST_UNHELPFUL * len(helpful)} == set()


@pytest.mark.shared
def test_every_finding_on_the_seeds_has_been_read(seeds):
    found = defaultdict(int)
    for seed in seeds:
        for result in results(seed):
            for finding in result.findings:
                if finding.rule in CODES:
                    found[seed.stem, finding.rule] += 1
    read = defaultdict(int)
    for one in readings():
        read[one["report"], one["rule"]] += 1
    assert dict(found) == dict(read)
