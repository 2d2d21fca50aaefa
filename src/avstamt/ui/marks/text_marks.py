"""Ties a text on a page to the findings in it: underlines, the explanation on hover, the menu at the caret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QMenu, QToolTip

from avstamt.domain.place import Place
from avstamt.domain.review import ReviewComment
from avstamt.ui.desk import Desk
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.marks.commented import as_tool_tip as told_comments
from avstamt.ui.marks.commented import comments_at
from avstamt.ui.marks.explaining import as_tool_tip
from avstamt.ui.marks.mark import Underlines
from avstamt.ui.marks.offers import Offers
from avstamt.ui.marks.own_words import OwnWords
from avstamt.ui.richtext.formats import BLOCK_ID


class TextMarks(QObject):
    """The findings of one text. `asked_for` carries a finding to show in the list, and whether to ask for a reason.

    `menu_opens` carries the text's menu, for others to add to; `nothing_here` says that there is nothing to mend;
    `commented` carries the id of the comment about the words that the caret has come into.
    """

    asked_for = Signal(object, bool)
    nothing_here = Signal(str)
    menu_opens = Signal(QMenu)
    commented = Signal(str)

    def __init__(self, desk: Desk, place: Place, editor: RichEditor, own_words: OwnWords | None = None) -> None:
        super().__init__(editor)
        self._desk = desk
        self._place = place
        self._editor = editor
        self._offers = Offers(desk, place, own_words, self)
        self._offers.asked_for.connect(self.asked_for)
        editor.menu_opens.connect(self._fill)
        editor.suggestions_wanted.connect(self.open_menu)
        editor.viewport().installEventFilter(self)
        editor.cursorPositionChanged.connect(self._tell_comment)

    def show(self, underlines: Underlines) -> None:
        """Underline what a run found here."""
        self._editor.marks.show(underlines.of(self._place))

    def open_menu(self) -> None:
        """Offer what can be done at the caret."""
        here = self._editor.marks.at(self._editor.textCursor().position())
        if not here:
            self.nothing_here.emit("Här finns ingen anmärkning. Tryck F8 för att gå till nästa.")
            return
        menu = QMenu(self._editor)
        menu.aboutToHide.connect(menu.deleteLater)
        self._offers.fill(menu, here)
        menu.setAccessibleName("Förslag")
        menu.popup(self._editor.viewport().mapToGlobal(self._editor.cursorRect().bottomLeft()))
        menu.setActiveAction(next(action for action in menu.actions() if action.isEnabled()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Explain what is under the pointer: the findings and the comments there."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return False
        here = self._editor.marks.under(event.pos())
        said = as_tool_tip(dict.fromkeys(mark.finding for mark in here)) + told_comments(self._comments(event.pos()))
        if not said:
            QToolTip.hideText()
            return False
        rect = self._editor.marks.rect_of(here[0]) if here else QRect()
        QToolTip.showText(event.globalPos(), said, self._editor, rect)
        return True

    def _tell_comment(self) -> None:
        if self._desk.document.report.comments and self._editor.hasFocus():
            for comment in self._comments_at(self._editor.textCursor().position())[:1]:
                self.commented.emit(comment.id)

    def _comments(self, point: QPoint) -> tuple[ReviewComment, ...]:
        exact = self._editor.document().documentLayout().hitTest(QPointF(point), Qt.HitTestAccuracy.ExactHit)
        return self._comments_at(exact) if exact >= 0 else ()

    def _comments_at(self, exact: int) -> tuple[ReviewComment, ...]:
        block = self._editor.document().findBlock(exact)
        holder = self._place / "blocks" / block.blockFormat().stringProperty(BLOCK_ID)
        return comments_at(self._desk.document.report, holder, exact - block.position())

    def _fill(self, menu: QMenu, pos: QPoint) -> None:
        position = self._editor.cursorForPosition(pos).position()
        self._offers.fill(menu, self._editor.marks.under(pos) or self._editor.marks.at(position))
        self.menu_opens.emit(menu)
