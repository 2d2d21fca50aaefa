"""A table as Qt sees it: what its heads and cells show, and what can be done with them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from avstamt.domain.finding import Level
from avstamt.ui.tables.columns import (
    COMMENT_ROLE,
    GROUP_ROLE,
    KIND_ROLE,
    LEVEL_ROLE,
    AnyIndex,
    CellKind,
)
from avstamt.ui.tables.source import SheetSource

_ANSWERS = {
    Qt.ItemDataRole.DisplayRole: "shown",
    Qt.ItemDataRole.EditRole: "shown",
    Qt.ItemDataRole.CheckStateRole: "_tick",
    Qt.ItemDataRole.TextAlignmentRole: "_alignment",
    Qt.ItemDataRole.ToolTipRole: "_tool_tip",
    Qt.ItemDataRole.AccessibleTextRole: "_spoken",
    LEVEL_ROLE: "level",
    KIND_ROLE: "_kind",
    COMMENT_ROLE: "has_comment",
}
"""What tells what a cell shows in each role: a table is asked tens of thousands of times while its page is made."""


_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_WRITTEN = _READ | Qt.ItemFlag.ItemIsEditable
_TICKED = _READ | Qt.ItemFlag.ItemIsUserCheckable
_AT_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


class Sheet(SheetSource):
    """A table whose cells are edited one by one or in blocks, every edit a step."""

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's head, the group above it, and its guidance as tool tip."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        alignment = int(column.side | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        answers: dict[int, Any] = {
            Qt.ItemDataRole.DisplayRole: column.head,
            Qt.ItemDataRole.AccessibleTextRole: column.spoken,
            Qt.ItemDataRole.ToolTipRole: column.guidance or None,
            Qt.ItemDataRole.TextAlignmentRole: alignment,
            GROUP_ROLE: column.group,
        }
        return answers.get(role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Tell what can be done with a cell; locked ones can be read and copied."""
        if not index.isValid() or index.row() >= len(self.ids):
            return Qt.ItemFlag.NoItemFlags
        if self.lock(index.row(), index.column()):
            return _READ
        return _TICKED if self.columns[index.column()].kind is CellKind.TICK else _WRITTEN

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what a cell shows."""
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid() or index.row() >= len(self.nodes()):
            return None
        return getattr(self, answer)(index.row(), index.column())

    def setData(self, index: AnyIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Write one cell as one step."""
        if not index.isValid() or self.lock(index.row(), index.column()):
            return False
        if role == Qt.ItemDataRole.CheckStateRole:
            value = Qt.CheckState(value) == Qt.CheckState.Checked
        elif role != Qt.ItemDataRole.EditRole:
            return False
        self.put({(index.row(), index.column()): value}, f"ändring av {self.columns[index.column()].head}")
        return True

    def is_strong(self, _row: int, _column: int) -> bool:
        """Tell whether a cell is set in bold, as in a total row."""
        return False

    def remark(self, _row: int, _column: int) -> str:
        """Return what stands in small letters under a cell's text; empty for most."""
        return ""

    def explanation(self, _row: int, _column: int) -> str:
        """Return the sentence that says what the remark means."""
        return ""

    def shown(self, row: int, column: int) -> str:
        """Return a cell's text."""
        value = self.cell(row, column)
        return ("Ja" if value else "Nej") if isinstance(value, bool) else value

    def _tick(self, row: int, column: int) -> Qt.CheckState | None:
        if self.columns[column].kind is not CellKind.TICK:
            return None
        return Qt.CheckState.Checked if self.cell(row, column) else Qt.CheckState.Unchecked

    def _alignment(self, _row: int, column: int) -> Qt.AlignmentFlag:
        return _AT_RIGHT if self.columns[column].kind is CellKind.FIGURE else _AT_LEFT

    def _spoken(self, row: int, column: int) -> str:
        words = f"{self.cell(row, 0)}, {self.columns[column].spoken}: {self.shown(row, column) or 'tomt'}"
        place = self.cell_place(row, column)
        comment = f"Kommentar av {said}" if (said := self.comments.get(place)) else ""
        return ". ".join(filter(None, (words, self.explanation(row, column), self.remarks.get(place), comment)))

    def _tool_tip(self, row: int, column: int) -> str:
        return self.lock(row, column) or self.explanation(row, column)

    def level(self, row: int, column: int) -> Level | None:
        """Return the level of what was found about a cell, None where nothing was."""
        return self.levels.get(self.cell_place(row, column))

    def has_comment(self, row: int, column: int) -> bool:
        """Tell whether a cell is commented."""
        return bool(self.comments) and self.cell_place(row, column) in self.comments

    def _kind(self, _row: int, column: int) -> CellKind:
        return self.columns[column].kind
