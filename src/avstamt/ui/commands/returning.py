"""What the actions about Word documents that go out and come back do."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog

from avstamt.domain.place import ROOT
from avstamt.ui.commands.files import FileCommands
from avstamt.ui.commands.group import Group
from avstamt.ui.document import Document
from avstamt.ui.exporting import ExportKind
from avstamt.ui.messages import Tone
from avstamt.ui.returning.dialog import ReturnDialog
from avstamt.ui.returning.fetching import Fetched, fetch, new_comments
from avstamt.ui.words import count

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow


class ReturnCommands(Group):
    """The actions on Word documents for colleagues, for publishing, and with remarks; and on those that come back."""

    def __init__(self, window: MainWindow, files: FileCommands) -> None:
        super().__init__(window)
        self._files = files

    def export_final(self) -> None:
        """Write the report as the Word document that is published."""
        self._files.export(ExportKind.WORD_FINAL)

    def export_remarked(self) -> None:
        """Write findings in the margin: of a copy of the draft where the report was read from one, else of the report."""
        if self.view is None:
            return
        source = self.view.desk.document.source
        if source is None or source.suffix.lower() != ExportKind.WORD_REMARKED.ending or not source.exists():
            self._files.export(ExportKind.WORD_REMARKED)
            return
        wanted = source.with_name(f"{source.stem}{ExportKind.WORD_REMARKED.own_name}{source.suffix}")
        title = "Skriv anmärkningarna i en kopia av utkastet"
        path, _kind = QFileDialog.getSaveFileName(self.window, title, str(wanted), "Word-dokument (*.docx)")
        if path:
            self.window.session.remark_draft(self.view.desk.document, Path(path), self.view.found)

    def fetch_changes(self) -> None:
        """Ask for the Word document, and read it."""
        if self.view is None:
            return
        document = self.view.desk.document
        if document.read_only:
            self.window.messages.say(document.read_only, Tone.TROUBLE)
            return
        folder = str(document.path.parent) if document.path else ""
        title = "Hämta ändringar från Word"
        path, _kind = QFileDialog.getOpenFileName(self.window, title, folder, "Word-dokument (*.docx)")
        if path:
            self.fetch_from(document, Path(path))

    def fetch_from(self, document: Document, path: Path) -> None:
        """Read a Word document beside the window, and show what has been changed in it."""
        work = partial(fetch, path, document.report.id)
        self.window.session.work(work, partial(self._show, document), f"Läser {path.name} …")

    def _show(self, document: Document, fetched: Fetched) -> None:
        self.window.messages.clear()
        mine = document.report
        missing = len(fetched.back.missing_alone)
        more = f" {count(missing, 'fält', 'fält')} fanns inte kvar i dokumentet och är orörda." if missing else ""
        if not (fetched.changes or fetched.back.loose or new_comments(fetched, mine)):
            self.window.messages.say(f"Inget är ändrat i {fetched.name}.{more}", Tone.DONE)
            return
        dialog = ReturnDialog(self.window.look, mine, fetched, self.window)
        is_taken = dialog.exec() == QDialog.DialogCode.Accepted
        report = dialog.result_report
        dialog.deleteLater()
        if is_taken:
            document.change(ROOT, lambda _report: report, "ändringar från Word")
            self.window.messages.say(f"Ändringarna är hämtade från {fetched.name}.{more}", Tone.DONE)
