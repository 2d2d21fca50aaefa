"""Rules about sums in economy tables. A sum is wrong only if the rounding intervals of parts and total do not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avstamt.domain.economy import Column, ColumnRole, EconomyTable, Row, RowRole, heads_amounts
from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.rules.amounts import Amount, added, amount, in_column, minus, rows_of, shown, tables, total_of
from avstamt.rules.figures import Interval, overlap
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule

VARIANCES = (ColumnRole.VARIANCE, ColumnRole.ADJUSTED_VARIANCE)
_SIMPLE_SUMS = (
    (RowRole.TOTAL_INCOME, (RowRole.INCOME,)),
    (RowRole.TOTAL_COST, (RowRole.COST,)),
)
_ADVICE = "Rätta någon av raderna eller summan."
_SEVERAL = 3


@rule(
    "EKO-101",
    name="summa-av-rader",
    level=Level.ERROR,
    basis="aritmetik, avrundningsintervall",
    claims="summor",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def rows_make_their_total(context: Context) -> Iterator[Observation | Trial]:
    """Raderna i en ekonomitabell blir tillsammans summan.

    Varför: en summa som inte stämmer gör att ingen vet vilken siffra som gäller. Skillnader som ryms i avrundningen
    anmärks inte.
    Fel: Personal 800,6, lokaler 252,7, summa kostnader 1 063,3.
    Rätt: Personal 800,6, lokaler 252,7, summa kostnader 1 053,4.
    """
    for table, place in tables(context):
        for total_role, part_roles in sums_of(table):
            totals, rows = rows_of(table, total_role), rows_of(table, *part_roles)
            if len(totals) == 1 and rows:
                columns = [column for column in table.columns if is_added(column)]
                judged = [tuple(_try_sum(table, place, column, totals[0], rows)) for column in columns]
                yield from _column_by_column(judged, place, totals[0])


@rule(
    "EKO-102",
    name="netto",
    level=Level.ERROR,
    basis="aritmetik, avrundningsintervall",
    claims="summor",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def net_is_income_and_cost(context: Context) -> Iterator[Observation | Trial]:
    """Nettot är intäkter och kostnader tillsammans.

    Varför: nettot är det som jämförs med budgeten. Tecknen läses ur tabellen: har intäkter och kostnader olika tecken
    läggs de ihop, annars dras de från varandra.
    Fel: Intäkter 1 200, kostnader -9 800, netto -8 500.
    Rätt: Intäkter 1 200, kostnader -9 800, netto -8 600.
    """
    for table, place in tables(context):
        net = rows_of(table, RowRole.NET)
        income = rows_of(table, RowRole.TOTAL_INCOME) or rows_of(table, RowRole.INCOME)
        cost = rows_of(table, RowRole.TOTAL_COST) or rows_of(table, RowRole.COST)
        if len(net) == 1 and income and cost:
            for column in table.columns:
                if is_added(column):
                    yield from _try_net(place, column, net[0], income, cost)


def is_added(column: Column) -> bool:
    """Tell whether a column holds amounts; one without a head does, one whose head is not known may hold anything."""
    if column.role is ColumnRole.OTHER:
        return not column.title.strip() or heads_amounts(column.title)
    return column.role is not ColumnRole.SHARE


def is_subtotal(row: Row) -> bool:
    """Tell whether a row is called a sum, whatever its role."""
    return row.label.casefold().strip().startswith(("summa", "delsumma", "total", "netto"))


def sums_of(table: EconomyTable) -> Iterator[tuple[RowRole, tuple[RowRole, ...]]]:
    """Yield which rows make which total: the parts of a grand total are areas, investments, or bare income and cost."""
    yield from _SIMPLE_SUMS
    areas = (RowRole.AREA, RowRole.INVESTMENT)
    if rows_of(table, *areas):
        yield RowRole.TOTAL, areas
    elif not rows_of(table, RowRole.TOTAL_INCOME, RowRole.TOTAL_COST, RowRole.NET):
        yield RowRole.TOTAL, (RowRole.INCOME, RowRole.COST)


def _column_by_column(
    judged: Sequence[Sequence[Observation | Trial]], place: Place, total: Row
) -> Iterator[Observation | Trial]:
    """Yield what the columns gave; where most do not add up, a row is missing or counted twice, and that is said once."""
    tried = [column for column in judged if TRIED in column]
    wrong = [item for column in tried for item in column if isinstance(item, Observation)]
    whole = len(wrong) > 1 and len(wrong) == len(tried)
    if not whole and (len(wrong) < _SEVERAL or 2 * len(wrong) <= len(tried)):
        yield from (item for column in judged for item in column)
        return
    yield from (item for column in judged for item in column if isinstance(item, Trial))
    yield found(
        place / "rows" / total.id,
        f"Raderna blir inte {total.label} i {len(wrong)} av {len(tried)} kolumner: en rad saknas, eller ingår i en annan.",
        *(evidence for item in wrong for evidence in item.evidence[:1]),
        advice="Lägg till raden som saknas, eller skriv varav framför den som ingår i en annan.",
        level=Level.DEVIATION,
    )


def _try_sum(
    table: EconomyTable, place: Place, column: Column, total_row: Row, rows: Sequence[Row]
) -> Iterator[Observation | Trial]:
    total, parts = amount(total_row, column, place), amounts_of(rows, column, place)
    if total is not None and not total.filled:
        return
    if total is None or parts is None or not any(part.filled for part in parts):
        yield TRIED if total and not total.number.amount else UNTRIED
    elif can_be(total, parts):
        yield TRIED
    elif any(row.text(column.id).strip() for row in rows_of(table, RowRole.OTHER)) or any(map(is_subtotal, rows)):
        yield UNTRIED  # a row whose role is not known may be one of the parts, a sum among the parts counts them twice
    else:
        yield TRIED
        yield found(
            total.place,
            f"Raderna blir tillsammans {total_of(parts)}, men {total_row.label} är {shown(total)}"
            f"{in_column(column)}. Skillnaden är större än avrundning kan ge.",
            total.evidence,
            *(part.evidence for part in parts if part.filled),
            advice=_ADVICE,
        )


def can_be(total: Amount, parts: Sequence[Amount]) -> bool:
    """Tell whether rounded parts can make the rounded total; a single part prints as its total does."""
    filled = [part for part in parts if part.filled]
    if len(filled) == 1 and filled[0].number.decimals == total.number.decimals:
        return filled[0].number.amount == total.number.amount
    return overlap(added(parts), total.interval)


def _try_net(
    place: Place, column: Column, net_row: Row, income_rows: Sequence[Row], cost_rows: Sequence[Row]
) -> Iterator[Observation | Trial]:
    net, income, cost = (
        amount(net_row, column, place),
        amounts_of(income_rows, column, place),
        amounts_of(cost_rows, column, place),
    )
    if net is not None and not net.filled:
        return
    if net is None or income is None or cost is None or not any(part.filled for part in (*income, *cost)):
        yield UNTRIED
        return
    yield TRIED
    possible = possible_nets(added(income), added(cost), free=column.role in VARIANCES)
    if not any(overlap(one, net.interval) for one in possible):
        yield found(
            net.place,
            f"Intäkter {total_of(income)} och kostnader {total_of(cost)} ger inte {net_row.label} {shown(net)}"
            f"{in_column(column)}.",
            net.evidence,
            *(part.evidence for part in (*income, *cost) if part.filled),
            advice="Rätta nettot eller någon av raderna.",
        )


def possible_nets(income: Interval, cost: Interval, *, free: bool) -> tuple[Interval, ...]:
    """Return the nets that income and cost can give: their sum where the signs differ, else a difference."""
    together = (income[0] + cost[0], income[1] + cost[1])
    differences = (minus(income, cost), minus(cost, income))
    signs = _sign(income) * _sign(cost)
    if free or not signs:
        return (together, *differences)
    return (together,) if signs < 0 else differences


def _sign(interval: Interval) -> int:
    return (interval[0] > 0) - (interval[1] < 0)


def amounts_of(rows: Sequence[Row], column: Column, place: Place) -> tuple[Amount, ...] | None:
    """Return the cells of the rows in a column, or None where one of them is no amount."""
    cells = [amount(row, column, place) for row in rows]
    read = tuple(cell for cell in cells if cell is not None)
    return read if len(read) == len(cells) else None
