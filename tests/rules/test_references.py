"""References that lead nowhere are found; those that lead out of the report are passed, and counted."""

from __future__ import annotations

import pytest
from tests.builders import goal, report, section
from tests.rules.examples_texts import analysed, city_goal, committee, headed, numbered, referring

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue


def found(made, code):
    return [one for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == code]


def test_an_appendix_that_exists_only_with_letters_is_told_with_them():
    (finding,) = found(referring("Medel söks enligt bilaga 3.", "Bilaga 3b", "Bilaga 3c"), "LUC-121")
    assert finding.message.endswith("där finns bilaga 3b och bilaga 3c.")


@pytest.mark.parametrize("said", ["Se bilaga 3 b.", "Se Bilaga 3b.", "Se bilagorna.", "Bilagan skickas in."])
def test_an_appendix_is_known_however_it_is_written(said):
    assert not found(referring(said, "Bilaga 3b"), "LUC-121")


def test_a_report_without_a_list_of_appendices_counts_the_reference_as_not_tried():
    made = report(sections=(section(id="s1", text="Se bilaga 2."),))
    coverage = check(made, catalogue(), rules=TEXT_RULES).coverage
    assert [(part.tried, part.total) for part in coverage.parts] == [(0, 1)]


@pytest.mark.parametrize(
    ("labels", "missing"),
    [
        (["Bilaga 1", "Bilaga 3"], "bilaga 2"),
        (["Bilaga 2", "Bilaga 3b"], "bilaga 3a"),
        (["Bilaga 3a", "Bilaga 3c"], "bilaga 3b"),
        (["Bilaga 1", "Bilaga 2"], ""),
        (["Bilaga 2", "Bilaga 3a", "Bilaga 3b", "Bilaga 4"], ""),
        (["Blankettset", "Handlingsplan"], ""),
    ],
)
def test_a_gap_among_the_appendices_is_named(labels, missing):
    told = found(referring("Året började lugnt.", *labels), "LUC-122")
    assert [one.message.split("; ")[1] for one in told] == ([f"{missing} saknas."] if missing else [])


@pytest.mark.parametrize(
    "said",
    [
        "Arbetet beskrivs under mål 1.3.",
        "Arbetet bidrar till Agenda 2030 mål 3.4.",
        "Målet 5 nya platser är nått.",
        "Årsmålet 85 procent är nått.",
        "Vi följer mål 1.4 i nämndens verksamhetsplan.",
        "Arbetet bidrar till mål 2.1.",
    ],
)
def test_what_is_no_reference_or_leads_somewhere_is_passed(said):
    assert not found(analysed(said, number="1.3"), "LUC-123")


@pytest.mark.parametrize("said", ["Se mål 1.3 och 9.9.", "Arbetet bidrar till nämndmål 9.9.1."])
def test_a_goal_that_nobody_has_is_found(said):
    (finding,) = found(analysed(said, number="1.3"), "LUC-123")
    assert "9.9" in finding.message


def test_a_reference_to_a_goal_without_content_is_found():
    empty = goal("Trygga barn", GoalLevel.COMMITTEE, id="g2", number="1.1.1", assessment=Assessment.FULL)
    own = goal(id="g1", number="1.3", assessment=Assessment.FULL, analysis="Arbetet beskrivs under nämndmål 1.1.1.")
    (finding,) = found(committee(own, empty), "LUC-123")
    assert "saknar innehåll" in finding.message


@pytest.mark.parametrize(
    "title",
    [
        "Stockholms ekonomi är stark, hållbar och lägger grunden för en jämlik välfärd.",
        "Stockholms ekonomi är stark,hållbar och lägger grunden för en jämlik välfärd",
        "Stockholms ekonomi är stark och lägger grunden för en jämlik välfärd",
        "Stockholms ekonomi är stark, hållbar",
    ],
)
def test_kf_goals_name_may_differ_in_marks_or_be_shortened(title):
    wanted = title.startswith("Stockholms ekonomi är stark och")
    assert bool(found(city_goal(title), "LUC-131")) is wanted


def test_kf_goals_right_name_is_offered():
    made = city_goal("Stockholms ekonomi är stark, hållbar och lägger grunden för en ojämlik välfärd")
    (finding,) = found(made, "LUC-131")
    assert finding.fix is not None
    assert not found(finding.fix.apply(made), "LUC-131")


def test_goals_of_unknown_years_are_not_tried():
    made = city_goal("Något helt annat").model_copy(update={"year": 1999})
    assert not found(made, "LUC-131")


def test_a_stop_after_the_title_is_told_as_a_stop():
    (finding,) = found(headed("Nämndmål: 1.2.1 Besökarna får snabbt svar."), "LUC-132")
    assert "punkt" in finding.message


def test_a_heading_that_repeats_no_goal_is_passed():
    assert not found(headed("Samverkan med polisen"), "LUC-132")


def test_the_stops_of_the_numbers_are_removed_together():
    made = numbered("1.2.1.", "1.2.2")
    (finding,) = found(made, "LUC-133")
    assert finding.fix is not None
    assert [one.number for one in finding.fix.apply(made).goals] == ["1.2", "1.2.1", "1.2.2"]


def test_kf_numbers_are_not_the_units_to_write():
    goals = (goal(f"Mål {number}", GoalLevel.AREA, number=number) for number in ("1.1.", "1.2"))
    assert not found(report(*goals), "LUC-133")


@pytest.mark.parametrize(
    "said",
    [
        "Arbetet görs med äldre- och barnnämnden.",
        "I samråd med socialnämnden, utbildningsnämnden, äldre- och socialnämnden.",
        "Idrottsnämnden, kulturnämnden och idrottsnämnden deltar.",
    ],
)
def test_a_body_that_does_not_exist_or_stands_twice_is_found(said):
    assert len(found(analysed(said), "LUC-135")) == 1


@pytest.mark.parametrize(
    "said",
    [
        "Miljö- och hälsoskyddsnämnden deltar.",
        "Regionens hälso- och sjukvårdsnämnd och kultur- och fritidsnämnden deltar.",
        "Arbetsmarknads- och socialnämnden deltar.",
        "Socialnämnden har svarat. Socialnämnden fortsätter.",
        "Socialnämnden och stadsdelsnämnderna stödjer socialnämndens arbete.",
        "Övervakningsnämnden har beslutat.",
    ],
)
def test_bodies_that_exist_are_passed(said):
    assert not found(analysed(said), "LUC-135")


@pytest.mark.parametrize(
    "said",
    [
        "Kursen i SIP (samordnad individuell plan) är klar.",
        "Vi använder Förutsättningar inför arbete (FIA).",
        "Rutinen LUS (lagen om utskrivning från slutenvården) följs.",
        "En samordnad individuell plan (SIP) görs.",
        "Medarbetarna har gått MI, och handledning ges.",
    ],
)
def test_an_abbreviation_that_fits_or_is_another_is_passed(said):
    assert not found(analysed(said), "LUC-136")


def test_an_abbreviation_in_brackets_is_held_against_the_words_before_it():
    (finding,) = found(analysed("En samordnad individuell plan (SPI) görs."), "LUC-136")
    assert "förkortas SIP" in finding.message
