"""The plain way to a Word document of the same content: docxtpl fills a template with the same headings, paragraphs and tables.

Every paragraph and every cell of the template is a place to fill, as in a template that an organisation keeps for its
reports; it is made once, outside what is timed. What comes out has no numbers in its contents: nothing has set pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
from docxtpl import DocxTemplate

from avstamt.export.paper.items import (
    Appendices,
    FieldLabel,
    Heading,
    Line,
    ListItem,
    Note,
    Outline,
    PageBreak,
    Paragraph,
    StatusLine,
    Table,
    TableOfContents,
)

_TABLE = "Table"
_DEEPEST = 5

Block = dict[str, Any]


def template_of(paper: Outline, path: Path) -> list[str]:
    """Write the template to `path`, and return the texts that fill it: all that the outline prints, in order."""
    made, texts = docx.Document(), list[str]()
    for block in (block for item in paper.items for block in _blocks(item)):
        if block["style"] == _TABLE:
            _add_table(made, block["rows"], texts)
        else:
            made.add_paragraph(_place(block["text"], texts), style=block["style"])
    made.save(str(path))
    return texts


def _add_table(made: Any, rows: list[list[str]], texts: list[str]) -> None:
    table = made.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=False):  # an Analys fills the first of its row
            cell.text = _place(text, texts)


def _place(text: str, texts: list[str]) -> str:
    texts.append(text)
    return f"{{{{ texts[{len(texts) - 1}] }}}}"


def filled(template: Path, texts: list[str], out: Path) -> None:
    """Fill the template and save it: what is timed."""
    document = DocxTemplate(str(template))
    document.render({"texts": texts}, autoescape=True)
    document.save(str(out))


def _blocks(item: object) -> Iterator[Block]:
    if isinstance(item, Table):
        yield {"style": _TABLE, "rows": list(_rows(item))}
    elif isinstance(item, TableOfContents):
        yield from (_text("Normal", entry.text) for entry in item.entries)
    elif isinstance(item, Appendices):
        yield from (_text("Normal", line) for line, _ in item.lines)
    elif isinstance(item, Heading):
        yield from (_text("Normal", item.prefix) for _ in item.prefix[:1])
        yield _text(f"Heading {min(item.level, _DEEPEST)}", item.label)
    elif not isinstance(item, PageBreak):
        yield _line(item)


def _line(item: object) -> Block:
    if isinstance(item, StatusLine):
        return _text("Normal", f"{item.symbol} {item.word}")
    if isinstance(item, FieldLabel):
        return _text(f"Heading {min(item.level, _DEEPEST)}", item.text)
    if isinstance(item, Paragraph | ListItem):
        return _text("List Bullet" if isinstance(item, ListItem) else "Normal", "".join(run.text for run in item.runs))
    assert isinstance(item, Line)
    return _text("Normal", item.text)


def _rows(table: Table) -> Iterator[list[str]]:
    yield from ([cell.text for cell in cells] for cells in table.head)
    for row in table.rows:
        yield [cell.text for cell in row.cells]
        if row.note is not None:
            yield [_noted(row.note)]


def _noted(note: Note) -> str:
    lines = ("".join(run.text for run in item.runs) for item in note.items if not isinstance(item, Table))
    return "\n".join((note.label, *lines))


def _text(style: str, text: str) -> Block:
    return {"style": style, "text": text}
