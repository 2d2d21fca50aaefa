"""Fields that choose one of a few: the assessment as tiles, other things as a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QVBoxLayout, QWidget

from avstamt.domain.goal import Assessment
from avstamt.ui.chooser import Chooser
from avstamt.ui.editors.paper import as_paper
from avstamt.ui.labels import IconButton, Label, small
from avstamt.ui.look import Look
from avstamt.ui.words import ASSESSMENT_ICONS, ASSESSMENT_MEANINGS, assessment_colour

_SIDE_BY_SIDE, _IN_PAIRS = 4, 2
_GAP = 4


class AssessmentEditor(QWidget):
    """The assessment of a goal: four tiles with symbol and word, below them what the chosen one means."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._value: Assessment | None = None
        self._columns = 0
        self._group = QButtonGroup(self)
        self._tiles = {assessment: self._tile(assessment) for assessment in Assessment}
        self._none = IconButton(look, "close", "Ta bort bedömningen", self)
        self._none.clicked.connect(self._clear)
        self._meaning = Label(look, "", small, "quiet", self)
        self._meaning.setIndent(8)
        self._rows = QGridLayout()
        self._rows.setContentsMargins(6, 2, 0, 0)
        self._rows.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._rows)
        self._arrange(
            _SIDE_BY_SIDE
        )  # only now: PySide wraps what lies in a layout that is added, and does not see it move
        layout.addWidget(self._meaning)
        self.setFocusProxy(self._tiles[Assessment.FULL])
        self._group.idClicked.connect(self._choose)
        look.changed.connect(self._dress)
        self._dress()
        self._show()

    def value(self) -> Assessment | None:
        """Return the assessment."""
        return self._value

    def set_value(self, value: Assessment | None) -> None:
        """Show an assessment, or that there is none."""
        self._value = value
        self._show()

    def show_wording(self, wording: str) -> None:
        """Say with which words the assessment stands in the report, where they are others than the tile's."""
        meaning = ASSESSMENT_MEANINGS[self._value] if self._value else "Ingen bedömning visas i rapporten."
        self._meaning.setText(f"I rapporten står ”{wording}”. {meaning}" if wording else meaning)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tiles on two lines where one has no room for their words."""
        super().resizeEvent(event)
        needed = sum(tile.sizeHint().width() + _GAP for tile in (*self._tiles.values(), self._none))
        self._arrange(_SIDE_BY_SIDE if needed + _GAP <= event.size().width() else _IN_PAIRS)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self._tiles.values()):
            self._rows.addWidget(tile, at // columns, at % columns, Qt.AlignmentFlag.AlignLeft)
        self._rows.addWidget(self._none, 0, columns)
        for column in range(_SIDE_BY_SIDE + 2):
            self._rows.setColumnStretch(column, 1 if column == columns + 1 else 0)

    def _tile(self, assessment: Assessment) -> QRadioButton:
        tile = QRadioButton(assessment.value, self)
        tile.setProperty("tile", True)
        tile.setToolTip(ASSESSMENT_MEANINGS[assessment])
        tile.setAccessibleDescription(ASSESSMENT_MEANINGS[assessment])
        self._group.addButton(tile, list(Assessment).index(assessment))
        return tile

    def _choose(self, number: int) -> None:
        chosen = list(Assessment)[number]
        if chosen is not self._value:
            self._value = chosen
            self._show()
            self.edited.emit()

    def _clear(self) -> None:
        if self._value is not None:
            self._value = None
            self._show()
            self.edited.emit()

    def _show(self) -> None:
        self._group.setExclusive(False)
        for assessment, tile in self._tiles.items():
            tile.setChecked(assessment is self._value)
        self._group.setExclusive(True)
        self._none.setVisible(self._value is not None)
        self.setFocusProxy(self._tiles[self._value or Assessment.FULL])
        self.show_wording("")

    def _dress(self) -> None:
        size = self._look.scaled(16)
        for assessment, tile in self._tiles.items():
            colour = assessment_colour(assessment, self._look.theme)
            tile.setIconSize(QSize(size, size))
            tile.setIcon(self._look.icon(ASSESSMENT_ICONS[assessment], colour))


class ListEditor(Chooser):
    """One of a few values, each with its words."""

    edited = Signal()

    def __init__(self, look: Look, choices: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        as_paper(self)
        self._values = [value for value, _words in choices]
        self.addItems([words for _value, words in choices])
        self.activated.connect(self._tell)

    def value(self) -> Any:
        """Return the chosen value."""
        return self._values[self.currentIndex()]

    def set_value(self, value: Any) -> None:
        """Choose a value."""
        self.setCurrentIndex(self._values.index(value))

    def _tell(self, _index: int) -> None:
        self.edited.emit()
