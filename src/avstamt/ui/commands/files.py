"""What the actions of the menu Arkiv do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog

from avstamt.domain.report import Report
from avstamt.ui.commands.group import Group
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.document import Document
from avstamt.ui.earlier import EARLIER_KINDS, read_earlier
from avstamt.ui.exporting import ExportKind
from avstamt.ui.session import SUFFIX

_OURS = f"Rapporter i Avstämt (*{SUFFIX})"
_WORD = "Word-dokument (*.docx)"
_TEXT = "Rapporter i text (*.txt)"


class FileCommands(Group):
    """The actions of the menu Arkiv."""

    def new(self) -> None:
        """Ask what the new report is, and make it."""
        self._new(None)

    def new_from(self) -> None:
        """Choose an earlier report, and begin the one that comes after it."""
        path, _kind = QFileDialog.getOpenFileName(
            self.window, "Välj den tidigare rapporten", str(_folder(None)), EARLIER_KINDS
        )
        if path:
            session = self.window.session
            work = partial(read_earlier, Path(path), lambda: session.catalogue)
            session.work(work, self._follow_on, f"Läser {Path(path).name} …")

    def _follow_on(self, earlier: Report) -> None:
        self.window.messages.clear()
        self._new(earlier)

    def _new(self, earlier: Report | None) -> None:
        dialog = NewReportDialog(self.window.look, self.window.session.catalogue, self.window)
        if earlier is not None:
            dialog.begin_after(earlier)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            session = self.window.session
            session.new(dialog.choice.report(session.catalogue, earlier))
        dialog.deleteLater()

    def open(self) -> None:
        """Open one or more files."""
        self._open_with(f"Alla rapporter (*{SUFFIX} *.docx *.txt);;{_OURS};;{_WORD};;{_TEXT}", "Öppna rapport")

    def import_file(self) -> None:
        """Import one or more files of text."""
        self._open_with(f"{_TEXT};;Alla filer (*)", "Läs in en rapport i text")

    def save(self) -> None:
        """Save the report where it was."""
        if self.view is not None:
            self.save_document(self.view.desk.document)

    def save_as(self) -> None:
        """Save the report somewhere else."""
        if self.view is not None:
            self.save_document_as(self.view.desk.document)

    def save_document(self, document: Document) -> bool:
        """Save a document, asking where if it has no file yet; tell whether it is saved."""
        if document.path is None:
            return self.save_document_as(document)
        return self.window.session.save(document, document.path)

    def export_word(self) -> None:
        """Write the report as a Word document."""
        self.export(ExportKind.WORD)

    def export_pdf(self) -> None:
        """Write the report as a PDF."""
        self.export(ExportKind.PDF)

    def export_workbook(self) -> None:
        """Write the report's tables as a workbook."""
        self.export(ExportKind.WORKBOOK)

    def export_json(self) -> None:
        """Write the report as plain JSON."""
        self.export(ExportKind.JSON)

    def close_document(self) -> None:
        """Close the report."""
        if self.view is not None:
            self.window.close_view(self.view)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self.window.close()

    def _open_with(self, kinds: str, title: str) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self.window, title, str(_folder(None)), kinds)
        self.window.session.open_all([Path(path) for path in paths])

    def save_document_as(self, document: Document) -> bool:
        """Save a document where the user says; tell whether it is saved."""
        wanted = document.path or _folder(None) / f"{_file_name(document)}{SUFFIX}"
        path, _kind = QFileDialog.getSaveFileName(self.window, "Spara rapporten som", str(wanted), _OURS)
        return bool(path) and self.window.session.save(document, Path(path))

    def export(self, kind: ExportKind) -> None:
        """Write the report as a file of a kind, where the user says."""
        if self.view is None:
            return
        document = self.view.desk.document
        stem = document.path.stem if document.path else _file_name(document)
        wanted = _folder(document.path) / f"{stem}{kind.own_name}{kind.ending}"
        path, _kind = QFileDialog.getSaveFileName(
            self.window, f"Exportera till {kind.words}", str(wanted), f"{kind.words} (*{kind.ending})"
        )
        if path:
            self.window.session.export(document, kind, Path(path), self.view.found)


def _folder(path: Path | None) -> Path:
    if path is not None:
        return path.parent
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _file_name(document: Document) -> str:
    return "".join(letter if letter.isalnum() or letter in " -–" else " " for letter in document.name).strip()
