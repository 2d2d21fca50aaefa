"""What the rules about economy share: the cells of a table as amounts, sums of rounding intervals, and their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from avstamt.domain.economy import Column, ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, format_amount, quantity
from avstamt.domain.section import Section
from avstamt.rules.context import Context
from avstamt.rules.figures import Interval
from avstamt.rules.model import TRIED, UNTRIED, Observation, Trial

_NOTHING = re.compile(r"^[\s\-−–—.]*$")
_PART_OF = re.compile(r"^\W*(varav|därav)\b", re.IGNORECASE)
_ENOUGH_ROWS = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell read as an amount: an empty one is exactly zero, and `filled` tells which is which."""

    text: str
    number: Quantity
    place: Place
    filled: bool

    @property
    def interval(self) -> Interval:
        """Return the closed interval of amounts that print as this one."""
        return self.number.interval if self.filled else (Decimal(0), Decimal(0))

    @property
    def evidence(self) -> Evidence:
        """Return the cell quoted as it stands."""
        return Evidence(self.place, self.text)


def tables(context: Context) -> Iterator[tuple[EconomyTable, Place]]:
    """Yield every economy table with its place, in document order."""
    for section, _place in context.sections:
        yield from tables_of(section)


def tables_of(section: Section) -> Iterator[tuple[EconomyTable, Place]]:
    """Yield the tables of a section, each with its place."""
    for table in section.tables:
        yield table, Place.of("sections", section.id, "tables", table.id)


def amount(row: Row, column: Column, table: Place) -> Amount | None:
    """Return the cell of a row in a column, or None where it holds something that is no amount."""
    return _read(row.text(column.id), table, row.id, column.id)


@lru_cache(maxsize=16384)  # a cell is read by many rules, and again only when it has changed
def _read(cell: str, table: Place, row: str, column: str) -> Amount | None:
    text = " ".join(cell.split())
    place = table / "rows" / row / "cells" / column
    if _NOTHING.match(text):
        return Amount(text, Quantity(Decimal(0)), place, filled=False)
    number = quantity(text)
    return Amount(text, number, place, filled=True) if number else None


def rows_of(table: EconomyTable, *roles: RowRole) -> tuple[Row, ...]:
    """Return the rows with one of these roles, without those that are said to be part of another."""
    return tuple(row for row in table.rows if row.role in roles and not _PART_OF.match(row.label))


def column_of(columns: Iterable[Column], *roles: ColumnRole) -> Column | None:
    """Return the only column with the first of `roles` that occurs; None where it occurs twice or none does."""
    columns = tuple(columns)
    for role in roles:
        matching = [column for column in columns if column.role is role]
        if matching:
            return matching[0] if len(matching) == 1 else None
    return None


def groups(table: EconomyTable) -> Iterator[tuple[Column, ...]]:
    """Yield the columns that stand under one group head."""
    by_head: dict[str, list[Column]] = {}
    for column in table.columns:
        by_head.setdefault(column.group, []).append(column)
    yield from (tuple(columns) for columns in by_head.values())


def as_far_as_understood(rows: Iterable[Iterable[Observation | Trial]]) -> Iterator[Observation | Trial]:
    """Yield what was judged row by row; where most rows seem wrong, the table is read wrongly: then nothing was tried."""
    judged = [tuple(row) for row in rows]
    tried = [row for row in judged if TRIED in row]
    wrong = [row for row in tried if any(isinstance(item, Observation) for item in row)]
    doubtful = len(tried) >= _ENOUGH_ROWS and 2 * len(wrong) > len(tried)
    for row in judged:
        if doubtful and row in tried:
            yield UNTRIED
        else:
            yield from row


def added(amounts: Iterable[Amount]) -> Interval:
    """Return the interval in which the sum of rounded amounts may lie."""
    intervals = [one.interval for one in amounts]
    return sum((low for low, _high in intervals), Decimal(0)), sum((high for _low, high in intervals), Decimal(0))


def minus(one: Interval, other: Interval) -> Interval:
    """Return the interval in which a difference may lie."""
    return one[0] - other[1], one[1] - other[0]


def total_of(amounts: Iterable[Amount]) -> str:
    """Write the sum of the amounts as they print, with as many decimals as the finest of them."""
    amounts = tuple(amounts)
    whole = sum((one.number.amount for one in amounts), Decimal(0))
    return format_amount(whole, max((one.number.decimals for one in amounts), default=0))


def shown(one: Amount) -> str:
    """Write an amount as in print."""
    return format_amount(one.number.amount, one.number.decimals)


def in_column(column: Column) -> str:
    """Return " i kolumnen april 2024 Budget"; empty for a column without a head."""
    name = f"{column.group} {column.title}".strip()
    return f" i kolumnen {name}" if name else ""
