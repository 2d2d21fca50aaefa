"""Passages that are right draw no remark: reports of many nämnder, units and years, in words that could mislead a rule."""

from __future__ import annotations

import pytest
from tests.rules.correct import (
    care,
    city,
    deeds,
    judgements,
    language,
    links,
    measures,
    money,
    people,
    rows,
    school, sums, times,
    words,
)

from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

FAMILIES = (school, care, city, money, deeds, judgements, measures, times, people, links, rows, language, sums, words)
CASES = [
    pytest.param(ground, passage, id=f"{family.__name__.rsplit('.', 1)[-1]}-{number}-{passage[:40]}")
    for family in FAMILIES
    for number, (ground, passages) in enumerate(family.CASES)
    for passage in passages
]


@pytest.mark.parametrize(("ground", "passage"), CASES)
def test_a_correct_passage_draws_no_remark(ground, passage):
    found = [
        f"{one.rule} {one.message} {[piece.quote for piece in one.evidence]}"
        for one in check(ground(passage), catalogue()).findings
    ]
    assert found == []
