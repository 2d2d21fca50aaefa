"""The actions of the window, each through its menu."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QInputDialog, QMessageBox
from tests.builders import rich_report, text
from tests.ui.asking import when_asked

from avstamt.domain.place import Place
from avstamt.domain.text import ListItem, SubHeading, TextTable
from avstamt.importers.model import Problem
from avstamt.storage.file import read, save
from avstamt.ui.actions import MENUS
from avstamt.ui.dialogs.problems import ProblemsDialog
from avstamt.ui.settings import TEXT_SIZES
from avstamt.ui.theme import Appearance

TEXT = Place.of("sections", "s1", "text")


@pytest.fixture
def view(open_report):
    made = open_report(rich_report())
    made.desk.document.set_value(TEXT, text("ett två"), "x")
    made.desk.document.mark_saved(made.desk.document.path)
    made.show_place(TEXT)
    return made


def trigger(window, name: str) -> None:
    window.actions_.by_name[name].trigger()


def blocks(view):
    return view.desk.document.report.sections[0].text.blocks


def mark_all() -> None:
    editor = QApplication.focusWidget()
    editor.selectAll()


@pytest.mark.parametrize(("name", "mark"), [("bold", "bold"), ("italic", "italic")])
def test_make_up_comes_from_the_menu(window, view, name, mark):
    mark_all()
    trigger(window, name)
    assert [getattr(run, mark) for run in blocks(view)[0].runs] == [True]
    trigger(window, "undo")
    assert [getattr(run, mark) for run in blocks(view)[0].runs] == [False]


@pytest.mark.parametrize(("name", "kind"), [("heading", SubHeading), ("bullets", ListItem), ("numbers", ListItem)])
def test_kinds_of_lines_come_from_the_menu(window, view, name, kind):
    trigger(window, name)
    assert isinstance(blocks(view)[0], kind)
    trigger(window, name)
    assert not isinstance(blocks(view)[0], kind)


def test_a_link_asks_for_its_address(window, view, monkeypatch):
    trigger(window, "insert_link")
    assert window.messages.text == "Markera först de ord som ska bli en länk."
    mark_all()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: ("https://start.stockholm", True))
    trigger(window, "insert_link")
    assert blocks(view)[0].runs[0].link == "https://start.stockholm"


def test_a_table_is_put_into_the_text(window, view):
    QApplication.focusWidget().moveCursor(QTextCursor.MoveOperation.End)
    trigger(window, "insert_table")
    assert [type(block) for block in blocks(view)].count(TextTable) == 1


def test_text_and_cells_are_cut_copied_and_pasted_by_the_menu(window, view):
    mark_all()
    trigger(window, "cut")
    assert view.desk.document.report.sections[0].text.is_empty
    trigger(window, "paste")
    assert view.desk.document.report.sections[0].text.plain == "ett två"
    outcome = Place.of("goals", "g2", "indicators", "i1", "outcome")
    view.show_place(outcome)
    trigger(window, "copy")
    assert QGuiApplication.clipboard().text() == "86 %"
    trigger(window, "cut")
    assert view.desk.document.report.goals[1].indicators[0].outcome == ""
    trigger(window, "paste")
    trigger(window, "fill_down")
    assert view.desk.document.report.goals[1].indicators[0].outcome == "86 %"


def test_make_up_does_nothing_where_no_text_has_the_focus(window, view):
    before = view.desk.document.report
    view.outline.view.setFocus()
    for name in ("bold", "heading", "insert_table", "copy", "paste", "cut", "fill_down"):
        trigger(window, name)
    assert view.desk.document.report is before


def test_files_are_opened_saved_and_exported_through_dialogs(qtbot, window, view, tmp_path, monkeypatch):
    path = tmp_path / "in.avst"
    save(rich_report(), path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(path)], ""))
    with qtbot.waitSignal(window.session.opened):
        trigger(window, "open")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ut"), ""))
    trigger(window, "save_as")
    assert read(tmp_path / "ut.avst") == rich_like(window)
    trigger(window, "save")
    trigger(window, "export_word")
    qtbot.waitUntil(lambda: (tmp_path / "ut.docx").exists() and "är skriven" in window.messages.text, timeout=20_000)


def rich_like(window):
    return window.tabs.current.desk.document.report


@pytest.fixture
def save_to(view, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "ut"), ""))
    return tmp_path / "ut"


@pytest.mark.parametrize(("name", "ending"), [("export_workbook", ".xlsx"), ("export_json", ".json")])
def test_the_other_exports_write_their_files(qtbot, window, save_to, name, ending):
    trigger(window, name)
    qtbot.waitUntil(lambda: "är skriven" in window.messages.text, timeout=20_000)
    assert save_to.with_suffix(ending).stat().st_size > 100


def test_parts_are_moved_and_removed_by_the_menu(window, view):
    view.show_place(Place.of("sections", "s5"))
    trigger(window, "move_up")
    assert [section.id for section in view.desk.document.report.sections][-3:] == ["s5", "s3", "s4"]
    trigger(window, "move_down")
    trigger(window, "remove_part")
    assert "s5" not in [section.id for section in view.desk.document.report.sections]


def test_text_grows_and_shrinks_within_bounds(window, settings):
    for _ in TEXT_SIZES:
        trigger(window, "larger")
    assert settings.text_size == TEXT_SIZES[-1]
    for _ in TEXT_SIZES:
        trigger(window, "smaller")
    assert settings.text_size == TEXT_SIZES[0]


def test_the_chosen_colours_are_ticked(window, settings):
    trigger(window, "colours_dark")
    assert settings.appearance is Appearance.DARK
    assert window.actions_.by_name["colours_dark"].isChecked()
    trigger(window, "colours_light")
    assert not window.actions_.by_name["colours_dark"].isChecked()
    trigger(window, "colours_system")
    assert settings.appearance is Appearance.SYSTEM


def test_about_says_that_nothing_leaves_the_computer(window):
    said = []

    def read_it() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.text())
        box.close()

    when_asked(read_it)
    trigger(window, "about")
    assert "ingenting lämnar datorn" in said[0]


def test_a_report_without_doubts_says_so(window, view):
    trigger(window, "doubts")
    assert window.messages.text == "Den här rapporten har inga tveksamheter från någon inläsning."


def test_a_doubt_leads_to_its_place(window, view):
    view.problems = (Problem("Var hör raden hemma?", 12, 14, TEXT), Problem("En till.", 20, 20))
    trigger(window, "doubts")
    dialog = window.findChild(ProblemsDialog)
    assert [dialog.list.item(row).text() for row in range(2)] == ["Rad 12–14: Var hör raden hemma?", "Rad 20: En till."]
    view.show_place(Place.of("goals", "g1"))
    dialog.list.setCurrentRow(1)
    dialog.list.setCurrentRow(0)
    assert view.place == Place.of("sections", "s1")
    dialog.close()


def test_findings_are_gone_through_by_key(window, open_report):
    from tests.builders import goal, report

    view = open_report(report(goal("Mål utan bedömning", id="g1")))
    trigger(window, "next_finding")
    first = view.findings.list.currentIndex().row()
    trigger(window, "previous_finding")
    assert view.findings.list.currentIndex().row() == first
    trigger(window, "check_now")


def test_what_can_be_added_is_offered_as_a_menu(window, view):
    view.show_place(Place.of("goals", "g2"))
    menu = view.outline.deeds.parts_menu()
    next(action for action in menu.actions() if action.text() == "Lägg till enhetsmål").trigger()
    assert view.desk.document.report.goals[-1].parent == "g2"
    menu = view.outline.deeds.parts_menu()
    next(action for action in menu.actions() if "avsnitt" in action.text()).trigger()
    assert view.place.path[0] == "sections"


def test_ctrl_s_saves_where_the_report_came_from(qtbot, window, tmp_path):
    path = tmp_path / "r.avst"
    save(rich_report(), path)
    with qtbot.waitSignal(window.session.opened):
        window.session.open(path)
    view = window.tabs.current
    view.desk.document.set_value(Place.of("title"), "Sparad", "x")
    QTest.keyClick(window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert read(path).title == "Sparad"
    assert not window.isWindowModified()


def _names():
    return [spec.name for _words, specs in MENUS for spec in specs if spec is not None and not isinstance(spec, str)]


def test_every_action_is_done_by_one_group_only(window):
    for name in _names():
        groups = [group for group in window.commands.groups if name in vars(type(group))]
        assert len(groups) == 1, name


def test_a_name_that_no_action_has_is_a_key_error(window):
    with pytest.raises(KeyError):
        window.commands.named("finns_inte")


def test_only_actions_that_can_be_chosen_are_told_as_chosen(window):
    told = [name for group in window.commands.groups for name in group.checked()]
    checkable = {name for name in _names() if window.actions_.by_name[name].isCheckable()}
    assert sorted(told) == sorted(checkable)
