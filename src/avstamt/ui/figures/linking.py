"""Ties a text on a page to the figures of the report: keys and pointer open the menus, and the marks follow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from avstamt.domain.place import Place
from avstamt.domain.text import FigureReference
from avstamt.language.linked.sources import State, shown
from avstamt.ui.desk import Desk
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.figures.choices import Choices
from avstamt.ui.figures.explaining import as_tool_tip
from avstamt.ui.figures.link_menu import LinkMenu
from avstamt.ui.figures.link_writer import LinkWriter
from avstamt.ui.figures.marking import FigureMarks
from avstamt.ui.figures.menu import FigureMenu
from avstamt.ui.figures.offering import Offering

_AT = "@"
_CONTROL = Qt.KeyboardModifier.ControlModifier


class Linking(QObject):
    """The linked figures of one text. `go_to` carries the place of a source that the user wants to see."""

    go_to = Signal(Place)

    def __init__(self, desk: Desk, place: Place, editor: RichEditor) -> None:
        super().__init__(editor)
        self._desk = desk
        self._place = place
        self._editor = editor
        self._mark = ""
        self._replaced: QTextCursor | None = None
        self.menu: FigureMenu | None = None
        self.writer = LinkWriter(desk.document, editor)
        self.marks = FigureMarks(editor, self._state)
        self.offering = Offering(desk.document, place, editor, self.writer)
        self.actions = LinkMenu(desk.document, editor, self.writer)
        self._connect()
        self.marks.renew()

    def open_menu(self, mark: str = "") -> None:
        """Offer the report's figures at the caret, or what can be done with the linked one that it stands at.

        A number right before the caret is looked for, and replaced by the figure that is picked. `mark` is the sign
        that opened the menu, which is put into the text where nothing is picked.
        """
        cursor = self._editor.textCursor()
        here = None if mark or cursor.hasSelection() else self.marks.at_caret
        if here is not None:
            self.actions.open(here)
            return
        self._mark = mark
        self._replaced = None if mark else self.offering.number_at_caret()
        typed = self._replaced.selectedText() if self._replaced is not None else ""
        self.menu = FigureMenu(
            self._editor.look, Choices(self._desk.document.report, self._place, self), typed, self._editor.window()
        )
        self.menu.picked.connect(self._insert)
        self.menu.left.connect(self._leave)
        self.menu.open_at(self._caret())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys and the pointer where they mean a linked figure."""
        if watched is self._editor:
            if isinstance(event, QFocusEvent):
                self.marks.show_later()
            return isinstance(event, QKeyEvent) and self._takes_key(event)
        if isinstance(event, QHelpEvent):
            return self._explains(event)
        if event.type() is QEvent.Type.Leave:
            self.marks.hover(None)
        return isinstance(event, QMouseEvent) and self._takes_pointer(event)

    def _connect(self) -> None:
        self._editor.viewport().setMouseTracking(True)
        self._editor.installEventFilter(self)
        self._editor.viewport().installEventFilter(self)
        self._editor.menu_opens.connect(self._fill)
        self.actions.go_to.connect(self.go_to)
        self.actions.link_wanted.connect(self.open_menu)
        self._desk.document.changed.connect(self._follow)

    def _takes_key(self, event: QKeyEvent) -> bool:
        is_call = event.key() == Qt.Key.Key_Space and event.modifiers() == _CONTROL and not self._editor.isReadOnly()
        if event.type() is QEvent.Type.ShortcutOverride:
            event.setAccepted(is_call)
            return is_call
        if event.type() is not QEvent.Type.KeyPress or self._editor.isReadOnly():
            return False
        begins = event.text() == _AT and self._may_begin()
        if is_call or begins:
            self.open_menu(_AT if begins else "")
        return is_call or begins

    def _may_begin(self) -> bool:
        """Tell whether a word may begin at the caret: an @ inside one is part of an address."""
        cursor = self._editor.textCursor()
        cursor.setPosition(cursor.selectionStart())
        before = cursor.block().text()[: cursor.positionInBlock()][-1:]
        return not before.isalnum() and before not in tuple("._-+")

    def _takes_pointer(self, event: QMouseEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove:
            self.marks.hover(event.position().toPoint())
        elif event.type() is QEvent.Type.MouseButtonPress and event.modifiers() == _CONTROL:
            stretch = self.marks.under(event.position().toPoint())
            if stretch is not None:
                self.go_to.emit(stretch.reference.source)
                return True
        return False

    def _explains(self, event: QHelpEvent) -> bool:
        stretch = self.marks.under(event.pos())
        if stretch is None or self._editor.marks.under(event.pos()):
            return False  # a finding has more to say, and says it
        QToolTip.showText(event.globalPos(), as_tool_tip(self._desk.document.report, stretch.reference), self._editor)
        return True

    def _fill(self, menu: QMenu, point: QPoint) -> None:
        self.actions.fill(menu, self.marks.under(point))

    def _insert(self) -> None:
        menu = self.menu
        if menu is not None and (reference := menu.choices.reference(menu.row)) is not None:
            self.writer.put(self._replaced or self._editor.textCursor(), reference)
        self._close()

    def _leave(self, typed: str) -> None:
        if self._mark:
            self._editor.textCursor().insertText(self._mark + typed)
        self._close()

    def _close(self) -> None:
        self.menu = None
        self._replaced = None
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _caret(self) -> QRect:
        rect = self._editor.cursorRect()
        return QRect(self._editor.viewport().mapTo(self._editor.window(), rect.topLeft()), rect.size())

    def _follow(self, _changed: Place) -> None:
        self.marks.renew()

    def _state(self, reference: FigureReference) -> State:
        return shown(self._desk.document.report, reference).state
