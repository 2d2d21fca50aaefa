"""Linked figures in the window: the menu that links them, how they follow, and what becomes of them when typed in."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QMenu
from tests.builders import goal, indicator, report, result_table, section

from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place, remove
from avstamt.domain.text import FigureReference, Paragraph, RichText, Run
from avstamt.export.outline import outline
from avstamt.language.linked.texts import uses
from avstamt.storage.format import dump, load
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.choices import Choices
from avstamt.ui.figures.format_row import FormatRow
from avstamt.ui.figures.linking import Linking
from avstamt.ui.figures.menu import FigureMenu
from avstamt.ui.figures.offer_button import OfferButton
from avstamt.ui.report_view import ReportView
from avstamt.ui.settings import TEXT_SIZES

GOAL = Place.of("goals", "g1")
ANALYSIS = GOAL / "analysis"
OUTCOME = GOAL / "indicators" / "i1" / "outcome"
CONTROL = Qt.KeyboardModifier.ControlModifier
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def made_report(*runs: Run):
    rows = (
        indicator("Sjukfrånvaro", id="i1", outcome="5,2 %", previous="6,0 %", target="5 %"),
        indicator("Antal hushåll med bistånd", id="i2", outcome="174 st", target="150 st"),
    )
    text = RichText(blocks=(Paragraph(id="b1", runs=runs),))
    first = goal("Medarbetarna mår bra", GoalLevel.COMMITTEE, id="g1", analysis=text, indicators=rows)
    other = goal("Färre behöver bistånd", GoalLevel.COMMITTEE, id="g2", indicators=(indicator("Kö", outcome="12 st"),))
    economy = section("Driftbudget", id="s1", tables=(result_table(id="t1"),))
    return report(first, other, sections=(economy,))


def linked(text: str = "5,2\u00a0procent", way: str = "words") -> Run:
    return Run(text=text, figure=FigureReference(source=OUTCOME, format=way))


@pytest.fixture
def open_text(qtbot, open_report):
    """Open a report with the caret at the end of the goal's analysis."""

    def open_(*runs: Run) -> tuple[ReportView, RichEditor]:
        view = open_report(made_report(*runs))
        view.show_place(ANALYSIS)
        editor = view.area.page.fields[ANALYSIS].editor
        editor.setFocus()
        editor.moveCursor(QTextCursor.MoveOperation.End)
        return view, editor

    return open_


def linking(editor: RichEditor) -> Linking:
    return editor.findChild(Linking)


def menu_of(editor: RichEditor) -> FigureMenu:
    made = linking(editor).menu
    assert made is not None
    return made


def runs(view: ReportView) -> tuple[Run, ...]:
    return view.desk.document.report.goals[0].analysis.blocks[0].runs


def words(view: ReportView) -> str:
    return view.desk.document.report.goals[0].analysis.plain.replace("\u00a0", " ")


def links(view: ReportView) -> list[str]:
    return [run.text.replace("\u00a0", " ") for run in runs(view) if run.figure is not None]


def test_at_opens_the_menu_and_enter_links_the_figure_that_fits(open_text, type_text):
    view, editor = open_text(Run(text="Sjukfrånvaron är "))
    type_text(editor, "@")
    menu = menu_of(editor)
    assert menu.field.hasFocus()
    assert words(view) == "Sjukfrånvaron är "
    type_text(menu.field, "sjuk utfall")
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert (words(view), links(view)) == ("Sjukfrånvaron är 5,2 procent", ["5,2 procent"])
    assert editor.hasFocus()
    type_text(editor, ".")
    assert (words(view), links(view)) == ("Sjukfrånvaron är 5,2 procent.", ["5,2 procent"])


def test_control_and_space_opens_it_too_and_the_goals_own_figures_come_first(open_text):
    _view, editor = open_text(Run(text="Nu "))
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    menu = menu_of(editor)
    titles = [menu.choices.index(row).data() for row in range(menu.choices.rowCount())]
    assert titles[:2] == ["Sjukfrånvaro, Periodens utfall", "Sjukfrånvaro, Förändring mot förra året"]
    assert titles.index("Kö, Periodens utfall") > titles.index("Antal hushåll med bistånd, Årsmål")
    assert "Kostnader, Utfall" in titles


def test_tab_writes_the_figure_in_another_format(open_text, type_text):
    view, editor = open_text(Run(text="Nu "))
    type_text(editor, "@")
    menu = menu_of(editor)
    type_text(menu.field, "förändring")
    assert "en minskning med 0,8\u00a0procentenheter" in menu.field.accessibleDescription()
    QTest.keyClick(menu.field, Qt.Key.Key_Tab)
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert links(view) == ["minskat med 0,8 procentenheter"]


def test_arrows_choose_among_the_figures(open_text, type_text):
    view, editor = open_text(Run(text="Nu "))
    type_text(editor, "@")
    menu = menu_of(editor)
    type_text(menu.field, "hushåll")
    QTest.keyClick(menu.field, Qt.Key.Key_Down)
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert links(view) == ["150 hushåll"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_what_was_typed_stays_as_text_where_no_figure_is_picked(open_text, type_text, key):
    view, editor = open_text(Run(text="Skriv till "))
    type_text(editor, "@")
    type_text(menu_of(editor).field, "växeln")
    QTest.keyClick(menu_of(editor).field, key)
    assert (words(view), links(view)) == ("Skriv till @växeln", [])
    assert linking(editor).menu is None


def test_an_at_within_a_word_is_an_address(open_text, type_text):
    view, editor = open_text(Run(text="Skriv till "))
    type_text(editor, "namn@stockholm.se")
    assert words(view) == "Skriv till namn@stockholm.se"


def test_a_figure_that_opens_a_sentence_in_words_has_a_capital(open_text, type_text):
    view, editor = open_text(Run(text="Det går bra. "))
    type_text(editor, "@")
    type_text(menu_of(editor).field, "förändring")
    QTest.keyClick(menu_of(editor).field, Qt.Key.Key_Return)
    assert links(view) == ["En minskning med 0,8 procentenheter"]


def test_linking_is_a_step_of_its_own(open_text, type_text):
    view, editor = open_text(Run(text="Nu"))
    type_text(editor, " är det ")
    type_text(editor, "@")
    QTest.keyClick(menu_of(editor).field, Qt.Key.Key_Return)
    view.desk.document.undo_stack.undo()
    assert words(view) == "Nu är det "


def test_editing_a_cell_takes_the_linked_text_along_in_one_step(open_text):
    view, editor = open_text(Run(text="Nu "), linked(), Run(text=" av tiden."))
    document = view.desk.document
    before = document.report
    document.set_value(OUTCOME, "4,9 %", "ändring av Periodens utfall")
    assert (words(view), editor.toPlainText().replace("\u00a0", " ")) == ("Nu 4,9 procent av tiden.",) * 2
    document.undo_stack.undo()
    assert document.report == before
    document.undo_stack.redo()
    assert words(view) == "Nu 4,9 procent av tiden."


def test_letters_at_either_end_stand_outside_the_figure(open_text, type_text):
    view, editor = open_text(linked("5,2", "plain"), Run(text=" nu"))
    for at, letter in ((0, "ö"), (4, "ä")):
        cursor = editor.textCursor()
        cursor.setPosition(at)
        editor.setTextCursor(cursor)
        type_text(editor, letter)
    assert [(run.text, run.figure is not None) for run in runs(view)] == [("ö", False), ("5,2", True), ("ä nu", False)]


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_Backspace, "5,2 procent"), (Qt.Key.Key_Return, "5,2 procen\nt")])
def test_a_figure_that_is_typed_in_stays_as_text_and_undo_links_it_again(open_text, key, left):
    view, editor = open_text(linked(), Run(text="x"))
    cursor = editor.textCursor()
    cursor.setPosition(10)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, key)
    assert links(view) == []
    assert words(view).startswith(left[:9])
    view.desk.document.undo_stack.undo()
    assert links(view) == ["5,2 procent"]


def test_bold_on_part_of_a_figure_is_bold_on_all_of_it(open_text):
    view, editor = open_text(Run(text="Nu "), linked(), Run(text="."))
    cursor = editor.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(6, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    QTest.keyClick(view.window(), Qt.Key.Key_B, CONTROL)
    assert [(run.bold, run.figure is not None) for run in runs(view)] == [(False, False), (True, True), (False, False)]


def test_part_of_a_figure_that_is_copied_is_ordinary_text(open_text):
    view, editor = open_text(linked(), Run(text=" "))
    cursor = editor.textCursor()
    cursor.setPosition(0)
    cursor.setPosition(3, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)
    editor.copy()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.paste()
    assert (words(view), links(view)) == ("5,2 procent 5,2", ["5,2 procent"])


def opened_menu(qtbot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    return QApplication.activePopupWidget()


def choose(menu: QMenu, words_: str) -> None:
    next(action for action in menu.actions() if action.text() == words_).trigger()
    menu.close()


def test_at_a_linked_figure_the_same_key_offers_to_unlink_it(qtbot, open_text):
    view, editor = open_text(Run(text="Nu "), linked())
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    choose(opened_menu(qtbot), "Ta bort länken, behåll texten")
    assert (words(view), links(view)) == ("Nu 5,2 procent", [])
    view.desk.document.undo_stack.undo()
    assert links(view) == ["5,2 procent"]


def test_a_linked_figure_can_be_written_in_another_format(qtbot, open_text):
    view, editor = open_text(Run(text="Nu "), linked(), Run(text=" igen"))
    cursor = editor.textCursor()
    cursor.setPosition(5)
    editor.setTextCursor(cursor)
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    menu = opened_menu(qtbot)
    formats = next(action.menu() for action in menu.actions() if action.menu() is not None)
    choose(formats, "5,2\u00a0%")
    menu.close()
    assert (words(view), links(view)) == ("Nu 5,2 % igen", ["5,2 %"])


def test_one_goes_from_the_figure_to_its_cell(qtbot, open_text):
    view, editor = open_text(Run(text="Nu "), linked())
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    choose(opened_menu(qtbot), "Gå till källan")
    table = view.area.page.sheets[0].view
    assert table.hasFocus()
    assert table.sheet.cell_place(table.currentIndex().row(), table.currentIndex().column()) == OUTCOME


def test_control_and_a_click_goes_to_the_cell_too(open_text):
    view, editor = open_text(linked())
    cursor = editor.textCursor()
    cursor.setPosition(3)
    at = editor.cursorRect(cursor).center()
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, CONTROL, at)
    assert view.area.page.sheets[0].view.hasFocus()


def move_pointer(editor: RichEditor, at: QPoint) -> None:
    """Move the pointer as a mouse does; without a screen QTest's own way moves nothing."""
    none = Qt.MouseButton.NoButton
    where = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(editor.viewport(), event)


def test_a_figure_is_marked_under_the_pointer_and_at_the_caret_only(open_text):
    _view, editor = open_text(linked(), Run(text=" och så mycket mer"))
    assert editor.extraSelections() == []
    cursor = editor.textCursor()
    cursor.setPosition(3)
    move_pointer(editor, editor.cursorRect(cursor).center())
    assert [one.cursor.selectedText() for one in editor.extraSelections()] == ["5,2\u00a0procent"]
    linking(editor).marks.hover(None)
    editor.setTextCursor(cursor)
    assert len(editor.extraSelections()) == 1


def test_a_figure_whose_source_is_gone_is_marked_and_says_so(open_text):
    view, editor = open_text(linked(), Run(text=" till slut"))
    document = view.desk.document
    document.change(GOAL / "indicators", lambda old: remove(old, OUTCOME.parent), "borttagning av indikator")
    assert (words(view), links(view)) == ("5,2 procent till slut", ["5,2 procent"])
    assert len(editor.extraSelections()) == 1
    assert editor.extraSelections()[0].format.hasProperty(
        editor.extraSelections()[0].format.Property.TextUnderlineStyle
    )


def offered(qtbot, view, editor, type_text) -> OfferButton:
    """Return what is shown when a number that is a figure of the goal has been typed; before there is nothing."""
    field = view.area.page.fields[ANALYSIS]
    assert field.findChild(OfferButton) is None
    type_text(editor, "174 hushåll ")
    qtbot.waitUntil(lambda: field.findChild(OfferButton) is not None)
    made = field.findChild(OfferButton)
    assert made is not None
    assert not made.isHidden()
    return made


def test_a_typed_number_that_is_a_figure_of_the_goal_is_offered_a_link(qtbot, open_text, type_text):
    view, editor = open_text(Run(text="Vi nådde "))
    offer = offered(qtbot, view, editor, type_text)
    assert offer.accessibleName() == "Länka 174 hushåll: Periodens utfall, Antal hushåll med bistånd"
    assert editor.hasFocus()
    QTest.mouseClick(offer, Qt.MouseButton.LeftButton)
    type_text(editor, "i år")
    assert (words(view), links(view)) == ("Vi nådde 174 hushåll i år", ["174 hushåll"])
    assert offer.isHidden()


def test_the_offer_goes_when_the_text_is_left(qtbot, open_text, type_text):
    view, editor = open_text(Run(text="Vi nådde "))
    offer = offered(qtbot, view, editor, type_text)
    QTest.keyClick(editor, Qt.Key.Key_Backtab)
    assert not editor.hasFocus()
    qtbot.waitUntil(offer.isHidden)


@pytest.mark.parametrize("typed", ["Det var 5 ", "Under 2024 ", "Om 175 hushåll "])
def test_what_is_no_figure_of_the_goal_is_not_offered(qtbot, open_text, type_text, typed):
    _view, editor = open_text(Run(text=""))
    type_text(editor, typed)
    linking(editor).offering.look()
    assert linking(editor).offering.found is None


def test_a_number_at_the_caret_is_looked_for_and_replaced(open_text, type_text):
    view, editor = open_text(Run(text="Frånvaron är 5,2"))
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    menu = menu_of(editor)
    assert menu.field.text() == "5,2"
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert words(view) == "Frånvaron är 5,2 procent"


def test_the_list_of_figures_is_accepted_by_qts_own_tester(open_text):
    view, _editor = open_text(Run(text="Nu"))
    choices = Choices(view.desk.document.report, ANALYSIS, view)
    tester = QAbstractItemModelTester(choices, STRICT)
    choices.filter("sjuk")
    choices.choose(0, 1)
    choices.filter("finns inte")
    assert (choices.rowCount(), tester.model()) == (0, choices)


def test_a_locked_text_opens_no_menu(open_text):
    _view, editor = open_text(linked())
    editor.set_locked(True)
    QTest.keyClick(editor, Qt.Key.Key_Space, CONTROL)
    assert linking(editor).menu is None
    assert QApplication.activePopupWidget() is None


def test_a_cell_tells_where_its_figure_is_used_and_goes_there(qtbot, open_text):
    view, editor = open_text(Run(text="Nu är det "), linked(), Run(text="."))
    view.show_place(OUTCOME)
    table = view.area.page.sheets[0].view
    QTest.keyClick(table, Qt.Key.Key_Space, CONTROL)
    menu = opened_menu(qtbot)
    assert [action.text() for action in menu.actions()] == ["Medarbetarna mår bra, Analys: ”5,2\u00a0procent”"]
    menu.actions()[0].trigger()
    menu.close()
    assert (editor.hasFocus(), editor.textCursor().selectedText()) == (True, "5,2\u00a0procent")


def test_a_cell_that_no_text_uses_says_so(qtbot, open_text):
    view, _editor = open_text(linked())
    view.show_place(GOAL / "indicators" / "i2" / "outcome")
    QTest.keyClick(view.area.page.sheets[0].view, Qt.Key.Key_Space, CONTROL)
    menu = opened_menu(qtbot)
    assert [action.text() for action in menu.actions()] == ["Siffran är inte länkad i någon text"]
    menu.close()


def test_the_menu_bar_links_a_figure_and_tells_where_one_is_used(qtbot, open_text):
    view, editor = open_text(Run(text="Nu "))
    actions = view.window().actions_.by_name
    actions["link_figure"].trigger()
    QTest.keyClick(menu_of(editor).field, Qt.Key.Key_Return)
    assert links(view) == ["5,2 procent"]
    view.show_place(OUTCOME)
    actions["figure_uses"].trigger()
    menu = opened_menu(qtbot)
    assert len(menu.uses) == 1
    menu.close()


def test_a_file_keeps_the_link_and_the_paper_prints_its_text(open_text, type_text):
    view, editor = open_text(Run(text="Frånvaron är "))
    type_text(editor, "@")
    QTest.keyClick(menu_of(editor).field, Qt.Key.Key_Return)
    now = view.desk.document.report
    assert tuple(uses(load(dump(now)))) == tuple(uses(now))
    printed = [run.text for item in outline(now, view.desk.template).items for run in getattr(item, "runs", ())]
    assert "5,2\u00a0procent" in printed


@pytest.mark.parametrize("size", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_every_format_finds_room_in_the_menu_and_the_menu_in_the_window(open_text, type_text, settings, size):
    settings.text_size = size
    _view, editor = open_text(Run(text="Nu "))
    type_text(editor, "@")
    menu = menu_of(editor)
    for row in range(menu.choices.rowCount()):
        menu.list.setCurrentIndex(menu.choices.index(row))
        chips = menu.findChild(FormatRow)
        assert len(chips.boxes()) == len(menu.choices.formats(row))
        assert all(chips.rect().contains(box) for box in chips.boxes())
        assert editor.window().rect().contains(menu.geometry())


def test_the_menu_of_figures_and_what_is_sought_in_it_outlive_a_result(open_text, type_text):
    view, editor = open_text(Run(text="Sjukfrånvaron är "))
    type_text(editor, "@")
    menu = menu_of(editor)
    type_text(menu.field, "sjuk")
    view.results.show_result(view.results.result)
    view.results.show_result(type(view.results.result)((), (), view.results.result.coverage))
    QApplication.processEvents()
    assert (menu.isVisible(), menu.field.hasFocus(), menu.field.text()) == (True, True, "sjuk")
    type_text(menu.field, " utfall")
    QTest.keyClick(menu.field, Qt.Key.Key_Return)
    assert links(view) == ["5,2 procent"]
