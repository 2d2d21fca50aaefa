"""The window: opening, editing, saving, undoing, closing; real events, no calls behind the widgets where a user has a way."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton
from tests.builders import front_page, goal, indicator, report, rich_report
from tests.ui.asking import when_asked

from avstamt.domain.goal import Assessment
from avstamt.domain.place import ROOT, Place, value_at, with_value
from avstamt.resources import resource
from avstamt.storage.file import read, save
from avstamt.ui.editors.rich import RichEditor

ANALYSIS = Place.of("goals", "g3", "analysis")


def answer(words: str) -> None:
    """Press the button with these words in the question that is open."""
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    button = next(button for button in box.findChildren(QPushButton) if button.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def edit_title(view, text: str = "Ändrad titel") -> None:
    view.desk.document.set_value(Place.of("title"), text, "Ändra titel")


@pytest.fixture
def opened(open_report):
    return open_report(rich_report())


def test_the_title_has_a_star_while_something_is_unsaved(window, opened, tmp_path):
    assert window.windowTitle() == "Verksamhetsberättelse 2024 – Enheten för rådgivning[*] – Avstämt"
    assert not window.isWindowModified()
    edit_title(opened)
    assert window.isWindowModified()
    assert window.session.save(opened.desk.document, tmp_path / "r.avst")
    assert not window.isWindowModified()
    window.actions_.by_name["undo"].trigger()
    assert window.isWindowModified()


def test_without_a_report_there_is_nothing_to_save(window):
    assert not window.actions_.by_name["save"].isEnabled()
    assert window.actions_.by_name["new"].isEnabled()
    assert window.windowTitle() == "Avstämt"


@pytest.mark.parametrize("name", ["new", "save", "undo", "export_word"])
def test_a_drawing_in_the_toolbar_is_made_for_use_and_for_when_it_cannot_be_used(window, opened, name):
    drawing = window.actions_.by_name[name].icon()
    assert drawing.availableSizes(QIcon.Mode.Normal)
    assert drawing.availableSizes(QIcon.Mode.Disabled)


def test_closing_without_changes_asks_nothing(window, opened):
    assert window.close()


def test_closing_can_be_cancelled(window, opened):
    edit_title(opened)
    when_asked(lambda: answer("Avbryt"))
    assert not window.close()
    assert window.isVisible()
    assert opened.desk.document.is_modified


def test_closing_can_let_the_changes_go(window, opened):
    edit_title(opened)
    when_asked(lambda: answer("Spara inte"))
    assert window.close()


def test_closing_can_save_first(window, opened, tmp_path, monkeypatch):
    path = tmp_path / "sparad.avst"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    edit_title(opened)
    when_asked(lambda: answer("Spara"))
    assert window.close()
    assert read(path).title == "Ändrad titel"


def test_a_cancelled_file_dialog_keeps_the_report_open(window, opened, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    edit_title(opened)
    when_asked(lambda: answer("Spara"))
    assert not window.close()


def test_a_saved_report_is_opened_from_its_file_and_remembered(qtbot, window, tmp_path):
    path = tmp_path / "r.avst"
    save(rich_report(), path)
    with qtbot.waitSignal(window.session.opened) as told:
        window.session.open(path)
    assert told.args[0].document.report == read(path)
    assert window.session.settings.recent == (path,)


def test_the_same_file_is_opened_once(qtbot, window, tmp_path):
    path = tmp_path / "r.avst"
    save(rich_report(), path)
    for _ in range(2):
        with qtbot.waitSignals([window.session.opened, window.session.wanted], raising=False, timeout=500):
            window.session.open(path)
    assert len(window.tabs.views) == 1


def test_a_file_that_cannot_be_read_is_told_in_the_bar(qtbot, window, tmp_path):
    path = tmp_path / "trasig.avst"
    path.write_text("{", encoding="utf-8")
    window.session.open(path)
    qtbot.waitUntil(lambda: "trasig.avst" in window.messages.text and "…" not in window.messages.text)
    assert window.tabs.current is None


def test_a_dropped_file_is_opened(qtbot, window, tmp_path):
    path = tmp_path / "r.avst"
    save(rich_report(), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.session.opened):
        window.dropEvent(event)


def test_two_reports_stand_in_two_tabs_each_with_its_own_undo(window, open_report):
    first = open_report(rich_report())
    second = open_report(report(goal(id="g9"), year=2023))
    edit_title(second)
    assert window.tabs.bar.isVisible()
    assert window.actions_.by_name["undo"].isEnabled()
    window.tabs.show_document(first.desk.document)
    assert not window.actions_.by_name["undo"].isEnabled()
    assert window.tabs.bar.tabText(1).endswith("*")


def test_closing_a_tab_shows_the_other_and_then_the_start(window, open_report):
    first = open_report(rich_report())
    second = open_report(report(goal(id="g9")))
    window.close_view(second)
    assert window.tabs.current is first
    window.commands.files.close_document()
    assert window.tabs.current is None
    assert window.tabs.start.isVisible()


def test_every_part_is_shown_and_each_page_holds_its_fields(window, open_report):
    view = open_report(report(*rich_report().goals, sections=rich_report().sections, front=front_page()))
    for place in view.outline.model.places():
        view.show_place(place)
        assert view.area.page is not None
        assert view.area.page.place == place
        assert view.area.page.fields


def test_typing_in_a_field_changes_the_report_and_ctrl_z_takes_it_back(window, opened, type_text):
    before = opened.desk.document.report
    opened.show_place(ANALYSIS)
    editor = QApplication.focusWidget()
    assert isinstance(editor, RichEditor)
    type_text(editor, "Åäö ")
    assert value_at(opened.desk.document.report, ANALYSIS).plain.startswith("Åäö Telefonen")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert opened.desk.document.report == before
    assert editor.toPlainText().startswith("Telefonen")


def test_undo_goes_to_where_it_happened(window, opened):
    opened.desk.document.set_value(Place.of("goals", "g3", "title"), "Ny", "Ändra titel")
    opened.show_place(Place.of("sections", "s1"))
    window.actions_.by_name["undo"].trigger()
    assert opened.place == Place.of("goals", "g3")


def test_undo_of_the_title_goes_to_the_reports_own_page(window, opened):
    edit_title(opened)
    opened.show_place(Place.of("sections", "s1"))
    window.actions_.by_name["undo"].trigger()
    assert opened.place == ROOT


def test_undo_of_what_touched_many_parts_stays_where_one_is(window, opened):
    opened.show_place(Place.of("sections", "s1"))
    opened.desk.document.change(ROOT, lambda old: with_value(old, Place.of("title"), "Ny"), "rättning")
    window.actions_.by_name["undo"].trigger()
    assert opened.place == Place.of("sections", "s1")


def test_a_click_on_a_finding_puts_the_focus_in_its_field(qtbot, window, open_report):
    row = indicator(
        "Antal besök", id="i1", outcome="270 st", outcome_men="125 st", outcome_women="144 st", target="200 st"
    )
    view = open_report(
        report(goal("Mål", id="g1", assessment=Assessment.FULL, analysis="Målet nås.", indicators=(row,)))
    )
    findings = view.findings.list
    index = next(i for i in (view.findings.model.index(n) for n in range(9)) if "269" in str(i.data()))
    findings.scrollTo(index)
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, pos=findings.visualRect(index).center())
    assert view.place == Place.of("goals", "g1")
    table = view.area.page.sheets[0].view
    assert QApplication.focusWidget() is table
    assert table.currentIndex().data() == "270 st"


def test_the_assessment_is_chosen_by_a_click_and_its_old_wording_goes(window, open_report):
    view = open_report(report(goal("Mål", id="g1", assessment=Assessment.NOT, wording="Uppfylls ej", analysis="Nej.")))
    view.show_place(Place.of("goals", "g1"))
    QApplication.processEvents()
    tiles = view.area.page.fields[Place.of("goals", "g1", "assessment")].editor._tiles
    QTest.mouseClick(tiles[Assessment.PARTLY], Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    changed = view.desk.document.report.goals[0]
    assert (changed.assessment, changed.wording) == (Assessment.PARTLY, "")
    window.actions_.by_name["undo"].trigger()
    assert view.desk.document.report.goals[0].wording == "Uppfylls ej"


def test_the_panes_fold_away_and_the_column_stays_where_it_is(qtbot, window, opened):
    window.resize(1440, 900)
    opened.show_place(Place.of("goals", "g3"))
    qtbot.waitUntil(lambda: opened.width() == 1440)
    QApplication.processEvents()
    before = opened.area.page.mapTo(window, QPoint(0, 0)).x()
    window.actions_.by_name["findings"].trigger()
    QApplication.processEvents()
    assert opened.findings.isHidden()
    assert opened.area.page.mapTo(window, QPoint(0, 0)).x() == before
    window.actions_.by_name["outline"].trigger()
    QApplication.processEvents()
    assert opened.area.page.mapTo(window, QPoint(0, 0)).x() == before


def test_a_year_of_another_template_gives_the_page_its_columns(qtbot, window, opened):
    opened.show_place(Place.of("goals", "g2"))
    opened.desk.document.set_value(Place.of("year"), 2021, "Ändra år")
    heads = lambda: [column.head for column in opened.area.page.sheets[0].sheet.columns]  # noqa: E731 - asked again
    qtbot.waitUntil(lambda: any("2020" in head for head in heads()))


def test_a_save_that_fails_is_told_and_the_star_stays(window, opened, tmp_path):
    edit_title(opened)
    assert not window.session.save(opened.desk.document, tmp_path / "finns inte" / "r.avst")
    assert window.messages.text
    assert window.isWindowModified()


def test_an_imported_text_is_opened_unsaved_with_its_doubts(qtbot, window, tmp_path):
    with qtbot.waitSignal(window.session.opened, timeout=10_000):
        window.session.open(resource("samples", "verksamhetsberattelse-2024-enhet.txt"))
    assert window.isWindowModified()
    assert "inläst" in window.messages.text


def test_the_report_page_comes_first(window, opened):
    assert opened.place == ROOT


def test_nothing_is_ever_shown_outside_the_window(window, open_report):
    view = open_report(report(*rich_report().goals, sections=rich_report().sections, front=front_page()))
    for place in view.outline.model.places():
        view.show_place(place)
        assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [window]


def test_several_reports_in_one_text_open_in_a_tab_each(qtbot, window, tmp_path):
    source = resource("samples", "verksamhetsberattelse-2024-enhet.txt").read_text(encoding="utf-8")
    path = tmp_path / "två.txt"
    path.write_text(f"{source}\n{source}", encoding="utf-8")
    window.session.open(path)
    qtbot.waitUntil(lambda: window.messages.text.startswith("2 rapporter är inlästa"), timeout=10_000)
    assert len(window.tabs.views) == 2


def test_several_files_are_opened_with_a_count_and_can_be_stopped(qtbot, window, tmp_path):
    paths = [tmp_path / f"{name}.avst" for name in "abc"]
    for path in paths:
        save(rich_report(), path)
    window.session.open_all(paths)
    assert "(1 av 3)" in window.messages.text
    window.messages._offers[0].act()
    qtbot.waitUntil(lambda: window.messages.text.startswith("Avbrutet"))
    assert len(window.tabs.views) <= 1
    window.session.open_all(paths)
    qtbot.waitUntil(lambda: len(window.tabs.views) == 3)
    assert window.messages.text == ""
