"""The list of reports that can be shown beside: this one, the other open ones, and those read from files."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from avstamt.ui.chooser import Chooser
from avstamt.ui.document import Document
from avstamt.ui.look import Look

_OWN = "Den här rapporten"


class Sources(Chooser):
    """Lets one of the reports be chosen. `changed` tells that another one is."""

    changed = Signal()

    def __init__(self, look: Look, own: Document, others: Sequence[Document], parent: QWidget) -> None:
        super().__init__(look, parent)
        self._own = own
        self._others = others
        self._read: list[Document] = []
        self._offered = [own]
        self.document = own
        """The report that is chosen."""
        self.setAccessibleName("Rapport som visas bredvid")
        self.setSizeAdjustPolicy(self.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._choose)

    @property
    def is_alone(self) -> bool:
        """Tell whether there is no other report to choose."""
        return len(self._offered) == 1

    @property
    def is_read_in(self) -> bool:
        """Tell whether the chosen report was read from a file and is not open itself."""
        return self.document in self._read

    def offer(self) -> None:
        """Offer the reports that there are now; the chosen one stays chosen as long as it is there."""
        self._offered = [self._own, *(one for one in (*self._others, *self._read) if one is not self._own)]
        self.clear()
        self.addItems([_OWN, *(one.name for one in self._offered[1:])])
        if self.document not in self._offered:
            self.document = self._own
        self.setCurrentIndex(self._offered.index(self.document))

    def take(self, document: Document) -> None:
        """Choose a report that was read from a file, in the place of the same file read before."""
        self._read = [one for one in self._read if one.path != document.path]
        self._read.append(document)
        self.document = document
        self.offer()
        self.changed.emit()

    def _choose(self, at: int) -> None:
        self.document = self._offered[at]
        self.changed.emit()
