"""The run: which rules, in which order, with which waivers and what coverage."""

from __future__ import annotations

from tests.builders import activity, goal, indicator, report, section, text
from tests.rules.examples import EXAMPLES, with_indicator

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment
from avstamt.domain.indicator import Direction
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.domain.review import Waiver
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import find_rule, page, summary
from avstamt.rules.engine import check
from avstamt.rules.keeping import Kept
from avstamt.rules.model import TRIED, UNTRIED, found, rule
from avstamt.rules.order import document_order
from avstamt.templates.catalogue import catalogue

ANYWHERE = Place.of("title")


@rule("TST-101", name="prov", level=Level.TIP, basis="prov", claims="prov")
def _speaks_always(_context):
    yield TRIED
    yield UNTRIED
    yield found(ANYWHERE, "Prov.")


@rule(
    "TST-102",
    name="prov-t1",
    level=Level.TIP,
    basis="prov",
    kinds=(ReportKind.TERTIAL_1,),
    levels=(OrganisationLevel.UNIT,),
    first_year=2023,
    last_year=2025,
)
def _speaks_of_t1(_context):
    yield found(ANYWHERE, "Prov.")


def ran(made, one_rule):
    return [finding.rule for finding in check(made, catalogue(), rules=(one_rule,)).findings]


def test_a_rule_is_run_only_on_the_kinds_levels_and_years_it_holds_for():
    right = report(kind=ReportKind.TERTIAL_1, year=2024)
    assert ran(right, _speaks_of_t1) == ["TST-102"]
    assert ran(right.model_copy(update={"kind": ReportKind.TERTIAL_2}), _speaks_of_t1) == []
    assert ran(right.model_copy(update={"level": OrganisationLevel.COMMITTEE}), _speaks_of_t1) == []
    assert ran(right.model_copy(update={"year": 2022}), _speaks_of_t1) == []
    assert ran(right.model_copy(update={"year": 2026}), _speaks_of_t1) == []


def test_coverage_counts_what_was_met_and_what_was_tried():
    coverage = check(report(), catalogue(), rules=(_speaks_always,)).coverage
    assert (coverage.tried, coverage.total) == (1, 2)
    assert coverage.sentence == (
        "1 av 2 samband mellan tal i tabellerna kunde prövas: 1 av 2 prov. Texten innehåller inga sifferpåståenden."
    )


def test_a_report_without_figures_says_so():
    assert check(report(), catalogue()).coverage.sentence.startswith("Tabellerna innehåller inga tal")


def test_findings_come_in_document_order():
    bad_row = indicator(
        "Antal personer", id="i1", outcome="3 st", outcome_men="1 st", outcome_women="1 st", target="3 st"
    )
    late = activity(id="a1", start="2024-02-01", end="2024-01-01")
    told = {"assessment": Assessment.FULL, "analysis": "Väntetiden har kortats."}
    first = goal("Första", id="g1", number="1", activities=(late,), indicators=(bad_row,), **told)
    below = goal("Under", id="g9", parent="g1", analysis="XX personer", assessment=Assessment.NONE)
    second = goal("Andra", id="g2", number="2", assessment=None)
    made = report(
        first,
        second,
        below,
        sections=(
            section(id="s1", text=text("XX")),
            section("Mål", id="s2", holds_goals=True),
            section("Sist", id="s3", text=text("XX")),
        ),
    )
    places = [finding.place.path[:2] + finding.place.path[-1:] for finding in check(made, catalogue()).findings]
    assert [place[1] for place in places] == ["s1", "g1", "g1", "g9", "g9", "g2", "s3"]
    assert [place[2] for place in places[1:6]] == ["outcome", "end", "assessment", places[4][2], "assessment"]


def test_a_place_that_no_longer_exists_still_has_its_order():
    key = document_order(report(), Kept())
    places = [Place.of("waivers", "w1"), Place.of("goals", "gone", "title"), Place()]
    assert max(places, key=key).path[0] == "waivers"


def test_a_waiver_sets_aside_its_finding_and_no_other():
    made = EXAMPLES["IND-102"].wrong
    (finding,) = check(made, catalogue()).findings
    waiver = Waiver(id="w1", rule=finding.rule, place=finding.place, reason="En person räknas inte på kön.")
    result = check(made.model_copy(update={"waivers": (waiver,)}), catalogue())
    assert result.findings == ()
    assert result.waived == (finding,)
    elsewhere = waiver.model_copy(update={"place": finding.place.parent})
    result = check(made.model_copy(update={"waivers": (elsewhere,)}), catalogue())
    assert [one.rule for one in result.findings] == ["IND-102", "GRA-101"]


def test_a_waiver_of_a_rule_that_is_not_run_is_left_alone_and_one_of_a_rule_that_is_gone_is_told():
    waivers = (
        Waiver(id="w1", rule="IND-102", place=ANYWHERE),
        Waiver(id="w2", rule="IND-999", place=ANYWHERE),
    )
    made = report(waivers=waivers)
    last = tuple(rule for rule in CATALOGUE if rule.last)
    places = [finding.place.name for finding in check(made, catalogue(), rules=last).findings]
    assert places == ["w2"]


def test_the_fix_of_a_waiver_without_a_finding_takes_it_away():
    made = EXAMPLES["GRA-101"].wrong
    (finding,) = check(made, catalogue()).findings
    assert finding.fix.safe
    assert check(finding.fix.apply(made), catalogue()).findings == ()


def test_the_writers_own_direction_holds_for_an_indicator_the_catalogue_does_not_know():
    made = with_indicator("Antal ärenden på exempelmottagningen", outcome="9 st", target="5 st")
    assert check(made, catalogue()).findings == ()
    known = with_indicator(
        "Antal ärenden på exempelmottagningen", outcome="9 st", target="5 st", direction=Direction.LOWER
    )
    assert "IND-201" in [finding.rule for finding in check(known, catalogue()).findings]


def test_a_rules_page_names_code_level_basis_scope_and_examples():
    text_of = page(find_rule(CATALOGUE, "ind-201"))
    for part in ("IND-201", "Avvikelse", "T1, T2, VB", "Varför:", "Fel:", "Rätt:", "150 st"):
        assert part in text_of
    assert find_rule(CATALOGUE, "rubrikbelopp").code == "EKO-301"
    assert find_rule(CATALOGUE, "finns-inte") is None
    assert summary(CATALOGUE[0]).startswith("IND-101")


def test_a_page_tells_the_years_a_rule_holds_for():
    assert "2023–2025" in page(_speaks_of_t1)
