"""The document: every change a step, undone to the identical report."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from tests.builders import rich_report, text

from avstamt.domain.place import Place, exists
from avstamt.ui.document import Document
from avstamt.ui.edits import moved, without_node

pytestmark = pytest.mark.usefixtures("application")
TITLE = Place.of("goals", "g3", "title")


def test_a_change_can_be_undone_and_redone():
    document = Document(rich_report())
    before = document.report
    document.set_value(TITLE, "Annan titel", "Ändra titel")
    after = document.report
    assert after != before
    document.undo_stack.undo()
    assert document.report is before
    document.undo_stack.redo()
    assert document.report is after


def test_typing_in_one_place_is_one_step():
    document = Document(rich_report())
    before = document.report
    for typed in ("A", "An", "Ann"):
        document.set_value(TITLE, typed, "Ändra titel", typing=True)
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.report == before


def test_typing_in_another_place_is_another_step():
    document = Document(rich_report())
    document.set_value(TITLE, "A", "Ändra titel", typing=True)
    document.set_value(Place.of("goals", "g2", "title"), "B", "Ändra titel", typing=True)
    assert document.undo_stack.count() == 2


def test_typing_that_is_taken_back_leaves_nothing_to_undo():
    document = Document(rich_report())
    before = document.report
    title = before.goals[2].title
    document.set_value(TITLE, title + "x", "Ändra titel", typing=True)
    document.set_value(TITLE, title, "Ändra titel", typing=True)
    assert document.report == before
    assert document.undo_stack.count() == 0
    assert not document.is_modified


def test_an_equal_value_is_no_change():
    document = Document(rich_report())
    document.set_value(TITLE, document.report.goals[2].title, "Ändra titel")
    assert document.undo_stack.count() == 0


def test_saving_makes_it_unmodified_and_a_change_modified_again(tmp_path: Path):
    document = Document(rich_report())
    assert not document.is_modified
    document.set_value(TITLE, "Ny", "Ändra titel")
    assert document.is_modified
    document.mark_saved(tmp_path / "r.avst")
    assert not document.is_modified
    document.undo_stack.undo()
    assert document.is_modified


def test_an_imported_report_is_unsaved_until_it_is_saved(tmp_path: Path):
    document = Document(rich_report(), saved=False)
    assert document.is_modified
    document.mark_saved(tmp_path / "r.avst")
    assert not document.is_modified


def test_undo_tells_where_it_happened(qtbot):
    document = Document(rich_report())
    document.set_value(TITLE, "Ny", "Ändra titel")
    with qtbot.waitSignal(document.stepped) as told:
        document.undo_stack.undo()
    assert told.args == [TITLE]


GOALS = st.sampled_from(["g1", "g2", "g3"])
TEXTS = st.sampled_from([text("Målet nås."), text("## Läget", "- ett", "- två"), text(), None])
EDITS = st.one_of(
    st.tuples(GOALS, st.text(max_size=4), st.booleans()).map(lambda e: (Place.of("goals", e[0], "title"), e[1], e[2])),
    st.tuples(GOALS, TEXTS, st.booleans()).map(lambda e: (Place.of("goals", e[0], "analysis"), e[1], e[2])),
    st.tuples(GOALS, st.sampled_from([-1, 1])).map(lambda e: (Place.of("goals", e[0]), e[1], "move")),
    GOALS.map(lambda goal: (Place.of("goals", goal), None, "remove")),
    st.sampled_from(["78 %", "", "öka"]).map(
        lambda v: (Place.of("goals", "g2", "indicators", "i1", "outcome"), v, True)
    ),
)


def take(document: Document, edit) -> None:
    place, value, how = edit
    if not exists(document.report, place):
        return
    if how == "move":
        document.change(Place.of("goals"), lambda report: moved(report, place, value), "Flytta")
    elif how == "remove":
        document.change(Place.of("goals"), lambda report: without_node(report, place), "Ta bort")
    else:
        document.set_value(place, value, "Ändra", typing=how)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, max_size=15))
def test_any_edits_undone_give_the_start_and_redone_the_end(edits):
    start = rich_report()
    document = Document(start)
    for edit in edits:
        take(document, edit)
    end = document.report
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.report == start
    while document.undo_stack.canRedo():
        document.undo_stack.redo()
    assert document.report == end


def test_qt_calls_leave_the_references_to_none_alone():
    counted = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        counted.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 100, "den här versionen av PySide6 avbryter programmet efter en stund"
