"""Tables: what stands in them is the report's, and they are edited like a spreadsheet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from tests.builders import activity, goal, indicator, report, rich_report

from avstamt.domain.finding import Level
from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.quantity import read_figure
from avstamt.templates.catalogue import catalogue
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.tables.block import as_block, as_text
from avstamt.ui.tables.columns import LEVEL_ROLE
from avstamt.ui.tables.delegate import CellText
from avstamt.ui.tables.numbers import as_printed
from avstamt.ui.tables.rows import activity_sheet, indicator_sheet
from avstamt.ui.tables.view import SheetView

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def document(application) -> Document:
    rows = (
        indicator("Nöjda", id="i1", outcome="86 %", target="85 %"),
        indicator("Antal besök", id="i2", outcome="1 200 st", locked=True, city_target="9 000 st"),
    )
    deeds = (activity(id="a1"), activity("Öva", id="a2", deviation=True))
    return Document(report(goal("Mål", GoalLevel.AREA, id="g1", indicators=rows, activities=deeds)))


@pytest.fixture
def desk(document, look) -> Desk:
    return Desk(document, catalogue(), look)


@pytest.fixture
def view(qtbot, desk) -> SheetView:
    sheet = indicator_sheet(desk.document, desk.template, Place.of("goals", "g1"), desk.document)
    made = SheetView(sheet, desk.look)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    return made


def column(view: SheetView, name: str) -> int:
    return [made.name for made in view.sheet.columns].index(name)


def cell(document: Document, row: int, name: str) -> str:
    return getattr(document.report.goals[0].indicators[row], name)


def go(view: SheetView, row: int, name: str) -> None:
    view.go_to(view.sheet.index(row, column(view, name)))


def test_every_model_is_accepted_by_qts_own_tester(desk, document):
    place = Place.of("goals", "g1")
    sheets = [
        indicator_sheet(document, desk.template, place, document),
        activity_sheet(document, desk.template, place, document),
    ]
    testers = [QAbstractItemModelTester(sheet, STRICT) for sheet in sheets]
    for sheet in sheets:
        sheet.put({(0, 0): "Nytt namn"}, "Ändra")
    document.change(place, lambda old: old.model_copy(update={"goals": ()}), "Töm")
    document.undo_stack.undo()
    assert all(tester.model() is sheet for tester, sheet in zip(testers, sheets, strict=True))


def test_columns_follow_the_template_and_what_the_report_holds(desk, document):
    sheet = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    assert "forecast" not in [made.name for made in sheet.columns]
    assert "Utfall VB 2023" in [made.head for made in sheet.columns]
    document.set_value(Place.of("goals", "g1", "indicators", "i1", "forecast"), "90 %", "Ändra")
    again = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    assert "forecast" in [made.name for made in again.columns]


def test_a_cell_is_set_as_it_was_typed_and_undone(view, document):
    view.sheet.setData(view.sheet.index(0, column(view, "outcome")), "< 6,5 %")
    assert cell(document, 0, "outcome") == "< 6,5 %"
    document.undo_stack.undo()
    assert cell(document, 0, "outcome") == "86 %"


def test_a_locked_cell_says_why_and_stays(view, document):
    index = view.sheet.index(1, column(view, "city_target"))
    assert "beslutad" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not view.sheet.setData(index, "1")
    assert not view.sheet.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert cell(document, 1, "city_target") == "9 000 st"


def test_an_attempt_to_edit_a_locked_cell_says_why(qtbot, view, type_text):
    go(view, 1, "city_target")
    with qtbot.waitSignal(view.blocked) as told:
        QTest.keyClick(view, Qt.Key.Key_F2)
    assert told.args == ["Cellen är låst. Indikatorn är beslutad av nämnden."]


def test_a_longer_block_adds_the_rows_it_needs(view, document):
    go(view, 1, "name")
    QGuiApplication.clipboard().setText("Kö\t3 st\nVäntetid\t12 dagar\nSvar\t5 st")
    before = document.report
    view.block.paste()
    rows = document.report.goals[0].indicators
    assert [(row.name, row.outcome) for row in rows] == [
        ("Nöjda", "86 %"), ("Antal besök", "3 st"), ("Väntetid", "12 dagar"), ("Svar", "5 st"),
    ]  # fmt: skip
    document.undo_stack.undo()
    assert document.report == before


def test_columns_that_have_no_room_are_told_of(qtbot, view):
    go(view, 0, "period")
    QGuiApplication.clipboard().setText("2024\tx\ty")
    with qtbot.waitSignal(view.blocked) as told:
        view.block.paste()
    assert told.args[0].startswith("2 kolumner längst till höger")


def test_typing_replaces_the_cell_and_enter_goes_down(qtbot, view, document, type_text):
    go(view, 0, "outcome")
    type_text(view, "9")
    editor = view.findChild(QLineEdit)
    type_text(editor, "0 %")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(document, 0, "outcome") == "90 %")
    assert view.currentIndex().row() == 1


def test_a_long_name_is_edited_wrapped_and_kept_by_enter(qtbot, view, document, type_text):
    go(view, 0, "name")
    view.edit(view.currentIndex())
    editor = view.findChild(CellText)
    editor.setPlainText("Andel nöjda\u00a0besökare")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: cell(document, 0, "name") == "Andel nöjda\u00a0besökare")


def test_tab_ends_the_edit_and_goes_to_the_next_cell(qtbot, view, document, type_text):
    go(view, 0, "outcome")
    type_text(view, "7")
    QTest.keyClick(view.findChild(QLineEdit), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: cell(document, 0, "outcome") == "7")
    assert view.currentIndex().column() == column(view, "outcome") + 1


def test_delete_empties_the_marked_cells_as_one_step(view, document):
    go(view, 0, "outcome")
    view.selectionModel().select(view.sheet.index(1, column(view, "outcome")), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert (cell(document, 0, "outcome"), cell(document, 1, "outcome")) == ("", "")
    assert document.undo_stack.count() == 1


def test_a_block_from_a_spreadsheet_is_pasted_from_the_current_cell(view, document):
    go(view, 0, "outcome")
    QGuiApplication.clipboard().setText("91 %\t90 %\t92 %\r\n1 300 st\t600 st\t700 st\r\n")
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = document.report.goals[0].indicators
    assert [(row.outcome, row.outcome_men, row.outcome_women) for row in rows] == [
        ("91 %", "90 %", "92 %"), ("1 300 st", "600 st", "700 st"),
    ]  # fmt: skip
    assert document.undo_stack.count() == 1


def test_a_paste_over_locked_cells_says_so(view, document, qtbot):
    go(view, 1, "city_target")
    QGuiApplication.clipboard().setText("1")
    with qtbot.waitSignal(view.blocked) as told:
        QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0].startswith("En cell är låst")
    assert document.undo_stack.count() == 0


def test_a_copied_block_comes_back_the_same(view, document):
    go(view, 0, "outcome")
    block = QItemSelection(view.currentIndex(), view.sheet.index(1, column(view, "outcome_men")))
    view.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("86 %")
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert document.undo_stack.count() == 0


def test_fill_down_repeats_the_uppermost_value(view, document):
    at = column(view, "outcome")
    go(view, 0, "outcome")
    view.selectionModel().select(view.sheet.index(1, at), QItemSelectionModel.SelectionFlag.Select)
    QTest.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert cell(document, 1, "outcome") == "86 %"


def test_tab_goes_through_the_cells_and_out_after_the_last(qtbot, view):
    view.go_to(view.sheet.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex().column() == 1
    view.go_to(view.sheet.index(1, len(view.sheet.columns) - 1))
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert view.currentIndex() == view.sheet.index(1, len(view.sheet.columns) - 1)


def test_space_ticks_a_deviation(qtbot, desk, document):
    sheet = activity_sheet(document, desk.template, Place.of("goals", "g1"), document)
    made = SheetView(sheet, desk.look)
    qtbot.addWidget(made)
    made.go_to(sheet.index(0, [one.name for one in sheet.columns].index("deviation")))
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert document.report.goals[0].activities[0].deviation


def test_a_tick_stands_at_the_first_line_of_its_row_and_is_struck_there(qtbot, desk, document):
    sheet = activity_sheet(document, desk.template, Place.of("goals", "g1"), document)
    made = SheetView(sheet, desk.look)
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    at = sheet.index(0, [one.name for one in sheet.columns].index("deviation"))
    made.setRowHeight(0, 120)
    cell = made.visualRect(at)
    box = QPoint(cell.left() + 12, cell.top() + 12)
    drawn = made.viewport().grab().toImage()
    line = [drawn.pixelColor(round(box.x() * drawn.devicePixelRatio()), y).rgb() for y in range(drawn.height())]
    assert len(set(line[cell.top() + 4 : cell.top() + 24])) > 1
    assert len(set(line[cell.top() + 40 : cell.top() + 110])) == 1
    QTest.mouseClick(made.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert document.report.goals[0].activities[0].deviation


def test_a_place_is_found_in_the_table(view):
    index = view.sheet.index_of(Place.of("goals", "g1", "indicators", "i2", "outcome"))
    assert (index.row(), view.sheet.columns[index.column()].name) == (1, "outcome")
    assert view.sheet.index_of(Place.of("goals", "g1", "indicators", "i2")).row() == 1
    assert not view.sheet.index_of(Place.of("goals", "g1", "title")).isValid()


def test_a_finding_marks_its_cell(view):
    place = Place.of("goals", "g1", "indicators", "i1", "outcome")
    view.sheet.set_levels({place: Level.ERROR})
    assert view.sheet.index_of(place).data(LEVEL_ROLE) == Level.ERROR


def test_cells_are_read_aloud_with_row_and_column(view):
    spoken = view.sheet.index(0, column(view, "outcome")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Nöjda, Periodens utfall: 86 %"


def test_rows_are_added_moved_and_removed_with_undo(qtbot, desk, document):
    sheet = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    panel = SheetPanel(desk.look, sheet, "Indikatorer", "Inga än.")
    qtbot.addWidget(panel)
    start = document.report
    panel.view.go_to(sheet.index(0, 0))
    panel.add_row()
    assert [row.name for row in document.report.goals[0].indicators] == ["Nöjda", "", "Antal besök"]
    assert panel.view.currentIndex().row() == 1
    panel._row_buttons["up"].click()
    assert [row.name for row in document.report.goals[0].indicators] == ["", "Nöjda", "Antal besök"]
    panel._row_buttons["remove"].click()
    assert [row.name for row in document.report.goals[0].indicators] == ["Nöjda", "Antal besök"]
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.report == start


def test_a_locked_row_cannot_be_removed_and_says_why(qtbot, desk, document):
    sheet = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    panel = SheetPanel(desk.look, sheet, "Indikatorer", "Inga än.")
    qtbot.addWidget(panel)
    panel.view.go_to(sheet.index(1, 0))
    with qtbot.waitSignal(panel.blocked) as told:
        panel._row_buttons["remove"].click()
    assert "kan inte tas bort" in told.args[0]
    assert sheet.rowCount() == 2


@pytest.mark.parametrize(
    "rows", [[["a", "b"], ["", "c"]], [["1 200", 'med "citat"'], ["rad\nbyte", "tab\there"]], [["x"]]]
)
def test_a_block_written_as_text_is_read_back(rows):
    assert as_block(as_text(rows)) == rows


def test_the_root_of_a_table_has_no_rows_below_its_cells(view):
    assert view.sheet.rowCount(view.sheet.index(0, 0)) == 0
    assert view.sheet.index_of(Place()) == QModelIndex()
    assert rich_report().goals


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("16000", "16 000"), ("1234567", "1 234 567"), ("0.78", "0,78"), ("0.785", "0,785"), ("-5", "−5"), ("–1,7", "−1,7"),
        ("1234.5", "1 234,5"), ("+3", "+3"), ("78%", "78 %"), ("16000 st", "16 000 st"), ("0", "0"), (" 12 ", "12"),
    ],
)  # fmt: skip
def test_a_plain_number_is_printed_as_the_city_does(typed, printed):
    assert as_printed(typed).replace("\u00a0", " ") == printed
    assert as_printed(as_printed(typed)) == as_printed(typed)


@pytest.mark.parametrize(
    "text", ["öka", "< 6,5 %", "ca 16000", "2024-01-01", "1.234", "007", "12.3.4", "16 000", "3 av 10", "", "2 kg", "- ", "−5"]
)  # fmt: skip
def test_what_is_no_plain_number_stays_as_typed(text):
    assert as_printed(text) == text


@given(st.text("0123456789.,- −%stökr\u00a0", max_size=12))
def test_printing_a_number_never_changes_what_it_says(text):
    assert read_figure(as_printed(text)) == read_figure(text) or as_printed(text) == text


def typed_into(view: SheetView, text: str, type_text) -> None:
    type_text(view, text[0])
    editor = view.findChild(QLineEdit)
    type_text(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_typed_number_is_shown_back_as_printed_in_one_step(qtbot, view, document, type_text):
    go(view, 0, "outcome")
    typed_into(view, "-16000.5", type_text)
    qtbot.waitUntil(lambda: cell(document, 0, "outcome") == "−16\u00a0000,5")
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert cell(document, 0, "outcome") == "86 %"


def test_a_number_typed_anew_without_its_blank_is_no_change(qtbot, view, document, type_text):
    go(view, 0, "outcome")
    typed_into(view, "86%", type_text)
    qtbot.waitUntil(lambda: view.currentIndex().row() == 1)
    assert document.undo_stack.count() == 0


def test_numbers_go_to_a_spreadsheet_with_a_minus_that_it_counts_with_and_come_back_as_they_were(view, document):
    place = Place.of("goals", "g1", "indicators", "i1", "outcome")
    document.set_value(place, "−5", "ändring")
    go(view, 0, "outcome")
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "-5"
    go(view, 0, "target")
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert cell(document, 0, "target") == "−5"


def test_a_pasted_number_is_printed_as_the_city_does(view, document):
    go(view, 0, "outcome")
    QGuiApplication.clipboard().setText("16000\t0.5\nöka\t2024-05")
    QTest.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    rows = document.report.goals[0].indicators
    assert (rows[0].outcome, rows[0].outcome_men) == ("16\u00a0000", "0,5")
    assert (rows[1].outcome, rows[1].outcome_men) == ("öka", "2024-05")


def test_alt_and_an_arrow_move_the_row_and_the_cell_stays_chosen(qtbot, desk, document):
    sheet = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    panel = SheetPanel(desk.look, sheet, "Indikatorer", "Inga än.")
    qtbot.addWidget(panel)
    panel.view.go_to(sheet.index(0, 2))
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in document.report.goals[0].indicators] == ["i2", "i1"]
    assert (panel.view.currentIndex().row(), panel.view.currentIndex().column()) == (1, 2)
    QTest.keyClick(panel.view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(panel.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.id for row in document.report.goals[0].indicators] == ["i1", "i2"]


def test_rows_come_and_go_by_keys_alone(qtbot, desk, document):
    sheet = indicator_sheet(document, desk.template, Place.of("goals", "g1"), document)
    panel = SheetPanel(desk.look, sheet, "Indikatorer", "Inga än.")
    qtbot.addWidget(panel)
    panel.view.go_to(sheet.index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Insert)
    assert sheet.rowCount() == 3
    QTest.keyClick(panel.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert [row.id for row in document.report.goals[0].indicators] == ["i1", "i2"]


def test_the_menu_of_a_cell_does_what_the_keys_do(qtbot, view, document):
    go(view, 0, "outcome")
    QApplication.sendEvent(view, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text().startswith("Töm")).trigger()
    menu.close()
    assert cell(document, 0, "outcome") == ""


def test_f2_edits_the_cell_also_in_the_window(qtbot, open_report, document):
    view = open_report(document.report)
    view.show_place(Place.of("goals", "g1", "indicators", "i1", "outcome"))
    table = view.area.page.sheets[0].view
    guidance = view.desk.look.settings.guidance
    QTest.keyClick(table, Qt.Key.Key_F2)
    assert table.findChild(QLineEdit).text() == "86 %"
    assert view.desk.look.settings.guidance is guidance


@pytest.mark.parametrize(
    ("stroke", "first", "then"),
    [
        ((Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier), 0, 1),
        ((Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier), 1, 0),
        ((Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier), 1, 0),
    ],
)
def test_an_arrow_ends_the_edit_and_goes_on_as_in_a_spreadsheet(view, type_text, stroke, first, then):
    go(view, first, "outcome")
    type_text(view, "7")
    QTest.keyClick(view.findChild(QLineEdit), *stroke)
    assert view.sheet.cell(first, column(view, "outcome")) == "7"
    assert (view.currentIndex().row(), view.currentIndex().column()) == (then, column(view, "outcome"))
    QTest.keyClick(view, *stroke)
    assert view.currentIndex().row() == then


@pytest.mark.parametrize("figure", ["93,4 %", "−1 234,5 mnkr", "99 999 999,5"])
def test_a_figure_is_not_broken_at_its_blanks(view, document, figure):
    document.set_value(Place.parse("goals/g1/indicators/i1/outcome"), figure, "utfall")
    view.fit()
    section = column(view, "outcome")
    needed = view.fontMetrics().horizontalAdvance(as_printed(figure))
    assert view.columnWidth(section) >= needed + 10
