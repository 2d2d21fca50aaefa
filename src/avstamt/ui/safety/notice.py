"""The strip above a report that says what is the matter with its file, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from avstamt.ui.editors.paper import set_mark
from avstamt.ui.labels import IconLabel, Label, TextButton
from avstamt.ui.look import Look
from avstamt.ui.messages import Offer, Tone

_MOST = 4


class Notice(QWidget):
    """One sentence that stays as long as it is true, with up to four things to do."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._offers: tuple[Offer, ...] = ()
        self._icon = IconLabel(look, "lock", "accent", "", self)
        self._words = Label(look, "", parent=self)
        self.buttons = [TextButton(look, "", "quiet", parent=self) for _ in range(_MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for button in self.buttons:
            button.clicked.connect(self._act)
            row.addWidget(button)
        self.hide()

    @property
    def text(self) -> str:
        """Return the sentence that is shown, empty where none is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, icon: str, tone: Tone, sentence: str, *offers: Offer) -> None:
        """Show a sentence and what can be done."""
        set_mark(self, "tone", tone.name.lower())
        self._icon.show_icon(icon, tone.value[1], "")
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._offers = offers[:_MOST]
        for at, button in enumerate(self.buttons):
            button.setVisible(at < len(self._offers))
            button.setText(self._offers[at].words if at < len(self._offers) else "")
        self.show()

    def clear(self) -> None:
        """Take the sentence away."""
        self._offers = ()
        self.hide()

    def _act(self) -> None:
        for offer, button in zip(self._offers, self.buttons, strict=False):
            if button is self.sender():
                offer.act()
                return
