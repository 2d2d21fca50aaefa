"""Rules about cells of the indicator table that are empty where the report's kind and period ask for a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place, with_value
from avstamt.domain.quantity import FigureKind, Quantity, format_amount, read_figure
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.rules.aims import Verdict, aim_of, judge
from avstamt.rules.assessment_indicators import is_without_figures, reached_claim, rows_spoken_of
from avstamt.rules.assessment_text import in_short
from avstamt.rules.indicator_gaps_text import (
    TextForecast,
    goal_says_unmeasured,
    says_unmeasured,
    says_without_target,
    text_forecast,
)
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_WITHIN_THE_YEAR = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2)
_REPORTING = (*_WITHIN_THE_YEAR, ReportKind.ANNUAL)
_IN_THE_YEAR = re.compile(r"tertial|halvår|kvartal|delår|\bT[12]\b", re.IGNORECASE)
_MANY = 20
_TERTIAL = re.compile(r"^\s*tertial", re.IGNORECASE)

Row = tuple[Indicator, Place]


@rule(
    "IND-401",
    name="prognos-saknas",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_WITHIN_THE_YEAR,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def forecast_is_given_within_the_year(context: Context) -> Iterator[Observation]:
    """En indikator med årsmål har en prognos för helåret i en tertialrapport.

    Varför: nämnden behöver veta om årsmålet nås medan det går att göra något åt det. En mätning som redan är klar och
    når sitt årsmål behöver ingen prognos. Anmärkningen görs en gång för varje mål.
    Fel: utfall 11 st, årsmål 15 st och tom prognos i en tertialrapport.
    Rätt: utfall 11 st, årsmål 15 st och prognos 15 st i en tertialrapport.
    """
    for goal, place in context.goals:
        rows = [
            (row, where)
            for row, where in _rows(goal, place)
            if read_figure(row.outcome).quantity
            and _asks_for_forecast(context, row)
            and text_forecast(row, where) is None
        ]
        if rows:
            first = rows[0][1]
            yield found(
                first / "forecast",
                f"{_which(rows)} har utfall och årsmål men ingen prognos för helåret.",
                *(Evidence(where / "name", row.name) for row, where in rows),
                advice="Fyll i prognosen, eller skriv i analysen varför den saknas.",
            )


@rule(
    "IND-402",
    name="utfall-och-prognos-saknas",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_WITHIN_THE_YEAR,
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def outcome_or_forecast_is_given(context: Context) -> Iterator[Observation]:
    """En indikator med årsmål har utfall eller prognos i en tertialrapport, eller en text som säger när den mäts.

    Varför: en tom rad säger inte om årsmålet är på väg att nås. Anmärkningen görs en gång för varje mål.
    Fel: årsmål 75 % och tomma rutor för utfall och prognos i en tertialrapport.
    Rätt: årsmål 75 %, tomma rutor och analysen ”Mätningen görs i oktober”, vid indikatorn eller med dess namn vid målet.
    """
    claimed = _claimed_rows(context)
    for goal, place in context.goals:
        rows = [
            (row, where)
            for row, where in _rows(goal, place)
            if where not in claimed
            and _is_empty_row(row, where, context.report.kind)
            and not goal_says_unmeasured(goal, place, row)
        ]
        if rows:
            yield found(
                rows[0][1] / "forecast",
                f"{_which(rows)} har årsmål men varken utfall eller prognos.",
                *(Evidence(where / "name", row.name) for row, where in rows),
                advice="Fyll i prognosen, eller skriv i analysen när indikatorn mäts.",
            )


@rule(
    "IND-403",
    name="prognos-bara-i-text",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_WITHIN_THE_YEAR,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def forecast_in_words_stands_in_its_cell(context: Context) -> Iterator[Observation]:
    """En prognos som står i indikatorns analys står också i rutan för prognos.

    Varför: den som läser tabellen, eller hämtar tal ur den, ser annars ingen prognos.
    Fel: tom prognos, årsmål 90 % och analysen ”Prognosen för helåret är 55 procent”.
    Rätt: prognos 55 %, årsmål 90 % och analysen ”Prognosen för helåret är 55 procent”.
    """
    for _goal, indicator, place in context.indicators:
        told = None if indicator.forecast.strip() else text_forecast(indicator, place)
        if told is not None:
            yield found(
                place / "forecast",
                f"Analysen ger prognosen {told.words}, men rutan för prognos är tom.",
                told.said.evidence,
                Evidence(place / "name", indicator.name),
                advice="Skriv prognosen i rutan.",
                fix=_filled(place, told),
            )


@rule(
    "IND-404",
    name="årsmål-saknas",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def target_is_set_where_a_figure_is_reported(context: Context) -> Iterator[Observation]:
    """En indikator som redovisas med prognos eller utfall har ett årsmål att mätas mot.

    Varför: utan årsmål går det inte att säga om resultatet är bra. Står en prognos utan årsmål har talet troligen hamnat
    i fel ruta. Anmärkningen görs en gång för varje mål.
    Fel: utfall 92 %, prognos 80 %, tomt årsmål och tomt KF:s årsmål.
    Rätt: utfall 92 %, prognos 80 % och årsmål 80 %.
    """
    for goal, place in context.goals:
        bare = [
            (row, where)
            for row, where in _rows(goal, place)
            if not row.target.strip() and not row.city_target.strip() and not says_without_target(row)
        ]
        forecast = [(row, where) for row, where in bare if read_figure(row.forecast).quantity]
        outcome = [row for row in bare if row not in forecast and read_figure(row[0].outcome).quantity]
        for rows, has, level in ((forecast, "prognos", None), (outcome, "utfall", Level.TIP)):
            if rows:
                yield found(
                    rows[0][1] / "target",
                    f"{_which(rows)} har {has} men inget årsmål.",
                    *(Evidence(where / "name", row.name) for row, where in rows),
                    advice="Fyll i årsmålet, eller skriv i analysen att det saknas.",
                    level=level,
                )


@rule(
    "IND-405",
    name="könsuppdelning-saknas",
    level=Level.TIP,
    basis="stadens indikatorer",
    kinds=_REPORTING,
    heeds=(Aspect.INDICATORS,),
)
def individual_figures_are_split_by_sex(context: Context) -> Iterator[Observation]:
    """En indikator som delas upp på kön har tal för båda könen.

    Varför: staden följer upp individbaserade indikatorer för kvinnor och män. Är gruppen så liten att talen pekar ut
    någon lämnas rutorna tomma. Anmärkningen görs en gång för hela rapporten, när andra rader är uppdelade.
    Fel: Sjukfrånvaro, utfall 9 %, tomma rutor för män och kvinnor, när andra indikatorer är uppdelade.
    Rätt: Sjukfrånvaro, utfall 9 %, män 8 %, kvinnor 9,2 %.
    """
    is_split = {
        row.name for _goal, row, _place in context.indicators if row.outcome_men.strip() and row.outcome_women.strip()
    }
    bare = [
        (row, place)
        for _goal, row, place in context.indicators
        if (entry := context.entry(row))
        and entry.split_by_sex
        and entry.unit
        and row.name not in is_split
        and _is_of_many(context, row)
        and read_figure(row.outcome).quantity
        and not (row.outcome_men.strip() or row.outcome_women.strip())
    ]
    if is_split and bare:
        rows = sorted(bare, key=lambda one: (one[0].name, one[1]))
        yield found(
            rows[0][1] / "outcome_women",
            f"{_which(rows)} brukar delas upp på kön, men rutorna för män och kvinnor är tomma.",
            *(Evidence(where / "name", row.name) for row, where in rows),
            advice="Fyll i talen för män och kvinnor, om gruppen inte är för liten.",
        )


def _is_of_many(context: Context, indicator: Indicator) -> bool:
    """Tell whether the figures of a unit are of so many that the sexes can be told without pointing anyone out."""
    number = read_figure(indicator.outcome).number
    of_all = indicator.name.casefold().startswith("sjukfrånvaro")
    entry = context.entry(indicator)
    counted = number is not None and entry is not None and not entry.share and number.amount >= _MANY
    return context.report.level is OrganisationLevel.COMMITTEE or of_all or counted


def _rows(goal: Goal, place: Place) -> Iterator[Row]:
    for row in sorted(goal.indicators, key=lambda one: (one.name, one.id)):
        yield row, place / "indicators" / row.id


def _asks_for_forecast(context: Context, indicator: Indicator) -> bool:
    """Tell whether a row with an outcome still needs a forecast: it has a target, and is not measured once for all."""
    aim = read_figure(indicator.target)
    if indicator.forecast.strip() or aim.kind in (FigureKind.EMPTY, FigureKind.PLACEHOLDER, FigureKind.TEXT):
        return False
    if says_unmeasured(indicator) or _IN_THE_YEAR.search(indicator.period):
        return not says_unmeasured(indicator)
    return not _is_final(context, indicator)


def _is_final(context: Context, indicator: Indicator) -> bool:
    """Tell whether a share or an index of the whole year already reaches its target."""
    number = read_figure(indicator.outcome).number
    aim = aim_of(indicator.target, context.direction(indicator), indicator.previous)
    steady = number is not None and (number.is_share or not number.unit)
    return number is not None and aim is not None and steady and judge(number, aim) is Verdict.REACHED


def _claimed_rows(context: Context) -> frozenset[Place]:
    """Return the rows whose emptiness is told where an analysis rests on them."""
    claims = ((goal, context.kept.of(reached_claim, goal)) for goal, _place in context.goals)
    return frozenset(where for goal, claim in claims if claim for _row, where in rows_spoken_of(context, goal, claim))


def _is_empty_row(indicator: Indicator, place: Place, kind: ReportKind) -> bool:
    told_elsewhere = _TERTIAL.match(indicator.period) and (indicator.analysis is None or indicator.analysis.is_empty)
    return (
        bool(read_figure(indicator.target).quantity)
        and not told_elsewhere
        and is_without_figures(indicator, place, kind)
    )


def _filled(place: Place, told: TextForecast) -> Fix | None:
    if told.low != told.high:
        return None
    words = _cell(told.low)
    return Fix(
        f"Skriv {words} som prognos", safe=False, apply=partial(with_value, place=place / "forecast", value=words)
    )


def _cell(number: Quantity) -> str:
    return format_amount(number.amount, number.decimals, number.unit)


def _which(rows: Sequence[Row]) -> str:
    if len(rows) == 1:
        return f"Indikatorn ’{in_short(rows[0][0].name)}’"
    return f"{len(rows)} indikatorer"
