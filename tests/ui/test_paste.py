"""Pasting: our own blocks whole, everything else cleaned to what a report can hold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QTextCursor
from tests.builders import text

from avstamt.domain.text import RichText, TextTable
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.richtext.clipboard import pasted


@pytest.fixture
def editor(qtbot, look) -> RichEditor:
    made = RichEditor(look)
    qtbot.addWidget(made)
    return made


def words(value: RichText | None) -> list[str]:
    return [type(block).__name__ + ":" + "".join(run.text for run in block.runs) for block in value.blocks]


def html(source: str) -> QMimeData:
    data = QMimeData()
    data.setHtml(source)
    return data


def test_a_paste_keeps_words_and_known_make_up_and_drops_the_rest():
    blocks = pasted(html(
        "<h2 style='color:red'>Läget</h2><p style='font-family:Comic'>Målet <b>nås</b> <i>nästan</i>"
        " <a href='https://start.stockholm'>här</a><a href='javascript:x'>inte</a></p><ul><li>ett</li></ul><p></p>"
    ))  # fmt: skip
    assert [block.kind for block in blocks] == ["heading", "paragraph", "item"]
    made = blocks[1].runs
    assert "".join(run.text for run in made) == "Målet nås nästan härinte"
    assert [run.text for run in made if run.bold] == ["nås"]
    assert [run.text for run in made if run.italic] == ["nästan"]
    assert [run.link for run in made if run.link] == ["https://start.stockholm"]
    assert not any(run.bold for run in blocks[0].runs)


def test_a_pasted_table_becomes_a_table():
    (block,) = pasted(html("<table><tr><td>a</td><td>b</td></tr></table>"))
    assert isinstance(block, TextTable)
    assert [[cell.runs[0].text for cell in row] for row in block.rows] == [["a", "b"]]


def test_pasted_lines_with_bullets_become_a_list():
    data = QMimeData()
    data.setText("Inledning\n• ett\n\n- två")
    assert [block.kind for block in pasted(data)] == ["paragraph", "item", "item"]


def test_our_own_blocks_are_pasted_whole(editor):
    editor.set_value(text("## Rubrik", "- punkt", "text"))
    editor.selectAll()
    data = editor.createMimeDataFromSelection()
    editor.set_value(text("före"))
    editor.moveCursor(QTextCursor.MoveOperation.End)
    editor.insertFromMimeData(data)
    assert words(editor.value()) == ["Paragraph:före", "SubHeading:Rubrik", "ListItem:punkt", "Paragraph:text"]
    assert len({block.id for block in editor.value().blocks}) == 4


def test_a_paste_in_the_middle_keeps_what_stands_around_it(editor):
    editor.set_value(text("förefter"))
    cursor = editor.textCursor()
    cursor.setPosition(3)
    editor.setTextCursor(cursor)
    data = QMimeData()
    data.setText("ett\ntvå")
    editor.insertFromMimeData(data)
    assert words(editor.value()) == ["Paragraph:för", "Paragraph:ett", "Paragraph:två", "Paragraph:efter"]


def test_files_are_left_to_the_window(editor):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/rapport.avst")])
    data.setText("/rapport.avst")
    assert not editor.canInsertFromMimeData(data)
    data.setUrls([QUrl("https://start.stockholm")])
    assert editor.canInsertFromMimeData(data)
