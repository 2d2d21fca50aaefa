"""What stands twice is told once; what may well stand twice is passed."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, report, section, text
from tests.rules.examples_texts import OPEN, analysed, twice

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import value_at
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue

LONG = (
    "Socialsekreterarna använder samma bedömningsinstrument i alla ärenden. Det gör att besluten blir lika, oavsett "
    "vem som söker, och att enheten kan följa hur behoven ändras."
)


def found(made, code):
    return [one for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == code]


def two(first, second):
    goals = (
        goal("Snabba svar", id="g1", assessment=Assessment.FULL, analysis=first),
        goal("Nöjda besökare", id="g2", assessment=Assessment.FULL, analysis=second),
    )
    return report(*goals, id="r1")


def test_a_paragraph_that_differs_by_a_letter_stands_twice():
    (finding,) = found(two(LONG, LONG.replace("använder", "änvänder")), "UPP-103")
    assert "nästan ordagrant" in finding.message


def test_paragraphs_that_differ_in_a_figure_say_different_things():
    assert not found(two(f"{LONG} Det gäller 16 ärenden.", f"{LONG} Det gäller 18 ärenden."), "UPP-103")[1:]


def test_a_long_sentence_within_two_paragraphs_is_found():
    first = f"Året började lugnt. {OPEN}"
    second = f"{OPEN} Fler har hört av sig."
    (finding,) = found(two(first, second), "UPP-103")
    assert [evidence.quote for evidence in finding.evidence] == [OPEN, OPEN]


def test_several_paragraphs_in_the_same_two_texts_are_told_in_one_finding():
    (finding,) = found(two(text(OPEN, LONG), text(OPEN, LONG)), "UPP-103")
    assert finding.message.startswith("2 stycken")


def test_a_summary_may_repeat_an_analysis():
    summary = section(id="s1", key="summary", text=LONG)
    made = report(goal(id="g1", assessment=Assessment.FULL, analysis=LONG), sections=(summary,))
    assert not found(made, "UPP-103")


def test_a_set_phrase_under_many_goals_is_passed():
    goals = (goal(f"Mål {n}", id=f"g{n}", assessment=Assessment.FULL, analysis=LONG) for n in range(5))
    assert not found(report(*goals), "UPP-103")


@pytest.mark.parametrize(
    "phrase",
    [
        "Enheten bedömer att målet uppfylls helt under året, eftersom alla delar av arbetet löper enligt plan.",
        "Arbetet med målet under årets första fyra månader beskrivs närmare under nämndens mål för verksamheten.",
    ],
)
def test_sentences_that_assess_or_point_are_passed(phrase):
    assert not found(two(f"{phrase} Kön är borta.", f"{phrase} Svaren är snabba."), "UPP-103")


def test_activities_of_one_goal_may_share_an_analysis():
    rows = tuple(activity(f"Utbildning {n}", id=f"a{n}", analysis=LONG) for n in range(2))
    assert not found(report(goal(id="g1", assessment=Assessment.FULL, activities=rows)), "UPP-103")


def test_indicators_that_share_an_analysis_are_found():
    rows = tuple(indicator(f"Andel {n}", id=f"i{n}", analysis=LONG) for n in range(2))
    (finding,) = found(report(goal(id="g1", assessment=Assessment.FULL, indicators=rows)), "UPP-103")
    assert "i två analyser" in finding.message


def test_what_the_unit_cannot_change_is_passed():
    goals = (goal(f"Nämndmål {n}", GoalLevel.COMMITTEE, id=f"g{n}", description=LONG) for n in range(2))
    assert not found(report(*goals), "UPP-103")


def test_the_fix_removes_the_second_paragraph_only():
    made = analysed(OPEN, LONG, OPEN)
    (finding,) = found(made, "UPP-101")
    assert finding.fix is not None
    assert value_at(finding.fix.apply(made), finding.place.parent.parent).plain == f"{OPEN}\n{LONG}"


def test_the_fix_removes_the_second_section():
    made = twice(LONG, LONG)
    (finding,) = found(made, "UPP-102")
    assert finding.fix is not None
    assert [one.id for one in finding.fix.apply(made).sections] == ["s1"]


def test_empty_sections_with_one_title_are_not_the_same():
    assert not found(twice("", ""), "UPP-102")
