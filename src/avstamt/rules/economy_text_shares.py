"""Amounts and shares used that a sentence states, held against the tables of its section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.domain.quantity import format_amount
from avstamt.language.claims.model import Comparison
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Figure, Sort
from avstamt.rules.amounts import Amount, amount, tables
from avstamt.rules.economy_headings import unit_of
from avstamt.rules.economy_text_areas import judge_second
from avstamt.rules.economy_text_columns import judge_line
from avstamt.rules.economy_text_rows import PART, SCALES, VARIANCES, is_amount, is_printed, judge_scale
from avstamt.rules.figures import Interval, overlap
from avstamt.rules.model import Observation, found
from avstamt.rules.prose import steady
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, right, wrong

_OF_BUDGET = re.compile(
    r"\s*av\s+(?:(?:den|hela|totala|samlade|årets|sin|enhetens|nämndens|verksamhetens|förvaltningens|områdets)\s+){0,3}"
    r"(?:netto|total|års|drift|verksamhets|kostnads)?budget(?:en)?\b(?:\s+(?:på|om)\s+|(?!\s+(?:för|till|på|om|inom)\b))",
    re.IGNORECASE,
)
_EQUALS = re.compile(
    r"\bmotsvar\w*|\butgör|\b(?:vilket|det)\s+är|\bdvs\b|\bdet\s+vill\s+säga|\beller\b|[(,]\s*$", re.IGNORECASE
)
_SUMS = (RowRole.NET, RowRole.TOTAL, RowRole.TOTAL_COST, RowRole.TOTAL_INCOME)
_HUNDRED = Decimal(100)
_MOST_SHOWN = 4
_USED = re.compile(r"\bförbruk\w+", re.IGNORECASE)


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
    if isinstance(claim, Stated | Comparison) and (line := judge_line(case)).tried:
        return line
    if isinstance(claim, Stated) and claim.figure.sort is Sort.MONEY:
        if (second := judge_second(case, claim.figure)).tried:
            return second
        return RIGHT if is_printed(case.context, claim.figure) else judge_scale(case, claim.figure)
    return NOT_TRIED


def judge_share_of_budget(case: Case) -> Judgement:
    """Judge how large a part of the budget an amount is said to be: by the budget that the text gives, else its table's."""
    claim = case.claim
    if not isinstance(claim, Stated) or claim.figure.unit != "%" or claim.figure.is_range:
        return NOT_TRIED
    number, text = claim.figure, case.told.block.text
    behind = _OF_BUDGET.match(text, number.span.end)
    money = {one for told in case.told.claims for one in told.figures if one.unit in SCALES and not one.is_range}
    before = [one for one in money if one.span.end <= number.extent.start]
    if behind is None or len(before) != 1 or not _EQUALS.search(text, before[0].span.end, number.extent.start):
        return NOT_TRIED
    own = [_interval(one, SCALES[one.unit]) for one in money if one.span.start == behind.end()]
    budgets = own if len(money) > 1 else [one for _cell, one in _budgets(case, before[0])]
    if not budgets or any(low <= 0 for low, _high in budgets) or (len(money) > 1 and not own):
        return NOT_TRIED
    part = _interval(before[0], SCALES[before[0].unit])
    shares = [(part[0] / high * _HUNDRED, part[1] / low * _HUNDRED) for low, high in budgets]
    if any(overlap(number.interval, share) for share in shares):
        return right(*money)
    if not own and PART.search(text, case.told.span.start, number.span.start):
        return NOT_TRIED
    cells = [] if own else [cell for cell, _budget in _budgets(case, before[0])]
    return wrong("EKO-411", _other_share(case, number, before[0], shares, cells))


def _interval(number: Figure, scale: Decimal) -> Interval:
    """Return between what an amount lies in kronor, whatever its sign."""
    low, high = sorted(abs(end) * scale for end in number.interval)
    return low, high


def _budgets(case: Case, number: Figure) -> list[tuple[Amount, Interval]]:
    """Return what an amount may be a part of: the budget of the row whose variance it is, and the sums of that table."""
    found_: list[tuple[Amount, Interval]] = []
    for table, place in tables(case.context):
        scale = SCALES.get(unit_of(table))
        rows = [row for row in table.rows if scale and _deviates(table, row, place, number, scale)]
        for row in table.rows if rows else ():
            if row in rows or row.role in _sums(table):
                columns = [column for column in table.columns if column.role is ColumnRole.BUDGET]
                cells = [cell for column in columns if (cell := amount(row, column, place)) and cell.filled]
                found_ += [(cell, _in_kronor(cell, scale or Decimal(1))) for cell in cells if cell.number.amount]
    return found_


def _sums(table: EconomyTable) -> tuple[RowRole, ...]:
    """Return the roles of the rows that are the whole of a table, or a side of it."""
    has_sums = any(row.role is RowRole.TOTAL_COST for row in table.rows)
    return _SUMS if has_sums else (*_SUMS, RowRole.COST, RowRole.INCOME)


def _deviates(table: EconomyTable, row: Row, place: Place, number: Figure, scale: Decimal) -> bool:
    """Tell whether an amount is what a row deviates from its budget by."""
    cells = (amount(row, column, place) for column in table.columns if column.role in VARIANCES)
    return any(cell and cell.filled and is_amount(number, cell, scale) for cell in cells)


def _in_kronor(cell: Amount, scale: Decimal) -> Interval:
    low, high = sorted(abs(end) * scale for end in cell.number.interval)
    return low, high


def _other_share(
    case: Case, number: Figure, part: Figure, shares: Sequence[Interval], cells: Sequence[Amount]
) -> Observation:
    text = case.told.block.text
    decimals = max(number.decimals, 1)
    made = sorted({format_amount(round(sum(share, Decimal(0)) / 2, decimals), decimals) for share in shares})
    return found(
        case.told.block.place.at(*number.span),
        f"{' '.join(part.span.of(text).split())} är {' eller '.join(made)} procent av budgeten, inte {number.span.of(text)}.",
        case.told.evidence,
        *(cell.evidence for cell in _few(cells)),
        advice="Rätta andelen eller beloppet.",
    )


def _few(cells: Sequence[Amount]) -> list[Amount]:
    """Return the first cells by their place, as many as one can take in."""
    return sorted(cells, key=lambda cell: steady(cell.evidence.place))[:_MOST_SHOWN]


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
