"""An open finding: what it says and offers, and the box for a reason, which outlives every run of the rules."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.findings.body import TONES, CardBody
from avstamt.ui.findings.delegate import ABOVE, SIDE, text_left
from avstamt.ui.findings.reason import ReasonBox
from avstamt.ui.findings.rows import Row
from avstamt.ui.labels import IconLabel, Label, small
from avstamt.ui.look import Look
from avstamt.ui.words import LEVEL_ICONS
from avstamt.ui.wrapping_button import BEFORE

GONE = "Anmärkningen har fallit bort, så inget skäl behövs längre."
REWORDED = "Anmärkningen säger något annat än när du började skriva. Läs den igen."
GIVEN = "Anmärkningen har redan fått ett skäl."
_KEPT = " Det du har skrivit står kvar."


class FindingCard(QWidget):
    """A finding laid open. The signals carry what the user asks for; `left` tells that nothing more is said of one gone."""

    go_to = Signal(Place)
    fix = Signal()
    waive = Signal(str)
    unwaive = Signal()
    read_more = Signal(str)
    resized = Signal()
    left = Signal()

    def __init__(self, look: Look, report: Report, row: Row, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.row = row
        self._looks = _looks(row, reason)
        self.is_done = False
        """Whether the user has done something about the finding that the next run is to show."""
        self._icon = IconLabel(look, LEVEL_ICONS[row.finding.level], TONES[row.finding.level], "", self)
        self._icon.move(SIDE - 1, ABOVE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(text_left(look) - BEFORE, ABOVE, SIDE, 8)
        self._column.setSpacing(4)
        self._body = self._made_body(report, row, reason)
        self._note = Label(look, "", small, parent=self)
        self._note.hide()
        self._box = ReasonBox(look, self)
        self._code = Label(look, f"{row.finding.name.replace('-', ' ')} · {row.finding.rule}", small, "quiet", self)
        self._note.setIndent(BEFORE)
        self._code.setIndent(BEFORE)
        self._box.setContentsMargins(BEFORE, 0, 0, 0)
        for widget in (self._body, self._note, self._box, self._code):
            self._column.addWidget(widget)
        self._box.given.connect(self._give)
        self._box.left.connect(self._close_reason)
        self._dress()

    @property
    def words(self) -> str:
        """Return the reason that is being written, empty where none is."""
        return "" if self._box.isHidden() or self.is_done else self._box.words

    @property
    def has_focus(self) -> bool:
        """Tell whether the focus is in the card."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    @property
    def is_in_use(self) -> bool:
        """Tell whether it is written or worked in, so that it must not be taken away."""
        return not self.is_done and (bool(self.words) or self.has_focus)

    def show_row(self, report: Report, row: Row, reason: str, *, is_gone: bool) -> None:
        """Show what the next run says of the finding; a reason that is being written is let alone."""
        is_reworded = row.finding.message != self.row.finding.message
        if self.is_done and row.waived:
            self._box.line.clear()
            self._box.hide()
        self.row = row
        if (looks := _looks(row, reason)) != self._looks:
            self._looks = looks
            self._replace_body(self._made_body(report, row, reason))
            self._dress()
        if is_gone or not self.words:
            self._tell(GONE if is_gone else "")
        elif row.waived or is_reworded:
            self._tell(GIVEN if row.waived else REWORDED)
        elif self._note.text().startswith((GONE, GIVEN)):
            self._tell("")
        self.is_done = False

    def open_reason(self, words: str = "") -> None:
        """Ask for the reason, or go on with one; only who asks gets the focus."""
        self._box.show()
        if self._body.give is not None:
            self._body.give.hide()
        self.resized.emit()
        if words:
            self._box.line.setText(words)
        else:
            self._box.line.setFocus()

    def _made_body(self, report: Report, row: Row, reason: str) -> CardBody:
        body = CardBody(self._look, report, row, reason, self)
        body.go_to.connect(self.go_to)
        body.fix.connect(self._fix)
        body.unwaive.connect(self._unwaive)
        body.read_more.connect(self.read_more)
        body.resized.connect(self.resized)
        body.reason_wanted.connect(self.open_reason)
        return body

    def _replace_body(self, body: CardBody) -> None:
        before, self._body = self._body, body
        self._column.insertWidget(0, body)
        if body.give is not None:
            body.give.setVisible(self._box.isHidden())
        body.show()
        body.take_after(before)
        before.hide()
        before.deleteLater()

    def _dress(self) -> None:
        level = self.row.finding.level
        self._icon.show_icon(LEVEL_ICONS[level], TONES[level], "")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName(f"card-{TONES[level]}")
        self.style().unpolish(self)
        self.style().polish(self)

    def _tell(self, words: str) -> None:
        self._note.setText(words + (_KEPT if words and self.words else ""))
        self._note.setVisible(bool(words))
        self._box.line.setAccessibleDescription(self._note.text())
        self.resized.emit()

    def _fix(self) -> None:
        self.is_done = True
        self.fix.emit()

    def _unwaive(self) -> None:
        self.is_done = True
        self.unwaive.emit()

    def _give(self, reason: str) -> None:
        self.is_done = True
        self.waive.emit(reason)

    def _close_reason(self) -> None:
        self._box.hide()
        if self._note.text().startswith(GONE):
            self.is_done = True
            self.left.emit()
            return
        self.resized.emit()
        if self._body.give is not None:
            self._body.give.show()
            self._body.give.setFocus()


def _looks(row: Row, reason: str) -> tuple[object, ...]:
    """Return what makes a body look as it does."""
    finding = row.finding
    title = finding.fix.title if finding.fix is not None else ""
    return finding.level, finding.message, finding.evidence, finding.advice, title, row.waived, reason
