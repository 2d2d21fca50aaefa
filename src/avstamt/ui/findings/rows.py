"""The rows of the findings panel as plain data: findings under the part of the report they belong to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from avstamt.domain.finding import Finding, Level
from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.forms.page_area import part_of
from avstamt.ui.marks.explaining import rule_name
from avstamt.ui.where import part_name

if TYPE_CHECKING:
    from avstamt.rules.engine import Result


@dataclass(frozen=True)
class Head:
    """The name of a part of the report, above its findings."""

    words: str


@dataclass(frozen=True)
class Row:
    """A finding, set aside with a reason or not; `where` names its part where no head above it does."""

    finding: Finding
    waived: bool = False
    where: str = ""

    @property
    def key(self) -> tuple[str, Place, str]:
        """Return what makes it the same finding in the next run."""
        return self.finding.rule, self.finding.place, self.finding.message


Line = Head | Row


def lines(report: Report, result: Result, levels: Collection[Level]) -> tuple[Line, ...]:
    """Return the findings of these levels under the parts they belong to, and last those set aside."""
    shown = [finding for finding in result.findings if finding.level in levels]
    open_ones = tuple(_grouped(report, shown))
    if not result.waived:
        return open_ones
    return (*open_ones, Head("Skäl angivet"), *(Row(finding, waived=True) for finding in result.waived))


def lines_by_rule(report: Report, result: Result, levels: Collection[Level]) -> tuple[Line, ...]:
    """Return the findings of these levels under the rules they come from, the gravest rules first."""
    shown = [finding for finding in result.findings if finding.level in levels]
    order = {level: number for number, level in enumerate(Level)}
    gravest: dict[str, int] = {}
    for finding in shown:
        gravest[finding.rule] = min(gravest.get(finding.rule, len(order)), order[finding.level])
    found: list[Line] = []
    by_rule = sorted(shown, key=lambda finding: (gravest[finding.rule], finding.rule))
    for _rule, members in groupby(by_rule, key=lambda finding: finding.rule):
        same = list(members)
        found.append(Head(f"{rule_name(same[0])} ({len(same)})"))
        found += [Row(finding, where=part_name(report, part_of(report, finding.place))) for finding in same]
    if result.waived:
        found += [Head("Skäl angivet"), *(Row(finding, waived=True) for finding in result.waived)]
    return tuple(found)


def counts(result: Result) -> dict[Level, int]:
    """Return how many findings there are of each level, the gravest first."""
    found = Counter(finding.level for finding in result.findings)
    return {level: found[level] for level in Level}


def counts_by_part(report: Report, result: Result) -> dict[Place, dict[Level, int]]:
    """Return how many findings of each level every part of the report has."""
    found: dict[Place, Counter[Level]] = {}
    for finding in result.findings:
        found.setdefault(part_of(report, finding.place), Counter())[finding.level] += 1
    return {place: {level: counter[level] for level in Level if counter[level]} for place, counter in found.items()}


def levels_by_place(result: Result) -> dict[Place, Level]:
    """Return the gravest level at every place that a finding points at, by its place or its evidence."""
    gravest: dict[Place, Level] = {}
    order = tuple(Level)
    for finding in result.findings:
        for place in {finding.place.whole, *(evidence.place.whole for evidence in finding.evidence)}:
            known = gravest.get(place)
            if known is None or order.index(finding.level) < order.index(known):
                gravest[place] = finding.level
    return gravest


def _grouped(report: Report, findings: list[Finding]) -> Iterator[Line]:
    for part, members in groupby(findings, key=lambda finding: part_of(report, finding.place)):
        yield Head(part_name(report, part))
        yield from (Row(finding) for finding in members)
