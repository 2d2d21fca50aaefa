"""Papers as LibreOffice prints them: what a page says of itself, the contents' numbers, and words that got lost."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from tests.export.papers import POINTS_ABOVE, ReadParagraph, ReadTable, pdf_pages, read_word, squeezed

from avstamt.export.outline import CONTENTS
from avstamt.export.paper.items import Heading, Outline

_NUMBER = re.compile(r"Sid\s+(\d+)\s+\((\d+)\)")


def print_all(paths: Sequence[Path], profile: Path) -> None:
    """Print Word files with LibreOffice, each to a PDF beside it, all in one run."""
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", paths[0].parent, *paths], check=True, capture_output=True, timeout=300)


def page_numbers(pdf: bytes) -> list[tuple[int, int]]:
    """Return what each page says at its head, "Sid n (N)"; (0, 0) where it says nothing."""
    with pypdfium2.PdfDocument(pdf) as document:
        heads = [page.get_textpage().get_text_bounded(bottom=page.get_height() - POINTS_ABOVE) for page in document]
    found = [_NUMBER.search(head.replace("\u00a0", " ")) for head in heads]
    return [(int(one[1]), int(one[2])) if one else (0, 0) for one in found]


def told_pages(docx: bytes) -> list[int]:
    """Return the page numbers that the table of contents tells, in order."""
    lines = [block.text for block in read_word(docx) if isinstance(block, ReadParagraph)]
    return [int(line.rpartition("\t")[2]) for line in lines if "\t" in line]


def pages_off(docx: bytes, pdf: bytes, paper: Outline) -> list[int]:
    """Return for each line of the contents how many pages its heading stands from where it is said to.

    The heading is sought in the text of the pages, nearest first; 99 where it is nowhere within two pages.
    """
    shown = ["" if CONTENTS in page else squeezed(page) for page in pdf_pages(pdf)]
    headings = [squeezed(item.label) for item in paper.items if isinstance(item, Heading) and item.anchor]
    return [_off(label, told, shown) for label, told in zip(headings, told_pages(docx), strict=True)]


def _off(label: str, told: int, shown: Sequence[str]) -> int:
    near = (off for off in (0, -1, 1, -2, 2) if 0 < told + off <= len(shown) and label in shown[told + off - 1])
    return abs(next(near, 99))


def lost_words(docx: bytes, pdf: bytes) -> dict[str, int]:
    """Return the words of a Word file that no page of its PDF shows, and how many of each."""
    shown = "\n".join(pdf_pages(pdf))
    found, together = Counter(_tokens(shown)), squeezed(shown)
    expected: Counter[str] = Counter()
    for block in read_word(docx):
        is_table = isinstance(block, ReadTable)
        texts = [cell for row in (*block.head, *block.rows) for cell in row] if is_table else [block.text]
        expected.update(token for text in texts for token in _tokens(text))
    return {token: count for token, count in (expected - found).items() if together.count(token) < expected[token]}


def _tokens(text: str) -> list[str]:
    return [squeezed(token) for token in re.split(r"[\s/\x02-]+", text) if squeezed(token)]
