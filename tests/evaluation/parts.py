"""The shapes that a labelled report and an imported one are both brought to before they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

CELLS = (
    "outcome",
    "outcome_men",
    "outcome_women",
    "previous",
    "forecast",
    "target",
    "city_target",
    "period",
    "periodicity",
)
"""Every cell of an indicator's row, by its name in the domain."""

PREFIX = 80
"""The labels keep this many characters of an analysis; a shorter one is whole."""


@dataclass(frozen=True)
class GoalPart:
    """A goal; `key` names it within its document, `fields` are the names of the texts that have a heading."""

    key: str
    parent: str | None
    level: str
    number: str
    title: str
    assessment: str
    fields: frozenset[str]
    line: int | None = None


@dataclass(frozen=True)
class IndicatorPart:
    """An indicator's row; `cells` has exactly the columns that were printed (an imported one has all of them)."""

    goal: str
    name: str
    cells: dict[str, str]
    analysis: str = ""
    line: int | None = None


@dataclass(frozen=True)
class ActivityPart:
    """An activity's row."""

    goal: str
    text: str
    start: str
    end: str
    deviation: bool
    analysis: str = ""
    line: int | None = None


@dataclass(frozen=True)
class HeadingPart:
    """A heading outside the goal tree (`goal` is None) or in a goal's texts.

    `inline` tells a heading that the writer typed inside a text and that the labels list apart from the sections.
    """

    title: str
    goal: str | None
    depth: int | None
    filled: bool | None
    inline: bool = False
    line: int | None = None


@dataclass(frozen=True)
class TablePart:
    """An economy table: column heads (the corner first), and rows (the label first).

    `headings` holds the heading it stands under; of an imported one, its section's and those typed in that section.
    """

    headings: frozenset[str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int | None = None


@dataclass(frozen=True)
class Document:
    """One report in neutral shapes, every tuple in document order; `names` are what the organisation is called."""

    facts: dict[str, str] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    goals: tuple[GoalPart, ...] = ()
    indicators: tuple[IndicatorPart, ...] = ()
    activities: tuple[ActivityPart, ...] = ()
    headings: tuple[HeadingPart, ...] = ()
    tables: tuple[TablePart, ...] = ()


def plain(text: Any) -> str:
    """Return a text with every run of white space (hard spaces too) as one blank and none at the ends; None is empty."""
    return " ".join(str(text).split()) if text is not None else ""


def dense(text: str) -> str:
    """Return a text without any white space."""
    return "".join(text.split())


def bare_number(text: Any) -> str:
    """Return a goal's number without blanks, closing stop and colon: "1.2.1." → "1.2.1"."""
    return re.sub(r"[.:]+$", "", dense(plain(text)))
