"""The pane for find and replace: the words, how they are looked for, and what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from avstamt.domain.place import Place
from avstamt.domain.searching import Match, Search, found, replaced
from avstamt.ui.desk import Desk
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.seeking.controls import Controls
from avstamt.ui.seeking.list import MatchesList
from avstamt.ui.seeking.model import said
from avstamt.ui.where import short
from avstamt.ui.whereabouts import Whereabouts
from avstamt.ui.words import count

_PAUSE_MS = 120
_EMPTY = "Skriv vad du söker. Hårda blanksteg och olika minustecken räknas som vanliga."


class SearchPanel(QWidget):
    """Searches a document. `go_to` carries the place, with its span, of words that were found."""

    go_to = Signal(Place)
    close_wanted = Signal()

    def __init__(self, desk: Desk, whereabouts: Whereabouts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._whereabouts = whereabouts
        self._wanted = 0
        self.list = MatchesList(desk.look, self)
        self.model = self.list.found
        self.controls = Controls(desk.look, self.list, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._connect()
        self.controls.said.setText(_EMPTY)

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here."""
        return self.controls.words

    def look_for(self, words: str, *, with_replacement: bool) -> None:
        """Put the focus where the words are typed; `words` are there to begin with, unless they are empty."""
        if words:
            self.controls.words.setText(words)
        self.controls.show_replacement(is_shown=with_replacement or self.controls.is_replacing)
        self.controls.words.selectAll()
        self.controls.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.look()

    def look(self) -> None:
        """Search the report as it is now."""
        self._timer.stop()
        report = self._desk.document.report
        search = self._search()
        matches = found(report, search)
        words = said(matches, self.model.show(report, matches), search.where)
        self.controls.said.setText(words if search.words else _EMPTY)
        self.controls.allow(any(not match.lock for match in matches))
        self._choose(min(self._wanted, len(matches) - 1))

    def step(self, by: int) -> None:
        """Go to the next or previous match, round the end."""
        if self._timer.isActive():
            self.look()
        if not self.model.matches:
            return
        if self._is_at_match():
            self._wanted = (self._wanted + by) % len(self.model.matches)
        elif self._wanted == 0:
            self._wanted = _first_in(self.model.matches, self._search().part)
        self._choose(self._wanted)
        self._go()

    def replace_one(self) -> None:
        """Replace the chosen match and go on to the next."""
        if self._timer.isActive():
            self.look()
        match = self.list.chosen
        if match is None:
            return
        if match.lock:
            self.controls.said.setText(f"Orden är låsta. {match.lock}")
            self._choose((self._wanted + 1) % len(self.model.matches))
            return
        self._replace((match,), f"ersättning av ’{short(match.words, 24)}’")
        self._choose(min(self._wanted, len(self.model.matches) - 1))

    def replace_all(self) -> None:
        """Replace every match that may be changed, as one step."""
        self.look()
        matches = self.model.matches
        open_ones = sum(not match.lock for match in matches)
        self._replace(matches, f"ersättning av {count(open_ones, 'träff', 'träffar')}")
        locked = len(matches) - open_ones
        words = f"{count(open_ones, 'träff är ersatt', 'träffar är ersatta')}."
        rest = f" {count(locked, 'är låst och står', 'är låsta och står')} kvar." if locked else ""
        self.controls.said.setText(words + rest)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Enter step through what was found, Down go to the list and Escape close."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close_wanted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if watched is self.controls.replacement:
                self.replace_one()
            elif watched is self.list:
                self._go()
            else:
                self.step(-1 if back else 1)
        elif key == Qt.Key.Key_Down and watched is not self.list:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return False
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Search what may have changed meanwhile."""
        super().showEvent(event)
        self._timer.start()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.look)
        self._desk.document.changed.connect(self._wait)
        self.controls.changed.connect(self._begin_anew)
        self.controls.replace_wanted.connect(self.replace_one)
        self.controls.replace_all_wanted.connect(self.replace_all)
        self.controls.close_wanted.connect(self.close_wanted)
        self.list.clicked.connect(self._go)
        for widget in (self.controls.words, self.controls.replacement, self.list):
            widget.installEventFilter(self)

    def _search(self) -> Search:
        part = part_of(self._desk.document.report, self._whereabouts.place)
        return self.controls.search(part)

    def _begin_anew(self) -> None:
        self._wanted = 0
        self._timer.start()

    def _wait(self, _changed: Place) -> None:
        if self.isVisible():
            self._timer.start()

    def _replace(self, matches: tuple[Match, ...], title: str) -> None:
        words = self.controls.replacement.text()
        self._desk.document.change(Place(), lambda report: replaced(report, matches, words), title)
        self.look()

    def _choose(self, at: int) -> None:
        if self.list.choose(at):
            self._wanted = at

    def _go(self) -> None:
        if (match := self.list.chosen) is not None:
            self._wanted = self.list.number
            self.go_to.emit(match.place)

    def _is_at_match(self) -> bool:
        """Tell whether the chosen match is where the user is, so that a step goes on from there."""
        match = self.list.chosen
        return match is not None and self._whereabouts.place.is_within(match.place.whole)


def _first_in(matches: tuple[Match, ...], part: Place) -> int:
    """Return the number of the first match in a part, 0 where none is there."""
    return next((at for at, match in enumerate(matches) if part.path and match.place.is_within(part)), 0)
