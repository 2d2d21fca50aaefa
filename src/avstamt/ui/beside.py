"""The pane beside the page: the preview or a second place, one at a time, folded away when none is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from avstamt.domain.place import Place
from avstamt.ui.desk import Desk
from avstamt.ui.document import Document
from avstamt.ui.second.panel import SecondPane
from avstamt.ui.seeking.panel import SearchPanel
from avstamt.ui.whereabouts import Whereabouts

if TYPE_CHECKING:
    from avstamt.ui.preview.panel import PreviewPanel

_LEAST = 360
_SHARE = 0.42
_HALF = 0.5
_ROOM_FOR_FINDINGS = 1560
_ROOM_FOR_OUTLINE = 1200
_ROOM_FOR_TWO_AND_OUTLINE = 1560
"""In a narrower window these panes give way to what is shown beside the page, and come back after it."""


class Companion(Enum):
    """What can be shown beside the page."""

    PREVIEW = "preview"
    SEARCH = "search"
    SECOND = "second"


class Beside(QStackedWidget):
    """Holds what is shown beside the page. `go_to` carries a place pointed at there, `left` the place to go back to."""

    go_to = Signal(Place)
    left = Signal(Place)
    changed = Signal()
    blocked = Signal(str)

    def __init__(self, desk: Desk, whereabouts: Whereabouts, panes: tuple[QWidget, QWidget], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._whereabouts = whereabouts
        self._outline, self._findings = panes
        self._gave_way: list[QWidget] = []
        self._widths: list[int] = []
        self._preview: PreviewPanel | None = None
        self._search: SearchPanel | None = None
        self._second: SecondPane | None = None
        self._under: Companion | None = None
        self.documents: Sequence[Document] = (desk.document,)
        self.setMinimumWidth(_LEAST)
        self.hide()

    @property
    def preview(self) -> PreviewPanel:
        """Return the preview, made when it is first asked for."""
        from avstamt.ui.preview.panel import PreviewPanel  # with what starts its process: not before it is wanted

        if self._preview is None:
            self._preview = PreviewPanel(self._desk, self)
            self._preview.follow(self._whereabouts.place)
            self._whereabouts.moved.connect(self._preview.follow)
            self._take_in(self._preview)
        return self._preview

    @property
    def search(self) -> SearchPanel:
        """Return the pane for find and replace, made when it is first asked for."""
        if self._search is None:
            self._search = SearchPanel(self._desk, self._whereabouts, self)
            self._take_in(self._search)
        return self._search

    @property
    def second(self) -> SecondPane:
        """Return the pane for a second place, made when it is first asked for."""
        if self._second is None:
            self._second = SecondPane(self._desk, self._whereabouts, self.documents, self)
            self._second.blocked.connect(self.blocked)
            self._take_in(self._second)
        return self._second

    @property
    def shown(self) -> Companion | None:
        """Return what is shown beside the page."""
        if self.isHidden():
            return None
        if self.currentWidget() is self._search:
            return Companion.SEARCH
        return Companion.SECOND if self.currentWidget() is self._second else Companion.PREVIEW

    @property
    def first(self) -> QWidget:
        """Return where the focus goes when one comes here."""
        return self._pane(self.shown or Companion.PREVIEW).first

    def show_companion(self, companion: Companion) -> None:
        """Show something beside the page; a search lies over the preview, which comes back after it."""
        if self.shown is not companion:
            self._under = self.shown if companion is Companion.SEARCH else None
        self.setCurrentWidget(self._pane(companion))
        if self.isHidden():
            self._make_room(companion)
            self.show()
            self._take_share(companion)
        if companion is Companion.SECOND:
            self.second.begin()
            if self._preview is not None:
                self._preview.end()
        self._remember()

    def close_shown(self) -> None:
        """Close what is shown: what lay under it comes back, else the pane is folded away."""
        under, self._under = self._under, None
        place = self._whereabouts.place  # where one is told to be moves on when what has the focus is hidden
        if under is None:
            self.fold_away()
        else:
            self.show_companion(under)
        self.left.emit(place)

    def fold_away(self) -> None:
        """Leave the room to the page, and to the findings where they gave way."""
        self.hide()
        if self._preview is not None:
            self._preview.end()
        for pane in self._gave_way:
            pane.show()
        if self._gave_way and (splitter := self._splitter()) is not None:
            splitter.setSizes(self._widths)
        self._gave_way = []
        self._remember()

    def _pane(self, companion: Companion) -> PreviewPanel | SearchPanel | SecondPane:
        if companion is Companion.SEARCH:
            return self.search
        return self.second if companion is Companion.SECOND else self.preview

    def _take_in(self, pane: PreviewPanel | SearchPanel | SecondPane) -> None:
        pane.go_to.connect(self.go_to)
        pane.close_wanted.connect(self.close_shown)
        self.addWidget(pane)

    def _remember(self) -> None:
        self._desk.look.settings.preview = Companion.PREVIEW in (self.shown, self._under)
        self.changed.emit()

    def _make_room(self, companion: Companion) -> None:
        outline = _ROOM_FOR_TWO_AND_OUTLINE if companion is Companion.SECOND else _ROOM_FOR_OUTLINE
        needs = {self._outline: outline, self._findings: _ROOM_FOR_FINDINGS}
        self._widths = splitter.sizes() if (splitter := self._splitter()) is not None else []
        self._gave_way = [pane for pane, room in needs.items() if self.window().width() < room and not pane.isHidden()]
        for pane in self._gave_way:
            pane.hide()

    def _splitter(self) -> QSplitter | None:
        parent = self.parentWidget()
        return parent if isinstance(parent, QSplitter) else None

    def _take_share(self, companion: Companion) -> None:
        if (splitter := self._splitter()) is not None:
            at = splitter.indexOf(self)
            sizes = splitter.sizes()
            panes = [splitter.widget(pane) for pane in range(splitter.count())]
            shown = [size for pane, size in zip(panes, sizes, strict=True) if pane is not None and not pane.isHidden()]
            room = splitter.width() - sum(shown) + sizes[at - 1] + sizes[at]
            sizes[at] = max(round(room * (_HALF if companion is Companion.SECOND else _SHARE)), _LEAST)
            sizes[at - 1] = room - sizes[at]
            splitter.setSizes(sizes)
