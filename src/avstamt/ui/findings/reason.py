"""The box in a finding's card where it is written why the finding is right as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from avstamt.ui.labels import Label, TextButton, small
from avstamt.ui.look import Look


class ReasonBox(QWidget):
    """A reason to write. `given` carries it; `left` tells that it is given up."""

    given = Signal(str)
    left = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        self.line = ReasonLine(self)
        label = Label(look, "Varför är det rätt som det är?", small, parent=self)
        label.setBuddy(self.line)
        self.line.setAccessibleName(label.text())
        save = TextButton(look, "Spara skälet", parent=self)
        layout.addWidget(label)
        layout.addWidget(self.line)
        layout.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()
        self.line.returnPressed.connect(self._give)
        self.line.left.connect(self.left)
        save.clicked.connect(self._give)

    @property
    def words(self) -> str:
        """Return what is written and not saved yet."""
        return self.line.text().strip() and self.line.text()

    def _give(self) -> None:
        if text := self.line.text().strip():
            self.given.emit(text)


class ReasonLine(QLineEdit):
    """The field for a reason; Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
