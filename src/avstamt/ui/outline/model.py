"""The outline as an item model: it follows the document and keeps its lines as long as the tree is the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from avstamt.domain.finding import Level
from avstamt.domain.place import ROOT, Place
from avstamt.ui.document import Document
from avstamt.ui.outline.entries import Entry, Reviewed, entries, reviewed_parts
from avstamt.ui.words import GOAL_NAMES

AnyIndex = QModelIndex | QPersistentModelIndex
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
COUNTS_ROLE = Qt.ItemDataRole.UserRole + 2
REVIEWED_ROLE = Qt.ItemDataRole.UserRole + 3
Counts = Mapping[Level, int]


class OutlineModel(QAbstractItemModel):
    """The parts of a report as a tree."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._root = entries(document.report)
        self._numbered = _numbered(self._root)
        self._counts: Mapping[Place, Counts] = {}
        self._reviewed = reviewed_parts(document.report)
        document.changed.connect(self._follow)
        document.changed.connect(self._follow_review)

    def entry(self, index: AnyIndex) -> Entry:
        """Return what stands on a line; the root for an invalid index."""
        if not index.isValid():
            return self._root
        return self._numbered.get(index.internalId(), self._root)

    def index_of(self, place: Place) -> QModelIndex:
        """Return the line of the part that `place` lies in; the first line for what belongs to the whole report."""
        inside = [entry for entry in self._root.all() if entry.place.path and place.is_within(entry.place)]
        wanted = max(inside, key=lambda entry: len(entry.place.path), default=self._root.below[0])
        return self._index(wanted)

    def has(self, place: Place) -> bool:
        """Tell whether a part of just this place has a line."""
        return any(entry.place == place for entry in self._root.all())

    def places(self) -> list[Place]:
        """Return the parts in the order in which they are shown."""
        return [entry.place for entry in self._root.all()]

    def show_counts(self, counts: Mapping[Place, Counts]) -> None:
        """Show how many findings of each level every part has."""
        if counts == self._counts:
            return
        changed = [entry for entry in self._root.all() if counts.get(entry.place) != self._counts.get(entry.place)]
        self._counts = counts
        for entry in changed:
            at = self._index(entry)
            self.dataChanged.emit(at, at, [COUNTS_ROLE])

    def index(self, row: int, column: int, parent: AnyIndex = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's own default: the root
        """Return the index of a line."""
        below = self.entry(parent).below
        if column != 0 or not 0 <= row < len(below):
            return QModelIndex()
        return self._index(below[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]  # Qt overloads parent() of QObject
        """Return the index of the line above in the tree."""
        above = self.entry(index).above if index.isValid() else None
        if above is None or above is self._root:
            return QModelIndex()
        return self._index(above)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return how many lines stand below one."""
        return 0 if parent.column() > 0 else len(self.entry(parent).below)

    def columnCount(self, _parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return 1: a line is drawn as one piece."""
        return 1

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell that every line can be chosen."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        if not index.isValid():
            return None
        entry = self.entry(index)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entry)
        if role == ENTRY_ROLE:
            return entry
        kept = {
            REVIEWED_ROLE: self._reviewed.get(entry.place, Reviewed()),
            COUNTS_ROLE: self._counts.get(entry.place, {}),
        }
        return kept.get(role)

    def _index(self, entry: Entry) -> QModelIndex:
        return self.createIndex(entry.row, 0, entry.mark)

    def _spoken(self, entry: Entry) -> str:
        parts = [entry.words]
        if entry.goal_level is not None:
            parts.append(GOAL_NAMES[entry.goal_level])
        if entry.assessment is not None:
            parts.append(entry.assessment.value)
        if entry.locked:
            parts.append("låst")
        if entry.left:
            parts.append(entry.left)
        parts += [f"{level.value}: {number}" for level, number in self._counts.get(entry.place, {}).items()]
        parts += self._reviewed.get(entry.place, Reviewed()).words
        return ", ".join(parts)

    def _follow_review(self) -> None:
        now = reviewed_parts(self._document.report)
        if now != self._reviewed:
            self._reviewed = now
            for entry in self._root.all():
                at = self._index(entry)
                self.dataChanged.emit(at, at, [REVIEWED_ROLE, Qt.ItemDataRole.AccessibleTextRole])

    def _follow(self, changed: Place) -> None:
        if changed.path and changed.path[0] not in {"goals", "sections", "front", "title"}:
            return
        fresh = entries(self._document.report)
        old, new = self._root.all(), fresh.all()
        if [_position(entry) for entry in old] != [_position(entry) for entry in new]:
            self.beginResetModel()
            self._root = fresh
            self._numbered = _numbered(fresh)
            self.endResetModel()
            return
        for line, now in zip(old, new, strict=True):
            if line.looks != now.looks:
                line.title, line.number, line.goal_level = now.title, now.number, now.goal_level
                line.assessment, line.wording, line.locked = now.assessment, now.wording, now.locked
                line.texts = now.texts
                at = self._index(line)
                self.dataChanged.emit(at, at)


def _position(entry: Entry) -> tuple[Place, Place]:
    return entry.place, entry.above.place if entry.above else ROOT


def _numbered(root: Entry) -> dict[int, Entry]:
    return {entry.mark: entry for entry in root.all()}
