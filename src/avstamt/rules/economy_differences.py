"""Rules about what economy tables reckon from row to row: variance, adjusted variance and share used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from avstamt.domain.economy import Column, ColumnRole, EconomyTable, Row, RowRole
from avstamt.domain.finding import Level
from avstamt.domain.place import Place
from avstamt.domain.quantity import format_amount
from avstamt.rules.amounts import Amount, amount, as_far_as_understood, column_of, groups, minus, shown, tables
from avstamt.rules.figures import Interval, overlap
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule

_BASIS = "aritmetik, avrundningsintervall"
_ADJUSTMENTS = (ColumnRole.PERFORMANCE, ColumnRole.BUDGET_ADJUSTMENT, ColumnRole.CARRIED_OVER)
_INCOME = (RowRole.INCOME, RowRole.TOTAL_INCOME)
_COST = (RowRole.COST, RowRole.TOTAL_COST)
_HUNDRED = Decimal(100)
_ACTUALS = (ColumnRole.FORECAST, ColumnRole.OUTCOME)


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with budget, what became of it (`kind`: prognos or utfall), and the variance that is printed."""

    row: Row
    budget: Amount
    actual: Amount
    variance: Amount
    kind: str

    @property
    def fits(self) -> tuple[bool, bool]:
        """Tell whether the variance is budget minus actual, and whether it is actual minus budget."""
        saved = minus(self.budget.interval, self.actual.interval)
        return overlap(saved, self.variance.interval), overlap((-saved[1], -saved[0]), self.variance.interval)

    @property
    def way(self) -> int:
        """Return 1 for a row whose costs are positive, -1 where they are negative, 0 where the row does not tell."""
        size = self.budget.number.amount or self.actual.number.amount
        sign = (size > 0) - (size < 0)
        return sign if self.row.role in _COST else -sign if self.row.role in _INCOME else 0


@rule(
    "EKO-201",
    name="avvikelse-mot-budget",
    level=Level.ERROR,
    basis=_BASIS,
    claims="differenser",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def variance_is_the_difference(context: Context) -> Iterator[Observation | Trial]:
    """Avvikelsen är skillnaden mellan budget och prognos eller utfall.

    Varför: avvikelsen är det läsaren ser först. Vilket tecken ett överskott har läses ur tabellens andra rader.
    Fel: Budget 137,5, prognos 139,2, avvikelse -2,7.
    Rätt: Budget 137,5, prognos 139,2, avvikelse -1,7.
    """
    for table, place in tables(context):
        for columns in groups(table):
            lines, unread = _lines(table, place, columns)
            yield from (UNTRIED for _ in range(unread))
            ways = {line.row.id: line.way or _way_of_sums(line, lines) for line in lines}
            signs = {way: _custom([line for line in lines if ways[line.row.id] == way]) for way in (-1, 0, 1)}
            yield from as_far_as_understood((TRIED, *_judged(line, signs[ways[line.row.id]])) for line in lines)


@rule(
    "EKO-202",
    name="justerad-avvikelse",
    level=Level.ERROR,
    basis=_BASIS,
    claims="differenser",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def adjusted_variance_is_variance_and_adjustments(context: Context) -> Iterator[Observation | Trial]:
    """Den justerade avvikelsen är avvikelsen med justeringarna.

    Varför: den justerade avvikelsen är resultatet efter prestationsförändringar, budgetjusteringar och
    resultatöverföringar.
    Fel: Avvikelse -27,9, prestationsförändring 25,0, justerad avvikelse -3,9.
    Rätt: Avvikelse -27,9, prestationsförändring 25,0, justerad avvikelse -2,9.
    """
    for table, place in tables(context):
        for columns in groups(table):
            variance, adjusted = (
                column_of(columns, ColumnRole.VARIANCE),
                column_of(columns, ColumnRole.ADJUSTED_VARIANCE),
            )
            between = [column for column in columns if column.role in _ADJUSTMENTS]
            if variance and adjusted and between:
                yield from as_far_as_understood(
                    _try_adjusted(place, row, variance, between, adjusted) for row in table.rows
                )


@rule(
    "EKO-203",
    name="förbrukning",
    level=Level.ERROR,
    basis=_BASIS,
    claims="förbrukningstal",
    reads="part",
    heeds=(Aspect.ECONOMY,),
)
def share_used_is_outcome_of_budget(context: Context) -> Iterator[Observation | Trial]:
    """Förbrukningen är utfallet som andel av budgeten.

    Varför: förbrukningen jämförs med riktvärdet för perioden.
    Fel: Budget 875,6, utfall 264,7, förbrukning 32,0 %.
    Rätt: Budget 875,6, utfall 264,7, förbrukning 30,2 %.
    """
    for table, place in tables(context):
        for columns in groups(table):
            budget = column_of(columns, ColumnRole.BUDGET)
            outcome = column_of(columns, ColumnRole.OUTCOME)
            share = column_of(columns, ColumnRole.SHARE)
            if budget and outcome and share:
                yield from as_far_as_understood(
                    _try_share(*(amount(row, column, place) for column in (budget, outcome, share)))
                    for row in table.rows
                )


def _lines(table: EconomyTable, place: Place, columns: Sequence[Column]) -> tuple[list[_Line], int]:
    """Return the rows that print a variance with what it comes from, and how many could not be read.

    Where a table prints both outcome and forecast, the variance is taken from the one that most rows fit.
    """
    budget, variance = column_of(columns, ColumnRole.BUDGET), column_of(columns, ColumnRole.VARIANCE)
    actuals = [column for role in _ACTUALS if (column := column_of(columns, role))]
    if not (budget and variance and actuals):
        return [], 0
    read = [_read(table, place, budget, actual, variance) for actual in actuals]
    return max(read, key=lambda lines: sum(any(line.fits) for line in lines[0]))


def _read(
    table: EconomyTable, place: Place, budget: Column, actual: Column, variance: Column
) -> tuple[list[_Line], int]:
    lines: list[_Line] = []
    unread = 0
    for row in table.rows:
        one, other, difference = (amount(row, column, place) for column in (budget, actual, variance))
        if difference is not None and not difference.filled:
            continue
        if one is None or other is None or difference is None or difference.number.is_share or not _any(one, other):
            unread += 1
        else:
            lines.append(_Line(row, one, other, difference, actual.role.value))
    return lines, unread


def _any(*cells: Amount) -> bool:
    return any(cell.filled for cell in cells)


def _way_of_sums(line: _Line, lines: Sequence[_Line]) -> int:
    """Return the way of a net or total: that of income and costs where they go one way, else 0."""
    ways = {other.way for other in lines if other.way}
    return ways.pop() if len(ways) == 1 and line.row.role in (RowRole.NET, RowRole.TOTAL) else 0


def _custom(lines: Sequence[_Line]) -> int | None:
    """Return how these rows sign a surplus: 0 for budget minus actual, 1 for the other way, None where it is open."""
    votes = Counter(line.fits.index(True) for line in lines if sum(line.fits) == 1)
    if not votes:
        return None
    (way, most), *others = votes.most_common()
    return way if most > 1 and sum(count for _way, count in others) < most else None


def _judged(line: _Line, custom: int | None) -> Iterator[Observation]:
    reckoned = line.budget.number.amount - line.actual.number.amount
    decimals = max(line.budget.number.decimals, line.actual.number.decimals)
    if custom is None:
        reckoned = abs(reckoned)  # the table does not tell which way a surplus is signed
    elif custom == 1:
        reckoned = -reckoned
    if not any(line.fits):
        yield found(
            line.variance.place,
            f"{line.row.label}: skillnaden mellan budget {shown(line.budget)} och {line.kind} {shown(line.actual)} är "
            f"{format_amount(reckoned, decimals)}, men avvikelsen är {shown(line.variance)}.",
            line.variance.evidence,
            line.budget.evidence,
            line.actual.evidence,
            advice="Rätta avvikelsen eller något av beloppen.",
        )
    elif custom is not None and not line.fits[custom]:
        yield found(
            line.variance.place,
            f"{line.row.label}: avvikelsen {shown(line.variance)} har omvänt tecken mot tabellens andra rader; "
            f"med deras tecken blir den {format_amount(reckoned, decimals)}.",
            line.variance.evidence,
            line.budget.evidence,
            line.actual.evidence,
            advice="Vänd tecknet, eller rätta beloppen.",
            level=Level.DEVIATION,
        )


def _try_adjusted(
    place: Place, row: Row, variance: Column, between: Sequence[Column], adjusted: Column
) -> Iterator[Observation | Trial]:
    first, last = amount(row, variance, place), amount(row, adjusted, place)
    steps = [amount(row, column, place) for column in between]
    if last is not None and not last.filled:
        return
    read = [step for step in steps if step is not None]
    if first is None or last is None or len(read) != len(steps) or not first.filled:
        yield UNTRIED
        return
    yield TRIED
    moving = [step for step in read if step.filled and step.number.amount]
    if not any(overlap(one, last.interval) for one in _adjusted(first.interval, moving)):
        listed = ", ".join(shown(step) for step in moving) or "inga justeringar"
        yield found(
            last.place,
            f"{row.label}: avvikelsen {shown(first)} med justeringarna ({listed}) ger inte den justerade avvikelsen "
            f"{shown(last)}.",
            last.evidence,
            first.evidence,
            *(step.evidence for step in moving),
            advice="Rätta den justerade avvikelsen eller något av beloppen.",
        )


def _adjusted(start: Interval, steps: Sequence[Amount]) -> Iterator[Interval]:
    """Yield what the adjustments can make of a variance: added, or, as some tables sign them, taken away."""
    for signs in {(1,) * len(steps), *product((1, -1), repeat=len(steps))}:
        low, high = start
        for sign, step in zip(signs, steps, strict=True):
            one, other = sorted((sign * step.interval[0], sign * step.interval[1]))
            low, high = low + one, high + other
        yield low, high


def _try_share(budget: Amount | None, outcome: Amount | None, share: Amount | None) -> Iterator[Observation | Trial]:
    if share is not None and not share.filled:
        return
    if budget is None or outcome is None or share is None or budget.interval[0] <= 0 <= budget.interval[1]:
        yield UNTRIED
        return
    yield TRIED
    ends = [_HUNDRED * top / bottom for top in outcome.interval for bottom in budget.interval]
    if not overlap((min(ends), max(ends)), share.interval):
        reckoned = format_amount(_HUNDRED * outcome.number.amount / budget.number.amount, share.number.decimals, "%")
        yield found(
            share.place,
            f"Utfallet {shown(outcome)} av budgeten {shown(budget)} är {reckoned}, men förbrukningen är {share.text}.",
            share.evidence,
            outcome.evidence,
            budget.evidence,
            advice="Rätta förbrukningen eller något av beloppen.",
        )
