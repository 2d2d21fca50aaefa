"""The card of the finding that is laid open: how it is made, what is done from it, and what is written in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from avstamt.domain.place import Place
from avstamt.domain.review import waiver_of
from avstamt.ui.desk import Desk
from avstamt.ui.findings.card import FindingCard
from avstamt.ui.findings.keeping import mark_of
from avstamt.ui.findings.rows import Row
from avstamt.ui.marks import deeds


class Opening(QObject):
    """Makes cards, one at a time, and keeps what was half written in those before."""

    go_to = Signal(Place)
    read_more = Signal(str)
    resized = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._row: Row | None = None
        self._drafts: dict[object, str] = {}

    def card_of(self, row: Row) -> FindingCard:
        """Return a new card of a finding, with the reason that was begun for it before."""
        self._row = row
        card = FindingCard(self._desk.look, self._desk.document.report, row, self._reason_for(row))
        card.go_to.connect(self.go_to)
        card.read_more.connect(self.read_more)
        card.resized.connect(self.resized)
        card.left.connect(self.left)
        card.fix.connect(self._fix)
        card.waive.connect(self._waive)
        card.unwaive.connect(self._unwaive)
        if words := self._drafts.pop(mark_of(row), ""):
            card.open_reason(words)
        return card

    def show_row(self, card: FindingCard, row: Row, *, is_gone: bool) -> None:
        """Show in the open card what the lines say of its finding now."""
        self._row = row
        card.show_row(self._desk.document.report, row, self._reason_for(row), is_gone=is_gone)

    def remember(self, card: FindingCard) -> None:
        """Keep what is written in a card that goes away, until its finding is laid open again."""
        if card.words:
            self._drafts[mark_of(card.row)] = card.words

    def _reason_for(self, row: Row) -> str:
        waiver = waiver_of(row.finding, self._desk.document.report.waivers)
        return waiver.reason if waiver else ""

    def _fix(self) -> None:
        if self._row is not None:
            deeds.fix(self._desk, self._row.finding)

    def _waive(self, reason: str) -> None:
        if self._row is not None:
            deeds.waive(self._desk, self._row.finding, reason)

    def _unwaive(self) -> None:
        if self._row is not None:
            deeds.unwaive(self._desk, self._row.finding)
