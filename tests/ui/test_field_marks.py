"""Findings and comments outside the running texts: on titles, lines, tiles and cells, seen, explained and mended there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip, QWidget
from pytestqt.qtbot import QtBot
from tests import builders
from tests.ui.hands import come_back

from avstamt.domain.finding import Evidence, Finding, Level
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, value_at
from avstamt.domain.report import Report
from avstamt.domain.review import Reply, ReviewComment
from avstamt.rules.writing_fixes import mend
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.main_window import MainWindow
from avstamt.ui.marks.field_marks import FieldMarks
from avstamt.ui.marks.mark import Mark, Stroke, Underlines
from avstamt.ui.report_view import ReportView
from avstamt.ui.review.review import Review
from avstamt.ui.tables.columns import COMMENT_ROLE
from avstamt.ui.tables.view import SheetView

GOAL = Place.of("goals", "g1")
TITLE = GOAL / "title"
NAME = GOAL / "indicators" / "i1" / "name"
ACTIVITY = GOAL / "activities" / "a1" / "text"
_BEFORE = "det som stod här förut"
_NAMED = "Besökarna trivs på vandrahemmet"


@pytest.fixture
def view(open_report: Callable[[Report], ReportView]) -> ReportView:
    goal = builders.goal(
        _NAMED,
        id="g1",
        number="1.1",
        assessment=Assessment.FULL,
        analysis=builders.text("Vi har arbetat på samma sätt som förra året."),
        indicators=(builders.indicator("Andel nöjda", id="i1"),),
        activities=(builders.activity("Bygga om vandrahemmet", id="a1"),),
    )
    shown = open_report(builders.report(goal, organisation="Enheten för boende"))
    shown.show_place(GOAL)
    return shown


@pytest.fixture(autouse=True)
def no_tool_tip_left() -> Iterator[None]:
    yield
    QToolTip.hideText()


def finding(place: Place, level: Level = Level.DEVIATION, rule: str = "TXT-103", **fields: Any) -> Finding:
    return Finding(rule, "en-regel", level, "Något stämmer inte här.", place, **fields)


def show(view: ReportView, *findings: Finding) -> None:
    assert view.area.page is not None
    view.area.page.marks.show(Underlines(view.desk.document.report, findings))


def editor_of(view: ReportView, place: Place) -> QWidget:
    assert view.area.page is not None
    return view.area.page.fields[place].editor


def title_of(view: ReportView) -> TitleEditor:
    made = editor_of(view, TITLE)
    assert isinstance(made, TitleEditor)
    return made


def sheet_of(view: ReportView, place: Place) -> SheetView:
    assert view.area.page is not None
    panel = next(one for one in view.area.page.sheets if one.sheet.index_of(place).isValid())
    panel.view.go_to(panel.sheet.index_of(place))
    return panel.view


def hover(widget: QWidget, point: QPoint) -> str:
    """Return what is said at a point of a widget; a tip that goes stands a while, so another is put there first."""
    QToolTip.showText(widget.mapToGlobal(point), _BEFORE, widget)
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, point, widget.mapToGlobal(point)))
    return "" if QToolTip.text() == _BEFORE else QToolTip.text()


def open_menu(widget: QWidget, point: QPoint) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, widget.mapToGlobal(point))
    QApplication.sendEvent(widget, event)
    return shown_menu()


def shown_menu() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, words: str) -> None:
    menu.setActiveAction(next(one for one in menu.actions() if one.text().replace("&", "").split("\t")[0] == words))
    QTest.keyClick(menu, Qt.Key.Key_Return)
    come_back()


def comment(view: ReportView, place: Place, text: str = "Är det rätt?") -> None:
    made = ReviewComment(id="k1", place=place, author="Anna", text=text, replies=(Reply(id="s1", text="Ja."),))
    view.desk.document.set_value(Place.of("comments"), (made,), "kommentar")


def spelling(view: ReportView, place: Place) -> Finding:
    said = value_at(view.desk.document.report, place)
    at = place.at(said.index("vandrahemmet"), said.index("vandrahemmet") + len("vandrahemmet"))
    fix = mend("Skriv vandrarhemmet", [(at, "vandrahemmet", "vandrarhemmet")])
    return finding(at, Level.TIP, "SPR-101", evidence=(Evidence(at, "vandrahemmet"),), fix=fix)


def test_words_in_a_title_are_underlined_by_level_in_strokes_of_their_own(view: ReportView) -> None:
    title = title_of(view)
    pictures: list[QImage] = [title.viewport().grab().toImage()]
    for level in Level:
        show(view, finding(TITLE.at(0, 9), level))
        pictures.append(title.viewport().grab().toImage())

    assert all(one != other for at, one in enumerate(pictures) for other in pictures[:at])


def test_a_line_of_the_report_form_is_underlined_too(view: ReportView) -> None:
    view.show_place(Place())
    place = Place.of("organisation")
    line = editor_of(view, place)
    assert isinstance(line, LineEditor)
    before = line.grab().toImage()

    show(view, finding(place))

    assert line.grab().toImage() != before
    assert "Något stämmer inte här." in hover(line, line.rects_of(2, 3)[0].center().toPoint())


def drawn_at(view: ReportView, place: Place) -> tuple[Mark, ...]:
    """Return what is underlined in the heading or line at a place."""
    assert view.area.page is not None
    _field, marks = view.area.page.marks._fields[place]
    assert isinstance(marks, FieldMarks)
    return marks.drawn.marks if marks.drawn is not None else ()


def test_a_title_that_is_only_quoted_is_not_underlined(view: ReportView) -> None:
    show(view, finding(GOAL / "assessment", evidence=(Evidence(TITLE, _NAMED),)))
    assert drawn_at(view, TITLE) == ()


def test_the_underline_of_a_title_follows_its_word_while_one_types(
    view: ReportView, type_text: Callable[[QWidget, str], None]
) -> None:
    title = title_of(view)
    title.setFocus()
    show(view, spelling(view, TITLE))
    QTest.keyClick(title, Qt.Key.Key_Home)

    type_text(title, "Alla ")

    drawn = drawn_at(view, TITLE)
    assert [(mark.start, mark.words, mark.stroke) for mark in drawn] == [
        (len("Alla Besökarna trivs på "), "vandrahemmet", Stroke.WAVE)
    ]


def test_a_finding_in_a_title_is_explained_on_hover_and_only_at_its_words(view: ReportView) -> None:
    title = title_of(view)
    show(view, spelling(view, TITLE))
    cursor = title.textCursor()
    cursor.setPosition(_NAMED.index("vandra") + 3)
    title.setTextCursor(cursor)

    assert "Något stämmer inte här." in hover(title.viewport(), title.cursorRect().center())
    assert hover(title.viewport(), QPoint(12, title.cursorRect().center().y())) == ""


def test_a_word_in_a_title_is_mended_from_its_menu_and_undone(view: ReportView) -> None:
    title = title_of(view)
    show(view, spelling(view, TITLE))
    cursor = title.textCursor()
    cursor.setPosition(_NAMED.index("vandra") + 3)
    title.setTextCursor(cursor)

    choose(open_menu(title.viewport(), title.cursorRect().center()), "vandrarhemmet")

    assert title.toPlainText() == "Besökarna trivs på vandrarhemmet"
    view.desk.document.undo_stack.undo()
    assert title.toPlainText() == _NAMED


def test_ctrl_full_stop_offers_the_mend_in_titles_and_cells(window: MainWindow, view: ReportView) -> None:
    show(view, spelling(view, TITLE), spelling(view, ACTIVITY))
    title_of(view).setFocus()
    QTest.keyClick(title_of(view), Qt.Key.Key_End)
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    choose(shown_menu(), "vandrarhemmet")
    cells = sheet_of(view, ACTIVITY)
    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)
    choose(shown_menu(), "vandrarhemmet")

    assert title_of(view).toPlainText().endswith("vandrarhemmet")
    assert cells.sheet.data(cells.sheet.index_of(ACTIVITY)) == "Bygga om vandrarhemmet"


def test_ctrl_full_stop_where_nothing_is_found_says_so(window: MainWindow, view: ReportView) -> None:
    show(view)
    sheet_of(view, NAME)

    QTest.keyClick(window, Qt.Key.Key_Period, Qt.KeyboardModifier.ControlModifier)

    assert "Här finns ingen anmärkning" in window.messages.text


def test_a_cell_shows_each_level_in_a_shape_of_its_own(view: ReportView) -> None:
    cells = sheet_of(view, NAME)
    cells.setCurrentIndex(QModelIndex())
    assert view.area.page is not None
    shapes = []
    for level in Level:
        view.area.page.show_levels({NAME: level})
        picture = cells.viewport().grab(cells.visualRect(cells.sheet.index_of(NAME))).toImage()
        paper = picture.pixelColor(picture.width() - 20, 5)
        corner = range(picture.width() - 14, picture.width() - 3)
        shapes.append([(x, y) for x in corner for y in range(3, 12) if picture.pixelColor(x, y) != paper])

    assert len({tuple(shape) for shape in shapes}) == len(Level)


def test_a_cell_explains_its_finding_on_hover_and_aloud(view: ReportView) -> None:
    cells = sheet_of(view, NAME)
    show(view, finding(NAME))
    index = cells.sheet.index_of(NAME)

    assert "Något stämmer inte här." in hover(cells.viewport(), cells.visualRect(index).center())
    assert "Avvikelse: Något stämmer inte här." in index.data(Qt.ItemDataRole.AccessibleTextRole)
    show(view)
    assert "Något stämmer" not in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_menu_of_a_cell_offers_to_show_its_finding_and_to_comment(view: ReportView) -> None:
    cells = sheet_of(view, NAME)
    show(view, finding(NAME))

    said = [
        one.text() for one in open_menu(cells.viewport(), cells.visualRect(cells.currentIndex()).center()).actions()
    ]

    assert said[0] == "Något stämmer inte här."
    assert {"Visa i &listan", "&Kommentera", "Kopiera\tCtrl+C"} <= set(said)


def test_the_assessment_can_be_commented_from_its_menu(
    view: ReportView, type_text: Callable[[QWidget, str], None]
) -> None:
    place = GOAL / "assessment"
    assert view.area.page is not None
    field = view.area.page.fields[place]
    review = view.findChild(Review)
    assert isinstance(review, Review)

    choose(open_menu(field, field.rect().center()), "Kommentera")
    type_text(review.panel.box.text, "Varför inte delvis?")
    type_text(review.panel.box.author, "Anna")
    QTest.keyClick(review.panel.box.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (made,) = view.desk.document.report.comments
    assert (made.place, made.quote) == (place, "Uppfylls helt")
    assert field.comments.isVisible()
    view.desk.document.undo_stack.undo()
    assert not field.comments.isVisible()


def test_the_year_can_be_commented_from_its_own_menu(view: ReportView) -> None:
    view.show_place(Place.of("year"))
    assert view.area.page is not None
    editor = view.area.page.fields[Place.of("year")].editor

    menu = open_menu(editor, editor.rect().center())
    assert "edit-copy" in {one.objectName() for one in menu.actions()}
    choose(menu, "Kommentera")

    review = view.findChild(Review)
    assert isinstance(review, Review)
    assert review.panel.box.isVisible()


def test_a_comment_on_a_text_is_counted_without_its_answers_and_pushes_nothing_down(view: ReportView) -> None:
    assert view.area.page is not None
    place = GOAL / "analysis"
    field = view.area.page.fields[place]
    before = field.editor.y()

    comment(view, place)
    QApplication.processEvents()

    assert field.comments.isVisible()
    assert (field.comments.text(), field.editor.y()) == ("1", before)


@pytest.mark.parametrize("place", [TITLE, GOAL / "number", GOAL / "assessment"], ids=["title", "line", "tiles"])
def test_a_commented_field_has_a_button_that_says_the_comment_and_opens_it(
    qtbot: QtBot, view: ReportView, place: Place
) -> None:
    comment(view, place)
    assert view.area.page is not None
    button = view.area.page.fields[place].comments
    review = view.findChild(Review)
    assert isinstance(review, Review)

    assert "Anna: Är det rätt?" in button.accessibleDescription()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)

    qtbot.waitUntil(lambda: QApplication.focusWidget() is review.panel.cards[0].quote)


def test_a_settled_comment_leaves_its_field(view: ReportView) -> None:
    comment(view, TITLE)
    view.desk.document.set_value(Place.of("comments", "k1", "resolved"), True, "klar")  # noqa: FBT003 - the field's value
    assert view.area.page is not None

    assert not view.area.page.fields[TITLE].comments.isVisible()


def test_the_words_of_a_title_that_are_commented_are_marked(view: ReportView) -> None:
    comment(view, TITLE.at(0, 9))

    assert [one.cursor.selectedText() for one in title_of(view).extraSelections()] == ["Besökarna"]


def test_a_commented_cell_says_the_comment_on_hover_and_aloud_and_shows_it_from_its_menu(view: ReportView) -> None:
    cells = sheet_of(view, NAME)
    before = cells.viewport().grab().toImage()
    comment(view, NAME)
    index = cells.sheet.index_of(NAME)

    assert index.data(COMMENT_ROLE)
    assert cells.viewport().grab().toImage() != before
    assert "Är det rätt?" in hover(cells.viewport(), cells.visualRect(index).center())
    assert "Kommentar av Anna: Är det rätt?" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    choose(open_menu(cells.viewport(), cells.visualRect(index).center()), "Visa kommentaren")
    review = view.findChild(Review)
    assert isinstance(review, Review)
    assert QApplication.focusWidget() is review.panel.cards[0].quote


def test_commented_words_in_a_text_tell_who_said_what_and_what_was_answered(view: ReportView) -> None:
    place = GOAL / "analysis"
    text = value_at(view.desk.document.report, place)
    comment(view, (place / "blocks" / text.blocks[0].id).at(0, 10))
    editor = editor_of(view, place)
    assert isinstance(editor, RichEditor)
    cursor = editor.textCursor()
    cursor.setPosition(4)
    inside = editor.cursorRect(cursor).center()
    cursor.setPosition(20)
    outside = editor.cursorRect(cursor).center()

    assert "Anna: Är det rätt?<br>Utan namn svarade: Ja." in hover(editor.viewport(), inside)
    assert hover(editor.viewport(), outside) == ""


def test_where_comments_are_shown_the_caret_brings_that_of_its_words_into_sight(view: ReportView) -> None:
    place = GOAL / "analysis"
    text = value_at(view.desk.document.report, place)
    comment(view, (place / "blocks" / text.blocks[0].id).at(0, 10))
    review = view.findChild(Review)
    assert isinstance(review, Review)
    review.switch(is_on=True)
    editor = editor_of(view, place)
    assert isinstance(editor, RichEditor)
    (card,) = review.panel.cards
    before = card.grab().toImage()

    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Right)

    assert card.is_current
    assert card.grab().toImage() != before
    assert QApplication.focusWidget() is editor
