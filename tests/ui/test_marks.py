"""Findings in the text: underlined at their words, kept there while one types, explained on hover, mended from a menu."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from tests.builders import goal, report, text

from avstamt.domain.finding import Evidence, Finding, Fix, Level
from avstamt.domain.place import Place, with_value
from avstamt.domain.text import RichText, Run, TextCell, TextTable
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.findings.reason import ReasonLine
from avstamt.ui.findings.rows import Head, Row
from avstamt.ui.forms.word_count import WordCount, lix_of, told
from avstamt.ui.marks import deeds
from avstamt.ui.marks.mark import Mark, Stroke, Underlines

ANALYSIS = Place.of("goals", "g1", "analysis")
SAID = "Familjen bodde på ett vandrahem under året. Ett annat vandrahem stängdes."
PLAIN = "Vi har arbetat på samma sätt som förra året."


def written(*paragraphs: str):
    return report(goal("Målet", id="g1", analysis=text(*paragraphs)))


def block_of(made, number=0) -> Place:
    return ANALYSIS / "blocks" / made.goals[0].analysis.blocks[number].id


def finding(place: Place, level=Level.DEVIATION, rule="TXT-103", **fields: Any) -> Finding:
    return Finding(rule, "en-regel", level, "Något stämmer inte.", place, **fields)


@pytest.fixture
def view(open_report):
    made = open_report(written(SAID, PLAIN))
    made.show_place(ANALYSIS)
    return made


@pytest.fixture
def editor(view) -> RichEditor:
    made = view.area.page.fields[ANALYSIS].editor
    assert isinstance(made, RichEditor)
    made.setFocus()
    return made


def marked(editor: RichEditor) -> list[tuple[int, str]]:
    return [(mark.start, mark.words) for mark in editor.marks.marks if mark.stroke is Stroke.WAVE]


def put(editor: RichEditor, position: int) -> None:
    cursor = editor.textCursor()
    cursor.setPosition(position)
    editor.setTextCursor(cursor)


def menu_of(editor: RichEditor) -> QMenu:
    return next(menu for menu in editor.findChildren(QMenu) if menu.isVisible())


def choose(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().replace("&", "") == words)
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_a_misspelled_word_is_underlined_wherever_it_stands(editor):
    assert marked(editor) == [(SAID.index("vandrahem"), "vandrahem"), (SAID.rindex("vandrahem"), "vandrahem")]


@pytest.fixture
def table_editor(open_report) -> RichEditor:
    cells = (("Boende", "Platser"), ("Stort vandrahem", "12"))
    rows = tuple(tuple(TextCell(runs=(Run(text=words),)) for words in row) for row in cells)
    blocks = (*text(PLAIN).blocks, TextTable(id="b-table", rows=rows))
    view = open_report(report(goal("Målet", id="g1", analysis=RichText(blocks=blocks))))
    view.show_place(ANALYSIS)
    made = view.area.page.fields[ANALYSIS].editor
    made.setFocus()
    return made


def test_a_misspelled_word_in_a_table_in_the_text_is_underlined_and_mended_there(table_editor, type_text):
    at = len("Boende Platser Stort ")
    assert marked(table_editor)[-1] == (at, "vandrahem")
    table_editor.focus_block("b-table", (6, 6))
    type_text(table_editor, "n")
    assert marked(table_editor)[-1] == (at + 1, "vandrahem")
    table_editor.focus_block("b-table", (at + 3, at + 3))
    table_editor.suggestions_wanted.emit()
    choose(menu_of(table_editor), "vandrarhem")
    assert table_editor.value().blocks[-1].rows[1][0].runs == (Run(text="Stort vandrarhem"),)


def test_underlines_are_painted_in_the_colour_and_stroke_of_their_level(qtbot, editor, look):
    made = with_value(written(SAID, PLAIN), ANALYSIS, editor.value())
    for level in Level:
        editor.marks.show(Underlines(made, [finding(block_of(made).at(0, 8), level)]).of(ANALYSIS))
        before = editor.viewport().grab().toImage()
        editor.marks.show(Underlines(made, ()).of(ANALYSIS))
        assert editor.viewport().grab().toImage() != before
    assert len({finding(ANALYSIS, level).level for level in Level}) == len(
        {Mark(finding(ANALYSIS, level), "b", 0, 1, "x").stroke for level in Level}
    )


def test_an_underline_follows_its_word_while_one_types_before_it(editor, type_text):
    put(editor, 0)
    type_text(editor, "I år: ")
    assert marked(editor)[0] == (SAID.index("vandrahem") + 6, "vandrahem")


def test_typing_behind_a_marked_word_does_not_lengthen_its_underline(editor, type_text):
    put(editor, SAID.index("vandrahem") + len("vandrahem"))
    type_text(editor, ", ett")
    assert marked(editor)[0] == (SAID.index("vandrahem"), "vandrahem")


def test_underlines_stay_when_a_text_is_split_in_two(editor, type_text):
    put(editor, SAID.index("Ett annat"))
    type_text(editor, "\n")
    (_first, one), (start, other) = marked(editor)
    assert (one, other, start) == ("vandrahem", "vandrahem", "Ett annat vandrahem".index("vandrahem"))


def test_underlines_stay_through_undo(view, editor, type_text):
    put(editor, 0)
    type_text(editor, "Ja. ")
    view.desk.document.undo_stack.undo()
    assert [start for start, _words in marked(editor)] == [SAID.index("vandrahem"), SAID.rindex("vandrahem")]


def test_a_result_about_an_older_text_moves_nothing_in_what_is_typed_since(view, editor, type_text):
    old = Underlines(view.desk.document.report, view.found)
    put(editor, 0)
    type_text(editor, "Nu. ")
    before = marked(editor)
    view.area.page.marks.show(old)
    assert marked(editor) == before


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    said=st.text("abc åäö", min_size=1, max_size=40),
    span=st.tuples(st.integers(0, 40), st.integers(1, 12)),
    at=st.integers(0, 40),
    put_in=st.text("xyö ", min_size=1, max_size=3),
)
def test_an_underline_outside_what_is_typed_keeps_its_words(look, type_text, *, said, span, at, put_in):
    start, end = span[0], span[0] + span[1]
    if end > len(said) or start < at < end or at > len(said):
        return
    made = written(said)
    editor = RichEditor(look)
    editor.set_value(made.goals[0].analysis)
    editor.marks.show(Underlines(made, [finding(block_of(made).at(start, end))]).of(ANALYSIS))
    put(editor, at)
    type_text(editor, put_in)
    moved = len(put_in) if at <= start else 0
    assert [(one.start, one.words) for one in editor.marks.marks] == [(start + moved, said[start:end])]
    assert editor.value() != made.goals[0].analysis
    editor.deleteLater()


def test_marks_touch_neither_the_text_nor_the_undo_stack(view, editor):
    before, steps = view.desk.document.report, view.desk.document.undo_stack.count()
    view.area.page.marks.show(Underlines(before, [finding(block_of(before).at(0, 8))]))
    editor.viewport().grab()
    assert view.desk.document.report is before
    assert view.desk.document.undo_stack.count() == steps


def test_what_a_finding_in_a_table_quotes_from_a_text_is_underlined():
    made = written(SAID)
    cell = Place.of("goals", "g1", "indicators", "i1", "outcome")
    quoted = Evidence(block_of(made).at(0, 8), "Familjen")
    found = Underlines(made, [finding(cell, evidence=(quoted,))]).of(ANALYSIS)
    assert [mark.words for mark in found.marks] == ["Familjen"]


def test_hovering_tells_rule_sentence_why_and_what_a_fix_would_do(editor):
    put(editor, SAID.index("vandrahem") + 2)
    spot = editor.cursorRect().center()
    help_event = QHelpEvent(QEvent.Type.ToolTip, spot, editor.viewport().mapToGlobal(spot))
    QApplication.sendEvent(editor.viewport(), help_event)
    shown = QToolTip.text()
    for words in ("Stavning", "’vandrahem’ finns inte i ordlistan", "Varför:", "Förslag:", "vandrarhem"):
        assert words in shown
    QToolTip.hideText()


def test_the_context_menu_offers_the_right_spelling_and_writes_it_where_one_clicked(view, editor):
    put(editor, SAID.rindex("vandrahem") + 2)
    spot = editor.cursorRect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, spot, editor.viewport().mapToGlobal(spot))
    QApplication.sendEvent(editor.viewport(), event)
    choose(menu_of(editor), "vandrarhem")
    assert editor.value().plain.splitlines()[0] == SAID.replace("Ett annat vandrahem", "Ett annat vandrarhem")
    assert marked(editor) == [(SAID.index("vandrahem"), "vandrahem")]
    view.desk.document.undo_stack.undo()
    assert editor.value().plain.splitlines()[0] == SAID


def test_ctrl_full_stop_offers_the_same_by_keyboard(window, editor):
    put(editor, SAID.index("vandrahem"))
    window.actions_.by_name["suggest"].trigger()
    menu = menu_of(editor)
    assert menu.activeAction().text() == "vandrarhem"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert editor.value().plain.startswith("Familjen bodde på ett vandrarhem")


def test_without_a_finding_at_the_caret_it_says_so(window, editor):
    put(editor, 1)
    window.actions_.by_name["suggest"].trigger()
    assert window.messages.text == "Här finns ingen anmärkning. Tryck F8 för att gå till nästa."


def test_a_word_can_be_ignored(qtbot, view, window, editor):
    put(editor, SAID.index("vandrahem"))
    window.actions_.by_name["suggest"].trigger()
    choose(menu_of(editor), "Ignorera")
    assert view.desk.document.report.waivers[0].reason == deeds.WORD_IS_RIGHT
    qtbot.waitUntil(lambda: marked(editor) == [])


def test_a_word_of_the_users_own_is_right_from_then_on(qtbot, window, editor, settings):
    put(editor, SAID.index("vandrahem"))
    window.actions_.by_name["suggest"].trigger()
    choose(menu_of(editor), "Lägg till i ordlistan")
    assert settings.review.own_words == ("vandrahem",)
    qtbot.waitUntil(lambda: marked(editor) == [])


def test_a_finding_is_left_with_a_reason_from_the_menu(qtbot, view, window, editor, type_text):
    window.actions_.by_name["findings"].trigger()  # folded away: it comes out by itself
    made = view.desk.document.report
    view.results.show_result(
        type(view.results.result)((finding(block_of(made, 1).at(0, 6)),), (), view.results.result.coverage)
    )
    put(editor, len(SAID) + 3)
    window.actions_.by_name["suggest"].trigger()
    choose(menu_of(editor), "Lämna med motivering …")
    qtbot.waitUntil(lambda: isinstance(window.focusWidget(), ReasonLine))
    assert not view.findings.isHidden()
    type_text(window.focusWidget(), "Det är så.")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert view.desk.document.report.waivers[0].reason == "Det är så."


def test_a_finding_in_the_text_is_shown_in_the_list(view, window, editor):
    put(editor, SAID.index("vandrahem"))
    window.actions_.by_name["suggest"].trigger()
    choose(menu_of(editor), "Visa i listan")
    card = view.findings.list.indexWidget(view.findings.list.currentIndex())
    assert isinstance(card, FindingCard)
    assert card.row.finding.rule == "SPR-101"
    assert window.focusWidget() is view.findings.list


def test_all_safe_mends_are_one_step(view, editor):
    made = view.desk.document.report
    first, second = block_of(made), block_of(made, 1)

    def emptied(place: Place) -> Fix:
        return Fix("Töm", safe=True, apply=lambda old: with_value(old, place / "runs", ()))

    unsafe = Fix("Byt", safe=False, apply=lambda old: with_value(old, ANALYSIS, RichText()))
    found = (finding(first, fix=emptied(first)), finding(second, fix=emptied(second)), finding(ANALYSIS, fix=unsafe))
    view.results.show_result(type(view.results.result)(found, (), view.results.result.coverage))
    assert view.findings._fix_all.accessibleName() == "Rätta det säkra (2)"
    QTest.mouseClick(view.findings._fix_all, Qt.MouseButton.LeftButton)
    assert [block.runs for block in view.desk.document.report.goals[0].analysis.blocks] == [(), ()]
    assert view.desk.document.undo_stack.undoText() == "rättning av 2 anmärkningar"
    view.desk.document.undo_stack.undo()
    assert view.desk.document.report == made


def test_findings_can_be_ordered_by_rule_with_the_part_named_at_each(view):
    made = view.desk.document.report
    found = (finding(block_of(made)), finding(ANALYSIS, Level.ERROR, "BED-201"), finding(block_of(made, 1)))
    view.results.show_result(type(view.results.result)(found, (), view.results.result.coverage))
    view.findings.arrange()
    shown = [view.findings.model.line(view.findings.model.index(at)) for at in range(5)]
    assert [one.words for one in shown if isinstance(one, Head)] == ["En regel (1)", "En regel (2)"]
    assert [(one.finding.rule, one.where) for one in shown if isinstance(one, Row)] == [
        ("BED-201", "Målet"), ("TXT-103", "Målet"), ("TXT-103", "Målet"),
    ]  # fmt: skip


def test_the_foot_of_a_text_tells_words_and_lix(qtbot, view, editor):
    foot = view.area.page.fields[ANALYSIS].findChild(WordCount)
    qtbot.waitUntil(lambda: foot.text() != "")
    assert foot.text() == told(lix_of(editor.value()))
    assert foot.text().startswith("19 ord") or foot.text().startswith("20 ord")


def test_a_text_of_few_words_is_not_measured():
    assert told(lix_of(text("Målet nås."))) == ""


def test_a_menu_of_suggestions_that_is_open_outlives_a_result(view, window, editor):
    put(editor, SAID.index("vandrahem"))
    window.actions_.by_name["suggest"].trigger()
    menu = menu_of(editor)
    chosen = menu.activeAction()
    view.results.show_result(type(view.results.result)((), (), view.results.result.coverage))
    QApplication.processEvents()
    assert (menu_of(editor), menu.activeAction()) == (menu, chosen)
    choose(menu, "vandrarhem")
    assert view.desk.document.report.goals[0].analysis.plain.startswith(SAID.replace("vandrahem", "vandrarhem", 1))
