"""A report while it is being read: parts that still grow, with the lines they came from. Only importers see these."""

from __future__ import annotations

from dataclasses import dataclass, field

from avstamt.domain.economy import ColumnRole, EconomyKind, RowRole, SignConvention, Unit
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import Place
from avstamt.importers.lines import Line

Lines = tuple[int, int]
"""First and last line number of a part."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of running text; `heading` is a sub-heading's level (0: not known to be one), `unplaced` marks a doubt."""

    line: Line
    heading: int = 0
    unplaced: bool = False


@dataclass(slots=True)
class DraftText:
    """A text that grows line by line; `first` is the line of its label."""

    first: int
    lines: list[TextLine] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Return the number of its last line."""
        return self.lines[-1].line.number if self.lines else self.first


@dataclass(slots=True)
class DraftIndicator:
    """An indicator with its cells by attribute name, and where each came from."""

    id: str
    name: str
    lines: Lines
    name_lines: Lines
    cells: dict[str, str] = field(default_factory=dict)
    cell_lines: dict[str, Lines] = field(default_factory=dict)
    analysis: DraftText | None = None


@dataclass(slots=True)
class DraftActivity:
    """An activity with dates as typed."""

    id: str
    text: str
    lines: Lines
    start: str = ""
    end: str = ""
    deviation: bool = False
    date_lines: Lines | None = None
    analysis: DraftText | None = None


@dataclass(slots=True)
class DraftGoal:
    """A goal; `texts` by attribute name in the order they came."""

    id: str
    level: GoalLevel
    number: str
    title: str
    lines: Lines
    title_lines: Lines
    parent: str | None = None
    assessment: Assessment | None = None
    wording: str = ""
    assessment_line: int = 0
    texts: dict[str, DraftText] = field(default_factory=dict)
    indicators: list[DraftIndicator] = field(default_factory=list)
    activities: list[DraftActivity] = field(default_factory=list)

    @property
    def place(self) -> Place:
        """Return where the goal will stand."""
        return Place.of("goals", self.id)


@dataclass(frozen=True, slots=True)
class DraftColumn:
    """A column of an economy table."""

    title: str
    group: str
    role: ColumnRole
    year: int | None


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A row of an economy table: as many cells as there are columns."""

    label: str
    role: RowRole
    cells: tuple[str, ...]
    lines: Lines


@dataclass(slots=True)
class DraftTable:
    """An economy table and the text after it."""

    id: str
    kind: EconomyKind
    title: str
    corner: str
    unit: Unit
    sign: SignConvention
    benchmark: str
    columns: tuple[DraftColumn, ...]
    rows: list[DraftRow]
    lines: Lines
    comment: DraftText


@dataclass(slots=True)
class DraftSection:
    """A section with its text and tables."""

    id: str
    key: str
    title: str
    lines: Lines
    text: DraftText
    parent: str | None = None
    tables: list[DraftTable] = field(default_factory=list)
    holds_goals: bool = False

    @property
    def place(self) -> Place:
        """Return where the section will stand."""
        return Place.of("sections", self.id)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A problem to report: a sentence, its lines and the part it led to."""

    message: str
    lines: Lines
    place: Place | None = None


@dataclass(slots=True)
class Ids:
    """Hands out ids by order: g1, g2, …; the same text gives the same ids."""

    counts: dict[str, int] = field(default_factory=dict)

    def next(self, prefix: str) -> str:
        """Return the next id with this prefix."""
        self.counts[prefix] = self.counts.get(prefix, 0) + 1
        return f"{prefix}{self.counts[prefix]}"
