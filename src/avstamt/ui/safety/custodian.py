"""Takes care of the files of all open documents: their locks, their rescue copies, and what is left at the end."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject

from avstamt.storage.file import FileChanged, Saved, save
from avstamt.storage.refused import FileRefused
from avstamt.ui.document import Document
from avstamt.ui.safety.custody import Custody
from avstamt.ui.safety.keeper import RescueKeeper
from avstamt.ui.settings import Settings


class HeldElsewhere(FileRefused):
    """A file cannot be saved because someone else has it open; the message is the sentence given."""

    def __init__(self, why: str, path: Path) -> None:
        super().__init__(why, "", verb="spara", path=path)
        self.args = (why,)


class Custodian(QObject):
    """The custody of every open document, and the rescue copies of those that are not saved."""

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._custodies: dict[Document, Custody] = {}
        self.keeper = RescueKeeper(self.documents, parent=self)
        self.keeper.timer.timeout.connect(self._say_here)

    def documents(self) -> list[Document]:
        """Return the documents in custody."""
        return list(self._custodies)

    def of(self, document: Document) -> Custody:
        """Return the custody of a document."""
        return self._custodies[document]

    def take(self, document: Document) -> None:
        """Begin to watch over a document."""
        self._custodies[document] = Custody(document, self._settings)
        self.keeper.follow(document)

    def save(self, document: Document, path: Path) -> Saved:
        """Save a document to a file that nobody else has open or has changed; raises FileRefused."""
        custody = self._custodies[document]
        if why := custody.may_move_to(path):
            raise HeldElsewhere(why, path)
        expected = document.stored.mark if document.stored is not None and document.path == path else None
        try:
            saved = save(document.report, path, expected=expected)
        except FileChanged:
            custody.look()
            raise
        document.mark_saved(path, saved.mark)
        return saved

    def release(self, document: Document) -> None:
        """Let a document go; what was never saved of it is kept among the older versions."""
        self.keeper.forget(document)
        self._custodies.pop(document).release()

    def leave(self) -> None:
        """Let go of every file: the program is about to end."""
        for document in self.documents():
            self.release(document)
        self.keeper.end()

    def _say_here(self) -> None:
        for custody in self._custodies.values():
            if custody.lock is not None:
                custody.lock.say_here()
