"""What is different between two reports is told place by place, with the words that came and went."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import goal, rich_report, text
from tests.strategies import reports

from avstamt.domain.differences import Change, Difference, Piece, compared_words, differences
from avstamt.domain.place import Place, insert, move, with_value
from avstamt.domain.tree import without_branch

BASE = rich_report()


def test_a_changed_figure_is_one_difference_with_its_place():
    place = Place.of("goals", "g2", "indicators", "i1", "outcome")
    assert differences(BASE, with_value(BASE, place, "87 %")) == (Difference(place, Change.CHANGED, "86 %", "87 %"),)


def test_the_words_that_came_and_went_are_marked():
    place = Place.of("goals", "g2", "analysis")
    made = with_value(BASE, place, text("Målet nås eftersom väntetiderna har kortats under våren."))
    (found,) = differences(BASE, made)
    assert found.pieces == (
        Piece(Change.SAME, "Målet nås eftersom väntetiderna har kortats under "),
        Piece(Change.OLD, "hela året"),
        Piece(Change.NEW, "våren"),
        Piece(Change.SAME, "."),
    )


def test_words_changed_one_after_the_other_are_read_as_one():
    assert compared_words("Enheten för rådgivning", "Den andras enhet") == (
        Piece(Change.OLD, "Enheten för rådgivning"),
        Piece(Change.NEW, "Den andras enhet"),
    )


def test_parts_that_came_or_went_are_told_with_their_words():
    added = insert(BASE, Place.of("goals"), goal("Ett nytt mål", id="g9"))
    assert differences(BASE, added) == (Difference(Place.of("goals", "g9"), Change.NEW, "", "Ett nytt mål"),)
    (gone,) = differences(BASE, without_branch(BASE, Place.of("goals", "g3")))
    assert gone.change is Change.OLD
    assert "Nio av tio samtal besvaras inom en timme." in gone.old


def test_another_order_is_told():
    made = move(BASE, Place.of("sections", "s5"), "s1")
    assert [(str(one.place), one.new) for one in differences(BASE, made)] == [("sections", "Annan ordning")]


@given(st.text("ab .,", max_size=30), st.text("ab .,", max_size=30))
@settings(max_examples=60, deadline=None)
def test_the_pieces_give_both_texts_back(old, new):
    pieces = compared_words(old, new)
    assert "".join(piece.text for piece in pieces if piece.change is not Change.NEW) == old
    assert "".join(piece.text for piece in pieces if piece.change is not Change.OLD) == new


@given(reports(), reports())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_equal_reports_have_no_differences_and_others_have_some_that_differ(old, new):
    assert differences(old, old) == ()
    assert all(one.old != one.new for one in differences(old, new))
