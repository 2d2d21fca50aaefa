"""The rows of the economy tables with all their cells, as a sentence that names one may speak of any of its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.place import Place
from avstamt.domain.section import Section
from avstamt.domain.text import Block
from avstamt.rules.amounts import Amount, amount, tables_of
from avstamt.rules.economy_headings import unit_of
from avstamt.rules.economy_text_rows import SCALES, VARIANCES, upside
from avstamt.rules.model import Context
from avstamt.rules.prose import Written

_ASIDE = re.compile(r"[\s,(]+(?:mnkr|mkr|tkr|kr|netto)\)?$", re.IGNORECASE)
_ACTUALS = (ColumnRole.FORECAST, ColumnRole.OUTCOME)
INCOMES = (RowRole.INCOME, RowRole.TOTAL_INCOME)
COSTS = (RowRole.COST, RowRole.TOTAL_COST)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table by the name it goes by: its filled cells by column, the table, its unit in kronor, which sign is a surplus."""

    name: str
    label: str
    role: RowRole
    table: Place
    cells: tuple[tuple[ColumnRole, Amount], ...]
    scale: Decimal
    upside: int

    def of(self, roles: Iterable[ColumnRole]) -> tuple[Amount, ...]:
        """Return the cells in columns of these roles."""
        wanted = frozenset(roles)
        return tuple(cell for role, cell in self.cells if role in wanted)

    @property
    def way(self) -> int:
        """Return 1 where more than the budget came in or was spent, -1 where less, 0 where the row does not tell."""
        budgets, variances = self.of((ColumnRole.BUDGET,)), self.of(VARIANCES[:1])
        if len(budgets) != 1 or len(variances) != 1:
            return 0
        before, off = abs(budgets[0].number.amount), abs(variances[0].number.amount)
        ways = {
            (after > before) - (after < before)
            for cell in self.of(_ACTUALS)
            if cell.number.amount * budgets[0].number.amount >= 0
            if abs(abs((after := abs(cell.number.amount)) - before) - off) <= Decimal(2).scaleb(-cell.number.decimals)
        }
        return ways.pop() if len(ways) == 1 else 0


def lines_of(context: Context) -> tuple[Line, ...]:
    """Return the rows of all tables whose unit is known, in document order."""
    return context.derived(_lines)


def _lines(context: Context) -> tuple[Line, ...]:
    return tuple(chain.from_iterable(context.kept.each(_lines_in, (section for section, _place in context.sections))))


def _lines_in(section: Section) -> tuple[Line, ...]:
    found: list[Line] = []
    for table, place in tables_of(section):
        scale = SCALES.get(unit_of(table))
        if scale is None:
            continue
        sign = upside(table, place)
        for row in table.rows:
            read = ((column.role, amount(row, column, place)) for column in table.columns)
            cells = tuple((role, cell) for role, cell in read if cell and cell.filled and role is not ColumnRole.SHARE)
            label = " ".join(row.label.split())
            if cells and label:
                found.append(Line(_ASIDE.sub("", label).casefold(), label, row.role, place, cells, scale, sign))
    return tuple(found)


def whole_sides(lines: Iterable[Line], roles: tuple[RowRole, RowRole]) -> tuple[Line, ...]:
    """Return for each table the row that is its whole income or cost: its sum, else its only row of that role."""
    by_table: dict[Place, list[Line]] = {}
    for line in lines:
        if line.role in roles:
            by_table.setdefault(line.table, []).append(line)
    sums = {table: [one for one in rows if one.role is roles[1]] or rows for table, rows in by_table.items()}
    return tuple(rows[0] for rows in sums.values() if len(rows) == 1)


def blocks_beside(block: Written) -> Sequence[Block]:
    """Return the blocks of the section's text, or of the comment below its table, that a block stands in."""
    section, field = block.section, block.field
    if section is None:
        return ()
    if field.path[2:] == ("text",):
        return section.text.blocks
    return next((one.comment.blocks for one in section.tables if field.path[2:] == ("tables", one.id, "comment")), ())
