"""What a review is held against: the earlier report of `--mot`, and the earlier review of `--utom-granskat`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Any

from avstamt.cli.reading import Opened, files_in, open_reports
from avstamt.domain.finding import Finding
from avstamt.domain.report import Report, ReportKind
from avstamt.templates.catalogue import Catalogue
from avstamt.templates.indicators import normal_name

_ORDER = tuple(ReportKind)

Known = frozenset[tuple[str, str]]
"""Findings of an earlier review, as rule code and place."""


class BaselineRefused(Exception):
    """The earlier review cannot be read; the message is a Swedish sentence that says what and what to do."""


def earlier_reports(path: Path | None, catalogue: Catalogue) -> tuple[Report, ...]:
    """Return the reports in the file or folder of `--mot`; raises FileRefused or ImportRefused."""
    if path is None:
        return ()
    return tuple(one.report for file in files_in([path]) for one in open_reports(file, catalogue))


def earlier_of(report: Report, candidates: Sequence[Report]) -> Report | None:
    """Return the report to compare with: the only one, else the latest before it of the same organisation and level."""
    if len(candidates) == 1:
        return candidates[0]
    same = [
        other
        for other in candidates
        if (other.level, normal_name(other.organisation)) == (report.level, normal_name(report.organisation))
        and _when(other) < _when(report)
    ]
    return max(same, key=_when, default=None)


def _when(report: Report) -> tuple[int, int]:
    return report.year, _ORDER.index(report.kind)


@dataclass(frozen=True)
class Baseline:
    """What an earlier review found: by the report's file name, and for a review of one report whatever it is called."""

    name: str = ""
    by_file: tuple[tuple[str, Known], ...] = ()

    def known(self, opened: Opened) -> Known:
        """Return the findings that the earlier review has of a report."""
        if len(self.by_file) == 1:
            return self.by_file[0][1]
        return dict(self.by_file).get(_file_name(opened.name), frozenset())


def left_out(findings: Sequence[Finding], known: Known) -> tuple[tuple[Finding, ...], int]:
    """Return the findings that are not `known`, and how many are."""
    new = tuple(finding for finding in findings if (finding.rule, str(finding.place)) not in known)
    return new, len(findings) - len(new)


def read_baseline(path: Path | None) -> Baseline:
    """Return what the review saved at `path` found; raises BaselineRefused."""
    if path is None:
        return Baseline()
    try:
        made = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BaselineRefused(f"Granskningen {path} gick inte att läsa ({error.strerror or 'okänt fel'}).") from error
    except ValueError as error:
        raise BaselineRefused(_not_a_review(path)) from error
    reviews = made if isinstance(made, list) else [made]
    try:
        return Baseline(path.name, tuple((_file_name(review["file"]), _found(review)) for review in reviews))
    except (KeyError, TypeError) as error:
        raise BaselineRefused(_not_a_review(path)) from error


def _found(review: dict[str, Any]) -> Known:
    return frozenset((finding["rule"], finding["place"]) for finding in review["findings"])


def _file_name(name: str) -> str:
    return PurePath(name.replace("\\", "/")).name


def _not_a_review(path: Path) -> str:
    return f"{path} är ingen sparad granskning. Gör en med: avstamt granska FIL --format json -o {path.stem}.json"
