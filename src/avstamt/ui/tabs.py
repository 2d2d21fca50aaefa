"""The open reports of a window, one tab each; the start view where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from avstamt.ui.labels import IconButton
from avstamt.ui.look import Look
from avstamt.ui.named import put
from avstamt.ui.start_view import StartView

if TYPE_CHECKING:
    from avstamt.ui.document import Document
    from avstamt.ui.report_view import ReportView


class Tabs(QWidget):
    """Shows one report at a time. The tabs are shown when there are at least two."""

    changed = Signal()
    close_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.views: list[ReportView] = []
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setAccessibleName("Öppna rapporter")
        self.bar.hide()
        self.stack = QStackedWidget(self)
        self.start = StartView(look, self.stack)
        self.stack.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._show)

    @property
    def current(self) -> ReportView | None:
        """Return the report that is shown, or None."""
        at = self.bar.currentIndex()
        return self.views[at] if 0 <= at < len(self.views) else None

    def add(self, view: ReportView) -> None:
        """Open a tab for a report and show it."""
        self.views.append(view)
        self.stack.addWidget(view)
        at = self.bar.addTab("")
        close = IconButton(self._look, "close", "Stäng rapporten (Ctrl+W)", self.bar)
        close.setProperty("small", True)
        put(close, focusPolicy="NoFocus")
        close.clicked.connect(self._ask_to_close)
        self.bar.setTabButton(at, QTabBar.ButtonPosition.RightSide, close)
        view.desk.document.changed.connect(self._name_tabs)
        view.desk.document.state_changed.connect(self._name_tabs)
        self._name_tabs()
        self.bar.setVisible(len(self.views) > 1)
        self.bar.setCurrentIndex(at)
        self._show(at)

    def show_document(self, document: Document) -> None:
        """Show a document's tab."""
        self.bar.setCurrentIndex([view.desk.document for view in self.views].index(document))

    def remove(self, view: ReportView) -> None:
        """Close a report's tab."""
        at = self.views.index(view)
        del self.views[at]
        self.stack.removeWidget(view)
        self.bar.removeTab(at)
        self.bar.setVisible(len(self.views) > 1)
        view.hide()
        view.deleteLater()
        self._show(self.bar.currentIndex())

    def _show(self, at: int) -> None:
        self.stack.setCurrentWidget(self.views[at] if 0 <= at < len(self.views) else self.start)
        self.changed.emit()

    def _ask_to_close(self) -> None:
        for at, view in enumerate(self.views):
            if self.bar.tabButton(at, QTabBar.ButtonPosition.RightSide) is self.sender():
                self.close_wanted.emit(view)
                return

    def _name_tabs(self) -> None:
        for at, view in enumerate(self.views):
            document = view.desk.document
            name = document.name.replace("&", "&&")
            self.bar.setTabText(at, f"{name} *" if document.is_modified else name)
            self.bar.setTabToolTip(at, str(document.path) if document.path else "Inte sparad än")
