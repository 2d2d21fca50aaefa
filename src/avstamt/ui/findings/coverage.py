"""How much of what the report claims could be tried: one line, and the whole sentence when asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from avstamt.domain.finding import Coverage
from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.look import Look


class CoverageNote(QWidget):
    """The foot of the findings panel."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ruled-above")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._short = TextButton(look, "", "quiet", parent=self)
        self._short.setCheckable(True)
        self._whole = Label(look, "", small, "quiet", self)
        self._whole.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 5, 12, 4)
        layout.setSpacing(2)
        layout.addWidget(self._short, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._whole)
        self._whole.setContentsMargins(8, 0, 0, 6)
        self._short.toggled.connect(self._whole.setVisible)
        self.hide()

    @property
    def sentence(self) -> str:
        """Return the whole sentence."""
        return self._whole.text()

    def show_coverage(self, coverage: Coverage) -> None:
        """Show how much of how much a run could try."""
        self._short.setText(f"{coverage.tried} av {coverage.total} påståenden prövade")
        self._short.setToolTip(coverage.sentence)
        self._short.setAccessibleDescription(coverage.sentence)
        self._whole.setText(coverage.sentence)
        self.setVisible(bool(coverage.sentence))
