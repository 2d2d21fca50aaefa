"""A rule about signs in economy tables: a row has one sign from column to column."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.economy import ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.rules.amounts import Amount, amount, shown, tables
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_COMPARED = (ColumnRole.CLOSING, ColumnRole.BUDGET, ColumnRole.FORECAST, ColumnRole.OUTCOME)
_SIGNED = (RowRole.INCOME, RowRole.COST, RowRole.TOTAL_INCOME, RowRole.TOTAL_COST)
_ALIKE = 2


@rule(
    "EKO-103",
    name="tecken-i-raden",
    level=Level.DEVIATION,
    basis="samstämmighet",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def row_keeps_its_sign(context: Context) -> Iterator[Observation]:
    """Intäkter och kostnader har samma tecken i budget, utfall och prognos.

    Varför: tecknet visar om det är en intäkt eller en kostnad. Ett ungefär lika stort belopp med omvänt tecken är ett
    skrivfel.
    Fel: Kostnader, budget -48 600 och utfall 47 900.
    Rätt: Kostnader, budget -48 600 och utfall -47 900.
    """
    for table, place in tables(context):
        for row in table.rows:
            if row.role in _SIGNED and (pair := _turned(table, row, place)):
                odd, other = pair
                yield found(
                    odd.place,
                    f"{row.label}: {shown(odd)} har omvänt tecken mot {shown(other)} i samma rad.",
                    odd.evidence,
                    other.evidence,
                    advice="Vänd tecknet, eller rätta beloppen.",
                )


def _turned(table: EconomyTable, row: Row, place: Place) -> tuple[Amount, Amount] | None:
    """Return an amount whose sign is not that of the others of about its size, with one of them; the last where it is open."""
    read = [amount(row, column, place) for column in table.columns if column.role in _COMPARED]
    sized = [one for one in read if one is not None and one.number.amount]
    up = [one for one in sized if one.number.amount > 0]
    down = [one for one in sized if one.number.amount < 0]
    if not up or not down:
        return None
    few, many = (up, down) if len(up) < len(down) else (down, up)
    odd, other = few[-1], many[0]
    sizes = sorted(abs(one.number.amount) for one in (odd, other))
    return (odd, other) if sizes[1] <= _ALIKE * sizes[0] else None
