"""A comment stays with its words through every edit, and falls back to the field or the part; it is never lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import goal, report, text
from tests.strategies import reports

from avstamt.domain.following import moved_span, with_comments_following
from avstamt.domain.place import Place, remove, value_at, with_value
from avstamt.domain.review import ReviewComment
from avstamt.domain.text import Paragraph, RichText, Run, block_text
from avstamt.domain.tree import without_branch

ANALYSIS = Place.of("goals", "g1", "analysis")
WORDS = "Nio av tio samtal besvaras inom en timme."


def para(block_id: str, words: str) -> Paragraph:
    return Paragraph(id=block_id, runs=(Run(text=words),))


@pytest.fixture
def commented():
    """A text of two paragraphs with a comment on the words "tio samtal" in the first."""
    made = report(goal(id="g1", analysis=text("x")), comments=(
        ReviewComment(id="c1", place=(ANALYSIS / "blocks" / "b1").at(7, 17), text="Vilka?"),
    ))  # fmt: skip
    return with_value(made, ANALYSIS, RichText(blocks=(para("b1", WORDS), para("b2", "Kön är borta."))))


def after(made, *blocks: Paragraph):
    return with_comments_following(made, with_value(made, ANALYSIS, RichText(blocks=blocks)))


def words_of(made) -> str:
    place = made.comments[0].place
    value = value_at(made, place)
    said = value if isinstance(value, str) else block_text(value)
    return said[slice(*place.span)] if place.span else ""


def test_it_moves_with_what_is_typed_before_it(commented):
    assert words_of(after(commented, para("b1", "Under hela året: " + WORDS), para("b2", "Annat."))) == "tio samtal"


def test_it_grows_with_what_is_typed_inside_it(commented):
    assert words_of(after(commented, para("b1", WORDS.replace("samtal", "långa samtal")))) == "tio långa samtal"


def test_it_does_not_take_in_what_is_typed_at_its_edges(commented):
    made = after(commented, para("b1", WORDS.replace("tio samtal", "cirka tio samtal")))
    assert words_of(made) == "tio samtal"
    assert words_of(after(commented, para("b1", WORDS.replace("samtal ", "samtalen ")))) == "tio samtal"


def test_it_goes_along_into_the_paragraph_that_a_split_makes(commented):
    made = after(
        commented, para("b1", "Nio av "), para("b9", "tio samtal besvaras inom en timme."), para("b2", "Kön är borta.")
    )
    assert made.comments[0].place == (ANALYSIS / "blocks" / "b9").at(0, 10)


def test_it_goes_along_when_two_paragraphs_are_joined(commented):
    made = with_value(commented, ANALYSIS, RichText(blocks=(para("b0", "Först. "), para("b1", WORDS))))
    assert words_of(after(made, para("b0", "Först. " + WORDS))) == "tio samtal"


def test_it_stays_when_paragraphs_change_places(commented):
    made = after(commented, para("b2", "Kön är borta."), para("b1", WORDS))
    assert made.comments == commented.comments


def test_it_falls_back_to_the_paragraph_when_its_words_are_gone(commented):
    made = after(commented, para("b1", "Nio av besvaras inom en timme."))
    assert made.comments[0].place == ANALYSIS / "blocks" / "b1"


def test_it_falls_back_to_the_field_when_its_paragraph_is_gone(commented):
    made = after(commented, para("b2", "Kön är borta."))
    assert made.comments[0].place == ANALYSIS


def test_it_falls_back_to_the_goals_when_its_goal_is_gone(commented):
    made = with_comments_following(commented, without_branch(commented, Place.of("goals", "g1")))
    assert made.comments[0].place == Place.of("goals")
    assert made.comments[0].text == "Vilka?"


def test_a_comment_on_a_word_of_a_title_moves_with_it(commented):
    title = Place.of("goals", "g1", "title")
    made = with_value(commented, Place.of("comments"), (ReviewComment(id="c1", place=title.at(10, 13)),))
    assert words_of(made) == "får"
    assert words_of(with_comments_following(made, with_value(made, title, "Alla besökarna får snabbt svar"))) == "får"


def test_a_comment_that_is_taken_away_stays_away(commented):
    assert not with_comments_following(commented, remove(commented, Place.of("comments", "c1"))).comments


TEXTS = st.text("ab ", max_size=12)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_words_outside_the_edit_keep_their_span(head, gone, came, tail):
    marked = "XYZ"
    before, edited = head + gone + marked + tail, head + came + marked + tail
    start = len(head + gone)
    assert edited[slice(*moved_span(before, edited, (start, start + 3)))] == marked


@given(reports(), reports())
@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_comment_is_lost_whatever_becomes_of_the_report(before, after_it):
    changed = after_it.model_copy(update={"comments": before.comments})
    made = with_comments_following(before, changed)
    assert [comment.id for comment in made.comments] == [comment.id for comment in before.comments]
    assert with_comments_following(before, before) == before
