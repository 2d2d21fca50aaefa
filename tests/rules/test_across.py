"""What the rules that compare two reports say, what they pass, and that any pair of reports can be compared."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import activity, goal, indicator, report, rich_report, section, text
from tests.rules.examples_across import LONG, of, of_goal, of_row
from tests.rules.test_catalogue import reordered, told
from tests.strategies import reports

from avstamt.domain.finding import Level
from avstamt.domain.place import Place, exists, value_at
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.domain.review import Waiver
from avstamt.rules.across_rules import ACROSS_RULES
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

LAW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
PARTS = {"JMF-111", "JMF-112", "JMF-113"}


def compare(report: Report, earlier: Report):
    return check(report, catalogue(), earlier, ACROSS_RULES)


def found(report: Report, earlier: Report, rule: str = ""):
    return [finding for finding in compare(report, earlier).findings if finding.rule.startswith(rule)]


def test_without_an_earlier_report_nothing_is_said():
    assert check(of(of_row(previous="81 %")), catalogue(), None, ACROSS_RULES).findings == ()


def test_both_figures_are_quoted_each_with_the_report_it_stands_in():
    (one,) = found(of(of_row(previous="81 %")), of(of_row(outcome="83 %"), year=2023), "JMF-101")
    assert [(evidence.quote, evidence.source) for evidence in one.evidence] == [
        ("81 %", ""),
        ("83 %", "Verksamhetsberättelse 2023"),
    ]


@pytest.mark.parametrize("said", ["83 %", "83,4 %", "83", "83,40 %"])
def test_a_rounded_figure_is_the_same_figure(said: str):
    assert found(of(of_row(previous=said)), of(of_row(outcome="83,4 %"), year=2023)) == []


def test_an_indicator_is_known_by_its_catalogue_name_and_by_a_slip_in_its_name():
    earlier = of(of_row("Andel besökare som är nöjda med bemötandet", outcome="83 %"), year=2023)
    slip = of(of_row("Andel besökare som är nöjda med bemötande", id="i7", previous="81 %"))
    assert [one.rule for one in found(slip, earlier)] == ["JMF-101"]


def test_indicators_that_differ_in_a_number_are_not_the_same():
    earlier = of(of_row("Sjukfrånvaro dag 1-14", outcome="2,1 %"), year=2023)
    assert found(of(of_row("Sjukfrånvaro dag 1-15", id="i2", previous="9,9 %")), earlier, "JMF-101") == []


def test_of_two_rows_with_the_same_name_the_one_under_the_same_goal_is_compared():
    rows = [
        goal(f"Mål {name}", id=f"g{n}", indicators=(indicator("Antal besök", id="i1", outcome=figure),))
        for n, (name, figure) in enumerate((("ett", "100 st"), ("två", "200 st")))
    ]
    now = goal("Mål två", id="g9", indicators=(indicator("Antal besök", id="i1", previous="200 st"),))
    assert found(of(now), of(*rows, year=2023), "JMF-101") == []


def test_what_cannot_be_told_apart_is_counted_as_not_tried():
    coverage = compare(of(of_row(previous="81 %")), of(of_row(outcome="öka"), year=2023)).coverage
    assert (coverage.tried, coverage.total) == (1, 1)
    unclear = compare(of(of_row(previous="81 st")), of(of_row(outcome="83 %"), year=2023)).coverage
    assert (unclear.tried, unclear.total) == (0, 1)


def test_a_missing_outcome_is_filled_in_from_last_years_report():
    now, earlier = of(of_row()), of(of_row(outcome="83 %"), year=2023)
    (one,) = found(now, earlier, "JMF-102")
    assert one.level is Level.TIP
    assert one.fix is not None
    assert value_at(one.fix.apply(now), one.place) == "83 %"


@pytest.mark.parametrize(
    ("kind", "earlier"),
    [
        (ReportKind.ANNUAL, ReportKind.PLAN),
        (ReportKind.TERTIAL_1, ReportKind.PLAN),
        (ReportKind.TERTIAL_2, ReportKind.TERTIAL_1),
        (ReportKind.ANNUAL, ReportKind.TERTIAL_2),
    ],
)
def test_targets_are_followed_through_the_year(kind: ReportKind, earlier: ReportKind):
    plan = of(of_row(target="85 %", city_target="80 %"), kind=earlier)
    assert found(of(of_row(target="85 %", city_target="80 %"), kind=kind), plan) == []
    assert [one.rule for one in found(of(of_row(target="80 %", city_target="80 %"), kind=kind), plan)] == ["JMF-103"]


def test_a_target_that_is_gone_is_missed_and_one_that_was_to_be_set_is_not():
    plan = of(of_row(target="85 %"), kind=ReportKind.PLAN)
    (one,) = found(of(of_row()), plan, "JMF-103")
    assert "saknas" in one.message
    assert found(of(of_row(target="85 %")), of(of_row(target="Tas fram av nämnd/styrelse"), kind=ReportKind.PLAN)) == []


def test_next_years_targets_may_be_others():
    assert found(of(of_row(target="90 %", previous="83 %")), of(of_row(target="85 %", outcome="83 %"), year=2023)) == []


def test_what_came_and_went_is_one_finding_a_sort_with_every_name_as_evidence():
    words = ("köer", "besök", "bemötande", "telefon", "lokaler")
    earlier = of(*(goal(f"Mål om {word}", id=f"g{number}") for number, word in enumerate(words, 2)))
    now = of(goal("Mål om hemsidan", id="g1"))
    (one,) = found(now, earlier, "JMF-11")
    assert one.level is Level.DEVIATION
    assert "och 2 till" in one.message
    assert "’Mål om hemsidan’" in one.message
    assert len(one.evidence) == 6


def test_between_years_what_went_is_a_tip_and_only_activities_that_go_on_are_missed():
    plan = of(
        of_goal(
            activities=(
                activity("Öva bemötande", id="a1", end="2023-12-31"),
                activity("Bygga om entrén", id="a2", end="2025-06-30"),
            )
        ),
        year=2023,
    )
    (one,) = found(of(of_goal()), plan)
    assert (one.rule, one.level) == ("JMF-113", Level.TIP)
    assert "Bygga om entrén" in one.message
    assert "Öva bemötande" not in one.message


def test_an_earlier_report_without_any_of_a_sort_says_nothing_of_it():
    assert found(of(of_row(target="85 %")), of(of_goal())) == []


def test_inherited_and_introducing_texts_may_stand_unchanged():
    def year(number: int) -> Report:
        own = of_goal(expected_result=LONG, description=LONG)
        locked = goal("Ett mål från nämnden", id="g2", locked=True, working_method=LONG)
        introduction = section("Inledning", id="s1", key="introduction", text=text("Kort."))
        about = section("Verksamhetsbeskrivning", id="s2", parent="s1", text=text(LONG))
        return of(own, locked, sections=(introduction, about), kind=ReportKind.PLAN, year=number)

    assert found(year(2024), year(2023)) == []


def test_paragraphs_copied_into_one_field_are_one_finding():
    def year(number: int) -> Report:
        return of(of_goal(analysis=text(LONG, "Kort.", LONG.replace("fyra", "fem"))), year=number)

    (one,) = found(year(2024), year(2023))
    assert one.message == "Två stycken är ordagrant desamma som i Verksamhetsberättelse 2023 med samma tal."
    assert len(one.evidence) == 2


def test_the_same_text_within_the_year_is_no_copy():
    kinds = (ReportKind.TERTIAL_2, ReportKind.TERTIAL_1)
    now, earlier = (of(of_goal(analysis=LONG), kind=kind) for kind in kinds)
    assert found(now, earlier) == []


def _draft(said: str, **cells: str) -> Report:
    told = text(f"Antalet besök var {said} under hela året. Kön är borta.")
    return of(of_goal(analysis=told, indicators=(indicator("Antal besök", id="i1", **cells),)))


def test_a_figure_that_drifts_from_its_table_is_a_deviation_with_three_quotes():
    (one,) = found(_draft("1 250", outcome="1 240 st"), _draft("1 240", outcome="1 240 st"))
    assert (one.rule, one.level) == ("JMF-122", Level.DEVIATION)
    assert len(one.evidence) == 3


def test_a_figure_that_moves_with_its_table_or_towards_it_is_right():
    assert found(_draft("1 250", outcome="1 250 st"), _draft("1 240", outcome="1 240 st")) == []
    assert found(_draft("1 240", outcome="1 240 st"), _draft("1 250", outcome="1 240 st")) == []


def test_a_changed_figure_that_no_table_has_is_a_tip():
    (one,) = found(_draft("1 250", outcome="16 st"), _draft("1 240", outcome="16 st"))
    assert one.level is Level.TIP


def test_a_new_figure_in_a_new_years_text_is_what_one_expects():
    assert found(_draft("1 250"), _draft("1 240").model_copy(update={"year": 2023}), "JMF-122") == []


@pytest.mark.parametrize(
    ("earlier", "said"),
    [
        (report(level=OrganisationLevel.COMMITTEE, year=2023), "på nivån nämnd"),
        (report(year=2025), "den är senare"),
        (report(year=2023, organisation="Biblioteket vid torget"), "gäller Biblioteket vid torget"),
    ],
)
def test_a_comparison_that_is_not_made_or_is_odd_is_said_with_the_coverage(earlier: Report, said: str):
    assert said in compare(report(), earlier).coverage.sentence


def test_a_waiver_of_a_comparison_waits_for_its_report_and_sets_aside_when_it_is_there():
    place = Place.of("goals", "g1", "indicators", "i1", "previous")
    waiver = Waiver(id="w1", rule="JMF-101", place=place, reason="Omräknat efter ny definition.")
    now = of(of_row(previous="81 %"), waivers=(waiver,))
    alone = check(now, catalogue()).findings
    assert [one.rule for one in alone if one.rule == "GRA-101"] == []
    assert [one.rule for one in compare(now, of(of_row(outcome="83 %"), year=2023)).waived] == ["JMF-101"]


def test_a_report_against_itself_has_nothing_to_say():
    assert found(rich_report(), rich_report()) == []


@LAW
@given(reports(), reports(), st.sampled_from([0, 1]))
def test_any_two_reports_can_be_compared_and_all_evidence_exists(now: Report, earlier: Report, years: int):
    earlier = earlier.model_copy(update={"level": now.level, "year": now.year - years})
    for finding in compare(now, earlier).findings:
        assert exists(now, finding.place)
        assert all(exists(now, evidence.place) for evidence in finding.evidence if not evidence.source)
        assert finding.message.endswith(".")


@LAW
@given(reports(), reports())
def test_what_is_found_does_not_depend_on_the_order_of_siblings(now: Report, earlier: Report):
    earlier = earlier.model_copy(update={"level": now.level, "year": now.year - 1, "kind": ReportKind.ANNUAL})
    shuffled = [reordered(one, lambda nodes: tuple(reversed(nodes))) for one in (now, earlier)]
    assert set(told(compare(now, earlier))) == set(told(compare(*shuffled)))


@LAW
@given(reports())
def test_no_report_differs_from_itself(report: Report):
    assert [one for one in compare(report, report).findings if one.rule in PARTS or one.rule == "JMF-122"] == []
