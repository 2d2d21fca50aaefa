"""Reads any Word document: ours as it is with what was changed in it, another's by its words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from avstamt.domain.report import Report
from avstamt.importers.limits import refuse_abnormal
from avstamt.importers.model import Import, ImportRefused, Problem
from avstamt.importers.text import read_text
from avstamt.importers.word.package import open_package
from avstamt.importers.word.plain import plain_lines
from avstamt.importers.word.returning import Returned, return_in, returned, told_gone, told_loose, told_missing
from avstamt.importers.word.walking import read_paper
from avstamt.templates.catalogue import Catalogue

Load = Callable[[bytes], Report]


def read_word(path: Path, catalogue: Catalogue, load: Load | None) -> tuple[Import, ...]:
    """Return the reports in a Word document; raises ImportRefused.

    `load` reads the report that a document of ours carries; it may raise its own refusal.
    """
    package = open_package(path)
    came = return_in(package)
    if came is not None and load is not None:
        return (_imported(returned(came, load(came.base))),)
    paper = read_paper(package, with_contents=True)
    text = "\n".join(line.text for line in plain_lines(paper.pieces))
    if not text.strip():
        raise ImportRefused(f"Filen {path.name} är tom: den innehåller ingen text att importera.")
    refuse_abnormal(text, path.name)
    return read_text(text, path.name, catalogue)


def _imported(back: Returned) -> Import:
    """Return what came back as an import; what has no field is a doubt without lines."""
    loose = [Problem(told_loose(back.report, one), 0, 0, one.after) for one in back.loose]
    gone = [Problem(told_gone(back.report, place), 0, 0, place) for place in back.gone]
    missing = [Problem(told_missing(back.report, place), 0, 0, place) for place in back.missing_alone]
    return Import(back.report.model_copy(update={"comments": back.comments}), (*loose, *gone, *missing))
