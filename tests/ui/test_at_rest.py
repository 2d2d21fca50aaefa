"""What the eye sees on every screen: nothing moves of itself, nothing is cut, what cannot be used looks like it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QTextCursor, QTextTable
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QWidget, QWidgetItem
from shiboken6 import Shiboken
from tests.builders import goal, report, rich_report, section, table, text
from tests.ui.test_nothing_clipped import clipped

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.importers.model import Problem
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.ui.dialogs.problems import ProblemsDialog
from avstamt.ui.document import Document
from avstamt.ui.editors.choice import AssessmentEditor
from avstamt.ui.forms.word_count import WordCount
from avstamt.ui.help.pages import HelpPage
from avstamt.ui.help.window import PageBrowser
from avstamt.ui.labels import ElidedLabel, Label, TextButton
from avstamt.ui.marks.strokes import lines_under
from avstamt.ui.panes import first_widths
from avstamt.ui.review.part_bar import PartBar
from avstamt.ui.safety.versions import VersionsDialog
from avstamt.ui.tab_order import step
from avstamt.ui.tables.columns import LEVEL_ROLE
from avstamt.ui.theme import Appearance

GOAL = Place.of("goals", "g3")


def settle() -> None:
    for _ in range(10):
        QApplication.processEvents()


def image_of(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def first_ink(label: Label) -> int:
    """Return the column of the window in which a label's words begin."""
    drawn = image_of(label)
    ground = drawn.pixelColor(drawn.width() - 1, drawn.height() - 1)
    column = next(
        x for x in range(drawn.width()) if any(drawn.pixelColor(x, y) != ground for y in range(drawn.height()))
    )
    return label.mapTo(label.window(), QPoint(round(column / drawn.devicePixelRatio()), 0)).x()


@pytest.mark.parametrize("place", [Place(), GOAL], ids=["rapporten", "ett mål"])
def test_the_words_of_a_page_begin_in_one_column_also_when_the_colours_change(window, open_report, settings, place):
    view = open_report(rich_report())
    view.show_place(place)
    settle()
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        settings.appearance = appearance
        settle()
        left = view.area.page.mapTo(window, QPoint(0, 0)).x()
        column = [label for label in view.area.page.findChildren(Label) if label.isVisible() and label.text()]
        starts = {label.text(): first_ink(label) for label in column}
        first = {words: start for words, start in starts.items() if start < left + 24}
        assert len(first) > 2
        assert max(first.values()) - min(first.values()) <= 3, first


def test_the_page_is_as_high_on_every_part(window, open_report):
    view = open_report(rich_report())
    heights = set()
    for place in (Place(), GOAL, Place.of("sections", view.desk.document.report.sections[0].id)):
        view.show_place(place)
        settle()
        heights.add(window.findChild(PartBar).height())
    assert len(heights) == 1


@pytest.mark.parametrize("has_comments", [False, True], ids=["utan kommentar", "kommenterad"])
def test_what_is_found_and_said_about_a_title_neither_pushes_the_page_down_nor_breaks_it_anew(
    window, open_report, has_comments
):
    view = open_report(rich_report())
    view.show_place(GOAL)
    settle()
    field = view.area.page.fields[GOAL / "title"]
    before = (field.height(), field.editor.geometry())
    field.show_level(Level.ERROR)
    if has_comments:
        field.show_comments(12, ["Anna: Är det rätt?"])
    settle()
    assert (field.height(), field.editor.geometry()) == before
    symbols = [field._level, field.comments] if has_comments else [field._level]
    places = [QRect(one.mapTo(field, QPoint()), one.size()) for one in symbols]
    for symbol, place in zip(symbols, places, strict=True):
        assert symbol.visibleRegion().boundingRect().size() == symbol.size()
        assert min(place.width(), place.height()) >= (24 if symbol is not field._level else 16)
        assert not place.intersects(field.editor.geometry())
    assert len(places) == 1 or not places[0].intersects(places[1])


def test_the_page_does_not_move_when_the_words_are_counted(window, open_report):
    words = "Fler hushåll än väntat har fått stöd under året. " * 5
    view = open_report(report(goal(id="g1", analysis=text("Kort.")), goal(id="g2", analysis=text(words))))
    silent, speaks = (count_of(view, place) for place in ("g1", "g2"))
    assert silent.text() == ""
    silent_height = silent.sizeHint().height()
    speaks._count()
    assert speaks.text()
    assert speaks.sizeHint().height() == silent_height


def count_of(view, goal_id: str) -> WordCount:
    place = Place.of("goals", goal_id, "analysis")
    view.show_place(place)
    return view.area.page.fields[place].findChild(WordCount)


def test_the_heads_of_the_panes_stand_in_line(window, open_report):
    view = open_report(rich_report())
    settle()
    names = ("Delar", "Granskning")
    heads = [label for label in view.findChildren(Label) if label.text() in names and label.isVisible()]
    middles = [label.mapTo(window, label.rect().center()).y() for label in heads]
    assert len(middles) == len(names)
    assert max(middles) - min(middles) <= 1


def test_the_panes_take_more_of_a_wider_window_and_leave_the_page_its_column(look):
    narrow, wide = first_widths(1280), first_widths(1920)
    assert wide[0] > narrow[0]
    assert wide[2] > narrow[2]
    assert wide[1] > look.column
    assert sum(wide) == 1920


def test_a_wrong_figure_is_marked_in_its_cell(window, open_report):
    view = open_report(read(resource("samples", "verksamhetsberattelse-2024-enhet.avst")))
    wrong = next(one for one in view.found if one.place.path[-2:-1] == ("cells",) and "tables" in one.place.path)
    view.show_place(wrong.place)
    cells = [
        sheet.sheet.index(row, column)
        for sheet in view.area.page.sheets
        for row in range(sheet.sheet.rowCount())
        for column in range(sheet.sheet.columnCount())
        if sheet.sheet.cell_place(row, column).is_within(wrong.place)
    ]
    assert [cell.data(LEVEL_ROLE) for cell in cells] == [wrong.level]


def test_a_button_that_cannot_be_pressed_does_not_look_like_the_one_to_press(qtbot, look):
    button = TextButton(look, "Återställ i rapporten", "primary")
    qtbot.addWidget(button)
    button.show()
    accent = QColor(look.theme.accent)
    inside = QPoint(8, button.height() // 2)
    assert image_of(button).pixelColor(inside) == accent
    button.setEnabled(False)
    assert image_of(button).pixelColor(inside) != accent


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST])
def test_a_box_that_is_ticked_holds_a_tick(qtbot, look, settings, appearance):
    settings.appearance = appearance
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setChecked(True)
    box.show()
    drawn = image_of(box)
    pixels = [drawn.pixelColor(x, y).name() for x in range(drawn.width()) for y in range(drawn.height())]
    assert QColor(look.theme.accent).name() in pixels
    assert QColor(look.theme.on_accent).name() in pixels


def test_a_name_too_long_for_its_line_ends_in_dots_and_takes_no_more_room(qtbot, look):
    label = ElidedLabel(look, "Tertialrapport med nämndens tillägg " * 4, "ElideRight")
    qtbot.addWidget(label)
    label.resize(120, label.sizeHint().height())
    label.show()
    whole = image_of(label)
    label.setText("")
    assert image_of(label) != whole
    assert label.minimumSizeHint().width() == 0


def test_every_line_of_a_list_is_as_high_as_its_words(qtbot, look):
    long = "Texten ’Det förväntade resultatet är nått’ står utan rubrik, och är lagd under målet före det. " * 2
    dialog = ProblemsDialog(look, (Problem(long, 112, 118), Problem("Sidhuvudet är borttaget.", 0, 0)))
    qtbot.addWidget(dialog)
    dialog.show()
    for width in (560, 320):
        dialog.resize(width, 480)
        settle()
        item = dialog.list.item(0)
        room = dialog.list.visualItemRect(item)
        words = dialog.list.fontMetrics().boundingRect(
            QRect(0, 0, room.width() - 24, 0), int(Qt.TextFlag.TextWordWrap), item.text()
        )
        assert room.height() >= words.height()
    assert dialog.list.item(1).text() == "Sidhuvudet är borttaget."


def test_where_there_are_no_older_versions_the_dialog_says_how_they_come(qtbot, look, tmp_path: Path):
    dialog = VersionsDialog(look, Document(rich_report(), path=tmp_path / "ny.avst"))
    qtbot.addWidget(dialog)
    dialog.show()
    shown = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
    assert any("Den första läggs hit när du sparar" in words for words in shown)
    assert not dialog.list.isVisible()
    assert not dialog.restore.isVisible()


def test_a_new_table_in_a_text_is_as_wide_as_the_text_and_has_the_caret(window, open_report):
    view = open_report(report(sections=(section(id="s1", text=text("Ett stycke.")),)))
    place = Place.of("sections", "s1", "text")
    view.show_place(place)
    editor = view.area.page.fields[place].editor
    window.actions_.by_name["insert_table"].trigger()
    settle()
    table = next(frame for frame in editor.document().rootFrame().childFrames() if isinstance(frame, QTextTable))
    drawn = editor.document().documentLayout().frameBoundingRect(table)
    assert drawn.width() > editor.viewport().width() * 0.9
    assert table.cellAt(editor.textCursor()).row() == 0


@pytest.fixture
def line(window, open_report):
    """The outline of a report with a goal, and how the upper and the lower half of the goal's line are drawn."""
    view = open_report(rich_report())
    view.show_place(GOAL)
    outline = view.outline.view
    rect = outline.visualRect(view.outline.model.index_of(GOAL))

    def half(*, lower: bool) -> QImage:
        settle()
        middle = rect.height() // 2
        return outline.viewport().grab(rect.adjusted(0, middle if lower else 0, 0, 0 if lower else -middle)).toImage()

    return view, partial(half, lower=False), partial(half, lower=True)


def test_what_stands_below_a_title_in_the_outline_has_the_whole_line(line):
    """As long as the title has room beside the number of findings."""
    view, upper_half, lower_half = line
    view.outline.model.show_counts({})
    title, below = upper_half(), lower_half()
    view.outline.model.show_counts({GOAL: {Level.TIP: 3}})
    assert lower_half() == below
    assert upper_half() != title


def test_findings_cut_no_title_in_the_outline(line):
    """Where a title has no room beside their number, it stands below: there the name of the goal's level may give way."""
    view, upper_half, _lower_half = line
    view.outline.model.show_counts({})
    without = upper_half()
    view.outline.model.show_counts({GOAL: dict.fromkeys(Level, 1200)})
    assert upper_half() == without


def test_the_marks_of_the_review_take_no_room_from_a_title(window, line):
    view, upper_half, _lower_half = line
    without = upper_half()
    window.actions_.by_name["mark_done"].trigger()
    assert view.desk.document.report.marks
    assert upper_half() == without


WIDE = table(
    {f"Prognos budgetjustering {number}": ColumnRole.OTHER for number in range(8)},
    [("Barn och ungdom", RowRole.AREA, ["1 200,5"] * 8)],
    id="t1",
)


@pytest.fixture
def wide_table(window, open_report):
    view = open_report(report(sections=(section("Prognos", id="s1", text=text("Ett stycke."), tables=(WIDE,)),)))
    view.show_place(Place.of("sections", "s1"))
    return window, view.area.page


def widths_of(wide_table, width: int) -> tuple[int, int]:
    """Return how wide the table and the text above it are in a window of this width."""
    window, page = wide_table
    window.resize(width, 800)
    settle()
    return page.sheets[0].view.width(), page.fields[Place.of("sections", "s1", "text")].editor.width()


def test_a_wide_table_has_the_room_beside_the_text_and_the_text_does_not(wide_table):
    table, text_ = widths_of(wide_table, 1280)
    assert table == text_
    wide, unchanged = widths_of(wide_table, 2200)
    assert wide > table
    assert unchanged == text_
    assert not wide_table[1].sheets[0].view.horizontalScrollBar().isVisible()
    assert widths_of(wide_table, 1280) == (table, text_)


def test_the_long_words_of_a_head_are_broken_only_where_they_have_no_room(wide_table):
    _window, page = wide_table
    view = page.sheets[0].view
    widths_of(wide_table, 2200)
    whole = view.head.narrowest(1)
    assert not view.head.is_crowded
    widths_of(wide_table, 1280)
    assert view.head.is_crowded
    assert view.head.narrowest(1) < whole
    assert "-" not in view.sheet.headerData(1, Qt.Orientation.Horizontal)


def test_a_table_that_fits_is_as_wide_as_the_text_in_every_window(window, open_report):
    view = open_report(rich_report())
    view.show_place(GOAL)
    window.resize(2200, 800)
    settle()
    page = view.area.page
    shown = [panel.view for panel in page.sheets if panel.view.isVisible()]
    assert {table.width() for table in shown} == {page.fields[GOAL / "analysis"].editor.width()}


def test_tab_and_a_narrower_window_leave_no_wrapper_of_an_item_that_qt_frees(window, open_report):
    """Where one is left, what Qt makes next in its place is taken for it: closing a report ended the program."""
    view = open_report(rich_report())
    view.show_place(GOAL)
    settle()
    before = wrapped_items()
    for is_next in (True, True, False):
        assert step(window, QApplication.focusWidget(), is_next=is_next)
    for width in (900, 1400):
        window.resize(width, 800)
        settle()
    assert wrapped_items() <= before


def wrapped_items() -> set[int]:
    return {Shiboken.getCppPointer(one)[0] for one in Shiboken.getAllValidWrappers() if type(one) is QWidgetItem}


def test_the_tiles_of_an_assessment_can_be_laid_out_anew(qtbot, look):
    before = wrapped_items()
    made = AssessmentEditor(look)
    qtbot.addWidget(made)
    assert wrapped_items() <= before


def test_the_findings_head_has_room_for_its_words_on_a_small_screen(qtbot, window, open_report):
    window.resize(960, 540)
    view = open_report(read(resource("samples", "verksamhetsberattelse-2024-enhet.avst")))
    goal_ = next(one for one in view.desk.document.report.goals if one.analysis and not one.locked)
    place = Place.of("goals", goal_.id, "analysis")
    view.desk.document.set_value(place, text("Det var fler  hushåll än året innan."), "exempel")
    view.checker.run()
    qtbot.waitUntil(view.findings._fix_all.isVisible)
    for width in (960, 1400, 960):
        window.resize(width, 540)
        settle()
        assert clipped(view.findings) == []


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_start_is_a_sheet_of_paper(window, look, settings, appearance):
    settings.appearance = appearance
    settle()
    corner = window.tabs.start.mapTo(window, QPoint(12, 12))
    assert image_of(window).pixelColor(corner) == QColor(look.theme.page)


def test_the_column_stands_still_between_a_long_page_and_a_short_one(window, open_report):
    view = open_report(read(resource("samples", "verksamhetsberattelse-2024-enhet.avst")))
    bar = view.area.verticalScrollBar()
    left: dict[bool, set[int]] = {True: set(), False: set()}
    for place in (Place(), next(Place.of("goals", one.id) for one in view.desk.document.report.goals if one.analysis)):
        view.show_place(place)
        settle()
        left[bar.isVisible()].add(view.area.page.mapTo(window, QPoint(0, 0)).x())
    assert left[True] == left[False]
    assert len(left[True]) == 1


def test_a_figure_stands_where_it_stood_when_it_is_written_in(window, open_report):
    view = open_report(read(resource("samples", "verksamhetsberattelse-2024-enhet.avst")))
    view.show_place(next(Place.of("sections", one.id) for one in view.desk.document.report.sections if one.tables))
    cells = view.area.page.sheets[0].view
    index = cells.sheet.index(1, 1)
    settle()
    ink = QColor(view.desk.look.theme.text)

    def right_and_top() -> tuple[int, int]:
        settle()
        box = cells.visualRect(index).adjusted(4, 4, -4, -4)
        image = cells.viewport().grab(box).toImage()
        spots = [
            (x, y) for x in range(image.width()) for y in range(image.height()) if _near(image.pixelColor(x, y), ink)
        ]
        right = max(x for x, _y in spots)
        return right, min(y for x, y in spots if x > right - 5)  # of the last digit, not of the caret

    before = right_and_top()
    cells.go_to(index)
    cells.edit(index)
    field = cells.findChild(QLineEdit)
    field.setCursorPosition(0)
    after = right_and_top()
    assert abs(after[0] - before[0]) <= 3
    assert abs(after[1] - before[1]) <= 1


def _near(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) < 60


def test_an_underline_ends_at_the_last_word_of_a_line(window, open_report):
    said = "Ord efter ord " * 30
    view = open_report(report(sections=(section(id="s1", text=text(said)),)))
    place = Place.of("sections", "s1", "text")
    view.show_place(place)
    editor = view.area.page.fields[place].editor
    settle()
    cursor = editor.textCursor()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    first = next(iter(lines_under(editor, cursor)))
    line = editor.document().firstBlock().layout().lineAt(0)
    words = said[: line.textLength()].rstrip()
    assert abs(first.width() - QFontMetrics(editor.font()).horizontalAdvance(words)) < 3
    cursor.setPosition(3)
    cursor.setPosition(4, QTextCursor.MoveMode.KeepAnchor)
    assert next(iter(lines_under(editor, cursor))).width() > 0  # a blank that is too many


def test_what_is_to_be_typed_is_as_large_as_the_words_about_it_in_the_help(qtbot, look):
    browser = PageBrowser(None)
    qtbot.addWidget(browser)
    browser.show_text(HelpPage("sida", "Sida", "Skriv `16000` så."), look)
    block = browser.document().firstBlock()
    sizes = set()
    at = block.begin()
    while not at.atEnd():
        sizes.add(QFontMetrics(at.fragment().charFormat().font()).height())
        at += 1
    assert len(sizes) == 1
