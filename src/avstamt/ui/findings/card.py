"""An open finding: its sentence, the evidence to go to, what to do, and the buttons that do it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.findings.delegate import ABOVE, SIDE, TEXT_LEFT
from avstamt.ui.findings.rows import Row
from avstamt.ui.labels import IconLabel, Label, TextButton, small
from avstamt.ui.look import Look
from avstamt.ui.marks.explaining import why
from avstamt.ui.where import field_name
from avstamt.ui.words import LEVEL_ICONS
from avstamt.ui.wrapping_button import WrappingButton

_TONES = {"Fel": "error", "Avvikelse": "deviation", "Tips": "tip"}
_LONGEST_QUOTE = 90


class FindingCard(QWidget):
    """A finding laid open. The signals carry what the user asks for."""

    go_to = Signal(Place)
    fix = Signal()
    waive = Signal(str)
    unwaive = Signal()
    read_more = Signal(str)
    resized = Signal()

    def __init__(self, look: Look, report: Report, row: Row, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.row = row
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setObjectName(f"card-{_TONES[row.finding.level.value]}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(TEXT_LEFT, ABOVE, SIDE, 8)
        self._column.setSpacing(4)
        self._add_head()
        for evidence in row.finding.evidence:
            self._column.addWidget(self._evidence(report, evidence))
        if row.waived:
            self._column.addWidget(Label(look, f"Skäl: {reason}", small, parent=self))
        elif row.finding.advice:
            self._column.addWidget(Label(look, row.finding.advice, small, "quiet", self))
        self._add_why()
        self._add_buttons()
        self._add_reason()
        code = f"{row.finding.name.replace('-', ' ')} · {row.finding.rule}"
        self._column.addWidget(Label(look, code, small, "quiet", self))

    def _add_head(self) -> None:
        finding = self.row.finding
        tone = _TONES[finding.level.value]
        icon = IconLabel(self._look, LEVEL_ICONS[finding.level], tone, "", self)
        icon.move(SIDE - 1, ABOVE)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(Label(self._look, finding.level.value, small, tone, self))
        head.addWidget(Label(self._look, finding.message, parent=self))
        self._column.addLayout(head)

    def _evidence(self, report: Report, evidence: Evidence) -> QWidget:
        quote = " ".join(evidence.quote.split())
        if len(quote) > _LONGEST_QUOTE:
            quote = quote[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        where = ", ".join(part for part in (evidence.source, field_name(report, evidence.place)) if part)
        button = EvidenceLink(self._look, f"”{quote}”" if quote else "tomt", where, evidence.place, self)
        button.followed.connect(self.go_to)
        return button

    def _add_why(self) -> None:
        if not (words := why(self.row.finding.rule)):
            return
        self._why = Label(self._look, words, small, "quiet", self)
        self._why.hide()
        ask = TextButton(self._look, "Varför?", "quiet", parent=self)
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
        self.read_more.emit(self.row.finding.rule)

    def _add_buttons(self) -> None:
        finding = self.row.finding
        if self.row.waived:
            self._add_button("Ta bort skälet", "remove").clicked.connect(self.unwaive)
            return
        if finding.fix is not None:
            self._add_button(finding.fix.title, "fix").clicked.connect(self.fix)
        self._give = self._add_button("Ange skäl", "reason")
        self._give.clicked.connect(self.open_reason)

    def _add_button(self, words: str, icon: str) -> WrappingButton:
        button = WrappingButton(self._look, ((words, "accent"),), icon, self)
        self._column.addWidget(button)
        return button

    def _add_reason(self) -> None:
        self._reason_box = QWidget(self)
        layout = QVBoxLayout(self._reason_box)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.setSpacing(4)
        self._reason = ReasonLine(self._reason_box)
        label = Label(self._look, "Varför är det rätt som det är?", small, parent=self._reason_box)
        label.setBuddy(self._reason)
        self._reason.setAccessibleName(label.text())
        save = TextButton(self._look, "Spara skälet", parent=self._reason_box)
        layout.addWidget(label)
        layout.addWidget(self._reason)
        layout.addWidget(save, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._reason_box)
        self._reason_box.hide()
        self._reason.returnPressed.connect(self._give_reason)
        self._reason.left.connect(self._close_reason)
        save.clicked.connect(self._give_reason)

    def open_reason(self) -> None:
        """Ask for the reason."""
        self._reason_box.show()
        self._give.hide()
        self.resized.emit()
        self._reason.setFocus()

    def _close_reason(self) -> None:
        self._reason_box.hide()
        self._give.show()
        self.resized.emit()
        self._give.setFocus()

    def _give_reason(self) -> None:
        if text := self._reason.text().strip():
            self.waive.emit(text)


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


class ReasonLine(QLineEdit):
    """The field for a reason; Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)
