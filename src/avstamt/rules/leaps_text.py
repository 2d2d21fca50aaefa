"""Rules about figures in words that cannot be: another unit than the row's, and shares of a number of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.quantity import Quantity
from avstamt.domain.report import ReportKind
from avstamt.domain.text import block_places
from avstamt.language.numbers.finding import find_numbers
from avstamt.language.numbers.model import Degree, Figure, Form
from avstamt.rules.assessment_text import Said, said_in, sentences_of
from avstamt.rules.figures import CELL_NAMES, FigureCell, figures
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_ENERGY = {"Wh": 0, "kWh": 3, "MWh": 6, "GWh": 9, "TWh": 12}
_FAR = 100
_OF_THE_WHOLE = re.compile(r"\b\w*(?:utfall|prognos)\w*|\btotalt\b|\bsammanlagt\b", re.IGNORECASE)
_OF_A_PART = re.compile(
    r"\bper\s+(?!år\b|den\b|\d)|/\s?(?:kvm|m²|m2)|\bi\s+(?:ett|en|två|tre)\s+av\b|\b\w*spar(?:a|ar|at|ade|ats|ing\w*)\b|"
    r"\b(?:minska|öka)\w*\s+med\b|\bsol\w+|\bladd\w+",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\b(?:besvarades|besvarad)\s+av\s+(?:totalt\s+)?(?P<a>\d{1,4})\b"
    r"|\b(?P<b>\d{1,4})\s+(?:\w+\s+){1,2}(?:har\s+)?(?:svarat|svarade|besvarat|besvarade)\b"
    r"|\b(?:inkom|fick\s+in|kom\s+in)\s+(?:totalt\s+)?(?P<c>\d{1,4})\s+(?:enkät)?svar\b|\b(?P<d>\d{1,4})\s+svarande\b",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\bav\s+(?:de\w*\s+som|dessa|dem|flick\w*|pojk\w*|kvinn\w*|män\w*)|\bsvarsfrekvens\w*|\bföregående\s+år|\bförra\s+året|\b20\d\d\b|\bstaden",
    re.IGNORECASE,
)
_FEWEST = 5
_WHOLE = 100


@rule(
    "IND-415",
    name="enhet-i-analysen",
    level=Level.ERROR,
    basis="aritmetik",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def analysis_counts_in_the_size_of_the_row(context: Context) -> Iterator[Observation]:
    """Ett tal i indikatorns analys är av samma storlek som talen i dess rad, enheten inräknad.

    Varför: kWh i stället för GWh gör talet tusen gånger för stort eller för litet.
    Fel: utfall 0,4 GWh och analysen ”Med rak prognos blir årsutfallet 2 400 kWh”.
    Rätt: utfall 0,4 GWh och analysen ”Med rak prognos blir årsutfallet 2 400 MWh”.
    """
    for _goal, indicator, place in context.indicators:
        known = [
            cell for cell in figures(indicator, place) if cell.quantity.unit in _ENERGY and cell.quantity.amount > 0
        ]
        if not known or indicator.analysis is None:
            continue
        for said in said_in(indicator.analysis, place / "analysis"):
            for one in find_numbers(said.text).figures if _is_of_the_whole(said.text) else ():
                if one.unit in _ENERGY and one.low > 0 and _is_far(one, known):
                    yield _misplaced(said, one, known[0])


def _is_of_the_whole(text: str) -> bool:
    return bool(_OF_THE_WHOLE.search(text)) and not _OF_A_PART.search(text)


def _is_far(one: Figure, known: list[FigureCell]) -> bool:
    ratios = [_watt_hours(one.high, one.unit) / _watt_hours(cell.quantity.amount, cell.quantity.unit) for cell in known]
    return all(ratio < Decimal(1) / _FAR for ratio in ratios) or all(ratio > _FAR for ratio in ratios)


def _watt_hours(amount: Decimal, unit: str) -> Decimal:
    return amount.scaleb(_ENERGY[unit])


def _misplaced(said: Said, one: Figure, cell: FigureCell) -> Observation:
    larger = _watt_hours(one.low, one.unit) > _watt_hours(cell.quantity.amount, cell.quantity.unit)
    start = said.place.span[0] if said.place.span else 0
    return found(
        said.place.whole.at(start + one.span.start, start + one.span.end),
        f"Analysen säger {one.span.of(said.text)}, men {CELL_NAMES[cell.name]} är {cell.text}. "
        f"Det är mer än hundra gånger {'större' if larger else 'mindre'}.",
        said.evidence,
        cell.evidence,
        advice="Rätta enheten eller talet.",
    )


@rule(
    "IND-416",
    name="andel-av-antal-svar",
    level=Level.TIP,
    basis="aritmetik",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def shares_can_be_of_the_answers(context: Context) -> Iterator[Observation]:
    """En andel kan vara en del av det antal svar som texten anger.

    Varför: av 40 svar kan 30 vara 75 procent, men inget antal är 74 procent. Då är andelen felskriven, eller så har färre
    svarat på just den frågan. Anmärkningen görs en gång för varje stycke.
    Fel: ”Enkäten besvarades av 40 besökare. 74 procent är nöjda.”
    Rätt: ”Enkäten besvarades av 40 besökare. 75 procent är nöjda.”
    """
    for text, place in context.texts:
        for where, block in block_places(text, place):
            told = _ANSWERS.search(block) if "svar" in block else None
            if told is None:
                continue
            answers = int(next(group for group in told.groups() if group))
            odd = [
                one
                for one in _shares_after(block, told.end())
                if answers >= _FEWEST and not can_be(one.quantity, answers)
            ]
            if odd:
                *others, last = (one.span.of(block) for one in odd[:3])
                listed = f"{', '.join(others)} och {last}" if others else last
                yield found(
                    where.at(*odd[0].span),
                    f"{listed} kan inte vara {'andelar' if others else 'en andel'} av {answers} svar.",
                    Evidence(where.at(*told.span()), told.group()),
                    *(Evidence(where.at(*one.span), one.span.of(block)) for one in odd[:3]),
                    advice="Kontrollera andelen, eller skriv hur många som svarat på frågan.",
                )


def _shares_after(block: str, position: int) -> Iterator[Figure]:
    for start, end in sentences_of(block):
        if end > position and not _OF_SOME.search(block[start:end]):
            for one in find_numbers(block).figures:
                exact = one.unit == "%" and one.form is Form.DIGITS and one.degree is Degree.EXACT and not one.is_range
                if exact and max(start, position) <= one.span.start < end:
                    yield one


def can_be(share: Quantity | None, answers: int) -> bool:
    """Tell whether a share in per cent can be that of a whole number among so many answers, rounded or cut off."""
    if share is None or not 0 <= share.amount <= _WHOLE:
        return True
    step = Decimal(1).scaleb(-share.decimals)
    near = int(share.amount * answers / _WHOLE)
    exact = [Decimal(number * _WHOLE) / answers for number in (near, near + 1)]
    return any(
        one.quantize(step, ROUND_HALF_UP) == share.amount or share.amount <= one < share.amount + step for one in exact
    )
