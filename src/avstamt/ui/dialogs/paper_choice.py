"""Chooses the layout file that papers are written by."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from avstamt.export.layout import read_layout
from avstamt.export.refused import ExportRefused
from avstamt.ui.labels import TextButton
from avstamt.ui.look import Look

_CITY = "Stadens"


class PaperChoice(QWidget):
    """Shows which layout is used; `path` is the organisation's own, None for the city's."""

    def __init__(self, look: Look, path: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.shown = QLineEdit(self)
        self.shown.setReadOnly(True)
        self.shown.setAccessibleName("Vald layout")
        self.choose = TextButton(look, "Välj …", parent=self)
        self.city = TextButton(look, _CITY, parent=self)
        self.choose.clicked.connect(self._choose)
        self.city.clicked.connect(self._take_city)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.shown, 1)
        row.addWidget(self.choose)
        row.addWidget(self.city)
        self._show()

    def _choose(self) -> None:
        folder = str(self.path.parent) if self.path else ""
        chosen, _kind = QFileDialog.getOpenFileName(self, "Välj layoutfil", folder, "Layout (*.yaml *.yml)")
        if chosen:
            self._take(Path(chosen))

    def _take(self, path: Path) -> None:
        """Use a layout file, unless it cannot be read: then say why."""
        try:
            read_layout(path)
        except ExportRefused as refused:
            self.shown.setText(str(refused))
            self.shown.setToolTip(str(refused))
            return
        self.path = path
        self._show()

    def _take_city(self) -> None:
        self.path = None
        self._show()

    def _show(self) -> None:
        self.shown.setText(self.path.name if self.path else _CITY)
        self.shown.setToolTip(str(self.path) if self.path else "")
        self.city.setEnabled(self.path is not None)
