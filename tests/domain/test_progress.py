"""How many parts there are, which are done and reviewed, and whether they have been changed since."""

from __future__ import annotations

from tests.builders import front_page, rich_report

from avstamt.domain.place import Place, with_value
from avstamt.domain.progress import Progress, is_changed_since, mark_of, parts_of, progress, with_mark, without_mark
from avstamt.domain.review import Mark, MarkKind
from avstamt.domain.tree import without_branch

PART = Place.of("goals", "g3")


def marked(kind: MarkKind = MarkKind.DONE):
    return with_mark(rich_report(), Mark(id="k1", place=PART, kind=kind, author="Handläggaren", date="2024-12-01"))


def test_headings_over_other_parts_are_not_parts_to_write():
    places = [str(place) for place in parts_of(rich_report())]
    assert places == ["sections/s1", "sections/s4", "sections/s5", "goals/g1", "goals/g2", "goals/g3"]


def test_the_front_page_is_a_part():
    made = rich_report().model_copy(update={"front": front_page()})
    assert parts_of(made)[0] == Place.of("front")


def test_a_locked_goal_with_nothing_to_write_is_no_part():
    made = with_value(rich_report(), Place.of("goals", "g1", "locked"), value=True)
    assert Place.of("goals", "g1") not in parts_of(made)


def test_what_is_marked_is_counted_by_kind():
    assert progress(rich_report()) == Progress(6, 0, 0)
    assert progress(marked()) == Progress(6, 1, 0)
    assert progress(marked(MarkKind.REVIEWED)) == Progress(6, 0, 1)
    assert progress(without_mark(marked(), PART, MarkKind.DONE)) == Progress(6, 0, 0)


def test_marking_again_takes_the_place_of_the_mark_before():
    again = with_mark(marked(), Mark(id="k2", place=PART, author="En annan"))
    assert [mark.author for mark in again.marks] == ["En annan"]


def test_a_part_that_is_changed_after_it_was_marked_says_so():
    made = marked(MarkKind.REVIEWED)
    mark = mark_of(made, PART, MarkKind.REVIEWED)
    assert not is_changed_since(made, mark)
    assert is_changed_since(with_value(made, PART / "title", "Annan titel"), mark)
    assert not is_changed_since(with_value(made, Place.of("goals", "g2", "title"), "Annan titel"), mark)


def test_a_part_that_is_gone_is_not_counted():
    assert progress(without_branch(marked(), PART)) == Progress(5, 0, 0)
