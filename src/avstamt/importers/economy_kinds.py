"""What an economy table is and how it is signed: kind, unit, row roles and sign convention, read from its words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from avstamt.domain.economy import ColumnRole, EconomyKind, RowRole, SignConvention, Unit, heads_amounts
from avstamt.importers.drafts import DraftColumn, DraftRow
from avstamt.importers.economy_rows import amount

_TOTAL = re.compile(r"^(?:summa|totalt?|nämnden totalt|resultat(?:et)?$)|\btotalt$", re.IGNORECASE)
_NET = re.compile(r"^netto", re.IGNORECASE)
_INCOME = re.compile(r"intäkt|avgifter|försäljning|försäljn\b|bidrag från|ersättning(?:ar)? från", re.IGNORECASE)
_TOTAL_INCOME = re.compile(r"^(?:summa|totala?)\s+intäkter", re.IGNORECASE)
_TOTAL_COST = re.compile(r"^(?:summa|totala?)\s+kostnader", re.IGNORECASE)
_UNIT = re.compile(r"\b(mnkr|mkr|miljoner kronor|tkr|tusental kronor|kronor|kr)\b", re.IGNORECASE)
_UNITS = {
    "mnkr": Unit.MNKR,
    "mkr": Unit.MNKR,
    "miljoner kronor": Unit.MNKR,
    "tkr": Unit.TKR,
    "tusental kronor": Unit.TKR,
}
KNOWN_LABEL = re.compile(
    r"^(?:intäkter?|kostnader?|netto|lön(?:er|ekostnader)?|personal(?:kostnader)?|övriga? (?:kostnader|intäkter)|lokal\S*( .*)?|summa.*|"
    r"totalt?|resultat|hyr\S*|köp av .*|bidrag|avgifter|försäljning|kapitalkostnader|avskrivningar|finansiella .*|internränta|"
    r"\S*investeringar.*|inventarier.*|nämnden totalt|överskott|underskott)\b",
    re.IGNORECASE,
)


def unit_in(*texts: str) -> Unit:
    """Return the unit the texts name first, or none."""
    for text in texts:
        if match := _UNIT.search(text):
            return _UNITS.get(match[1].lower(), Unit.KR)
    return Unit.NONE


def is_total(label: str) -> bool:
    """Tell whether the row closes a table."""
    return bool(_NET.match(label) or _TOTAL.search(label)) and not _TOTAL_INCOME.match(label)


def kind_of(columns: Sequence[DraftColumn], rows: Sequence[DraftRow], title: str) -> EconomyKind:
    """Return which table it is, from its columns and rows and the title above it."""
    roles = {column.role for column in columns}
    labels = " ".join(row.label for row in rows).lower()
    if "investering" in title.lower() or labels.count("investering") > 1:
        return EconomyKind.INVESTMENT
    if ColumnRole.SHARE in roles or "personalkostnader" in labels:
        return EconomyKind.OPERATING
    if ColumnRole.FORECAST in roles and roles & {
        ColumnRole.CLOSING,
        ColumnRole.PERFORMANCE,
        ColumnRole.ADJUSTED_VARIANCE,
    }:
        return EconomyKind.FORECAST
    if "intäkter" in labels or "kostnader" in labels or "netto" in labels:
        return EconomyKind.RESULT
    if len(columns) > 1 and all(heads_amounts(column.title) for column in columns):
        return EconomyKind.FORECAST  # a plan's budget by area
    return EconomyKind.FORECAST if ColumnRole.FORECAST in roles else EconomyKind.OTHER


def with_roles(rows: Sequence[DraftRow], kind: EconomyKind) -> list[DraftRow]:
    """Return the rows with what each stands for; between sums a row's place decides, else its words."""
    labels = [row.label for row in rows]
    income_sum = next((index for index, label in enumerate(labels) if _TOTAL_INCOME.match(label)), None)
    found: list[DraftRow] = []
    for index, row in enumerate(rows):
        role = _role(row.label, kind, None if income_sum is None else index < income_sum)
        found.append(DraftRow(row.label, role, row.cells, row.lines))
    return found


_SUMS = (
    (_TOTAL_INCOME, RowRole.TOTAL_INCOME),
    (_TOTAL_COST, RowRole.TOTAL_COST),
    (_NET, RowRole.NET),
    (_TOTAL, RowRole.TOTAL),
)
_ROWS_OF = {EconomyKind.FORECAST: RowRole.AREA, EconomyKind.INVESTMENT: RowRole.INVESTMENT}


def _role(label: str, kind: EconomyKind, above_income_sum: bool | None) -> RowRole:
    total = next((role for pattern, role in _SUMS if pattern.search(label)), None)
    if total is not None or kind in _ROWS_OF:
        return total or _ROWS_OF[kind]
    if above_income_sum is not None:
        return RowRole.INCOME if above_income_sum else RowRole.COST
    if _INCOME.search(label):
        return RowRole.INCOME
    is_cost = kind in (EconomyKind.RESULT, EconomyKind.OPERATING) or "kostnad" in label.lower()
    return RowRole.COST if is_cost else RowRole.OTHER


def sign_of(rows: Sequence[DraftRow], columns: Sequence[DraftColumn]) -> SignConvention:
    """Return how income is signed against cost, from the columns that hold neither variances nor shares."""
    plain = [
        index
        for index, column in enumerate(columns)
        if column.role not in (ColumnRole.VARIANCE, ColumnRole.SHARE, ColumnRole.ADJUSTED_VARIANCE)
    ]
    income = _sign(rows, plain, (RowRole.INCOME, RowRole.TOTAL_INCOME))
    cost = _sign(rows, plain, (RowRole.COST, RowRole.TOTAL_COST))
    if income < 0 or (income == 0 and cost > 0 and any(row.role is RowRole.INCOME for row in rows)):
        return SignConvention.INCOME_NEGATIVE
    if income > 0 or cost < 0:
        return SignConvention.INCOME_POSITIVE
    return SignConvention.UNKNOWN


def _sign(rows: Sequence[DraftRow], plain: Sequence[int], roles: Sequence[RowRole]) -> int:
    amounts = [amount(row.cells[index]) for row in rows if row.role in roles for index in plain]
    total = sum((value > 0) - (value < 0) for value in amounts if value is not None)
    return (total > 0) - (total < 0)
