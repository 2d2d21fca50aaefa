"""Shows what a colleague has changed in Word, and takes in what the user marks."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from avstamt.domain.place import Place, exists, value_at, with_value
from avstamt.domain.report import Report
from avstamt.domain.review import Reply, ReviewComment
from avstamt.importers.word.fields import Loose
from avstamt.ui.look import Look
from avstamt.ui.returning.fetching import Fetched, called, is_conflict, new_comments, put_together, taken_in
from avstamt.ui.returning.signing import signed
from avstamt.ui.safety.choosing import ChoosingDialog
from avstamt.ui.where import short
from avstamt.ui.words import count

_ABOUT = "Det som är markerat hämtas. Ingenting annat i rapporten rörs, och allt kan ångras."
_CHANGED = "Så har texten ändrats:"
_NOT_THERE = "Finns inte kvar i Word"
_GONE = "Delen är borttagen i Word. Markera den om den ska tas bort ur rapporten också:"
_BOTH = "Du har också ändrat här. Om det markeras gäller texten i Word; din egen finns kvar under Ångra."


@dataclass(frozen=True)
class _Row:
    """A line of the list: its words, whether it is marked to begin with, what it is, and how it is shown."""

    words: str
    marked: bool
    what: Place | ReviewComment | Loose
    heading: str
    show: Callable[[], None]


class ReturnDialog(ChoosingDialog):
    """Lists what came back; `result_report` is the report with what is marked."""

    def __init__(self, look: Look, mine: Report, fetched: Fetched, parent: QWidget | None = None) -> None:
        super().__init__(look, f"Ändringar från {fetched.name}", _ABOUT, parent)
        self._mine = mine
        self._fetched = fetched
        self._rows = [*self._changes(), *self._comments(), *self._loose()]
        self.take = self.button("Hämta det markerade", "primary")
        self.cancel = self.button("Avbryt")
        self.take.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        for row in self._rows:
            self.add_row(row.words)
            item = self.list.item(self.list.count() - 1)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if row.marked else Qt.CheckState.Unchecked)
        self.list.itemChanged.connect(self._count)
        self._count()
        self.list.setCurrentRow(0)

    @property
    def result_report(self) -> Report:
        """Return the report with what is marked."""
        marked = [row.what for number, row in enumerate(self._rows) if self._is_marked(number)]
        places = [what for what in marked if isinstance(what, Place)]
        comments = [what for what in marked if isinstance(what, ReviewComment)]
        loose = [what for what in marked if isinstance(what, Loose)]
        return put_together(self._mine, self._fetched, places, comments, loose)

    def show_row(self, row: int) -> None:
        """Show what has changed on a line of the list."""
        if 0 <= row < len(self._rows):
            self.heading.setText(self._rows[row].heading)
            self._rows[row].show()

    def _changes(self) -> list[_Row]:
        made = []
        for change in self._fetched.changes:
            place = change.place
            both = is_conflict(self._fetched, self._mine, place)
            is_gone, is_new = place in self._fetched.back.gone, not exists(self._fetched.base, place)
            holder = self._fetched.base if is_gone else self._fetched.back.report
            told = [_NOT_THERE] * is_gone + ["Ny i Word"] * is_new + ["Ändrad av er båda"] * both
            heading = _BOTH if both else _GONE if is_gone else "Så här står det i Word:" if is_new else _CHANGED
            by = signed(self._fetched.back, place, dt.datetime.now().astimezone())
            words = "\n".join(filter(None, (called(holder, place), by, *told)))
            made.append(_Row(words, not (both or is_gone), place, heading, self._shows_change(place)))
        return made

    def _comments(self) -> list[_Row]:
        return [self._of_comment(comment) for comment in new_comments(self._fetched, self._mine)]

    def _of_comment(self, comment: ReviewComment) -> _Row:
        """Return the line of a comment, or of what is new in a thread that the report has."""
        where = called(self._fetched.base, comment.place).splitlines()[0]
        is_known = any(one.id == comment.id for one in self._mine.comments)
        news: tuple[ReviewComment | Reply, ...] = comment.replies if is_known else (comment, *comment.replies)
        said = "\n\n".join(f"{one.author or 'Okänd'}: {one.text}" for one in news)
        settled = "Kommentaren är markerad som klar i Word." if comment.resolved else ""
        if not is_known:
            title, heading = "Kommentar av", "Kommentaren läggs på samma ställe i rapporten:"
        elif news:
            title, heading = "Svar av", f"Svaret läggs under kommentaren ”{short(comment.text)}”:"
        else:
            title, heading = "Klarmarkerad: kommentar av", f"Kommentaren ”{short(comment.text)}” blir klar här också:"
        author = (news[0] if news else comment).author or "okänd"
        words = "\n\n".join(filter(None, (said, settled)))
        return _Row(f"{title} {author}\n{where}", True, comment, heading, self._says(words))

    def _loose(self) -> list[_Row]:
        heading = "Texten hör inte till något fält. Den läggs som en kommentar, så att du kan klistra in den där den hör hemma:"
        return [
            _Row("Text utan fält\n" + short(one.words), True, one, heading, self._says(one.words))
            for one in self._fetched.back.loose
        ]

    def _shows_change(self, place: Place) -> Callable[[], None]:
        before = self._fetched.base
        if is_conflict(self._fetched, self._mine, place) and exists(self._mine, place) and exists(before, place):
            before = with_value(before, place, value_at(self._mine, place))
        after = taken_in(before, self._fetched, place)
        return lambda: self._compare(before, after)

    def _compare(self, before: Report, after: Report) -> None:
        self.comparison.compare(before, after)

    def _says(self, words: str) -> Callable[[], None]:
        return lambda: self.comparison.say(words)

    def _is_marked(self, number: int) -> bool:
        return self.list.item(number).checkState() is Qt.CheckState.Checked

    def _count(self) -> None:
        marked = sum(self._is_marked(number) for number in range(len(self._rows)))
        self.take.setEnabled(marked > 0)
        self.take.setToolTip(f"Hämta {count(marked, 'ändring', 'ändringar')} av {len(self._rows)}")
