"""Rules about activities that do not go as planned: the flag, the next step, and the end date that has passed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

from avstamt.domain.activity import Activity
from avstamt.domain.finding import Evidence, Fix, Level
from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report, ReportKind
from avstamt.rules.activity_words import all_activities, not_as_planned, says_what_is_next
from avstamt.rules.assessment_text import said_in
from avstamt.rules.model import Aspect, Context, Observation, found, rule

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_WITHIN_THE_YEAR = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2)
_SOON = dt.timedelta(days=31)  # a tertial report is written in the month after the period it tells of


@rule(
    "AKT-202",
    name="avvikelse-ej-markerad",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def what_does_not_go_as_planned_is_marked(context: Context) -> Iterator[Observation]:
    """En aktivitet som inte går enligt plan är markerad med Avvikelse.

    Varför: den som söker efter avvikelser läser kolumnen, inte varje analys.
    Fel: ingen avvikelse markerad, och analysen ”Arbetet kan inte slutföras under 2024”.
    Rätt: avvikelse markerad, och analysen ”Arbetet kan inte slutföras under 2024”.
    """
    for _goal, activity, place in all_activities(context):
        said = None if activity.deviation else context.kept.of(not_as_planned, activity, place)
        if said is not None:
            yield found(
                place / "deviation",
                "Analysen säger att aktiviteten inte går enligt plan, men ingen avvikelse är markerad.",
                said.evidence,
                Evidence(place / "text", activity.text),
                advice="Markera avvikelsen, eller ändra analysen.",
                fix=Fix("Markera avvikelsen", safe=False, apply=partial(_marked, place=place / "deviation")),
            )


@rule(
    "AKT-203",
    name="avvikelse-utan-nästa-steg",
    level=Level.TIP,
    basis="fullständighet",
    kinds=_REPORTING,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def deviation_says_what_is_next(context: Context) -> Iterator[Observation]:
    """Analysen av en avvikelse säger vad som händer med aktiviteten nu.

    Varför: läsaren vill veta om den flyttas, ändras eller läggs ned.
    Fel: avvikelse markerad, och analysen ”Gruppen har inte tillsatts på grund av vakanser”.
    Rätt: avvikelse markerad, och analysen ”Gruppen har inte tillsatts på grund av vakanser men startar under våren”.
    """
    for _goal, activity, place in all_activities(context):
        told = tuple(said_in(activity.analysis, place / "analysis"))
        if activity.deviation and told and not says_what_is_next(activity):
            yield found(
                place / "analysis",
                "Analysen av avvikelsen säger inte vad som händer med aktiviteten nu.",
                told[0].evidence,
                Evidence(place / "text", activity.text),
                advice="Skriv om aktiviteten flyttas, ändras eller avslutas, och när.",
            )


@rule(
    "AKT-204",
    name="slutdatum-passerat",
    level=Level.TIP,
    basis="fullständighet",
    kinds=_WITHIN_THE_YEAR,
    reads="part",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def ended_activity_is_told_of(context: Context) -> Iterator[Observation]:
    """En aktivitet vars slutdatum har passerat när rapporten behandlas har en analys.

    Varför: läsaren vill veta om aktiviteten är klar. Anmärkningen görs en gång för varje mål.
    Fel: slutdatum 2024-03-31 och ingen analys i tertialrapport 1 för 2024.
    Rätt: slutdatum 2024-12-31 och ingen analys i tertialrapport 1 för 2024.
    """
    end = _end_of_period(context.report)
    for goal, place in context.goals:
        over = [
            one for one in _by_end(goal.activities) if _is_over(one, end) and not one.deviation and not _is_told(one)
        ]
        rows = place / "activities"
        if over:
            first = over[-1]
            many = "En aktivitet" if len(over) == 1 else f"{len(over)} aktiviteter"
            yield found(
                rows / first.id / "end",
                f"{many} slutar {first.end.strip()}"
                f"{' eller tidigare' if len(over) > 1 else ''}, och ingen analys säger om arbetet är klart.",
                *(Evidence(rows / one.id / "end", one.end.strip()) for one in over),
                advice="Skriv om aktiviteten är genomförd.",
            )


def _by_end(activities: Sequence[Activity]) -> list[Activity]:
    return sorted(activities, key=lambda one: (one.end, one.id))


def _marked(report: Report, place: Place) -> Report:
    return with_value(report, place, value=True)


def _end_of_period(report: Report) -> dt.date:
    month, day = (4, 30) if report.kind is ReportKind.TERTIAL_1 else (8, 31)
    return dt.date(report.year, month, day)


def _is_over(activity: Activity, end: dt.date) -> bool:
    """Tell whether an activity has ended by then; of one that ends before it starts nobody knows when it does."""
    starts, ends = activity.starts, activity.ends
    return ends is not None and ends <= end + _SOON and not (starts and ends < starts)


def _is_told(activity: Activity) -> bool:
    return activity.analysis is not None and not activity.analysis.is_empty
