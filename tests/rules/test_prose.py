"""What the rules about figures in prose hold against what, and where they leave the writer in peace."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, rich_report, section, table, text
from tests.rules.examples_figures import JOBS, area, areas, decided, jobs, result, sick, told, twice, with_rows

from avstamt.domain.economy import ColumnRole, RowRole
from avstamt.domain.goal import Assessment
from avstamt.domain.report import ReportKind
from avstamt.rules.coverage import PROSE
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(made):
    found = check(made, catalogue(), slow=False).findings
    return [finding.rule for finding in found if finding.rule.startswith(("TXT", "EKO-4"))]


def prose_coverage(made):
    parts = check(made, catalogue(), slow=False).coverage.parts
    return next(((part.tried, part.total) for part in parts if part.subject == PROSE), None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjukfrånvaron uppgår till 9 procent.",
        "Sjukfrånvaron ligger på knappt 10 procent.",
        "Sjukfrånvaron var 7,9 procent 2023.",
        "Sjukfrånvaron i staden som helhet var 6,1 procent.",
        "Sjukfrånvaron var i oktober 7 procent.",
        "Sjukfrånvaron ska minska till 6 procent.",
        "Om sjukfrånvaron hade varit 5 procent hade vikarierna räckt.",
        "Av sjukfrånvaron står tre medarbetare för en stor del.",
        "Sjukfrånvaron minskade under hösten.",
        "Sjukfrånvaron väntas minska under 2025.",
        "Den långa sjukfrånvaron har minskat.",
        "Skillnaden i sjukfrånvaro mellan män och kvinnor har minskat.",
    ],
)
def test_what_the_table_does_not_contradict_is_passed(sentence):
    assert codes(sick(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Sjukfrånvaron uppgår till 6 procent.", "TXT-101"),
        ("Sjukfrånvaron steg från 7,9 till 8,3 procent.", "TXT-101"),
        ("Sjukfrånvaron är lägre än förra året.", "TXT-102"),
        ("Sjukfrånvaron har minskat jämfört med 2023.", "TXT-102"),
    ],
)
def test_what_the_table_contradicts_is_found(sentence, code):
    assert codes(sick(sentence)) == [code]


def test_a_figure_is_held_against_the_indicator_that_the_words_name_most_exactly():
    made = told("Sjukfrånvaron dag 1-14 var 2,1 procent.", outcome="6,8 %")
    assert codes(made) == []


def test_a_count_of_something_else_is_not_held_against_the_indicator():
    assert codes(jobs("30 ungdomar fick sommarjobb i stadens regi och 13 handledare utbildades.")) == []


def test_a_target_that_the_next_sentence_tells_is_that_of_the_indicator_before():
    made = told(
        "27 ungdomar fick sommarjobb i stadens regi. Årsmålet är 40.", name=JOBS, outcome="27 st", target="30 st"
    )
    assert codes(made) == ["TXT-105"]


@pytest.mark.parametrize(
    "sentence",
    [
        "37 samtal kom in, varav 16 från anhöriga och 8 från skolor.",
        "Mottagningen fick 52 samtal, varav 41 från kvinnor och 11 från män.",
        "Av de svarande var 43 procent kvinnor och 57 procent män.",
        "Antalet besök ökade från cirka 15 till 14.",
        "Antalet besök ökade från 40 till 50, en ökning med 25 procent.",
        "Andelen ökade från 40 procent till 44 procent, en ökning med 10 procent.",
    ],
)
def test_sums_that_hold_are_passed(sentence):
    assert codes(sick(sentence)) == []


def test_parts_that_are_more_than_their_whole_are_found():
    assert codes(sick("Mottagningen fick 37 samtal, varav 30 från anhöriga och 12 från skolor.")) == ["TXT-111"]


def test_a_forecast_of_a_plan_is_not_held_against_a_report():
    made = sick("Sjukfrånvaron är 6 procent.").model_copy(update={"kind": ReportKind.PLAN})
    assert codes(made) == []
    assert prose_coverage(made) == (0, 2)


def test_all_variances_together_are_a_result_too():
    assert codes(result("Enheten lämnar ett överskott på 200 tkr.")) == []
    assert codes(result("Enheten lämnar ett överskott på 300 tkr.")) == ["EKO-403"]


def test_a_heading_with_the_sign_of_its_text_is_passed():
    assert codes(area("Området väntas lämna ett underskott på 1,7 mnkr.")) == []
    assert codes(area("Området väntas lämna ett underskott på 2,7 mnkr.")) == ["EKO-402"]


def test_more_than_half_of_the_areas_are_most():
    assert codes(areas("0,0", "0,0", "4,4")) == []
    assert codes(areas("0,0", "-2,0", "4,4", "0,0")) == ["EKO-406"]


def test_a_sentence_without_a_figure_tells_of_an_even_budget():
    assert codes(report(sections=(section("Ekonomi", text=text("Budgeten är i balans.")),))) == []


def test_each_claim_is_counted_once_and_only_what_was_held_against_something_is_tried():
    # the third is the goal's own: "från fem till tre veckor"
    assert prose_coverage(sick("Sjukfrånvaron är 9 procent. På gården finns tolv lådor.")) == (1, 3)


@pytest.mark.parametrize(
    ("sentence", "tried"),
    [
        ("59 personer fick stöd, 41 kvinnor och 18 män.", (2, 3)),
        ("Under året fick 59 personer stöd, varav 41 kvinnor.", (1, 3)),
        ("Andelen var 88 procent, en procentenhet lägre än 2023 då den var 89 procent.", (3, 4)),
        ("På gården finns tolv lådor och 40 krukor.", (0, 3)),
    ],
)
def test_a_figure_is_tried_where_another_claim_is_held_against_it(sentence, tried):
    """One claim more, of the goal's analysis, is in every report here."""
    assert prose_coverage(sick(sentence)) == tried


def test_a_clean_report_tells_how_many_of_its_claims_were_tried():
    sentence = check(rich_report(), catalogue(), slow=False).coverage.sentence
    assert "sifferpåståenden" in sentence


def test_the_figures_of_a_plan_are_counted_also_where_nothing_can_be_held_against_them():
    made = report(
        goal(id="g1", working_method=text("40 brukare får besök. 59 personer får stöd, 41 kvinnor och 16 män.")),
        kind=ReportKind.PLAN,
    )
    result = check(made, catalogue(), slow=False)
    assert prose_coverage(made) == (2, 3)
    assert "2 av 3 sifferpåståenden i texten kunde prövas" in result.coverage.sentence
    assert "TXT-111" in {finding.rule for finding in result.findings}


def test_an_area_is_held_against_the_table_of_its_name():
    columns = {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE}
    made = table(columns, [("Netto", RowRole.NET, ["-8 600", "-8 400", "200"])], id="t1", corner="Boende och stöd")
    assert codes(with_rows("Boende och stöd lämnar ett överskott på 200 tkr.", made)) == []
    assert codes(with_rows("Boende och stöd lämnar ett överskott på 300 tkr.", made)) == ["EKO-403"]


def test_what_two_texts_tell_twice_is_no_claim_more():
    made = twice("329 hushåll avslutade sitt bistånd.", "Under året avslutade 329 hushåll sitt bistånd.")
    parts = {part.subject: part.total for part in check(made, catalogue(), slow=False).coverage.parts}
    assert parts["sifferpåståenden i texten"] == 2
    assert not any("två gånger" in subject for subject in parts)
    assert codes(made) == []


@pytest.mark.parametrize(("other", "found"), [("143 st", ["TXT-101"]), ("151 st", [])])
def test_one_indicator_shown_twice_is_one_where_its_rows_are_alike(other, found):
    rows = [indicator(JOBS, id=f"i{n}", outcome=outcome) for n, outcome in enumerate(("143 st", other))]
    goals = [goal(id=f"g{n}", assessment=Assessment.FULL, indicators=(row,)) for n, row in enumerate(rows)]
    summary = section(id="s1", key="summary", text=text("163 ungdomar fick sommarjobb i stadens regi."))
    assert [code for code in codes(report(*goals, sections=(summary,))) if code.startswith("TXT")] == found


@pytest.mark.parametrize(("amount", "found"), [("3,1 mnkr", ["EKO-408"]), ("3,0 mnkr", []), ("3 mnkr", [])])
def test_an_amount_decided_is_that_of_the_body_to_its_last_decimal(amount, found):
    assert codes(decided(amount)) == found
