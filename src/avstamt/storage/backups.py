"""Keeps what a file held before it was saved over: in the user's own data folder, named after the file, dated, pruned."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from avstamt.storage.atomic import replace_content

KEPT_NEWEST = 20
KEPT_DAYS = 14
LONGEST_NAME = 40  # characters of up to four bytes, of the 255 that a name may have

_DATED = re.compile(r" (?P<when>\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d)(?: \((?P<nth>\d+)\))?\.avst$")
_FORMAT = "%Y-%m-%d %H.%M.%S"
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"
)  # fmt: skip


@dataclass(frozen=True, order=True)
class Backup:
    """One backup; `when` (on the user's clock) and `nth` within the same second order them."""

    when: dt.datetime
    nth: int
    path: Path


def data_folder() -> Path:
    """Return the program's own folder: AVSTAMT_DATA where that is set, else the one for a user's data."""
    data = os.environ.get("AVSTAMT_DATA")
    return Path(data) if data else platformdirs.user_data_path("avstamt", appauthor=False)


def default_root() -> Path:
    """Return the folder of all backups."""
    return data_folder() / "säkerhetskopior"


def folder_of(path: Path, root: Path | None = None) -> Path:
    """Return the folder of one file's backups: readable by the file's name, told apart by its whole path."""
    mark = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:10]
    return (root or default_root()) / f"{path.stem[:LONGEST_NAME]} {mark}"


def keep(path: Path, content: bytes, now: dt.datetime, root: Path | None = None) -> Path:
    """Write a backup of a file's content and remove those that are no longer kept; raises OSError.

    Content that the newest backup already holds is not written again.
    """
    folder = folder_of(path, root)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    existing = backups_of(path, root)
    if existing and existing[0].path.read_bytes() == content:
        return existing[0].path
    when = now.replace(microsecond=0)
    nth = 1 + max((backup.nth for backup in existing if backup.when == when), default=0)
    made = folder / f"{path.stem[:LONGEST_NAME]} {when:{_FORMAT}}{f' ({nth})' if nth > 1 else ''}.avst"
    replace_content(made, content)
    for backup in pruned([Backup(when, nth, made), *existing]):
        backup.path.unlink(missing_ok=True)
    return made


def backups_of(path: Path, root: Path | None = None) -> tuple[Backup, ...]:
    """Return a file's backups, newest first."""
    folder = folder_of(path, root)
    if not folder.is_dir():
        return ()
    found = (_read_name(made) for made in folder.iterdir())
    return tuple(sorted((backup for backup in found if backup), reverse=True))


def pruned(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return the backups to remove: all but the newest ones, and the last of each of the latest days."""
    ordered = sorted(backups, reverse=True)
    last_of_day = {backup.when.date(): backup for backup in reversed(ordered)}
    days = sorted(last_of_day, reverse=True)[:KEPT_DAYS]
    kept = {*ordered[:KEPT_NEWEST], *(last_of_day[day] for day in days)}
    return tuple(backup for backup in ordered if backup not in kept)


def moment_in_words(when: dt.datetime, now: dt.datetime) -> str:
    """Return "i dag 16.40", "i går 16.40" or "den 31 januari 2026 16.40"."""
    clock = f"{when.hour}.{when.minute:02}"
    days = (now.date() - when.date()).days
    if days in (0, 1):
        return f"{('i dag', 'i går')[days]} {clock}"
    return f"den {when.day} {_MONTHS[when.month - 1]} {when.year} {clock}"


def _read_name(path: Path) -> Backup | None:
    match = _DATED.search(path.name)
    if match is None:
        return None
    try:
        when = dt.datetime.strptime(match["when"], _FORMAT).astimezone()
    except ValueError:
        return None
    return Backup(when, int(match["nth"] or 1), path)
