"""The pane beside the page: the preview or a second place, one at a time, folded away when none is asked for."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.whereabouts import Whereabouts

if TYPE_CHECKING:
    from avstamt.ui.preview.panel import PreviewPanel

_LEAST = 360
_SHARE = 0.42
_ROOM_FOR_FINDINGS = 1560
_ROOM_FOR_OUTLINE = 1200
"""In a narrower window these panes give way to what is shown beside the page, and come back after it."""


class Companion(Enum):
    """What can be shown beside the page."""

    PREVIEW = "preview"


class Beside(QStackedWidget):
    """Holds what is shown beside the page. `go_to` carries a place that is pointed at there."""

    go_to = Signal(Place)
    changed = Signal()

    def __init__(self, desk: Desk, whereabouts: Whereabouts, panes: tuple[QWidget, QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._whereabouts = whereabouts
        self._outline, self._findings = panes
        self._gave_way: list[QWidget] = []
        self._preview: PreviewPanel | None = None
        self.setMinimumWidth(_LEAST)
        self.hide()

    @property
    def preview(self) -> PreviewPanel:
        """Return the preview, made when it is first asked for."""
        from avstamt.ui.preview.panel import PreviewPanel  # with what starts its process: not before it is wanted

        if self._preview is None:
            self._preview = PreviewPanel(self._desk, self)
            self._preview.go_to.connect(self.go_to)
            self._preview.close_wanted.connect(self.fold_away)
            self._preview.follow(self._whereabouts.place)
            self._whereabouts.moved.connect(self._preview.follow)
            self.addWidget(self._preview)
        return self._preview

    @property
    def shown(self) -> Companion | None:
        """Return what is shown beside the page."""
        if self.isHidden():
            return None
        return Companion.PREVIEW

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here."""
        return self.preview.paper

    def show_companion(self, _companion: Companion) -> None:
        """Show something beside the page."""
        self.setCurrentWidget(self.preview)
        if self.isHidden():
            self._make_room()
            self.show()
            self._take_share()
        self._remember()

    def fold_away(self) -> None:
        """Leave the room to the page, and to the findings where they gave way."""
        self.hide()
        if self._preview is not None:
            self._preview.end()
        for pane in self._gave_way:
            pane.show()
        self._gave_way = []
        self._remember()

    def _remember(self) -> None:
        self._desk.look.settings.preview = self.shown is Companion.PREVIEW
        self.changed.emit()

    def _make_room(self) -> None:
        needs = {self._outline: _ROOM_FOR_OUTLINE, self._findings: _ROOM_FOR_FINDINGS}
        self._gave_way = [pane for pane, room in needs.items() if self.window().width() < room and not pane.isHidden()]
        for pane in self._gave_way:
            pane.hide()

    def _take_share(self) -> None:
        splitter = self.parentWidget()
        if isinstance(splitter, QSplitter):
            at = splitter.indexOf(self)
            sides = (self._outline, self._findings)
            room = splitter.width() - sum(pane.width() for pane in sides if not pane.isHidden())
            sizes = splitter.sizes()
            sizes[at] = max(round(room * _SHARE), _LEAST)
            sizes[at - 1] = room - sizes[at]
            splitter.setSizes(sizes)
