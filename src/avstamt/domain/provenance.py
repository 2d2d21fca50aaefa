"""Where a part of an imported report came from: its lines in the source."""

from __future__ import annotations

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import SourceLines


def source_of(report: Report, place: Place) -> SourceLines | None:
    """Return the source lines of `place`, or of the nearest part above it that has any."""
    by_path = {source.place.path: source for source in report.provenance}
    path = place.path
    while path:
        if source := by_path.get(path):
            return source
        path = path[:-1]
    return None
