"""Plants slips one at a time, runs the rules before and after, and tells which were found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.evaluation.mutations.model import Sort, Spot
from tests.rules.correct.pages import pages

from avstamt.cli.reading import files_in, open_reports
from avstamt.domain.finding import Finding
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.report import Report
from avstamt.rules.engine import check
from avstamt.templates.catalogue import Catalogue

_DRAWS = 4
"""How often chance is asked again for a slip that was not planted yet."""

EACH = 20
"""How many slips of a sort make a share, and in how many places it should have room to be planted."""


@dataclass(frozen=True)
class Ground:
    """A report that slips are planted in, with what the rules say of it as it stands.

    A `spare` one is planted in by sorts that find too few places in the others.
    """

    name: str
    report: Report
    findings: tuple[Finding, ...]
    spare: bool = False

    def new(self, findings: Sequence[Finding]) -> tuple[Finding, ...]:
        """Return the findings that this report has not: more of a rule at a place."""
        before = Counter(map(_key, self.findings))
        fresh: list[Finding] = []
        for finding in findings:
            before[_key(finding)] -= 1
            if before[_key(finding)] < 0:
                fresh.append(finding)
        return tuple(fresh)

    def found(self, spot: Spot, catalogue: Catalogue) -> tuple[Finding, ...]:
        """Return the new findings that speak of the slip.

        Rules of writing tell many slips of one sort as one finding with their number and a mend of them all: such a one
        counts where the number has changed and its mend reaches the changed node.
        """
        changed = spot.change(self.report)
        findings = check(changed, catalogue).findings
        spoken = tuple(finding for finding in self.new(findings) if spot.is_spoken_of_by(finding))
        said = {(finding.rule, finding.message) for finding in self.findings}
        grown = (one for one in findings if one.fix is not None and (one.rule, one.message) not in said)
        return spoken or tuple(one for one in grown if _mends(one, changed, spot.place))

    def raised_by(self, changed: Report, catalogue: Catalogue) -> tuple[Finding, ...]:
        """Return the new findings that also say something new, so that a finding which only moved does not count."""
        said = Counter(map(_saying, self.findings))
        fresh = self.new(check(changed, catalogue).findings)
        return tuple(finding for finding in fresh if not said[_saying(finding)])


def _mends(finding: Finding, changed: Report, place: Place) -> bool:
    if finding.fix is None or not exists(changed, place):
        return False
    mended = finding.fix.apply(changed)
    return exists(mended, place) and value_at(mended, place) != value_at(changed, place)


def _saying(finding: Finding) -> tuple[str, str]:
    return finding.rule, re.sub(r"\W+", " ", finding.message)


def _key(finding: Finding) -> tuple[str, Place]:
    return finding.rule, finding.place.whole


@dataclass(frozen=True)
class Planted:
    """One slip, where it was planted, and the new findings that speak of it."""

    sort: Sort
    ground: str
    spot: Spot
    findings: tuple[Finding, ...]

    @property
    def detected(self) -> bool:
        return bool(self.findings)


def grounds(folders: Sequence[Path], catalogue: Catalogue) -> tuple[Ground, ...]:
    """Return every report of the folders, each with its findings; a sample is taken once, not also as text."""
    files = [
        file for file in files_in(list(folders)) if not file.with_suffix(".avst").exists() or file.suffix == ".avst"
    ]
    return tuple(
        Ground(Path(opened.name).name, opened.report, check(opened.report, catalogue).findings)
        for file in files
        for opened in open_reports(file, catalogue)
    )


def right_pages(catalogue: Catalogue) -> tuple[Ground, ...]:
    """Return the small right reports that the rules are tried on, as spare grounds."""
    made = ((name, ground(passage)) for name, ground, passage in pages())
    return tuple(Ground(name, report, check(report, catalogue).findings, spare=True) for name, report in made)


def spots(sort: Sort, where: Sequence[Ground], random: Random) -> list[tuple[Ground, Spot]]:
    """Return every spot of one sort in random order, in spare grounds too where the others have too few places."""
    found = [(ground, spot) for ground in where if not ground.spare for spot in sort.spots(ground.report, random)]
    if len({(ground.name, spot.place) for ground, spot in found}) < EACH:
        found += [(ground, spot) for ground in where if ground.spare for spot in sort.spots(ground.report, random)]
    random.shuffle(found)
    return found


class _Stock:
    """What is left to plant of one sort; when its spots are used up, other slips at the same spots are drawn."""

    def __init__(self, sort: Sort, where: Sequence[Ground], random: Random) -> None:
        self._drawn = lambda: spots(sort, where, random)
        self._planted: set[tuple[str, Place, str]] = set()
        self._left = self._drawn()

    def take(self) -> tuple[Ground, Spot] | None:
        """Return a slip that was not planted yet, None where chance finds no other."""
        for _draw in range(_DRAWS):
            while self._left:
                ground, spot = self._left.pop()
                key = (ground.name, spot.place, spot.what)
                if key not in self._planted:
                    self._planted.add(key)
                    return ground, spot
            self._left = self._drawn()
        return None


def chosen(
    sorts: Sequence[Sort], where: Sequence[Ground], count: int, random: Random
) -> Iterator[tuple[Sort, Ground, Spot]]:
    """Yield `count` different slips, as many of each sort as can be planted, dealt round until the count is reached."""
    stock = {sort.name: _Stock(sort, where, random) for sort in sorts}
    left = count
    while left > 0 and stock:
        for sort in sorts:
            taken = stock[sort.name].take() if left > 0 and sort.name in stock else None
            if taken is not None:
                yield sort, *taken
                left -= 1
            elif left > 0:
                stock.pop(sort.name, None)


def plant(
    sorts: Sequence[Sort], where: Sequence[Ground], catalogue: Catalogue, count: int, seed: int
) -> Iterator[Planted]:
    """Yield each planted slip with the new findings that speak of it."""
    for sort, ground, spot in chosen(sorts, where, count, Random(seed)):  # noqa: S311 - chance, not a secret
        yield Planted(sort, ground.name, spot, ground.found(spot, catalogue))


def disturb(
    sorts: Sequence[Sort], where: Sequence[Ground], catalogue: Catalogue, count: int, seed: int
) -> Iterator[Planted]:
    """Yield each harmless edit with the findings that it raised."""
    for sort, ground, spot in chosen(sorts, where, count, Random(seed)):  # noqa: S311 - chance, not a secret
        yield Planted(sort, ground.name, spot, ground.raised_by(spot.change(ground.report), catalogue))
