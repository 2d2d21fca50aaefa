"""Rules about headings that carry an amount: "Barn och ungdom -1,7 mnkr" against the area's row in the table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from rapidfuzz import fuzz

from avstamt.domain.economy import Column, ColumnRole, EconomyTable, Row, RowRole, Unit
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, format_amount, quantity
from avstamt.domain.section import Section
from avstamt.domain.text import SubHeading, block_text
from avstamt.rules.amounts import Amount, amount
from avstamt.rules.figures import overlap
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule

_HEADING = re.compile(
    r"^(?P<label>\D.*?)[\s:,(–—-]*?\s(?P<amount>[+±\-−–]?\s?\d[\d\s\u00a0\u202f]*(?:,\d+)?)\s*(?P<unit>mnkr|mkr|mkkr|tkr|kr)\)?\.?$",
    re.IGNORECASE,
)
_SCALES = {"mnkr": Decimal(1_000_000), "tkr": Decimal(1_000), "kr": Decimal(1)}
_ALIKE = 92
_TELLING = (ColumnRole.VARIANCE, ColumnRole.ADJUSTED_VARIANCE)
_OTHERS = (ColumnRole.CLOSING, ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.FORECAST)


@dataclass(frozen=True, slots=True)
class AmountHeading:
    """A heading that ends in an amount."""

    place: Place
    text: str
    label: str
    amount: Quantity
    signed: bool


@dataclass(frozen=True, slots=True)
class _Area:
    """A row of a table with the variances and the other amounts it prints, each unit worth `scale` kronor."""

    row: Row
    variances: tuple[Amount, ...]
    others: tuple[Amount, ...]
    scale: Decimal
    unit: str


@rule(
    "EKO-301",
    name="rubrikbelopp",
    level=Level.ERROR,
    basis="samstämmighet",
    claims="belopp i rubriker",
    heeds=(Aspect.TEXTS, Aspect.ECONOMY),
)
def heading_amount_is_in_the_table(context: Context) -> Iterator[Observation | Trial]:
    """Beloppet i en rubrik är avvikelsen på områdets rad i tabellen.

    Varför: rubrikbeloppen skrivs för hand och blir kvar när tabellen räknas om. Både avvikelsen och den justerade
    avvikelsen godtas.
    Fel: rubriken ’Barn och ungdom -1,7 mnkr’, raden Barn och ungdom med avvikelsen -2,7.
    Rätt: rubriken ’Barn och ungdom -1,7 mnkr’, raden Barn och ungdom med avvikelsen -1,7.
    """
    areas = tuple(_areas(context))
    for heading in _headings(context) if areas else ():
        rows = _rows_for(heading.label, areas)
        if len(rows) != 1 or not rows[0].variances:
            yield UNTRIED
            continue
        yield TRIED
        area = rows[0]
        # an amount without a sign may be the area's budget or outcome
        meant = area.variances if heading.signed else (*area.variances, *area.others)
        if not any(_says_the_same(heading.amount, one.number, area) for one in meant):
            yield _differing(heading, area)


def _differing(heading: AmountHeading, area: _Area) -> Observation:
    shown = (format_amount(one.number.amount, one.number.decimals, area.unit) for one in area.variances)
    in_table = " eller ".join(dict.fromkeys(shown))
    written = format_amount(heading.amount.amount, heading.amount.decimals, heading.amount.unit)
    return found(
        heading.place,
        f"Rubriken säger {written}, men raden ’{area.row.label}’ har avvikelsen {in_table}.",
        Evidence(heading.place, heading.text),
        *(one.evidence for one in area.variances),
        advice="Rätta rubriken eller tabellen.",
    )


def _headings(context: Context) -> Iterator[AmountHeading]:
    sections = (section for section, _place in context.sections)
    yield from chain.from_iterable(context.kept.each(_headings_in, sections))


def _headings_in(section: Section) -> tuple[AmountHeading, ...]:
    place = Place.of("sections", section.id)
    inside = [block for block in section.text.blocks if isinstance(block, SubHeading)]
    headings = [(block_text(block), place / "text" / "blocks" / block.id) for block in inside]
    titled = [(section.title, place / "title"), *headings]
    return tuple(heading for text, where in titled if (heading := read_heading(text, where)))


def read_heading(text: str, place: Place) -> AmountHeading | None:
    """Read a heading that ends in an amount, None for other headings."""
    match = _HEADING.match(" ".join(text.split()))
    number = quantity(f"{match['amount']} {match['unit'].lower()}") if match else None
    if match is None or number is None or number.unit not in _SCALES:
        return None
    signed = match["amount"][0] in "+±-−–"
    return AmountHeading(place, text.strip(), match["label"], number, signed)


def _areas(context: Context) -> Iterator[_Area]:
    sections = (section for section, _place in context.sections)
    return chain.from_iterable(context.kept.each(_areas_in, sections))


def _areas_in(section: Section) -> tuple[_Area, ...]:
    tables = Place.of("sections", section.id, "tables")
    return tuple(area for table in section.tables for area in _areas_of(table, tables / table.id))


def _areas_of(table: EconomyTable, place: Place) -> Iterator[_Area]:
    columns = [column for column in table.columns if column.role in _TELLING]
    others = [column for column in table.columns if column.role in _OTHERS]
    unit = unit_of(table)
    if columns and unit:
        for row in table.rows:
            if row.role not in (RowRole.TOTAL, RowRole.NET):
                yield _Area(row, _filled(row, columns, place), _filled(row, others, place), _SCALES[unit], unit)


def _filled(row: Row, columns: Sequence[Column], place: Place) -> tuple[Amount, ...]:
    cells = (amount(row, column, place) for column in columns)
    return tuple(cell for cell in cells if cell is not None and cell.filled)


def unit_of(table: EconomyTable) -> str:
    """Return the unit of a table's amounts, as it is set or as the head above the labels says it; empty where none is."""
    if table.unit is not Unit.NONE:
        return table.unit.value
    written = re.search(r"\b(mnkr|mkr|tkr|kr)\b", f"{table.corner} {table.title}", re.IGNORECASE)
    return {"mkr": "mnkr"}.get(written.group().lower(), written.group().lower()) if written else ""


def _rows_for(label: str, areas: Sequence[_Area]) -> list[_Area]:
    """Return the rows a heading speaks of: those with its label, else those with a label much like it."""
    wanted = plain_label(label)
    same = [area for area in areas if plain_label(area.row.label) == wanted]
    if same or not wanted:
        return same
    return [area for area in areas if fuzz.ratio(plain_label(area.row.label), wanted) >= _ALIKE]


def plain_label(label: str) -> str:
    """Return a label without blanks, signs and capitals, so that one written in another way is known."""
    return re.sub(r"[\W_]+", "", label.casefold())


def _says_the_same(written: Quantity, printed: Quantity, area: _Area) -> bool:
    """Tell whether a heading says what the table prints: the same figure, or the same as far as the coarser one shows."""
    scale = _SCALES[written.unit]
    one, other = written.amount * scale, printed.amount * area.scale
    step, printed_step = _step(written, scale), _step(printed, area.scale)
    if step == printed_step or not one:
        return one == other
    return overlap((one - step / 2, one + step / 2), (other - printed_step / 2, other + printed_step / 2))


def _step(number: Quantity, scale: Decimal) -> Decimal:
    return Decimal(1).scaleb(-number.decimals) * scale
