"""A plan's figures are held against each other as a report's are, in whichever field they stand."""

from __future__ import annotations

import pytest
from tests.builders import goal, report, section
from tests.rules.correct.pages import pages

from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.rules.engine import check
from avstamt.rules.figures_in_text import (
    change_in_text_is_that_of_its_ends,
    difference_of_shares_is_in_points,
    parts_in_text_make_their_whole,
)
from avstamt.templates.catalogue import catalogue

OWN_FIGURES = (
    difference_of_shares_is_in_points,
    parts_in_text_make_their_whole,
    change_in_text_is_that_of_its_ends,
)


def codes(made):
    return [one.rule for one in check(made, catalogue(), rules=OWN_FIGURES).findings]


def planned(field, words, level=GoalLevel.UNIT):
    own = goal("Verksamheten är trygg", level, id="g1", **{field: words})
    return report(own, id="r1", kind=ReportKind.PLAN, level=OrganisationLevel.UNIT)


@pytest.mark.parametrize("field", ["expected_result", "working_method", "resource_use", "follow_up", "development"])
def test_a_change_that_is_not_that_of_its_ends_is_found_in_every_field_of_a_goal(field):
    assert codes(planned(field, "Antalet fall ska minska med 20 procent, från 150 till 125.")) == ["TXT-113"]
    assert codes(planned(field, "Antalet fall ska minska med 20 procent, från 150 till 120.")) == []


def test_what_the_committee_wrote_is_not_for_the_unit_to_mend():
    assert (
        codes(planned("expected_result", "Fallen minskar med 20 procent, från 150 till 125.", GoalLevel.COMMITTEE))
        == []
    )


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("61 procent var nöjda, vilket är elva procent högre än 2023 då 50 procent var nöjda.", "TXT-107"),
        ("Enheten har 30 medarbetare, varav 18 kvinnor och 11 män.", "TXT-111"),
    ],
)
def test_a_section_of_a_plan_is_read_too(words, code):
    made = report(id="r1", kind=ReportKind.PLAN, sections=(section("Inledning", id="s1", text=words),))
    assert codes(made) == [code]


def test_no_correct_passage_draws_a_remark_in_a_plan():
    plans = [(one, ground(one).model_copy(update={"kind": ReportKind.PLAN})) for _name, ground, one in pages()]
    assert [(one, found) for one, made in plans if (found := codes(made))] == []
