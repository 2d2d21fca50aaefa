"""The texts in which the figure of a cell is used, as a menu."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.language.linked.texts import Use, uses_of
from avstamt.ui.where import field_name, part_name, short

_USES = "Var används siffran?"
_NOWHERE = "Siffran är inte länkad i någon text"
_LONGEST = 60


class UsesMenu(QMenu):
    """The texts in which the figure of a cell is used. `go_to` carries the place of the one that is chosen."""

    go_to = Signal(Place)

    def __init__(self, report: Report, cell: Place, parent: QWidget) -> None:
        super().__init__(_USES, parent)
        self.setAccessibleName(_USES)
        self.uses = uses_of(report, cell)
        for use in self.uses:
            self.addAction(_words(report, use)).triggered.connect(partial(self._go, use.place))
        if not self.uses:
            self.addAction(_NOWHERE).setEnabled(False)

    def open_at(self, point: QPoint) -> None:
        """Show the menu with its first entry chosen, and let go of it afterwards."""
        self.aboutToHide.connect(self.deleteLater)
        self.popup(point)
        if self.uses:
            self.setActiveAction(self.actions()[0])

    def _go(self, place: Place, _checked: bool = False) -> None:
        self.go_to.emit(place)


def _words(report: Report, use: Use) -> str:
    where = ", ".join(filter(None, (part_name(report, use.place), field_name(report, use.place))))
    return f"{short(where, _LONGEST)}: ”{use.text}”".replace("&", "&&")
