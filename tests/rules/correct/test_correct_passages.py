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
    phrases,
    plans,
    rows,
    school,
    sums,
    times,
    words,
)

from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

FAMILIES = (
    school,
    care,
    city,
    money,
    deeds,
    judgements,
    measures,
    times,
    people,
    links,
    rows,
    language,
    sums,
    plans,
    words,
    phrases,
)
APART = {"_acted", "_measured", "_partly", "_row"}
"""Grounds that hold one passage; the others take a page of them, each a paragraph, which also tries them together."""


def _pages():
    for family in FAMILIES:
        for number, (ground, passages) in enumerate(family.CASES):
            name = f"{family.__name__.rsplit('.', 1)[-1]}-{number}"
            if ground.func.__name__ in APART:
                yield from (pytest.param(ground, one, id=f"{name}-{one[:40]}") for one in passages)
            else:
                yield pytest.param(ground, "\n".join(passages), id=name)


@pytest.mark.parametrize(("ground", "passage"), list(_pages()))
def test_correct_passages_draw_no_remark(ground, passage):
    found = check(ground(passage), catalogue()).findings
    assert [f"{one.rule} {one.message} {[piece.quote for piece in one.evidence]}" for one in found] == []


def test_there_are_many_passages():
    told = {one for family in FAMILIES for _ground, passages in family.CASES for one in passages}
    assert len(told) > 500
