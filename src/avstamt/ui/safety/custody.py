"""Watches over the file of one document: who has it open, and whether somebody else has changed it."""

from __future__ import annotations

from enum import Enum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from avstamt.storage.file import Found, find, mark_of
from avstamt.ui.document import Document, Stored
from avstamt.ui.jobs import Job
from avstamt.ui.safety.lock import FileLock, Holder
from avstamt.ui.settings import Settings

LOOK_MS = 2_000
"""How often a file is looked at. Qt's watcher is not told of what other computers do on a shared disk; this is."""

Looks = tuple[int, int, int]
"""By what one sees that a file may be another: its number, when it was changed (ns), how long it is."""


class Trouble(Enum):
    """What is the matter with a document's file."""

    NONE = "inget"
    HELD = "öppen hos någon annan"
    FREED = "inte längre öppen hos någon annan"
    CHANGED = "ändrad av någon annan"


class Custody(QObject):
    """The file of one document. `changed` tells that `trouble` is another."""

    changed = Signal()

    def __init__(self, document: Document, settings: Settings) -> None:
        super().__init__(document)
        self.document = document
        self._settings = settings
        self.trouble = Trouble.NONE
        self.theirs: Found | None = None
        self.holder = Holder()
        self.lock: FileLock | None = None
        self._looks: Looks | None = None
        self._is_looking = False
        self._looks_again = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        document.state_changed.connect(self._follow)
        self._follow()

    def may_move_to(self, path: Path) -> str:
        """Take the lock of a file that the document is about to be saved to; return why not where someone has it."""
        if self.lock is not None and self.lock.path == path:
            return self.document.read_only
        lock = FileLock(path)
        if (holder := lock.take(self._settings.author)) is not None:
            return f"Filen ’{path.name}’ är öppen {holder.words}. Spara under ett annat namn."
        self._change_lock(lock)
        return ""

    def look(self) -> None:
        """Look at the file: has its holder let go, has its content changed."""
        path, stored = self.document.path, self.document.stored
        if path is None or stored is None:
            return
        if self._is_looking:
            self._looks_again = True  # the look under way may have seen the file before what is asked about
            return
        if self.trouble is Trouble.HELD and self.lock is not None and self.lock.is_free():
            self._tell(Trouble.FREED)
        self._is_looking = True
        job = Job(partial(_seen, path, stored.mark, self._looks), self)
        job.done.connect(self._take_seen)
        job.ended.connect(self._end_look)
        job.start()

    def edit_now(self) -> None:
        """Begin to edit a report that was opened for reading: its holder has let go or is lost."""
        if self.lock is None:
            return
        take = self.lock.force if self.lock.is_left() else self.lock.take
        if (holder := take(self._settings.author)) is not None:
            self._hold(holder)
            return
        if self.theirs is not None:
            self.read_theirs()
        self.document.read_only = ""
        self._tell(Trouble.NONE)

    def read_theirs(self) -> None:
        """Show what the file holds now."""
        if self.theirs is not None:
            found, self.theirs = self.theirs, None
            self.document.reload(Stored(found.report, found.mark))
        if self.trouble is Trouble.CHANGED:
            self._tell(Trouble.NONE)

    def accept_theirs(self) -> None:
        """Take note that the user knows what the file holds: the next save may replace it, after a backup."""
        if self.theirs is not None:
            self.document.stored = Stored(self.theirs.report, self.theirs.mark)
            self.theirs = None
        if self.trouble is Trouble.CHANGED:
            self._tell(Trouble.NONE)

    def release(self) -> None:
        """Let the file go."""
        self._timer.stop()
        if self.lock is not None:
            self.lock.release()

    def _follow(self) -> None:
        """Take the lock of the document's file when it has got one, or another."""
        path = self.document.path
        if path is None or (self.lock is not None and self.lock.path == path):
            return
        lock = FileLock(path)
        holder = lock.take(self._settings.author)
        self._change_lock(lock)
        if holder is not None:
            self._hold(holder)
        self._timer.start()
        self.look()  # the file may have been changed between the reading and the lock

    def _hold(self, holder: Holder) -> None:
        self.holder = holder
        self.document.read_only = (
            f"Filen är öppen {holder.words}. Du kan läsa den, eller spara en kopia och skriva i den."
        )
        self._tell(Trouble.HELD)

    def _change_lock(self, lock: FileLock) -> None:
        if self.lock is not None:
            self.lock.release()
        self.lock = lock
        self.document.read_only = ""
        self.theirs = None
        self._tell(Trouble.NONE)

    def _end_look(self) -> None:
        self._is_looking = False
        if self._looks_again:
            self._looks_again = False
            self.look()

    def _take_seen(self, seen: tuple[Looks, Found | None]) -> None:
        self._looks, found = seen
        stored = self.document.stored
        if stored is None or found is None or found.mark == stored.mark:
            return
        self.theirs = found
        if self.document.read_only:
            self.read_theirs()
        else:
            self._tell(Trouble.CHANGED)

    def _tell(self, trouble: Trouble) -> None:
        self.trouble = trouble
        self.changed.emit()


def _seen(path: Path, known: str, before: Looks | None) -> tuple[Looks, Found | None] | None:
    """Return how a file looks, and its content where that is not the known one; None where nothing can be seen."""
    try:
        status = path.stat()
    except OSError:
        return None
    looks = (status.st_ino, status.st_mtime_ns, status.st_size)
    if looks == before or mark_of(path) in (known, ""):
        return looks, None
    return looks, find(path)
