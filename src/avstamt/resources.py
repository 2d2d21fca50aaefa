"""Finds the files that ship with the program: templates, years, layout, samples, fonts, icons, help and schema."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder: in the installed package, else in the checkout beside `src`."""
    packaged = _HERE / "resources"
    root = packaged if packaged.is_dir() else _HERE.parents[1] / "resources"
    return root.joinpath(*parts)
