"""Amounts and shares used that a sentence states, held against the tables of its section."""

from __future__ import annotations

import re
from decimal import Decimal

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole
from avstamt.domain.finding import Evidence
from avstamt.domain.place import Place
from avstamt.language.claims.model import Comparison
from avstamt.language.claims.model import Level as Stated
from avstamt.language.numbers.model import Figure, Sort
from avstamt.rules.amounts import Amount, amount
from avstamt.rules.economy_text_rows import is_printed, judge_scale, judge_side
from avstamt.rules.figures import overlap
from avstamt.rules.model import found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong

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
    if isinstance(claim, Stated) and claim.figure.sort is Sort.MONEY:
        return RIGHT if is_printed(case.context, claim.figure) else judge_scale(case, claim.figure)
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
