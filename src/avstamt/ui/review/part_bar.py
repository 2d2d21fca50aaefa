"""The bar below the page: whether the part is done and reviewed, and how far the whole report has come."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from avstamt.domain.place import ROOT, Place
from avstamt.domain.progress import Progress, is_changed_since, mark_of, parts_of, progress
from avstamt.domain.report import Report
from avstamt.domain.review import MarkKind
from avstamt.ui.desk import Desk
from avstamt.ui.labels import Label, small
from avstamt.ui.review import deeds
from avstamt.ui.words import count

_ASKING = {MarkKind.DONE: "Klarmarkera", MarkKind.REVIEWED: "Markera som granskad"}
_TOLD = {MarkKind.DONE: "Klar", MarkKind.REVIEWED: "Granskad"}


class PartBar(QWidget):
    """Two marks of the shown part, and the count of parts."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._part = ROOT
        self._counted: Report | None = None
        self._parts: frozenset[Place] = frozenset()
        self._progress = Progress(0, 0, 0)
        self._with_review = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons = {kind: QCheckBox(words, self) for kind, words in _ASKING.items()}
        self._changed = Label(desk.look, "", small, "quiet", self)
        self._changed.setWordWrap(False)
        self.count = Label(desk.look, "", small, parent=self)
        self.count.setWordWrap(False)
        keeps = self.buttons[MarkKind.DONE].sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # else the page grows and shrinks from part to part
        self.buttons[MarkKind.DONE].setSizePolicy(keeps)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 16, 2)
        row.setSpacing(8)
        for button in self.buttons.values():
            button.clicked.connect(self._toggle)
            row.addWidget(button)
        row.addWidget(self._changed)
        row.addStretch(1)
        row.addWidget(self.count)
        desk.document.changed.connect(self.follow)
        desk.document.state_changed.connect(self.follow)

    def show_part(self, part: Place) -> None:
        """Show the marks of a part."""
        self._part = part
        self.follow()

    def show_review(self, is_shown: bool) -> None:
        """Offer to mark as reviewed, or show that mark only where it stands."""
        self._with_review = is_shown
        self.follow()

    def toggle(self, kind: MarkKind) -> bool:
        """Mark the part, or take its mark away; tell whether it is one that can be marked."""
        if self._part not in parts_of(self._desk.document.report):
            return False
        deeds.toggle_mark(self._desk, self._part, kind)
        return True

    def follow(self) -> None:
        """Show what holds now."""
        report = self._desk.document.report
        if report is not self._counted:
            self._counted, self._parts, self._progress = report, frozenset(parts_of(report)), progress(report)
        is_part = self._part in self._parts
        changed: list[str] = []
        for kind, button in self.buttons.items():
            mark = mark_of(report, self._part, kind)
            button.setChecked(mark is not None)
            button.setEnabled(not self._desk.document.read_only)
            is_wanted = kind is MarkKind.DONE or self._with_review or mark is not None
            button.setVisible(is_part and is_wanted)
            signed = "" if mark is None else ", ".join(filter(None, (mark.author, _date(mark.date))))
            button.setText(_ASKING[kind] if mark is None else f"{_TOLD[kind]}: {signed}".replace("&", "&&"))
            if mark is not None and is_changed_since(report, mark):
                changed.append(_TOLD[kind].lower())
        self._changed.setText(f"Ändrad sedan den blev {' och '.join(changed)}" if changed else "")
        self._count()

    def _count(self) -> None:
        known = self._progress
        is_told = known.reviewed or self._with_review
        reviewed = f", {count(known.reviewed, 'granskad', 'granskade')}" if is_told else ""
        self.count.setText(f"{known.done} av {known.parts} delar klara{reviewed}")

    def _toggle(self) -> None:
        for kind, button in self.buttons.items():
            if button is self.sender():
                self.toggle(kind)
        self.follow()


def _date(iso: str) -> str:
    try:
        day = dt.date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{day.day}/{day.month}"
