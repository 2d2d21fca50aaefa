"""What a column of a table is, and the roles by which cells are asked for more than their text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

AnyIndex = QModelIndex | QPersistentModelIndex

LEVEL_ROLE = Qt.ItemDataRole.UserRole + 1
KIND_ROLE = Qt.ItemDataRole.UserRole + 2
GROUP_ROLE = Qt.ItemDataRole.UserRole + 3
COMMENT_ROLE = Qt.ItemDataRole.UserRole + 4

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

    @property
    def side(self) -> Qt.AlignmentFlag:
        """Return which side its texts stand at."""
        return Qt.AlignmentFlag.AlignRight if self.kind is CellKind.FIGURE else Qt.AlignmentFlag.AlignLeft

    def read(self, value: str | bool) -> str | bool:
        """Return what is typed or pasted as the value it stands for."""
        if self.kind is CellKind.TICK:
            return value if isinstance(value, bool) else value.strip().lower() in _TICKS
        return str(value)
