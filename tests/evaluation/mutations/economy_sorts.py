"""Slips in the cells and rows of economy tables."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from random import Random

from tests.evaluation.mutations.economy_relations import Relation, relations, tables
from tests.evaluation.mutations.economy_relations import Spot as CellSpot
from tests.evaluation.mutations.figures import amount, digit_changed, moved, sign_turned, ulp
from tests.evaluation.mutations.model import Sort, Spot, arithmetic
from tests.evaluation.mutations.walking import Change, assign

from avstamt.domain.economy import ColumnRole, EconomyTable
from avstamt.domain.place import Place, remove
from avstamt.domain.report import Report


def _cell(relation: Relation, spot: CellSpot, new: str) -> Spot:
    old = relation.cells[spot]
    row = relation.table / "rows" / spot[0]
    places = [relation.table / "rows" / other[0] for other in relation.spots]
    return Spot(row, f"{relation.kind}: {old} → {new}", assign(relation.place(spot) / "text", new), tuple(places))


def _digits(relation: Relation, spots: tuple[CellSpot, ...], random: Random) -> Iterator[Spot]:
    """Yield one change of a digit that rounding cannot explain, where there is one."""
    spot = random.choice(spots)
    tries = (digit_changed(relation.cells[spot], random) for _ in range(20))
    for new in tries:
        if relation.is_broken_by({spot: new}):
            yield _cell(relation, spot, new)
            return


def _of_kind(report: Report, *kinds: str) -> Iterator[Relation]:
    return (relation for relation in relations(report) if relation.kind in kinds)


@arithmetic("siffra i en summa")
def total_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a total is changed beyond what rounding explains; plantable where the rows make the total."""
    for relation in _of_kind(report, "summa"):
        yield from _digits(relation, (relation.total,), random)


@arithmetic("siffra i en delpost")
def part_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a row is changed beyond what rounding explains; plantable where the rows make the total."""
    for relation in _of_kind(report, "summa"):
        yield from _digits(relation, tuple(spot for _sign, spot in relation.parts), random)


@arithmetic("siffra i ett netto")
def net_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a net, its income or its cost is changed; plantable where income and cost make the net."""
    for relation in _of_kind(report, "netto"):
        yield from _digits(relation, relation.spots, random)


@arithmetic("siffra i en avvikelse")
def variance_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of budget, forecast or variance is changed; plantable where the variance is their difference."""
    for relation in _of_kind(report, "avvikelse"):
        yield from _digits(relation, relation.spots, random)


@arithmetic("siffra i en justerad avvikelse")
def adjusted_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of the adjusted variance or an adjustment is changed; plantable where they make it."""
    for relation in _of_kind(report, "justerad avvikelse"):
        yield from _digits(relation, relation.spots, random)


@arithmetic("tecken vänt")
def sign(report: Report, random: Random) -> Iterator[Spot]:
    """The sign of a cell is turned; plantable where a sum, net or variance it belongs to then fails."""
    for relation in relations(report):
        spot = random.choice(relation.spots)
        new = sign_turned(relation.cells[spot])
        if amount(new) and relation.is_broken_by({spot: new}):
            yield _cell(relation, spot, new)


@arithmetic("summa en enhet utanför avrundningen")
def off_by_one(report: Report, random: Random) -> Iterator[Spot]:
    """A total moves one unit of its last decimal beyond the farthest that rounding explains."""
    for relation in relations(report):
        old = relation.cells[relation.total]
        step = ulp(old)
        for count in range(1, 40):
            new = moved(old, random.choice((step, -step)) * count)
            if relation.is_broken_by({relation.total: new}):
                yield _cell(relation, relation.total, new)
                break


@arithmetic("rad borttagen")
def row_dropped(report: Report, random: Random) -> Iterator[Spot]:
    """A row is dropped from a table; plantable where the total of some column then differs beyond rounding."""
    for table, place in tables(report):
        sums = [relation for relation in _of_kind(report, "summa", "netto") if relation.table == place]
        for row in table.rows:
            if any(_needs(relation, row.id) for relation in sums):
                totals = {relation.table / "rows" / relation.total[0] for relation in sums}
                yield Spot(place, f"raden {row.label} borttagen", _without(place / "rows" / row.id), tuple(totals))


def _needs(relation: Relation, row: str) -> bool:
    gone = {spot: "0" for _sign, spot in relation.parts if spot[0] == row}
    # A net of one income and one cost says nothing once either row is gone.
    return relation.kind == "summa" and len(relation.parts) > 2 and bool(gone) and relation.is_broken_by(gone)


def _without(row: Place) -> Change:
    return lambda report: remove(report, row)


@arithmetic("tio gånger för stort i en ekonomitabell")
def ten_times(report: Report, random: Random) -> Iterator[Spot]:
    """A cell becomes ten times as large, as when the comma is lost; plantable where a relation then fails."""
    for relation in relations(report):
        spot = random.choice(relation.spots)
        old = relation.cells[spot]
        new = moved(old, 9 * (amount(old) or Decimal(0)))
        if relation.is_broken_by({spot: new}):
            yield _cell(relation, spot, new)


@arithmetic("siffra i en förbrukning")
def share_digit(report: Report, random: Random) -> Iterator[Spot]:
    """A digit of a share used is changed beyond rounding; plantable where it is the outcome as share of the budget."""
    for table, place in tables(report):
        for budget, outcome, share in _shares(table):
            for row in table.rows:
                old, low, high = row.text(share), *_share_between(row.text(budget), row.text(outcome))
                if amount(old) is None or not low <= (amount(old) or 0) <= high:
                    continue
                new = digit_changed(old, random)
                if not low - 1 <= (amount(new) or Decimal(0)) <= high + 1:
                    where = place / "rows" / row.id
                    yield Spot(where, f"förbrukning: {old} → {new}", assign(where / "cells" / share / "text", new))


def _shares(table: EconomyTable) -> Iterator[tuple[str, str, str]]:
    before = ("", "")
    for column in table.columns:
        if column.role is ColumnRole.SHARE and all(before):
            yield before[0], before[1], column.id
        before = (before[1], column.id)


def _share_between(budget: str, outcome: str) -> tuple[Decimal, Decimal]:
    """Return the shares that rounded figures can make, with half a unit for the rounding of the share itself."""
    whole, part = amount(budget), amount(outcome)
    if not whole or part is None or abs(whole) < 1:
        return Decimal(1), Decimal(0)
    half, other = ulp(budget) / 2, ulp(outcome) / 2
    ends = [100 * (abs(part) + x) / (abs(whole) + y) for x in (other, -other) for y in (half, -half)]
    return min(ends) - Decimal("0.05"), max(ends) + Decimal("0.05")


ECONOMY_SORTS: tuple[Sort, ...] = (
    total_digit, part_digit, net_digit, variance_digit, adjusted_digit, sign, off_by_one, row_dropped, ten_times,
    share_digit,
)  # fmt: skip
