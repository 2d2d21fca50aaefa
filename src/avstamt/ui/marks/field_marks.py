"""Ties a field that is no running text to its findings and comments: underlines, badges, the explanation, the menu."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip, QWidget

from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.editors.line import LineEditor
from avstamt.ui.editors.title import TitleEditor
from avstamt.ui.editors.year import YearEditor
from avstamt.ui.marks.commented import as_tool_tip as told_comments
from avstamt.ui.marks.commented import comments_within
from avstamt.ui.marks.explaining import as_tool_tip
from avstamt.ui.marks.mark import Mark, Underlines
from avstamt.ui.marks.offers import Offers
from avstamt.ui.marks.plain_marks import PlainMarks


class FieldMarks(QObject):
    """The findings of one field. `asked_for` carries a finding to show in the list, and whether to ask for a reason.

    `menu_opens` carries the field's menu, for others to add to; `nothing_here` says that there is nothing to mend.
    """

    asked_for = Signal(object, bool)
    nothing_here = Signal(str)
    menu_opens = Signal(QMenu)

    def __init__(self, desk: Desk, place: Place, field: QWidget, editor: QWidget) -> None:
        super().__init__(field)
        self._desk = desk
        self._place = place
        self._field = field
        self._editor = editor
        self._found: tuple[Mark, ...] = ()
        self._offers = Offers(desk, place, desk.own_words, self)
        self._offers.asked_for.connect(self.asked_for)
        self.drawn: PlainMarks | None = None
        if isinstance(editor, LineEditor | TitleEditor):
            self.drawn = PlainMarks(editor, desk.look)
            editor.menu_opens.connect(self._fill)
            editor.suggestions_wanted.connect(self.open_menu)
            self.drawn.canvas.installEventFilter(self)
            return
        field.installEventFilter(self)
        if isinstance(editor, YearEditor):
            editor.menu_opens.connect(self._fill)
        else:
            field.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            field.customContextMenuRequested.connect(self._open_at)

    def show(self, underlines: Underlines) -> None:
        """Show what a run found here."""
        self._found = underlines.marks_at(self._place)
        if self.drawn is not None:
            self.drawn.show(underlines.of(self._place))

    def open_menu(self) -> None:
        """Offer what can be done at the caret, else about the field."""
        position, point = self.drawn.caret() if self.drawn is not None else (0, self._below())
        marks = self._marks_at(position)
        if not marks:
            self.nothing_here.emit("Här finns ingen anmärkning. Tryck F8 för att gå till nästa.")
            return
        menu = QMenu(self._editor)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setAccessibleName("Förslag")
        self._offers.fill(menu, marks)
        menu.popup(point)
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Explain what is under the pointer: the findings and the comments there."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return False
        here = self._found if self.drawn is None else (*self.drawn.under(event.pos()), *self._wordless())
        comments = comments_within(self._desk.document.report, self._place)
        said = as_tool_tip(dict.fromkeys(mark.finding for mark in here)) + told_comments(comments)
        if said:
            QToolTip.showText(event.globalPos(), said, self._editor)
        return bool(said)

    def _marks_at(self, position: int) -> list[Mark]:
        """Return the marks at a position, else all of the field's: a single line is one thing."""
        here = self.drawn.at(position) if self.drawn is not None else []
        return here or list(self._found)

    def _wordless(self) -> list[Mark]:
        return [mark for mark in self._found if not mark.words]

    def _fill(self, menu: QMenu, point: QPoint) -> None:
        position = self.drawn.position_at(point) if self.drawn is not None else 0
        self._offers.fill(menu, self._marks_at(position))
        self.menu_opens.emit(menu)

    def _open_at(self, point: QPoint) -> None:
        """Open the menu of a field whose editor has none of its own."""
        if not self._editor.isAncestorOf(self._field.window().focusWidget()):
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)
        menu = QMenu(self._field)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill(menu, point)
        if menu.actions():
            menu.popup(self._field.mapToGlobal(point))

    def _below(self) -> QPoint:
        return self._editor.mapToGlobal(self._editor.rect().bottomLeft())
