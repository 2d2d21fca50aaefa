"""What a person read and judged of the findings on texts: each rule is helpful nine times in ten, and nothing is unread."""

from __future__ import annotations

import json
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

import pytest
from tests.conftest import shared_seeds

from avstamt.domain.finding import Level
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue

READINGS = Path(__file__).parent.parent / "evaluation" / "readings"
FAMILIES = {"upprepning": "UPP", "lucka": "LUC", "integritet": "INT", "tid": "TID"}
ENOUGH = 0.9


@lru_cache
def readings():
    read = {family: json.loads((READINGS / f"{family}.json").read_text("utf-8")) for family in FAMILIES}
    return [(family, one) for family, judged in read.items() for one in judged]


def test_every_reading_names_a_rule_of_its_family_and_says_why():
    codes = {rule.code for rule in TEXT_RULES}
    for family, one in readings():
        assert one["rule"] in codes
        assert one["rule"].startswith(FAMILIES[family])
        assert one["report"]
        assert one["why"]


def test_every_rule_is_helpful_nine_times_in_ten():
    judged = defaultdict(list)
    for _family, one in readings():
        judged[one["rule"]].append(one["helpful"])
    assert {rule: sum(each) / len(each) for rule, each in judged.items() if sum(each) < ENOUGH * len(each)} == {}


def test_nothing_unhelpful_is_called_an_error():
    errors = {rule.code for rule in TEXT_RULES if rule.level is Level.ERROR}
    assert not [one for _family, one in readings() if one["rule"] in errors and not one["helpful"]]


@pytest.mark.shared
@pytest.mark.parametrize("seed", shared_seeds(), ids=lambda path: path.stem)
def test_every_finding_on_a_seed_has_been_read(seed):
    known = [(one["rule"], one["quote"]) for _family, one in readings() if one["report"] == seed.stem]
    for made in read_text(seed.read_text("utf-8"), seed.name, catalogue()):
        for finding in check(made.report, catalogue(), rules=TEXT_RULES).findings:
            quotes = " ".join(evidence.quote for evidence in finding.evidence)
            assert any(rule == finding.rule and quote in quotes for rule, quote in known), finding
