"""Rich text as our own small block model: paragraphs, sub-headings, list items and simple tables of runs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from avstamt.domain.base import Frozen, Node, new_id
from avstamt.domain.place import Place


class ListKind(StrEnum):
    """How a list item is marked."""

    BULLET = "bullet"
    NUMBER = "number"


class FigureReference(Frozen):
    """A figure that follows its source: the place it is taken from, and the format it is written in."""

    source: Place
    format: str = "plain"


class Run(Frozen):
    """A stretch of text with one make-up; a run with a `figure` shows that figure's text."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    figure: FigureReference | None = None


Runs = tuple[Run, ...]


class Paragraph(Node):
    """A paragraph of body text; `unplaced` marks imported text whose right place could not be told."""

    kind: Literal["paragraph"] = "paragraph"
    runs: Runs = ()
    unplaced: bool = False


class SubHeading(Node):
    """A heading the writer typed inside a text; level 1 stands directly below the field or section."""

    kind: Literal["heading"] = "heading"
    runs: Runs = ()
    level: int = Field(default=1, ge=1, le=4)


class ListItem(Node):
    """One item of a list; level 0 is the outermost."""

    kind: Literal["item"] = "item"
    runs: Runs = ()
    mark: ListKind = ListKind.BULLET
    level: int = Field(default=0, ge=0, le=5)


class TextCell(Frozen):
    """A cell of a simple table in running text."""

    runs: Runs = ()


class TextTable(Node):
    """A simple table in running text: rows of cells, the first row a header where `header` is set."""

    kind: Literal["table"] = "table"
    rows: tuple[tuple[TextCell, ...], ...] = ()
    header: bool = True


Block = Annotated[Paragraph | SubHeading | ListItem | TextTable, Field(discriminator="kind")]
TextBlock = Paragraph | SubHeading | ListItem


class RichText(Frozen):
    """A text of blocks in order; an empty one is a heading with nothing written under it yet."""

    blocks: tuple[Block, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Tell whether no block carries a visible character."""
        return not any(block_text(block).strip() for block in self.blocks)

    @property
    def plain(self) -> str:
        """Return the text without make-up, one block a line."""
        return "\n".join(block_text(block) for block in self.blocks)


EMPTY_TEXT = RichText()


def runs_text(runs: Runs) -> str:
    """Return the characters of `runs`."""
    return runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)


def block_text(block: Paragraph | SubHeading | ListItem | TextTable) -> str:
    """Return the characters of one block; a table gives its cells tab-separated, its rows line by line."""
    if isinstance(block, TextTable):
        return "\n".join("\t".join(runs_text(cell.runs) for cell in row) for row in block.rows)
    return runs_text(block.runs)


def rich(*paragraphs: str) -> RichText:
    """Return a text of plain paragraphs with fresh ids."""
    return RichText(blocks=tuple(Paragraph(id=new_id("b"), runs=(Run(text=text),)) for text in paragraphs))


def block_places(text: RichText, place: Place) -> Iterator[tuple[Place, str]]:
    """Yield each block's place and plain text, where `place` is the text's own place."""
    for block in text.blocks:
        yield place / "blocks" / block.id, block_text(block)
