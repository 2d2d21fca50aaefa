"""A comment in the panel: who and when, the words it is about, what it says, its answers, and what can be done."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.review import ReviewComment
from avstamt.storage.backups import moment_in_words
from avstamt.ui.labels import Label, TextButton, small, strong
from avstamt.ui.look import Look
from avstamt.ui.review.writing import WritingBox
from avstamt.ui.where import short
from avstamt.ui.wrapping_button import BEFORE, WrappingButton

_LONGEST_QUOTE = 120
_EDGE = 8


class CommentCard(QWidget):
    """A comment. The signals carry its id, and the text of an answer."""

    go_to = Signal(str)
    answered = Signal(str, str)
    resolved = Signal(str, bool)
    deleted = Signal(str)

    def __init__(self, look: Look, comment: ReviewComment, *, is_own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.comment = comment
        self._is_current = False
        self._is_own = is_own
        self.setObjectName("card-tip" if comment.resolved else "card-deviation")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(12 - BEFORE, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(self._head(comment))
        words = f"”{short(comment.quote, _LONGEST_QUOTE)}”" if comment.quote.strip() else "Gå till stället"
        self.quote = WrappingButton(look, ((words, "quiet"),), "", self)
        self.quote.setAccessibleName(f"Gå till: {words}")
        self.quote.clicked.connect(self._go)
        column.addWidget(self.quote)
        text = Label(look, comment.text, parent=self)
        text.setIndent(BEFORE)
        column.addWidget(text)
        for reply in comment.replies:
            said = QVBoxLayout()
            said.setContentsMargins(BEFORE + 12, 4, 0, 0)
            said.setSpacing(0)
            said.addWidget(Label(look, f"{_signed(reply.author)} · {_when(reply.created)}", small, "quiet", self))
            said.addWidget(Label(look, reply.text, parent=self))
            column.addLayout(said)
        self.box = WritingBox(look, "Ditt svar", "Spara svaret", self)
        self.box.setContentsMargins(BEFORE, 0, 0, 0)
        self.box.hide()
        self.box.written.connect(self._answer)
        self.box.left.connect(self._close_box)
        column.addWidget(self.box)
        column.addLayout(self._buttons(is_own=is_own))

    @property
    def is_current(self) -> bool:
        """Tell whether it is about what the caret stands in."""
        return self._is_current

    def shows(self, comment: ReviewComment, *, is_own: bool) -> bool:
        """Tell whether the card shows this comment as it is, wherever it stands now."""
        place = self.comment.place
        return self._is_own == is_own and comment.model_copy(update={"place": place}) == self.comment

    def show_current(self, is_current: bool) -> None:
        """Show whether it is about what the caret stands in, by a line along its side."""
        if is_current != self._is_current:
            self._is_current = is_current
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the line of the one that is meant."""
        super().paintEvent(event)
        if self._is_current:
            painter = QPainter(self)
            painter.fillRect(0, _EDGE, 3, self.height() - 2 * _EDGE, QColor(self._look.theme.accent))
            painter.end()

    def _head(self, comment: ReviewComment) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(BEFORE, 0, 0, 0)
        row.addWidget(Label(self._look, _signed(comment.author), strong, parent=self))
        state = "klar · " if comment.resolved else ""
        when = Label(self._look, f"{state}{_when(comment.created)}", small, "quiet", self)
        when.setWordWrap(False)
        row.addStretch(1)
        row.addWidget(when)
        return row

    def _buttons(self, *, is_own: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(0)
        self.reply = TextButton(self._look, "Svara", "quiet", parent=self)
        self.settle = TextButton(self._look, "Öppna igen" if self.comment.resolved else "Klar", "quiet", parent=self)
        self.delete = TextButton(self._look, "Ta bort", "quiet", parent=self)
        self.delete.setVisible(is_own)
        self.reply.clicked.connect(self._open_box)
        self.settle.clicked.connect(self._settle)
        self.delete.clicked.connect(self._delete)
        for button in (self.reply, self.settle, self.delete):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _open_box(self) -> None:
        self.box.begin()

    def _close_box(self) -> None:
        self.box.hide()
        self.reply.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer(self, text: str) -> None:
        self.box.hide()
        self.answered.emit(self.comment.id, text)

    def _go(self) -> None:
        self.go_to.emit(self.comment.id)

    def _settle(self) -> None:
        self.resolved.emit(self.comment.id, not self.comment.resolved)

    def _delete(self) -> None:
        self.deleted.emit(self.comment.id)


def _signed(author: str) -> str:
    return author or "Utan namn"


def _when(created: str) -> str:
    try:
        when = dt.datetime.fromisoformat(created).astimezone()
    except ValueError:
        return created
    return moment_in_words(when, dt.datetime.now().astimezone())
