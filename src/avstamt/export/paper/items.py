"""The outline of a printed report as plain data: one flat sequence of items, each with its place in the report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from avstamt.domain.place import Place

_LONG = 10_000
_SHORT_NOTE = 1200
_SHORT_CELL = 600
_FEW_APPENDICES = 15
MANY_COLUMNS = 8
"""The columns of a table with so many stand closer to each other, so that its texts have more room."""


class Role(StrEnum):
    """What a single line is; each role has a look of its own on paper."""

    DOCUMENT = "document"  # "Tjänsteutlåtande"
    DETAIL = "detail"  # "Dnr 3.1.1-123/2024", the date
    LABEL = "label"  # "Handläggare", "Till"
    CONTACT = "contact"  # the lines under a label
    TITLE = "title"
    SUBTITLE = "subtitle"
    SIGNATORY = "signatory"
    SIGNATORY_TITLE = "signatory_title"


class TableKind(StrEnum):
    """Which table it is."""

    INDICATORS = "indicators"
    ACTIVITIES = "activities"
    ECONOMY = "economy"
    TEXT = "text"


class Align(StrEnum):
    """How the text of a column or cell stands."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one make-up; a newline in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the front page or the title block."""

    role: Role
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading on its level (1 is the topmost, no level is skipped), with the small prefix that stands above it.

    `anchor` names a heading that the table of contents points to; the others have none. `typed` is the depth (1–4) of
    a heading that the writer typed inside a text, 0 for the report's own. `opening` tells one that stands before the
    report's text ("Förslag till beslut", "Bilagor"). `close` one follows right upon another of its level, which has
    no text; a `loose` one is itself without text and the last of its part, and so may end a page.
    """

    level: int
    number: str
    prefix: str
    text: str
    place: Place
    anchor: str = ""
    typed: int = 0
    opening: bool = False
    close: bool = False
    loose: bool = False

    @property
    def label(self) -> str:
        """Return number and text as printed on the heading's line."""
        return f"{self.number} {self.text}".strip()


@dataclass(frozen=True, slots=True)
class StatusLine:
    """An assessment: symbol, word, and which of the four it is ("helt", "delvis", "inte", "ingen")."""

    symbol: str
    word: str
    status: str
    place: Place

    @property
    def is_quiet(self) -> bool:
        """Tell whether no assessment was made, which is said without emphasis."""
        return self.status == "ingen"


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """The label of a goal's text ("Analys"): a heading on its level, outside the table of contents."""

    level: int
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text; `lead` is a heading that stands inside a table cell, `kept` stays with what follows."""

    runs: tuple[Run, ...]
    place: Place
    lead: bool = False
    kept: bool = False


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list on its level (0 is outermost); a bullet has no number. One `kept` stays with the next."""

    runs: tuple[Run, ...]
    place: Place
    level: int = 0
    number: int | None = None
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its share of the table's width (all shares make 1), how its cells stand, and whether with more air."""

    width: float
    align: Align = Align.LEFT
    apart: bool = False


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A head over `columns` columns from `column` (counted from 0), and `rows` header rows."""

    text: str
    place: Place
    column: int
    columns: int = 1
    rows: int = 1
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's body; `room` is left free after its text, in ems, where decimals stand under each other."""

    runs: tuple[Run, ...]
    place: Place
    align: Align = Align.LEFT
    room: float = 0.0

    @property
    def text(self) -> str:
        """Return the cell's characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Note:
    """The Analys under a row, over the whole width: its label and its text."""

    label: str
    items: tuple[TextItem, ...]
    place: Place

    @property
    def length(self) -> int:
        """Return about how many characters the text has, a table counted as long."""
        return sum(_LONG if isinstance(item, Table) else sum(len(run.text) for run in item.runs) for item in self.items)

    @property
    def is_short(self) -> bool:
        """Tell whether the text stays on one page with its row."""
        return self.length < _SHORT_NOTE


@dataclass(frozen=True, slots=True)
class Row:
    """A row with as many cells as the table has columns, and the Analys that belongs to it."""

    cells: tuple[Cell, ...]
    place: Place
    total: bool = False
    note: Note | None = None

    @property
    def is_short(self) -> bool:
        """Tell whether the row of cells is not broken over two pages."""
        return all(len(cell.text) < _SHORT_CELL for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: printed title, a summary for those who hear it, columns, header rows and rows.

    A head cell over several header rows stands in the first of them only.
    """

    kind: TableKind
    title: str
    summary: str
    columns: tuple[Column, ...]
    head: tuple[tuple[HeadCell, ...], ...]
    rows: tuple[Row, ...]
    place: Place

    @property
    def is_narrow(self) -> bool:
        """Tell whether the columns stand closer to each other than those of other tables."""
        return len(self.columns) >= MANY_COLUMNS


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: the heading's level, its label and its anchor."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class TableOfContents:
    """The table of contents."""

    title: str
    entries: tuple[Entry, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Appendices:
    """The list of appendices, a line for each; its heading stands before it."""

    lines: tuple[tuple[str, Place], ...]
    place: Place

    @property
    def is_short(self) -> bool:
        """Tell whether the list stays whole on one page."""
        return len(self.lines) <= _FEW_APPENDICES


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A new page."""

    place: Place


TextItem: TypeAlias = Paragraph | ListItem | Table
Item: TypeAlias = (
    Line | Heading | StatusLine | FieldLabel | Paragraph | ListItem | Table | TableOfContents | Appendices | PageBreak
)


@dataclass(frozen=True, slots=True)
class RunningHead:
    """What stands on every page beside the page number: who sends it (first page), and what it is (later pages)."""

    sender: tuple[str, ...]
    document: str


@dataclass(frozen=True, slots=True)
class Outline:
    """A report as it prints: title, language, running head and the items in order."""

    title: str
    language: str
    running: RunningHead
    items: tuple[Item, ...]
