"""Claims of money in prose held against the heading of their section, the tables of the report and their own sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import Balance, Comparison, Result
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Figure, Sort
from avstamt.rules.amounts import Amount, amount, tables
from avstamt.rules.economy_headings import AmountHeading, read_heading, unit_of
from avstamt.rules.economy_text_rows import (
    MEANT,
    SCALES,
    SIGNS,
    VARIANCES,
    judge_named,
    judge_scale,
    judge_side,
    says_whole,
    unlike,
    upside,
)
from avstamt.rules.figures import overlap
from avstamt.rules.model import Context, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

_TOTAL = re.compile(
    r"\b(?:totalt|sammantaget|verksamhetsområdet|området|årsresultatet|helårsprognosen)\b", re.IGNORECASE
)
_USED = re.compile(r"\bförbruk\w+", re.IGNORECASE)
_FAR = Decimal("0.01")
_APPOSED = re.compile(r"skott(?:et)?\s?[,(]", re.IGNORECASE)
"""A signed amount set beside its word, "ett underskott, -0,5 mnkr", repeats it as the table prints it."""


def judge_balance(case: Case) -> Judgement:
    """Judge a surplus or deficit by the amount in the heading above it, else by the report's tables."""
    claim = case.claim
    if not isinstance(claim, Balance) or claim.heading or claim.negated:
        return NOT_TRIED
    if claim.said and claim.figure and claim.figure.sign and claim.figure.low:
        return _judge_sign(case, claim, claim.figure)
    heading = _heading(case)
    if heading and claim.figure and _TOTAL.search(case.told.text) and case.told.block.number == 0:
        return _judge_heading(case, claim, claim.figure, heading)
    if says_whole(case.told.text) and heading is None:
        return _judge_total(case, claim)
    return _judge_amount(case, claim, claim.figure) if claim.figure else NOT_TRIED


def _judge_amount(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge an amount by the row that its sentence names, else by whether any table prints it."""
    named = judge_named(case, claim, number)
    if named.tried:
        return named
    scaled = judge_scale(case, number)
    if scaled.tried:
        return scaled
    return RIGHT if _is_printed(case, number) else NOT_TRIED


def _judge_sign(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge a word and a sign that say the same twice, or one against the other."""
    words = " ".join(case.told.words_of(claim).split())
    agrees = (number.low < 0) == (claim.result is Result.DEFICIT)
    told = "säger samma sak två gånger" if agrees else "säger emot varandra"
    return (
        wrong(
            "EKO-401",
            found(
                case.told.at(claim),
                f"Ordet och tecknet i ’{words}’ {told}.",
                case.told.evidence,
                advice="Skriv beloppet utan tecken." if agrees else "Rätta ordet eller tecknet.",
            ),
        )
        if not (agrees and (number.low > 0 or _APPOSED.search(words)))
        else RIGHT
    )


def _heading(case: Case) -> AmountHeading | None:
    block = case.told.block
    if case.told.heading:
        return read_heading(case.told.heading, block.place)
    return read_heading(block.section.title, block.place) if block.section else None


def _judge_heading(case: Case, claim: Balance, number: Figure, heading: AmountHeading) -> Judgement:
    said = number.low * SCALES[number.unit] * (SIGNS[claim.result] or 1)
    written = heading.amount.amount * SCALES[heading.amount.unit]
    slack = _slack(number) + Decimal(5).scaleb(-heading.amount.decimals - 1) * SCALES[heading.amount.unit]
    if abs(said - written) <= slack or (not heading.signed and abs(abs(said) - written) <= slack):
        return RIGHT
    if not heading.signed:
        return NOT_TRIED
    section = case.told.block.section
    return wrong(
        "EKO-402",
        found(
            case.told.at(claim),
            f"Texten säger {claim.result.value} {' '.join(number.span.of(case.told.block.text).split())}, men rubriken ’{heading.text}’.",
            case.told.evidence,
            *((_title(section.id, heading),) if section and not case.told.heading else ()),
            advice="Rätta texten eller rubriken.",
        ),
    )


def _title(section: str, heading: AmountHeading) -> Evidence:
    return Evidence(Place.of("sections", section, "title"), heading.text)


def _slack(number: Figure) -> Decimal:
    low, high = number.interval
    return (high - low) / 2 * SCALES[number.unit]


def _judge_total(case: Case, claim: Balance) -> Judgement:
    """Judge what is said of the whole unit's result by the total variances of the tables, one by one and together."""
    totals = [one for one in total_variances(case) if one.cell.filled]
    if not totals or MEANT.search(case.told.text) or not is_this_year(case, claim.when):
        return NOT_TRIED
    if claim.figure is None:
        return _judge_even(case, claim, totals)
    number = claim.figure
    if number.unit not in SCALES:
        return NOT_TRIED
    slack = _slack(number) + max(Decimal(5).scaleb(-one.cell.number.decimals - 1) * one.scale for one in totals)
    said = abs(number.low) * SCALES[number.unit]
    sums = [(one.value, one.upside) for one in totals]
    sums.append((sum((one.value for one in totals), Decimal(0)), min(one.upside for one in totals)))
    same = [(value, upside) for value, upside in sums if abs(said - abs(value)) <= slack]
    cells = [one.cell for one in totals]
    if same:
        turned = all(value * upside * SIGNS[claim.result] < 0 for value, upside in same)
        return wrong("EKO-403", unlike(case, claim, cells)) if turned else RIGHT
    if _is_printed(case, number):
        return RIGHT
    scaled = judge_scale(case, number)
    return scaled if scaled.tried else wrong("EKO-403", unlike(case, claim, cells))


def _judge_even(case: Case, claim: Balance, totals: Sequence[Total]) -> Judgement:
    """Judge that the whole is in balance, or keeps to its budget: a variance of one per cent at most is that."""
    if claim.result is not Result.EVEN:
        return _judge_word(case, claim, totals)
    whole = max(one.size for one in totals)
    sums = [*(one.value for one in totals), sum((one.value for one in totals), Decimal(0))]
    if any(abs(one) <= _FAR * whole for one in sums):
        return RIGHT
    return wrong("EKO-403", unlike(case, claim, [one.cell for one in totals]))


def _judge_word(case: Case, claim: Balance, totals: Sequence[Total]) -> Judgement:
    """Judge a surplus or deficit without an amount by the sign of the only total."""
    if len(totals) != 1 or not totals[0].value * totals[0].upside or claim.modality is not Modality.FACT:
        return NOT_TRIED
    if totals[0].value * totals[0].upside * SIGNS[claim.result] > 0:
        return RIGHT
    return wrong("EKO-403", unlike(case, claim, [totals[0].cell]))


@dataclass(frozen=True, slots=True)
class Total:
    """The variance of a net or total row, its unit in kronor, the size of the row's budget, and which sign is a surplus."""

    cell: Amount
    scale: Decimal
    size: Decimal
    upside: int

    @property
    def value(self) -> Decimal:
        """Return the variance in kronor."""
        return self.cell.number.amount * self.scale


def total_variances(case: Case) -> list[Total]:
    """Return the variances of the net or total rows."""
    return case.context.derived(_total_variances)


def _total_variances(context: Context) -> list[Total]:
    result: list[Total] = []
    for table, place in tables(context):
        scale = SCALES.get(unit_of(table))
        for row in table.rows if scale else ():
            if row.role not in (RowRole.NET, RowRole.TOTAL) or scale is None:
                continue
            cells = {column: amount(row, column, place) for column in table.columns}
            size = max((abs(one.number.amount) * scale for one in cells.values() if one), default=Decimal(0))
            result += [
                Total(cell, scale, size, upside(table, place))
                for column, cell in cells.items()
                if cell and column.role in VARIANCES
            ]
    return result


def _is_printed(case: Case, number: Figure) -> bool:
    """Tell whether a table of the report prints an amount."""
    if number.unit not in SCALES:
        return False
    low, high = number.interval
    scale = SCALES[number.unit]
    return any(overlap((low * scale, high * scale), one) for one in case.context.derived(_printed))


def _printed(context: Context) -> tuple[tuple[Decimal, Decimal], ...]:
    """Return the intervals, in kronor, of every amount in the tables, without their signs."""
    found_: list[tuple[Decimal, Decimal]] = []
    for table, place in tables(context):
        scale = SCALES.get(unit_of(table))
        for row in table.rows if scale else ():
            for column in table.columns:
                cell = amount(row, column, place)
                if scale and cell and cell.filled and column.role is not ColumnRole.SHARE:
                    one, other = sorted(abs(end) for end in cell.interval)
                    found_.append((one * scale, other * scale))
    return tuple(found_)


def judge_money_level(case: Case) -> Judgement:
    """Judge a stated amount, or a share used, by the tables of the section it stands in."""
    claim = case.claim
    if isinstance(claim, Stated) and claim.figure.sort is Sort.SHARE and _USED.search(case.told.text):
        return _judge_share(case, claim.figure)
    if (
        isinstance(claim, Comparison)
        and claim.base
        and claim.base.sort is Sort.SHARE
        and "riktvärde" in case.told.text.lower()
    ):
        return _judge_benchmark(case, claim.base)
    if isinstance(claim, Stated) and claim.figure.sort is Sort.MONEY:
        return RIGHT if _is_printed(case, claim.figure) else judge_scale(case, claim.figure)
    return judge_side(case)


def _judge_share(case: Case, number: Figure) -> Judgement:
    """Judge a share used by the share columns of the section's tables."""
    cells = [cell for table, place in _own_tables(case) for cell in _shares(table, place)]
    if not cells:
        return NOT_TRIED
    if any(overlap(number.interval, cell.number.interval) for cell in cells):
        return RIGHT
    net = [cell for table, place in _own_tables(case) for cell in _shares(table, place, RowRole.NET, RowRole.TOTAL)]
    shown = " och ".join(dict.fromkeys(cell.text for cell in net or cells[-1:]))
    return wrong(
        "EKO-404",
        found(
            case.told.block.place.at(*number.span),
            f"Texten säger {number.span.of(case.told.block.text)}, men tabellens förbrukning är {shown}.",
            case.told.evidence,
            *(cell.evidence for cell in net[-2:] or cells[-1:]),
            advice="Rätta texten eller tabellen.",
        ),
    )


def _judge_benchmark(case: Case, number: Figure) -> Judgement:
    marks = [(table, place) for table, place in _own_tables(case) if re.search(r"\d", table.benchmark)]
    for table, place in marks:
        printed = Decimal(re.sub(r"[^\d,]", "", table.benchmark).replace(",", ".") or "0")
        if not overlap(number.interval, (printed, printed)):
            return wrong(
                "EKO-404",
                found(
                    case.told.block.place.at(*number.span),
                    f"Texten säger riktvärdet {number.span.of(case.told.block.text)}, men tabellen {table.benchmark}.",
                    case.told.evidence,
                    Evidence(place / "benchmark", table.benchmark),
                    advice="Rätta texten eller tabellen.",
                ),
            )
    return RIGHT if marks else NOT_TRIED


def _own_tables(case: Case) -> list[tuple[EconomyTable, Place]]:
    section = case.told.block.section
    if section is None:
        return []
    return [(table, Place.of("sections", section.id, "tables", table.id)) for table in section.tables]


def _shares(table: EconomyTable, place: Place, *roles: RowRole) -> list[Amount]:
    columns = [column for column in table.columns if column.role is ColumnRole.SHARE]
    rows = [row for row in table.rows if not roles or row.role in roles]
    cells = [amount(row, column, place) for row in rows for column in columns]
    return [cell for cell in cells if cell and cell.filled]
