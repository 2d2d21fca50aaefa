"""Years, periods and tenses are held against the report's kind and year."""

from __future__ import annotations

import pytest
from tests.builders import section, text
from tests.rules.examples_texts import acted, analysed, committee, front, measured, planned

from avstamt.domain.finding import Level
from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue


def found(made, code):
    return [one for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == code]


@pytest.mark.parametrize("period", ["2022", "VB 2023", "Tertial 2 2023"])
def test_an_old_measurement_is_a_tip(period):
    (finding,) = found(measured(outcome="86 %", period=period), "TID-101")
    assert finding.level is Level.TIP


def test_a_coming_measurement_is_a_deviation():
    (finding,) = found(measured(outcome="86 %", period="VB 2025"), "TID-101")
    assert finding.level is Level.DEVIATION


@pytest.mark.parametrize(
    "cells",
    [
        {"outcome": "86 %", "period": "2024"},
        {"outcome": "86 %", "period": "VB 2024"},
        {"outcome": "86 %", "period": "2023-2024"},
        {"outcome": "", "period": "2022"},
        {"outcome": "86 %", "period": ""},
    ],
)
def test_a_measurement_of_the_year_or_none_is_passed(cells):
    assert not found(measured(**cells), "TID-101")


@pytest.mark.parametrize(
    ("analysis", "asked"),
    [
        ("Enkäten görs vart tredje år.", False),
        ("Resultatet är från 2022.", False),
        ("Nyare uppgifter saknas.", False),
        ("Andelen är högre, eftersom öppettiderna har förlängts.", True),
    ],
)
def test_an_old_measurement_asks_for_a_word_of_when_it_is_measured(analysis, asked):
    made = measured(outcome="86 %", period="2022", analysis=analysis)
    assert bool(found(made, "TID-101")) is asked


@pytest.mark.parametrize(
    ("kind", "period", "wrong"),
    [
        (ReportKind.TERTIAL_1, "Tertial 2 2024", True),
        (ReportKind.TERTIAL_1, "Halvår 1 2024", False),
        (ReportKind.TERTIAL_2, "Halvår 2 2024", False),
        (ReportKind.TERTIAL_2, "Tertial 3 2024", True),
        (ReportKind.TERTIAL_1, "Tertial 3 2023", False),
        (ReportKind.ANNUAL, "Tertial 3 2024", False),
    ],
)
def test_an_outcome_belongs_to_a_period_that_has_begun(kind, period, wrong):
    assert bool(found(measured("Antal besök", kind, outcome="16 st", period=period), "TID-102")) is wrong


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ("2022-01-01", "2023-12-31", True),
        ("2025-01-01", "2025-12-31", True),
        ("2023-09-01", "2024-01-31", False),
        ("2024-12-01", "2026-12-31", False),
        ("2025-01-01", "2023-01-01", False),
        ("våren", "hösten", False),
    ],
)
def test_an_activity_touches_the_year(start, end, wrong):
    assert bool(found(acted(start, end), "TID-103")) is wrong


@pytest.mark.parametrize(
    "said", ["den 31 april", "den 30 februari 2024", "29 februari 2023", "2024-13-01", "(31 juni)"]
)
def test_a_date_that_does_not_exist_is_an_error(said):
    (finding,) = found(analysed(f"Mätningen gjordes {said}."), "TID-104")
    assert finding.level is Level.ERROR


@pytest.mark.parametrize(
    "said", ["den 29 februari", "den 31 maj", "2024-02-29", "vecka 45 maj", "ärende 2024-13-011", "8 170 maj"]
)
def test_dates_and_other_numbers_are_passed(said):
    assert not found(analysed(f"Mätningen gjordes {said}."), "TID-104")


def test_an_activitys_date_that_does_not_exist_is_an_error():
    assert found(acted("2024-02-30", "2024-12-31"), "TID-104")


@pytest.mark.parametrize(
    "said",
    [
        "Enheten ska under 2023 införa en rutin.",
        "Enheten ska införa en rutin under 2023.",
        "Under 2023 kommer två kurser att hållas.",
    ],
)
def test_what_shall_be_done_in_a_year_gone_by_is_stale(said):
    assert found(planned(working_method=said), "TID-111")


@pytest.mark.parametrize(
    "said",
    [
        "Under 2024 ska en rutin införas.",
        "Under 2023 infördes en rutin.",
        "Under 2025 ska enheten fortsätta.",
        "Vi ska ta vara på det som hände under 2023.",
        "Erfarenheterna av det som drabbade enheten under 2023 ska tas till vara.",
    ],
)
def test_other_years_are_passed(said):
    assert not found(planned(working_method=said), "TID-111")


def test_a_stale_year_from_above_is_not_the_units():
    made = planned(level=GoalLevel.COMMITTEE, description="Under 2023 ska en rutin införas.")
    assert not found(made, "TID-111")


def test_a_decision_about_last_years_report_is_found():
    made = committee(
        front=front(proposal="Nämnden godkänner tertialrapport 1, inklusive bilagor, per den 30 april 2023.")
    )
    (finding,) = found(made, "TID-112")
    assert "2023" in finding.message


@pytest.mark.parametrize(
    "proposal",
    [
        "Nämnden godkänner tertialrapport 1 för 2024.",
        "Nämnden för över 3 mnkr från 2023.",
        "Nämnden godkänner rapporten.",
    ],
)
def test_a_right_decision_is_passed(proposal):
    assert not found(committee(front=front(proposal=proposal)), "TID-112")


def test_an_annual_report_may_look_back_under_its_headings():
    assert not found(analysed("## Prioriterade områden 2023", "Kön är borta."), "TID-112")


def test_a_programme_is_told_once_with_all_its_places():
    made = analysed("Vi följer Miljöprogram 2020-2023.", "Inköpen styrs av stadens miljöprogram 2020–2023.")
    (finding,) = found(made, "TID-113")
    assert "2 ställen" in finding.message
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Vi följer miljöprogrammet 2020-2024.",
        "Miljöprogrammet 2020-2023 har ersatts av ett annat.",
        "Kön har kortats 2020-2023.",
        "Aktiviteten pågick 2020-01-01 till 2023-12-31.",
    ],
)
def test_programmes_in_force_or_said_to_be_over_are_passed(said):
    assert not found(analysed(said), "TID-113")


@pytest.mark.parametrize(
    "said",
    [
        "Prognosen är ett underskott.",
        "Underskottet prognosticeras till 2 mnkr.",
        "Hittills i år har 16 personer fått stöd.",
        "Enheten återkommer i tertialrapport 2.",
    ],
)
def test_words_of_a_tertial_report_are_found_in_an_annual_one(said):
    assert found(analysed(said), "TID-114")
    assert not found(analysed(said).model_copy(update={"kind": ReportKind.TERTIAL_1}), "TID-114")


@pytest.mark.parametrize(
    "said",
    [
        "Det underskott som prognostiserades i våras blev mindre.",
        "Prognosen för 2025 är ett överskott, och prognosen är säker.",
        "Prognossäkerheten är god.",
        "Underrapporteringen var större vid T1 och T2.",
    ],
)
def test_an_annual_report_may_speak_of_forecasts_made(said):
    assert not found(analysed(said), "TID-114")


def test_the_words_of_one_text_are_told_together():
    (finding,) = found(analysed("Prognosen är ett underskott.", "Lönerna prognostiseras i balans."), "TID-114")
    assert len(finding.evidence) == 2


@pytest.mark.parametrize(
    "said",
    [
        "Rutinen kommer under året att spridas.",
        "Samarbetet upphör till hösten.",
        "Enheten kommer inte att öppna under hösten.",
    ],
)
def test_the_year_gone_by_is_not_awaited(said):
    assert found(analysed(said), "TID-115")


@pytest.mark.parametrize(
    "said",
    [
        "Arbetet kommer att fortsätta under nästa år.",
        "Enheten kommer under 2025 att utveckla rutinen.",
        "Kursen kommer att hållas hösten 2025.",
        "Under hösten har kursen hållits.",
        "Brukaren vet vem som kommer.",
    ],
)
def test_plans_for_the_coming_year_are_passed(said):
    assert not found(analysed(said), "TID-115")


@pytest.mark.parametrize("said", ["fler än 2022", "en ökning jämfört med år 2022", "färre jämfört med 2022"])
def test_a_comparison_that_skips_a_year_is_asked_about(said):
    assert found(analysed(f"Ärendena är {said}."), "TID-116")


@pytest.mark.parametrize("said", ["Ärendena var 32, jämfört med 35 ärenden 2023, men fler än 2024."])
def test_two_years_in_a_sentence_are_no_comparison_of_a_year_with_itself(said):
    assert not found(analysed(said), "TID-116")


def test_a_year_that_is_compared_with_itself_is_asked_about():
    assert found(analysed("Antalet tillbud var 32, jämfört med 35 tillbud 2024."), "TID-116")


@pytest.mark.parametrize(
    "said",
    [
        "Antalet platser väntas bli fler än 2024.",
        "Kostnaden är lägre än 2024 års budget.",
        "Antalet tillbud blir nästa år färre än 2024.",
        "Ärendena är fler än 2023.",
        "Ärendena är fler än 2023 och fler än 2022.",
        "Resultatet är bättre jämfört med 2022 års undersökning.",
        "Ärendena har ökat sedan 2022.",
        "Ärendena är fler än 2012.",
    ],
)
def test_other_comparisons_are_passed(said):
    assert not found(analysed(said), "TID-116")


def test_a_section_without_goals_is_read_too():
    made = committee(sections=(section(id="s1", key="summary", text=text("Ärendena är fler jämfört med 2022.")),))
    assert found(made, "TID-116")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Lekplatsen kommer att invigas under hösten 2024.", True),
        ("Lekplatsen kommer att invigas hösten 2025.", False),
        ("Gruppen kommer att bygga vidare på det som prövades hösten 2024.", False),
        ("Lekplatsen invigdes hösten 2024.", False),
    ],
)
def test_a_season_of_the_year_that_is_over_is_not_to_come(said, told):
    assert bool(found(analysed(said), "TID-115")) is told


def test_a_season_of_last_year_is_no_plan():
    assert found(planned(working_method=text("Enheten ska under våren 2023 pröva nya öppettider.")), "TID-111")
    assert not found(planned(working_method=text("Enheten ska under våren 2024 pröva nya öppettider.")), "TID-111")
