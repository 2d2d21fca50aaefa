"""What of a report goes on into the next: goals, indicators and activities do, outcomes and judgements do not."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import strategies
from tests.builders import activity, front_page, goal, indicator, report, section, text

from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.review import ReviewComment
from avstamt.periods.roll_forward import rolled_forward
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import skeleton

_NUMBER = "1.1"


def next_report(earlier: Report, kind: ReportKind, year: int, *, keeps_texts: bool = False) -> Report:
    known = catalogue()
    fresh = skeleton(known, kind, earlier.level, year, earlier.organisation, earlier.committee)
    return rolled_forward(earlier, fresh, known.template(kind, earlier.level, year), keeps_texts=keeps_texts)


def written(kind: ReportKind = ReportKind.ANNUAL, year: int = 2024, **fields: object) -> Report:
    """Return a unit's report with one goal of its own under one of KF's and the nämnd's."""
    counted = indicator(
        "Andel nöjda besökare",
        id="i1",
        outcome="78 %",
        outcome_men="76 %",
        outcome_women="81 %",
        previous="74 %",
        forecast="80 %",
        target="75 %",
        period="2024",
        periodicity="År",
        analysis="Fler svarade.",
    )
    done = activity("Ta fram en rutin", id="a1", deviation=True, analysis="Det dröjde.")
    going_on = activity("Bygga om lokalen", id="a2", end="2026-06-30")
    city = catalogue().city_years(year)
    assert city is not None
    direction = city.directions[0]
    area = next(one for one in city.areas if one.number == _NUMBER)
    return report(
        goal(direction.title, GoalLevel.DIRECTION, id="g1", number="1"),
        goal(area.title, GoalLevel.AREA, id="g2", number=_NUMBER, parent="g1"),
        goal("Stödet kommer i tid", GoalLevel.COMMITTEE, id="g3", number="1.1.1", parent="g2"),
        goal(
            "Besökarna får snabbt svar",
            id="g4",
            parent="g3",
            assessment=Assessment.PARTLY,
            description="Alla får svar inom en dag.",
            expected_result="Nio av tio är nöjda.",
            analysis="Vi nådde nästan målet.",
            indicators=(counted,),
            activities=(done, going_on),
        ),
        kind=kind,
        year=year,
        organisation="Enheten för boende",
        **fields,
    )


def own(made: Report) -> Goal:
    return next(one for one in made.goals if one.id == "g4")


def said(goal_: Goal, name: str) -> str:
    text_ = getattr(goal_, name)
    return text_.plain if text_ is not None else ""


def test_a_goal_of_ones_own_stands_below_the_same_goal_as_before() -> None:
    made = next_report(written(), ReportKind.PLAN, 2025)

    parents = {one.id: one for one in made.goals}
    above = parents[parents[own(made).parent or ""].parent or ""]

    assert (above.number, above.level) == (_NUMBER, GoalLevel.AREA)
    assert own(made).title == "Besökarna får snabbt svar"


def test_kfs_goals_that_the_unit_left_out_stay_out_as_long_as_they_are_the_same() -> None:
    made = next_report(written(), ReportKind.PLAN, 2025)

    assert [one.number for one in made.goals if one.level in (GoalLevel.DIRECTION, GoalLevel.AREA)] == ["1", "1.1"]


def test_under_new_goals_of_kf_ones_own_stand_below_the_one_of_the_same_number() -> None:
    earlier = written(year=2022)

    made = next_report(earlier, ReportKind.PLAN, 2023)

    city = {one.title for one in made.goals if one.level is GoalLevel.AREA}
    known = catalogue().city_years(2023)
    assert known is not None
    assert city == {one.title for one in known.areas} != {earlier.goals[1].title}
    assert own(made).parent == "g3"


def test_a_goal_that_kf_has_no_more_leaves_what_stood_below_it_under_its_number() -> None:
    earlier = written()
    gone = earlier.goals[1].model_copy(update={"title": "Vatten, luft och buller i hela regionen"})
    earlier = earlier.model_copy(update={"goals": (earlier.goals[0], gone, *earlier.goals[2:])})

    made = next_report(earlier, ReportKind.PLAN, 2025)

    above = next(one for one in made.goals if one.id == next(g.parent for g in made.goals if g.id == "g3"))
    assert (above.number, above.title) != (_NUMBER, gone.title)
    assert above.number == _NUMBER


def test_an_annual_outcome_becomes_last_years_and_next_years_target_is_open() -> None:
    (made,) = own(next_report(written(), ReportKind.ANNUAL, 2025)).indicators

    assert (made.id, made.name, made.periodicity) == ("i1", "Andel nöjda besökare", "År")
    assert (made.previous, made.outcome, made.target, made.forecast, made.period) == ("78 %", "", "", "", "")
    assert made.analysis is None


def test_the_outcome_of_another_report_than_the_annual_one_is_nobodys_last_year() -> None:
    (made,) = own(next_report(written(ReportKind.TERTIAL_2), ReportKind.PLAN, 2025)).indicators

    assert made.previous == ""


def test_in_the_same_year_target_and_last_years_outcome_go_on() -> None:
    (made,) = own(next_report(written(ReportKind.TERTIAL_1), ReportKind.TERTIAL_2, 2024)).indicators

    assert (made.previous, made.target, made.outcome, made.outcome_men) == ("74 %", "75 %", "", "")


def test_activities_that_have_ended_stay_behind_when_the_year_is_over() -> None:
    (made,) = own(next_report(written(), ReportKind.PLAN, 2025)).activities

    assert (made.id, made.deviation, made.analysis) == ("a2", False, None)


def test_in_the_same_year_all_activities_go_on_without_what_was_said_of_them() -> None:
    made = own(next_report(written(ReportKind.TERTIAL_1), ReportKind.ANNUAL, 2024)).activities

    assert [(one.id, one.deviation, one.analysis) for one in made] == [("a1", False, None), ("a2", False, None)]


def test_what_was_planned_is_repeated_in_the_same_year_and_what_was_judged_is_not() -> None:
    made = own(next_report(written(ReportKind.TERTIAL_1), ReportKind.ANNUAL, 2024))

    assert said(made, "description") == "Alla får svar inom en dag."
    assert said(made, "expected_result") == "Nio av tio är nöjda."
    assert said(made, "analysis") == ""
    assert made.assessment is None


def test_texts_are_empty_in_a_new_year_unless_they_are_kept_as_a_draft() -> None:
    summary = section("Sammanfattande analys", key="summary", text=text("Året var bra."))
    earlier = written(sections=(summary, section("Vårt jubileum", text=text("Vi fyllde tio år."))))

    emptied = next_report(earlier, ReportKind.ANNUAL, 2025)
    kept = next_report(earlier, ReportKind.ANNUAL, 2025, keeps_texts=True)

    assert said(own(emptied), "description") == said(own(emptied), "analysis") == ""
    assert all(one.text.is_empty for one in emptied.sections)
    assert said(own(kept), "analysis") == "Vi nådde nästan målet."
    assert {"Året var bra.", "Vi fyllde tio år."} <= {one.text.plain for one in kept.sections}


def test_comments_waivers_and_marks_belong_to_the_report_they_were_made_in() -> None:
    earlier = written(comments=(ReviewComment(id="k1", place=Place.of("goals", "g4", "title"), text="Kort?"),))

    made = next_report(earlier, ReportKind.ANNUAL, 2025, keeps_texts=True)

    assert (made.comments, made.waivers, made.marks) == ((), (), ())


def test_those_who_write_and_sign_go_on_to_the_first_page() -> None:
    earlier = written(level=OrganisationLevel.COMMITTEE, front=front_page())

    made = next_report(earlier, ReportKind.TERTIAL_1, 2025)

    assert made.front is not None
    assert earlier.front is not None
    assert made.front.signatories == earlier.front.signatories
    assert made.front.diary_number == made.front.date == ""


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(strategies.reports(), st.sampled_from(ReportKind), st.sampled_from([0, 1]), st.booleans())
def test_any_report_goes_on_to_a_valid_one_without_figures_of_its_own(
    earlier: Report, kind: ReportKind, years: int, keeps_texts: bool
) -> None:
    made = next_report(earlier, kind, earlier.year + years, keeps_texts=keeps_texts)

    assert Report.model_validate(made.model_dump()) == made
    assert all(not one.outcome and one.analysis is None for each in made.goals for one in each.indicators)
    assert all(each.assessment is None for each in made.goals)
    assert {each.id for each in made.goals if each.level is GoalLevel.COMMITTEE} == {
        each.id for each in earlier.goals if each.level is GoalLevel.COMMITTEE
    }
