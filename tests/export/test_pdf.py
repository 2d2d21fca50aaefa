"""The PDF is tagged, says the outline's words in its order, and treats every text as text."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from tests.builders import report, rich_report, section, text
from tests.export.papers import pdf_pages, pdf_words, squeezed, words_of
from tests.export.reports import NAMES, Papers, papers_of

from avstamt.domain.text import Paragraph, RichText, Run
from avstamt.export.layout import shipped_layout
from avstamt.export.paper import items
from avstamt.export.pdf import pdf_bytes, write_pdf
from avstamt.export.refused import ExportRefused
from avstamt.templates.catalogue import catalogue

TAME = tuple(name for name in NAMES if name != "elak")


@pytest.mark.parametrize("name", TAME)
def test_the_words_are_the_outlines_in_its_order(name: str):
    papers = papers_of(name)
    expected = words_of(papers.outline, pages=papers.pages(), marks=True)
    assert pdf_words(pdf_pages(papers.pdf()), papers.outline, expected) == expected


@pytest.mark.parametrize("name", TAME)
def test_the_contents_show_the_page_where_the_heading_stands(name: str):
    papers = papers_of(name)
    pages = [squeezed(page) for page in pdf_pages(papers.pdf())]
    for item in papers.outline.items:
        if isinstance(item, items.Heading) and item.anchor:
            assert squeezed(item.label) in pages[papers.pages()[item.anchor] - 1]


def test_it_declares_pdf_ua_its_title_and_its_language(papers: Papers):
    with pikepdf.open(io.BytesIO(papers.pdf())) as document:
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == papers.outline.title
            assert "dc:creator" not in metadata
        assert document.Root.Lang == "sv-SE"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle


def test_every_font_is_embedded(papers: Papers):
    with pikepdf.open(io.BytesIO(papers.pdf())) as document:
        descriptors = [
            one
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        assert descriptors
        assert all(any(key in one for key in ("/FontFile2", "/FontFile3")) for one in descriptors)


def test_header_cells_are_tagged_and_rows_counted(papers: Papers):
    with pikepdf.open(io.BytesIO(papers.pdf())) as document:
        kinds = [
            str(one.S)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        ]
    tables = [item for item in papers.outline.items if isinstance(item, items.Table)]
    heads = sum(len(row) for table in tables for row in table.head)
    assert kinds.count("/Table") >= len(tables)
    assert kinds.count("/TH") >= heads


def test_headings_are_tagged_on_their_levels():
    papers = papers_of("rik")
    with pikepdf.open(io.BytesIO(papers.pdf())) as document:
        kinds = [
            str(one.S)
            for one in document.objects
            if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        ]
    for level in (2, 3, 4, 5, 6):
        own = [
            item
            for item in papers.outline.items
            if isinstance(item, (items.Heading, items.FieldLabel)) and item.level == level
        ]
        assert kinds.count(f"/H{level}") == len(own)


def test_bookmarks_are_the_headings():
    papers = papers_of("rik")
    document = pypdfium2.PdfDocument(papers.pdf())
    titles = [bookmark.get_title() for bookmark in document.get_toc()]
    document.close()
    expected = [item.label for item in papers.outline.items if isinstance(item, items.Heading)]
    assert titles == ["Innehållsförteckning", *expected]


def test_every_page_is_numbered_of_all():
    document = pypdfium2.PdfDocument(papers_of("rik").pdf())
    count = len(document)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert all(f"Sid {number} ({count})" in text for number, text in enumerate(texts, 1))


def test_text_that_looks_like_code_is_printed_as_it_stands():
    code = '#read("/etc/passwd") $x^2$ *fet* @ref `kod` \\ <tag> // kommentar'
    made = pdf_text(report(title="#evil", sections=(section("= Rubrik #x", text=text(code)),)))
    assert squeezed(code) in made
    assert squeezed("= Rubrik #x") in made


def test_letters_that_the_shipped_fonts_lack_do_not_stop_the_report():
    made = pdf_text(report(sections=(section("Övrigt", text=text("Före \u0378\U0010ff00 efter")),)))
    assert "Före" in made
    assert "efter" in made


@pytest.mark.parametrize("words", ["\u00ad", " ", "", "\n", "\u0301", "å" * 200])
def test_a_link_on_odd_words_does_not_stop_the_report(words: str):
    runs = (Run(text="före"), Run(text=words, link="https://start.stockholm"))
    made = section("Övrigt", text=RichText(blocks=(Paragraph(id="b1", runs=runs),)))
    assert "före" in pdf_text(report(sections=(made,)))


def test_a_word_without_end_is_broken_not_cut():
    word = "ö" * 300
    assert word in pdf_text(report(sections=(section("Övrigt", text=text(word)),)))


def test_the_same_report_gives_the_same_pages_twice():
    paper = papers_of("rik").outline
    first, second = (pdf_pages(pdf_bytes(paper, shipped_layout())) for _ in range(2))
    assert first == second


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    made = rich_report()
    template = catalogue().template(made.kind, made.level, made.year)
    with pytest.raises(ExportRefused, match="finns inte"):
        write_pdf(made, template, tmp_path / "borta" / "rapport.pdf")


def pdf_text(made) -> str:
    return squeezed("".join(pdf_pages(pdf_bytes(Papers(made).outline, shipped_layout()))))
