"""The pages of the preview are the export's, and every part of the report is found on them."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from tests.builders import report, rich_report, section, text

from avstamt.domain.place import Place, with_value
from avstamt.export.layout import shipped_layout
from avstamt.export.outline import outline
from avstamt.export.pages import PageSetter
from avstamt.export.pdf import pdf_bytes
from avstamt.export.refused import ExportRefused
from avstamt.templates.catalogue import catalogue

_WIDTH = 595


def template_of(whole):
    return catalogue().template(whole.kind, whole.level, whole.year)


def export_pictures(whole) -> list[bytes]:
    file = pdf_bytes(outline(whole, template_of(whole)), shipped_layout())
    with pypdfium2.PdfDocument(io.BytesIO(file)) as document:
        pages = list(document)
        return [bytes(page.render(scale=(_WIDTH - 0.5) / page.get_width(), prefer_bgrx=True).buffer) for page in pages]


@pytest.fixture(scope="module")
def setter() -> PageSetter:
    return PageSetter()


def test_each_page_is_the_exports_to_the_pixel(setter):
    whole = rich_report()
    pages = setter.set(whole, template_of(whole))
    drawn = [setter.picture(page, _WIDTH).pixels for page in range(len(pages.sizes))]
    assert drawn == export_pictures(whole)


def test_the_pages_follow_an_edit(setter):
    whole = rich_report()
    setter.set(whole, template_of(whole))
    longer = with_value(whole, Place.of("sections", "s1", "text"), text(*["Ett nytt stycke om året."] * 60))
    pages = setter.set(longer, template_of(longer))
    drawn = [setter.picture(page, _WIDTH).pixels for page in range(len(pages.sizes))]
    assert drawn == export_pictures(longer)


def test_every_goal_row_and_paragraph_has_its_spot_in_printed_order(setter):
    whole = rich_report()
    spots = setter.set(whole, template_of(whole)).spots
    places = {spot.place for spot in spots}
    paragraphs = [Place.of("goals", "g3", "analysis", "blocks", block.id) for block in whole.goals[2].analysis.blocks]
    rows = [Place.of("goals", "g2", "indicators", "i1"), Place.of("goals", "g3", "activities", "a2")]
    assert places.issuperset([*paragraphs, *rows, *(Place.of("goals", goal.id, "title") for goal in whole.goals)])
    assert places.issuperset([Place.of("sections", "s4", "tables", "t1", "rows", "r3")])
    order = [(spot.page, spot.top) for spot in spots]
    assert order == sorted(order)


def test_letters_that_no_font_has_do_not_stop_the_pages(setter):
    whole = report(sections=(section(text=text("Ett tecken \U000f1234 utan typsnitt.")),))
    assert setter.set(whole, template_of(whole)).sizes


@pytest.mark.parametrize("width", [1, 80, 595, 700, 1400])
def test_a_page_is_drawn_as_wide_as_it_is_asked_for(setter, width):
    setter.set(rich_report(), template_of(rich_report()))
    assert setter.picture(0, width).width == width


def test_a_page_that_is_gone_is_refused(setter):
    whole = rich_report()
    pages = setter.set(whole, template_of(whole))
    with pytest.raises(ExportRefused, match="finns inte längre"):
        setter.picture(len(pages.sizes), _WIDTH)
