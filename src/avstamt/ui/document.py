"""The open report: what it is now, how it is changed, and whether it is saved."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from avstamt.domain.following import with_comments_following
from avstamt.domain.place import ROOT, Place, with_value
from avstamt.domain.report import Report
from avstamt.ui.following import Places, followed

_PAUSE = 3.0
"""Seconds without a keystroke after which typing in the same place begins a new step to undo."""

_STEP = 1
_STEPS_KEPT = 2500
"""More steps than anyone takes back, few enough that a long day's work keeps its size in memory."""


@dataclass(frozen=True)
class Stored:
    """What a document's file held when it was last read or saved: the report, and the mark of the content."""

    report: Report
    mark: str


class Document(QObject):
    """A report that is being edited. Every change replaces the whole report and can be undone.

    `changed` carries the place that covers what became different; `stepped` the same place when an undo or redo did
    it, so that the window can go there; `state_changed` tells that the path or the saved state is another, or whether
    it may be edited; `refused` carries why a change was not made; `struck` that a key was pressed in a text, before
    anything has come of it. `stored` is what its file held when last seen,
    `source` the file of another kind that it was read from.
    """

    changed = Signal(Place)
    stepped = Signal(Place)
    state_changed = Signal()
    refused = Signal(str)
    struck = Signal()

    def __init__(
        self,
        report: Report,
        *,
        path: Path | None = None,
        saved: bool = True,
        stored: Stored | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._report = report
        self._path = path
        self._read_only = ""
        self.stored = stored
        self.source: Path | None = None
        self._is_pausing = False
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(_STEPS_KEPT)
        if not saved:
            self.undo_stack.resetClean()
        self.undo_stack.cleanChanged.connect(self._tell_state)

    @property
    def report(self) -> Report:
        """Return the report as it is now."""
        return self._report

    @property
    def path(self) -> Path | None:
        """Return the file it was read from or saved to last, or None."""
        return self._path

    @property
    def read_only(self) -> str:
        """Return why the report may only be read, as a sentence; empty where it may be edited."""
        return self._read_only

    @read_only.setter
    def read_only(self, why: str) -> None:
        if why != self._read_only:
            self._read_only = why
            self.state_changed.emit()

    @property
    def is_modified(self) -> bool:
        """Tell whether there is something that no file holds yet."""
        return not self.undo_stack.isClean()

    @property
    def name(self) -> str:
        """Return what the report is called in the window: kind, year and organisation."""
        report = self._report
        organisation = report.organisation or report.committee
        return f"{report.kind.label} {report.year}" + (f" – {organisation}" if organisation else "")

    def set_value(self, place: Place, value: Any, title: str, *, typing: bool = False) -> None:
        """Put `value` at `place` as one step called `title` ("ändring av Analys"); nothing happens where it stands there already."""
        self.change(place, lambda report: with_value(report, place, value), title, typing=typing)

    def change(self, place: Place, change: Callable[[Report], Report], title: str, *, typing: bool = False) -> None:
        """Take one step: replace the report by `change` of it; `place` covers everything that `change` touches.

        Figures in texts that are linked to what changes follow in the same step, and so do comments on what is written.
        """
        if self._read_only:
            self.refused.emit(self._read_only)
            return
        after = change(self._report)
        if after != self._report:
            after, texts = followed(after, place.whole)
            after = with_comments_following(self._report, after)
            typing = typing and not self._is_pausing
            self._is_pausing = False
            self.undo_stack.push(_Step(self, self._report, after, (place.whole, *texts), title, typing=typing))

    def pause(self) -> None:
        """Let the next change be a step of its own, even where it is typing."""
        self._is_pausing = True

    def mark_saved(self, path: Path, mark: str = "") -> None:
        """Take note that the report as it is now stands in the file at `path`, whose content has this mark."""
        self._path = path
        self.stored = Stored(self._report, mark)
        self.undo_stack.setClean()
        self.state_changed.emit()

    def reload(self, stored: Stored) -> None:
        """Show what the file holds now, with nothing to undo."""
        self.stored = stored
        self._report = stored.report
        self.undo_stack.clear()
        self.changed.emit(ROOT)
        self.state_changed.emit()

    def show(self, report: Report, places: Places) -> None:
        """Replace the present report without a step; only steps call this."""
        self._report = report
        for place in places:
            self.changed.emit(place)

    def _tell_state(self, _clean: bool) -> None:
        self.state_changed.emit()


class _Step(QUndoCommand):
    """A step between two reports; further typing in the same place goes into the same step.

    `places` are the place that was edited and those of texts whose linked figures followed.
    """

    def __init__(
        self, document: Document, before: Report, after: Report, places: Places, title: str, *, typing: bool
    ) -> None:
        super().__init__(title)
        self._document = document
        self._before = before
        self.after = after
        self.places = places
        self.typed_at = time.monotonic() if typing else None
        self._is_first = True

    def redo(self) -> None:
        """Show the report after the step."""
        self._document.show(self.after, self.places)
        if not self._is_first:
            self._document.stepped.emit(self.places[0])
        self._is_first = False

    def undo(self) -> None:
        """Show the report before the step."""
        self._document.show(self._before, self.places)
        self._document.stepped.emit(self.places[0])

    def id(self) -> int:
        """Return the mark by which Qt tries to merge steps: all of them may."""
        return _STEP

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take the next keystroke in, where both are typing in one place without a pause."""
        step = cast("_Step", other)
        if self.typed_at is None or step.typed_at is None or step.places[0] != self.places[0]:
            return False
        if step.typed_at - self.typed_at > _PAUSE:
            return False
        self.after = step.after
        self.places = tuple(dict.fromkeys((*self.places, *step.places)))
        self.typed_at = step.typed_at
        self.setObsolete(self.after == self._before)
        return True
