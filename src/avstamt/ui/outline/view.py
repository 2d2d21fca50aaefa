"""The outline's view: it keeps what is open and chosen when the tree changes."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from avstamt.domain.place import ROOT, Place
from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look
from avstamt.ui.outline.entries import Entry
from avstamt.ui.outline.lines import LineDelegate
from avstamt.ui.outline.model import AnyIndex, OutlineModel

_INDENT = 14
_ARROW = 12
_ARROW_TOP = 9


class OutlineView(QTreeView):
    """Shows the parts of a report. `chosen` carries the place of the part that the user goes to."""

    chosen = Signal(Place)

    def __init__(self, model: OutlineModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._outline = model
        self._closed: set[Place] = set()
        self._place = ROOT
        self._near: list[Place] = []
        self._shown: set[Place] | None = None
        self._look = look
        self.setModel(model)
        self.setItemDelegate(LineDelegate(look, self._room_for, self))
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Rapportens delar")
        self.collapsed.connect(self._close)
        self.expanded.connect(self._open)
        self.expandAll()
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._tell)
        look.changed.connect(self.doItemsLayout)

    @property
    def place(self) -> Place:
        """Return the place of the chosen part."""
        return self._place

    def choose(self, place: Place) -> None:
        """Choose the part that `place` lies in."""
        index = self._outline.index_of(place)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def show_only(self, places: set[Place] | None) -> None:
        """Show these parts and those they lie in, or all (None), as they were opened and closed before."""
        if places == self._shown:
            return
        self._shown = places
        for entry in self._outline.entry(QModelIndex()).below:
            self._sift(entry, places)
        self._show_closed(set(self._closed) if places is None else set())
        self.scrollTo(self.currentIndex())

    def step(self, by: int) -> None:
        """Choose the part `by` lines further on."""
        places = [place for place in self._outline.places() if self._shown is None or place in self._shown]
        at = places.index(self._place) + by if self._place in places else 0
        self.choose(places[min(max(at, 0), len(places) - 1)])

    def drawBranches(self, painter: QPainter, rect: QRect, index: AnyIndex) -> None:
        """Draw a small arrow before a line that has others below it."""
        if not self._outline.entry(index).below:
            return
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        theme = self._look.theme
        drawing = pixmap(name, _ARROW, self.devicePixelRatioF(), theme.quiet, theme.panel)
        top = rect.top() + _ARROW_TOP
        painter.drawPixmap(rect.right() - _ARROW - 1, top, drawing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the titles anew where the pane has another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _room_for(self, entry: Entry) -> int:
        """Return how wide the line of an entry is."""
        depth = 1
        while (entry.above is not None) and entry.above.above is not None:
            entry, depth = entry.above, depth + 1
        return self.viewport().width() - depth * _INDENT

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            place = self._outline.entry(current).place
            if place != self._place or not place.path:
                self._place = place
                self.chosen.emit(place)

    def _close(self, index: QModelIndex) -> None:
        self._closed.add(self._outline.entry(index).place)

    def _open(self, index: QModelIndex) -> None:
        self._closed.discard(self._outline.entry(index).place)

    def _remember(self) -> None:
        self._near = near(self._outline.entry(self._outline.index_of(self._place)))

    def _sift(self, entry: Entry, places: set[Place] | None) -> bool:
        """Show or hide a line and those below it, and tell whether any is shown."""
        below = [self._sift(child, places) for child in entry.below]
        is_shown = places is None or entry.place in places or any(below)
        index = self._outline.index_of(entry.place)
        self.setRowHidden(index.row(), index.parent(), not is_shown)
        return is_shown

    def _show_closed(self, places: set[Place]) -> None:
        """Close these parts and open all others, without forgetting which ones the user has closed."""
        closed = set(self._closed)
        self.expandAll()
        for place in places:
            if self._outline.has(place):
                self.collapse(self._outline.index_of(place))
        self._closed = closed

    def _restore(self) -> None:
        self._shown = None  # Qt shows all lines of a new tree
        self._show_closed(set(self._closed))
        nearest = next((place for place in (self._place, *self._near) if self._outline.has(place)), ROOT)
        self.choose(nearest)


def near(entry: Entry) -> list[Place]:
    """Return the places to go to when an entry is gone: the next beside it, the one before, then those above."""
    found: list[Place] = []
    if entry.above is not None:
        siblings = entry.above.below
        found += [sibling.place for sibling in (*siblings[entry.row + 1 :], *reversed(siblings[: entry.row]))]
    above = entry.above
    while above is not None:
        found.append(above.place)
        above = above.above
    return found
