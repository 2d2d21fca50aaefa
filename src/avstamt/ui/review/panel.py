"""The panel of comments: those of the report by part, a box for a new one, and a choice of which to see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.review import ReviewComment
from avstamt.ui.desk import Desk
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.labels import Label, TextButton, head, small
from avstamt.ui.review import deeds
from avstamt.ui.review.anchors import Anchor
from avstamt.ui.review.card import CommentCard
from avstamt.ui.review.listing import CommentList
from avstamt.ui.review.writing import WritingBox
from avstamt.ui.where import part_name, short

_EMPTY = "Här står kommentarer till rapporten. Markera några ord på sidan och välj Ny kommentar."
_NONE_OPEN = "Alla kommentarer är klara."
_LONGEST = 120


class ReviewPanel(QWidget):
    """Shows the comments. `go_to` carries the place of one; `new_wanted` asks for a comment on what is marked."""

    go_to = Signal(Place)
    new_wanted = Signal()

    def __init__(self, desk: Desk, order: list[Place], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self._desk = desk
        self._order = order
        self._shown: tuple[object, ...] | None = None
        self._anchor: Anchor | None = None
        self._list = CommentList(desk, self)
        look = desk.look
        self._head = Label(look, "Kommentarer", head, parent=self)
        self.show_all = TextButton(look, "Visa klara", "quiet", parent=self)
        self.show_all.setCheckable(True)
        self.new = TextButton(look, "Ny kommentar", "", "add", self)
        self._about = Label(look, "", small, "quiet", self)
        self.box = WritingBox(look, "Din kommentar", "Spara kommentaren", self)
        self.box.hide()
        self._about.hide()
        self._lay_out()
        self._list.go_to.connect(self.go_to)
        self.show_all.toggled.connect(self.follow)
        self.new.clicked.connect(self.new_wanted)
        self.box.written.connect(self._add)
        self.box.left.connect(self._leave_box)
        desk.document.changed.connect(self.follow)
        self.follow()

    @property
    def cards(self) -> list[CommentCard]:
        """Return the comments that are shown."""
        return self._list.cards

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here."""
        return self.new

    def write_at(self, anchor: Anchor) -> None:
        """Let a comment be written about what `anchor` points at."""
        self._anchor = anchor
        quote = short(anchor.quote, _LONGEST)
        where = part_name(self._desk.document.report, part_of(self._desk.document.report, anchor.place))
        self._about.setText(f"Om ”{quote}”" if quote else f"Om {where}")
        self._about.show()
        self.box.begin()

    def show_comment(self, comment_id: str, *, takes_focus: bool = True) -> None:
        """Bring a comment into sight and mark it, with the focus on it where it takes that."""
        self._list.show_comment(comment_id, takes_focus=takes_focus)

    def follow(self) -> None:
        """Show the comments as they are now; cards are made anew only when something on them is another."""
        report = self._desk.document.report
        wanted = [one for one in report.comments if self.show_all.isChecked() or not one.resolved]
        wanted.sort(key=self._at)
        parts = [part_of(report, one.place) for one in wanted]
        shown = tuple(
            (one.model_copy(update={"place": Place()}), part, part_name(report, part))
            for one, part in zip(wanted, parts, strict=True)
        )
        if shown != self._shown:
            self._shown = shown
            self._list.show_comments(wanted, parts)
        left = sum(not one.resolved for one in report.comments)
        self._head.setText(f"Kommentarer ({left})" if left else "Kommentarer")
        self._empty.setText(_NONE_OPEN if report.comments else _EMPTY)
        self._empty.setVisible(not wanted)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(12, 10, 8, 4)
        top.addWidget(self._head, 1)
        top.addWidget(self.show_all)
        self._empty = Label(self._desk.look, _EMPTY, small, "quiet", self)
        writing = QVBoxLayout()
        writing.setContentsMargins(12, 0, 12, 4)
        writing.setSpacing(4)
        writing.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (self._about, self.box, self._empty):
            writing.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addLayout(writing)
        layout.addWidget(self._list, 1)

    def _at(self, comment: ReviewComment) -> int:
        part = part_of(self._desk.document.report, comment.place)
        return self._order.index(part) if part in self._order else len(self._order)

    def show_order(self, order: list[Place]) -> None:
        """Take note of the order in which the parts stand."""
        self._order = order
        self.follow()

    def _add(self, text: str) -> None:
        if self._anchor is not None:
            anchor, self._anchor = self._anchor, None
            self._leave_box()
            deeds.add_comment(self._desk, anchor.place, anchor.quote, text)

    def _leave_box(self) -> None:
        self.box.hide()
        self._about.hide()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)
