"""LibreOffice shows the Word files whole: every word of every table row, and the contents at most a page off."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.export.papers import pdf_pages, squeezed
from tests.export.printed import lost_words, page_numbers, print_all, told_pages
from tests.export.reports import NAMES, papers_of

from avstamt.export.paper import items
from avstamt.export.word import write_word

pytestmark = pytest.mark.office

TAME = tuple(name for name in NAMES if name != "elak")


@pytest.fixture(scope="module")
def rendered(tmp_path_factory) -> Path:
    """Return a folder with each report as LibreOffice prints it, all from one run."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice (soffice) finns inte på den här datorn.")
    folder = tmp_path_factory.mktemp("office")
    for name in TAME:
        (folder / f"{name}.docx").write_bytes(papers_of(name).word())
    print_all([folder / f"{name}.docx" for name in TAME], folder / "profil")
    return folder


@pytest.mark.parametrize("name", TAME)
def test_every_word_of_every_table_is_on_some_page(name: str, rendered: Path):
    assert lost_words(papers_of(name).word(), (rendered / f"{name}.pdf").read_bytes()) == {}


@pytest.mark.parametrize("name", TAME)
def test_every_page_says_its_number_and_how_many_there_are(name: str, rendered: Path):
    for printed in ((rendered / f"{name}.pdf").read_bytes(), papers_of(name).pdf()):
        told = page_numbers(printed)
        assert told == [(number, len(told)) for number in range(1, len(told) + 1)]


@pytest.mark.parametrize("name", TAME)
def test_the_contents_are_at_most_a_page_off(name: str, rendered: Path):
    """Word and LibreOffice break lines on their own; the contents are filled in from the PDF's pages."""
    papers = papers_of(name)
    pages = [squeezed(page) for page in pdf_pages((rendered / f"{name}.pdf").read_bytes())]
    for item in papers.outline.items:
        if isinstance(item, items.Heading) and item.anchor:
            at = papers.pages()[item.anchor]
            assert squeezed(item.label) in "".join(pages[max(at - 2, 0) : at + 1])


@pytest.mark.parametrize("name", ["rik", "tertialrapport-1-2024-namnd", "verksamhetsberattelse-2024-enhet"])
def test_the_contents_are_exact_after_a_second_pass(name: str, rendered: Path, tmp_path: Path):
    """The pages are read from the text of the pages, not from the bookmarks that they were found by."""
    papers = papers_of(name)
    write_word(papers.report, papers.template, tmp_path / "exakt.docx", exact=True)
    print_all([tmp_path / "exakt.docx"], rendered / "profil")
    shown = pdf_pages((tmp_path / "exakt.pdf").read_bytes())
    told = told_pages((tmp_path / "exakt.docx").read_bytes())
    headings = [item for item in papers.outline.items if isinstance(item, items.Heading) and item.anchor]
    assert len(told) == len(headings) > 3
    assert all(
        squeezed(heading.label) in squeezed(shown[page - 1]) for heading, page in zip(headings, told, strict=True)
    )
