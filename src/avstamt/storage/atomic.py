"""Replaces a file's content in one step: whoever reads it, whenever the power goes, finds the old content or the new."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
import time
from pathlib import Path

_STALE_SECONDS = 3600.0
_WINDOWS = os.name == "nt"
_TRIES = 6
_FIRST_WAIT_SECONDS = 0.02


def replace_content(path: Path, data: bytes) -> None:
    """Write `data` to `path` through a temporary file in the same folder, so that it is there whole or not at all.

    A symbolic link keeps pointing where it points, and its target is replaced; an existing file keeps its permissions.
    Everything is on the disk when the function returns (file and folder, where the system can promise it). Raises
    OSError, and then the file is as it was; a write-protected file is not replaced.
    """
    target = Path(os.path.realpath(path))
    before = _status(target)
    temporary = target.with_name(f"{_stem(target)}{secrets.token_hex(4)}.tmp")
    try:
        _write_through(temporary, data)
        if before is not None:
            _take_over(temporary, before)
        _replace(temporary, target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)
    _sweep(target)


def _status(target: Path) -> os.stat_result | None:
    """Return the target's status, None where there is none yet; raises OSError where it may not be replaced."""
    try:
        status = target.stat()
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "is a directory", str(target))
    if not stat.S_ISREG(status.st_mode) or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "not a file that may be written", str(target))
    return status


def _stem(target: Path) -> str:
    """Return how the names of a target's temporary files begin; long names are cut so that they stay names."""
    return f".{target.name[:60]}."


def _write_through(temporary: Path, data: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(temporary, flags, 0o666), "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())


def _take_over(temporary: Path, before: os.stat_result) -> None:
    if not _WINDOWS:
        with contextlib.suppress(PermissionError):  # only the owner may give a file to a group, only root to another
            os.chown(temporary, before.st_uid, before.st_gid)
    temporary.chmod(stat.S_IMODE(before.st_mode))


def _replace(temporary: Path, target: Path) -> None:
    """Rename over the target; on Windows it is tried again while a virus scanner or an indexer holds the file."""
    wait = _FIRST_WAIT_SECONDS
    for _attempt in range(_TRIES - 1 if _WINDOWS else 0):
        with contextlib.suppress(PermissionError):
            temporary.replace(target)
            return
        time.sleep(wait)
        wait *= 2
    temporary.replace(target)


def _flush_folder(folder: Path) -> None:
    """Put the new name on the disk too; Windows and some network folders cannot, and need not be asked twice."""
    if _WINDOWS:
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(target: Path) -> None:
    """Remove temporary files that a killed program left behind long ago."""
    stem, oldest = _stem(target), time.time() - _STALE_SECONDS
    with contextlib.suppress(OSError):
        for left in target.parent.iterdir():
            if left.name.startswith(stem) and left.suffix == ".tmp" and left.stat().st_mtime < oldest:
                left.unlink(missing_ok=True)
