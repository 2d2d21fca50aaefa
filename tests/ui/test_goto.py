"""The palette and the way back: every place and action by a few letters, and back again, by keyboard alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from tests.builders import rich_report

from avstamt.domain.place import ROOT, Place
from avstamt.ui.goto.delegate import pieces
from avstamt.ui.goto.destinations import Destination, destinations, suggestions
from avstamt.ui.goto.matching import fit
from avstamt.ui.goto.model import SuggestionsModel
from avstamt.ui.goto.palette import Palette

GOALS = [
    ("1", "Ett Stockholm som håller samman"),
    ("1.3", "Stockholms stad ska ge stöd där behoven är som störst"),
    ("3.6", "Stockholm är en stad med äldre som åldras i trygghet"),
    ("3.6.1", "Hemtjänsten är av god kvalitet"),
]
KNOWN = [Destination(name, "mål", "goal", number=number, place=Place.of("goals", f"g{at}"), is_part=True)
         for at, (number, name) in enumerate(GOALS)]  # fmt: skip


def best(typed: str) -> str:
    found = suggestions(typed, KNOWN, (), ())
    return found[0].destination.number if found else ""


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3.6", "3.6"),
        ("3.6.", "3.6"),
        ("3.6.1", "3.6.1"),
        ("1", "1"),
        ("äldre", "3.6"),
        ("aldre", "3.6"),
        ("stöd beh", "1.3"),
        ("tjänst", "3.6.1"),
        ("hälla", ""),
        ("halla", "1"),
        ("gk", "3.6.1"),
        ("hmtjnst", "3.6.1"),
        ("3.6 äldre", "3.6"),
        ("båt", ""),
    ],
)
def test_what_is_typed_finds_the_goal_that_is_meant(typed, number):
    assert best(typed) == number


@given(st.text(max_size=12), st.text(max_size=30))
def test_the_letters_marked_stand_in_the_name(typed, name):
    fitted = fit(typed, name)
    if fitted is not None:
        assert all(0 <= start < end <= len(name) for start, end in fitted.spans)
        assert "".join(piece for piece, _is_typed in pieces(name, fitted.spans)) == name


def test_what_was_gone_to_last_comes_first_where_nothing_is_typed():
    assert suggestions("", KNOWN, (), (KNOWN[2],))[0].destination is KNOWN[2]


def test_a_greater_than_sign_asks_for_actions_only():
    actions = (Destination("Spara", "Arkiv", "chevron-right", action="save"),)
    assert [one.destination.name for one in suggestions(">", KNOWN, actions, ())] == ["Spara"]
    assert suggestions(">stockholm", KNOWN, actions, ()) == ()


def test_every_part_and_row_of_a_report_can_be_gone_to():
    places = {str(one.place) for one in destinations(rich_report())}
    assert places >= {
        "goals/g1",
        "goals/g2/indicators/i1",
        "goals/g3/activities/a2",
        "sections/s4",
        "sections/s4/tables/t1",
    }


def test_the_model_is_what_qt_expects():
    model = SuggestionsModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for typed in ("", "stock", "finns inte"):
        model.show(suggestions(typed, KNOWN, (), ()))
    assert tester.model() is model


@pytest.fixture
def view(window, open_report):
    return open_report(rich_report())


def open_palette(window) -> Palette:
    QTest.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    palette = window.findChild(Palette)
    assert palette.isVisible()
    assert palette.line.hasFocus()
    return palette


def test_a_row_is_gone_to_by_its_letters(window, view, type_text):
    palette = open_palette(window)
    type_text(palette.line, "nöjda bemöt")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert view.place == Place.of("goals", "g2")
    assert view.area.isAncestorOf(QApplication.focusWidget())


def test_arrows_choose_and_escape_gives_the_focus_back(window, view):
    view.focus_page()
    focused = QApplication.focusWidget()
    palette = open_palette(window)
    first = palette.line.accessibleDescription()
    QTest.keyClick(palette.line, Qt.Key.Key_Down)
    assert palette.line.accessibleDescription() != first
    QTest.keyClick(palette.line, Qt.Key.Key_Up)
    assert palette.line.accessibleDescription() == first
    QTest.keyClick(palette.line, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() is focused


def test_an_action_is_done_from_the_palette(window, view, type_text):
    palette = open_palette(window)
    type_text(palette.line, ">granskning till")
    QTest.keyClick(palette.line, Qt.Key.Key_Return)
    assert view.findings.isHidden()


def test_the_palette_goes_away_when_one_turns_elsewhere(window, view):
    palette = open_palette(window)
    view.outline.view.setFocus()
    assert palette.isHidden()
    assert view.outline.view.hasFocus()


def test_back_and_forward_go_to_the_fields_one_came_from(window, view):
    analysis = Place.of("goals", "g3", "analysis")
    view.show_place(analysis)
    editor = QApplication.focusWidget()
    view.show_place(Place.of("sections", "s1"))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.place == Place.of("goals", "g3")
    assert view.whereabouts.place.is_within(analysis)
    assert type(QApplication.focusWidget()) is type(editor)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.place == Place.of("sections", "s1")


def test_a_part_that_is_gone_is_passed_over_on_the_way_back(window, view):
    view.show_place(Place.of("sections", "s5"))
    view.show_place(Place.of("goals", "g3"))
    view.outline.view.choose(Place.of("sections", "s5"))
    view.outline.deeds.remove()
    assert view.place != Place.of("sections", "s5")
    for _ in range(6):
        QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert view.place != Place.of("sections", "s5")
    assert view.place == ROOT
    assert not view.trail.can_go_back


def test_who_goes_to_a_part_can_write_there_at_once(window, view, type_text):
    window.actions_.by_name["go_to"].trigger()
    line = QApplication.focusWidget()
    type_text(line, "Besökarna får")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert view.place == Place.of("goals", "g3")
    assert QApplication.focusWidget() is view.area.page.fields[Place.of("goals", "g3", "title")].editor
