"""A text field as high as what is written in it: the page scrolls, the field never does."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QSizeF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QTextEdit, QWidget

from avstamt.ui.editors.paper import as_paper, carries_files, leaves_undo, set_mark, without_undo

_EDGE = 10
"""Border and padding above and below, as the style sheet has them."""

AROUND = 48


class GrowingEdit(QTextEdit):
    """A QTextEdit without scrolling or undo of its own; the caret is kept in sight in the page around it.

    `menu_opens` carries the context menu about to be shown, for others to add to, and where it was asked for.
    """

    menu_opens = Signal(QMenu, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        as_paper(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._keep_in_sight)

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window."""
        return False if leaves_undo(event) else super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text, and leave files to the window."""
        return source.hasText() and not carries_files(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow a new width with the height that the text then needs."""
        super().resizeEvent(event)
        self._fit(self.document().size())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the standard menu without the field's own undo."""
        menu = without_undo(self.createStandardContextMenu(event.pos()))
        self.menu_opens.emit(menu, event.pos())
        menu.popup(event.globalPos())

    def set_locked(self, is_locked: bool) -> None:
        """Let the text be read, marked and copied but not changed."""
        self.setReadOnly(is_locked)
        if is_locked:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByKeyboard
                | Qt.TextInteractionFlag.TextSelectableByMouse
                | Qt.TextInteractionFlag.LinksAccessibleByMouse
            )
        set_mark(self, "locked", is_locked)

    def _fit(self, size: QSizeF) -> None:
        line = self.fontMetrics().lineSpacing()
        height = max(math.ceil(size.height()), line) + _EDGE
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)

    def _keep_in_sight(self) -> None:
        if not self.hasFocus():
            return
        bring_into_sight(self.viewport(), self.cursorRect())


def bring_into_sight(widget: QWidget, rect: QRect) -> None:
    """Scroll the page around a widget so that a part of it is seen."""
    area = enclosing_scroll_area(widget)
    if area is not None and (page := area.widget()) is not None:
        top = widget.mapTo(page, rect.topLeft())
        bottom = widget.mapTo(page, rect.bottomLeft())
        area.ensureVisible(0, bottom.y(), 0, AROUND)
        area.ensureVisible(0, top.y(), 0, AROUND)


def enclosing_scroll_area(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area that a widget lies in, or None."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
