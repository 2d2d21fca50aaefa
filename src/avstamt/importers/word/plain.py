"""A Word document that anyone may have written, as the lines of text that the importer of text reads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from avstamt.domain.goal import Assessment
from avstamt.domain.printed import seen
from avstamt.importers.word.pieces import Piece, ReadCell, ReadParagraph

_BULLET = "• "
_SYMBOL = re.compile(
    rf"^[^\w\s]\s+(?=(?:{'|'.join(choice.value for choice in Assessment)}|Uppfyllt|Delvis uppfyllt|Ej uppfyllt)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PlainLine:
    """A line of text and the paragraphs it comes from, by their numbers in the file."""

    text: str
    paragraphs: tuple[int, ...]


def plain_lines(pieces: Sequence[Piece]) -> tuple[PlainLine, ...]:
    """Return a document's lines: a paragraph is a line, a table's row is one with tabs between its cells."""
    return tuple(_lines(pieces))


def _lines(pieces: Sequence[Piece]) -> Iterator[PlainLine]:
    for piece in pieces:
        if isinstance(piece, ReadParagraph):
            text = _SYMBOL.sub("", _on_one_line(piece.text))
            is_item = piece.kind.startswith("b") and text
            before = _BULLET if is_item else f"{piece.counted} " if piece.counted and text else ""
            yield PlainLine(f"{before}{text}", (piece.number,))
        else:
            for row in piece.rows:
                numbers = tuple(paragraph.number for cell in row for paragraph in cell.paragraphs)
                yield PlainLine("\t".join(_cells(row)), numbers)


def _cells(row: Sequence[ReadCell]) -> Iterator[str]:
    """Yield the cells of a row, each in its column: one that reaches over several is followed by empty ones."""
    for number, cell in enumerate(row, 1):
        yield _on_one_line(cell.text).replace("\t", " ")
        if number < len(row):
            yield from [""] * (cell.columns - 1)


def _on_one_line(text: str) -> str:
    return " ".join(part for part in seen(text).split("\n") if part).strip()
