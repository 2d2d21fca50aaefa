"""The goal tree: parents exist, branches move and go as a whole."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from tests.builders import goal, report, rich_report
from tests.strategies import reports

from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.place import Place, PlaceError, ValueRefused
from avstamt.domain.report import Report, ancestors, children_of, preorder
from avstamt.domain.tree import branch, under_parent, without_branch

SLOW_OK = settings(
    max_examples=20, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None
)


@given(reports())
@SLOW_OK
def test_preorder_meets_every_goal_once_and_parents_first(made: Report):
    met = [node.id for node, _depth in preorder(made.goals)]
    assert sorted(met) == sorted(node.id for node in made.goals)
    assert all(met.index(node.parent) < met.index(node.id) for node in made.goals if node.parent)


@given(reports(), st.data())
@SLOW_OK
def test_a_branch_goes_as_a_whole(made: Report, data):
    if not made.goals:
        return
    place = Place.of("goals", data.draw(st.sampled_from(made.goals)).id)
    gone = {node.id for node in branch(made, place)}
    assert {node.id for node in made.goals} - {node.id for node in without_branch(made, place).goals} == gone


@given(reports(), st.data())
@SLOW_OK
def test_a_branch_moved_keeps_its_goals_and_their_content(made: Report, data):
    if not made.goals:
        return
    top = data.draw(st.sampled_from(made.goals))
    place = Place.of("goals", top.id)
    outside = [node.id for node in made.goals if node not in branch(made, place)]
    parent = data.draw(st.none() | st.sampled_from(outside or [None]))
    moved = under_parent(made, place, parent, None)
    assert {(node.id, node.title) for node in moved.goals} == {(node.id, node.title) for node in made.goals}
    assert children_of(moved.goals, parent)[-1].id == top.id


def test_a_branch_cannot_move_into_itself():
    with pytest.raises(ValueRefused, match="in i sig själv"):
        under_parent(rich_report(), Place.of("goals", "g1"), "g3", None)


def test_a_branch_that_is_not_there_is_said():
    with pytest.raises(PlaceError):
        without_branch(rich_report(), Place.of("goals", "g9"))
    with pytest.raises(PlaceError):
        without_branch(rich_report(), Place.of("goals", "g3", "activities", "a1"))


def test_sections_move_as_goals_do():
    made = under_parent(rich_report(), Place.of("sections", "s4"), None, "s1")
    assert [node.id for node, _depth in preorder(made.sections)] == ["s4", "s1", "s2", "s3", "s5"]


def test_ancestors_come_nearest_first():
    made = rich_report()
    assert [node.id for node in ancestors(made.goals, made.goals[2])] == ["g2", "g1"]


@pytest.mark.parametrize(
    ("goals", "why"),
    [
        ([goal(id="g1"), goal(id="g1")], "två gånger"),
        ([goal(id="g1", parent="g9")], "inte finns"),
        ([goal(id="g1", parent="g2"), goal(id="g2", parent="g1")], "sig självt"),
    ],
)
def test_a_tree_that_does_not_hang_together_is_no_report(goals: list[Goal], why: str):
    with pytest.raises(ValidationError, match=why):
        report(*goals)


def test_the_four_levels_lie_in_order():
    assert [level.depth for level in GoalLevel] == [0, 1, 2, 3]
