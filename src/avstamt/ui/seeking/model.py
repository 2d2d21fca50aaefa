"""What was found as a list model: the matches under the parts of the report they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from avstamt.domain.report import Report
from avstamt.domain.searching import Match, Where
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.where import field_name, part_name
from avstamt.ui.words import count

AnyIndex = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1
_AROUND = 60
_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Head:
    """A part of the report and how often the words stand in it."""

    words: str


@dataclass(frozen=True, slots=True)
class Snippet:
    """The words that were found with some of those around them, on one line, and the field they stand in."""

    before: str
    words: str
    after: str
    field: str
    lock: str = ""


class MatchesModel(QAbstractListModel):
    """The lines of the result: heads, which cannot be chosen, and matches."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._report: Report | None = None
        self._lines: list[str | Match] = []
        self.matches: tuple[Match, ...] = ()

    def show(self, report: Report, matches: tuple[Match, ...]) -> int:
        """Show what was found, and return in how many parts of the report."""
        self.beginResetModel()
        self._report = report
        self.matches = matches
        self._lines = []
        parts = 0
        for part, members in groupby(matches, key=lambda match: part_of(report, match.place)):
            here = list(members)
            self._lines += [f"{part_name(report, part)} · {len(here)}", *here]
            parts += 1
        self.endResetModel()
        return parts

    def match_at(self, index: AnyIndex) -> Match | None:
        """Return what stands on a line, None for a head."""
        line = self._lines[index.row()] if 0 <= index.row() < len(self._lines) else None
        return line if isinstance(line, Match) else None

    def index_of(self, at: int) -> QModelIndex:
        """Return the line of the match with this number, counted from 0."""
        rows = [row for row, line in enumerate(self._lines) if isinstance(line, Match)]
        return self.index(rows[at]) if 0 <= at < len(rows) else QModelIndex()

    def number_of(self, index: AnyIndex) -> int:
        """Return which of the matches stands on a line or is the last above it, -1 where none is."""
        return sum(isinstance(line, Match) for line in self._lines[: index.row() + 1]) - 1

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell that matches can be chosen and heads cannot."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.match_at(index) is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        if not index.isValid() or index.row() >= len(self._lines) or self._report is None:
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return Head(line) if isinstance(line, str) else snippet(self._report, line)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(line, str):
                return line
            made = snippet(self._report, line)
            return f"{made.before}{made.words}{made.after}, {made.field}" + (
                f", låst: {made.lock}" if made.lock else ""
            )
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Match):
            return line.lock or None
        return None


def snippet(report: Report, match: Match) -> Snippet:
    """Return a match with the words around it."""
    start, end = match.place.span or (0, 0)
    text = match.text
    first = max(start - _BEFORE, 0)
    if first and " " in text[first:start]:
        first = text.index(" ", first) + 1
    before = ("… " if first else "") + text[first:start]
    after = text[end : end + _AROUND]
    flat = str.maketrans("\n\t\u2028", "   ")
    field = field_name(report, match.place.whole) or "Rubrik"
    return Snippet(before.translate(flat), match.words.translate(flat), after.translate(flat), field, match.lock)


def said(found: tuple[Match, ...], parts: int, where: Where = Where.ALL) -> str:
    """Return how much was found in words: "12 träffar i 5 delar, 2 låsta"."""
    if not found:
        return f"Inga träffar. Pröva {'färre bokstäver' if where is Where.ALL else 'att söka i hela rapporten'}."
    words = f"{count(len(found), 'träff', 'träffar')} i {count(parts, 'del', 'delar')}"
    locked = sum(bool(match.lock) for match in found)
    return f"{words}, {count(locked, 'låst', 'låsta')}." if locked else f"{words}."
