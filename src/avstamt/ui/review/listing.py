"""The comments one below the other, under the names of their parts, and what is done with each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.review import ReviewComment
from avstamt.ui.desk import Desk
from avstamt.ui.labels import Label, strong
from avstamt.ui.review import deeds
from avstamt.ui.review.card import CommentCard
from avstamt.ui.where import part_name


class CommentList(QScrollArea):
    """Shows comments. `go_to` carries the place of one."""

    go_to = Signal(Place)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.cards: list[CommentCard] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("panel")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        sheet = QWidget(self)
        sheet.setObjectName("panel")
        self._column = QVBoxLayout(sheet)
        self._column.setContentsMargins(8, 4, 8, 16)
        self._column.setSpacing(8)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(sheet)

    def show_comments(self, comments: list[ReviewComment], parts: list[Place]) -> None:
        """Show comments, each under the name of the part it stands in; what is being answered is let alone."""
        former = {card.comment.id: card for card in self.cards}
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and not isinstance(widget, CommentCard):
                widget.hide()
                widget.deleteLater()
        self.cards = []
        before: Place | None = None
        for comment, part in zip(comments, parts, strict=True):
            if part != before:
                name = Label(self._desk.look, part_name(self._desk.document.report, part), strong)
                name.setContentsMargins(4, 8, 0, 0)
                self._column.addWidget(name)
                before = part
            self.cards.append(self._card(comment, former.get(comment.id)))
            self._column.addWidget(self.cards[-1])
            self.cards[-1].show()
            old = former.get(comment.id)
            if old is not None and old is not self.cards[-1]:
                self.cards[-1].box.take_after(old.box)
        for card in former.values():
            if card not in self.cards:
                card.hide()
                card.deleteLater()

    def show_comment(self, comment_id: str, *, takes_focus: bool) -> None:
        """Bring a comment into sight and mark it, with the focus on it where it takes that."""
        sheet = self.widget()
        if sheet is not None and (layout := sheet.layout()) is not None:
            layout.activate()  # so that a card made just now has its place
        for card in self.cards:
            is_meant = card.comment.id == comment_id
            card.show_current(is_meant)
            if is_meant:
                self.ensureWidgetVisible(card, 0, 8)
                if takes_focus:
                    card.quote.setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, comment: ReviewComment, former: CommentCard | None) -> CommentCard:
        is_own = deeds.is_own(self._desk, comment)
        if former is not None and former.shows(comment, is_own=is_own):
            return former
        card = CommentCard(self._desk.look, comment, is_own=is_own)
        card.go_to.connect(self._go)
        card.answered.connect(self._answer)
        card.resolved.connect(self._resolve)
        card.deleted.connect(self._delete)
        return card

    def _go(self, comment_id: str) -> None:
        self.go_to.emit(deeds.comment_of(self._desk.document.report, comment_id).place)

    def _answer(self, comment_id: str, text: str) -> None:
        deeds.answer(self._desk, comment_id, text)

    def _resolve(self, comment_id: str, is_resolved: bool) -> None:
        deeds.resolve(self._desk, comment_id, is_resolved=is_resolved)

    def _delete(self, comment_id: str) -> None:
        deeds.delete(self._desk, comment_id)
