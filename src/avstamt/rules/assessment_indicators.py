"""Rules that hold what a goal's analysis claims of its indicators against the indicators' rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import Quantity, read_figure
from avstamt.domain.report import ReportKind, children_of
from avstamt.rules.aims import Verdict, aim_of, judge
from avstamt.rules.assessment_text import INDICATORS, Said, in_short, said_of
from avstamt.rules.figures import shown
from avstamt.rules.indicator_gaps_text import says_not_reached, says_unmeasured, text_forecast
from avstamt.rules.model import TRIED, UNTRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.targets import Missed, missed_by

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_REACHED = re.compile(
    r"\bindikator(?:n|er|erna)?\b(?P<between>[^.;:]{0,110}?)\b(?:uppfyll(?:s|as|ts|da|d|er)|uppnå(?:s|tts|dda|dd|r)?|nå(?:s|tts)|når?\s+\w*mål\w*)\b"
    r"|\b(?:alla|samtliga)\s+(?:\w+\s+)?årsmål(?:en)?\b(?P<other>[^.;:]{0,40}?)\b(?:uppfyll\w*|uppnå\w*|nå(?:s|tts|dda))\b",
    re.IGNORECASE,
)
_LESS_THAN_ALL = re.compile(
    r"\b(?:inte|ej|delvis|utom|förutom|undantag\w*|majoritet\w*|de\s+flesta|flertalet|flera|några|en\s+av|två\s+av|tre\s+av|\w+\s+av\s+\w+|"
    r"om|för\s+att|öka\w*|risk\w*|utmaning\w*)\b",
    re.IGNORECASE,
)
_BELOW = re.compile(r"underliggande\s+(?:\w+\s+){0,2}?indikator", re.IGNORECASE)
_ONLY_CITYS = re.compile(r"\bKF-?\s?indikator", re.IGNORECASE)
_LATER = re.compile(r"\bT2\b|tertial\s*2|delårsbokslut", re.IGNORECASE)

Row = tuple[Indicator, Place]


@dataclass(frozen=True, slots=True)
class _Short:
    """A row that misses its årsmål: what to say of it, its evidence, and whether the year's forecast says so."""

    words: str
    evidence: tuple[Evidence, ...]
    certain: bool


@rule(
    "BED-211",
    name="indikatorer-sägs-nås",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def indicators_said_to_be_reached_are(context: Context) -> Iterator[Observation | Trial]:
    """Analysen säger att målets indikatorer uppfylls bara när de gör det.

    Varför: läsaren litar på analysens ord och räknar inte om tabellen. En indikator som missar sitt årsmål säger emot
    dem. Säger prognosen för året att årsmålet missas är det ett fel; gör bara utfallet det kan läget ändras under året.
    Fel: ”Indikatorerna bedöms uppfyllas helt” över en indikator med prognosen 55 % och årsmålet 90 %.
    Rätt: ”Indikatorerna bedöms uppfyllas helt” över en indikator med prognosen 92 % och årsmålet 90 %.
    """
    for goal, _place in context.goals:
        claim = context.kept.of(reached_claim, goal)
        if claim is None:
            continue
        short = [one for one in (_short(context, *row) for row in rows_spoken_of(context, goal, claim)) if one]
        if short:
            yield found(
                claim.place,
                f"Analysen säger att indikatorerna uppfylls, men {_and([one.words for one in short])}.",
                claim.evidence,
                *(evidence for one in short for evidence in one.evidence),
                advice="Skriv vilken indikator som inte nås och vad det betyder för bedömningen.",
                level=Level.ERROR if any(one.certain for one in short) else None,
            )


@rule(
    "BED-212",
    name="indikatorer-utan-belägg",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    claims="uppgifter i texten om indikatorer",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def indicators_said_to_be_reached_have_figures(context: Context) -> Iterator[Observation | Trial]:
    """Analysen bygger bara på indikatorer som har utfall eller prognos.

    Varför: utan utfall och prognos går det inte att se om indikatorn nås, och bedömningen saknar belägg.
    Fel: ”Indikatorn prognostiseras att uppnås” över en indikator med årsmålet 95 och tomma rutor för utfall och prognos.
    Rätt: ”Indikatorn prognostiseras att uppnås” över en indikator med årsmålet 95 och prognosen 96.
    """
    for goal, _place in context.goals:
        claim = context.kept.of(reached_claim, goal)
        if claim is None:
            continue
        rows = rows_spoken_of(context, goal, claim)
        empty = [row for row in rows if is_without_figures(*row, context.report.kind)]
        yield from (UNTRIED if row in empty else TRIED for row in rows)
        if empty:
            yield found(
                claim.place,
                f"Analysen säger att indikatorerna uppfylls, men {_which(empty)} har varken utfall eller prognos.",
                claim.evidence,
                *(Evidence(where / "name", row.name) for row, where in empty),
                advice="Fyll i utfall eller prognos, eller skriv vad bedömningen bygger på.",
            )


def reached_claim(goal: Goal) -> Said | None:
    """Return the sentence of a goal's analysis that says that its indicators are reached."""
    told = said_of(goal, Place.of("goals", goal.id), INDICATORS)
    return next((said for said in told if _says_reached(said.text)), None)


@lru_cache(maxsize=4096)
def _says_reached(text: str) -> bool:
    match = _REACHED.search(text)
    return match is not None and not _LESS_THAN_ALL.search(_around(text, match))


def _around(text: str, match: re.Match[str]) -> str:
    """Return the words of the claim and the few just before it, where an exception may stand."""
    words = text[max(0, match.start() - 24) : match.end() + 24]
    return words[words.find(",", 0, 24) + 1 :]


def rows_spoken_of(context: Context, goal: Goal, claim: Said) -> tuple[Row, ...]:
    """Return the indicators that the claim is about: the goal's own, and those below where it says so or there are none."""
    own = [goal]
    below = _BELOW.search(claim.text) or (not goal.indicators and not _ONLY_CITYS.search(claim.text))
    if below and goal.level is not GoalLevel.UNIT:
        under = children_of(context.report.goals, goal.id)
        own += [one for one in under if context.kept.of(reached_claim, one) is None]
    rows = ((row, Place.of("goals", one.id, "indicators", row.id)) for one in own for row in one.indicators)
    return tuple(sorted(rows, key=lambda row: (row[0].name, row[1])))


def is_without_figures(indicator: Indicator, place: Place, kind: ReportKind) -> bool:
    """Tell whether a row with a target has neither outcome nor forecast, and no word about why."""
    if kind is ReportKind.TERTIAL_1 and _LATER.search(indicator.name):
        return False
    if read_figure(indicator.outcome).quantity or read_figure(indicator.forecast).quantity:
        return False
    aimed = indicator.target.strip() or indicator.city_target.strip()
    return bool(aimed) and text_forecast(indicator, place) is None and not says_unmeasured(indicator)


def _short(context: Context, indicator: Indicator, place: Place) -> _Short | None:
    name = f"’{in_short(indicator.name)}’"
    missed = missed_by(context, indicator, place)
    told = says_not_reached(indicator, place)
    if isinstance(missed, Missed):
        final = context.report.kind is ReportKind.ANNUAL or missed.cell.name == "forecast"
        what = "prognosen" if missed.cell.name == "forecast" else "utfallet"
        words = f"{what} för {name} är {shown(missed.cell.quantity)} mot årsmålet {missed.target.quote}"
        more = (told.evidence,) if told else ()
        return _Short(words, (missed.cell.evidence, missed.target, *more), final or told is not None)
    forecast = text_forecast(indicator, place)
    if forecast is not None and _falls_short(context, indicator, forecast.low, forecast.high):
        words = f"prognosen för {name} är enligt dess analys {forecast.words} mot årsmålet {indicator.target.strip()}"
        return _Short(
            words, (Evidence(place / "target", indicator.target.strip()), forecast.said.evidence), certain=True
        )
    if told is not None:
        return _Short(f"analysen av {name} säger att årsmålet inte nås", (told.evidence,), certain=True)
    return None


def _falls_short(context: Context, indicator: Indicator, *ends: Quantity) -> bool:
    aim = aim_of(indicator.target, context.direction(indicator), indicator.previous)
    return aim is not None and all(judge(end, aim) is Verdict.SHORT for end in ends)


def _which(rows: list[Row]) -> str:
    if len(rows) == 1:
        return f"’{in_short(rows[0][0].name)}’"
    return f"{len(rows)} av dem"


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
