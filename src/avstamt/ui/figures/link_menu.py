"""The menu of a linked figure: its formats, unlink, go to the source."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from avstamt.domain.place import Place
from avstamt.language.linked.sources import State, formats, shown, split_format
from avstamt.ui.document import Document
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.explaining import explained
from avstamt.ui.figures.link_writer import LinkWriter
from avstamt.ui.richtext.loosening import Stretch


class LinkMenu(QObject):
    """Fills menus with what can be done with a linked figure. `go_to` carries the place of its source."""

    go_to = Signal(Place)
    link_wanted = Signal()

    def __init__(self, document: Document, editor: RichEditor, writer: LinkWriter) -> None:
        super().__init__(editor)
        self._document = document
        self._editor = editor
        self._writer = writer

    def open(self, stretch: Stretch) -> QMenu:
        """Show the menu of a figure under the caret."""
        menu = QMenu(self._editor)
        menu.setAccessibleName("Länkad siffra")
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, stretch, None)
        menu.popup(self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft()))
        return menu

    def fill(self, menu: QMenu, stretch: Stretch | None) -> None:
        """Add what can be done with a figure at the top of a context menu; elsewhere, the way to link one at its end."""
        if stretch is not None:
            first = menu.actions()[0] if menu.actions() else None
            self._add(menu, stretch, first)
            if first is not None:
                menu.insertSeparator(first)
        elif not self._editor.isReadOnly():
            menu.addSeparator()
            menu.addAction("Länka en siffra …\tCtrl+Mellanslag", self.link_wanted.emit)

    def _add(self, menu: QMenu, stretch: Stretch, before: QAction | None) -> None:
        report, reference = self._document.report, stretch.reference
        lines = explained(report, reference)
        about = _added(menu, lines[0], before)
        about.setEnabled(False)
        is_live = shown(report, reference).state is State.LIVE
        if not is_live:
            _added(menu, lines[1], before).setEnabled(False)
        if not self._editor.isReadOnly():
            if is_live:
                self._add_formats(menu, stretch, before)
            unlink = _added(menu, "Ta bort länken, behåll texten", before)
            unlink.triggered.connect(partial(self._unlink, stretch))
        if shown(report, reference).state is not State.GONE:
            _added(menu, "Gå till källan", before).triggered.connect(partial(self._go, reference.source))

    def _add_formats(self, menu: QMenu, stretch: Stretch, before: QAction | None) -> None:
        reference = stretch.reference
        sub = QMenu("Skriv som", menu)
        group = QActionGroup(sub)
        for way, text in formats(self._document.report, reference.source, split_format(reference.format)[0]):
            action = sub.addAction(text)
            action.setCheckable(True)
            action.setChecked(way == reference.format)
            group.addAction(action)
            action.triggered.connect(partial(self._rewrite, stretch, way))
        if before is None:
            menu.addMenu(sub)
        else:
            menu.insertMenu(before, sub)

    def _rewrite(self, stretch: Stretch, way: str, _checked: bool = False) -> None:
        self._writer.rewrite(stretch, way)

    def _unlink(self, stretch: Stretch, _checked: bool = False) -> None:
        self._writer.unlink(stretch)

    def _go(self, source: Place, _checked: bool = False) -> None:
        self.go_to.emit(source)


def _added(menu: QMenu, words: str, before: QAction | None) -> QAction:
    action = QAction(words, menu)
    if before is None:
        menu.addAction(action)
    else:
        menu.insertAction(before, action)
    return action
