"""Prints what became of the planted slips and the harmless edits: a table per sort, and each miss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.evaluation.mutations.model import Sort
from tests.evaluation.mutations.planting import Planted

ARITHMETIC_BAR = 0.9
TEXTUAL_BAR = 0.7


@dataclass(frozen=True)
class Share:
    """How many slips of one sort were planted and detected."""

    sort: Sort
    planted: int
    detected: int

    @property
    def bar(self) -> float:
        return ARITHMETIC_BAR if self.sort.arithmetic else TEXTUAL_BAR

    @property
    def holds(self) -> bool:
        """Tell whether the bar holds; a sort that could be planted nowhere holds none."""
        return self.planted > 0 and self.detected >= self.bar * self.planted


def shares(sorts: Sequence[Sort], planted: Iterable[Planted]) -> tuple[Share, ...]:
    """Return the share of every sort, in the order of the list."""
    all_of = list(planted)
    return tuple(
        Share(
            sort,
            sum(one.sort.name == sort.name for one in all_of),
            sum(one.sort.name == sort.name and one.detected for one in all_of),
        )
        for sort in sorts
    )


def slips_text(sorts: Sequence[Sort], planted: Sequence[Planted], verbose: bool) -> Iterator[str]:
    """Yield the table of slips, the totals, and with `verbose` each one that was missed."""
    each = shares(sorts, planted)
    yield f"  {'Sort':52} {'':12} planterade  upptäckta"
    for share in each:
        kind = "aritmetisk" if share.sort.arithmetic else "textlig"
        mark = "" if share.holds or not share.planted else f"  under {share.bar:.0%}"
        part = f"{share.detected / share.planted:5.0%}" if share.planted else "    –"
        yield f"  {share.sort.name:52} {kind:12} {share.planted:10}  {share.detected:9} {part}{mark}"
    tried = [share for share in each if share.planted]
    found, count = sum(share.detected for share in tried), sum(share.planted for share in tried)
    yield f"  {len(tried)} sorter, {count} planterade, {found} upptäckta ({found / max(count, 1):.0%})"
    yield f"  Sorter under sin gräns: {', '.join(share.sort.name for share in tried if not share.holds) or 'inga'}"
    if verbose:
        yield from (_told(one) for one in planted if not one.detected)


def harmless_text(sorts: Sequence[Sort], edits: Sequence[Planted]) -> Iterator[str]:
    """Yield the table of harmless edits, and every finding that one raised."""
    for share in shares(sorts, edits):
        yield f"  {share.sort.name:52} {share.planted:10} ändringar  {share.detected:3} med nytt fynd"
    yield f"  {len(edits)} harmlösa ändringar, {sum(one.detected for one in edits)} med nytt fynd"
    for one in edits:
        yield from (f"{_told(one)}: [{finding.rule}] {finding.message}" for finding in one.findings)


def _told(one: Planted) -> str:
    return f"  – {one.sort.name}: {one.ground} {one.spot.place}: {one.spot.what}"
