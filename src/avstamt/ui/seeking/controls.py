"""What is typed and ticked to find and replace, above the list of what was found."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.searching import Search, Where
from avstamt.ui.chooser import Chooser
from avstamt.ui.labels import IconButton, Label, TextButton, head, small
from avstamt.ui.look import Look

_SIDE, _GAP = 12, 8


class Controls(QWidget):
    """The fields of a search. `changed` tells that another search is wanted."""

    changed = Signal()
    replace_wanted = Signal()
    replace_all_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, look: Look, below: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.words = self._line("Sök efter")
        self.replacement = self._line("Ersätt med")
        self._with = Label(look, "Ersätt med", small, "quiet", self)
        self._whole = QCheckBox("Hela ord", self)
        self._case = QCheckBox("Skilj på stora och små bokstäver", self)
        self._where = Chooser(look, self)
        self._where.addItems([where.value for where in Where])
        self._where.setAccessibleName("Var sökningen görs")
        self.said = Label(look, "", small, "quiet", self)
        self._one = TextButton(look, "Ersätt", parent=self)
        self._all = TextButton(look, "Ersätt alla", parent=self)
        self._close = IconButton(look, "close", "Stäng sökningen (Esc)", self)
        self._toggle = IconButton(look, "replace", "Sök och ersätt (Ctrl+H)", self)
        self._toggle.setCheckable(True)
        self._lay_out(parent, below)
        self._connect()
        self.show_replacement(is_shown=False)

    @property
    def is_replacing(self) -> bool:
        """Tell whether the fields for replacing are shown."""
        return not self.replacement.isHidden()

    def search(self, part: Place) -> Search:
        """Return what is looked for; `part` is the part of the report that is shown."""
        return Search(
            self.words.text(),
            whole_words=self._whole.isChecked(),
            match_case=self._case.isChecked(),
            where=tuple(Where)[self._where.currentIndex()],
            part=part,
        )

    def show_replacement(self, *, is_shown: bool) -> None:
        """Show or hide what belongs to replacing."""
        self._toggle.setChecked(is_shown)
        for widget in (self._with, self.replacement, self._one, self._all):
            widget.setVisible(is_shown)

    def allow(self, is_allowed: bool) -> None:
        """Allow replacing, or not where there is nothing to replace."""
        self._one.setEnabled(is_allowed)
        self._all.setEnabled(is_allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two boxes to tick on a row each where one has no room for both."""
        super().resizeEvent(event)
        needed = self._whole.sizeHint().width() + self._case.sizeHint().width() + 2 * _SIDE + _GAP
        is_wide = needed <= event.size().width()
        self._ticks.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def _line(self, words: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(words)
        line.setClearButtonEnabled(True)
        return line

    def _lay_out(self, pane: QWidget, below: QWidget) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.addWidget(Label(self._look, "Sök", head, parent=self), 1)
        top.addWidget(self._toggle)
        top.addWidget(self._close)
        fields = self._fields()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(fields)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self)
        column.addWidget(below, 1)

    def _fields(self) -> QVBoxLayout:
        self._ticks = ticks = QHBoxLayout()
        ticks.setSpacing(_GAP)
        ticks.addWidget(self._whole)
        ticks.addWidget(self._case)
        ticks.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._one)
        buttons.addWidget(self._all)
        buttons.addStretch(1)
        fields = QVBoxLayout()
        fields.setContentsMargins(_SIDE, 0, _SIDE, 4)
        fields.setSpacing(4)
        fields.addWidget(Label(self._look, "Sök efter", small, "quiet", self))
        fields.addWidget(self.words)
        fields.addWidget(self._with)
        fields.addWidget(self.replacement)
        fields.addLayout(buttons)
        fields.addLayout(ticks)
        fields.addWidget(self._where)
        fields.addWidget(self.said)
        return fields

    def _connect(self) -> None:
        self.words.textChanged.connect(self.changed)
        self._whole.toggled.connect(self.changed)
        self._case.toggled.connect(self.changed)
        self._where.currentIndexChanged.connect(self.changed)
        self._toggle.toggled.connect(self._follow_toggle)
        self._one.clicked.connect(self.replace_wanted)
        self._all.clicked.connect(self.replace_all_wanted)
        self._close.clicked.connect(self.close_wanted)

    def _follow_toggle(self, is_on: bool) -> None:
        self.show_replacement(is_shown=is_on)
