"""PDF/UA by its tags: all that is printed is marked, headings leave no gap, cells have their heads, the order is the outline's."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.export.reports import SAMPLES, SEEDS, papers_of
from tests.export.tagged import Tag, TaggedPaper, tagged

from avstamt.export.paper.items import Table

_HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")


@pytest.fixture(scope="module", params=("rik", "elak", *SAMPLES, *SEEDS[-1:]))
def paper(request) -> tuple[str, TaggedPaper]:
    return request.param, tagged(papers_of(request.param).pdf())


def test_all_that_is_painted_is_marked_as_content_or_as_ornament(paper):
    _name, made = paper
    assert made.unmarked == []


def test_every_mark_on_a_page_stands_once_in_the_tree(paper):
    _name, made = paper
    in_tree = list(made.tree.contents)
    assert len(in_tree) == len(set(in_tree))
    assert set(in_tree) == set(made.marked)


def test_the_tree_is_read_in_the_order_in_which_it_is_printed(paper):
    """A head of two rows is printed by its columns and read by its rows; everything else as it is printed."""
    _name, made = paper
    heads = {one for head in made.tree.all("THead") for one in head.contents}
    read = list(made.tree.contents)
    assert [one for one in read if one not in heads] == [one for one in made.marked if one not in heads]
    assert [page for page, _mark in read] == sorted(page for page, _mark in read)


def test_headings_leave_no_gap(paper):
    _name, made = paper
    levels = [int(tag.kind[1]) for tag in made.tree.all(*_HEADINGS)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_are_rows_of_cells_and_heads_say_what_they_head(paper):
    name, made = paper
    tables = list(made.tree.all("Table"))
    own = [item for item in papers_of(name).outline.items if isinstance(item, Table)]
    assert len(tables) >= len(own)
    for table in tables:
        assert {kid.kind for kid in table.kids} <= {"THead", "TBody", "TFoot", "TR", "Caption"}
        assert all(_is_row(row) for row in table.all("TR"))
        for head in table.all("TH"):
            assert str(head.attributes.get("/Scope")) in ("/Column", "/Row", "/Both")


def _is_row(row: Tag) -> bool:
    return {kid.kind for kid in row.kids} <= {"TH", "TD"}


def test_lists_are_lists_and_items_have_a_body(paper):
    _name, made = paper
    for found in made.tree.all("L"):
        assert {kid.kind for kid in found.kids} <= {"LI", "L", "Caption"}
    for item in made.tree.all("LI"):
        assert [kid.kind for kid in item.kids if kid.kind != "Lbl"] == ["LBody"]


def test_links_have_words_and_pictures_have_a_text(paper):
    _name, made = paper
    assert all(list(link.contents) for link in made.tree.all("Link"))
    assert all(figure.alt for figure in made.tree.all("Figure", "Formula"))


def test_the_tabulator_follows_the_tree(paper):
    _name, made = paper
    assert made.tabs == {"/S"}
