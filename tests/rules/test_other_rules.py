"""Assessments, activities and placeholders: whose slip it is, and when."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, section, text
from tests.rules.examples import with_activity, with_goal, with_indicator

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import value_at
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(made):
    return [finding.rule for finding in check(made, catalogue()).findings]


@pytest.mark.parametrize("level", [GoalLevel.DIRECTION, GoalLevel.AREA, GoalLevel.COMMITTEE])
@pytest.mark.parametrize("assessment", [None, Assessment.NONE])
def test_a_unit_is_not_asked_to_assess_the_goals_of_others(level, assessment):
    assert "BED-101" not in codes(with_goal(level=level, assessment=assessment))


@pytest.mark.parametrize("level", [GoalLevel.AREA, GoalLevel.COMMITTEE])
def test_a_committee_assesses_its_goals_and_those_of_the_area(level):
    made = report(goal(level=level), level=OrganisationLevel.COMMITTEE)
    assert "BED-101" in codes(made)


def test_a_plan_assesses_nothing():
    assert "BED-101" not in codes(with_goal(assessment=None).model_copy(update={"kind": ReportKind.PLAN}))


def test_the_variant_ej_is_the_citys_own():
    assert "BED-102" not in codes(with_goal(assessment=Assessment.NOT, wording="Uppfylls ej"))


def test_dates_that_are_no_dates_are_not_compared():
    assert "AKT-101" not in codes(with_activity(start="våren", end="2024-01-01"))


def test_a_day_long_activity_passes():
    assert "AKT-101" not in codes(with_activity(start="2024-01-01", end="2024-01-01"))


@pytest.mark.parametrize("cell", ["%", "st", "XX", "xx %", "Tas fram av nämnd/styrelse", "Fastställs 2024", "[siffra]"])
def test_a_placeholder_in_an_own_cell_is_found(cell):
    assert codes(with_indicator("Jämförelsetal", outcome_women=cell)) == ["FYL-101"]


@pytest.mark.parametrize("cell", ["", "öka", "85 %", "Uppgift saknas", "Fastställs 2025", "ingen mätning"])
def test_what_is_no_placeholder_or_not_yet_due_passes(cell):
    assert "FYL-101" not in codes(with_indicator("Jämförelsetal", target=cell))


def test_kf_target_left_to_the_committee_is_no_slip_within_the_year_when_the_own_target_is_set():
    made = with_indicator("Jämförelsetal", target="6 %", outcome="6 %", city_target="Tas fram av nämnd/styrelse")
    assert codes(made.model_copy(update={"kind": ReportKind.TERTIAL_1})) == []


def test_kf_targets_never_set_are_told_once_for_the_whole_annual_report():
    rows = tuple(
        indicator(f"Jämförelsetal {n}", target=target, outcome="6", city_target="tas fram av nämnden")
        for n, target in enumerate(("6", "6", ""))
    )
    (finding,) = [one for one in check(with_goal(indicators=rows), catalogue()).findings if one.rule == "FYL-103"]
    assert "3 indikatorer" in finding.message


def test_kf_targets_left_to_the_committee_are_no_slip_when_it_has_set_its_own():
    rows = tuple(
        indicator(f"Jämförelsetal {n}", target="6", outcome="6", city_target="tas fram av nämnden") for n in range(3)
    )
    assert check(with_goal(indicators=rows), catalogue()).findings == ()


def test_in_a_plan_kf_target_left_to_the_committee_is_as_it_should_be():
    made = with_indicator("Sjukfrånvaro", city_target="Tas fram av nämnd")
    assert not [code for code in codes(made.model_copy(update={"kind": ReportKind.PLAN})) if code.startswith("FYL")]


@pytest.mark.parametrize("words", ["XX personer", "Totalt [antal] besök", "andelen är X %", "kvar: ???"])
def test_a_placeholder_in_running_text_is_found_where_it_stands(words):
    made = report(sections=(section(id="s1", text=text(words)),))
    (finding,) = check(made, catalogue()).findings
    start, end = finding.place.span
    assert value_at(made, finding.place).runs[0].text[start:end] in words


@pytest.mark.parametrize(
    "words", ["storlek XXL", "[se bilaga 3]", "lex Sarah", "XXIV kapitlet", "Varför inte?", "MAX-X"]
)
def test_words_that_look_like_placeholders_pass(words):
    assert codes(report(sections=(section(text=text(words)),))) == []


def test_a_missing_outcome_within_the_year_is_told_only_for_what_the_tertial_measures():
    def tertial(period):
        return with_indicator("Jämförelsetal", target="6 %", period=period).model_copy(
            update={"kind": ReportKind.TERTIAL_1}
        )

    assert codes(tertial("Tertial 1 2024")) == ["FYL-105"]
    assert codes(tertial("2024")) == ["IND-402"]
