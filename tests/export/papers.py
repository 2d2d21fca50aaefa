"""Papers read back: a Word file as items again, a PDF as text, an outline as words. Knows nothing of how they are written."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

import pypdfium2
from lxml import etree

from avstamt.export.paper.items import (
    Appendices,
    FieldLabel,
    Heading,
    Line,
    ListItem,
    Outline,
    PageBreak,
    Paragraph,
    StatusLine,
    Table,
    TableOfContents,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POINTS_ABOVE, POINTS_BELOW = 74, 66


@dataclass
class ReadTable:
    """A table of a Word file: its header rows and other rows as texts, one string a cell."""

    head: list[list[str]] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


@dataclass
class ReadParagraph:
    """A paragraph of a Word file: style name, heading level (0 for none), text."""

    style: str
    level: int
    text: str


def part(docx: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(BytesIO(docx)) as package:
        return etree.fromstring(package.read(name))


def read_word(docx: bytes) -> list[ReadParagraph | ReadTable]:
    """Return the body of a Word file in order, the table of contents included."""
    styles = {
        style.get(W + "styleId"): (style.find(W + "name").get(W + "val"), _outline_level(style.find(W + "pPr")))
        for style in part(docx, "word/styles.xml").iter(W + "style")
    }
    body = part(docx, "word/document.xml").find(W + "body")
    return [_read(node, styles) for node in _blocks(body)]


def _blocks(holder):
    for node in holder:
        if node.tag == W + "sdt":
            yield from _blocks(node.find(W + "sdtContent"))
        elif node.tag in (W + "p", W + "tbl"):
            yield node


def _read(node, styles):
    if node.tag == W + "tbl":
        return _read_table(node)
    look = node.find(W + "pPr")
    style, level = styles[look.find(W + "pStyle").get(W + "val")]
    return ReadParagraph(style, _outline_level(look) or level, text_of(node))


def _outline_level(look) -> int:
    found = look.find(W + "outlineLvl") if look is not None else None
    return int(found.get(W + "val")) + 1 if found is not None else 0


def _read_table(node) -> ReadTable:
    made = ReadTable()
    for row in node.findall(W + "tr"):
        cells = ["\n".join(text_of(p) for p in cell.iter(W + "p")) for cell in row.findall(W + "tc")]
        is_head = row.find(f"{W}trPr/{W}tblHeader") is not None
        (made.head if is_head else made.rows).append(cells)
    return made


def text_of(node) -> str:
    """Return a paragraph's characters; a field shows its result, a soft hyphen nothing."""
    shown = {W + "tab": "\t", W + "br": "\n", W + "noBreakHyphen": "-"}
    return "".join(
        (found.text or "") if found.tag == W + "t" else shown.get(found.tag, "") for found in node.iter() if found.getparent().tag == W + "r"
    )  # fmt: skip


def squeezed(text: str) -> str:
    """Return a text without blanks, hyphens and signs that nobody sees, as two papers can be compared by it."""
    return re.sub(r"[\s\u00a0\u00ad\u200b\x02\ufeff\ufffe-]+", "", text)


def words_of(paper: Outline, *, pages: dict[str, int], marks: bool = False) -> str:
    """Return everything the outline prints, squeezed; with `marks`, the marks of lists too."""
    return squeezed("\n".join(text for item in paper.items for text in _texts(item, pages, marks)))


def _texts(item, pages, marks):  # noqa: PLR0911 - one answer for each kind of item
    match item:
        case Paragraph():
            return [_runs(item.runs)]
        case ListItem():
            mark = "" if not marks else "•" if item.number is None else f"{item.number}."
            return [mark, _runs(item.runs)]
        case Heading():
            return [item.prefix, item.label]
        case FieldLabel() | Line():
            return [item.text]
        case StatusLine():
            return [item.symbol, item.word]
        case Table():
            return _table_texts(item, pages, marks)
        case TableOfContents():
            lines = [f"{entry.text} {pages.get(entry.anchor, '')}" for entry in item.entries]
            return [item.title, *lines]
        case Appendices():
            return [text for text, _place in item.lines]
        case PageBreak():
            return []


def _table_texts(table: Table, pages, marks) -> list[str]:
    made = [table.title, head_text(table)]
    for row in table.rows:
        made.extend(cell.text for cell in row.cells)
        if row.note is not None:
            made.append(row.note.label)
            made.extend(text for item in row.note.items for text in _texts(item, pages, marks))
    return made


def head_text(table: Table) -> str:
    """Return the words of the header rows."""
    return " ".join(cell.text for row in table.head for cell in row)


def _runs(runs) -> str:
    return "".join(run.text for run in runs)


def tables_of(paper: Outline) -> list[Table]:
    return [item for item in paper.items if isinstance(item, Table)]


def pdf_pages(pdf: bytes) -> list[str]:
    """Return the text of each page between head and foot."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [
        page.get_textpage().get_text_bounded(bottom=POINTS_BELOW, top=page.get_height() - POINTS_ABOVE)
        for page in document
    ]
    document.close()
    return texts


def pdf_words(pages: list[str], paper: Outline, expected: str) -> str:
    """Return the words of a PDF, squeezed; a table head that a page repeats at its top is taken away.

    A head over two rows stands low in its cell, and PDF readers come to it last: it is put where the outline has it.
    """
    heads = {_read_head(table): squeezed(head_text(table)) for table in tables_of(paper) if table.head}
    made = ""
    for page in map(squeezed, pages):
        text = page
        for read, printed in heads.items():
            text = text.replace(read, printed)
        head = max((head for head in heads.values() if text.startswith(head)), key=len, default="")
        is_first = expected[len(made) :].startswith(text[: len(head) + 20])
        made += text if is_first else text.removeprefix(head)
    return made


def _read_head(table: Table) -> str:
    upper, *lower = table.head
    cells = sorted(upper, key=lambda cell: cell.rows)
    return squeezed(" ".join(cell.text for row in (cells, *lower) for cell in row))


def printed_words(docx: bytes) -> str:
    """Return the words of a Word file's body, squeezed."""
    texts = []
    for block in read_word(docx):
        if isinstance(block, ReadTable):
            texts.extend(cell for row in (*block.head, *block.rows) for cell in row)
        else:
            texts.append(block.text)
    return squeezed("\n".join(texts))
