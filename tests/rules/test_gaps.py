"""What is missing is told where it is missing, once, and only to the one who can fill it."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, report, result_table, section, text
from tests.rules.examples_texts import analysed, committee, front, planned, with_sections

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue


def found(made, code):
    return [one for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == code]


def test_the_fields_that_a_plan_lacks_are_told_together():
    (finding,) = found(planned(expected_result="Kortare kö."), "LUC-101")
    assert finding.message == "Arbetssätt och Uppföljning saknas för målet."


def test_a_goal_of_the_committee_is_not_the_units_to_fill():
    assert not found(planned(level=GoalLevel.COMMITTEE), "LUC-101")


def test_a_field_that_no_goal_uses_is_not_asked_for():
    goals = (goal(f"Mål {n}", id=f"g{n}", expected_result="Kortare kö.", follow_up="I maj." * n) for n in range(2))
    made = report(*goals, kind=ReportKind.PLAN, sections=())
    assert [one.message for one in found(made, "LUC-101")] == ["Uppföljning saknas för målet."]


def test_many_bare_goals_are_told_in_one_finding():
    goals = (goal(f"Mål {n}", GoalLevel.COMMITTEE, id=f"g{n}", assessment=Assessment.FULL) for n in range(5))
    (finding,) = found(report(*goals), "LUC-104")
    assert finding.message.startswith("5 mål")


def test_an_economy_section_with_a_table_has_content():
    economy = section("Uppföljning av ekonomi", id="s1", key="economy")
    running = section("Uppföljning av driftbudget", id="s2", key="result", parent="s1", tables=(result_table(id="t1"),))
    assert not found(report(sections=(economy, running)), "LUC-102")


def test_a_heading_with_headings_below_it_is_not_empty():
    (finding,) = found(with_sections("Investeringar"), "LUC-103")
    assert [evidence.quote for evidence in finding.evidence] == ["Investeringar"]


@pytest.mark.parametrize("key", ["other", "economy-other"])
def test_a_unit_may_leave_other_empty_but_not_a_committee(key):
    other = section("Övrigt", id="s1", key=key)
    assert not found(report(sections=(other,)), "LUC-103")
    assert found(committee(sections=(other,)), "LUC-103")


@pytest.mark.parametrize(
    "below",
    [{"analysis": "Färre hör av sig."}, {"indicators": (indicator(id="i1"),)}, {"activities": (activity(id="a1"),)}],
)
def test_anything_below_an_assessed_goal_bears_the_assessment(below):
    made = report(goal("Stadsdelen är trygg", GoalLevel.COMMITTEE, id="g1", assessment=Assessment.FULL, **below))
    assert not found(made, "LUC-104")


def test_a_goal_below_an_assessed_goal_bears_the_assessment():
    above = goal("Stadsdelen är trygg", GoalLevel.COMMITTEE, id="g1", assessment=Assessment.FULL)
    assert not found(report(above, goal(id="g2", parent="g1")), "LUC-104")


def test_a_unit_has_no_front_page_to_fill():
    assert not found(report(), "LUC-105")


def test_a_filled_front_page_lacks_nothing():
    assert not found(committee(front=front("Bilaga 1")), "LUC-105")


@pytest.mark.parametrize(
    "ending",
    ["Vi har tagit fram rutiner för att.", "Enheten har deltagit i möten med polisen och.", "Kön har kortats,"],
)
def test_a_text_that_breaks_off_is_found_at_its_end(ending):
    (finding,) = found(analysed("Året har varit bra.", ending), "LUC-111")
    assert finding.evidence[0].quote == ending


@pytest.mark.parametrize(
    "ending",
    [
        "5 procent svarade varken eller.",
        "Vi vet nu vilka vi samarbetar med.",
        "Alla har fått det de har rätt till.",
        "Kön har kortats, och svaren kommer snabbare.",
    ],
)
def test_a_finished_sentence_is_passed(ending):
    assert not found(analysed(ending), "LUC-111")


def test_a_broken_sentence_in_the_middle_of_a_paragraph_is_found():
    assert found(analysed("Resultaten väntas att. Arbetet fortsätter."), "LUC-111")


def test_text_that_comes_from_above_is_not_the_writers_to_finish():
    made = report(goal(level=GoalLevel.COMMITTEE, id="g1", description="Arbetet syftar till att."))
    assert not found(made, "LUC-111")


@pytest.mark.parametrize("after", ["- kvällsöppet", "Kvällsöppet två dagar i veckan."])
def test_what_follows_a_colon_is_enough(after):
    assert not found(analysed("Enheten har infört:", after), "LUC-112")


def test_a_heading_does_not_follow_a_colon():
    assert found(analysed("Enheten har infört:", "## Besöken", "Kön är borta."), "LUC-112")


def test_a_heading_between_paragraphs_has_text():
    assert not found(analysed("## Telefonen", "Nio av tio samtal.", "## Besöken", "Kön är borta."), "LUC-113")


def test_a_summary_section_may_hold_only_a_list():
    listed = section(id="s1", key="summary", text=text("Enheten ansvarar för:", "- rådgivning"))
    assert not found(report(sections=(listed,)), "LUC-112")


@pytest.mark.parametrize(
    "said",
    [
        "Utfallet är 66 procent.",
        "Kön har kortats. Utfallet för januari till och med mars är 66,6 procent och väntas öka.",
        "Kön har kortats. Resultatet blev 12 stycken.",
    ],
)
def test_an_outcome_of_nothing_named_is_found(said):
    assert found(analysed(said), "LUC-114")


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Andelen nöjda besökare följs varje månad. Utfallet är 66 procent."],
        ["Utfallet av enkäten är 66 procent."],
        ["Utfallet är bättre än väntat."],
        ["## Nöjda besökare", "Utfallet är 66 procent."],
        ["Enkäten gjordes i mars.", "Utfallet är 66 procent."],
    ],
)
def test_an_outcome_of_something_named_is_passed(paragraphs):
    assert not found(analysed(*paragraphs), "LUC-114")


def test_the_analysis_of_an_indicator_need_not_repeat_its_name():
    row = indicator(id="i1", outcome="66 %", analysis="Utfallet är 66 procent.")
    assert not found(report(goal(id="g1", indicators=(row,))), "LUC-114")
