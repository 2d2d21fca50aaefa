"""Two reports that differ as two years and two drafts do draw no remark of comparison."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, text
from tests.rules.examples_across import LONG, of, of_goal, of_row

from avstamt.domain.report import Report, ReportKind
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

PLAN = {"kind": ReportKind.PLAN}
VERDICT = (
    "Nämnden gör bedömningen att nämndmålet kommer att uppnås helt under året. Bedömningen grundas på att {} och att "
    "indikatorerna prognostiseras att uppnås. Arbetet beskrivs under kommunfullmäktiges mål ovan."
)


def jobs(said: str, **fields: object) -> Report:
    row = indicator("Antal sommarjobb", id="i1", outcome="270 st")
    return of(of_goal(analysis=text(said), indicators=(row,)), **fields)


def planned(*names: str, **fields: object) -> Report:
    return of(of_goal(activities=tuple(activity(name, id=f"a{n}") for n, name in enumerate(names))), **fields)


def with_formula(year: int) -> Report:
    titles = ("Köerna är korta", "Språken är många", "Lokalerna är ljusa")
    return of(*(goal(one, id=f"g{n}", analysis=VERDICT.format(one.lower())) for n, one in enumerate(titles)), year=year)


ALIKE = {
    "rounded": (of(of_row(previous="83 %")), of(of_row(outcome="82,6 %"), year=2023)),
    "unit left out": (of(of_row(previous="83")), of(of_row(outcome="83 %"), year=2023)),
    "thousands in two ways": (of(of_row(previous="1 200 st")), of(of_row(outcome="1200"), year=2023)),
    "earlier tertial": (of(of_row(previous="83 %")), of(of_row(outcome="79 %"), year=2023, kind=ReportKind.TERTIAL_2)),
    "two years before": (of(of_row(previous="83 %")), of(of_row(outcome="79 %"), year=2022)),
    "target's case": (of(of_row(target="Öka")), of(of_row(target="öka"), **PLAN)),
    "tolerance spaced": (of(of_row(target="+/- 1 %")), of(of_row(target="+/-1 %"), **PLAN)),
    "name with source": (of(of_row("Andel nöjda besökare (Brukarundersökningen)")), of(of_row("Andel nöjda besökare"), **PLAN)),
    "name with a stop": (of(of_row("Andel nöjda besökare", previous="83 %")), of(of_row("Andel nöjda besökare.", outcome="83 %"), year=2023)),
    "title with a word more": (of(goal("Besökarna får ett snabbt svar", id="g1")), of(goal("Besökarna får snabbt svar.", id="g9"), **PLAN)),
    "another number": (of(goal("Snabba svar till besökarna", id="g1", number="1.1.1")), of(goal("Snabba svar till besökarna", id="g1", number="1.2.1."), **PLAN)),
    "time has passed": (jobs("Till och med augusti har 250 ungdomar fått jobb."), jobs("Till och med april har 100 ungdomar fått jobb.", kind=ReportKind.TERTIAL_1)),
    "rounded in prose": (jobs("Under sommaren fick drygt 270 ungdomar jobb."), jobs("Under sommaren fick 272 ungdomar jobb.", kind=ReportKind.TERTIAL_2)),
    "activity's stop": (planned("Öva bemötande i grupp."), planned("Öva bemötande i grupp", **PLAN)),
    "activity that ended": (planned("Öva bemötande i grupp", year=2025), planned("Öva bemötande i grupp", "Flytta mottagningen")),
    "formula of every year": (with_formula(2024), with_formula(2023)),
}  # fmt: skip


@pytest.mark.parametrize(("now", "earlier"), ALIKE.values(), ids=ALIKE)
def test_reports_that_only_are_written_otherwise_draw_no_remark(now, earlier):
    found = [one.message for one in check(now, catalogue(), earlier).findings if one.rule.startswith("JMF")]
    assert found == []


def test_a_report_that_is_copied_whole_is_told_of_once():
    goals = [goal(f"Mål nummer {n}", id=f"g{n}", analysis=f"Den {n + 2} i varje månad. {LONG}") for n in range(10)]
    (found,) = (one for one in check(of(*goals), catalogue(), of(*goals, year=2023)).findings if one.rule == "JMF-121")
    assert found.message.startswith("Tio stycken är ordagrant desamma")
    assert len(found.evidence) == len(goals)
