"""What the totals of an economy table come to, reckoned from its rows: shown beside what is typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from avstamt.domain.economy import Column, EconomyTable, Row, RowRole
from avstamt.domain.place import ROOT
from avstamt.domain.quantity import format_amount
from avstamt.rules.amounts import Amount, added, amount, rows_of, total_of
from avstamt.rules.economy_sums import VARIANCES, amounts_of, can_be, is_added, is_subtotal, possible_nets, sums_of
from avstamt.rules.figures import overlap

Spot = tuple[str, str]
"""A cell by the ids of its row and column."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What a total comes to, as it would print, and whether what is typed there can be that: rounding is allowed for."""

    text: str
    fits: bool


def reckoned_totals(table: EconomyTable) -> Mapping[Spot, Reckoned]:
    """Return what the totals and nets of a table come to; those that cannot be told from its rows are left out."""
    return {(row.id, column.id): made for row, column, made in (*_sums(table), *_nets(table))}


def _sums(table: EconomyTable) -> Iterator[tuple[Row, Column, Reckoned]]:
    for total_role, part_roles in sums_of(table):
        totals, rows = rows_of(table, total_role), rows_of(table, *part_roles)
        if len(totals) != 1 or not rows or any(map(is_subtotal, rows)):
            continue
        for column in filter(is_added, table.columns):
            typed, parts = amount(totals[0], column, ROOT), _filled(rows, column)
            is_unsure = any(row.text(column.id).strip() for row in rows_of(table, RowRole.OTHER))
            if parts and not is_unsure:
                fits = typed is not None and typed.filled and can_be(typed, parts)
                yield totals[0], column, Reckoned(total_of(parts), fits)


def _nets(table: EconomyTable) -> Iterator[tuple[Row, Column, Reckoned]]:
    net = rows_of(table, RowRole.NET)
    income = rows_of(table, RowRole.TOTAL_INCOME) or rows_of(table, RowRole.INCOME)
    cost = rows_of(table, RowRole.TOTAL_COST) or rows_of(table, RowRole.COST)
    if len(net) != 1 or not income or not cost:
        return
    for column in filter(is_added, table.columns):
        typed, incomes, costs = amount(net[0], column, ROOT), _filled(income, column), _filled(cost, column)
        if not incomes or not costs:
            continue
        possible = possible_nets(added(incomes), added(costs), free=column.role in VARIANCES)
        fits = typed is not None and typed.filled and any(overlap(one, typed.interval) for one in possible)
        yield net[0], column, Reckoned(_written(possible, typed, (*incomes, *costs)), fits)


def _filled(rows: Sequence[Row], column: Column) -> tuple[Amount, ...]:
    """Return the amounts of the rows in a column; none where one of them is no amount, or all are empty."""
    amounts = amounts_of(rows, column, ROOT) or ()
    return amounts if any(one.filled for one in amounts) else ()


def _written(possible: Sequence[tuple[Decimal, Decimal]], typed: Amount | None, parts: Sequence[Amount]) -> str:
    """Write the net that lies nearest to what is typed, where the signs leave more than one open."""
    middles = [(low + high) / 2 for low, high in possible]
    wanted = typed.number.amount if typed is not None and typed.filled else None
    nearest = middles[0] if wanted is None else min(middles, key=lambda middle: abs(middle - wanted))
    return format_amount(nearest, max(part.number.decimals for part in parts))
