"""A second place beside the page: of the same report, or the same goal in another one, which can only be read there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.builders import front_page, goal, indicator, report, section, text

from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import ROOT, Place
from avstamt.storage.file import read, save
from avstamt.ui.chooser import Chooser
from avstamt.ui.forms.page import Page
from avstamt.ui.second.twin import twin

AREA = GoalLevel.AREA
THIS = report(
    goal("Enheten har en budget i balans", id="g1", analysis="Balans."),
    goal("Stockholms stad ska ge stöd där behoven är störst", AREA, id="g2", number="1.3"),
    goal("Något som är nytt för året", id="g3"),
    sections=(section(id="s1", key="summary", text=text("I år.")), section("Övrigt", id="s2")),
)
LAST = report(
    goal("Stockholms stad ger stöd där behoven är störst", AREA, id="x2", number="1.3."),
    goal("Enheten har en budget i  balans.", id="x1", analysis="Då."),
    sections=(section("Sammanfattning", id="y1", key="summary", text=text("Förra året.")), section("Övrigt", id="y2")),
    year=2023,
)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("goals/g1", "goals/x1"),
        ("goals/g1/analysis/blocks/b7", "goals/x1/analysis"),
        ("goals/g1/expected_result", "goals/x1"),
        ("goals/g2/title", "goals/x2/title"),
        ("sections/s1/text", "sections/y1/text"),
        ("sections/s2", "sections/y2"),
        ("title", ""),
    ],
)
def test_the_same_part_is_found_in_another_report(place, found):
    assert str(twin(THIS, Place.parse(place), LAST)) == found


def test_what_the_other_report_does_not_have_is_not_found():
    assert twin(THIS, Place.of("goals", "g3"), LAST) is None
    assert twin(THIS.model_copy(update={"front": front_page()}), Place.of("front", "date"), LAST) is None


def press(window, key, modifiers=Qt.KeyboardModifier.ControlModifier):
    QTest.keyClick(window, key, modifiers)


@pytest.fixture
def view(window, open_report):
    open_report(LAST)
    return open_report(THIS)


@pytest.fixture
def second(window, view):
    view.show_place(Place.of("goals", "g1"))
    press(window, Qt.Key.Key_section)
    assert window.actions_.by_name["split_view"].isChecked()
    return view.beside.second


def choose_other(second) -> None:
    second.sources.setFocus()
    QTest.keyClick(second.sources, Qt.Key.Key_Down)
    assert not second.is_own


def test_two_places_of_one_report_are_edited_side_by_side(qtbot, window, view, second, type_text):
    assert second.is_own
    second.parts.setFocus()
    at = [second.parts.itemData(row) for row in range(second.parts.count())].index(Place.of("sections", "s1"))
    while second.parts.currentIndex() != at:
        QTest.keyClick(second.parts, Qt.Key.Key_Up if second.parts.currentIndex() > at else Qt.Key.Key_Down)
    assert second.place == Place.of("sections", "s1")
    assert view.place == Place.of("goals", "g1")
    second.area.page.focus_place(Place.of("sections", "s1", "text"))
    type_text(QApplication.focusWidget(), "Nu: ")
    assert view.desk.document.report.sections[0].text.plain.startswith("Nu: ")


def test_another_report_follows_to_the_same_goal_and_can_only_be_read(window, view, second, type_text):
    choose_other(second)
    assert second.place == Place.of("goals", "x1")
    view.show_place(Place.of("goals", "g2"))
    assert second.place == Place.of("goals", "x2")
    view.show_place(Place.of("goals", "g3"))
    assert second.place == Place.of("goals", "x2")
    assert "finns inte i den rapporten" in second._note.text()
    view.show_place(Place.of("goals", "g1"))
    second.area.page.focus_place(Place.of("goals", "x1", "analysis"))
    type_text(QApplication.focusWidget(), "Nej")
    assert window.tabs.views[0].desk.document.report == LAST


def test_it_stays_where_it_is_when_it_does_not_follow(window, view, second):
    choose_other(second)
    second.follow.click()
    view.show_place(Place.of("goals", "g2"))
    assert second.place == Place.of("goals", "x1")
    second.follow.click()
    assert second.place == Place.of("goals", "x2")


def test_a_part_that_is_removed_leaves_the_pane_too(window, view, second):
    assert second.place == Place.of("goals", "g1")
    view.outline.deeds.remove()
    assert second.place == ROOT


def test_the_panes_that_gave_way_come_back(window, view, second):
    assert view.outline.isHidden()
    assert view.findings.isHidden()
    press(window, Qt.Key.Key_section)
    assert view.beside.isHidden()
    assert not view.outline.isHidden()
    assert not view.findings.isHidden()


def test_where_the_column_is_narrow_the_assessment_stands_on_two_lines(qtbot, look):
    from avstamt.ui.editors.choice import AssessmentEditor

    editor = AssessmentEditor(look)
    qtbot.addWidget(editor)
    editor.show()
    for width, lines in ((800, 1), (340, 2), (800, 1)):
        editor.resize(width, editor.sizeHint().height())
        QApplication.processEvents()
        assert len({tile.y() for tile in editor._tiles.values()}) == lines
        assert all(tile.width() >= tile.minimumSizeHint().width() for tile in editor._tiles.values())


def test_every_field_beside_has_a_name(window, view, second):
    page = second.area.page
    assert isinstance(page, Page)
    assert all(field.editor.accessibleName() for field in page.fields.values())
    assert second.sources.accessibleName()
    assert second.parts.accessibleName()


def test_a_table_is_shown_beside_too(window, open_report):
    whole = report(goal("Målet", id="g1", indicators=(indicator("Andel nöjda", id="i1", outcome="80 %"),)))
    view = open_report(whole)
    view.show_place(Place.of("goals", "g1"))
    press(window, Qt.Key.Key_section)
    sheets = view.beside.second.area.page.sheets
    assert next(panel.sheet.rowCount() for panel in sheets) == 1


@pytest.fixture
def chosen(tmp_path, monkeypatch) -> Path:
    """Return the file that is chosen whenever one is asked for."""
    path = tmp_path / "VB 2023.avst"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
    return path


def test_last_years_report_is_read_from_a_file_without_being_opened(qtbot, window, second, type_text, chosen):
    save(LAST, chosen)
    second.open.setFocus()
    QTest.keyClick(second.open, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not second.is_own)
    assert second.place == Place.of("goals", "x1")
    assert "egen flik för att ändra" in second._note.text()
    assert len(window.session.documents) == 2
    second.area.page.focus_place(Place.of("goals", "x1", "analysis"))
    type_text(QApplication.focusWidget(), "Nej")
    press(window, Qt.Key.Key_section)
    press(window, Qt.Key.Key_section)
    assert not second.is_own
    assert read(chosen) == LAST


def test_a_file_that_cannot_be_shown_beside_says_why(qtbot, second, chosen):
    chosen.write_text("{", encoding="utf-8")
    with qtbot.waitSignal(second.blocked) as told:
        qtbot.mouseClick(second.open, Qt.MouseButton.LeftButton)
    assert "VB 2023.avst" in told.args[0]
    assert second.is_own


def test_the_same_goal_of_two_reports_is_that_of_the_one_chosen_last(qtbot, second, chosen):
    for words in ("Då.", "Ännu tidigare."):
        goal_ = LAST.goals[1].model_copy(update={"analysis": text(words)})
        chosen.unlink(missing_ok=True)
        save(LAST.model_copy(update={"goals": (LAST.goals[0], goal_)}), chosen)
        shown = second.area.page
        qtbot.mouseClick(second.open, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda before=shown: second.area.page is not before)
        assert second.area.page.fields[Place.of("goals", "x1", "analysis")].editor.toPlainText() == words


def test_a_name_that_is_too_long_for_its_list_box_ends_at_dots_and_not_within_a_letter(qtbot, look):
    box = Chooser(look)
    qtbot.addWidget(box)
    box.addItem("Mål om stöd " * 9)
    box.setFixedWidth(200)
    box.show()
    drawn = box.grab().toImage()
    middle = drawn.height() // 2
    ground = drawn.pixelColor(4, middle)
    ink = [(x, y) for x in range(8, 176) for y in range(6, drawn.height() - 6) if drawn.pixelColor(x, y) != ground]
    last = max(x for x, _y in ink)
    assert all(y > middle for x, y in ink if x > last - 6)
