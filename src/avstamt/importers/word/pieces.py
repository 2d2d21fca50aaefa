"""The body of a Word document as paragraphs and tables, with the names of our fields at their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from avstamt.domain.printed import fingerprint, fingerprint_of_table
from avstamt.domain.text import Run
from avstamt.importers.word.tracking import Hand


@dataclass(slots=True)
class ReadParagraph:
    """A paragraph: its kind ("p", "h1", "b0", "n0"), its runs, and what begins, ends and is remarked in it.

    `starts` gives the character at which a field begins, `anchored` names those of them that a bookmark begins: Word
    copies the name of a control, never that of a bookmark. `ends` names the fields that end here, `inside` the controls
    around the paragraph; `remarks` gives for a comment's id the characters it is about, end None where it
    goes on in a later paragraph; `number` counts the paragraphs of the body in the file's order, from 0; `counted` is
    the number that Word counts before a heading, which is not among its characters; `hands` are those who have changed
    it with changes tracked.
    """

    kind: str = "p"
    runs: list[Run] = field(default_factory=list)
    inside: tuple[str, ...] = ()
    starts: dict[str, int] = field(default_factory=dict)
    anchored: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    remarks: dict[str, tuple[int, int | None]] = field(default_factory=dict)
    number: int = -1
    counted: str = ""
    hands: frozenset[Hand] = frozenset()

    @property
    def text(self) -> str:
        """Return the paragraph's characters."""
        return "".join(run.text for run in self.runs)

    @property
    def mark(self) -> str:
        """Return the paragraph's fingerprint."""
        return fingerprint(self.kind, self.runs)


@dataclass(slots=True)
class ReadCell:
    """A cell: what stands in it, and how many columns it reaches over."""

    pieces: list[ReadParagraph | ReadTable] = field(default_factory=list)
    columns: int = 1

    @property
    def paragraphs(self) -> list[ReadParagraph]:
        """Return the cell's own paragraphs, those of tables inside it left out."""
        return [piece for piece in self.pieces if isinstance(piece, ReadParagraph)]

    @property
    def text(self) -> str:
        """Return the cell's characters, line by line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(slots=True)
class ReadTable:
    """A table: its rows of cells, whether the first is a header, and the controls around it."""

    rows: list[list[ReadCell]] = field(default_factory=list)
    header: bool = False
    inside: tuple[str, ...] = ()

    @property
    def mark(self) -> str:
        """Return the table's fingerprint, as one of running text has it."""
        return fingerprint_of_table([cell_runs(cell) for cell in row] for row in self.rows)


Piece: TypeAlias = ReadParagraph | ReadTable


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment: who made it, when (ISO), its text, whether it is settled in Word, and the id of the one it answers."""

    author: str
    created: str
    text: str
    resolved: bool = False
    answers: str = ""


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A Word document as read: its pieces in order, its comments by their ids, and who deleted rows, by names in them."""

    pieces: tuple[Piece, ...]
    remarks: Mapping[str, Remark]
    rows_gone: Mapping[str, frozenset[Hand]] = field(default_factory=dict)


def cell_runs(cell: ReadCell) -> tuple[Run, ...]:
    """Return a cell's text as runs, one line a paragraph."""
    runs: list[Run] = []
    for number, paragraph in enumerate(cell.paragraphs):
        runs.extend([Run(text="\n")] if number else [])
        runs.extend(paragraph.runs)
    return tuple(runs)


def all_paragraphs(pieces: list[Piece] | tuple[Piece, ...]) -> Iterator[ReadParagraph]:
    """Yield every paragraph in order, those in tables too."""
    for piece in pieces:
        if isinstance(piece, ReadParagraph):
            yield piece
        else:
            for row in piece.rows:
                for cell in row:
                    yield from all_paragraphs(cell.pieces)
