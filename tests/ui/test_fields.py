"""The fields of the page: what they hold, what they leave alone, and what they do with keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.builders import activity, goal, indicator, report, rich_report, section

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.indicator import Direction
from avstamt.domain.locks import lock_reason, node_lock
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.domain.text import EMPTY_TEXT, Paragraph, RichText, Run
from avstamt.ui.editors.choice import AssessmentEditor, ListEditor
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.editors.year import YearEditor
from avstamt.ui.forms.field import DoubtNote
from avstamt.ui.labels import Label, TextButton


@pytest.fixture
def line(qtbot, application) -> LineEditor:
    made = LineEditor()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("value", ["", "hårt\u00a0blank", "två  blanka ", "en\nrad till", "å–ä"])
def test_a_value_that_is_only_shown_stays_as_it_was(qtbot, line, value):
    title = TitleEditor()
    qtbot.addWidget(title)
    told: list[str] = []
    for editor in (line, title):
        editor.edited.connect(lambda: told.append("ändrat"))
        editor.set_value(value)
        editor.show()
        editor.setFocus()
        editor.clearFocus()
        assert (editor.value(), told) == (value, [])


def test_a_title_is_one_paragraph_and_enter_goes_on(qtbot, application, type_text):
    title = TitleEditor()
    qtbot.addWidget(title)
    title.set_value("Mål")
    title.moveCursor(title.textCursor().MoveOperation.End)
    data = QMimeData()
    data.setText("\nett  \n två")
    title.insertFromMimeData(data)
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert title.value() == "Målett två"


def test_a_year_is_taken_when_it_is_whole(qtbot, application, type_text):
    year = YearEditor()
    qtbot.addWidget(year)
    year.set_value(2024)
    told = []
    year.edited.connect(lambda: told.append(year.value()))
    year.selectAll()
    type_text(year, "2025")
    assert told == [2025]
    year.selectAll()
    type_text(year, "20")
    year.clearFocus()
    assert year.value() == 2025


def test_a_wheel_over_a_list_changes_nothing(qtbot, look):
    choice = ListEditor(look, [(1, "ett"), (2, "två")])
    qtbot.addWidget(choice)
    choice.set_value(1)
    is_inverted = False
    event = QWheelEvent(
        QPointF(3, 3), QPointF(3, 3), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, is_inverted,
    )  # fmt: skip
    QApplication.sendEvent(choice, event)
    assert choice.value() == 1


def test_files_dragged_over_a_line_are_left_to_the_window(line):
    from PySide6.QtCore import QUrl

    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/rapport.avst")])
    event = QDragEnterEvent(
        QPoint(2, 2), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    line.dragEnterEvent(event)
    assert not event.isAccepted()


def test_an_assessment_says_what_it_means_and_which_words_the_report_has(qtbot, look):
    editor = AssessmentEditor(look)
    qtbot.addWidget(editor)
    assert editor._meaning.text() == "Ingen bedömning visas i rapporten."
    editor.set_value(Assessment.NOT)
    editor.show_wording("Uppfylls ej")
    assert editor._meaning.text().startswith("I rapporten står ”Uppfylls ej”.")
    with qtbot.waitSignal(editor.edited):
        editor._none.click()
    assert editor.value() is None


def page_of(open_report, made, *path: str):
    view = open_report(made)
    view.show_place(Place.of(*path))
    return view, view.area.page


def test_an_analysis_of_an_indicator_is_begun_written_and_undone(open_report, type_text):
    view, page = page_of(open_report, rich_report(), "goals", "g2")
    before = view.desk.document.report
    page.sheets[0].view.go_to(page.sheets[0].sheet.index(0, 0))
    begin = next(
        button for button in page.findChildren(TextButton) if button.accessibleName() == "Skriv analys av indikatorn"
    )
    assert not begin.isHidden()
    begin.click()
    place = Place.of("goals", "g2", "indicators", "i1", "analysis")
    assert place in page.fields
    assert begin.isHidden()
    type_text(QApplication.focusWidget(), "Fler svarade.")
    assert view.desk.document.report.goals[1].indicators[0].analysis.plain == "Fler svarade."
    while view.desk.document.undo_stack.canUndo():
        view.desk.document.undo_stack.undo()
    assert view.desk.document.report == before
    assert place not in page.fields


def test_the_direction_of_an_indicator_is_told_and_can_be_said(open_report):
    row = indicator("Egen mätare", id="i1")
    view, page = page_of(open_report, report(goal("Mål", id="g1", indicators=(row,))), "goals", "g1")
    page.sheets[0].view.go_to(page.sheets[0].sheet.index(0, 0))
    choice = page.findChild(ListEditor)
    assert choice.itemText(0) == "inte känd"
    choice.setCurrentIndex(1)
    choice.activated.emit(1)
    assert view.desk.document.report.goals[0].indicators[0].direction is Direction.HIGHER


def test_text_without_a_sure_place_is_marked_with_a_sentence(open_report):
    doubtful = RichText(blocks=(Paragraph(id="b1", runs=(Run(text="Rad"),), unplaced=True),))
    _view, page = page_of(open_report, report(sections=(section(id="s1", text=doubtful),)), "sections", "s1")
    assert page.findChildren(DoubtNote)
    _view, page = page_of(open_report, report(sections=(section(id="s1", text=EMPTY_TEXT),)), "sections", "s1")
    assert not page.findChildren(DoubtNote)


def test_a_front_page_can_be_added_and_taken_away(qtbot, open_report):
    view = open_report(report(level=OrganisationLevel.COMMITTEE))
    page = view.area.page
    page._add_front.click()
    assert view.desk.document.report.front is not None
    assert view.place == Place.of("front")
    view.outline.deeds.remove()
    assert view.desk.document.report.front is None


def test_text_the_template_does_not_know_is_shown_all_the_same(open_report):
    made = report(goal("Mål", id="g1", working_method="Vi arbetar tillsammans."))
    _view, page = page_of(open_report, made, "goals", "g1")
    field = page.fields[Place.of("goals", "g1", "working_method")]
    assert field.label.text() == "Arbetssätt"


def test_what_others_have_decided_is_locked_with_a_reason():
    row = indicator("Antal", id="i1", locked=True)
    deed = activity("Öva", id="a1", locked=True)
    made = report(
        goal("KF", GoalLevel.AREA, id="g1", locked=True, indicators=(row,), activities=(deed,), analysis="Egen."),
        goal("Nämnd", GoalLevel.COMMITTEE, id="g2", locked=True),
        sections=(section("Ekonomi", id="s1", locked=True),),
    )
    reasons = {
        "goals/g1/title": "Målet är beslutat av kommunfullmäktige.",
        "goals/g2/description": "Målet är beslutat av nämnden.",
        "goals/g1/analysis": "",
        "goals/g1/indicators/i1/name": "Indikatorn är beslutad av nämnden.",
        "goals/g1/indicators/i1/outcome": "",
        "goals/g1/activities/a1/text": "Aktiviteten är beslutad av nämnden.",
        "sections/s1/title": "Rubriken är bestämd i mallen.",
        "goals/finns-inte/title": "",
        "title": "",
    }
    assert {text: lock_reason(made, Place.parse(text)) for text in reasons} == reasons
    nodes = ["goals/g1", "goals/g1/indicators/i1", "goals/g1/activities/a1", "sections/s1"]
    assert all(node_lock(made, Place.parse(text)) for text in nodes)
    assert node_lock(made, Place.parse("goals/finns-inte")) == ""


def test_a_locked_field_can_be_read_but_not_written(open_report, type_text):
    made = report(goal("KF:s mål", GoalLevel.AREA, id="g1", locked=True, description="Nämndens text."))
    view, page = page_of(open_report, made, "goals", "g1")
    for name in ("title", "description"):
        editor = page.fields[Place.of("goals", "g1", name)].editor
        type_text(editor, "x")
        assert editor.isReadOnly()
    assert view.desk.document.report == made


def test_a_goal_without_a_number_has_no_empty_box_but_a_way_to_one(open_report, type_text):
    view, page = page_of(open_report, report(goal("Nämndens mål", GoalLevel.COMMITTEE, id="g1")), "goals", "g1")
    place = Place.of("goals", "g1", "number")
    [way] = [one for one in page.findChildren(TextButton) if one.accessibleName() == "Lägg till nummer"]
    assert page.fields[place].isHidden()
    way.click()
    editor = page.fields[place].editor
    assert (editor.hasFocus(), way.isVisible()) == (True, False)
    type_text(editor, "1.1")
    assert view.desk.document.report.goals[0].number == "1.1"


def test_the_level_of_a_goal_stands_on_one_line(open_report):
    _view, page = page_of(open_report, report(goal("KF", GoalLevel.AREA, id="g1", number="1.1")), "goals", "g1")
    [level] = [one for one in page.findChildren(Label) if one.text() == "KF:s mål för verksamhetsområdet"]
    assert level.height() < 2 * level.fontMetrics().height()


def test_a_number_that_comes_by_undo_is_shown(open_report):
    view, page = page_of(open_report, report(goal("Nämndens mål", GoalLevel.COMMITTEE, id="g1")), "goals", "g1")
    place = Place.of("goals", "g1", "number")
    view.desk.document.set_value(place, "1.1", "nummer")
    assert page.fields[place].isVisible()


@pytest.mark.parametrize(("number", "is_locked"), [("1.1", False), ("", True)])
def test_no_number_is_offered_where_there_is_one_or_it_is_decided(open_report, number, is_locked):
    made = report(goal("Nämndens mål", GoalLevel.COMMITTEE, id="g1", number=number, locked=is_locked))
    _view, page = page_of(open_report, made, "goals", "g1")
    assert not any(one.isVisible() for one in page.findChildren(TextButton) if "nummer" in one.accessibleName())


def test_who_comes_to_the_beginning_of_a_text_sees_its_label_and_buttons(qtbot, open_report):
    long = "\n".join(["En rad i taget."] * 60)
    made = report(goal(id="g1", description=long, expected_result=long, analysis=long), kind=ReportKind.PLAN)
    view, page = page_of(open_report, made, "goals", "g1")
    field = page.fields[Place.of("goals", "g1", "expected_result")]
    bar = view.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 4000)
    bar.setValue(bar.maximum())
    page.focus_place(Place.of("goals", "g1", "expected_result"))
    qtbot.waitUntil(lambda: 30 < field.label.mapTo(view.area.viewport(), QPoint()).y() < 90)
