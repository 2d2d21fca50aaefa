"""The suggestions as a list model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from avstamt.ui.goto.destinations import Suggestion

AnyIndex = QModelIndex | QPersistentModelIndex
SUGGESTION_ROLE = Qt.ItemDataRole.UserRole + 1


class SuggestionsModel(QAbstractListModel):
    """What one can go to, the best fit first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.suggestions: tuple[Suggestion, ...] = ()

    def show(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show other suggestions."""
        self.beginResetModel()
        self.suggestions = suggestions
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of suggestions."""
        return 0 if parent.isValid() else len(self.suggestions)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        if not index.isValid() or index.row() >= len(self.suggestions):
            return None
        suggestion = self.suggestions[index.row()]
        if role == SUGGESTION_ROLE:
            return suggestion
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            one = suggestion.destination
            return ", ".join(word for word in (one.words, one.beside, one.key) if word)
        return None
