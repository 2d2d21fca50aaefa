"""Writes a finished file in place of the old one, whole or not at all."""

from __future__ import annotations

import secrets
from pathlib import Path

from avstamt.export.refused import ExportRefused


def write_file(path: Path, content: bytes) -> None:
    """Write `content` to `path` by way of a temporary file beside it; raises ExportRefused."""
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        temporary.write_bytes(content)
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise ExportRefused(_said(path, error)) from error


def _said(path: Path, error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"Mappen {path.parent} finns inte. Välj en annan mapp."
    if isinstance(error, PermissionError):
        return (
            f"Filen {path} får inte skrivas. Stäng den om den är öppen i ett annat program, eller välj en annan mapp."
        )
    return f"Filen {path} gick inte att skriva ({error.strerror or 'okänt fel'}). Välj en annan mapp och försök igen."
