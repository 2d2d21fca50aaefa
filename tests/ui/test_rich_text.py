"""Rich text on the screen: what is not typed does not change, and what is typed changes only its place."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.builders import text
from tests.strategies import rich_texts

from avstamt.domain.place import Place
from avstamt.domain.text import (
    EMPTY_TEXT,
    FigureReference,
    ListItem,
    ListKind,
    Paragraph,
    RichText,
    Run,
    SubHeading,
    TextCell,
    TextTable,
)
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.richtext import commands
from avstamt.ui.richtext.canonical import canonical
from avstamt.ui.richtext.formats import BOLD, ITALIC, TextStyle
from avstamt.ui.richtext.reading import read
from avstamt.ui.richtext.writing import write

FEW = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@pytest.fixture
def editor(qtbot, look) -> RichEditor:
    made = RichEditor(look)
    qtbot.addWidget(made)
    return made


def put_cursor(editor: RichEditor, position: int, anchor: int | None = None) -> QTextCursor:
    cursor = editor.textCursor()
    cursor.setPosition(position if anchor is None else anchor)
    cursor.setPosition(
        position, QTextCursor.MoveMode.KeepAnchor if anchor is not None else QTextCursor.MoveMode.MoveAnchor
    )
    editor.setTextCursor(cursor)
    return cursor


def words(value: RichText | None) -> list[str]:
    return [type(block).__name__ + ":" + "".join(run.text for run in block.runs) for block in value.blocks]


@FEW
@given(value=rich_texts())
def test_a_text_written_and_read_back_is_the_same_text(look, value):
    document = QTextDocument()
    write(document, value, TextStyle.of(look))
    assert read(document, value) == value
    again = read(document)
    assert [canonical(block) for block in value.blocks] == list(again.blocks) or value.is_empty


@FEW
@given(value=rich_texts())
def test_opening_and_leaving_a_field_changes_nothing(look, value):
    editor = RichEditor(look)
    editor.set_value(value)
    editor.show()
    editor.setFocus()
    editor.clearFocus()
    assert editor.value() == value
    editor.deleteLater()


@FEW
@given(value=rich_texts(), where=st.integers(0, 40))
def test_typing_a_character_changes_only_the_block_it_stands_in(look, type_text, value, where):
    assume(value.blocks)
    editor = RichEditor(look)
    editor.set_value(value)
    put_cursor(editor, min(where, editor.document().characterCount() - 1))
    type_text(editor, "å")
    now = editor.value()
    assert now is not None
    before = {block.id: block for block in value.blocks}
    changed = [block for block in now.blocks if before.get(block.id) != block]
    assert len(changed) <= 1
    assert [block.id for block in value.blocks if block.id in {b.id for b in now.blocks}] == [
        block.id for block in now.blocks if block.id in before
    ]
    editor.deleteLater()


KEYS = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
KINDS = st.sampled_from([commands.as_heading, commands.as_bullet, commands.as_number, commands.as_paragraph])
MARKS = st.sampled_from([BOLD, ITALIC])
DEEDS = st.tuples(st.integers(0, 60), st.integers(0, 6), KEYS | KINDS | MARKS | st.sampled_from(["å", "x y"]))


def do(editor: RichEditor, type_text, deed) -> None:
    last = editor.document().characterCount() - 1
    put_cursor(editor, min(deed[0] + deed[1], last), anchor=min(deed[0], last))
    what = deed[2]
    if isinstance(what, str):
        type_text(editor, what)
    elif isinstance(what, Qt.Key):
        event = QKeyEvent(
            QEvent.Type.KeyPress, what, Qt.KeyboardModifier.NoModifier, "\r" if what is Qt.Key.Key_Return else ""
        )
        QApplication.sendEvent(editor, event)
    elif callable(what):
        editor.make(what)
    else:
        editor.toggle(what)


@FEW
@given(value=rich_texts(), deeds=st.lists(DEEDS, min_size=1, max_size=8))
def test_whatever_is_done_the_report_holds_what_is_shown(look, type_text, value, deeds):
    editor = RichEditor(look)
    editor.set_value(value)
    for deed in deeds:
        do(editor, type_text, deed)
        now = editor.value()
        ids = [block.id for block in now.blocks]
        assert len(ids) == len(set(ids))
        assert read(editor.document(), now) == now
    shown = editor.value()
    editor.set_value(None)
    editor.set_value(shown)
    assert editor.value() == shown
    assert read(editor.document(), shown) == shown
    editor.deleteLater()


def test_swedish_letters_are_typed_as_they_are(editor, type_text):
    editor.set_value(EMPTY_TEXT)
    type_text(editor, "Målet nås – åäö")
    assert editor.value().plain == "Målet nås – åäö"


def test_a_heading_that_is_not_there_stays_so_until_something_is_typed(editor, type_text):
    editor.set_value(None)
    assert editor.value() is None
    type_text(editor, "a")
    assert editor.value().plain == "a"
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.value() is None


def test_an_emptied_text_is_an_empty_text(editor):
    editor.set_value(text("abc"))
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.value() == EMPTY_TEXT


def test_enter_splits_a_paragraph_and_gives_the_new_one_an_id_of_its_own(editor):
    value = text("EttTvå")
    editor.set_value(value)
    put_cursor(editor, 3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    first, second = editor.value().blocks
    assert (first.runs[0].text, second.runs[0].text) == ("Ett", "Två")
    assert first.id == value.blocks[0].id != second.id


def test_enter_before_a_paragraph_lets_the_text_keep_its_id(editor):
    value = text("Ett")
    editor.set_value(value)
    put_cursor(editor, 0)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.value().blocks[1].id == value.blocks[0].id


def test_after_a_heading_comes_body_text(editor, type_text):
    editor.set_value(text("## Rubrik"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, "brödtext")
    assert words(editor.value()) == ["SubHeading:Rubrik", "Paragraph:brödtext"]


def test_enter_in_a_list_goes_on_and_in_an_empty_item_ends_it(editor, type_text):
    editor.set_value(text("- ett"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, "två")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_text(editor, "slut")
    assert words(editor.value()) == ["ListItem:ett", "ListItem:två", "Paragraph:slut"]


def test_tab_and_backspace_at_an_items_start_change_its_level(editor):
    editor.set_value(text("- ett", "- två"))
    put_cursor(editor, 4)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert [block.level for block in editor.value().blocks] == [0, 1]
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert [block.level for block in editor.value().blocks] == [0, 0]
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert isinstance(editor.value().blocks[1], Paragraph)


def test_numbered_items_of_one_list_are_counted_together(editor):
    item = [
        ListItem(id=f"b{n}", runs=(Run(text="x"),), mark=ListKind.NUMBER, level=level)
        for n, level in enumerate([0, 1, 0])
    ]
    editor.set_value(RichText(blocks=tuple(item)))
    first, third = editor.document().firstBlock(), editor.document().lastBlock()
    assert third.textList().itemNumber(third) == 1
    assert first.textList().objectIndex() == third.textList().objectIndex()


@pytest.mark.parametrize(("mark", "name"), [(BOLD, "bold"), (ITALIC, "italic")])
def test_make_up_is_turned_on_and_off_for_the_selection(editor, mark, name):
    editor.set_value(text("ett två tre"))
    put_cursor(editor, 7, anchor=4)
    editor.toggle(mark)
    assert [(run.text, getattr(run, name)) for run in editor.value().blocks[0].runs] == [
        ("ett ", False), ("två", True), (" tre", False),
    ]  # fmt: skip
    editor.toggle(mark)
    assert editor.value() == editor.value().model_copy()
    assert [run.text for run in editor.value().blocks[0].runs] == ["ett två tre"]


def test_a_heading_is_not_bold_in_the_report_though_it_looks_so(editor, type_text):
    editor.set_value(text("Rubrik"))
    editor.make(commands.as_heading)
    type_text(editor, "x")
    block = editor.value().blocks[0]
    assert isinstance(block, SubHeading)
    assert not any(run.bold for run in block.runs)


def test_a_link_is_set_and_taken_away(editor):
    editor.set_value(text("läs mer här"))
    cursor = put_cursor(editor, 8, anchor=4)
    commands.set_link(cursor, "https://start.stockholm", editor.style_now)
    assert [(run.text, run.link) for run in editor.value().blocks[0].runs][1] == ("mer ", "https://start.stockholm")
    commands.set_link(cursor, None, editor.style_now)
    assert [run.link for run in editor.value().blocks[0].runs] == [None]


def test_a_figure_reference_survives_typing_beside_it(editor, type_text):
    figure = FigureReference(source=Place.of("goals", "g1", "indicators", "i1", "outcome"))
    runs = (Run(text="Totalt "), Run(text="16", figure=figure), Run(text=" st"))
    editor.set_value(RichText(blocks=(Paragraph(id="b1", runs=runs),)))
    put_cursor(editor, 0)
    type_text(editor, "Ö")
    assert editor.value().blocks[0].runs[1] == runs[1]


def test_a_table_is_typed_in_cell_by_cell(editor, type_text):
    table = TextTable(id="b1", rows=((TextCell(), TextCell()), (TextCell(), TextCell())))
    editor.set_value(RichText(blocks=(table,)))
    put_cursor(editor, 1)
    type_text(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    type_text(editor, "b")
    made = editor.value().blocks[0]
    assert isinstance(made, TextTable)
    assert [[run.text for cell in row for run in cell.runs] for row in made.rows] == [["a", "b"], []]


def test_text_typed_after_a_table_becomes_a_paragraph(editor, type_text):
    editor.set_value(RichText(blocks=(TextTable(id="b1", rows=((TextCell(),),)),)))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    type_text(editor, "efter")
    assert [block.kind for block in editor.value().blocks] == ["table", "paragraph"]


def test_undo_belongs_to_the_window_not_to_the_field(editor, type_text):
    editor.set_value(text("ab"))
    type_text(editor, "x")
    typed = editor.value()
    undo = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QApplication.sendEvent(editor, undo)
    assert editor.value() == typed
    assert not undo.isAccepted()
