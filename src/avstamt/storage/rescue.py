"""Rescue copies: what is written but not saved, kept beside the reports until it is saved or the user has chosen."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from avstamt.domain.report import Report
from avstamt.storage.atomic import replace_content
from avstamt.storage.backups import data_folder, default_root, keep
from avstamt.storage.format import dump

_COPY, _NOTE = ".avst", ".json"


class RescueNote(BaseModel):
    """What a rescue copy is of: the report's name and file, the file's mark when it was read, when and by which run."""

    model_config = ConfigDict(frozen=True)

    name: str = ""
    original: Path | None = None
    stored: str = ""
    when: dt.datetime
    run: str = ""


class Rescue(BaseModel):
    """A rescue copy that was found."""

    model_config = ConfigDict(frozen=True)

    copy_path: Path
    note: RescueNote


def rescue_folder() -> Path:
    """Return where rescue copies are kept."""
    return data_folder() / "räddning"


def write_rescue(folder: Path, token: str, report: Report, note: RescueNote) -> Path:
    """Write the rescue copy with this token, in the place of the one before; raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy = folder / f"{token}{_COPY}"
    replace_content(copy, dump(report))
    replace_content(copy.with_suffix(_NOTE), note.model_dump_json(indent=1).encode())
    return copy


def drop_rescue(copy: Path) -> None:
    """Remove a rescue copy that is no longer needed: what it holds is saved."""
    copy.unlink(missing_ok=True)
    copy.with_suffix(_NOTE).unlink(missing_ok=True)


def rescues(folder: Path) -> tuple[Rescue, ...]:
    """Return the rescue copies in a folder, newest first; one whose note is lost is known by its file alone."""
    if not folder.is_dir():
        return ()
    found = [Rescue(copy_path=copy, note=_note(copy)) for copy in folder.glob(f"*{_COPY}")]
    return tuple(sorted(found, key=lambda rescue: rescue.note.when, reverse=True))


def put_away(rescue: Rescue, backups: Path | None = None) -> Path:
    """Move a rescue copy among the backups of its report, so that no choice destroys it; raises OSError."""
    kept = keep_unsaved(rescue.copy_path.read_bytes(), rescue.note.original, rescue.note.when.astimezone(), backups)
    drop_rescue(rescue.copy_path)
    return kept


def keep_unsaved(content: bytes, original: Path | None, when: dt.datetime, backups: Path | None = None) -> Path:
    """Keep what was never saved among the backups of its file, or of all reports without one; raises OSError."""
    return keep(original or never_saved(backups), content, when, backups)


def never_saved(backups: Path | None = None) -> Path:
    """Return the name under which the backups of reports without a file are kept."""
    return (backups or default_root()) / "Osparade rapporter.avst"


def _note(copy: Path) -> RescueNote:
    try:
        return RescueNote.model_validate_json(copy.with_suffix(_NOTE).read_bytes())
    except (OSError, ValidationError):
        changed = dt.datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        return RescueNote(name=copy.stem, when=changed)
