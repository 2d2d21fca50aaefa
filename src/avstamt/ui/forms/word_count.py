"""How long a text is and how hard it is to read, quietly at its foot."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import QWidget

from avstamt.domain.text import EMPTY_TEXT, RichText, block_text
from avstamt.language.readability import Lix, lix, together
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.labels import Label, small
from avstamt.ui.look import Look
from avstamt.ui.words import count

_PAUSE_MS = 300
_FEW = 20
"""A text of fewer words has no readability to speak of."""


class WordCount(Label):
    """The number of words in a text and its LIX; its room is always kept, so that nothing moves when it speaks."""

    def __init__(self, look: Look, editor: RichEditor, parent: QWidget | None = None) -> None:
        super().__init__(look, "", small, "quiet", parent)
        self._editor = editor
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setWordWrap(False)
        self.setIndent(8)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._count)
        editor.textChanged.connect(self._timer.start)
        self._timer.start()

    def sizeHint(self) -> QSize:
        """Return a height that is the same without words: an empty label is one pixel lower than one that speaks."""
        return super().sizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 1))

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return super().minimumSizeHint().expandedTo(QSize(0, self.fontMetrics().height() + 1))

    def _count(self) -> None:
        self.setText(told(lix_of(self._editor.value() or EMPTY_TEXT)))


def lix_of(text: RichText) -> Lix:
    """Return the LIX counts of a text; a block that stands unchanged is not read again."""
    return together([lix(block_text(block)) for block in text.blocks])


def told(counted: Lix) -> str:
    """Return the counts in words, nothing for a text too short to be counted."""
    if counted.words < _FEW:
        return ""
    return f"{count(counted.words, 'ord', 'ord')} · LIX {counted.value}, {counted.label}"
