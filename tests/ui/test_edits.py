"""Adding, removing and moving parts: pure, and never breaking the tree."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import goal, report, rich_report, section

from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.templates.catalogue import catalogue
from avstamt.ui import edits

G1, G2, G3 = (Place.of("goals", name) for name in ("g1", "g2", "g3"))


def ids(nodes) -> list[str]:
    return [node.id for node in nodes]


def family():
    return report(
        goal("A", GoalLevel.AREA, id="a", number="1.1"),
        goal("A1", id="a1", parent="a"),
        goal("A2", id="a2", parent="a"),
        goal("A3", id="a3", parent="a"),
        goal("B", GoalLevel.AREA, id="b", number="1.2"),
        id="r1",
        sections=(),
    )


def test_a_goal_moves_past_its_siblings_with_all_below_it():
    moved = edits.moved(family(), Place.of("goals", "b"), -1)
    assert ids(moved.goals) == ["b", "a", "a1", "a2", "a3"]


def test_a_goal_moves_one_step_among_its_siblings():
    assert ids(edits.moved(family(), Place.of("goals", "a2"), -1).goals)[1:4] == ["a2", "a1", "a3"]
    assert ids(edits.moved(family(), Place.of("goals", "a2"), 1).goals)[1:4] == ["a1", "a3", "a2"]


def test_the_first_and_last_stay_where_they_are():
    assert edits.moved(family(), Place.of("goals", "a1"), -1) == family()
    assert edits.moved(family(), Place.of("goals", "a3"), 1) == family()


@settings(max_examples=30)
@given(st.sampled_from(["a", "a1", "a2", "a3", "b"]), st.sampled_from([-1, 1]))
def test_a_move_and_its_opposite_cancel_out(name, step):
    start = family()
    place = Place.of("goals", name)
    there = edits.moved(start, place, step)
    assert there == start or edits.moved(there, place, -step) == start


def test_removing_a_goal_takes_what_is_below_it():
    assert ids(edits.without_node(family(), Place.of("goals", "a")).goals) == ["b"]


def test_removing_a_row_takes_only_the_row():
    left = edits.without_node(rich_report(), Place.of("goals", "g2", "indicators", "i1"))
    assert left.goals[1].indicators == ()
    assert ids(left.goals) == ["g1", "g2", "g3"]


def test_an_area_goal_gets_the_number_after_its_siblings():
    assert edits.next_number(family(), GoalLevel.AREA, None) == "3"
    assert edits.next_number(rich_report(), GoalLevel.AREA, rich_report().goals[0]) == "1.4"
    assert edits.next_number(rich_report(), GoalLevel.UNIT, rich_report().goals[1]) == ""


def test_a_new_goal_has_the_headings_of_its_template():
    template = catalogue().template(ReportKind.PLAN, OrganisationLevel.UNIT, 2025)
    made = edits.new_goal(template, GoalLevel.UNIT, None, "")
    assert made.working_method is not None
    assert made.analysis is None


def test_only_deeper_levels_may_stand_below_a_goal():
    area = rich_report().goals[1]
    assert edits.goal_levels_below(rich_report(), area) == (GoalLevel.COMMITTEE, GoalLevel.UNIT)
    of_committee = report(rich_report().goals[0], area, level=OrganisationLevel.COMMITTEE)
    assert edits.goal_levels_below(of_committee, area) == (GoalLevel.COMMITTEE,)
    assert edits.goal_levels_below(rich_report(), rich_report().goals[2]) == ()


def test_a_new_section_stands_after_the_chosen_one():
    made = edits.with_section(rich_report(), section("Ny", id="ny"), "s1")
    assert ids(made.sections)[:2] == ["s1", "ny"]
    assert ids(edits.with_goal(family(), goal("A4", id="a4", parent="a")).goals) == ["a", "a1", "a2", "a3", "a4", "b"]
    last = edits.with_section(rich_report(), section("Ny", id="ny"), "s5")
    assert ids(last.sections)[-1] == "ny"
