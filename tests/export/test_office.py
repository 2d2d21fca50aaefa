"""LibreOffice shows the Word files whole: every word of every table row, and the contents at most a page off."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from tests.export.papers import ReadParagraph, ReadTable, pdf_pages, read_word, squeezed
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
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = [
        office,
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        *(folder / f"{name}.docx" for name in TAME),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder


@pytest.mark.parametrize("name", TAME)
def test_every_word_of_every_table_is_on_some_page(name: str, rendered: Path):
    shown = "\n".join(pdf_pages((rendered / f"{name}.pdf").read_bytes()))
    found, together = Counter(tokens(shown)), squeezed(shown)
    expected: Counter[str] = Counter()
    for block in read_word(papers_of(name).word()):
        texts = (
            [cell for row in (*block.head, *block.rows) for cell in row]
            if isinstance(block, ReadTable)
            else [block.text]
        )
        expected.update(token for text in texts for token in tokens(text))
    lost = {token: count for token, count in (expected - found).items() if together.count(token) < expected[token]}
    assert lost == {}


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
    shown = _printed(tmp_path / "exakt.docx", rendered / "profil")
    told = _contents(tmp_path / "exakt.docx")
    headings = [item for item in papers.outline.items if isinstance(item, items.Heading) and item.anchor]
    assert len(told) == len(headings) > 3
    assert all(
        squeezed(heading.label) in squeezed(shown[page - 1]) for heading, page in zip(headings, told, strict=True)
    )


def _printed(path: Path, profile: Path) -> list[str]:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", path.parent, path], check=True, capture_output=True, timeout=120)
    return pdf_pages(path.with_suffix(".pdf").read_bytes())


def _contents(path: Path) -> list[int]:
    """Return the page numbers that the table of contents tells, in order."""
    lines = [block.text for block in read_word(path.read_bytes()) if isinstance(block, ReadParagraph)]
    return [int(line.rpartition("\t")[2]) for line in lines if "\t" in line]


def tokens(text: str) -> list[str]:
    return [squeezed(token) for token in re.split(r"[\s/\x02-]+", text) if squeezed(token)]
