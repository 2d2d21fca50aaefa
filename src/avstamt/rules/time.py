"""Rules about when: periods and dates in tables and text that do not fit the report's year."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import lru_cache

from avstamt.domain.activity import Activity
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.indicator import Indicator
from avstamt.domain.place import Place
from avstamt.domain.quantity import read_figure
from avstamt.domain.report import ReportKind
from avstamt.language.sentences import MONTHS
from avstamt.rules.model import Aspect, Context, Observation, found, rule
from avstamt.rules.prose import Written

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_YEAR = re.compile(r"\b(20\d\d)\b")
_PERIOD = re.compile(r"\b(tertial|halvår|kvartal)\s*(\d)\b", re.IGNORECASE)
_MONTHS_PER = {"tertial": 4, "halvår": 6, "kvartal": 3}
_LAST_MONTH = {ReportKind.TERTIAL_1: 4, ReportKind.TERTIAL_2: 8, ReportKind.ANNUAL: 12}
_WRITTEN_DATE = re.compile(rf"[123]?[0-9] ({'|'.join(MONTHS)})\b(?: (20\d\d))?")
_ISO_DATE = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}(?![\d-])")
_MEASURED_SELDOM = re.compile(
    r"\b(?:mäts|mätt\w*|mättes|mätning\w*|undersök\w*|enkät\w*|vartannat|vart\s+(?:tredje|fjärde|femte)|varannan|senast\w*|"
    r"statistik\w*|publicera\w*|eftersläp\w*|släpar|inte\s+tillgänglig\w*|ännu\s+inte|ej|saknas|preliminär\w*)\b",
    re.IGNORECASE,
)
_LEAP = 2024
_MOST_DAYS = 39


@rule(
    "TID-101",
    name="mätning-från-annat-år",
    level=Level.TIP,
    basis="tid",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.INDICATORS),
)
def measurement_is_of_the_reports_year(context: Context) -> Iterator[Observation]:
    """Ett utfall är mätt under rapportens år.

    Varför: ett äldre utfall säger inget om årets arbete, och ett senare år är en felskrivning. Mäts indikatorn mer
    sällan räcker det att analysen säger det.
    Fel: utfall 86 % med perioden 2022 i en verksamhetsberättelse för 2024.
    Rätt: utfall 86 % med perioden 2024.
    """
    for _goal, indicator, place in context.indicators:
        years = [int(year) for year in _YEAR.findall(indicator.period)]
        if years and max(years) != context.report.year and _has_outcome(indicator):
            if max(years) < context.report.year and _explains_age(indicator, max(years)):
                continue
            yield found(
                place / "period",
                f"Utfallet gäller {indicator.period.strip()}, men rapporten gäller {context.report.year}.",
                Evidence(place / "period", indicator.period.strip()),
                Evidence(place / "outcome", indicator.outcome.strip()),
                advice="Rätta perioden, eller skriv i analysen att mätningen görs mer sällan.",
                level=Level.DEVIATION if max(years) > context.report.year else None,
            )


@rule(
    "TID-102",
    name="utfall-före-periodens-slut",
    level=Level.DEVIATION,
    basis="tid",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.INDICATORS,),
)
def outcome_is_of_a_period_that_has_been(context: Context) -> Iterator[Observation]:
    """Ett utfall gäller en period som är slut när rapporten skrivs.

    Varför: ett utfall för en period som inte är slut är antingen en prognos eller en felskriven period.
    Fel: utfall 16 st för Halvår 2 2024 i tertialrapport 1 2024.
    Rätt: utfall 16 st för Tertial 1 2024 i tertialrapport 1 2024.
    """
    last = _LAST_MONTH[context.report.kind]
    for _goal, indicator, place in context.indicators:
        match = _PERIOD.search(indicator.period)
        year = _YEAR.search(indicator.period)
        this_year = year is None or int(year[1]) == context.report.year
        if match and this_year and _has_outcome(indicator):
            begins = (int(match[2]) - 1) * _MONTHS_PER[match[1].lower()]
            if begins >= last:
                yield found(
                    place / "period",
                    f"Utfallet gäller {indicator.period.strip()}, som inte har börjat när perioden i rapporten är slut.",
                    Evidence(place / "period", indicator.period.strip()),
                    Evidence(place / "outcome", indicator.outcome.strip()),
                    advice="Rätta perioden, eller flytta talet till prognosen.",
                )


@rule(
    "TID-103",
    name="aktivitet-utanför-året",
    level=Level.DEVIATION,
    basis="tid",
    reads="part",
    heeds=(Aspect.ACTIVITIES,),
)
def activity_touches_the_reports_year(context: Context) -> Iterator[Observation]:
    """En aktivitet pågår någon del av rapportens år.

    Varför: en aktivitet som slutade före året eller börjar efter det hör till en annan rapport.
    Fel: startdatum 2022-01-01 och slutdatum 2022-12-31 i en rapport för 2024.
    Rätt: startdatum 2022-01-01 och slutdatum 2024-12-31 i en rapport för 2024.
    """
    for activity, place in _activities(context):
        starts, ends = activity.starts, activity.ends
        year = context.report.year
        if starts and ends and ends < starts:
            continue
        if ends and ends.year < year:
            yield _outside(activity, place, "end", f"slutade {activity.end.strip()}, före rapportens år {year}")
        elif starts and starts.year > year:
            yield _outside(activity, place, "start", f"börjar {activity.start.strip()}, efter rapportens år {year}")


@lru_cache(maxsize=4096)  # a text is searched again only when it has changed
def _written_dates(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_WRITTEN_DATE.finditer(text)) if any(month in text for month in MONTHS) else ()


@rule(
    "TID-104",
    name="datum-finns-inte",
    level=Level.ERROR,
    basis="tid",
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def dates_exist(context: Context) -> Iterator[Observation]:
    """Ett datum finns i kalendern.

    Varför: den 31 april kan inget hända.
    Fel: Mätningen gjordes den 31 april.
    Rätt: Mätningen gjordes den 30 april.
    """
    for block in context.written:
        if any(sign in block.text for sign in ("-0", "-1", "-2", "-3")):
            for match in _ISO_DATE.finditer(block.text):
                if not _exists(match.group()):
                    yield _no_date(block, match)
        for match in _written_dates(block.text):
            month = MONTHS.index(match[1]) + 1
            day = int(match.group().split()[0])
            before = block.text[match.start() - 1] if match.start() else " "
            year = int(match[2] or _LEAP)
            if before in " (" and day <= _MOST_DAYS and not _exists(f"{year}-{month:02}-{day:02}"):
                yield _no_date(block, match)
    for activity, place in _activities(context):
        for name in ("start", "end"):
            text = getattr(activity, name).strip()
            if _ISO_DATE.fullmatch(text) and not _exists(text):
                yield found(
                    place / name,
                    f"Datumet {text} finns inte.",
                    Evidence(place / name, text),
                    advice="Rätta datumet.",
                )


def _explains_age(indicator: Indicator, year: int) -> bool:
    """Tell whether the analysis names the year of the measurement, or speaks of when it is measured."""
    analysis = "" if indicator.analysis is None else indicator.analysis.plain
    return str(year) in analysis or _MEASURED_SELDOM.search(analysis) is not None


def _has_outcome(indicator: Indicator) -> bool:
    return read_figure(indicator.outcome).number is not None


def _activities(context: Context) -> Iterator[tuple[Activity, Place]]:
    for goal, place in context.goals:
        for activity in goal.activities:
            yield activity, place / "activities" / activity.id


def _outside(activity: Activity, place: Place, name: str, how: str) -> Observation:
    return found(
        place / name,
        f"Aktiviteten {how}.",
        Evidence(place / name, getattr(activity, name).strip()),
        advice="Rätta datumet, eller ta bort aktiviteten.",
    )


def _exists(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _no_date(block: Written, match: re.Match[str]) -> Observation:
    return found(
        block.place.at(*match.span()),
        f"Datumet {match.group()} finns inte.",
        block.quote(*match.span()),
        advice="Rätta datumet.",
    )
