"""Questions with two or three answers."""

from __future__ import annotations

from enum import Enum

from PySide6.QtWidgets import QMessageBox, QWidget


class Unsaved(Enum):
    """What to do with what is not saved."""

    SAVE = "Spara"
    DISCARD = "Spara inte"
    CANCEL = "Avbryt"


def ask_about_unsaved(parent: QWidget, name: str) -> Unsaved:
    """Ask what to do with a document that is closed with unsaved changes; closing the question cancels."""
    box = QMessageBox(parent)
    box.setWindowTitle("Avstämt")
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setText(f"Vill du spara ändringarna i ”{name}”?")
    box.setInformativeText(
        "Om du inte sparar läggs det du har skrivit bland rapportens äldre versioner, i menyn Arkiv."
    )
    roles = {
        Unsaved.SAVE: QMessageBox.ButtonRole.AcceptRole,
        Unsaved.DISCARD: QMessageBox.ButtonRole.DestructiveRole,
        Unsaved.CANCEL: QMessageBox.ButtonRole.RejectRole,
    }
    buttons = {answer: box.addButton(answer.value, role) for answer, role in roles.items()}
    box.setDefaultButton(buttons[Unsaved.SAVE])
    box.setEscapeButton(buttons[Unsaved.CANCEL])
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((answer for answer, button in buttons.items() if button is clicked), Unsaved.CANCEL)
