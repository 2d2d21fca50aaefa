"""Money in prose held against the row it names: the area's or the table's variance, its sign, and the size of its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from typing import NamedTuple

from avstamt.domain.economy import ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.place import Place
from avstamt.domain.section import Section
from avstamt.language.claims.model import Balance, Result
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.amounts import Amount, amount, tables_of
from avstamt.rules.economy_headings import unit_of
from avstamt.rules.figures import overlap
from avstamt.rules.model import Context, Observation, found
from avstamt.rules.prose import steady
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

SCALES = {"mnkr": Decimal(1_000_000), "tkr": Decimal(1_000), "kr": Decimal(1), "mdkr": Decimal(1_000_000_000)}
SIGNS = {Result.SURPLUS: 1, Result.DEFICIT: -1, Result.EVEN: 0}
VARIANCES = (ColumnRole.VARIANCE, ColumnRole.ADJUSTED_VARIANCE)
PART = re.compile(
    r"\b(?:varav|inom|avseende|för\s+(?!enheten|året|hel|innevarande|perioden|verksamhetsåret|nämnden|förvaltningen|20)\w+|verksamhetsområde\w*|området|kostnad\w*)\b",
    re.IGNORECASE,
)
MEANT = re.compile(
    r"\b(?:strävar|arbetar|mål(?:et|sättning\w*)?|syft\w*|ska|bör|verka|säkerställ\w*|åtgärd\w*|upp?nå|krav\w*|resultatfond\w*|fond\w*|"
    r"investering\w*|\w*bidrag\w*|tidigare|inledningsvis|tertialrapport\w*)\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\W*(?:(?:verksamhetsområdet|verksamheten|området|avdelningen(?:\s+för)?|inom|för|även|totalt|sammantaget)\s+)*",
    re.IGNORECASE,
)
_LEAST_DIGITS = 2
_EXPLAINS = re.compile(
    r"\b(?:kommer\s+av|beror|förklaras|består|orsakas|utgörs|följd|grund|därav|delvis|bidrar|motverkas|minskar|ökar)\b",
    re.IGNORECASE,
)
_EXCEEDS = re.compile(r"(?:över|under)(?:st|skr)", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:e?n|e?t|erna|na)?s?(?![^\W_])")
_TURN = re.compile(r"(?:;|,?\s(?:medan|men|samtidigt\s+som|däremot))\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A row of an economy table under the names it goes by: its variances in print, and which sign of them is a surplus."""

    name: str
    table: str
    role: RowRole
    variances: tuple[Amount, ...]
    scale: Decimal
    upside: int


def rows_of(context: Context) -> tuple[NamedRow, ...]:
    """Return the rows that a text may name: those of areas by their labels, net rows by their table's title."""
    return context.derived(_rows)


def _rows(context: Context) -> tuple[NamedRow, ...]:
    return tuple(chain.from_iterable(context.kept.each(_rows_in, (section for section, _place in context.sections))))


def _rows_in(section: Section) -> tuple[NamedRow, ...]:
    found_: list[NamedRow] = []
    for table, place in tables_of(section):
        scale = SCALES.get(unit_of(table))
        if scale is None:
            continue
        title, sign = (table.title or table.corner).strip().casefold(), upside(table, place)
        for row in table.rows:
            cells = tuple(
                cell for column in table.columns if column.role in VARIANCES if (cell := amount(row, column, place))
            )
            filled = tuple(cell for cell in cells if cell.filled)
            name = title if row.role in (RowRole.NET, RowRole.TOTAL) else " ".join(row.label.split()).casefold()
            if filled and name:
                found_.append(NamedRow(name, title, row.role, filled, scale, sign))
    return tuple(found_)


def upside(table: EconomyTable, place: Place) -> int:
    """Return 1 where a positive variance is a surplus, -1 where it is a deficit, 0 where the table does not show it."""
    votes = {vote for row in table.rows for vote in _votes(table, row, place)}
    return votes.pop() if len(votes) == 1 else 0


def _votes(table: EconomyTable, row: Row, place: Place) -> Iterator[int]:
    """Yield what a row of costs, or a net, says of the sign of its variance."""
    cells = {column.role: cell for column in table.columns if (cell := amount(row, column, place)) and cell.filled}
    budget = cells.get(ColumnRole.BUDGET)
    spent = cells.get(ColumnRole.FORECAST) or cells.get(ColumnRole.OUTCOME)
    variance = cells.get(ColumnRole.VARIANCE)
    if budget is None or spent is None or variance is None or not variance.number.amount:
        return
    before, after = budget.number.amount, spent.number.amount
    if (
        row.role not in (RowRole.NET, RowRole.TOTAL, RowRole.AREA, RowRole.COST, RowRole.TOTAL_COST)
        or before * after <= 0
    ):
        return
    saved = abs(after) < abs(before)
    if before != after:
        yield 1 if saved == (variance.number.amount > 0) else -1


def judge_named(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge a surplus or deficit by the row that opens the sentence."""
    opening = _LEAD.sub("", _clause(case, claim)).casefold()
    rows = [row for row in rows_of(case.context) if _opens(opening, row.name)]
    longest = max((len(row.name) for row in rows), default=0)
    rows = [row for row in rows if len(row.name) == longest]
    if not rows or number.unit not in SCALES or claim.negated:
        return NOT_TRIED
    same = [(row, cell) for row in rows for cell in row.variances if is_amount(number, cell, row.scale)]
    if same:
        signs = {sign_of(cell, row.upside) for row, cell in same}
        said = _said(claim, case.told.words_of(claim), same[0][0])
        return (
            wrong("EKO-403", unlike(case, claim, [cell for _row, cell in same])) if signs == {-said} and said else RIGHT
        )
    cells = [cell for row in rows for cell in row.variances]
    narrowed = PART.search(opening[longest:]) or _EXPLAINS.search(opening) or MEANT.search(case.told.text)
    other = number.is_range or _is_of_another(case, claim, opening)
    if narrowed or other or not is_this_year(case, claim.when) or number.degree not in (Degree.EXACT, Degree.ABOUT):
        return NOT_TRIED
    return wrong("EKO-403", unlike(case, claim, cells))


def _said(claim: Balance, words: str, row: NamedRow) -> int:
    """Return 1 for a surplus, -1 for a deficit: more income than the budget is a surplus, more of what is spent is none."""
    exceeds = row.role in (RowRole.INCOME, RowRole.TOTAL_INCOME) and _EXCEEDS.match(words)
    return -SIGNS[claim.result] if exceeds else SIGNS[claim.result]


def _opens(opening: str, name: str) -> bool:
    """Tell whether a clause opens with a row's name, as it stands or in the definite form."""
    return bool(name) and opening.startswith(name) and _DEFINITE.match(opening, len(name)) is not None


def _is_of_another(case: Case, claim: Balance, opening: str) -> bool:
    """Tell whether a result may be that of another row: one before it in the clause is told already."""
    start = case.told.span.end - len(opening)
    return any(isinstance(one, Balance) and start <= one.span.start < claim.span.start for one in case.told.claims)


def _clause(case: Case, claim: Balance) -> str:
    """Return a sentence from where the clause of a claim begins: behind the last "medan", "men" or semicolon before it."""
    start, text = case.told.span.start, case.told.block.text
    turns = [match.end() for match in _TURN.finditer(text, start, max(start, claim.span.start))]
    return text[max([start, *turns]) : case.told.span.end]


def sign_of(cell: Amount, upside: int) -> int:
    """Return 1 for a surplus, -1 for a deficit, 0 where it is none or the table does not show which it is."""
    value = cell.number.amount
    return upside * ((value > 0) - (value < 0))


def is_amount(number: Figure, cell: Amount, scale: Decimal) -> bool:
    """Tell whether an amount in prose is a cell's, whatever its sign, as far as the coarser of them shows."""
    if number.unit not in SCALES:
        return False
    own = SCALES[number.unit]
    low, high = sorted(abs(end) * own for end in number.interval)
    one, other = sorted(abs(end) * scale for end in cell.number.interval)
    if own == scale and number.decimals == cell.number.decimals and number.degree is Degree.EXACT:
        return abs(number.low) == abs(cell.number.amount)
    return overlap((low, high), (one, other))


def unlike(case: Case, claim: Balance, cells: Sequence[Amount]) -> Observation:
    """Return that a result in prose is another than that of these cells."""
    cells = sorted(cells, key=lambda one: (one.text, steady(one.evidence.place)))
    shown = " och ".join(dict.fromkeys(one.text for one in cells))
    return found(
        case.told.at(claim),
        f"Texten säger ’{' '.join(case.told.words_of(claim).split())}’, men tabellens avvikelse är {shown}.",
        case.told.evidence,
        *(one.evidence for one in cells),
        advice="Rätta texten eller tabellen.",
    )


def judge_scale(case: Case, number: Figure) -> Judgement:
    """Judge that tkr stands where mnkr is meant: a thousand times too little or too much for the amount with these digits."""
    if number.unit not in ("tkr", "mnkr") or number.is_range or number.degree is not Degree.EXACT:
        return NOT_TRIED
    other = "mnkr" if number.unit == "tkr" else "tkr"
    cells = [
        one.cell
        for one in _cells(case.context)
        if one.scale == SCALES[other]
        and one.cell.number.decimals == number.decimals
        and abs(one.cell.number.amount) == abs(number.low)
    ]
    telling = number.decimals > 0 or len(str(abs(int(number.low))).rstrip("0")) >= _LEAST_DIGITS
    if not cells or not telling or is_printed(case.context, number):
        return NOT_TRIED
    words = " ".join(number.span.of(case.told.block.text).split())
    cell = min(cells, key=lambda one: (one.number.amount != number.low, one.text, str(one.evidence.place)))
    return wrong(
        "EKO-410",
        found(
            case.told.block.place.at(*number.span),
            f"Texten säger {words}, men beloppet {cell.text} i tabellen är i {other}.",
            case.told.evidence,
            cell.evidence,
            advice=f"Skriv {other}, om det är samma belopp.",
        ),
    )


class _Printed(NamedTuple):
    """An amount that a table prints, with the unit it is in, and between what it lies in kronor, whatever its sign."""

    cell: Amount
    scale: Decimal
    low: Decimal
    high: Decimal


def _cells(context: Context) -> tuple[_Printed, ...]:
    return context.derived(_all_cells)


def _all_cells(context: Context) -> tuple[_Printed, ...]:
    return tuple(chain.from_iterable(context.kept.each(_cells_in, context.report.sections)))


def _cells_in(section: Section) -> tuple[_Printed, ...]:
    found_: list[_Printed] = []
    for table, place in tables_of(section):
        scale = SCALES.get(unit_of(table))
        for row in table.rows if scale else ():
            for column in table.columns:
                cell = amount(row, column, place) if column.role is not ColumnRole.SHARE else None
                if cell and cell.filled and scale:
                    low, high = sorted(abs(end) * scale for end in cell.number.interval)
                    found_.append(_Printed(cell, scale, low, high))
    return tuple(found_)


def is_printed(context: Context, number: Figure) -> bool:
    """Tell whether a table of the report prints an amount, whatever its sign."""
    if number.unit not in SCALES:
        return False
    own = SCALES[number.unit]
    low, high = sorted(abs(end) * own for end in number.interval)
    near = (one for one in _cells(context) if low <= one.high and one.low <= high)
    return any(is_amount(number, one.cell, one.scale) for one in near)
