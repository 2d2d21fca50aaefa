"""Economy tables: cells, columns and what belongs to the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QInputDialog
from tests.builders import report, section, table

from avstamt.domain.economy import ColumnRole, RowRole, Unit
from avstamt.domain.place import Place
from avstamt.ui.document import Document
from avstamt.ui.tables.columns import GROUP_ROLE
from avstamt.ui.tables.economy import EconomySheet

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def economy(application) -> Document:
    made = table(
        {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME},
        [("Intäkter", RowRole.INCOME, ["1 200"]), ("Netto", RowRole.NET, ["-1", "-2"])],
        id="t1",
        corner="Tkr",
    )
    return Document(report(sections=(section("Ekonomi", id="s1", tables=(made,)),)))


PLACE = Place.of("sections", "s1", "tables", "t1")


def test_an_economy_table_is_edited_cell_by_cell(economy):
    sheet = EconomySheet(economy, PLACE, economy)
    QAbstractItemModelTester(sheet, STRICT)
    assert [sheet.headerData(n, Qt.Orientation.Horizontal) for n in range(3)] == ["Tkr", "Budget", "Utfall"]
    sheet.setData(sheet.index(0, 2), "1 250")
    assert economy.report.sections[0].tables[0].rows[0].text("c2") == "1 250"
    sheet.setData(sheet.index(0, 0), "Summa")
    assert economy.report.sections[0].tables[0].rows[0].label == "Summa"


def test_emptying_a_cell_that_never_was_makes_none(economy):
    sheet = EconomySheet(economy, PLACE, economy)
    sheet.setData(sheet.index(0, 2), "")
    assert economy.undo_stack.count() == 0


@pytest.fixture
def view(open_report, economy):
    made = open_report(economy.report)
    made.show_place(Place.of("sections", "s1"))
    return made


def table_now(view):
    return view.desk.document.report.sections[0].tables[0]


def panel(view):
    return view.area.page.sheets[0]


def test_a_column_is_renamed_added_and_removed_with_undo(qtbot, view, monkeypatch):
    start = view.desk.document.report
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Prognos", True))
    panel(view).view.horizontalHeader().sectionDoubleClicked.emit(2)
    assert [column.title for column in table_now(view).columns] == ["Budget", "Prognos"]
    assert panel(view).sheet.headerData(2, Qt.Orientation.Horizontal) == "Prognos"
    panel(view).view.horizontalHeader().sectionDoubleClicked.emit(0)
    assert table_now(view).corner == "Prognos"
    while view.desk.document.undo_stack.canUndo():
        view.desk.document.undo_stack.undo()
    assert view.desk.document.report == start
    assert panel(view).sheet.headerData(2, Qt.Orientation.Horizontal) == "Utfall"


def test_a_table_is_added_and_removed(view):
    add = next(
        button
        for button in view.area.page.findChildren(type(panel(view)._add))
        if button.accessibleName() == "Lägg till tabell"
    )
    add.click()
    assert len(view.desk.document.report.sections[0].tables) == 2
    assert len(view.area.page.sheets) == 2
    view.desk.document.undo_stack.undo()
    assert len(view.area.page.sheets) == 1


def test_unit_and_sign_are_chosen_from_lists(view):
    place = Place.of("sections", "s1", "tables", "t1", "unit")
    editor = view.area.page.fields[place].editor
    editor.setCurrentIndex(list(Unit).index(Unit.MNKR))
    editor.activated.emit(editor.currentIndex())
    assert table_now(view).unit is Unit.MNKR


def test_a_place_in_a_row_without_cells_is_still_found(economy):
    sheet = EconomySheet(economy, PLACE, economy)
    assert sheet.index_of(PLACE / "rows" / "r1" / "cells" / "c2" / "text").column() == 2
    assert sheet.headerData(1, Qt.Orientation.Horizontal, GROUP_ROLE) == ""


@pytest.fixture
def summed(application) -> Document:
    rows = [
        ("Personal", RowRole.COST, ["800", "810"]),
        ("Lokaler", RowRole.COST, ["200", "190"]),
        ("Summa kostnader", RowRole.TOTAL_COST, ["1 000", "1 100"]),
    ]
    made = table({"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME}, rows, id="t1", corner="Tkr")
    return Document(report(sections=(section("Ekonomi", id="s1", tables=(made,)),)))


def test_the_sum_of_the_rows_stands_beside_a_total_that_is_another(summed):
    sheet = EconomySheet(summed, PLACE, summed)
    wrong = sheet.index(2, 2)
    assert sheet.remark(wrong.row(), wrong.column()) == "Σ\u00a01\u00a0000"
    assert wrong.data(Qt.ItemDataRole.ToolTipRole) == "Raderna blir tillsammans 1\u00a0000."
    assert str(wrong.data(Qt.ItemDataRole.AccessibleTextRole)).endswith("1 100. Raderna blir tillsammans 1\u00a0000.")
    assert sheet.remark(2, 1) == ""
    assert wrong.data() == "1 100"


def test_the_sum_follows_the_rows_at_once(qtbot, summed):
    sheet = EconomySheet(summed, PLACE, summed)
    with qtbot.waitSignals([sheet.dataChanged, sheet.dataChanged]):
        sheet.setData(sheet.index(0, 2), "910")
    assert sheet.remark(2, 2) == ""
    sheet.setData(sheet.index(0, 1), "900")
    assert sheet.remark(2, 1) == "Σ\u00a01\u00a0100"


def test_a_total_that_is_not_typed_is_left_alone_until_it_is_asked_for(qtbot, open_report, summed):
    made = open_report(summed.report)
    made.show_place(PLACE / "rows" / "r3" / "cells" / "c2" / "text")
    view = made.area.page.sheets[0].view
    view.sheet.setData(view.currentIndex(), "")
    assert view.sheet.remark(view.currentIndex().row(), view.currentIndex().column()) == ""
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    next(action for action in menu.actions() if action.text() == "Skriv in summan 1\u00a0000").trigger()
    menu.close()
    assert made.desk.document.report.sections[0].tables[0].rows[2].text("c2") == "1\u00a0000"


def test_a_cell_with_a_remark_is_higher(qtbot, open_report, summed):
    made = open_report(summed.report)
    made.show_place(Place.of("sections", "s1"))
    view = made.area.page.sheets[0].view
    assert view.rowHeight(2) > view.rowHeight(1)
