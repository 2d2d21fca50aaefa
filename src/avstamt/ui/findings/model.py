"""The findings as a list model."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from avstamt.ui.findings.rows import Head, Line, Row

AnyIndex = QModelIndex | QPersistentModelIndex
LINE_ROLE = Qt.ItemDataRole.UserRole + 1


class FindingsModel(QAbstractListModel):
    """The lines of the findings panel: heads that cannot be chosen, and findings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        """Return all lines."""
        return self._lines

    def show(self, lines: tuple[Line, ...], kept: tuple[int, int] | None = None) -> bool:
        """Show these lines; tell whether they are others than before.

        `kept` says that the line at one row is the one at another among the new: it stays, with what is laid over it.
        """
        if lines == self._lines:
            return False
        if _words(lines) == _words(self._lines):
            self._lines = lines  # the same findings with the next run's fixes
            return False
        if kept is None:
            self.beginResetModel()
            self._lines = lines
            self.endResetModel()
        else:
            self._show_around(lines, *kept)
        return True

    def _show_around(self, lines: tuple[Line, ...], before: int, after: int) -> None:
        self._replace(before + 1, len(self._lines), lines[after + 1 :])
        self._replace(0, before, lines[:after])
        self._lines = lines
        self.dataChanged.emit(self.index(after), self.index(after))

    def _replace(self, first: int, end: int, lines: tuple[Line, ...]) -> None:
        if _words(self._lines[first:end]) == _words(lines):
            return
        if first < end:
            self.beginRemoveRows(QModelIndex(), first, end - 1)
            self._lines = self._lines[:first] + self._lines[end:]
            self.endRemoveRows()
        if lines:
            self.beginInsertRows(QModelIndex(), first, first + len(lines) - 1)
            self._lines = self._lines[:first] + lines + self._lines[first:]
            self.endInsertRows()

    def line(self, index: AnyIndex) -> Line | None:
        """Return what stands on a line."""
        return self._lines[index.row()] if index.isValid() and index.row() < len(self._lines) else None

    def index_of(self, key: object) -> QModelIndex:
        """Return where the finding with this key stands, invalid where it is gone."""
        for row, line in enumerate(self._lines):
            if isinstance(line, Row) and line.key == key:
                return self.index(row)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell that findings can be chosen and heads cannot."""
        if not isinstance(line := self.line(index), Row):
            return Qt.ItemFlag.NoItemFlags if line is None else Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a line says."""
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return line.words if isinstance(line, Head) else f"{line.finding.level.value}: {line.finding.message}"
        return None


def _words(lines: tuple[Line, ...]) -> list[object]:
    return [
        line if isinstance(line, Head) else (line.key, line.waived, line.finding.advice, line.finding.evidence)
        for line in lines
    ]
