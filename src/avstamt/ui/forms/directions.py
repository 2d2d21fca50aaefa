"""What belongs to the current indicator: its history as a chart, its unit, and which way is better."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.editors.choice import ListEditor
from avstamt.ui.forms.history import History, HistoryChart, history_of
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.labels import Label, small
from avstamt.ui.where import short

_UNKNOWN = "inte känd"


class DirectionLine(QWidget):
    """A quiet line under the table of indicators; what stands on it is made when an indicator is first chosen."""

    def __init__(self, desk: Desk, panel: SheetPanel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._panel = panel
        self._is_made = False
        panel.view.row_changed.connect(self._show)
        desk.document.changed.connect(self._follow)
        self._show(-1)

    def _make(self) -> None:
        desk = self._desk
        self._is_made = True
        self._chart = HistoryChart(desk.look, self)
        self._unit = Label(desk.look, "", small, "quiet", self)
        words = Label(desk.look, "Riktning:", small, "quiet", self)
        words.setWordWrap(False)
        self._choice = ListEditor(
            desk.look, [(None, "som i katalogen"), *((way, way.value) for way in Direction)], self
        )
        self._choice.setSizeAdjustPolicy(ListEditor.SizeAdjustPolicy.AdjustToContents)  # its first words change
        self._choice.setAccessibleName("Indikatorns riktning")
        self._choice.edited.connect(self._choose)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self._chart)
        layout.addWidget(self._unit, 1)
        layout.addWidget(words)
        layout.addWidget(self._choice)

    def _indicator(self) -> Indicator | None:
        row = self._panel.view.currentIndex().row()
        nodes = cast("tuple[Indicator, ...]", self._panel.sheet.nodes())
        return nodes[row] if 0 <= row < len(nodes) else None

    def _show(self, _row: int) -> None:
        indicator = self._indicator()
        if indicator is not None and not self._is_made:
            self._make()
        self.setVisible(indicator is not None)
        if indicator is None:
            return
        history = history_of(indicator, self._desk.document.report.year)
        self._chart.show_history(history, short(indicator.name))
        entry = self._desk.catalogue.indicator(indicator.name)
        self._unit.setText(_unit_words(history, entry.unit if entry else ""))
        known = entry.direction.value if entry and entry.direction else _UNKNOWN
        self._choice.setItemText(0, f"som i katalogen: {known}" if entry else _UNKNOWN)
        if self._choice.value() is not indicator.direction:
            self._choice.set_value(indicator.direction)

    def _follow(self, changed: Place) -> None:
        place = self._panel.sheet.place
        if changed.is_within(place) or place.is_within(changed):
            self._show(-1)

    def _choose(self) -> None:
        if (indicator := self._indicator()) is not None:
            place = self._panel.sheet.place / indicator.id / "direction"
            self._desk.document.set_value(place, self._choice.value(), "ändring av riktning")


def _unit_words(history: History, known: str) -> str:
    unit = history.points[-1].value.unit if history.points else known
    words = f"Enhet: {unit}" if unit else "Utan enhet"
    has_line = history.is_known and history.target is not None
    return f"{words}\nStreckad linje: årsmålet" if has_line else words
