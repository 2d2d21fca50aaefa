"""Where two people have changed the same thing, the user chooses one of the two, place by place."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from avstamt.domain.differences import in_words
from avstamt.domain.merging import Conflict, Side, merge
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.fitting import fitted
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.labels import Label, TextButton, head, small, strong
from avstamt.ui.look import Look
from avstamt.ui.where import field_name, part_name, short

_ABOUT = "Allt som bara en av er har ändrat är redan med. Välj vad som ska gälla på de ställen som båda har ändrat."
_LONGEST = 400
_SIZE = QSize(760, 560)
_NAMES = {Side.MINE: "Min text", Side.THEIRS: "Den andras text"}


class MergeDialog(QDialog):
    """Asks about each conflict; `result_report` is the report put together as chosen."""

    def __init__(self, look: Look, versions: tuple[Report, Report, Report], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Slå ihop ändringarna")
        self.resize(fitted(self, _SIZE))
        self._look = look
        self._versions = versions
        merged = merge(*versions)
        self._groups: dict[Place, QButtonGroup] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(Label(look, "Båda har ändrat här", head))
        layout.addWidget(Label(look, _ABOUT, small, "quiet"))
        layout.addWidget(self._conflicts(merged.conflicts), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.apply = TextButton(look, "Slå ihop", "primary", parent=self)
        self.cancel = TextButton(look, "Avbryt", parent=self)
        self.apply.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.apply)
        row.addWidget(self.cancel)
        layout.addLayout(row)

    @property
    def result_report(self) -> Report:
        """Return the report put together as chosen."""
        choices = {place: tuple(Side)[group.checkedId()] for place, group in self._groups.items()}
        return merge(*self._versions, choices).report

    def _conflicts(self, conflicts: tuple[Conflict, ...]) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        sheet = QWidget(area)
        sheet.setObjectName("sheet")
        column = QVBoxLayout(sheet)
        column.setSpacing(16)
        for conflict in conflicts:
            column.addLayout(self._conflict(conflict, sheet))
        column.addStretch(1)
        area.setWidget(sheet)
        return area

    def _conflict(self, conflict: Conflict, parent: QWidget) -> QVBoxLayout:
        _base, mine, theirs = self._versions
        holder = mine if conflict.mine is not None else theirs
        part = part_of(holder, conflict.place)
        name = ", ".join(filter(None, (part_name(holder, part).rstrip("."), field_name(holder, conflict.place))))
        made = QVBoxLayout()
        made.setSpacing(2)
        made.addWidget(Label(self._look, name, strong, parent=parent))
        group = self._groups[conflict.place] = QButtonGroup(self)
        for number, (side, value) in enumerate(((Side.MINE, conflict.mine), (Side.THEIRS, conflict.theirs))):
            words = short(in_words(value), _LONGEST) or ("(borttaget)" if value is None else "(tomt)")
            button = QRadioButton(_NAMES[side], parent)
            button.setAccessibleName(f"{name}: {_NAMES[side]}")
            button.setAccessibleDescription(words)
            group.addButton(button, number)
            made.addWidget(button)
            said = Label(self._look, words, parent=parent)
            said.setIndent(32)
            made.addWidget(said)
        group.button(0).setChecked(True)
        return made
