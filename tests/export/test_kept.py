"""What stays together on paper: a heading with its text, the first rows of a table, small tables whole."""

from __future__ import annotations

import pytest

from avstamt.domain.place import Place
from avstamt.export.paper.items import (
    Cell,
    Column,
    FieldLabel,
    Heading,
    Item,
    ListItem,
    Paragraph,
    Row,
    Run,
    Table,
    TableKind,
)
from avstamt.export.paper.kept import with_kept

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
