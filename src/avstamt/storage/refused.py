"""The one exception of this room: a file that could not be read or saved, said so that a user can act on it."""

from __future__ import annotations

from pathlib import Path


class FileRefused(Exception):
    """A file could not be read or saved; the message says in Swedish which, what is wrong where, and what to do.

    `what` is the fault alone ("rad 212 är avbruten"), `advice` what to do about it. `path` is None as long as only
    the content is known. `backup` is the newest backup that can be opened instead, where there is one.
    """

    def __init__(
        self, what: str, advice: str, *, verb: str = "läsa", path: Path | None = None, backup: Path | None = None
    ) -> None:
        self.what = what
        self.advice = advice
        self.verb = verb
        self.path = path
        self.backup = backup
        name = f"Filen ’{path.name}’" if path is not None else "Filen"
        untouched = " Originalet är orört." if path is not None else ""
        super().__init__(f"{name} gick inte att {verb}: {what}.{untouched} {advice}".rstrip())
