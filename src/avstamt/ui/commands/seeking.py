"""What the actions that look for something and go there do."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QTextEdit

from avstamt.ui.beside import Companion
from avstamt.ui.commands.group import Group
from avstamt.ui.goto.destinations import Destination, destinations
from avstamt.ui.goto.palette import Palette

_LONGEST = 80


class SeekingCommands(Group):
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

    def go_to(self) -> None:
        """Offer everything one can go to, by a few letters of its name."""
        if self.view is not None:
            actions = tuple(self._actions())
            self._palette().open(destinations(self.view.desk.document.report), actions)

    def go_back(self) -> None:
        """Go back to where one was before."""
        self._go(-1)

    def go_forward(self) -> None:
        """Go forward again after going back."""
        self._go(1)

    def _go(self, by: int) -> None:
        if self.view is not None and (place := self.view.trail.go(by)) is not None:
            self.view.show_place(place)

    def _palette(self) -> Palette:
        known = self.window.findChild(Palette)
        if known is not None:
            return known
        made = Palette(self.window.look, self.window)
        made.chosen.connect(self._take)
        return made

    def _actions(self) -> Iterator[Destination]:
        names = {action: name for name, action in self.window.actions_.by_name.items()}
        for menu in self.window.menuBar().findChildren(QMenu):
            for action in menu.actions():
                if action in names and action.isEnabled() and names[action] != "go_to":
                    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                    words = plain_words(action.text())
                    beside = plain_words(menu.title())
                    yield Destination(words, beside, "chevron-right", action=names[action], key=key)

    def _take(self, destination: Destination) -> None:
        if destination.place is not None and self.view is not None:
            self.view.show_place(destination.place)
            if destination.is_part:
                self.view.focus_page()
        elif destination.action:
            self.window.actions_.by_name[destination.action].trigger()

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


def plain_words(words: str) -> str:
    """Return an action's words without mnemonic and the dots that say that it asks for more."""
    return words.replace("&", "").removesuffix(" …")


def _marked() -> str:
    """Return the words that are marked in the field with the focus, empty where they are many or over two lines."""
    focused = QApplication.focusWidget()
    words = ""
    if isinstance(focused, QLineEdit):
        words = focused.selectedText()
    elif isinstance(focused, QTextEdit):
        words = focused.textCursor().selectedText()
    return words if len(words) <= _LONGEST and words.isprintable() else ""
