"""The settings: the user's name, the size of the text, when a group is small, and how papers are written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QFormLayout, QHBoxLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from avstamt.export.office import office
from avstamt.ui.dialogs.paper_choice import PaperChoice
from avstamt.ui.editors.choice import ListEditor
from avstamt.ui.labels import Label, TextButton, head, small
from avstamt.ui.look import Look
from avstamt.ui.settings import TEXT_SIZES

_NAME = "Kommentarer, markeringar och skäl undertecknas med det. Den som öppnar samma fil ser att du har den."
_USUAL = 1
_MOST = 100


class SettingsDialog(QDialog):
    """Asks for the settings; what is chosen holds when the dialog is closed by Spara."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        from avstamt.rules.check_settings import SMALL_GROUP  # first here: what is made at the start asks no rules

        super().__init__(parent)
        self.setWindowTitle("Inställningar")
        self.setMinimumWidth(look.scaled(480))
        self._settings = look.settings
        self.name = QLineEdit(self._settings.author, self)
        self.size_choice = ListEditor(look, [(size, f"{size} %") for size in TEXT_SIZES], self)
        self.size_choice.setProperty("paper", False)
        self.size_choice.set_value(self._settings.text_size)
        self.group = QSpinBox(self)
        self.group.setRange(_USUAL, _MOST)
        self.group.setSpecialValueText(f"{SMALL_GROUP} personer, som vanligt")
        self.group.setSuffix(" personer")
        self.group.lineEdit().setTextMargins(7, 0, 0, 0)
        self.group.setValue(self._settings.review.small_group or _USUAL)
        self.paper = PaperChoice(look, self._settings.paper_layout, self)
        self.exact = QCheckBox("Räkna sidnumren i Word med LibreOffice", self)
        self.exact.setChecked(self._settings.exact_pages)
        self.exact.setVisible(office() is not None)
        self._lay_out(look)
        self.accepted.connect(self._keep)

    def showEvent(self, event: QShowEvent) -> None:
        """Be as high as the wrapped words need in this width: the hint is reckoned in another."""
        super().showEvent(event)
        if (layout := self.layout()) is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    def _lay_out(self, look: Look) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(Label(look, "Inställningar", head))
        layout.addLayout(self._form(look))
        layout.addStretch(1)
        layout.addLayout(self._buttons(look))

    def _form(self, look: Look) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(16)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        rows = (
            ("Ditt namn", self.name, _NAME),
            ("Textens storlek", self.size_choice, ""),
            ("Liten grupp under", self.group, "Så få personer att uppgifter om dem kan peka ut någon."),
            (
                "Utskriftens layout",
                self.paper,
                "Egen logotyp, färger och marginaler i en layoutfil i stället för stadens.",
            ),
        )
        for words, field, about in rows:
            field.setAccessibleName(words)
            field.setAccessibleDescription(about)
            form.addRow(words, _explained(look, field, about) if about else field)
        form.addRow("", self.exact)
        return form

    def _buttons(self, look: Look) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        self.save = TextButton(look, "Spara", "primary", parent=self)
        self.cancel = TextButton(look, "Avbryt", parent=self)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        return row

    def _keep(self) -> None:
        self._settings.author = self.name.text()
        self._settings.paper_layout = self.paper.path
        self._settings.exact_pages = self.exact.isChecked()
        self._settings.text_size = self.size_choice.value()
        self._settings.review.small_group = self.group.value() if self.group.value() > _USUAL else None


def _explained(look: Look, field: QWidget, about: str) -> QVBoxLayout:
    """Return a field with a sentence about it close below."""
    made = QVBoxLayout()
    made.setSpacing(4)
    made.addWidget(field)
    made.addWidget(Label(look, about, small, "quiet"))
    return made
