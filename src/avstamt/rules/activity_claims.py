"""Rules that hold what a text says of many activities against the activities' flags and analyses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from avstamt.domain.activity import Activity
from avstamt.domain.finding import Evidence, Level
from avstamt.domain.goal import Goal
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.domain.section import Section
from avstamt.domain.text import RichText
from avstamt.rules.activity_words import activities_of, not_as_planned
from avstamt.rules.assessment_counts import NUMBER, number_of
from avstamt.rules.assessment_text import ACTIVITIES, Said, said_in
from avstamt.rules.keeping import Kept
from avstamt.rules.model import TRIED, Aspect, Context, Observation, Trial, found, rule
from avstamt.rules.prose import few

_REPORTING = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2, ReportKind.ANNUAL)
_MOST_SHOWN = 4
_CLAIM = re.compile(
    rf"\b(?:(?P<all>alla|samtliga)\s+)?(?:(?P<some>{NUMBER})\s+av\s+(?:de\s+|\w+s\s+)?)?(?:(?P<whole>{NUMBER})\s+)?"
    rf"(?:KF-\s?|\w+s\s+)?aktivitet(?:en|er|erna)\b(?:,?\s+(?:utom|förutom)\s+(?P<but>{NUMBER})\b)?(?P<between>[^.;]{{0,70}}?)"
    r"\b(?:genomför\w*|löper|fortskrider|fullfölj\w*|slutför\w*|går\s+enligt\s+plan|enligt\s+plan)\b",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:inte|ej|delvis|flera|flertalet|de\s+flesta|majoritet\w*|merparten|några|om|för\s+att|som|fler)\b",
    re.IGNORECASE,
)
_WHOLE_REPORT = re.compile(r"\b(?:alla|samtliga)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Claim:
    """A claim of many activities: its sentence, how many are said to be excepted and to be there in all, and the activities."""

    said: Said
    exceptions: int
    whole: int | None
    about: tuple[tuple[Activity, Place], ...]
    kept: Kept

    @property
    def flagged(self) -> list[tuple[Activity, Place]]:
        """Return the activities that are marked as deviating."""
        return [one for one in self.about if one[0].deviation]

    @property
    def astray(self) -> list[tuple[Activity, Place]]:
        """Return the activities that are marked, or whose analysis says that they do not go as planned."""
        return [one for one in self.about if one[0].deviation or self.kept.of(not_as_planned, *one)]


@rule(
    "AKT-301",
    name="aktiviteter-sägs-genomföras",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    claims="uppgifter i texten om aktiviteter",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def activities_said_to_be_done_are(context: Context) -> Iterator[Observation | Trial]:
    """Texten säger att aktiviteterna genomförs bara när ingen av dem avviker.

    Varför: läsaren litar på texten och läser inte varje rad.
    Fel: ”Aktiviteterna genomförs enligt plan” över en aktivitet med analysen ”Arbetet kan inte slutföras under 2024”.
    Rätt: ”Aktiviteterna genomförs enligt plan” över en aktivitet med analysen ”Arbetet blev klart i maj”.
    """
    for claim in context.derived(_claims):
        if claim.exceptions or not claim.about:
            continue
        yield TRIED
        astray = claim.astray
        if astray:
            one = "en av dem" if len(astray) == 1 else f"{len(astray)} av dem"
            yield found(
                claim.said.place,
                f"Texten säger att aktiviteterna genomförs, men {one} avviker.",
                claim.said.evidence,
                *few((_evidence(*one) for one in astray), _MOST_SHOWN),
                advice="Skriv vilken aktivitet som inte går enligt plan.",
            )


@rule(
    "AKT-302",
    name="antal-aktiviteter-i-text",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=_REPORTING,
    claims="uppgifter i texten om aktiviteter",
    heeds=(Aspect.TEXTS, Aspect.ACTIVITIES),
)
def activities_are_counted_as_they_stand(context: Context) -> Iterator[Observation | Trial]:
    """Texten räknar avvikande aktiviteter som de är markerade.

    Varför: den som läser sammanfattningen räknar inte raderna i tabellerna.
    Fel: ”Alla aktiviteter utom en är genomförda”, när två av tre aktiviteter är markerade med avvikelse.
    Rätt: ”Alla aktiviteter utom två är genomförda”, när två av tre aktiviteter är markerade med avvikelse.
    """
    for claim in context.derived(_claims):
        if not claim.exceptions:
            continue
        yield TRIED
        counts = {len(claim.flagged), len(claim.astray)}
        if claim.exceptions not in counts:
            flagged = claim.flagged
            are = "är en aktivitet markerad" if len(flagged) == 1 else f"är {len(flagged)} aktiviteter markerade"
            yield found(
                claim.said.place,
                f"Texten säger att {claim.exceptions} av aktiviteterna inte är genomförda, men i tabellerna {are} med avvikelse.",
                claim.said.evidence,
                *few((_evidence(*one) for one in flagged), _MOST_SHOWN),
                advice="Rätta antalet, eller markera de aktiviteter som avviker.",
            )


def _claims(context: Context) -> tuple[_Claim, ...]:
    return tuple(_each_claim(context))


def _each_claim(context: Context) -> Iterator[_Claim]:
    goals = [goal for goal, _place in context.goals]
    rows = dict(zip((goal.id for goal in goals), context.kept.each(activities_of, goals), strict=True))
    for goal, told in zip(goals, context.kept.each(_told_of, goals), strict=True):
        if told:
            below = (rows[one.id] for one in goals if goal.id in context.above[one.id])
            about = rows[goal.id] or tuple(chain.from_iterable(below))
            for said, exceptions, whole in told:
                yield _Claim(said, exceptions, whole, about, context.kept)
    for section in (section for section, _place in context.sections if section.key == "summary"):
        for said, exceptions, whole in context.kept.of(_told_in, section):
            if _WHOLE_REPORT.search(said.text):
                yield _Claim(said, exceptions, whole, tuple(chain.from_iterable(rows.values())), context.kept)


_Told = tuple[Said, int, int | None]
"""A sentence that claims something of activities, how many it excepts, and how many it says there are."""


def _told_of(goal: Goal) -> tuple[_Told, ...]:
    """Return the sentences of a goal's analysis that claim something of activities."""
    return _claiming(goal.analysis, Place.of("goals", goal.id, "analysis"))


def _told_in(section: Section) -> tuple[_Told, ...]:
    """Return the sentences of a section that claim something of activities."""
    return _claiming(section.text, Place.of("sections", section.id, "text"))


def _claiming(text: RichText | None, place: Place) -> tuple[_Told, ...]:
    return tuple(told for said in said_in(text, place, ACTIVITIES) if (told := _read(said)))


def _read(said: Said) -> _Told | None:
    match = _CLAIM.search(said.text) if "ktivitet" in said.text else None
    if (
        match is None
        or _LESS.search(match["between"])
        or _LESS.search(" ".join(said.text[: match.start()].split()[-2:]))
    ):
        return None
    some, whole, but = (number_of(match[name]) for name in ("some", "whole", "but"))
    if some is not None and whole is None:
        return None
    exceptions = but or (whole - some if some is not None and whole is not None else 0)
    return said, exceptions, whole


def _evidence(activity: Activity, place: Place) -> Evidence:
    said = not_as_planned(activity, place)
    return said.evidence if said else Evidence(place / "text", activity.text)
