"""What stays together on paper: a heading with its text, the first rows of a table, small tables whole."""

from __future__ import annotations

from io import BytesIO

import pytest
from docx import Document

from avstamt.domain.place import Place
from avstamt.domain.printed import seen
from avstamt.export.layout import shipped_layout
from avstamt.export.paper.items import (
    Cell,
    Column,
    FieldLabel,
    Heading,
    Item,
    ListItem,
    Outline,
    Paragraph,
    Row,
    Run,
    RunningHead,
    Table,
    TableKind,
)
from avstamt.export.paper.kept import with_kept
from avstamt.export.word import word_bytes

PLACE = Place.of("sections", "a")
HEADING = Heading(1, "", "", "Inledning", PLACE)
LABEL = FieldLabel(2, "Analys", PLACE)
ITEM = ListItem((Run("en punkt"),), PLACE)
LONG = "Nämnden följer utvecklingen noga och återkommer i nästa tertialrapport med en ny bedömning av målet."


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),), PLACE)


def table(rows: int, text: str) -> Table:
    made = tuple(Row((Cell((Run(text),), PLACE),), PLACE) for _ in range(rows))
    return Table(TableKind.TEXT, "", "", (Column(1.0),), (), made, PLACE)


def word_rows(made: Table) -> list[tuple[str, bool]]:
    """Return the text of each row's cell in Word, and whether the row stays with the next."""
    paper = Outline("Rapport", "sv-SE", RunningHead((), "Rapport"), (made,))
    rows = Document(BytesIO(word_bytes(paper, shipped_layout(), pages={}))).tables[0].rows
    first = [row.cells[0].paragraphs[0] for row in rows]
    return [(one.text, bool(one.paragraph_format.keep_with_next)) for one in first]


def kept(*items: Item) -> list[bool]:
    return [isinstance(item, Paragraph) and item.kept for item in with_kept(items)]


@pytest.mark.parametrize("above", [HEADING, LABEL])
def test_a_single_line_under_a_heading_or_label_stays_with_the_text_after_it(above: Item) -> None:
    assert kept(above, paragraph("Inte aktuellt."), paragraph(LONG)) == [False, True, False]


def test_a_paragraph_of_several_lines_needs_no_company() -> None:
    assert kept(HEADING, paragraph(LONG), paragraph(LONG)) == [False, False, False]


def test_a_single_line_before_a_heading_is_the_whole_text_and_stays_alone() -> None:
    assert kept(LABEL, paragraph("Inte aktuellt."), HEADING) == [False, False, False]


def test_what_opens_a_list_or_table_with_a_colon_stays_with_it() -> None:
    assert kept(paragraph("Enheten har:"), ITEM) == [True, False]
    assert kept(paragraph("Så här blev det:"), table(2, "a")) == [True, False]


def test_a_paragraph_without_words_opens_nothing() -> None:
    assert kept(Paragraph((), PLACE), ITEM) == [False, False]


@pytest.mark.parametrize(("rows", "text", "small"), [(6, "kort", True), (7, "kort", False), (6, LONG * 2, False)])
def test_few_rows_with_little_in_them_are_a_small_table(rows: int, text: str, small: bool) -> None:
    assert table(rows, text).is_small is small


def test_in_word_a_small_table_stays_whole_and_a_large_one_does_not_leave_its_first_row() -> None:
    assert [stays for _text, stays in word_rows(table(3, "a"))] == [True, True, False]
    assert [stays for _text, stays in word_rows(table(8, "a"))] == [True, *[False] * 7]


def test_a_cell_may_be_broken_after_a_slash_between_words_and_says_the_same() -> None:
    shown, _stays = word_rows(table(1, "Tas fram av nämnd/styrelse 3/4"))[0]
    assert shown == "Tas fram av nämnd/\u200bstyrelse 3/4"
    assert seen(shown) == "Tas fram av nämnd/styrelse 3/4"
