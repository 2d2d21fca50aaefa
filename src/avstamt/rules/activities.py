"""Rules about activities: their dates, and the reasons for deviations."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.activity import Activity
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)


@rule("AKT-101", name="datum-omvända", level=Level.ERROR, basis="aritmetik", reads="part", heeds=(Aspect.ACTIVITIES,))
def activity_ends_after_it_starts(context: Context) -> Iterator[Observation]:
    """En aktivitet slutar tidigast den dag den börjar.

    Varför: ett slutdatum före startdatumet är en felskrivning.
    Fel: startdatum 2024-09-01, slutdatum 2024-06-30.
    Rätt: startdatum 2024-06-30, slutdatum 2024-09-01.
    """
    for activity, place in _activities(context):
        starts, ends = activity.starts, activity.ends
        if starts and ends and ends < starts:
            yield found(
                place / "end",
                f"Slutdatumet {activity.end.strip()} ligger före startdatumet {activity.start.strip()}.",
                Evidence(place / "start", activity.start.strip()),
                Evidence(place / "end", activity.end.strip()),
                advice="Rätta något av datumen.",
            )


@rule(
    "AKT-201",
    name="avvikelse-utan-analys",
    level=Level.DEVIATION,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def deviation_is_explained(context: Context) -> Iterator[Observation]:
    """En aktivitet som avviker har en analys.

    Varför: läsaren behöver veta vad avvikelsen beror på och vad som händer nu.
    Fel: aktiviteten är markerad med Avvikelse och analysen är tom.
    Rätt: aktiviteten är markerad med Avvikelse, och analysen säger att den flyttas till våren.
    """
    for activity, place in _activities(context):
        if activity.deviation and (activity.analysis is None or activity.analysis.is_empty):
            yield found(
                place / "analysis",
                "Aktiviteten är markerad med Avvikelse, men har ingen analys.",
                Evidence(place / "text", activity.text),
                advice="Skriv vad avvikelsen beror på och vad som händer nu.",
            )


def _activities(context: Context) -> Iterator[tuple[Activity, Place]]:
    for goal, place in context.goals:
        for activity in goal.activities:
            yield activity, place / "activities" / activity.id
