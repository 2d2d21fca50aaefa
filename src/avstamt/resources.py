"""Finds the files that ship with the program: templates, years, layout, samples, fonts, icons, help and schema."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PACKAGED = _HERE / "resources"
_ROOT = _PACKAGED if _PACKAGED.is_dir() else _HERE.parents[1] / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder: in the installed package, else in the checkout beside `src`."""
    return _ROOT.joinpath(*parts)
