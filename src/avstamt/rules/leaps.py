"""Rules about figures that leap: another order of magnitude, a forecast already passed, shares of a people that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from avstamt.domain.finding import Level
from avstamt.domain.indicator import Direction, Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity
from avstamt.domain.report import ReportKind
from avstamt.rules.figures import CELL_NAMES, FigureCell, figure, figures, is_count, shown
from avstamt.rules.model import TRIED, Aspect, Context, Observation, Trial, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_WITHIN_THE_YEAR = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2)
_ORDER = 10
_CLOSE_ORDER = Decimal("6.5")
_ROW = 2
_FAR_ABOVE = 3
_LEAST_COUNT = 20
_TWICE = Decimal("1.6")
_LEAST, _MOST = Decimal("0.8"), Decimal("1.25")
_NAMED = {
    "outcome": "Utfallet",
    "forecast": "Prognosen",
    "target": "Årsmålet",
    "previous": "Förra årets utfall",
}
_FAR_BELOW = 5
_SCALE = {
    "Wh": Decimal("1e-9"),
    "kWh": Decimal("1e-6"),
    "MWh": Decimal("1e-3"),
    "GWh": Decimal(1),
    "TWh": Decimal(1000),
} | {
    "kr": Decimal("1e-6"),
    "tkr": Decimal("1e-3"),
    "mnkr": Decimal(1),
    "mdkr": Decimal(1000),
}
_OF_THE_PEOPLE = re.compile(r"\b(?:befolkning\w*|invånare|stockholmare\s+som)\b", re.IGNORECASE)
_FLOW = re.compile(
    r"\b(?:fått|får|tillhandahåll\w*|genomför\w*|inkom\w*|beviljat\w*|beställ\w*|erbjud\w*|besök\w*|deltagare|som\s+nåtts|avslutat\w*|påbörja\w*)\b",
    re.IGNORECASE,
)
_MEN_LEAST, _MEN_MOST = Decimal("0.35"), Decimal("0.65")


@rule(
    "IND-411",
    name="storleksordning",
    level=Level.DEVIATION,
    basis="rimlighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def figures_of_a_row_are_of_one_size(context: Context) -> Iterator[Observation]:
    """Utfall, prognos och årsmål är av samma storleksordning som varandra och som förra årets utfall.

    Varför: ett tal som är tio gånger större eller mindre är ofta ett skrivfel i decimal eller enhet. Är det rätt vill
    läsaren veta vad det beror på. Ett utfall långt över årsmålet är bara en fråga.
    Fel: utfall 2 400 kWh, förra årets utfall 2 GWh och ingen analys.
    Rätt: utfall 2,4 GWh, förra årets utfall 2 GWh och ingen analys.
    """
    for _goal, indicator, place in context.indicators:
        cells = {cell.name: cell for cell in figures(indicator, place, ("outcome", "forecast", "target", "previous"))}
        bare = indicator.analysis is None or indicator.analysis.is_empty
        leaps = list(_leap(context, indicator, cells)) if bare else []
        if leaps:
            yield from leaps
        elif odd := _one_alone(_comparable(context, indicator, cells)):
            yield from _unexplained(odd, "" if indicator.analysis is None else indicator.analysis.plain)


def _leap(context: Context, indicator: Indicator, cells: dict[str, FigureCell]) -> Iterator[Observation]:
    for name, other in (("outcome", "previous"), ("outcome", "target"), ("forecast", "target"), ("target", "previous")):
        one, two = cells.get(name), cells.get(other)
        if one is None or two is None:
            continue
        ratio = _ratio(one.quantity, two.quantity)
        counted = is_count(indicator, context.entry(indicator), (one,))
        grows = context.report.kind.is_tertial and name == "outcome"
        if ratio is None or (ratio < 1 and grows) or (counted and _is_small(one, two)):
            continue
        if ratio >= _ORDER or ratio <= 1 / Decimal(_ORDER):
            yield _told(
                one,
                two,
                "av en annan storleksordning än",
                "Rätta talet eller enheten, eller skriv i analysen vad det beror på.",
            )
            return
        if other == "target" and counted and ratio >= _FAR_ABOVE and name == "outcome":
            advice = "Kontrollera talet, och skriv i analysen vad det beror på om det stämmer."
            yield _told(one, two, "flera gånger större än", advice, Level.TIP)
            return


def _comparable(context: Context, indicator: Indicator, cells: dict[str, FigureCell]) -> dict[str, FigureCell]:
    """Return the figures above zero, without a count that has not grown to its size yet; none where all are small counts."""
    above = {name: cell for name, cell in cells.items() if cell.quantity.amount > 0}
    if not is_count(indicator, context.entry(indicator), tuple(above.values())):
        return above
    if context.report.kind.is_tertial and len(above) > _ROW:
        above.pop("outcome", None)
    return above if any(cell.quantity.amount >= _LEAST_COUNT for cell in above.values()) else {}


def _one_alone(cells: dict[str, FigureCell]) -> tuple[FigureCell, FigureCell] | None:
    """Return the one figure of another size than the others, where they agree; with one of them.

    It is about ten times the others, or a hundred, or a part so small; upwards it may also be farther off, and less far
    where the others agree closely.
    """
    for name, one in cells.items():
        others = [other for key, other in cells.items() if key != name]
        near = [_ratio(others[0].quantity, other.quantity) for other in others[1:]]
        far = [_ratio(one.quantity, other.quantity) for other in others]
        if near and all(ratio is not None and 1 / _TWICE <= ratio <= _TWICE for ratio in near):
            close = all(ratio is not None and 1 / _MOST <= ratio <= _MOST for ratio in near)
            if all(ratio is not None and _is_odd(ratio, _CLOSE_ORDER if close else _LEAST * _ORDER) for ratio in far):
                return one, others[0]
    return None


def _is_odd(ratio: Decimal, least: Decimal) -> bool:
    """Tell whether a ratio is at least so large, or a tenth or a hundredth, as where a decimal mark is put wrong."""
    return ratio >= least or any(_LEAST * power <= 1 / ratio <= _MOST * power for power in (_ORDER, _ORDER**2))


def _unexplained(odd: tuple[FigureCell, FigureCell], analysis: str) -> Iterator[Observation]:
    one, other = odd
    figure = one.text.split("%")[0].strip()
    if figure not in analysis:
        silence = "analysen nämner inte talet" if analysis else "ingen analys säger varför"
        yield found(
            one.place,
            f"{_NAMED[one.name]} {one.text} är av en annan storleksordning än {CELL_NAMES[other.name]} {other.text} och "
            f"resten av raden, och {silence}.",
            one.evidence,
            other.evidence,
            advice="Rätta talet eller enheten, eller skriv i analysen vad det beror på.",
        )


def _told(one: FigureCell, two: FigureCell, how: str, advice: str, level: Level | None = None) -> Observation:
    words = f"{_NAMED[one.name]} {one.text} är {how} {CELL_NAMES[two.name]} {two.text}, och ingen analys säger varför."
    return found(one.place, words, one.evidence, two.evidence, advice=advice, level=level)


def _ratio(one: Quantity, two: Quantity) -> Decimal | None:
    """Return how many times larger one figure is than the other in the same unit; None where that says nothing."""
    units = one.unit, two.unit
    if units[0] != units[1] and all(units) and not all(unit in _SCALE for unit in units):
        return None
    first, second = (number.amount * _SCALE.get(number.unit, Decimal(1)) for number in (one, two))
    return first / second if first > 0 and second > 0 else None


def _is_small(one: FigureCell, two: FigureCell) -> bool:
    return max(abs(one.quantity.amount), abs(two.quantity.amount)) < _LEAST_COUNT


@rule(
    "IND-412",
    name="prognos-redan-passerad",
    level=Level.DEVIATION,
    basis="rimlighet",
    kinds=_WITHIN_THE_YEAR,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def forecast_is_not_passed_already(context: Context) -> Iterator[Observation | Trial]:
    """Ett antal som växer under året har en prognos som är minst så stor som utfallet hittills.

    Varför: det som redan är gjort kan inte bli ogjort till årets slut. Prognosen är gammal eller felskriven.
    Fel: Antal genomförda besök, utfall 26 st, prognos 20 st.
    Rätt: Antal genomförda besök, utfall 12 st, prognos 20 st.
    """
    for _goal, indicator, place in context.indicators:
        outcome, forecast = figure(indicator, place, "outcome"), figure(indicator, place, "forecast")
        if outcome is None or forecast is None or not _FLOW.search(indicator.name):
            continue
        if outcome.quantity.amount < 0 or not is_count(indicator, context.entry(indicator), (outcome, forecast)):
            continue
        yield TRIED
        if forecast.quantity.amount < outcome.quantity.amount:
            yield found(
                forecast.place,
                f"Prognosen för helåret är {forecast.text}, men utfallet är redan {outcome.text}.",
                forecast.evidence,
                outcome.evidence,
                advice="Rätta prognosen eller utfallet.",
            )


@rule(
    "IND-413",
    name="prognos-långt-under",
    level=Level.TIP,
    basis="rimlighet",
    kinds=_WITHIN_THE_YEAR,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def forecast_far_below_is_explained(context: Context) -> Iterator[Observation]:
    """En prognos långt under både utfallet och förra året förklaras i analysen.

    Varför: läsaren undrar om årsmålet har hamnat i rutan för prognos, eller vad som väntas hända. Anmärkningen görs en
    gång för varje mål.
    Fel: utfall 92 %, förra årets utfall 93 %, prognos 80 % och ingen analys.
    Rätt: utfall 92 %, förra årets utfall 93 %, prognos 92 % och ingen analys.
    """
    for goal, place in context.goals:
        low = [
            (row, cells)
            for row in sorted(goal.indicators, key=lambda one: (one.name, one.id))
            if (cells := _far_below(context, row, place / "indicators" / row.id))
        ]
        if low:
            texts = " och ".join(f"{cells[0].text} mot utfallet {cells[1].text}" for _row, cells in low[:3])
            yield found(
                low[0][1][0].place,
                f"Prognosen ligger långt under både utfallet och förra året: {texts}. Ingen analys säger varför.",
                *(cell.evidence for _row, cells in low for cell in cells),
                advice="Rätta prognosen, eller skriv i analysen varför resultatet väntas falla.",
            )


def _far_below(context: Context, indicator: Indicator, place: Place) -> tuple[FigureCell, ...]:
    direction = context.direction(indicator)
    explained = indicator.analysis is not None and not indicator.analysis.is_empty
    cells = [figure(indicator, place, name) for name in ("forecast", "outcome", "previous")]
    known = tuple(cell for cell in cells if cell is not None and cell.quantity.is_share)
    if explained or direction is not Direction.HIGHER or len(known) < len(cells):
        return ()
    forecast, outcome, previous = (cell.quantity.amount for cell in known)
    return known if min(outcome, previous) - forecast >= _FAR_BELOW else ()


@rule(
    "IND-414",
    name="andel-av-befolkningen",
    level=Level.DEVIATION,
    basis="rimlighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def shares_of_the_people_weigh_the_sexes_alike(context: Context) -> Iterator[Observation | Trial]:
    """En andel av befolkningen ligger ungefär mitt emellan männens och kvinnornas andelar.

    Varför: det finns ungefär lika många män som kvinnor. Ligger totalen nära det ena könets värde är något av de tre
    talen troligen fel.
    Fel: andel av befolkningen, utfall 0,78 %, män 0,96 %, kvinnor 0,74 %.
    Rätt: andel av befolkningen, utfall 0,85 %, män 0,96 %, kvinnor 0,74 %.
    """
    for _goal, indicator, place in context.indicators:
        cells = [figure(indicator, place, name) for name in ("outcome", "outcome_men", "outcome_women")]
        known = [cell for cell in cells if cell is not None and cell.quantity.unit in ("", "%")]
        if len(known) < len(cells) or not _OF_THE_PEOPLE.search(indicator.name):
            continue
        total, men, women = (cell.quantity for cell in known)
        weights = _weights_of_men(total, men, women)
        if weights is None:
            continue
        yield TRIED
        if weights[1] < _MEN_LEAST or weights[0] > _MEN_MOST:
            sexes = (("kvinnornas", women), ("männens", men))
            (near, close), (far, away) = sexes if weights[1] < _MEN_LEAST else sexes[::-1]
            yield found(
                known[0].place,
                f"Utfallet {shown(total)} ligger nära {near} {shown(close)} och långt från {far} {shown(away)}, fast det "
                "finns ungefär lika många kvinnor som män i befolkningen.",
                *(cell.evidence for cell in known),
                advice="Kontrollera de tre talen.",
            )


def _weights_of_men(total: Quantity, men: Quantity, women: Quantity) -> tuple[Decimal, Decimal] | None:
    """Return the least and the greatest share of men that the three rounded figures allow; None where they tell nothing."""
    if men.amount == women.amount or not min(men.amount, women.amount) <= total.amount <= max(men.amount, women.amount):
        return None
    weights = [
        (whole - part) / (other - part)
        for whole in total.interval
        for other in men.interval
        for part in women.interval
        if other != part
    ]
    same_way = all((other > part) == (men.amount > women.amount) for other in men.interval for part in women.interval)
    return (min(weights), max(weights)) if same_way else None
