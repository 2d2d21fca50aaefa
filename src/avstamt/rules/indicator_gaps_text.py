"""What an indicator's own analysis says in place of its cells: a forecast, a target that will not be reached, no measurement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity
from avstamt.language.numbers.finding import find_numbers
from avstamt.language.numbers.model import Figure, Form
from avstamt.rules.assessment_text import Said, said_in
from avstamt.rules.mentions import name_stems, names

_FORECAST = re.compile(
    r"\b(?:(?:helårs|års)prognos\w*|prognos(?:en)?\s+(?:för\s+)?(?:helår\w*|hela\s+året|året|år\s+20\d\d)|prognosen\s+är|"
    r"(?:uppskattas|beräknas|bedöms|väntas|förväntas|prognostiseras)\s+(?:(?:års|helårs)?utfallet)(?:\s+för\s+(?:hel)?året)?|"
    r"(?:års|helårs)utfallet\s+(?:uppskattas|beräknas|bedöms|väntas|förväntas|prognostiseras|blir|bli))\b",
    re.IGNORECASE,
)
NOT_REACHED = re.compile(
    r"\bårsmål\w*\b[^.;]{0,80}?\b(?:uppnå\w*|nås|uppfyll\w*)\s+(?:\w+\s+){0,2}?(?:inte|ej)\b"
    r"|\bårsmål\w*\b[^.;]{0,80}?\b(?:inte|ej)\b[^.;]{0,30}?\b(?:uppnå\w*|nås|nå|når|uppfyll\w*)\b"
    r"|\b(?:inte|ej)\b[^.;]{0,20}?\b(?:uppnå\w*|nå|når|nått|nåtts|uppfyll\w*)\b[^.;]{0,30}?\bårsmål\w*\b",
    re.IGNORECASE,
)
_UNMEASURED = re.compile(
    r"\b(?:mätning\w*|mäts|mätt|undersökning\w*|enkät\w*|statistik\w*|uppgift\w*|utfall\w*|resultat\w*|indikatorn)\b[^.]{0,80}?"
    r"\b(?:inte|ej|senare|först|saknas|ställ\w+\s+in|inställ\w*|utgå\w*|under\s+hösten|i\s+(?:tertialrapport|verksamhetsberättels)\w*|"
    r"ses\s+över|kommer\s+att|redovisas|publiceras|görs|genomförs)\b|\bmäts\b|\bredovisas\s+(?:först|i)\b",
    re.IGNORECASE,
)

_MEASURED_LATER = re.compile(
    r"\bmäts\b|\bredovisas\s+(?:först|tidigast|i)\b"
    r"|\b(?:mätning|undersökning|enkät)\w*\s+(?:\w+\s+){0,3}?(?:görs|genomförs|sker|skickas|publiceras)\b",
    re.IGNORECASE,
)
_WITHOUT_TARGET = re.compile(
    r"\b(?:inget|saknar|saknas|utan|inte|ej)\b[^.]{0,60}\bårsmål|\bårsmål\w*\b[^.]{0,40}\b(?:inte|ej|saknas)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class TextForecast:
    """A forecast for the year that stands in the analysis: its two ends (equal but for a range) and its sentence."""

    low: Quantity
    high: Quantity
    said: Said
    words: str


def text_forecast(indicator: Indicator, place: Place) -> TextForecast | None:
    """Return the last forecast with a figure in the indicator's analysis."""
    told = None
    for said in said_in(indicator.analysis, place / "analysis", ("prognos", "utfallet")):
        for cue in _FORECAST.finditer(said.text):
            figure = _figure_after(said.text, cue.end())
            if figure is not None:
                low = Quantity(figure.low, figure.unit, figure.decimals)
                high = Quantity(figure.high, figure.unit, figure.decimals)
                told = TextForecast(low, high, said, figure.span.of(said.text))
    return told


def says_not_reached(indicator: Indicator, place: Place) -> Said | None:
    """Return the sentence of the analysis that says that the årsmål is not reached."""
    return next(
        (
            said
            for said in said_in(indicator.analysis, place / "analysis", ("årsmål",))
            if NOT_REACHED.search(said.text)
        ),
        None,
    )


def says_unmeasured(indicator: Indicator) -> bool:
    """Tell whether the analysis says when or why the indicator is not measured."""
    return indicator.analysis is not None and bool(_UNMEASURED.search(indicator.analysis.plain))


def goal_says_unmeasured(goal: Goal, place: Place, indicator: Indicator) -> bool:
    """Tell whether a sentence of the goal's analysis names the indicator and says when it is measured."""
    stems = name_stems(indicator.name)
    said = said_in(goal.analysis, place / "analysis", ("mäts", "mätning", "undersökning", "enkät", "redovisas"))
    return any(_MEASURED_LATER.search(one.text) and names(one.text, stems) for one in said)


def says_without_target(indicator: Indicator) -> bool:
    """Tell whether the analysis says that there is no årsmål."""
    return indicator.analysis is not None and bool(_WITHOUT_TARGET.search(indicator.analysis.plain))


def _figure_after(text: str, position: int) -> Figure | None:
    figures = (figure for figure in find_numbers(text).figures if figure.span.start >= position)
    first = next(figures, None)
    return first if first is not None and first.form is Form.DIGITS else None
