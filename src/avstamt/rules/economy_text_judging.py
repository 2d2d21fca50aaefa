"""Claims of money in prose held against the heading of their section, the tables of the report and their own sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from avstamt.domain.economy import EconomyTable, RowRole
from avstamt.domain.place import Place
from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import Balance, Result
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.amounts import Amount, amount, tables
from avstamt.rules.economy_headings import AmountHeading, read_heading, unit_of
from avstamt.rules.economy_text_areas import judge_area
from avstamt.rules.economy_text_beside import judge_beside
from avstamt.rules.economy_text_columns import judge_line
from avstamt.rules.economy_text_rows import (
    MEANT,
    SCALES,
    SIGNS,
    VARIANCES,
    is_printed,
    judge_named,
    judge_scale,
    unlike,
    upside,
)
from avstamt.rules.economy_text_signed import judge_signed
from avstamt.rules.economy_text_whole import says_whole
from avstamt.rules.model import Context, found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong
from avstamt.rules.text_levels import is_this_year

_FAR = Decimal("0.01")
_APPOSED = re.compile(r"skott(?:et)?\s?[,(]", re.IGNORECASE)
"""A signed amount set beside its word, "ett underskott, -0,5 mnkr", repeats it as the table prints it."""


def judge_balance(case: Case) -> Judgement:
    """Judge a surplus or deficit by the amount in the heading above it, else by the report's tables."""
    claim = case.claim
    if not isinstance(claim, Balance) or claim.negated:
        return NOT_TRIED
    if claim.heading:
        return judge_signed(case, claim.figure) if claim.figure else NOT_TRIED
    if claim.said and claim.figure and claim.figure.sign and claim.figure.low and not _in_brackets(case, claim.figure):
        return _judge_sign(case, claim, claim.figure)
    if (plain := _judge_plain(case, claim)).tried:
        return plain
    heading = _heading(case)
    if says_whole(case.told.text) and heading is None:
        return _judge_total(case, claim)
    return _judge_amount(case, claim, claim.figure) if claim.figure else NOT_TRIED


def _judge_plain(case: Case, claim: Balance) -> Judgement:
    """Judge a result by the two amounts right before it, by the row of income or costs it is told of, else by its area."""
    beside = judge_beside(case, claim, claim.figure) if claim.figure else NOT_TRIED
    if beside.slips or (line := judge_line(case)).tried:
        return beside if beside.slips else line
    return judge_area(case, claim)


def _in_brackets(case: Case, number: Figure) -> bool:
    """Tell whether an amount stands in brackets: it repeats what the words say, in the table's own sign."""
    before = case.told.block.text[case.told.span.start : number.span.start]
    return before.count("(") > before.count(")")


def _stands_beside(case: Case, number: Figure) -> bool:
    """Tell whether a comma or a dash parts an amount from its words: "underskottet gäller placeringar, -9,1 mnkr"."""
    return case.told.block.text[case.told.span.start : number.span.start].rstrip().endswith((",", "–", ":"))


def _judge_amount(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge an amount by the row that its sentence names, else by whether any table prints it."""
    named = judge_named(case, claim, number)
    if named.tried:
        return named
    scaled = judge_scale(case, number)
    if scaled.tried:
        return scaled
    return RIGHT if is_printed(case.context, number) else NOT_TRIED


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
        if not (agrees and (number.low > 0 or _APPOSED.search(words) or _stands_beside(case, number)))
        else RIGHT
    )


def _heading(case: Case) -> AmountHeading | None:
    block = case.told.block
    if case.told.heading:
        return read_heading(case.told.heading, block.place)
    return read_heading(block.section.title, block.place) if block.section else None


def _is_as_fine(number: Figure, unit: str, decimals: int) -> bool:
    """Tell whether an amount in prose is given exactly, in the unit and with the decimals of what it is held against."""
    return (number.unit, number.decimals, number.degree) == (unit, decimals, Degree.EXACT)


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
    if all(
        SCALES[number.unit] == one.scale and _is_as_fine(number, number.unit, one.cell.number.decimals)
        for one in totals
    ):
        slack = Decimal(len(totals) - 1) * SCALES[number.unit].scaleb(-number.decimals)
    said = abs(number.low) * SCALES[number.unit]
    sums = [(one.value, one.upside) for one in totals]
    sums.append((sum((one.value for one in totals), Decimal(0)), min(one.upside for one in totals)))
    same = [(value, upside) for value, upside in sums if abs(said - abs(value)) <= slack]
    cells = [one.cell for one in totals]
    if same:
        turned = all(value * upside * SIGNS[claim.result] < 0 for value, upside in same)
        return wrong("EKO-403", unlike(case, claim, cells)) if turned else RIGHT
    if is_printed(case.context, number):
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
    """The variance of a net or total row, its unit in kronor, the size of its table's largest amount, and which sign is a surplus."""

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
        rows = [row for row in table.rows if row.role in (RowRole.NET, RowRole.TOTAL)] if scale else []
        size = _size(table, place) * (scale or 0) if rows else Decimal(0)
        result += [
            Total(cell, scale, size, upside(table, place))
            for row in rows
            for column in table.columns
            if scale and column.role in VARIANCES and (cell := amount(row, column, place))
        ]
    return result


def _size(table: EconomyTable, place: Place) -> Decimal:
    """Return the largest amount of a table; a unit whose budget is paid by its own income has a net of nought."""
    cells = (amount(row, column, place) for row in table.rows for column in table.columns)
    return max((abs(one.number.amount) for one in cells if one), default=Decimal(0))
