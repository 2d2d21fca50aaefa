"""The window: menus, toolbar, message bar and the open reports, and what happens when it closes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QKeySequence, QUndoGroup
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from avstamt.ui.actions import Actions
from avstamt.ui.fitting import fitted
from avstamt.ui.icons import program_icon
from avstamt.ui.look import Look
from avstamt.ui.messages import MessageBar
from avstamt.ui.named import put
from avstamt.ui.tabs import Tabs
from avstamt.ui.toolbar import Toolbar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent

    from avstamt.ui.commands.window import Commands
    from avstamt.ui.reception import Reception
    from avstamt.ui.report_view import ReportView
    from avstamt.ui.session import Session

_SIZE = QSize(1280, 800)


class MainWindow(QMainWindow):
    """The program's window. Several reports open as tabs: one set of menus, and two can be compared by a key.

    Given what makes a session instead of one, it is shown before the report's machinery is loaded, and loads it when
    the first thing is asked of it, or when it is furnished.
    """

    reception: Reception

    def __init__(self, session: Session | Callable[[], Session], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._furniture: tuple[Session, Commands] | None = None
        self._make_session = session
        self.look = look
        middle = QWidget(self)
        self.messages = MessageBar(look, middle)
        self.tabs = Tabs(look, middle)
        self.undo_group = QUndoGroup(self)
        self.actions_ = Actions(self, look, self._command, self._undo_actions())
        self._lay_out(middle)
        self._connect()
        if not callable(session):
            self.furnish()
        self.setAcceptDrops(True)
        self.setWindowIcon(program_icon())
        self.resize(_SIZE)
        self._is_as_last = self.restoreGeometry(look.settings.layout("fönster"))
        self.follow()

    def fit(self) -> None:
        """Be no larger than the screen where no size is remembered: at 200 % it may have less room than is usual."""
        if not self._is_as_last:
            self.resize(fitted(self, _SIZE))

    @property
    def session(self) -> Session:
        """Return the session."""
        return self.furnish()[0]

    @property
    def commands(self) -> Commands:
        """Return what the actions do."""
        return self.furnish()[1]

    def furnish(self) -> tuple[Session, Commands]:
        """Return the session and the commands, made when they are first asked for."""
        if self._furniture is None:
            from avstamt.ui.commands.window import Commands
            from avstamt.ui.reception import Reception

            made = self._make_session
            session = made() if callable(made) else made
            session.setParent(self)  # its timers end with the window, in the window's thread
            self._furniture = session, Commands(self)
            self.reception = Reception(self, session)
            self.follow()
        return self._furniture

    def _command(self, name: str) -> Callable[..., None]:
        return self.commands.named(name)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about what is not saved; stay open where the answer is to cancel."""
        from avstamt.ui.safety.closing import may_close_all

        if may_close_all(self):
            self.look.settings.keep_layout("fönster", self.saveGeometry())
            if self._furniture is not None:
                self.session.custodian.leave()
            event.accept()
        else:
            event.ignore()

    def close_view(self, view: ReportView) -> None:
        """Close a report, unless the user would rather keep it open."""
        from avstamt.ui.safety.closing import may_close

        if may_close(self, view):
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

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """Let Tab go through the window as one reads it: outline, page, what is beside it, findings."""
        from avstamt.ui.tab_order import step

        is_taken = step(self.centralWidget(), self.focusWidget(), is_next=is_next)
        return is_taken or super().focusNextPrevChild(is_next)

    def _undo_actions(self) -> dict[str, QAction]:
        undo = self.undo_group.createUndoAction(self, "&Ångra")
        redo = self.undo_group.createRedoAction(self, "&Gör om")
        put(undo, shortcut="Ctrl+Z")
        redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        return {"undo": undo, "redo": redo}

    def _lay_out(self, middle: QWidget) -> None:
        self.toolbar = Toolbar(self.look, self.actions_, self)
        self.addToolBar(self.toolbar)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.messages)
        layout.addWidget(self.tabs, 1)
        self.setCentralWidget(middle)

    def _connect(self) -> None:
        self.tabs.changed.connect(self.follow)
        self.tabs.close_wanted.connect(self.close_view)
        start = self.tabs.start
        start.new_wanted.connect(self.actions_.by_name["new"].trigger)
        start.new_from_wanted.connect(self.actions_.by_name["new_from"].trigger)
        start.open_wanted.connect(self.actions_.by_name["open"].trigger)
        start.sample_wanted.connect(self._open_sample)
        start.file_wanted.connect(self._open_file)

    def _open_sample(self, path: Path) -> None:
        self.session.open_sample(path)

    def _open_file(self, path: Path) -> None:
        self.session.open(path)

    def follow(self) -> None:
        """Let menus, title and undo be those of the report that is shown."""
        view = self.tabs.current
        self.actions_.enable(view is not None)
        if self._furniture is not None:
            self._furniture[1].show_checked()
        if view is None:
            self.undo_group.setActiveStack(None)  # type: ignore[arg-type]  # Qt takes no stack as "none active"
            self.setWindowModified(False)
            self.setWindowTitle("Avstämt")
            return
        document = view.desk.document
        self.undo_group.setActiveStack(document.undo_stack)
        only_read = " (endast läsning)" if document.read_only else ""
        self.setWindowTitle(f"{document.name}[*]{only_read} – Avstämt")
        self.setWindowModified(document.is_modified)
