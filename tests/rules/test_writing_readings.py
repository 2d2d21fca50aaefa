"""What a person read and judged of the language findings: each rule is helpful nine times in ten, nothing is unread."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
from tests.conftest import shared_seeds

from avstamt.domain.finding import Level
from avstamt.domain.place import value_at
from avstamt.domain.text import block_text
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.rules.writing import WRITING_RULES
from avstamt.templates.catalogue import catalogue

READINGS = Path(__file__).parent.parent / "evaluation" / "readings" / "sprak.json"
ENOUGH = 0.9


@lru_cache
def readings():
    return json.loads(READINGS.read_text("utf-8"))


def test_every_reading_names_a_rule_of_the_family_and_says_why():
    codes = {rule.code for rule in WRITING_RULES}
    assert [one for one in readings() if one["rule"] not in codes or not one["why"] or not one["report"]] == []


def test_every_rule_is_helpful_nine_times_in_ten():
    judged = defaultdict(list)
    for one in readings():
        judged[one["rule"]].append(one["helpful"])
    assert {rule: sum(each) / len(each) for rule, each in judged.items() if sum(each) < ENOUGH * len(each)} == {}


def test_language_is_never_more_than_a_tip():
    assert {rule.level for rule in WRITING_RULES} == {Level.TIP}


@pytest.mark.shared
@pytest.mark.parametrize("seed", shared_seeds(), ids=lambda path: path.stem)
def test_every_finding_on_a_seed_has_been_read(seed):
    read = {(one["rule"], one["quote"]) for one in readings() if one["report"] == seed.stem}
    for made in read_text(seed.read_text("utf-8"), seed.name, catalogue()):
        for finding in check(made.report, catalogue(), rules=WRITING_RULES).findings:
            value = value_at(made.report, finding.place.whole)
            text = value if isinstance(value, str) else block_text(value)
            pointed = text[slice(*finding.place.span)]
            assert any(rule == finding.rule and pointed.startswith(quote) for rule, quote in read), finding
