"""What to do with reports that are not saved when they or the window close: one question for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from avstamt.ui.dialogs.questions import Unsaved, ask_about_unsaved
from avstamt.ui.labels import Label, TextButton, head, small
from avstamt.ui.look import Look

if TYPE_CHECKING:
    from avstamt.ui.document import Document
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

KEPT = "Det du inte sparar läggs bland rapportens äldre versioner, i menyn Arkiv."


class UnsavedDialog(QDialog):
    """Asks which documents to save; `chosen` are those, and rejected means that the window stays open."""

    def __init__(self, look: Look, documents: list[Document], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Avstämt")
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(Label(look, "Vilka rapporter vill du spara?", head))
        layout.addWidget(Label(look, KEPT, small, "quiet"))
        self._boxes: list[tuple[Document, QCheckBox]] = []
        for document in documents:
            box = QCheckBox(document.name.replace("&", "&&"), self)
            box.setChecked(True)
            layout.addWidget(box)
            self._boxes.append((document, box))
        row = QHBoxLayout()
        row.addStretch(1)
        self.save = TextButton(look, "Spara valda och stäng", "primary", parent=self)
        self.cancel = TextButton(look, "Avbryt", parent=self)
        self.save.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        row.addWidget(self.save)
        row.addWidget(self.cancel)
        layout.addSpacing(8)
        layout.addLayout(row)

    @property
    def chosen(self) -> list[Document]:
        """Return the documents to save."""
        return [document for document, box in self._boxes if box.isChecked()]


def may_close(window: MainWindow, view: ReportView) -> bool:
    """Tell whether a report may be closed: it is saved, or the user saves it now or lets the changes go."""
    document = view.desk.document
    if not document.is_modified:
        return True
    window.tabs.show_document(document)
    answer = ask_about_unsaved(window, document.name)
    if answer is Unsaved.SAVE:
        return window.commands.files.save_document(document)
    return answer is Unsaved.DISCARD


def may_close_all(window: MainWindow) -> bool:
    """Tell whether a window may be closed: one question, also where several reports are not saved."""
    unsaved = [view for view in window.tabs.views if view.desk.document.is_modified]
    if len(unsaved) <= 1:
        return all(may_close(window, view) for view in unsaved)
    dialog = UnsavedDialog(window.look, [view.desk.document for view in unsaved], window)
    is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.chosen
    dialog.deleteLater()
    return is_chosen and all(window.commands.files.save_document(document) for document in chosen)
