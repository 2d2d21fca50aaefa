"""What stays together on paper: a heading with its text, the first rows of a table, small tables whole."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from docx.shared import Pt
from lxml import etree

from avstamt.domain.place import Place
from avstamt.domain.printed import seen
from avstamt.export.layout import shipped_layout
from avstamt.export.paper.items import (
    Appendices,
    Cell,
    Column,
    FieldLabel,
    Heading,
    Item,
    ListItem,
    Note,
    Outline,
    PageBreak,
    Paragraph,
    Row,
    Run,
    RunningHead,
    Table,
    TableKind,
)
from avstamt.export.paper.kept import is_small, with_kept
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
    assert kept(HEADING, paragraph(LONG), paragraph(LONG * 2)) == [False, False, False]


def test_a_single_line_before_a_heading_is_the_whole_text_and_stays_alone() -> None:
    assert kept(LABEL, paragraph("Inte aktuellt."), HEADING, paragraph(LONG)) == [False] * 4


def test_what_opens_a_list_or_table_with_a_colon_stays_with_it() -> None:
    assert kept(paragraph("Enheten har:"), ITEM) == [True, False]
    assert kept(paragraph("Så här blev det:"), table(2, "a")) == [True, False]


def test_a_list_of_few_lines_stays_whole_and_a_longer_one_does_not() -> None:
    assert [item.kept for item in with_kept([ITEM] * 3) if isinstance(item, ListItem)] == [True, True, False]
    assert not any(item.kept for item in with_kept([ITEM] * 4) if isinstance(item, ListItem))
    long = replace(ITEM, runs=(Run(LONG * 3),))
    assert not any(item.kept for item in with_kept([long, ITEM]) if isinstance(item, ListItem))


def test_a_paragraph_without_words_opens_nothing() -> None:
    assert kept(Paragraph((), PLACE), ITEM) == [False, False]


@pytest.mark.parametrize(("rows", "text", "small"), [(6, "kort", True), (7, "kort", False), (6, LONG * 2, False)])
def test_few_rows_with_little_in_them_are_a_small_table(rows: int, text: str, small: bool) -> None:
    assert is_small(table(rows, text)) is small


def test_few_words_in_a_narrow_column_make_a_tall_table_which_is_not_small() -> None:
    narrow = replace(table(3, LONG), columns=(Column(0.15),))
    assert is_small(table(3, LONG))
    assert not is_small(narrow)


@pytest.mark.parametrize(("analysis", "small"), [("En mening.", True), (LONG * 14, False)])
def test_the_analysis_under_a_row_takes_room_too(analysis: str, small: bool) -> None:
    row = replace(table(1, "a").rows[0], note=Note("Analys", (paragraph(analysis),), PLACE))
    assert is_small(replace(table(1, "a"), rows=(row,))) is small


def test_a_table_within_an_analysis_makes_it_tall() -> None:
    row = replace(table(1, "a").rows[0], note=Note("Analys", (table(1, "a"),), PLACE))
    assert not is_small(replace(table(1, "a"), rows=(row,)))


def test_a_short_end_of_a_text_brings_the_paragraph_before_it_along() -> None:
    assert kept(LABEL, paragraph(LONG * 2), paragraph(LONG), LABEL) == [False, True, False, False]
    assert kept(LABEL, paragraph(LONG * 2), paragraph(LONG * 2), LABEL) == [False] * 4
    assert kept(LABEL, paragraph(LONG * 4), paragraph(LONG), LABEL) == [False] * 4
    assert kept(LABEL, paragraph(LONG * 2), paragraph(LONG), ITEM) == [False] * 4


def test_headings_without_text_at_the_end_stand_with_the_last_text() -> None:
    assert kept(HEADING, paragraph(LONG * 5), HEADING, HEADING) == [False, True, False, False]
    assert kept(HEADING, paragraph(LONG * 5), HEADING, paragraph(LONG)) == [False] * 4


def test_an_empty_heading_draws_its_fellow_close_and_lets_the_next_chapter_begin_a_page() -> None:
    below = replace(HEADING, level=2)
    made = [item for item in with_kept((HEADING, below, below, HEADING, paragraph(LONG))) if isinstance(item, Heading)]
    assert [item.close for item in made] == [False, False, True, False]
    assert [item.loose for item in made] == [False, False, True, False]


def test_goals_with_their_prefix_and_typed_headings_are_not_drawn_close() -> None:
    goal, typed = replace(HEADING, prefix="Nämndmål:"), replace(HEADING, typed=1)
    made = [item for item in with_kept((goal, goal, typed, typed)) if isinstance(item, Heading)]
    assert not any(item.close or item.loose for item in made)


@pytest.mark.parametrize(("number", "stays"), [(3, [True, True, None]), (16, [None] * 16)])
def test_in_word_a_short_list_of_appendices_stays_on_one_page(number: int, stays: list[bool | None]) -> None:
    lines = tuple((f"Bilaga {one}: Underlag", PLACE) for one in range(1, number + 1))
    paper = Outline("Rapport", "sv-SE", RunningHead((), "Rapport"), (Appendices(lines, PLACE),))
    made = Document(BytesIO(word_bytes(paper, shipped_layout(), pages={}))).paragraphs
    assert [one.paragraph_format.keep_with_next for one in made] == stays


def test_what_stays_together_on_a_new_page_is_still_a_valid_paragraph() -> None:
    items = (paragraph(LONG), PageBreak(PLACE), replace(paragraph(LONG), kept=True))
    paper = Outline("Rapport", "sv-SE", RunningHead((), "Rapport"), items)
    made = Document(BytesIO(word_bytes(paper, shipped_layout(), pages={}))).paragraphs[1]
    assert [etree.QName(look).localname for look in made._p.pPr][:3] == ["pStyle", "keepNext", "pageBreakBefore"]


def test_in_word_an_empty_heading_is_close_to_its_fellow_and_free_of_the_next_chapter() -> None:
    below = replace(HEADING, level=2)
    items = tuple(with_kept((HEADING, below, below, HEADING, paragraph(LONG))))
    paper = Outline("Rapport", "sv-SE", RunningHead((), "Rapport"), items)
    made = Document(BytesIO(word_bytes(paper, shipped_layout(), pages={}))).paragraphs
    assert [one.paragraph_format.keep_with_next for one in made[:4]] == [None, None, False, None]
    assert [one.paragraph_format.space_before for one in made[:4]] == [None, None, Pt(9), None]


def test_in_word_a_small_table_stays_whole_and_a_large_one_does_not_leave_its_first_row() -> None:
    assert [stays for _text, stays in word_rows(table(3, "a"))] == [True, True, False]
    assert [stays for _text, stays in word_rows(table(8, "a"))] == [True, *[False] * 7]


def test_in_word_a_tall_first_row_may_end_a_page() -> None:
    tall = table(8, LONG * 5)
    assert [stays for _text, stays in word_rows(tall)] == [False] * 8


def test_in_word_a_row_stays_with_its_own_analysis_and_that_with_no_other() -> None:
    rows = tuple(replace(row, note=Note("Analys", (paragraph(LONG),), PLACE)) for row in table(8, LONG * 5).rows)
    stays = [stay for _text, stay in word_rows(replace(table(8, "a"), rows=rows))]
    assert stays == [True, False] * 8


def test_a_cell_may_be_broken_after_a_slash_between_words_and_says_the_same() -> None:
    shown, _stays = word_rows(table(1, "Tas fram av nämnd/styrelse 3/4"))[0]
    assert shown == "Tas fram av nämnd/\u200bstyrelse 3/4"
    assert seen(shown) == "Tas fram av nämnd/styrelse 3/4"
