"""Where a part of an imported report came from: its lines in the source."""

from __future__ import annotations

from collections.abc import Mapping

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.domain.review import SourceLines

_ByPath = Mapping[tuple[str, ...], SourceLines]
_last: tuple[tuple[SourceLines, ...], _ByPath] = ((), {})  # a report is asked about all its findings in turn


def source_of(report: Report, place: Place) -> SourceLines | None:
    """Return the source lines of `place`, or of the nearest part above it that has any."""
    by_path = _by_path(report.provenance)
    path = place.path
    while path:
        if source := by_path.get(path):
            return source
        path = path[:-1]
    return None


def _by_path(provenance: tuple[SourceLines, ...]) -> _ByPath:
    global _last  # noqa: PLW0603 - one small memory: made anew for each piece of evidence it was half of the printing
    known, by_path = _last
    if known is not provenance:
        by_path = {source.place.path: source for source in provenance}
        _last = (provenance, by_path)
    return by_path
