"""The rows of a table as they are in the report, and the one way to change them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from avstamt.domain.base import Node
from avstamt.domain.finding import Level
from avstamt.domain.place import Place, PlaceError, insert, value_at
from avstamt.domain.report import Report
from avstamt.ui.document import Document
from avstamt.ui.tables.columns import COMMENT_ROLE, LEVEL_ROLE, AnyIndex, SheetColumn

Cells = Mapping[tuple[int, int], str | bool]
"""Values by row and column; rows after the last stand for new ones."""


class SheetSource(QAbstractTableModel):
    """A table over a tuple of nodes in the report. It holds no data of its own: every cell is read from the document."""

    row_name = "rad"
    the_row = "raden"
    _known: tuple[Report | None, tuple[Node, ...]] = (None, ())

    def __init__(self, document: Document, place: Place, columns: tuple[SheetColumn, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.place = place
        self.columns = columns
        self.levels: Mapping[Place, Level] = {}
        self.remarks: Mapping[Place, str] = {}
        self.comments: Mapping[Place, str] = {}
        self.ids = tuple(node.id for node in self.nodes())
        document.changed.connect(self._follow)

    def nodes(self) -> tuple[Node, ...]:
        """Return the rows as they are in the report now, sought once a report; none where the table is gone."""
        report = self.document.report
        if self._known[0] is not report:
            try:
                self._known = report, cast("tuple[Node, ...]", value_at(report, self.place))
            except PlaceError:
                self._known = report, ()
        return self._known[1]

    @abstractmethod
    def place_in(self, row: Place, column: int) -> Place:
        """Return the place of a cell's text in the row at `row`."""

    @abstractmethod
    def cell(self, row: int, column: int) -> str | bool:
        """Return what stands in a cell."""

    @abstractmethod
    def written(self, report: Report, row: Place, column: int, value: str | bool) -> Report:
        """Return the report with a value in a cell of the row at `row`."""

    @abstractmethod
    def lock(self, row: int, column: int) -> str:
        """Return why a cell cannot be changed, empty where it can."""

    @abstractmethod
    def new_row(self) -> Node:
        """Return an empty row."""

    def cell_place(self, row: int, column: int) -> Place:
        """Return the place of a cell's text."""
        return self.place_in(self.place / self.ids[row], column)

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self.ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def put(self, cells: Cells, title: str) -> int:
        """Write many cells as one step, adding the rows it takes and leaving locked cells alone; return how many were locked."""
        known = len(self.ids)
        free = {at: value for at, value in cells.items() if at[0] >= known or not self.lock(*at)}
        added = [self.new_row() for _ in range(known, max((row + 1 for row, _column in free), default=known))]
        place = self.cell_place(*next(iter(free))) if len(free) == 1 and not added else self.place
        if free:
            self.document.change(place, lambda report: self._with(report, free, added), title)
        return len(cells) - len(free)

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell that `place` points at or into, invalid where it is none of this table's."""
        row = next((at for at, row_id in enumerate(self.ids) if place.is_within(self.place / row_id)), None)
        if row is None:
            return QModelIndex()
        for column in range(len(self.columns)):
            if place.is_within(self.cell_place(row, column)):
                return self.index(row, column)
        points_at_row = len(place.path) == len(self.place.path) + 1
        return self.index(row, 0) if points_at_row else QModelIndex()

    def set_levels(self, levels: Mapping[Place, Level]) -> None:
        """Show which cells have findings."""
        if levels != self.levels:
            self.levels = levels
            self._tell_all([LEVEL_ROLE])

    def set_remarks(self, remarks: Mapping[Place, str]) -> None:
        """Say aloud at each cell what was found there."""
        if remarks != self.remarks:
            self.remarks = remarks
            self._tell_all([Qt.ItemDataRole.AccessibleTextRole])

    def set_comments(self, comments: Mapping[Place, str]) -> None:
        """Show which cells are commented, and say aloud how."""
        if comments != self.comments:
            self.comments = comments
            self._tell_all([COMMENT_ROLE, Qt.ItemDataRole.AccessibleTextRole])

    def _with(self, report: Report, cells: Cells, added: Sequence[Node]) -> Report:
        for node in added:
            report = insert(report, self.place, node)
        ids = [*self.ids, *(node.id for node in added)]
        for (row, column), value in cells.items():
            report = self.written(report, self.place / ids[row], column, self.columns[column].read(value))
        return report

    def _follow(self, changed: Place) -> None:
        if not (changed.is_within(self.place) or self.place.is_within(changed)):
            return
        ids = tuple(node.id for node in self.nodes())
        if ids != self.ids:
            self.beginResetModel()
            self.ids = ids
            self.endResetModel()
        elif len(changed.path) <= len(self.place.path) + 1:
            self._tell_all([])
        elif (index := self.index_of(changed)).isValid():
            self.dataChanged.emit(index, index)

    def _tell_all(self, roles: list[int]) -> None:
        if self.ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.ids) - 1, len(self.columns) - 1), roles)
