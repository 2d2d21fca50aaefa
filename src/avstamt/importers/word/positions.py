"""Where in a Word file the parts of its report stand: the paragraphs, by their numbers in the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.importers.word.package import open_package
from avstamt.importers.word.plain import plain_lines
from avstamt.importers.word.returning import return_in, returned
from avstamt.importers.word.walking import read_paper


@dataclass(frozen=True)
class Positions:
    """The paragraphs of the places that are known; a place below one of them stands where that does."""

    known: dict[tuple[str, ...], tuple[int, ...]]

    def of(self, place: Place) -> tuple[int, ...]:
        """Return the paragraphs of a place or of the nearest part around it; none where none is known."""
        path = place.path
        while path:
            if path in self.known:
                return self.known[path]
            path = path[:-1]
        return ()


def positions(path: Path, report: Report, load: Callable[[bytes], Report]) -> Positions:
    """Return where the parts of `report` stand in the Word file it was read from; raises ImportRefused."""
    package = open_package(path)
    came = return_in(package)
    if came is not None:
        found = returned(came, load(came.base)).paragraphs
        return Positions({place.path: numbers for place, numbers in found.items()})
    pieces = read_paper(package, with_contents=True).pieces
    lines = plain_lines(pieces)
    known = {
        source.place.path: tuple(number for line in lines[source.first - 1 : source.last] for number in line.paragraphs)
        for source in report.provenance
    }
    return Positions({path: numbers for path, numbers in known.items() if numbers})
