"""The places the user has been to, so that she can go back and forward among them."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from avstamt.domain.place import Place, exists
from avstamt.domain.report import Report
from avstamt.ui.document import Document
from avstamt.ui.forms.page_area import part_of

_LONGEST = 100


class Trail(QObject):
    """Keeps one place for each visit to a part: the last field that was worked in there. Parts that are gone are passed over."""

    changed = Signal()

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._places: list[Place] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        """Tell whether there is a place before this one."""
        return self._next(-1) is not None

    @property
    def can_go_forward(self) -> bool:
        """Tell whether there is a place that was left by going back."""
        return self._next(1) is not None

    def visit(self, place: Place) -> None:
        """Take note of where the user has come to; what lay ahead is forgotten when that is another part."""
        report = self._document.report
        if self._places and part_of(report, place) == part_of(report, self._places[self._at]):
            self._places[self._at] = place
            return
        del self._places[self._at + 1 :]
        self._places.append(place)
        del self._places[:-_LONGEST]
        self._at = len(self._places) - 1
        self.changed.emit()

    def go(self, by: int) -> Place | None:
        """Step back (-1) or forward (1) and return the place there, None at the end."""
        at = self._next(by)
        if at is None:
            return None
        self._at = at
        self.changed.emit()
        return _still_there(self._document.report, self._places[at])

    def _next(self, by: int) -> int | None:
        report = self._document.report
        here = part_of(report, self._places[self._at]) if self._places else None
        at = self._at + by
        while 0 <= at < len(self._places):
            part = part_of(report, self._places[at])
            if exists(report, part) and part != here:
                return at
            at += by
        return None


def _still_there(report: Report, place: Place) -> Place:
    while not exists(report, place):
        place = place.parent
    return place
