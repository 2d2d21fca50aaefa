"""Rules about the units of one indicator row: one measure, one unit, and a unit where the others have one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial

from avstamt.domain.finding import Fix, Level
from avstamt.domain.place import Place, with_value
from avstamt.domain.quantity import Quantity, format_amount
from avstamt.domain.report import Report
from avstamt.rules.figures import CELL_NAMES, COUNT_UNITS, FigureCell, figures
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_MEASURES = {
    **dict.fromkeys(COUNT_UNITS, "antal"),
    **dict.fromkeys(("%",), "andel"),
    **dict.fromkeys(("Wh", "kWh", "MWh", "GWh", "TWh"), "energi"),
    **dict.fromkeys(("kr", "tkr", "mnkr", "mdkr"), "pengar"),
    **dict.fromkeys(("dagar", "dag", "veckor", "månader", "timmar", "minuter"), "tid"),
    **dict.fromkeys(("poäng",), "poäng"),
}


@rule(
    "IND-104", name="blandade-enheter", level=Level.ERROR, basis="aritmetik", reads="part", heeds=(Aspect.INDICATORS,)
)
def row_has_one_unit(context: Context) -> Iterator[Observation]:
    """Alla tal i en indikators rad har samma enhet.

    Varför: utfall, uppdelning på kön, prognos och årsmål är mått på samma sak.
    Fel: utfall 96 st, män 5 %, kvinnor 91 %.
    Rätt: utfall 96 st, män 5 st, kvinnor 91 st.
    """
    for _goal, indicator, place in context.indicators:
        cells = tuple(figures(indicator, place))
        measures = {_MEASURES[unit] for unit in (cell.quantity.unit for cell in cells) if unit in _MEASURES}
        if len(measures) > 1:
            cells = tuple(cell for cell in cells if cell.quantity.unit in _MEASURES)
            odd = next(cell for cell in cells if _MEASURES[cell.quantity.unit] != _MEASURES[cells[0].quantity.unit])
            listed = ", ".join(f"{CELL_NAMES[cell.name]} {cell.text}" for cell in cells)
            yield found(
                odd.place,
                f"Raden blandar enheter: {listed}.",
                *(cell.evidence for cell in cells),
                advice="Skriv samma enhet i hela raden.",
                fix=_one_unit(cells),
            )


@rule("IND-105", name="enhet-saknas", level=Level.TIP, basis="läsbarhet", reads="part", heeds=(Aspect.INDICATORS,))
def every_figure_has_the_unit_of_its_row(context: Context) -> Iterator[Observation]:
    """Ett tal har sin enhet när resten av raden har en.

    Varför: utan enhet får läsaren gissa om talet är en andel, ett antal eller ett index.
    Fel: utfall 58,82, män 60 %, kvinnor 57,14 %.
    Rätt: utfall 58,82 %, män 60 %, kvinnor 57,14 %.
    """
    for _goal, indicator, place in context.indicators:
        cells = tuple(figures(indicator, place))
        units = {cell.quantity.unit for cell in cells if cell.quantity.unit}
        bare = tuple(cell for cell in cells if not cell.quantity.unit and cell.quantity.amount)
        if len(units) == 1 and bare:
            unit = units.pop()
            listed = _and([f"{CELL_NAMES[cell.name]} {cell.text}" for cell in bare])
            yield found(
                bare[0].place,
                f"{listed[0].upper()}{listed[1:]} saknar enhet; resten av raden har {unit}.",
                *(cell.evidence for cell in bare),
                *(cell.evidence for cell in cells if cell.quantity.unit),
                advice=f"Skriv {_and([_with_unit(cell.quantity, unit) for cell in bare])}.",
                fix=_written(bare, unit, safe=True),
            )


def _one_unit(cells: Sequence[FigureCell]) -> Fix | None:
    """Return the mend that gives every cell the unit of the outcome and of most, where that is one unit."""
    counted = Counter(cell.quantity.unit for cell in cells)
    outcome = next((cell.quantity.unit for cell in cells if cell.name == "outcome"), None)
    (unit, most), *others = counted.most_common()
    if unit != outcome or any(count == most for _unit, count in others):
        return None
    return _written([cell for cell in cells if cell.quantity.unit != unit], unit, safe=False)


def _written(cells: Sequence[FigureCell], unit: str, *, safe: bool) -> Fix:
    texts = [(cell.place, _with_unit(cell.quantity, unit)) for cell in cells]
    title = f"Skriv {_and([text for _place, text in texts])}"
    return Fix(title, safe=safe, apply=partial(_with_texts, texts=tuple(texts)))


def _with_texts(report: Report, texts: Sequence[tuple[Place, str]]) -> Report:
    for place, text in texts:
        report = with_value(report, place, text)
    return report


def _with_unit(number: Quantity, unit: str) -> str:
    return format_amount(number.amount, number.decimals, unit)


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
