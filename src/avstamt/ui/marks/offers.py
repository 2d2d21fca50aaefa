"""The menu of a mark: what the findings there say, and what can be done about each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QFont
from PySide6.QtWidgets import QMenu

from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.marks import deeds
from avstamt.ui.marks.mark import Mark, Stroke
from avstamt.ui.marks.own_words import OwnWords
from avstamt.ui.where import short

_LONGEST = 110


class Offers(QObject):
    """What is offered at the marks of one text; `asked_for` carries a finding to show, and whether to ask for a reason."""

    asked_for = Signal(object, bool)

    def __init__(self, desk: Desk, place: Place, own_words: OwnWords | None, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = place
        self._own_words = own_words
        self._acts: list[Callable[[], object]] = []

    def fill(self, menu: QMenu, marks: Sequence[Mark], at: Place | None = None) -> None:
        """Put what can be done at these marks first in a menu; `at` is their field where it is another than usual."""
        self._acts = []
        first = menu.actions()[0] if menu.actions() else None
        own = QMenu(menu)  # only to gather the actions in order
        for mark in marks:
            self._say(own, mark)
            if mark.stroke is Stroke.WAVE:
                self._spell(own, mark, at or self._place)
            else:
                self._mend(own, mark)
            self._add(own, "Visa i &listan", partial(self.asked_for.emit, mark.finding, False))
            own.addSeparator()
        for action in list(own.actions()):
            own.removeAction(action)
            action.setParent(menu)
            if first is None:
                menu.addAction(action)
            else:
                menu.insertAction(first, action)
        own.deleteLater()

    def _say(self, menu: QMenu, mark: Mark) -> None:
        words = QAction(short(mark.finding.message, _LONGEST), menu)
        words.setEnabled(False)
        menu.addAction(words)

    def _spell(self, menu: QMenu, mark: Mark, at: Place) -> None:
        candidates = spellings(mark.words)
        for word in candidates:
            write = partial(deeds.respell, self._desk, mark.place_in(at), mark.words, word)
            made = self._add(menu, word, write)
            font = QFont(made.font())
            font.setBold(True)
            made.setFont(font)
        fix = mark.finding.fix
        if fix is not None and candidates and len(mark.finding.evidence) > 1:
            self._add(menu, f"{fix.title} på alla ställen", partial(deeds.fix, self._desk, mark.finding))
        self._add(menu, "&Ignorera", partial(deeds.waive, self._desk, mark.finding, deeds.WORD_IS_RIGHT))
        if self._own_words is not None:
            self._add(menu, "Lägg till i &ordlistan", partial(self._own_words.add, mark.words))

    def _mend(self, menu: QMenu, mark: Mark) -> None:
        fix = mark.finding.fix
        if fix is not None:
            self._add(menu, f"&Rätta: {short(fix.title)}", partial(deeds.fix, self._desk, mark.finding))
        self._add(menu, "Lämna med &motivering …", partial(self.asked_for.emit, mark.finding, True))

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> QAction:
        made = QAction(words, menu)
        made.setData(len(self._acts))
        self._acts.append(act)
        made.triggered.connect(self._act)
        menu.addAction(made)
        return made

    def _act(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, QAction):
            self._acts[int(chosen.data())]()


@lru_cache(maxsize=512)
def spellings(word: str) -> tuple[str, ...]:
    """Return the words that a misspelled one may stand for, written with a capital where it is."""
    from avstamt.language.spelling_dictionary import DictionaryMissing, swedish
    from avstamt.rules.writing_spelling import speller_of

    try:
        speller = speller_of(swedish())
    except DictionaryMissing:
        return ()
    return tuple(one.capitalize() if word[:1].isupper() else one for one in speller.meant(word.casefold(), {}))
