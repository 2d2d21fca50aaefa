"""Two people's changes put together: what only one has changed survives, what both have changed is asked about."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import goal, report, rich_report, text
from tests.strategies import reports

from avstamt.domain.economy import Cell, Row, without_column
from avstamt.domain.merging import Side, merge
from avstamt.domain.place import Place, insert, move, remove, value_at, with_value
from avstamt.domain.review import ReviewComment
from avstamt.domain.text import Run
from avstamt.domain.tree import under_parent, without_branch
from avstamt.storage.format import dump, load

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
FEWER = settings(FEW, max_examples=8)
BASE = rich_report()
LEAVES = [
    Place.of("title"),
    Place.of("organisation"),
    Place.of("goals", "g1", "title"),
    Place.of("goals", "g3", "title"),
    Place.of("goals", "g2", "indicators", "i1", "outcome"),
    Place.of("goals", "g2", "indicators", "i1", "target"),
    Place.of("goals", "g3", "activities", "a1", "text"),
    Place.of("goals", "g3", "analysis", "blocks", BASE.goals[2].analysis.blocks[1].id, "runs"),
    Place.of("goals", "g3", "analysis", "blocks", BASE.goals[2].analysis.blocks[3].id, "runs"),
    Place.of("sections", "s4", "tables", "t1", "rows", "r1", "cells", "c2", "text"),
    Place.of("sections", "s4", "tables", "t1", "rows", "r2", "cells", "c2", "text"),
]


def edited(made, place, words):
    return with_value(made, place, (Run(text=words),) if place.name == "runs" else words)


def edited_all(made, edits):
    for place, words in edits.items():
        made = edited(made, place, words)
    return made


@given(reports(), reports())
@FEWER
def test_what_only_one_has_changed_is_taken_whole(base, changed):
    assert merge(base, changed, base).report == changed
    assert merge(base, base, changed).report == changed
    assert merge(base, changed, changed).report == changed
    assert not merge(base, changed, base).conflicts


@given(st.data())
@FEWER
def test_any_three_reports_give_a_whole_report_that_can_be_saved(data):
    base, mine, theirs = (data.draw(reports()) for _ in range(3))
    for side in Side:
        first = merge(base, mine, theirs)
        made = merge(base, mine, theirs, {conflict.place: side for conflict in first.conflicts}).report
        assert load(dump(made)) == made


@given(st.lists(st.sampled_from(LEAVES), unique=True, min_size=2), st.data())
@FEW
def test_edits_in_different_places_both_survive(places, data):
    split = data.draw(st.integers(1, len(places) - 1))
    mine = dict.fromkeys(places[:split], "Mina ord")
    theirs = dict.fromkeys(places[split:], "Den andras ord")
    merged = merge(BASE, edited_all(BASE, mine), edited_all(BASE, theirs))
    assert not merged.conflicts
    assert merged.report == edited_all(edited_all(BASE, mine), theirs)


@given(st.lists(st.sampled_from(LEAVES), unique=True, min_size=1))
@FEW
def test_what_both_have_changed_is_a_conflict_each_and_either_side_can_be_chosen(places):
    mine = edited_all(BASE, dict.fromkeys(places, "Mina ord"))
    theirs = edited_all(BASE, dict.fromkeys(places, "Den andras ord"))
    merged = merge(BASE, mine, theirs)
    assert {conflict.place for conflict in merged.conflicts} == set(places)
    assert merged.report == mine
    assert merge(BASE, mine, theirs, dict.fromkeys(places, Side.THEIRS)).report == theirs


def test_parts_added_by_both_are_both_there_each_after_its_neighbour():
    mine = insert(BASE, Place.of("goals"), goal("Mitt", id="g10", parent="g2"), before="g3")
    theirs = insert(BASE, Place.of("goals"), goal("Den andras", id="g11", parent="g2"))
    assert [one.id for one in merge(BASE, mine, theirs).report.goals] == ["g1", "g2", "g10", "g3", "g11"]


def test_a_move_by_one_and_an_edit_by_the_other_both_hold():
    mine = move(BASE, Place.of("sections", "s5"), "s1")
    theirs = edited(BASE, Place.of("sections", "s5", "title"), "Bilagor")
    made = merge(BASE, mine, theirs).report
    assert made.sections[0].title == "Bilagor"


def test_what_one_removed_and_the_other_changed_is_kept_until_its_removal_is_chosen():
    place = Place.of("goals", "g3")
    mine = without_branch(BASE, place)
    theirs = edited(BASE, place / "title", "Besökarna får svar samma dag")
    merged = merge(BASE, mine, theirs)
    assert [conflict.place for conflict in merged.conflicts] == [place]
    assert value_at(merged.report, place / "title") == "Besökarna får svar samma dag"
    assert merge(BASE, mine, theirs, {place: Side.MINE}).report == mine


def test_a_goal_removed_by_one_comes_back_under_the_goal_that_the_other_put_below_it():
    mine = without_branch(BASE, Place.of("goals", "g3"))
    theirs = insert(BASE, Place.of("goals"), goal("Under", id="g12", parent="g3"))
    made = merge(BASE, mine, theirs).report
    assert {"g3", "g12"} <= {one.id for one in made.goals}


def test_goals_that_each_has_put_under_the_other_do_not_go_in_a_circle():
    base = report(goal("Ett", id="x"), goal("Två", id="y"))
    mine = under_parent(base, Place.of("goals", "x"), "y", None)
    theirs = under_parent(base, Place.of("goals", "y"), "x", None)
    assert len(merge(base, mine, theirs).report.goals) == 2


def test_the_others_comment_follows_into_my_text():
    place = Place.of("goals", "g3", "analysis", "blocks", BASE.goals[2].analysis.blocks[1].id)
    comment = ReviewComment(id="c1", place=place.at(0, 3), text="Hur många?")
    theirs = insert(BASE, Place.of("comments"), comment)
    mine = with_value(BASE, place / "runs", (Run(text="Hela dagen: Nio av tio samtal besvaras inom en timme."),))
    (found,) = merge(BASE, mine, theirs).report.comments
    assert found.place == place.at(0, 3) or found.place == place.at(12, 15)
    assert remove(merge(BASE, mine, theirs).report, Place.of("comments", "c1")) == mine


def test_paragraphs_written_by_both_in_one_text_are_both_there():
    place = Place.of("goals", "g3", "analysis", "blocks")
    mine = insert(BASE, place, text("Mitt nya stycke.").blocks[0])
    theirs = insert(BASE, place, text("Den andras stycke.").blocks[0], before=value_at(BASE, place)[0].id)
    plain = merge(BASE, mine, theirs).report.goals[2].analysis.plain.split("\n")
    assert plain[0] == "Den andras stycke."
    assert plain[-1] == "Mitt nya stycke."


def test_a_column_removed_under_a_row_the_other_wrote_comes_back():
    place = Place.of("sections", "s4", "tables", "t1")
    table = value_at(BASE, place)
    removed = table.columns[0]
    mine = with_value(BASE, place, without_column(table, removed.id))
    new = Row(id="ny", label="Hyror", cells=(Cell(id=removed.id, text="4,0"),))
    theirs = insert(BASE, place / "rows", new)
    made = value_at(merge(BASE, mine, theirs).report, place)
    assert [column.id for column in made.columns if column.id == removed.id]
    assert new in made.rows
