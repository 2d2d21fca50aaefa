"""Who has a file open: a lock file beside it, with a note that says whose it is and since when."""

from __future__ import annotations

import datetime as dt
import os
import socket
import time
from contextlib import suppress
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError
from PySide6.QtCore import QLockFile

LEFT_MINUTES = 15
"""A holder says every minute that it is there; one that has not for this long may have lost its power or its net."""


class Holder(BaseModel):
    """Who has a file open, on which computer and since when; the name and the time may be unknown."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    computer: str = ""
    since: dt.datetime | None = None
    is_this_program: bool = False

    @property
    def words(self) -> str:
        """Return the holder as in a sentence: "hos Anna på datorn SDF-4411 sedan 13.05"."""
        if self.is_this_program:
            return "redan i det här programmet"
        who = f"hos {self.name}" if self.name else "hos en kollega"
        where = f" på datorn {self.computer}" if self.computer else ""
        return f"{who}{where}{_since(self.since)}"


class FileLock:
    """The lock of one file. A lock left by a program that is gone is taken over; a folder that takes no file has none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = QLockFile(str(path.with_name(f".~{path.name}.lock")))
        self._lock.setStaleLockTime(0)  # a report may be open all day: only a dead program's lock is stale
        self._note = path.with_name(f".~{path.name}.note")

    @property
    def is_mine(self) -> bool:
        """Tell whether this object holds the lock."""
        return self._lock.isLocked()

    def take(self, name: str) -> Holder | None:
        """Take the lock and sign it; return who has it where someone else does."""
        if self.is_mine or self._lock.tryLock(0):
            self._sign(name)
            return None
        if self._lock.error() is not QLockFile.LockError.LockFailedError:
            return None  # no file can be put there, so none can be saved there either: the saving will tell
        return self.holder()

    def holder(self) -> Holder:
        """Return who has the file open."""
        pid, computer, _program = self._lock.getLockInfo()
        try:
            note = Holder.model_validate_json(self._note.read_bytes())
        except (OSError, ValidationError):
            note = Holder(computer=computer)
        is_own = pid == os.getpid() and computer == socket.gethostname()
        return note.model_copy(update={"is_this_program": is_own})

    def is_free(self) -> bool:
        """Tell whether nobody has the file open any more."""
        if self.is_mine or not self._lock.tryLock(0):
            return False
        self._lock.unlock()
        return True

    def is_left(self) -> bool:
        """Tell whether the holder has given no sign of life for long."""
        try:
            seen = self._note.stat().st_mtime
        except OSError:
            return False
        return time.time() - seen > LEFT_MINUTES * 60

    def say_here(self) -> None:
        """Give a sign of life."""
        if self.is_mine:
            with suppress(OSError):
                os.utime(self._note)

    def force(self, name: str) -> Holder | None:
        """Take the lock from a holder that is lost; return who has it where that cannot be done."""
        for left in (self._note, Path(self._lock.fileName())):
            with suppress(OSError):
                left.unlink(missing_ok=True)
        return self.take(name)

    def release(self) -> None:
        """Let the file go."""
        if self.is_mine:
            with suppress(OSError):
                self._note.unlink(missing_ok=True)
            self._lock.unlock()

    def _sign(self, name: str) -> None:
        now = dt.datetime.now().astimezone()
        note = Holder(name=name or login_name(), computer=socket.gethostname(), since=now)
        with suppress(OSError):
            self._note.write_text(note.model_dump_json(), encoding="utf-8")


def login_name() -> str:
    """Return the name that the user is logged in with, empty where it is not known."""
    return os.environ.get("USERNAME") or os.environ.get("USER") or ""


def _since(when: dt.datetime | None) -> str:
    if when is None:
        return ""
    local, now = when.astimezone(), dt.datetime.now().astimezone()
    clock = f"{local.hour}.{local.minute:02}"
    if local.date() == now.date():
        return f" sedan {clock}"
    return f" sedan den {local.day}/{local.month} {clock}"
