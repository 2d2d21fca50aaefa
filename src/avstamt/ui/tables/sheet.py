"""The model that all tables share: rows of the report, cells that are text or a tick, every edit a step."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from avstamt.domain.base import Node
from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.document import Document

AnyIndex = QModelIndex | QPersistentModelIndex
LEVEL_ROLE = Qt.ItemDataRole.UserRole + 1
LOCK_ROLE = Qt.ItemDataRole.UserRole + 2
KIND_ROLE = Qt.ItemDataRole.UserRole + 3
STRONG_ROLE = Qt.ItemDataRole.UserRole + 4
GROUP_ROLE = Qt.ItemDataRole.UserRole + 5
_TICKS = {"ja", "x", "1", "sant", "true", "avvikelse"}


class CellKind(Enum):
    """What a column holds, which decides how it is set and edited."""

    TEXT = "text"
    FIGURE = "figure"
    DATE = "date"
    TICK = "tick"


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: field name or column id, head and the group above it, guidance, width in parts, and what it holds."""

    name: str
    head: str
    guidance: str = ""
    width: float = 1.0
    kind: CellKind = CellKind.FIGURE
    group: str = ""

    @property
    def spoken(self) -> str:
        """Return the head with the group it stands under."""
        return f"{self.group} {self.head}".strip()


class Sheet(QAbstractTableModel):
    """A table over a tuple of nodes in the report. It holds no data of its own: every cell is read from the document."""

    def __init__(self, document: Document, place: Place, columns: tuple[SheetColumn, ...], parent: QObject) -> None:
        super().__init__(parent)
        self.document = document
        self.place = place
        self.columns = columns
        self.levels: Mapping[Place, Level] = {}
        self._ids = tuple(node.id for node in self.nodes())
        document.changed.connect(self._follow)

    @abstractmethod
    def nodes(self) -> tuple[Node, ...]:
        """Return the rows as they are in the report now; none where the table is gone."""

    @abstractmethod
    def cell_place(self, row: int, column: int) -> Place:
        """Return the place of a cell's text."""

    @abstractmethod
    def cell(self, row: int, column: int) -> str | bool:
        """Return what stands in a cell."""

    @abstractmethod
    def written(self, report: Report, row: int, column: int, value: str | bool) -> Report:
        """Return the report with a value in a cell."""

    @abstractmethod
    def lock(self, row: int, column: int) -> str:
        """Return why a cell cannot be changed, empty where it can."""

    @abstractmethod
    def new_row(self) -> Node:
        """Return an empty row."""

    row_name = "rad"
    the_row = "raden"

    def row_label(self, row: int) -> str:
        """Return what names a row to a screen reader: its first cell."""
        return str(self.cell(row, 0))

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own default: the root
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - as above
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head, and its guidance as tool tip."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.head
        if role == GROUP_ROLE:
            return column.group
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return column.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.guidance or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.kind is CellKind.FIGURE else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell what can be done with a cell; locked ones can be read and copied."""
        if not index.isValid() or index.row() >= len(self._ids):
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if self.lock(index.row(), index.column()):
            return flags
        is_tick = self.columns[index.column()].kind is CellKind.TICK
        return flags | (Qt.ItemFlag.ItemIsUserCheckable if is_tick else Qt.ItemFlag.ItemIsEditable)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        if not index.isValid() or index.row() >= len(self.nodes()):
            return None
        answers = {
            Qt.ItemDataRole.DisplayRole: self._shown,
            Qt.ItemDataRole.EditRole: self._shown,
            Qt.ItemDataRole.CheckStateRole: self._tick,
            Qt.ItemDataRole.TextAlignmentRole: self._alignment,
            Qt.ItemDataRole.ToolTipRole: self.lock,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            LEVEL_ROLE: self._level,
            LOCK_ROLE: self.lock,
            KIND_ROLE: self._kind,
            STRONG_ROLE: self.is_strong,
        }
        answer = answers.get(Qt.ItemDataRole(role) if role < Qt.ItemDataRole.UserRole else role)
        return answer(index.row(), index.column()) if answer else None

    def is_strong(self, _row: int, _column: int) -> bool:
        """Tell whether a cell is set in bold, as in a total row."""
        return False

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell as one step."""
        if not index.isValid() or self.lock(index.row(), index.column()):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole:
            return False
        self.put({(index.row(), index.column()): value}, f"Ändra {self.columns[index.column()].head}")
        return True

    def put(self, cells: Mapping[tuple[int, int], str | bool], title: str) -> int:
        """Write many cells as one step, leaving locked ones alone; return how many were locked."""
        free = {at: value for at, value in cells.items() if not self.lock(*at)}

        def change(report: Report) -> Report:
            for (row, column), value in free.items():
                report = self.written(report, row, column, self._read(column, value))
            return report

        if free:
            place = self.cell_place(*next(iter(free))) if len(free) == 1 else self.place
            self.document.change(place, change, title)
        return len(cells) - len(free)

    def index_of(self, place: Place) -> QModelIndex:
        """Return the cell that `place` points at or into, invalid where it is none of this table's."""
        for row in range(len(self._ids)):
            if not place.is_within(self.place / self._ids[row]):
                continue
            for column in range(len(self.columns)):
                if place.is_within(self.cell_place(row, column)):
                    return self.index(row, column)
            if len(place.path) == len(self.place.path) + 1:
                return self.index(row, 0)
        return QModelIndex()

    def set_levels(self, levels: Mapping[Place, Level]) -> None:
        """Show which cells have findings."""
        if levels != self.levels:
            self.levels = levels
            if self._ids:
                last = self.index(len(self._ids) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last, [LEVEL_ROLE])

    def _tick(self, row: int, column: int) -> Qt.CheckState | None:
        if self.columns[column].kind is not CellKind.TICK:
            return None
        return Qt.CheckState.Checked if self.cell(row, column) else Qt.CheckState.Unchecked

    def _alignment(self, _row: int, column: int) -> Qt.AlignmentFlag:
        is_figure = self.columns[column].kind is CellKind.FIGURE
        return (Qt.AlignmentFlag.AlignRight if is_figure else Qt.AlignmentFlag.AlignLeft) | Qt.AlignmentFlag.AlignTop

    def _spoken(self, row: int, column: int) -> str:
        return f"{self.row_label(row)}, {self.columns[column].spoken}: {self._shown(row, column) or 'tomt'}"

    def _shown(self, row: int, column: int) -> str:
        value = self.cell(row, column)
        return ("Ja" if value else "Nej") if isinstance(value, bool) else value

    def _read(self, column: int, value: str | bool) -> str | bool:
        if self.columns[column].kind is CellKind.TICK:
            return value if isinstance(value, bool) else value.strip().lower() in _TICKS
        return str(value)

    def _level(self, row: int, column: int) -> Level | None:
        return self.levels.get(self.cell_place(row, column))

    def _kind(self, _row: int, column: int) -> CellKind:
        return self.columns[column].kind

    def _follow(self, changed: Place) -> None:
        if not (changed.is_within(self.place) or self.place.is_within(changed)):
            return
        ids = tuple(node.id for node in self.nodes())
        if ids != self._ids:
            self.beginResetModel()
            self._ids = ids
            self.endResetModel()
        elif ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(ids) - 1, len(self.columns) - 1))
