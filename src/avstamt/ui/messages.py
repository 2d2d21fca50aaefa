"""The message bar: one sentence about what was or could not be done, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from avstamt.ui.labels import IconButton, IconLabel, Label, TextButton
from avstamt.ui.look import Look
from avstamt.ui.named import put


class Tone(Enum):
    """What a message is about, as drawing and colour."""

    DONE = ("check", "accent")
    NOTE = ("info", "accent")
    TROUBLE = ("finding-deviation", "deviation")


class Offer(NamedTuple):
    """What a message offers to do: the words on the button and what it does."""

    words: str
    act: Callable[[], None]


class MessageBar(QWidget):
    """Shows the latest message until it is closed or another comes; empty it takes no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self._look = look
        self._is_made = False
        self._offers: tuple[Offer, ...] = ()
        self.hide()

    def _make(self) -> None:
        """Make what stands on it, when there is a first message."""
        from PySide6.QtCore import Qt  # first here: see `named`

        look = self._look
        self._is_made = True
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel(look, "info", "accent", "", self)
        self._words = Label(look, "", parent=self)
        put(self._words, textInteractionFlags="TextSelectableByMouse")
        self._buttons = [TextButton(look, "", "quiet", parent=self) for _ in range(2)]
        self._close = IconButton(look, "close", "Stäng meddelandet", self)
        self._busy = QProgressBar(self)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName("Förlopp")
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for button in self._buttons:
            row.addWidget(button)
        row.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._busy)
        self._buttons[0].clicked.connect(self._take_first)
        self._buttons[1].clicked.connect(self._take_second)
        self._close.clicked.connect(self.clear)

    @property
    def text(self) -> str:
        """Return the sentence that is shown, empty where none is."""
        return "" if self.isHidden() else self._words.text()

    def say(self, sentence: str, tone: Tone = Tone.NOTE, *offers: Offer) -> None:
        """Show a sentence and at most two offers."""
        self._show(sentence, tone, offers)
        self._busy.hide()

    def say_busy(self, sentence: str, done: int, total: int, *offers: Offer) -> None:
        """Show that something is going on; a total of 0 is of unknown length."""
        self._show(sentence, Tone.NOTE, offers)
        self._busy.setRange(0, total)
        self._busy.setValue(done)
        self._busy.show()

    def clear(self) -> None:
        """Take the message away."""
        self.hide()
        self._offers = ()

    def _show(self, sentence: str, tone: Tone, offers: tuple[Offer, ...]) -> None:
        from avstamt.ui.editors.paper import set_mark  # as above

        if not self._is_made:
            self._make()
        name, colour = tone.value
        set_mark(self, "tone", tone.name.lower())
        self._icon.show_icon(name, colour, "")
        self._words.setText(sentence)
        self._words.setAccessibleName(sentence)
        self._offers = offers[: len(self._buttons)]
        for at, button in enumerate(self._buttons):
            button.setVisible(at < len(self._offers))
            if at < len(self._offers):
                button.setText(self._offers[at].words)
        self.show()

    def _take_first(self) -> None:
        self._offers[0].act()

    def _take_second(self) -> None:
        self._offers[1].act()
