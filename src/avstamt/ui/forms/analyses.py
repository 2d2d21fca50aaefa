"""The analyses of a table's rows, under the table: those that are written, and a way to write one for the current row."""

from __future__ import annotations

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.activity import Activity
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.text import EMPTY_TEXT
from avstamt.templates.template import FieldTemplate
from avstamt.ui.forms.field import Field
from avstamt.ui.forms.page import Page
from avstamt.ui.forms.sheet_panel import SheetPanel
from avstamt.ui.labels import TextButton

_LONGEST = 44


class RowAnalyses(QWidget):
    """One field of rich text for each row that has an analysis."""

    def __init__(self, page: Page, panel: SheetPanel, template: FieldTemplate | None) -> None:
        super().__init__(page)
        self._page = page
        self._panel = panel
        self._template = template
        self._fields: dict[str, Field] = {}
        self._write = TextButton(page.desk.look, f"Skriv analys av {panel.sheet.the_row}", "quiet", "add", self)
        self._write.clicked.connect(self._begin)
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        foot = QHBoxLayout()
        foot.addWidget(self._write)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(foot)
        layout.addLayout(self._column)
        page.desk.document.changed.connect(self._follow)
        panel.view.row_changed.connect(self._offer)
        self._show()

    def _rows(self) -> tuple[Indicator | Activity, ...]:
        return cast("tuple[Indicator | Activity, ...]", self._panel.sheet.nodes())

    def _follow(self, changed: Place) -> None:
        place = self._panel.sheet.place
        if changed.is_within(place) or place.is_within(changed):
            self._show()

    def _show(self) -> None:
        rows = self._rows()
        wanted = [row for row in rows if row.analysis is not None]
        for gone in set(self._fields) - {row.id for row in wanted}:
            del self._fields[gone]
            self._page.drop(self._place(gone))
        for at, row in enumerate(wanted):
            if row.id not in self._fields:
                self._fields[row.id] = self._field(row)
                self._column.insertWidget(at, self._fields[row.id])
            self._fields[row.id].label.setText(self._label(row))
        self._offer(self._panel.view.currentIndex().row())
        self.setVisible(bool(self._fields) or not self._write.isHidden())

    def _field(self, row: Indicator | Activity) -> Field:
        guidance = self._template.guidance if self._template and not self._fields else ""
        return self._page.text(self._place(row.id), self._label(row), guidance, self)

    def _offer(self, row: int) -> None:
        rows = self._rows()
        current = rows[row] if 0 <= row < len(rows) else None
        is_open = current is not None and current.analysis is None
        self._write.setVisible(is_open)
        self.setVisible(bool(self._fields) or is_open)

    def _begin(self) -> None:
        row = self._panel.view.currentIndex().row()
        node = self._rows()[row]
        place = self._place(node.id)
        self._page.desk.document.set_value(place, EMPTY_TEXT, "tillägg av analys")
        self._page.focus_place(place)

    def _place(self, row_id: str) -> Place:
        return self._panel.sheet.place / row_id / "analysis"

    def _label(self, row: Indicator | Activity) -> str:
        return f"Analys av {_name(row)}"


def _name(row: Indicator | Activity) -> str:
    name = " ".join((row.name if isinstance(row, Indicator) else row.text).split())
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return f"”{name}”" if name else "raden"
