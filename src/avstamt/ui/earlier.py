"""Reads a report that another is to follow or be held against: our own file, a Word document or a text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.importers.opening import read_file
from avstamt.storage.file import read
from avstamt.storage.format import load as load_report
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.indicators import normal_name
from avstamt.ui.session import SUFFIX

EARLIER_KINDS = f"Alla rapporter (*{SUFFIX} *.docx *.txt);;Alla filer (*)"


def read_earlier(path: Path, load: Callable[[], Catalogue], organisation: str = "") -> Report:
    """Return the report in a file; of several the one of the organisation, else the first."""
    if path.suffix.lower() == SUFFIX:
        return read(path)
    every = [found.report for found in read_file(path, load(), load_report)]
    ours = normal_name(organisation)
    return next((one for one in every if normal_name(one.organisation) == ours), every[0])
