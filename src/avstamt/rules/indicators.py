"""Rules about the figures of one indicator row: men and women against the total, and shares within their bounds."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.finding import Level
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.quantity import Quantity
from avstamt.rules.figures import FigureCell, figure, figures, is_count, is_share, overlap, shown
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule

_BY_SEX = "uppdelningar på kön"
_SHARE_UNITS = {"", "%"}
_WHOLE = 100
_YEARS = range(1990, 2100)  # a bare year in a share's cell is a date, not a share

Cells = tuple[FigureCell, FigureCell, FigureCell]
"""Total, men and women of one indicator."""


@rule(
    "IND-101",
    name="utfall-mellan-könen",
    level=Level.ERROR,
    basis="aritmetik",
    claims=_BY_SEX,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def share_lies_between_men_and_women(context: Context) -> Iterator[Observation | Trial]:
    """Ett andelsvärde ligger mellan männens och kvinnornas värden.

    Varför: totalen är ett vägt medelvärde av de två. Finns det fler svarande än män och kvinnor behöver det sägas.
    Fel: totalt 83,33 %, män 100 %, kvinnor 100 %.
    Rätt: totalt 83,33 %, män 80 %, kvinnor 85 %.
    """
    for sort, (total, men, women) in _by_sex(context):
        if sort != "share":
            continue
        yield TRIED
        if not _lies_between(total.quantity, men.quantity, women.quantity):
            yield found(
                total.place,
                f"Periodens utfall {shown(total.quantity)} ligger inte mellan männens {shown(men.quantity)} "
                f"och kvinnornas {shown(women.quantity)}.",
                total.evidence,
                men.evidence,
                women.evidence,
                advice="Rätta något av talen, eller skriv i analysen vilka fler som ingår i totalen.",
                level=Level.DEVIATION if _nearly_between(total.quantity, men.quantity, women.quantity) else None,
            )


@rule(
    "IND-102",
    name="män-och-kvinnor",
    level=Level.ERROR,
    basis="aritmetik",
    claims=_BY_SEX,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def men_and_women_make_the_total(context: Context) -> Iterator[Observation | Trial]:
    """Män och kvinnor blir tillsammans periodens utfall när något räknas i antal.

    Varför: var och en som räknas är med i totalen en gång.
    Fel: totalt 270 st, män 125 st, kvinnor 144 st.
    Rätt: totalt 174 st, män 116 st, kvinnor 58 st.
    """
    for sort, cells in _by_sex(context):
        if sort == "count":
            yield TRIED
            yield from _sum_of(cells)
        elif sort == "other":
            yield UNTRIED


@rule(
    "IND-103",
    name="andel-utanför-0-till-100",
    level=Level.ERROR,
    basis="aritmetik",
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def share_lies_between_0_and_100(context: Context) -> Iterator[Observation]:
    """En andel av något helt ligger mellan 0 och 100 procent.

    Varför: delen kan inte vara mindre än inget eller större än det hela. Förändringar och budgetföljsamhet räknas
    inte hit, för de kan passera 100 procent.
    Fel: Andel nöjda besökare, utfall 104 %.
    Rätt: Andel nöjda besökare, utfall 100 %.
    """
    for _goal, indicator, place in context.indicators:
        if not is_share(indicator, context.entry(indicator)):
            continue
        for cell in figures(indicator, place, INDICATOR_FIGURES):
            amount = cell.quantity.amount
            year = not cell.quantity.unit and amount in _YEARS
            if cell.quantity.unit in _SHARE_UNITS and not 0 <= amount <= _WHOLE and not year:
                limit = "mer än 100 procent" if amount > 0 else "mindre än 0 procent"
                yield found(
                    cell.place,
                    f"Andelen {shown(cell.quantity)} är {limit}.",
                    cell.evidence,
                    advice="Rätta talet, eller namnet om indikatorn inte är en andel.",
                )


def _by_sex(context: Context) -> Iterator[tuple[str, Cells]]:
    """Yield "share", "count" or "other" with total, men and women of every indicator that holds all three."""
    for _goal, indicator, place in context.indicators:
        total = figure(indicator, place, "outcome")
        men = figure(indicator, place, "outcome_men")
        women = figure(indicator, place, "outcome_women")
        if total is not None and men is not None and women is not None:
            cells, entry = (total, men, women), context.entry(indicator)
            units = {cell.quantity.unit for cell in cells}
            if units <= _SHARE_UNITS and is_share(indicator, entry):
                yield "share", cells
            else:
                yield "count" if is_count(indicator, entry, cells) else "other", cells


def _sum_of(cells: Cells) -> Iterator[Observation]:
    total, men, women = (cell.quantity for cell in cells)
    together = Quantity(men.amount + women.amount, total.unit, max(men.decimals, women.decimals))
    if total.decimals or together.decimals:
        parts = (men.interval[0] + women.interval[0], men.interval[1] + women.interval[1])
        right = overlap(parts, total.interval)
    else:
        right = together.amount == total.amount
    if not right:
        yield found(
            cells[0].place,
            f"Män och kvinnor blir tillsammans {shown(together)}, men periodens utfall är {shown(total)}.",
            *(cell.evidence for cell in cells),
            advice="Rätta något av talen.",
        )


def _lies_between(total: Quantity, men: Quantity, women: Quantity) -> bool:
    """Tell whether a weighted mean of `men` and `women` can print as `total`.

    Rounding keeps order, so figures with equally many decimals are compared as they stand.
    """
    if men.decimals == women.decimals == total.decimals:
        return min(men.amount, women.amount) <= total.amount <= max(men.amount, women.amount)
    return _nearly_between(total, men, women)


def _nearly_between(total: Quantity, men: Quantity, women: Quantity) -> bool:
    between = (min(men.interval[0], women.interval[0]), max(men.interval[1], women.interval[1]))
    return overlap(between, total.interval)
