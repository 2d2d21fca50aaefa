"""Takes what the session tells to the window: reports that were opened, sentences, doubts of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from avstamt.ui.desk import Desk
from avstamt.ui.dialogs.problems import ProblemsDialog
from avstamt.ui.messages import Tone
from avstamt.ui.report_view import ReportView
from avstamt.ui.review.review import Review
from avstamt.ui.safety.file_safety import FileSafety
from avstamt.ui.session import Message, Opened, Session

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow


class Reception(QObject):
    """Receives for one window."""

    def __init__(self, window: MainWindow, session: Session) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        session.opened.connect(self._open)
        session.said.connect(self._say)
        session.custodian.keeper.failed.connect(self._block)
        session.wanted.connect(window.tabs.show_document)
        session.problems_asked_for.connect(self._show_problems)

    def show_problems(self) -> None:
        """Show the doubts of the present report's import, beside the window."""
        view = self._window.tabs.current
        if view is None:
            return
        if not view.problems:
            self._window.messages.say("Den här rapporten har inga tveksamheter från någon inläsning.")
            return
        dialog = ProblemsDialog(self._window.look, view.problems, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.go_to.connect(view.show_place)
        dialog.show()

    def _open(self, opened: Opened) -> None:
        window = self._window
        desk = Desk(opened.document, self._session.catalogue, window.look, self._session.settings.review)
        view = ReportView(desk, opened.problems, window.tabs.stack)
        view.blocked.connect(self._block)
        view.findings.rule_asked_for.connect(window.commands.help_desk.open)
        view.beside.changed.connect(window.commands.show_checked)
        view.beside.documents = self._session.documents
        window.undo_group.addStack(opened.document.undo_stack)
        opened.document.state_changed.connect(window.follow)
        opened.document.changed.connect(window.follow)
        FileSafety(view, window)
        Review(view)
        window.tabs.add(view)

    def _say(self, message: Message) -> None:
        messages = self._window.messages
        if not message.sentence:
            messages.clear()
        elif message.busy is not None:
            messages.say_busy(message.sentence, *message.busy, *message.offers)
        else:
            messages.say(message.sentence, message.tone, *message.offers)

    def _block(self, why: str) -> None:
        self._window.messages.say(why, Tone.NOTE)

    def _show_problems(self, opened: Opened) -> None:
        self._window.tabs.show_document(opened.document)
        self.show_problems()
