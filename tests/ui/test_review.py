"""Reviewing: comments in the text that are never lost, parts done and reviewed, all in the same file and undoable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.builders import rich_report
from tests.ui.asking import when_asked
from tests.ui.test_for_everyone import nameless
from tests.ui.test_nothing_clipped import clipped

from avstamt.domain.finding import Coverage
from avstamt.domain.place import Place, value_at
from avstamt.domain.text import block_text
from avstamt.rules.engine import Result
from avstamt.storage.file import read
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.outline.model import REVIEWED_ROLE
from avstamt.ui.review import deeds
from avstamt.ui.review.review import Review

GOAL = Place.of("goals", "g3")
ANALYSIS = GOAL / "analysis"


@pytest.fixture
def view(open_report):
    made = open_report(rich_report())
    made.show_place(GOAL)
    return made


@pytest.fixture
def review(view) -> Review:
    return view.findChild(Review)


@pytest.fixture
def editor(view):
    return view.area.page.fields[ANALYSIS].editor


def press(root, words: str) -> None:
    QApplication.processEvents()
    found = (one for one in root.findChildren(QAbstractButton) if one.text().strip("\u2009") == words)
    QTest.mouseClick(next(one for one in found if one.isVisible()), Qt.MouseButton.LeftButton)


def mark_words(editor, words: str) -> None:
    """Mark words in a text as with the keyboard."""
    editor.setFocus()
    start = editor.toPlainText().index(words)
    cursor = editor.textCursor()
    cursor.setPosition(start)
    editor.setTextCursor(cursor)
    for _ in words:
        QTest.keyClick(editor, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)


@pytest.fixture
def comment(window, review, editor, type_text):
    """Write a comment on some words, by keyboard."""

    def write(words: str, text: str, name: str = "Anna") -> None:
        mark_words(editor, words)
        QTest.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        box = review.panel.box
        assert QApplication.focusWidget() is box.text
        type_text(box.text, text)
        if box.author.isVisible():
            type_text(box.author, name)
        QTest.keyClick(box.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    return write


def words_of(report) -> str:
    place = report.comments[0].place
    value = value_at(report, place)
    said = value if isinstance(value, str) else block_text(value)
    return said[slice(*place.span)]


def test_a_comment_on_marked_words_is_put_there_and_signed(view, review, comment, editor, settings):
    comment("Nio av tio", "Hur många är det?")
    (made,) = view.desk.document.report.comments
    assert (made.text, made.author, made.quote, words_of(view.desk.document.report)) == (
        "Hur många är det?", "Anna", "Nio av tio", "Nio av tio",
    )  # fmt: skip
    assert review.is_on
    assert settings.author == "Anna"
    assert "Nio av tio" in [one.cursor.selectedText() for one in editor.extraSelections()]


def test_the_menu_of_a_text_offers_to_comment(qtbot, review, editor):
    mark_words(editor, "Kön")
    QApplication.sendEvent(
        editor.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, editor.cursorRect().center(), QPoint())
    )
    menu = QApplication.activePopupWidget()
    action = next(one for one in menu.actions() if one.text() == "&Kommentera")
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    assert review.panel._about.text() == "Om ”Kön”"


def test_the_name_is_asked_for_only_the_first_time(review, comment):
    comment("Nio av tio", "Ett")
    comment("Kön", "Två", name="Någon annan")
    assert [card.comment.author for card in review.panel.cards] == ["Anna", "Anna"]


def test_the_comment_follows_its_words_while_the_text_is_written(view, comment, editor, type_text):
    comment("Nio av tio", "Hur många är det?")
    cursor = editor.textCursor()
    cursor.setPosition(editor.toPlainText().index("Nio av tio"))
    editor.setTextCursor(cursor)
    type_text(editor, "Under våren: å, ")
    assert words_of(view.desk.document.report) == "Nio av tio"
    assert "Nio av tio" in [one.cursor.selectedText() for one in editor.extraSelections()]
    cursor.setPosition(editor.toPlainText().index("tio samtal"))
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert words_of(view.desk.document.report) == "Nio av "


def test_a_comment_whose_words_are_deleted_is_kept_with_what_it_was_about(view, review, comment, editor):
    comment("Kön är borta.", "Vilken kö?")
    editor.setFocus()
    cursor = QTextCursor(editor.document())
    cursor.select(QTextCursor.SelectionType.Document)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    (card,) = review.panel.cards
    assert "Kön är borta." in card.quote.accessibleName()
    assert view.desk.document.report.comments[0].place.is_within(ANALYSIS)


def test_it_is_answered_resolved_and_opened_again(window, view, review, comment, type_text):
    comment("Nio av tio", "Hur många är det?")
    press(review.panel.cards[0], "Svara")
    type_text(review.panel.cards[0].box.text, "Nittio av hundra.")
    press(review.panel.cards[0], "Spara svaret")
    assert [reply.text for reply in view.desk.document.report.comments[0].replies] == ["Nittio av hundra."]
    press(review.panel.cards[0], "Klar")
    assert view.desk.document.report.comments[0].resolved
    assert review.panel.cards == []
    press(review.panel, "Visa klara")
    press(review.panel.cards[0], "Öppna igen")
    assert not view.desk.document.report.comments[0].resolved


def test_one_deletes_only_what_one_has_written_oneself(view, review, comment, settings):
    comment("Nio av tio", "Hur många är det?")
    settings.author = "Björn"
    comment("Kön", "Vilken?")
    QApplication.processEvents()
    (own,) = [card for card in review.panel.cards if card.delete.isVisible()]
    press(own, "Ta bort")
    assert [one.text for one in view.desk.document.report.comments] == ["Hur många är det?"]


def test_from_a_comment_one_comes_to_its_words(view, review, comment, editor):
    comment("Nio av tio", "Hur många är det?")
    view.show_place(Place.of("sections", "s1"))
    QTest.mouseClick(review.panel.cards[0].quote, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    shown = view.area.page.fields[ANALYSIS].editor
    assert QApplication.focusWidget() is shown
    assert shown.textCursor().selectedText() == "Nio av tio"


def test_a_cell_and_a_whole_part_can_be_commented(window, view, review, type_text):
    view.show_place(Place.of("goals", "g2", "indicators", "i1", "outcome"))
    window.actions_.by_name["comment"].trigger()
    type_text(review.panel.box.text, "Stämmer det?")
    press(review.panel.box, "Spara kommentaren")
    (made,) = view.desk.document.report.comments
    assert (str(made.place), made.quote) == ("goals/g2/indicators/i1/outcome", "86 %")
    index = view.outline.model.index_of(Place.of("goals", "g2"))
    assert view.outline.model.data(index, REVIEWED_ROLE).comments == 1


def test_everything_is_undone_and_done_again(window, view, comment):
    before = view.desk.document.report
    comment("Nio av tio", "Hur många är det?")
    window.actions_.by_name["mark_done"].trigger()
    window.actions_.by_name["mark_reviewed"].trigger()
    after = view.desk.document.report
    for _ in range(3):
        window.actions_.by_name["undo"].trigger()
    assert view.desk.document.report == before
    for _ in range(3):
        window.actions_.by_name["redo"].trigger()
    assert view.desk.document.report == after


def test_comments_and_marks_lie_in_the_same_file(window, view, comment, tmp_path):
    comment("Nio av tio", "Hur många är det?")
    window.actions_.by_name["mark_done"].trigger()
    assert window.session.save(view.desk.document, tmp_path / "r.avst")
    assert read(tmp_path / "r.avst") == view.desk.document.report
    assert len(read(tmp_path / "r.avst").marks) == 1


def test_how_many_parts_are_done_is_always_told(window, view, review, settings):
    settings.author = "Anna"
    assert review.bar.count.text() == "0 av 6 delar klara"
    press(review.bar, "Klarmarkera")
    assert review.bar.count.text() == "1 av 6 delar klara"
    button = next(iter(review.bar.buttons.values()))
    assert button.text().strip("\u2009").startswith("Klar: Anna, ")
    index = view.outline.model.index_of(GOAL)
    assert view.outline.model.data(index, REVIEWED_ROLE).done
    assert "klar" in view.outline.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    window.actions_.by_name["mark_done"].trigger()
    assert review.bar.count.text() == "0 av 6 delar klara"


def test_a_part_changed_after_it_was_reviewed_says_so(window, view, review):
    window.actions_.by_name["mark_reviewed"].trigger()
    assert review.bar.count.text() == "0 av 6 delar klara, 1 granskad"
    view.desk.document.set_value(GOAL / "title", "En annan titel", "ändring")
    assert review.bar._changed.text() == "Ändrad sedan den blev granskad"


def test_what_is_no_part_to_write_is_not_marked(window, view):
    view.show_place(Place.of("title"))
    window.actions_.by_name["mark_done"].trigger()
    assert view.desk.document.report.marks == ()
    assert window.messages.text.startswith("Här finns inget att markera.")


def test_the_mode_shows_the_comments_where_the_findings_stand(window, view, review):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(window, Qt.Key.Key_G, keys)
    assert (review.panel.isVisible(), view.findings.isVisible()) == (True, False)
    QTest.keyClick(window, Qt.Key.Key_G, keys)
    assert (review.panel.isVisible(), view.findings.isVisible()) == (False, True)


def test_to_ask_for_the_findings_ends_the_review(window, view, review):
    window.actions_.by_name["review"].trigger()
    assert window.actions_.by_name["review"].isChecked()
    assert not window.actions_.by_name["findings"].isChecked()
    window.actions_.by_name["findings"].trigger()
    assert (review.panel.isVisible(), view.findings.isVisible()) == (False, True)


def test_the_mode_has_names_on_everything_and_cuts_no_words(window, view, review, comment):
    comment("Nio av tio", "Hur många är det, och hur vet vi det?")
    review.comment()
    for width in (1024, 1280):
        window.resize(width, 800)
        for _ in range(20):
            QApplication.processEvents()
        assert nameless(window) == []
        assert clipped(review.panel) == []
        assert clipped(review.bar) == []


def test_f6_goes_to_the_comments_where_the_findings_stood(window, view, review):
    review.switch(is_on=True)
    view.focus_page()
    window.actions_.by_name["next_pane"].trigger()
    assert review.panel.isAncestorOf(QApplication.focusWidget())


def test_the_settings_keep_name_size_and_group(window, settings):
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, SettingsDialog)
        assert dialog.group.text() == "5 personer, som vanligt"
        dialog.name.setText("Anna")
        dialog.size_choice.setCurrentIndex(2)
        dialog.group.setValue(8)
        press(dialog, "Spara")

    when_asked(answer)
    window.actions_.by_name["settings"].trigger()
    assert (settings.author, settings.text_size, settings.review.small_group) == ("Anna", 115, 8)


# while something is written


def test_an_answer_half_written_outlives_what_happens_to_its_comment_and_the_others(
    window, view, review, comment, type_text
):
    comment("Nio av tio", "Hur många är det?")
    comment("Kön", "Vilken kö?")
    press(review.panel.cards[0], "Svara")
    box = review.panel.cards[0].box
    type_text(box.text, "Nittio av")
    press(review.panel.cards[1], "Klar")
    assert review.panel.cards[0].box is box
    box.text.setFocus()
    made = view.desk.document.report.comments[0]
    deeds.answer(view.desk, made.id, "Jag undrar också.")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    renewed = review.panel.cards[0].box
    assert window.focusWidget() is renewed.text
    assert (renewed.text.toPlainText(), renewed.text.textCursor().position()) == ("Nittio av", 9)
    press(review.panel.cards[0], "Svara")
    type_text(renewed.text, " hundra.")
    press(review.panel.cards[0], "Spara svaret")
    said = [reply.text for reply in view.desk.document.report.comments[0].replies]
    assert said == ["Jag undrar också.", "Nittio av hundra."]
    assert review.panel.cards[0].box.isHidden()


def test_a_comment_half_written_is_let_alone_by_results_and_moves_to_what_is_marked_next(
    window, view, review, editor, type_text
):
    mark_words(editor, "Nio av tio")
    window.actions_.by_name["comment"].trigger()
    type_text(review.panel.box.text, "Hur många")
    view.results.show_result(Result((), (), Coverage()))
    assert (window.focusWidget(), review.panel.box.text.toPlainText()) == (review.panel.box.text, "Hur många")
    mark_words(editor, "Kön")
    window.actions_.by_name["comment"].trigger()
    assert (review.panel.box.text.toPlainText(), review.panel._about.text()) == ("Hur många", "Om ”Kön”")
