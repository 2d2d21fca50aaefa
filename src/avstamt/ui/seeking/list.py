"""The list of what was found."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from avstamt.domain.searching import Match
from avstamt.ui.look import Look
from avstamt.ui.seeking.delegate import MatchDelegate
from avstamt.ui.seeking.model import MatchesModel


class MatchesList(QListView):
    """Shows matches under the parts they stand in; one of them is chosen."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.found = MatchesModel(self)
        self.setModel(self.found)
        self.setItemDelegate(MatchDelegate(look, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Träffar")
        look.changed.connect(self.doItemsLayout)

    @property
    def chosen(self) -> Match | None:
        """Return the chosen match."""
        return self.found.match_at(self.currentIndex())

    @property
    def number(self) -> int:
        """Return which of the matches is chosen, -1 where none is."""
        return self.found.number_of(self.currentIndex())

    def choose(self, at: int) -> bool:
        """Choose the match with this number; tell whether there is one."""
        index = self.found.index_of(at)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.scrollTo(index)
        return index.isValid()
