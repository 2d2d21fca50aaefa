"""Assessments, activities and gaps held against each other: what is found, how gravely, and what passes."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, report, section, text
from tests.rules.examples_goals import TOLD, above, one_activity, one_goal, one_row, several

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import value_at
from avstamt.domain.quantity import quantity
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.resources import resource
from avstamt.rules.assessment_rules import GOAL_RULES
from avstamt.rules.engine import check
from avstamt.rules.leaps_text import can_be
from avstamt.storage.format import load
from avstamt.templates.catalogue import catalogue

FULL, PARTLY, NOT = Assessment.FULL, Assessment.PARTLY, Assessment.NOT
T1 = ReportKind.TERTIAL_1


def findings(made: Report, code: str = ""):
    return [one for one in check(made, catalogue(), rules=GOAL_RULES).findings if one.rule == code or not code]


def codes(made: Report) -> list[str]:
    return [one.rule for one in findings(made)]


@pytest.mark.parametrize(
    ("assessment", "words", "level"),
    [
        (FULL, "Målet uppnås inte.", Level.ERROR),
        (FULL, "Målet uppnås delvis.", Level.ERROR),
        (FULL, "Att målet inte nås beror på vakanser.", Level.DEVIATION),
        (PARTLY, "Målet uppnås helt.", Level.ERROR),
        (PARTLY, "Målet är uppnått.", Level.DEVIATION),
        (PARTLY, "Målet uppnås inte.", Level.TIP),
        (NOT, "Målet uppnås.", Level.DEVIATION),
    ],
)
def test_an_assessment_against_its_own_analysis(assessment, words, level):
    (one,) = findings(one_goal(assessment, analysis=f"{words} {TOLD}"), "BED-201")
    assert one.level is level
    assert [evidence.quote for evidence in one.evidence] == [assessment.value, words]


def test_an_analysis_that_also_says_what_the_assessment_says_is_passed():
    words = "Målet uppfylls. Målet nås dock bara delvis på den ena mottagningen."
    assert findings(one_goal(FULL, analysis=words), "BED-201") == []


def test_the_fix_takes_the_assessment_from_the_analysis():
    (one,) = findings(one_goal(FULL, wording="Uppfylls helt", analysis="Målet uppnås delvis."), "BED-201")
    mended = one.fix.apply(one_goal(FULL, wording="Uppfylls helt", analysis="Målet uppnås delvis."))
    assert (mended.goals[0].assessment, mended.goals[0].wording) == (PARTLY, "")
    assert not one.fix.safe


def test_the_planted_slip_of_the_sample_is_found():
    sample = load(resource("samples", "verksamhetsberattelse-2024-enhet.avst").read_bytes())
    (one,) = findings(sample, "BED-201")
    assert one.evidence[1].quote == "Målet är uppfyllt delvis."


def test_an_outcome_short_of_its_target_is_no_error_before_the_year_is_over():
    made = one_row(
        T1, "Indikatorerna bedöms uppfyllas.", name="Andel elektroniska inköp", outcome="55 %", target="90 %"
    )
    assert [one.level for one in findings(made, "BED-211")] == [Level.DEVIATION]
    over = made.model_copy(update={"kind": ReportKind.ANNUAL})
    assert [one.level for one in findings(over, "BED-211")] == [Level.ERROR]


@pytest.mark.parametrize("words", ["Alla indikatorer beräknas nå årsmålet.", "Samtliga indikatorer når årsmålen."])
def test_indicators_said_to_reach_the_target_are_held_against_their_forecasts(words):
    cells = {"name": "Andel elektroniska inköp", "outcome": "50 %", "target": "90 %"}
    assert [one.level for one in findings(one_row(T1, words, forecast="55 %", **cells), "BED-211")] == [Level.ERROR]
    assert findings(one_row(T1, words, forecast="90 %", **cells), "BED-211") == []


@pytest.mark.parametrize(
    "words",
    [
        "Indikatorerna bedöms delvis uppfyllas.",
        "Alla indikatorer utom en beräknas nå årsmålet.",
        "Indikatorerna följs varje månad för att enheten ska kunna nå årsmålen.",
        "Alla indikatorer utom en bedöms uppfyllas.",
        "De flesta indikatorerna uppnås.",
        "Indikatorn uppnås inte.",
        "Enheten arbetar för att indikatorn ska uppnås.",
    ],
)
def test_a_claim_with_an_exception_is_no_claim_that_indicators_are_reached(words):
    made = one_row(T1, words, name="Andel elektroniska inköp", outcome="55 %", target="90 %")
    assert findings(made, "BED-211") == []


def test_a_forecast_in_words_counts_against_the_claim_and_is_asked_for_in_its_cell():
    row = indicator(
        "Andel elektroniska inköp", id="i1", target="90 %", analysis="Prognos för helåret är att 55 procent når dit."
    )
    made = one_goal(analysis="Indikatorn bedöms uppfyllas.", indicators=(row,)).model_copy(update={"kind": T1})
    assert codes(made) == ["BED-211", "IND-403"]
    (cell,) = findings(made, "IND-403")
    assert value_at(cell.fix.apply(made), cell.place) == "55\u00a0%"


def test_an_indicator_that_is_measured_later_is_no_gap():
    row = indicator("Andel elektroniska inköp", id="i1", target="90 %", analysis="Mätningen görs först i oktober.")
    made = one_goal(analysis="Indikatorn bedöms uppfyllas.", indicators=(row,)).model_copy(update={"kind": T1})
    assert codes(made) == []


def test_the_goals_are_counted_under_the_heading_that_names_the_goal_above():
    direction = goal("En trygg stad", GoalLevel.DIRECTION, id="g1", number="1", assessment=FULL, analysis=TOLD)
    areas = [
        goal(f"Område {n}", GoalLevel.AREA, id=f"g1{n}", number=f"1.{n}", parent="g1", assessment=FULL, analysis=TOLD)
        for n in (1, 2)
    ]
    other = goal("Annat", GoalLevel.AREA, id="g3", number="3.1", assessment=FULL, analysis=TOLD)

    def with_summary(words):
        summary = section(id="s1", key="summary", text=text("## En trygg stad", words))
        return report(direction, *areas, other, level=OrganisationLevel.COMMITTEE, sections=(summary,))

    right = with_summary("Samtliga två mål för verksamhetsområdet bedöms uppfyllas helt.")
    wrong = with_summary("Samtliga tre mål för verksamhetsområdet bedöms uppfyllas helt.")
    assert findings(right, "BED-221") == []
    assert [one.level for one in findings(wrong, "BED-221")] == [Level.ERROR]


@pytest.mark.parametrize(("but", "found"), [("ett", ["1 av målen inte nås helt"]), ("två", []), ("några", [])])
def test_an_exception_told_behind_the_verb_is_counted(but, found):
    made = several(FULL, PARTLY, PARTLY, summary=f"Av de tre enhetsmålen uppfylls samtliga helt utom {but}.")
    assert [said for one in findings(made, "BED-221") for said in found if said in one.message] == found
    assert len(findings(made, "BED-221")) == len(found)


def test_goals_in_the_summary_that_are_not_the_units_are_not_counted():
    made = several(FULL, FULL, summary="Gruppen har satt upp tre egna mål som har uppnåtts.")
    assert findings(made, "BED-221") == []


def test_the_printed_precedent_of_rolling_up_passes():
    assert findings(above(PARTLY, FULL, FULL, PARTLY, PARTLY, PARTLY), "BED-222") == []
    assert findings(above(FULL, FULL, FULL, PARTLY), "BED-222") == []
    assert findings(above(FULL, FULL, FULL, NOT), "BED-222")


def test_a_unit_is_not_asked_for_the_committees_assessment_above_its_own():
    committee = goal("Trygghet", GoalLevel.COMMITTEE, id="g1", assessment=FULL)
    unit = goal("Alla är trygga", id="g2", parent="g1", assessment=NOT, analysis=f"Målet uppfylls inte. {TOLD}")
    assert codes(report(committee, unit)) == []


def test_a_goal_that_others_reach_in_part_has_no_opposite_in_goals_without_assessment():
    upper = goal("En stad för alla", GoalLevel.DIRECTION, id="g1", assessment=Assessment.PARTLY)
    below = (goal(f"Område {n}", GoalLevel.AREA, id=f"g{n}", parent="g1") for n in (2, 3))
    assert findings(report(upper, *below), "BED-222") == []


def test_a_heading_of_the_committees_goal_speaks_of_the_units_goals_below_it():
    committee = goal("Barn får stöd i tid", GoalLevel.COMMITTEE, id="g1", assessment=FULL)
    units = [
        goal(f"Enhetsmål {n}", id=f"g1{n}", parent="g1", assessment=one, analysis=TOLD)
        for n, one in enumerate((FULL, PARTLY))
    ]
    summary = section(id="s1", key="summary", text=text("## Barn får stöd i tid", "Enheten har delvis uppnått målet."))
    assert findings(report(committee, *units, sections=(summary,)), "BED-231") == []
    wrong = report(committee, units[0], sections=(summary,))
    assert [one.level for one in findings(wrong, "BED-231")] == [Level.ERROR]


def test_an_analysis_that_refers_to_a_text_with_the_goals_title_is_only_asked_for_its_ground():
    area = goal(
        "Staden är trygg",
        GoalLevel.AREA,
        id="g1",
        number="1.1",
        assessment=FULL,
        analysis=text("## Vi hjälps åt", TOLD),
    )
    words = "Nämndmålet bedöms uppnås. Arbetet beskrivs under kommunfullmäktiges mål."
    below = goal("Vi hjälps åt", GoalLevel.COMMITTEE, id="g2", parent="g1", assessment=FULL, analysis=words)
    made = report(area, below, level=OrganisationLevel.COMMITTEE)
    assert [one.level for one in findings(made, "BED-252")] == [Level.TIP]
    grounded = below.model_copy(
        update={"analysis": text(words, "Bedömningen grundas på att förväntade resultat uppnås.")}
    )
    assert findings(report(area, grounded, level=OrganisationLevel.COMMITTEE), "BED-252") == []


@pytest.mark.parametrize(
    "words",
    [
        "Arbetet kan därför inte slutföras under 2024.",
        "Undersökningen har inte genomförts på grund av vakanser.",
        "Utbildningen är inte påbörjad.",
        "Beslut har fattats om att avvakta med revideringen.",
        "Arbetet är försenat.",
        "Träffarna har ställts in.",
        "Starten skjuts upp till hösten.",
        "Samarbetet har stannat av.",
        "Utbildningen har inte kunnat hållas.",
    ],
)
def test_what_does_not_go_as_planned_asks_for_the_flag(words):
    made = one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=words),))
    (one,) = findings(made, "AKT-202")
    assert value_at(one.fix.apply(made), one.place) is True


@pytest.mark.parametrize(
    "words",
    [
        "Arbetet pågår enligt plan.",
        "Utbildningen försenades men genomfördes i oktober.",
        "Arbetet löper utan förseningar.",
        "Det finns risk för försening.",
        "Upphandling pågår och beräknas vara klar i september.",
        "Arbetet pausades i våras och återupptogs i augusti.",
        "Rutinen används för att ärenden inte ska försenas.",
    ],
)
def test_what_goes_as_planned_needs_no_flag(words):
    assert findings(one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=words),)), "AKT-202") == []


def test_an_activity_that_runs_into_the_next_year_need_not_be_done_in_this():
    row = activity(id="a1", end="2025-12-31", analysis="Arbetet kan inte slutföras under 2024.")
    assert findings(one_goal(analysis=TOLD, activities=(row,)), "AKT-202") == []


def test_all_activities_but_one_is_right_where_one_is_flagged():
    rows = tuple(
        activity(id=f"a{n}", deviation=n == 1, analysis="Flyttas till våren." if n == 1 else None) for n in (1, 2, 3)
    )
    made = one_goal(analysis=TOLD, activities=rows, summary="Alla aktiviteter utom en är genomförda enligt plan.")
    assert codes(made) == []


def test_activities_that_ended_are_told_once_for_a_goal_and_only_within_the_year():
    rows = tuple(activity(id=f"a{n}", end="2024-03-31") for n in (1, 2))
    made = one_goal(analysis=TOLD, activities=rows)
    assert findings(made, "AKT-204") == []
    (one,) = findings(made.model_copy(update={"kind": T1}), "AKT-204")
    assert one.message.startswith("2 aktiviteter slutar")
    assert findings(one_activity(T1, end="2024-08-31"), "AKT-204") == []
    assert findings(one_activity(T1, start="2024-05-01", end="2024-03-31"), "AKT-204") == []


def test_a_finished_measurement_that_reaches_its_target_needs_no_forecast():
    made = one_row(T1, name="Aktivt Medskapandeindex", outcome="83", target="83")
    assert findings(made, "IND-401") == []
    short = one_row(T1, name="Aktivt Medskapandeindex", outcome="80", target="83")
    assert findings(short, "IND-401")


def test_gaps_of_one_sort_under_a_goal_are_one_finding():
    rows = tuple(indicator(f"Andel elektroniska inköp {n}", id=f"i{n}", target="90 %") for n in range(4))
    made = one_goal(analysis=TOLD, indicators=rows).model_copy(update={"kind": T1})
    (one,) = findings(made, "IND-402")
    assert one.message.startswith("4 indikatorer")
    assert len(one.evidence) == 4


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"outcome": "0,85 %", "previous": "86 %"}, True),
        ({"outcome": "86 %", "previous": "83 %"}, False),
        ({"outcome": "1 st", "previous": "10 st"}, False),
        ({"outcome": "300 st", "previous": "30 st"}, True),
        ({"outcome": "45 st", "target": "11 st"}, True),
        ({"outcome": "0", "target": "60 %"}, False),
        ({"outcome": "-200", "target": "50"}, False),
    ],
)
def test_a_leap_of_size_is_told(cells, found):
    made = one_row(name="Antal tillhandahållna platser för feriejobb", **cells)
    assert bool(findings(made, "IND-411")) is found


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        ({"outcome": "6,0 %", "previous": "59,0 %", "target": "6,0 %"}, True),
        ({"outcome": "99,6 %", "previous": "100,1 %", "target": "1 000,0 %"}, True),
        ({"outcome": "15 st", "previous": "100 st", "target": "15 st"}, True),
        ({"outcome": "1 st", "previous": "10 st", "target": "1 st"}, False),
        ({"outcome": "20 st", "previous": "100 st", "target": "30 st"}, False),
        (
            {"outcome": "0 st", "previous": "640 st", "target": "6 500 st", "city_target": "", "forecast": "650 st"},
            True,
        ),
    ],
)
def test_one_figure_of_another_size_than_the_rest_of_its_row_is_told(cells, found):
    made = one_row(name="Antal platser" if "st" in cells["outcome"] else "Andel nöjda", **cells)
    assert bool(findings(made, "IND-411")) is found


def test_a_leap_that_is_explained_passes():
    row = indicator("Antal besök", id="i1", outcome="300 st", previous="30 st", analysis="Mottagningen har flyttat.")
    assert findings(one_goal(analysis=TOLD, indicators=(row,)), "IND-411") == []


@pytest.mark.parametrize(
    ("share", "answers", "possible"),
    [
        ("75 %", 40, True),
        ("74 %", 40, False),
        ("98,5 %", 70, True),
        ("25,5 %", 70, False),
        ("33,3 %", 3, True),
        ("0 %", 7, True),
    ],
)
def test_a_share_of_a_number_of_answers(share, answers, possible):
    assert can_be(quantity(share), answers) is possible


def test_a_share_of_the_people_is_only_judged_where_rounding_leaves_a_doubt_out():
    name = "Andel vuxna med långvarigt ekonomiskt bistånd jämfört med samtliga vuxna invånare"
    made = one_row(name=name, outcome="0,04 %", outcome_men="0,06 %", outcome_women="0,01 %", target="0,04 %")
    assert findings(made, "IND-414") == []


def test_a_direction_goal_alone_without_assessment_is_told_for_a_committee():
    goals = [
        goal(f"Inriktning {n}", GoalLevel.DIRECTION, id=f"g{n}", assessment=None if n == 3 else FULL, analysis=TOLD)
        for n in (1, 2, 3)
    ]
    (one,) = findings(report(*goals, level=OrganisationLevel.COMMITTEE), "BED-103")
    assert one.place.path[1] == "g3"


def test_many_goals_without_analysis_are_one_finding():
    bare = [goal(f"Mål {n}", id=f"g{n}", assessment=FULL) for n in range(5)]
    assert len(findings(report(*bare), "BED-251")) == 1
    assert len(findings(report(*bare[:2]), "BED-251")) == 2


@pytest.mark.parametrize("words", ["Arbetet slutförs våren 2025.", "Beräknas vara klart först 2025."])
def test_an_end_put_off_to_a_later_year_asks_for_the_flag(words):
    assert findings(one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=words),)), "AKT-202")
    longer = activity(id="a1", end="2025-06-30", analysis=words)
    assert findings(one_goal(analysis=TOLD, activities=(longer,)), "AKT-202") == []


def test_what_is_said_under_another_goals_heading_is_not_said_of_the_goal_above():
    words = text("Arbetet fortsätter.", "## Vi hjälps åt", "Målet nås delvis.")
    area = goal("Staden är trygg", GoalLevel.AREA, id="g1", number="1.1", assessment=FULL, analysis=words)
    below = goal("Vi hjälps åt", GoalLevel.COMMITTEE, id="g2", parent="g1", assessment=PARTLY, analysis=TOLD)
    assert findings(report(area, below, level=OrganisationLevel.COMMITTEE), "BED-201") == []


def test_a_unit_may_speak_of_more_of_kfs_goals_than_it_shows():
    made = several(FULL, level=GoalLevel.DIRECTION, summary="Samtliga tre inriktningsmål bedöms uppfyllas.")
    assert findings(made, "BED-221") == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Studiebesöket blev inte av på grund av sjukdom.", True),
        ("Kursen blev dock inte av.", True),
        ("Resultatet blev inte av den omfattning som väntats.", False),
    ],
)
def test_what_did_not_come_about_is_a_deviation(words, told):
    made = one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=words),))
    assert bool(findings(made, "AKT-202")) is told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Lokalen byggs om och mottagningen väntas öppna i mars 2025.", True),
        ("Rutinen finns på två av tre enheter. Den enhet som återstår börjar i februari 2025.", True),
        ("Förslaget är på remiss. Beslut väntas våren 2025.", True),
        ("Beslut väntas under 2024.", False),
        ("Mottagningen väntas öppna i november.", False),
        ("Arbetet är genomfört och beslut väntas i mars 2025.", False),
        ("Effekten väntas märkas under 2025.", False),
        ("Nästa kurs beräknas starta i januari 2025.", False),
    ],
)
def test_work_that_is_expected_after_the_end_date_is_a_deviation(words, told):
    made = one_goal(analysis=TOLD, activities=(activity(id="a1", analysis=words, end="2024-12-31"),))
    assert bool(findings(made, "AKT-202")) is told
