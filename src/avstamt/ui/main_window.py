"""The window: menus, toolbar, message bar and the open reports, and what happens when it closes."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QToolBar, QVBoxLayout, QWidget

from avstamt.ui.actions import TOOLBAR, Actions
from avstamt.ui.commands.window import Commands
from avstamt.ui.desk import Desk
from avstamt.ui.dialogs.problems import ProblemsDialog
from avstamt.ui.dialogs.questions import Unsaved, ask_about_unsaved
from avstamt.ui.icons import program_icon
from avstamt.ui.look import Look
from avstamt.ui.messages import MessageBar, Tone
from avstamt.ui.report_view import ReportView
from avstamt.ui.session import Message, Opened, Session
from avstamt.ui.start_view import StartView
from avstamt.ui.tabs import Tabs

_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """The program's window. Several reports open as tabs: one set of menus, and two can be compared by a key."""

    def __init__(self, session: Session, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.look = look
        self.messages = MessageBar(look, self)
        self.tabs = Tabs(look, StartView(look, self), self)
        self.undo_group = QUndoGroup(self)
        self.commands = Commands(self)
        self.actions_ = Actions(self, look, self.commands, self._undo_actions())
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.setWindowIcon(program_icon())
        self.resize(_SIZE)
        self.restoreGeometry(look.settings.layout("fönster"))
        self._follow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; stay open where the answer is to cancel."""
        if all(self.may_close(view) for view in list(self.tabs.views)):
            self.look.settings.keep_layout("fönster", self.saveGeometry())
            event.accept()
        else:
            event.ignore()

    def may_close(self, view: ReportView) -> bool:
        """Tell whether a report may be closed: it is saved, or the user saves it now or lets the changes go."""
        document = view.desk.document
        if not document.is_modified:
            return True
        self.tabs.show_document(document)
        answer = ask_about_unsaved(self, document.name)
        if answer is Unsaved.SAVE:
            return self.commands.save_document(document)
        return answer is Unsaved.DISCARD

    def close_view(self, view: ReportView) -> None:
        """Close a report, unless the user would rather keep it open."""
        if self.may_close(view):
            self.undo_group.removeStack(view.desk.document.undo_stack)
            self.tabs.remove(view)
            self.session.close(view.desk.document)
            self.messages.clear()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that are dropped."""
        urls = event.mimeData().urls()
        self.session.open_all([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _undo_actions(self) -> dict[str, QAction]:
        undo = self.undo_group.createUndoAction(self, "&Ångra")
        redo = self.undo_group.createRedoAction(self, "&Gör om")
        undo.setShortcut("Ctrl+Z")
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        return {"undo": undo, "redo": redo}

    def _lay_out(self) -> None:
        bar = QToolBar("Verktyg", self)
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLBAR:
            if name is None:
                bar.addSeparator()
            else:
                bar.addAction(self.actions_.by_name[name])
        self.addToolBar(bar)
        self.toolbar = bar
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.session.opened.connect(self._open)
        self.session.said.connect(self._say)
        self.session.wanted.connect(self.tabs.show_document)
        self.session.problems_asked_for.connect(self._show_problems)
        self.tabs.changed.connect(self._follow)
        self.tabs.close_wanted.connect(self.close_view)
        self.tabs.start.new_wanted.connect(self.commands.new)
        self.tabs.start.open_wanted.connect(self.commands.open)
        self.tabs.start.sample_wanted.connect(self.session.open_sample)
        self.tabs.start.file_wanted.connect(self.session.open)

    def _open(self, opened: Opened) -> None:
        own_words = self.session.settings.review
        desk = Desk(opened.document, self.session.catalogue, self.look, own_words)
        view = ReportView(desk, opened.problems, self)
        view.blocked.connect(self._block)
        view.beside.changed.connect(self.commands.show_panes)
        self.undo_group.addStack(opened.document.undo_stack)
        opened.document.state_changed.connect(self._follow)
        opened.document.changed.connect(self._follow)
        self.tabs.add(view)

    def _say(self, message: Message) -> None:
        if not message.sentence:
            self.messages.clear()
        elif message.busy is not None:
            self.messages.say_busy(message.sentence, *message.busy, *message.offers)
        else:
            self.messages.say(message.sentence, message.tone, *message.offers)

    def _block(self, why: str) -> None:
        self.messages.say(why, Tone.NOTE)

    def _show_problems(self, opened: Opened) -> None:
        self.tabs.show_document(opened.document)
        self.show_problems()

    def show_problems(self) -> None:
        """Show the doubts of the present report's import, beside the window."""
        view = self.tabs.current
        if view is None:
            return
        if not view.problems:
            self.messages.say("Den här rapporten har inga tveksamheter från någon inläsning.")
            return
        dialog = ProblemsDialog(self.look, view.problems, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.go_to.connect(view.show_place)
        dialog.show()

    def _follow(self) -> None:
        view = self.tabs.current
        self.actions_.enable(view is not None)
        self.commands.show_panes()
        if view is None:
            self.undo_group.setActiveStack(None)  # type: ignore[arg-type]  # Qt takes no stack as "none active"
            self.setWindowModified(False)
            self.setWindowTitle("Avstämt")
            return
        document = view.desk.document
        self.undo_group.setActiveStack(document.undo_stack)
        self.setWindowTitle(f"{document.name}[*] – Avstämt")
        self.setWindowModified(document.is_modified)
