"""Saves a report to a file and reads it back; every trouble becomes a `FileRefused` with a sentence to act on."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import stat
from dataclasses import dataclass, field
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.storage.atomic import replace_content
from avstamt.storage.backups import backups_of, keep, moment_in_words
from avstamt.storage.format import NOT_OURS, dump, load
from avstamt.storage.refused import FileRefused

__all__ = ["FileChanged", "FileRefused", "Found", "Saved", "find", "mark_of", "read", "save"]

LARGEST_BYTES = 200_000_000

_READING = {
    errno.ENOENT: ("den finns inte längre på sin plats", "Leta upp den under Öppna, eller återställ den."),
    errno.EACCES: ("du har inte behörighet att läsa den", "Be den som äger filen eller mappen om behörighet."),
    errno.EPERM: ("du har inte behörighet att läsa den", "Be den som äger filen eller mappen om behörighet."),
    errno.EISDIR: ("den är en mapp", "Välj en fil som slutar på .avst."),
    errno.ENOTDIR: ("sökvägen går genom något som inte är en mapp", "Leta upp filen under Öppna."),
    errno.ENAMETOOLONG: ("sökvägen är för lång", "Flytta filen till en mapp med kortare sökväg."),
    errno.ELOOP: ("den är en länk som pekar på sig själv", "Leta upp filen under Öppna."),
}
_SAVING = {
    errno.ENOENT: ("mappen finns inte längre", "Välj en annan mapp under Spara som."),
    errno.ENOTDIR: ("mappen finns inte längre", "Välj en annan mapp under Spara som."),
    errno.EACCES: ("filen eller mappen är skrivskyddad", "Spara på en annan plats under Spara som."),
    errno.EPERM: ("filen eller mappen är skrivskyddad", "Spara på en annan plats under Spara som."),
    errno.EROFS: ("disken är skrivskyddad", "Spara på en annan plats under Spara som."),
    errno.EISDIR: ("det finns redan en mapp med det namnet", "Välj ett annat namn under Spara som."),
    errno.ENOSPC: ("disken är full", "Frigör plats, eller spara på en annan plats under Spara som."),
    errno.EDQUOT: ("ditt utrymme på disken är slut", "Frigör plats, eller spara på en annan plats under Spara som."),
    errno.ENAMETOOLONG: ("namnet eller sökvägen är för lång", "Välj ett kortare namn under Spara som."),
    errno.ELOOP: ("den är en länk som pekar på sig själv", "Välj ett annat namn under Spara som."),
}


@dataclass(frozen=True)
class Saved:
    """A report that is saved; `backup` is where the content before it lies, `backup_fault` why it could not be kept.

    `mark` tells the content apart from any other (see `mark_of`).
    """

    backup: Path | None = None
    backup_fault: str = ""
    mark: str = field(default="", compare=False)


@dataclass(frozen=True)
class Found:
    """The report in a file, and the mark that tells the file's content apart from any other."""

    report: Report
    mark: str


class FileChanged(FileRefused):
    """A file holds something else than what was read from it or saved to it last."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            "någon annan har ändrat den sedan du öppnade den",
            "Se skillnaderna, slå ihop ändringarna eller spara som en kopia.",
            verb="spara",
            path=path,
        )


def save(report: Report, path: Path, backups: Path | None = None, expected: str | None = None) -> Saved:
    """Save a report, keeping a backup of the content before; raises FileRefused, and then the file is as it was.

    `backups` is the folder of all backups. A backup that cannot be kept does not stop the saving; the result says so.
    Where `expected` is given and the file holds content of another mark, it is left alone (FileChanged).
    """
    content = dump(report)
    if expected and mark_of(path) not in (expected, ""):
        raise FileChanged(path)
    backup, fault = _keep_previous(path, content, backups)
    try:
        replace_content(path, content)
    except OSError as error:
        what, advice = _SAVING.get(error.errno or 0, (_unknown(error), "Spara på en annan plats under Spara som."))
        raise FileRefused(what, advice, verb="spara", path=path) from error
    return Saved(backup, fault, _mark(content))


def read(path: Path, backups: Path | None = None) -> Report:
    """Return the report in a file; raises FileRefused, which names the newest backup that can be opened instead."""
    return find(path, backups).report


def find(path: Path, backups: Path | None = None) -> Found:
    """Return the report in a file with the mark of its content; raises FileRefused as `read` does."""
    try:
        data = _bytes_of(path)
    except OSError as error:
        fallback = (_unknown(error), "Försök igen, eller öppna en kopia av filen.")
        what, advice = _READING.get(error.errno or 0, fallback)
        raise FileRefused(what, advice, path=path) from error
    try:
        return Found(load(data), _mark(data))
    except FileRefused as refusal:
        raise _with_backup(refusal, path, backups) from None


def mark_of(path: Path) -> str:
    """Return the mark of a file's content, a digest; empty where there is no file to read."""
    try:
        return _mark(_bytes_of(path))
    except (OSError, FileRefused):
        return ""


def _mark(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _bytes_of(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a directory", str(path))
    if not stat.S_ISREG(status.st_mode) or status.st_size > LARGEST_BYTES:
        raise FileRefused(*NOT_OURS, path=path)
    return path.read_bytes()


def _keep_previous(path: Path, content: bytes, backups: Path | None) -> tuple[Path | None, str]:
    """Keep what a file holds now; return where, and why that could not be done."""
    try:
        previous = path.read_bytes()
    except OSError:
        return None, ""  # nothing there, or nothing that can be read: the saving itself will tell
    if previous == content:
        return None, ""
    try:
        return keep(path, previous, dt.datetime.now().astimezone(), backups), ""
    except OSError as error:
        return None, f"Säkerhetskopian kunde inte sparas: {_unknown(error)}."


def _with_backup(refusal: FileRefused, path: Path, backups: Path | None) -> FileRefused:
    newest = next((backup for backup in backups_of(path, backups) if _opens(backup.path)), None)
    if newest is None:
        return FileRefused(refusal.what, refusal.advice, path=path)
    when = moment_in_words(newest.when, dt.datetime.now().astimezone())
    return FileRefused(refusal.what, f"Senaste säkerhetskopian är från {when}.", path=path, backup=newest.path)


def _opens(backup: Path) -> bool:
    try:
        load(backup.read_bytes())
    except (FileRefused, OSError):
        return False
    return True


def _unknown(error: OSError) -> str:
    return f"datorn gav felet {errno.errorcode.get(error.errno or 0, 'utan namn')}"
