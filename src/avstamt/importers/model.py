"""What an importer gives back: the report, the doubts, and the lines that are no content."""

from __future__ import annotations

from dataclasses import dataclass

from avstamt.domain.place import Place
from avstamt.domain.report import Report


@dataclass(frozen=True, slots=True)
class Problem:
    """A doubt about the import, in one Swedish sentence, with the source lines it is about (from 1, inclusive).

    `place` points at the part of the report it led to, where there is one.
    """

    message: str
    first: int
    last: int
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Noise:
    """A source line that is no content: running head or foot, table of contents, page number; with its reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Import:
    """One imported report with its problems and the noise that was set aside. A file may give several."""

    report: Report
    problems: tuple[Problem, ...] = ()
    noise: tuple[Noise, ...] = ()


class ImportRefused(Exception):
    """The file cannot be imported; the message is a Swedish sentence that says what, where and what to do."""
