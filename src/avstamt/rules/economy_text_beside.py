"""A surplus or deficit held against the two amounts right before it: "570,0 mnkr mot budget 567,0 mnkr"."""

from __future__ import annotations

import re
from decimal import Decimal

from avstamt.domain.quantity import format_amount
from avstamt.language.claims.model import Balance
from avstamt.language.numbers.model import Degree, Figure
from avstamt.rules.economy_text_rows import PART, SCALES, SIGNS
from avstamt.rules.model import found
from avstamt.rules.prose_weighing import NOT_TRIED, RIGHT, Case, Judgement, wrong

_MONEY = r"(?P<{0}>\d[\d \u00a0]*(?:,\d+)?)[ \u00a0](?P<{0}_unit>mnkr|tkr|kr)"
_AGAINST = (
    r"(?P<cost>\b\w*kostnad(?:en|er|erna)?\b[^.:;()\d]{0,60})?(?<![\d,])"
    + _MONEY.format("result")
    + r"\s+mot\s+(?:en\s+)?(?:budget(?:en|erade|erat)?)\s+(?:(?:på|om)\s+)?"
    + _MONEY.format("budget")
    + r"(?P<rest>[^\d:;(]{0,60})$"
)


def judge_beside(case: Case, claim: Balance, number: Figure) -> Judgement:
    """Judge a result by the outcome and the budget that the text gives right before it, of the same thing."""
    text = case.told.block.text[: number.extent.start]
    exact = number.degree is Degree.EXACT and not number.is_range and number.unit in SCALES
    pair = re.search(_AGAINST, text, re.IGNORECASE) if exact and " mot " in text and "budget" in text else None
    if pair is None or not SIGNS[claim.result] or PART.search(pair["rest"]):
        return NOT_TRIED
    result, budget = (_in_kronor(pair[name], pair[f"{name}_unit"]) for name in ("result", "budget"))
    over = result - budget
    step = max(
        _step(pair["result"], pair["result_unit"]), _step(pair["budget"], pair["budget_unit"]), _own_step(number)
    )
    said = abs(number.low) * SCALES[number.unit]
    turned = bool(pair["cost"]) and over * SIGNS[claim.result] > 0
    if abs(abs(over) - said) <= step and not turned:
        return RIGHT
    made = format_amount(abs(over) / SCALES[number.unit], number.decimals, number.unit)
    words = " ".join(case.told.words_of(claim).split())
    return wrong(
        "TXT-113",
        found(
            case.told.at(claim),
            f"Texten säger ’{words}’, men {pair['result']} {pair['result_unit']} mot budget {pair['budget']} "
            f"{pair['budget_unit']} är {'över' if over > 0 else 'under'} budget med {made}.",
            case.told.block.quote(pair.start(), number.extent.end),
            advice="Rätta något av beloppen eller ordet.",
        ),
    )


def _in_kronor(figure: str, unit: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", figure).replace(",", ".")) * SCALES[unit.lower()]


def _step(figure: str, unit: str) -> Decimal:
    """Return one unit of a figure's last decimal, in kronor."""
    return SCALES[unit.lower()].scaleb(-len(figure.partition(",")[2]))


def _own_step(number: Figure) -> Decimal:
    return SCALES[number.unit].scaleb(-number.decimals) / 2
