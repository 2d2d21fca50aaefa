"""Passages that are right draw no remark: reports of many nämnder, units and years, in words that could mislead a rule."""

from __future__ import annotations

import pytest
from tests.rules.correct.pages import FAMILIES, pages

from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


@pytest.mark.parametrize(("ground", "passage"), [pytest.param(ground, one, id=name) for name, ground, one in pages()])
def test_correct_passages_draw_no_remark(ground, passage):
    found = check(ground(passage), catalogue()).findings
    assert [f"{one.rule} {one.message} {[piece.quote for piece in one.evidence]}" for one in found] == []


def test_there_are_many_passages():
    told = {one for family in FAMILIES for _ground, passages in family.CASES for one in passages}
    assert len(told) > 500
