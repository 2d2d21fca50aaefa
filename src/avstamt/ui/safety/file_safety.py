"""Shows above a report what is the matter with its file, and does what the user chooses to do about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout

from avstamt.domain.merging import merge
from avstamt.domain.place import ROOT
from avstamt.domain.report import Report
from avstamt.ui.fitting import fitted
from avstamt.ui.labels import Label, TextButton, head, small
from avstamt.ui.messages import Offer, Tone
from avstamt.ui.safety.comparison import Comparison
from avstamt.ui.safety.custody import Trouble
from avstamt.ui.safety.merging import MergeDialog
from avstamt.ui.safety.notice import Notice
from avstamt.ui.safety.sealing import seal

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow
    from avstamt.ui.report_view import ReportView

_CHANGED = "Någon annan har sparat i filen sedan du öppnade den."
_SIZE = QSize(680, 520)


class FileSafety(QObject):
    """The notice of one report's file, and the locking of its pages."""

    def __init__(self, view: ReportView, window: MainWindow) -> None:
        super().__init__(view)
        self._view = view
        self._window = window
        self.document = view.desk.document
        self.custody = window.session.custodian.of(self.document)
        self.notice = Notice(view.desk.look, view)
        self._was_read_only = False
        layout = view.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(0, self.notice)
            layout.setStretchFactor(view.splitter, 1)
            layout.setSpacing(0)
        self.custody.changed.connect(self._show)
        self.document.state_changed.connect(self._show)
        self.document.refused.connect(view.blocked)
        view.area.page_shown.connect(self._seal)
        view.area.page_grown.connect(self._seal)
        self._show()

    def show_differences(self) -> None:
        """Show what the file holds now beside what the window shows."""
        if self.custody.theirs is not None:
            dialog = differences_dialog(self._window, self.document.report, self.custody.theirs.report)
            dialog.show()

    def merge(self) -> None:
        """Put the two persons' changes together, asking where both have changed the same thing."""
        theirs, stored = self.custody.theirs, self.document.stored
        if theirs is None or stored is None:
            return
        versions = (stored.report, self.document.report, theirs.report)
        merged = merge(*versions)
        report = merged.report
        if merged.conflicts:
            dialog = MergeDialog(self._view.desk.look, versions, self._window)
            is_chosen = dialog.exec() == QDialog.DialogCode.Accepted
            report = dialog.result_report
            dialog.deleteLater()
            if not is_chosen:
                return
        self.custody.accept_theirs()
        self.document.change(ROOT, lambda _report: report, "sammanslagning")
        self._window.messages.say("Ändringarna är sammanslagna. Ångra tar dig tillbaka till din egen text.", Tone.DONE)

    def overwrite(self) -> None:
        """Save over what another has written, which is kept among the older versions."""
        self.custody.accept_theirs()
        self._window.commands.files.save_document(self.document)

    def save_copy(self) -> None:
        """Save the report in a file of its own."""
        self._window.commands.files.save_document_as(self.document)

    def _show(self) -> None:
        is_read_only = bool(self.document.read_only)
        if is_read_only != self._was_read_only:
            self._was_read_only = is_read_only
            self._view.renew()
        copy = Offer("Spara som kopia …", self.save_copy)
        trouble = self.custody.trouble
        if trouble is Trouble.HELD:
            self._say_held(copy)
        elif trouble is Trouble.FREED:
            sentence = f"Filen är inte längre öppen {self.custody.holder.words.split(' sedan')[0]}."
            self.notice.say("info", Tone.NOTE, sentence, Offer("Redigera nu", self.custody.edit_now), copy)
        elif trouble is Trouble.CHANGED:
            self._say_changed(copy)
        else:
            self.notice.clear()

    def _say_held(self, copy: Offer) -> None:
        offers = [copy]
        sentence = f"Endast läsning. {self.document.read_only}"
        if self.custody.lock is not None and self.custody.lock.is_left():
            offers.append(Offer("Ta över", self.custody.edit_now))
            sentence = f"{sentence} Där har inget hörts på en stund."
        self.notice.say("lock", Tone.NOTE, sentence, *offers)

    def _say_changed(self, copy: Offer) -> None:
        show = Offer("Visa skillnaderna", self.show_differences)
        if self.document.is_modified:
            offers = (show, Offer("Slå ihop", self.merge), copy, Offer("Skriv över", self.overwrite))
            self.notice.say("finding-deviation", Tone.TROUBLE, f"{_CHANGED} Dina egna ändringar är orörda.", *offers)
        else:
            read = Offer("Läs in den nya", self.custody.read_theirs)
            self.notice.say("finding-deviation", Tone.TROUBLE, _CHANGED, read, show, copy)

    def _seal(self) -> None:
        if self.document.read_only and self._view.area.page is not None:
            seal(self._view.area.page)


def differences_dialog(window: MainWindow, mine: Report, theirs: Report) -> QDialog:
    """Return a dialog that shows what differs between the window's text and the file's."""
    dialog = QDialog(window)
    dialog.setWindowTitle("Skillnader mot filen")
    dialog.resize(fitted(dialog, _SIZE))
    comparison = Comparison(window.look, dialog)
    comparison.compare(mine, theirs)
    close = TextButton(window.look, "Stäng", parent=dialog)
    close.clicked.connect(partial(dialog.done, 0))
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 16, 20, 16)
    layout.addWidget(Label(window.look, "Det här skiljer din text från filen", head))
    layout.addWidget(Label(window.look, "Genomstruket står i din text, understruket i filen.", small, "quiet"))
    layout.addWidget(comparison, 1)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    return dialog
