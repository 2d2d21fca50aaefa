"""What the window's actions do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from avstamt import __version__
from avstamt.domain.text import TextBlock
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.document import Document
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.exporting import ExportKind
from avstamt.ui.richtext import commands as text
from avstamt.ui.richtext.formats import BOLD, ITALIC
from avstamt.ui.session import SUFFIX
from avstamt.ui.settings import TEXT_SIZES
from avstamt.ui.theme import Appearance

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

_OURS = f"Rapporter i Avstämt (*{SUFFIX})"
_TEXT = "Rapporter i text (*.txt)"


class FileCommands(QObject):
    """The actions of the menu Arkiv."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    @property
    def _view(self) -> ReportView | None:
        return self._window.tabs.current

    def new(self) -> None:
        """Ask what the new report is, and make it."""
        dialog = NewReportDialog(self._window.look, self._window.session.catalogue, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            choice = dialog.choice
            self._window.session.new(choice.kind, choice.level, choice.year, choice.organisation, choice.committee)
        dialog.deleteLater()

    def open(self) -> None:
        """Open one or more files."""
        self._open_with(f"Alla rapporter (*{SUFFIX} *.txt);;{_OURS};;{_TEXT}", "Öppna rapport")

    def import_file(self) -> None:
        """Import one or more files of text."""
        self._open_with(f"{_TEXT};;Alla filer (*)", "Läs in en rapport i text")

    def save(self) -> None:
        """Save the report where it was."""
        if self._view is not None:
            self.save_document(self._view.desk.document)

    def save_as(self) -> None:
        """Save the report somewhere else."""
        if self._view is not None:
            self._save_in_chosen(self._view.desk.document)

    def save_document(self, document: Document) -> bool:
        """Save a document, asking where if it has no file yet; tell whether it is saved."""
        if document.path is None:
            return self._save_in_chosen(document)
        return self._window.session.save(document, document.path)

    def export_word(self) -> None:
        """Write the report as a Word document."""
        self._export(ExportKind.WORD)

    def export_pdf(self) -> None:
        """Write the report as a PDF."""
        self._export(ExportKind.PDF)

    def export_workbook(self) -> None:
        """Write the report's tables as a workbook."""
        self._export(ExportKind.WORKBOOK)

    def export_json(self) -> None:
        """Write the report as plain JSON."""
        self._export(ExportKind.JSON)

    def close_document(self) -> None:
        """Close the report."""
        if self._view is not None:
            self._window.close_view(self._view)

    def quit(self) -> None:
        """Close the window, and with it the program."""
        self._window.close()

    def _open_with(self, kinds: str, title: str) -> None:
        paths, _kind = QFileDialog.getOpenFileNames(self._window, title, str(_folder(None)), kinds)
        for path in paths:
            self._window.session.open(Path(path))

    def _save_in_chosen(self, document: Document) -> bool:
        wanted = document.path or _folder(None) / f"{_file_name(document)}{SUFFIX}"
        path, _kind = QFileDialog.getSaveFileName(self._window, "Spara rapporten som", str(wanted), _OURS)
        return bool(path) and self._window.session.save(document, Path(path))

    def _export(self, kind: ExportKind) -> None:
        if self._view is None:
            return
        document = self._view.desk.document
        stem = document.path.stem if document.path else _file_name(document)
        wanted = _folder(document.path) / f"{stem}{kind.ending}"
        path, _kind = QFileDialog.getSaveFileName(
            self._window, f"Exportera till {kind.words}", str(wanted), f"{kind.words} (*{kind.ending})"
        )
        if path:
            self._window.session.export(document, kind, Path(path))


class TextCommands(FileCommands):
    """The actions on the text that has the focus, and on the report's parts."""

    def bold(self) -> None:
        """Turn bold on or off."""
        if (editor := _editor()) is not None:
            editor.toggle(BOLD)

    def italic(self) -> None:
        """Turn italic on or off."""
        if (editor := _editor()) is not None:
            editor.toggle(ITALIC)

    def heading(self) -> None:
        """Make the marked lines sub-headings, or body text again."""
        self._make(text.as_heading)

    def bullets(self) -> None:
        """Make the marked lines a bulleted list, or body text again."""
        self._make(text.as_bullet)

    def numbers(self) -> None:
        """Make the marked lines a numbered list, or body text again."""
        self._make(text.as_number)

    def insert_link(self) -> None:
        """Make the marked words a link."""
        editor = _editor()
        if editor is None or not editor.textCursor().hasSelection():
            self._window.messages.say("Markera först de ord som ska bli en länk.")
            return
        address, is_given = QInputDialog.getText(self._window, "Länk", "Adress (tom tar bort länken):")
        if is_given:
            text.set_link(editor.textCursor(), address.strip() or None, editor.style_now)

    def insert_table(self) -> None:
        """Put a small table into the text."""
        if (editor := _editor()) is not None:
            text.insert_blocks(editor.textCursor(), (text.new_table(3, 3),), editor.style_now)

    def add_part(self) -> None:
        """Offer what can be added at the chosen part."""
        if self._view is not None:
            self._view.outline.offer_parts()

    def move_up(self) -> None:
        """Move the chosen part up."""
        if self._view is not None:
            self._view.outline.move_up()

    def move_down(self) -> None:
        """Move the chosen part down."""
        if self._view is not None:
            self._view.outline.move_down()

    def remove_part(self) -> None:
        """Take the chosen part out of the report."""
        if self._view is not None:
            self._view.outline.remove()

    def previous_part(self) -> None:
        """Go to the part before."""
        if self._view is not None:
            self._view.outline.view.step(-1)

    def next_part(self) -> None:
        """Go to the next part."""
        if self._view is not None:
            self._view.outline.view.step(1)

    def _make(self, kind: Callable[[TextBlock], TextBlock]) -> None:
        if (editor := _editor()) is not None:
            editor.make(kind)


class Commands(TextCommands):
    """All actions of the window, by name."""

    def outline(self, is_shown: bool) -> None:
        """Fold the outline in or out."""
        if self._view is not None:
            self._view.fold(self._view.outline, is_shown)

    def findings(self, is_shown: bool) -> None:
        """Fold the findings in or out."""
        if self._view is not None:
            self._view.fold(self._view.findings, is_shown)

    def guidance(self, is_shown: bool) -> None:
        """Show or hide the guidance."""
        self._window.look.settings.guidance = is_shown

    def larger(self) -> None:
        """Make all text a step larger."""
        self._resize(1)

    def smaller(self) -> None:
        """Make all text a step smaller."""
        self._resize(-1)

    def colours_system(self) -> None:
        """Follow the computer's colours."""
        self._colour(Appearance.SYSTEM)

    def colours_light(self) -> None:
        """Use light colours."""
        self._colour(Appearance.LIGHT)

    def colours_dark(self) -> None:
        """Use dark colours."""
        self._colour(Appearance.DARK)

    def next_pane(self) -> None:
        """Move the focus to the next pane: outline, page, findings."""
        if (view := self._view) is None:
            return
        panes = [pane for pane in (view.outline.view, view.area, view.findings.list) if pane.isVisible()]
        focused = QApplication.focusWidget()
        at = next((at for at, pane in enumerate(panes) if focused is not None and _holds(pane, focused)), -1)
        pane = panes[(at + 1) % len(panes)]
        if pane is view.area:
            view.focus_page()
        else:
            pane.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def next_finding(self) -> None:
        """Go to the next finding."""
        if self._view is not None:
            self._view.findings.step(1)

    def previous_finding(self) -> None:
        """Go to the finding before."""
        if self._view is not None:
            self._view.findings.step(-1)

    def check_now(self) -> None:
        """Run the rules at once."""
        if self._view is not None:
            self._view.checker.run()

    def doubts(self) -> None:
        """Show what the import was not sure of."""
        self._window.show_problems()

    def about(self) -> None:
        """Say what the program is."""
        QMessageBox.about(
            self._window,
            "Om Avstämt",
            f"Avstämt {__version__}\n\nSkriver, stämmer av och exporterar Stockholms stads målrapporter. "
            "Arbetar utan nät: ingenting lämnar datorn.\n\nÖppen källkod under EUPL 1.2.",
        )

    def show_panes(self) -> None:
        """Show in the menu which panes are folded out and which colours are chosen."""
        actions = self._window.actions_.by_name
        view = self._view
        actions["outline"].setChecked(view is not None and not view.outline.isHidden())
        actions["findings"].setChecked(view is not None and not view.findings.isHidden())
        settings = self._window.look.settings
        actions["guidance"].setChecked(settings.guidance)
        names = {
            Appearance.SYSTEM: "colours_system",
            Appearance.LIGHT: "colours_light",
            Appearance.DARK: "colours_dark",
        }
        for appearance, name in names.items():
            actions[name].setChecked(settings.appearance is appearance)

    def _colour(self, appearance: Appearance) -> None:
        self._window.look.settings.appearance = appearance
        self.show_panes()

    def _resize(self, step: int) -> None:
        settings = self._window.look.settings
        at = TEXT_SIZES.index(settings.text_size) + step
        settings.text_size = TEXT_SIZES[min(max(at, 0), len(TEXT_SIZES) - 1)]


def _editor() -> RichEditor | None:
    focused = QApplication.focusWidget()
    return focused if isinstance(focused, RichEditor) and not focused.isReadOnly() else None


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _folder(path: Path | None) -> Path:
    if path is not None:
        return path.parent
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


def _file_name(document: Document) -> str:
    return "".join(letter if letter.isalnum() or letter in " -–" else " " for letter in document.name).strip()
