"""The list of an import's doubts; choosing one shows the part it is about."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.importers.model import Problem
from avstamt.ui.fitting import fitted
from avstamt.ui.labels import Label, head, small
from avstamt.ui.look import Look
from avstamt.ui.wrapped_items import WrappedItems

_SIZE = QSize(560, 480)


class ProblemsDialog(QDialog):
    """Shows what the import was not sure of. `go_to` carries the place of a chosen doubt."""

    go_to = Signal(Place)

    def __init__(self, look: Look, problems: tuple[Problem, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Tveksamheter vid inläsningen")
        self.resize(fitted(self, _SIZE))
        self._problems = problems
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(Label(look, "Det här var inte säkert i källan", head))
        about = "All text finns med i rapporten. Välj en rad för att se stället, och rätta där det blev fel."
        layout.addWidget(Label(look, about, small, "quiet"))
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setItemDelegate(WrappedItems(self.list))
        self.list.setAccessibleName("Tveksamheter")
        for problem in problems:
            self.list.addItem(QListWidgetItem(": ".join(filter(None, (_lines(problem), problem.message)))))
        self.list.currentRowChanged.connect(self._go)
        layout.addWidget(self.list, 1)
        box = QDialogButtonBox(self)
        box.addButton("Stäng", QDialogButtonBox.ButtonRole.RejectRole)
        box.rejected.connect(self.close)
        layout.addWidget(box)

    def _go(self, row: int) -> None:
        if 0 <= row < len(self._problems) and (place := self._problems[row].place) is not None:
            self.go_to.emit(place)


def _lines(problem: Problem) -> str:
    if not problem.first:
        return ""
    if problem.first == problem.last:
        return f"Rad {problem.first}"
    return f"Rad {problem.first}–{problem.last}"
