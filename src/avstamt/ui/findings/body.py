"""What an open finding says and offers: its sentence, the evidence to go to, what to do, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.findings.rows import Row
from avstamt.ui.labels import FontChoice, Label, TextButton, normal, small
from avstamt.ui.look import Look
from avstamt.ui.marks.explaining import why
from avstamt.ui.where import field_name
from avstamt.ui.wrapping_button import BEFORE, WrappingButton

TONES = {Level.ERROR: "error", Level.DEVIATION: "deviation", Level.TIP: "tip"}
_LONGEST_QUOTE = 90


class CardBody(QWidget):
    """The words and buttons of a card, made anew when the finding is another. The signals carry what is asked for."""

    go_to = Signal(Place)
    fix = Signal()
    unwaive = Signal()
    reason_wanted = Signal()
    read_more = Signal(str)
    resized = Signal()

    def __init__(self, look: Look, report: Report, row: Row, reason: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._row = row
        self._ask: TextButton | None = None
        self.give: WrappingButton | None = None
        """What asks for a reason; None where one is given."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._add_head()
        for evidence in row.finding.evidence:
            self._column.addWidget(self._evidence(report, evidence))
        if row.waived:
            self._column.addWidget(self._words(f"Skäl: {reason}", small))
        elif row.finding.advice:
            self._column.addWidget(self._words(row.finding.advice, small, "quiet"))
        self._add_why()
        self._add_buttons()

    def take_after(self, other: CardBody) -> None:
        """Take over what the body before it had: the focus, and the explanation where it was asked for."""
        if self._ask is not None and other._ask is not None:
            self._ask.setChecked(other._ask.isChecked())
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and other.isAncestorOf(focused):
            buttons = self.findChildren(QAbstractButton)
            alike = [one for one in buttons if one.accessibleName() == focused.accessibleName()]
            (alike or [self.give or buttons[0]])[0].setFocus()

    def _add_head(self) -> None:
        finding = self._row.finding
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._words(finding.level.value, small, TONES[finding.level]))
        head.addWidget(self._words(finding.message))
        self._column.addLayout(head)

    def _words(self, words: str, font: FontChoice = normal, tone: str = "") -> Label:
        """Return words that begin where those of the buttons do."""
        made = Label(self._look, words, font, tone, self)
        made.setIndent(BEFORE)
        return made

    def _evidence(self, report: Report, evidence: Evidence) -> QWidget:
        quote = " ".join(evidence.quote.split())
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        where = ", ".join(part for part in (evidence.source, field_name(report, evidence.place)) if part)
        button = EvidenceLink(self._look, f"”{quote}”" if quote else "tomt", where, evidence.place, self)
        button.followed.connect(self.go_to)
        return button

    def _add_why(self) -> None:
        if not (words := why(self._row.finding.rule)):
            return
        self._why = self._words(words, small, "quiet")
        self._why.hide()
        ask = self._ask = TextButton(self._look, "Varför?", "quiet", parent=self)
        ask.setCheckable(True)
        ask.setAccessibleDescription(words)
        ask.toggled.connect(self._show_why)
        more = TextButton(self._look, "Läs mer", "quiet", parent=self)
        more.setToolTip("Visa regelns sida i hjälpen, med exempel (F1)")
        more.clicked.connect(self._read_more)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(ask)
        row.addWidget(more)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addWidget(self._why)

    def _show_why(self, is_shown: bool) -> None:
        self._why.setVisible(is_shown)
        self.resized.emit()

    def _read_more(self) -> None:
        self.read_more.emit(self._row.finding.rule)

    def _add_buttons(self) -> None:
        finding = self._row.finding
        if self._row.waived:
            self._add_button("Ta bort skälet", "remove").clicked.connect(self.unwaive)
            return
        if finding.fix is not None:
            self._add_button(finding.fix.title, "fix").clicked.connect(self.fix)
        self.give = self._add_button("Ange skäl", "reason")
        self.give.clicked.connect(self.reason_wanted)

    def _add_button(self, words: str, icon: str) -> WrappingButton:
        button = WrappingButton(self._look, ((words, "accent"),), icon, self)
        self._column.addWidget(button)
        return button


class EvidenceLink(WrappingButton):
    """A quote from the report that leads to where it stands."""

    followed = Signal(Place)

    def __init__(self, look: Look, quote: str, where: str, place: Place, parent: QWidget) -> None:
        super().__init__(look, ((where, "quiet"), (quote, "")), parent=parent)
        self._place = place
        self.setAccessibleName(f"Gå till {where}: {quote}")
        self.clicked.connect(self._follow)

    def _follow(self) -> None:
        self.followed.emit(self._place)
