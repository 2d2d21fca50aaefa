"""Find and replace in the window, by the keys a person presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from tests.builders import goal, indicator, report, section, text

from avstamt.domain.place import Place
from avstamt.domain.searching import Search, Where, found
from avstamt.domain.text import RichText, Run, TextCell, TextTable
from avstamt.ui.seeking.model import LINE_ROLE, MatchesModel, said, snippet

TEXT = ("Stöd ges i tid till alla som söker stöd hos enheten.", "Fler söker stöd nu.")


def made():
    goals = (
        goal("Stöd i tid", id="g1", locked=True, analysis=text(*TEXT)),
        goal("Rätt hjälp", id="g2", indicators=(indicator("Andel med stöd", id="i1"),)),
    )
    return report(*goals, sections=(section(id="s1", text=text("Året i korthet: mer stöd.")),))


@pytest.fixture
def view(window, open_report):
    return open_report(made())


@pytest.fixture
def search(qtbot, window, view, type_text):
    """Open find by its key and type "stöd"."""
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = view.beside.search
    assert panel.controls.words.hasFocus()
    type_text(panel.controls.words, "stöd")
    qtbot.waitUntil(lambda: len(panel.model.matches) > 0)
    return panel


def marked() -> str:
    return QApplication.focusWidget().textCursor().selectedText()


def test_what_is_not_found_says_what_to_try():
    assert said((), 0) == "Inga träffar. Pröva färre bokstäver."
    assert said((), 0, Where.TABLES) == "Inga träffar. Pröva att söka i hela rapporten."


def test_what_is_found_is_told_by_number_and_part(search):
    assert search.controls.said.text() == "6 träffar i 3 delar, 1 låst."
    heads = [search.model.index(row).data() for row in range(search.model.rowCount())]
    assert "Sammanfattande analys · 1" in heads


def test_f3_goes_from_match_to_match_with_the_words_marked(window, view, search):
    QTest.keyClick(search.controls.words, Qt.Key.Key_Return)
    assert view.place == Place.of("sections", "s1")
    assert marked() == "stöd"
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert view.place == Place.of("goals", "g1")
    assert marked() == "Stöd"
    QTest.keyClick(window, Qt.Key.Key_F3)
    QTest.keyClick(window, Qt.Key.Key_F3)
    assert marked() == "stöd"
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert view.place == Place.of("sections", "s1")


def test_words_in_a_table_of_a_text_are_marked_in_their_cell(window, open_report, type_text, qtbot):
    rows = (("", "Antal besök"), ("Besök i\njuni", "12 stöd"))
    cells = tuple(tuple(TextCell(runs=(Run(text=cell),)) for cell in row) for row in rows)
    whole = report(goal("Målet", id="g1", analysis=RichText(blocks=(TextTable(id="b1", rows=cells),))), sections=())
    view = open_report(whole)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    panel = view.beside.search
    type_text(panel.controls.words, "stöd")
    QTest.keyClick(panel.controls.words, Qt.Key.Key_Return)
    assert marked() == "stöd"


def test_marked_words_are_what_is_looked_for(window, view):
    view.show_place(
        Place.of("goals", "g1", "analysis", "blocks", view.desk.document.report.goals[0].analysis.blocks[0].id).at(5, 8)
    )
    assert marked() == "ges"
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.beside.search.controls.words.text() == "ges"


def test_all_are_replaced_as_one_step_and_the_locked_ones_told_of(window, view, search, type_text):
    document = view.desk.document
    before = document.report
    QTest.keyClick(search.controls.words, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    type_text(search.controls.replacement, "hjälp")
    QTest.mouseClick(search.controls._all, Qt.MouseButton.LeftButton)
    assert search.controls.said.text() == "5 träffar är ersatta. 1 är låst och står kvar."
    assert document.report.goals[0].title == "Stöd i tid"
    assert (
        document.report.goals[0].analysis.plain
        == "hjälp ges i tid till alla som söker hjälp hos enheten.\nFler söker hjälp nu."
    )
    assert document.undo_stack.undoText() == "ersättning av 5 träffar"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert document.report == before


def test_one_is_replaced_at_a_time_and_the_next_is_chosen(window, view, search, type_text):
    QTest.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    search.controls.replacement.setFocus()
    type_text(search.controls.replacement, "hjälp")
    QTest.keyClick(search.controls.replacement, Qt.Key.Key_Return)
    assert view.desk.document.report.sections[0].text.plain == "Året i korthet: mer hjälp."
    QTest.keyClick(search.controls.replacement, Qt.Key.Key_Return)
    assert "Målet är hämtat" in search.controls.said.text()
    QTest.keyClick(search.controls.replacement, Qt.Key.Key_Return)
    assert view.desk.document.report.goals[0].analysis.plain.startswith("hjälp ges i tid")
    assert len(found(view.desk.document.report, Search("stöd"))) == 4


def test_escape_closes_and_goes_back_to_the_text(window, view, search):
    QTest.keyClick(search.controls.words, Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(search.controls.words, Qt.Key.Key_Escape)
    assert view.beside.isHidden()
    assert QApplication.focusWidget() is editor


def test_the_list_follows_what_is_typed_in_the_report(qtbot, view, search):
    view.desk.document.set_value(Place.of("title"), "Stöd och hjälp", "ändring av Titel")
    qtbot.waitUntil(lambda: len(search.model.matches) == 7)


def test_the_model_is_what_qt_expects(qtbot):
    model = MatchesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for words in ("stöd", "finns inte", "e"):
        model.show(made(), found(made(), Search(words)))
        for row in range(model.rowCount()):
            assert model.index(row).data(LINE_ROLE) is not None
    assert tester.model() is model


def test_a_snippet_begins_at_a_word_and_stands_on_one_line():
    whole = report(sections=(section(text=text("En lång inledning som ingen läser till slut förrän stödet nämns.")),))
    (match,) = found(whole, Search("stödet"))
    shown = snippet(whole, match)
    assert shown.before == "… läser till slut förrän "
    assert shown.words + shown.after == "stödet nämns."
