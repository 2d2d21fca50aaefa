"""What the actions that look for something and go there do."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit

from avstamt.ui.beside import Companion
from avstamt.ui.commands.texts import TextCommands

_LONGEST = 80


class SeekingCommands(TextCommands):
    """The actions that find words and places."""

    def find(self) -> None:
        """Look for words in the report."""
        self._look_for(with_replacement=False)

    def replace(self) -> None:
        """Look for words in the report and replace them."""
        self._look_for(with_replacement=True)

    def find_next(self) -> None:
        """Go to the next match."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the match before."""
        self._step(-1)

    def _look_for(self, *, with_replacement: bool) -> None:
        if self.view is not None:
            words = _marked()
            self.view.beside.show_companion(Companion.SEARCH)
            self.view.beside.search.look_for(words, with_replacement=with_replacement)

    def _step(self, by: int) -> None:
        if self.view is None:
            return
        if self.view.beside.shown is not Companion.SEARCH:
            self.view.beside.show_companion(Companion.SEARCH)
        search = self.view.beside.search
        if search.controls.words.text():
            search.step(by)
        else:
            search.look_for(_marked(), with_replacement=False)


def _marked() -> str:
    """Return the words that are marked in the field with the focus, empty where they are many or over two lines."""
    focused = QApplication.focusWidget()
    words = ""
    if isinstance(focused, QLineEdit):
        words = focused.selectedText()
    elif isinstance(focused, QTextEdit):
        words = focused.textCursor().selectedText()
    return words if len(words) <= _LONGEST and words.isprintable() else ""
