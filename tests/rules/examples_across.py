"""For every rule that compares: the wrong report, the right one, and the earlier report that both are held against."""

from __future__ import annotations

from typing import Any

from tests.builders import activity, goal, indicator, report, text

from avstamt.domain.goal import Goal
from avstamt.domain.report import Report, ReportKind

LONG = (
    "Mottagningen har under året haft öppet fyra kvällar i veckan, och besökarna har därför kunnat komma efter skolan "
    "och arbetet i stället för att vänta till nästa lediga dag, vilket har minskat antalet uteblivna besök tydligt."
)


def of(*goals: Goal, **fields: Any) -> Report:
    """Return a VB 2024 of these goals."""
    return report(*goals, id="r1", **fields)


def of_goal(**fields: Any) -> Goal:
    """Return an enhetsmål."""
    return goal(id="g1", **fields)


def of_row(name: str = "Andel nöjda besökare", **cells: Any) -> Goal:
    """Return an enhetsmål with one indicator."""
    return of_goal(indicators=(indicator(name, **({"id": "i1"} | cells)),))


def _two(*texts: str) -> Goal:
    return of_goal(activities=tuple(activity(text_, id=f"a{n}") for n, text_ in enumerate(texts, 1)))


def _jobs(said: str, outcome: str = "270 st") -> Report:
    told = text(f"Under sommaren fick {said} ungdomar ett sommarjobb.")
    return of(of_goal(analysis=told, indicators=(indicator("Antal sommarjobb", id="i1", outcome=outcome),)))


_PLAN = {"kind": ReportKind.PLAN}

ACROSS_EXAMPLES: dict[str, tuple[Report, Report, Report]] = {
    "JMF-101": (of(of_row(previous="81 %")), of(of_row(previous="83 %")), of(of_row(outcome="83 %"), year=2023)),
    "JMF-102": (of(of_row()), of(of_row(previous="83 %")), of(of_row(outcome="83 %"), year=2023)),
    "JMF-103": (of(of_row(target="80 %")), of(of_row(target="85 %")), of(of_row(target="85 %"), **_PLAN)),
    "JMF-111": (
        of(goal("Köerna är korta", id="g2")),
        of(goal("Besökarna får snabbt svar.", id="g9"), goal("Köerna är korta", id="g2")),
        of(goal("Besökarna får snabbt svar", id="g1"), goal("Köerna är korta", id="g2"), **_PLAN),
    ),
    "JMF-112": (of(of_row("Antal samtal")), of(of_row()), of(of_row(), **_PLAN)),
    "JMF-113": (
        of(_two("Stärka samverkan")),
        of(_two("Öva bemötande", "Stärka samverkan")),
        of(_two("Öva bemötande", "Stärka samverkan"), **_PLAN),
    ),
    "JMF-121": (
        of(of_goal(analysis=LONG)),
        of(of_goal(analysis="Mottagningen har öppnat en kväll till, och fler har kommit.")),
        of(of_goal(analysis=LONG), year=2023),
    ),
    "JMF-122": (_jobs("290"), _jobs("290", outcome="290 st"), _jobs("270")),
}
