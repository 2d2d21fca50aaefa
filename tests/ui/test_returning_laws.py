"""What came back and what was written here meanwhile: nothing is lost, and conflicts are where both changed."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import rich_report

from avstamt.domain.place import Place, remove, value_at, with_value
from avstamt.domain.printed import for_paper
from avstamt.domain.report import Report
from avstamt.domain.review import Reply, ReviewComment
from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.export.remarks import remarks_of_comments
from avstamt.export.word import write_word
from avstamt.importers.word.returning import Returned
from avstamt.storage.format import dump
from avstamt.templates.catalogue import catalogue
from avstamt.ui.returning.fetching import Fetched, fetch, is_conflict, new_comments, put_together

BASE = rich_report()
PLACES = [
    *(Place.of("goals", goal.id, name) for goal in BASE.goals for name in ("title", "analysis")),
    *(Place.of("goals", goal.id, "indicators", one.id, "outcome") for goal in BASE.goals for one in goal.indicators),
    *(Place.of("sections", section.id, name) for section in BASE.sections for name in ("title", "text")),
]
LEAVES = [goal for goal in BASE.goals if goal.id not in {one.parent for one in BASE.goals}]
EDITS = st.dictionaries(st.sampled_from(PLACES), st.sampled_from(["Ett ord.", "Ett annat.", "Ett tredje."]), max_size=8)
FEW = settings(max_examples=40, deadline=None)


def _edited(edits: dict[Place, str]) -> Report:
    made = BASE
    for place, words in edits.items():
        is_text = place.name in ("analysis", "text")
        text = RichText(blocks=(Paragraph(id="ny", runs=(Run(text=words),)),))
        made = with_value(made, place, text if is_text else words)
    return made


def _fetched(theirs: Report) -> Fetched:
    return Fetched("åter.docx", BASE, Returned(theirs, (), (), (), {}))


def test_comments_that_went_out_with_their_answers_do_not_come_back_doubled(tmp_path):
    answer = Reply(id="s1", author="Chefen\u00a0", text="Det är rättat.\n\nSe\tnedan.")
    asked = ReviewComment(id="k1", place=PLACES[0], author="Granskare", text=" Stämmer\x0bdet? ", replies=(answer,))
    mine = BASE.model_copy(update={"comments": (asked,)})
    template = catalogue().template(mine.kind, mine.level, mine.year)
    write_word(mine, template, tmp_path / "ut.docx", base=dump(for_paper(mine)), remarks=remarks_of_comments((asked,)))
    came = fetch(tmp_path / "ut.docx", mine.id)
    assert [len(one.replies) for one in came.back.comments] == [1]
    assert new_comments(came, mine) == ()


@given(EDITS, EDITS, st.data())
@FEW
def test_what_is_taken_is_words_and_all_else_is_ones_own(own, others, data):
    mine, came = _edited(own), _fetched(_edited(others))
    changed = [change.place for change in came.changes]
    assert {place.path[: len(known.path)] for place in changed for known in others if place.is_within(known)} == {
        known.path for known in others if value_at(BASE, known) != value_at(came.back.report, known)
    }
    taken = data.draw(st.lists(st.sampled_from(changed), unique=True)) if changed else []
    made = put_together(mine, came, taken, (), ())
    for place in PLACES:
        side = came.back.report if place in taken else mine
        assert value_at(made, place) == value_at(side, place)


@given(EDITS, EDITS)
@FEW
def test_conflicts_are_where_both_have_changed_to_different_words(own, others):
    mine, came = _edited(own), _fetched(_edited(others))
    conflicts = {change.place for change in came.changes if is_conflict(came, mine, change.place)}
    assert conflicts == {place for place in own.keys() & others.keys() if own[place] != others[place]}


@given(EDITS, st.sampled_from(LEAVES))
@FEW
def test_a_goal_removed_here_meanwhile_is_a_conflict_and_can_come_back(others, gone):
    mine, came = remove(BASE, Place.of("goals", gone.id)), _fetched(_edited(others))
    for change in came.changes:
        assert is_conflict(came, mine, change.place) == (change.place.path[:2] == ("goals", gone.id))
    made = put_together(mine, came, [change.place for change in came.changes], (), ())
    for place in others:
        if place.path[:2] != ("goals", gone.id):
            assert value_at(made, place) == value_at(came.back.report, place)
    is_touched = any(place.path[:2] == ("goals", gone.id) for place in others)
    assert any(goal.id == gone.id for goal in made.goals) == is_touched
