"""The figures that can be linked, as a list that is filtered while one types."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.text import FigureReference
from avstamt.language.linked.listing import LinkedFigure, figures
from avstamt.language.linked.sources import formats
from avstamt.ui.tables.columns import AnyIndex

CHOICE_ROLE = Qt.ItemDataRole.UserRole + 1
_BLANKS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2212": "-"})

Formats = tuple[tuple[str, str], ...]


class Choices(QAbstractListModel):
    """The figures that fit what is typed, each with the format that it would be inserted in."""

    def __init__(self, report: Report, near: Place, parent: QObject) -> None:
        super().__init__(parent)
        self._report = report
        self._all = figures(report, near)
        self._words = [_plain(f"{figure.title} {figure.part} {figure.value}") for figure in self._all]
        self._fitting = list(self._all)
        self._chosen: dict[tuple[Place, str], int] = {}

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of figures that fit."""
        return 0 if parent.isValid() else len(self._fitting)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a figure's title, all of it in words, or the figure itself."""
        if not index.isValid() or index.row() >= len(self._fitting):
            return None
        figure = self._fitting[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return figure.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{figure.title}, {figure.part}. Infogas som: {self.preview(index.row())}"
        return figure if role == CHOICE_ROLE else None

    def filter(self, typed: str) -> None:
        """Keep the figures in whose name, part or value every typed word stands."""
        words = _plain(typed).split()
        self.beginResetModel()
        self._fitting = [
            figure for figure, known in zip(self._all, self._words, strict=True) if all(word in known for word in words)
        ]
        self.endResetModel()

    def figure(self, row: int) -> LinkedFigure | None:
        """Return the figure on a row, or None where there is none."""
        return self._fitting[row] if 0 <= row < len(self._fitting) else None

    def formats(self, row: int) -> Formats:
        """Return the formats of the figure on a row with the texts they give."""
        figure = self.figure(row)
        return formats(self._report, figure.source, figure.measure) if figure else ()

    def chosen(self, row: int) -> int:
        """Return which of its formats the figure on a row is inserted in."""
        figure = self.figure(row)
        return self._chosen.get((figure.source, figure.measure), 0) if figure else 0

    def choose(self, row: int, number: int) -> None:
        """Insert the figure on a row in another of its formats."""
        figure, known = self.figure(row), self.formats(row)
        if figure is not None and known:
            self._chosen[figure.source, figure.measure] = number % len(known)
            index = self.index(row)
            self.dataChanged.emit(index, index)

    def preview(self, row: int) -> str:
        """Return the text that the figure on a row would be inserted as."""
        known = self.formats(row)
        return known[self.chosen(row)][1] if known else ""

    def reference(self, row: int) -> FigureReference | None:
        """Return the reference that would be inserted for a row."""
        figure, known = self.figure(row), self.formats(row)
        if figure is None or not known:
            return None
        return FigureReference(source=figure.source, format=known[self.chosen(row)][0])


def _plain(text: str) -> str:
    return text.translate(_BLANKS).casefold()
