"""Rules that planted slips called for: what they find, and what they leave alone."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, section, table, text
from tests.rules.examples_figures import aimed, victims
from tests.rules.examples_texts import analysed, numbered, planned

from avstamt.domain.economy import ColumnRole as C
from avstamt.domain.economy import RowRole as R
from avstamt.domain.economy import Unit
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def found(made, code):
    return [one for one in check(made, catalogue(), slow=False).findings if one.rule == code]


def with_columns(columns, rows):
    made = table(columns, rows, id="t1", unit=Unit.TKR)
    return report(id="r1", sections=(section("Ekonomi", id="s1", tables=(made,)),))


def years(columns: dict[str, str]) -> Report:
    roles = {"b": C.BUDGET, "u": C.OUTCOME, "p": C.FORECAST, "a": C.VARIANCE}
    heads = {title: roles[key[0]] for key, title in columns.items()}
    return with_columns(heads, [("Kostnader", R.COST, ["1 000"] * len(heads))])


@pytest.mark.parametrize(
    "columns",
    [
        {"b": "Budget 2023", "p": "Prognos 2024", "a": "Avvikelse"},
        {"b": "Budget 2024", "p": "Prognos 2023", "a": "Avvikelse"},
        {"b1": "Budget 2022", "b2": "Budget 2024"},
        {"b": "Budget 2023", "u": "Utfall 2023"},
    ],
)
def test_a_column_of_the_wrong_year_is_found(columns):
    assert found(years(columns), "TID-117")


@pytest.mark.parametrize(
    "columns",
    [
        {"b": "Budget 2024", "p": "Prognos 2024", "a": "Avvikelse"},
        {"b1": "Budget 2023", "b2": "Budget 2024"},
        {"u1": "Utfall 2023", "b": "Budget 2024", "u2": "Utfall 2024"},
        {"b": "Budget", "u": "Utfall", "a": "Avvikelse"},
        {"b1": "Budget 2024", "b2": "Plan 2025"},
    ],
)
def test_the_year_before_may_stand_beside_this_one(columns):
    assert not found(years(columns), "TID-117")


@pytest.mark.parametrize(
    "said",
    [
        "Prognosen för 2024 är i balans.",
        "Jämfört med prognosen för 2023 är utfallet lägre.",
        "Budgeten för 2023 var 77 100 tkr.",
        "Budgeten för 2023–2025 är 9,0 mnkr.",
        "Nettobudgeten för 2024 är högre än budgeten för 2023.",
        "Av budgeten för 2022 återstod 0,4 mnkr vid årets slut, som överfördes till året därpå.",
        "Enligt budget 2023 skulle uppdraget redovisas i december.",
        "Enligt verksamhetsplan 2022 har enheten en plats i styrgruppen.",
        "Uppdraget gavs genom budget 2022 och ska redovisas under 2024.",
    ],
)
def test_what_was_budgeted_before_may_be_told(said):
    assert not found(analysed(said), "TID-118")


@pytest.mark.parametrize(
    "said",
    [
        "Nettobudgeten för 2023 är 77 100 tkr, 1 200 tkr mer än året innan.",
        "Av budgeten för 2023 återstod 0,4 mnkr vid årets slut.",
        "Enligt budget 2023 ska nämnden redovisa uppdraget i december.",
    ],
)
def test_an_old_budget_is_not_told_as_the_present_one(said):
    assert found(analysed(said), "TID-118")


@pytest.mark.parametrize(("cells", "wrong"), [(["-500", "480"], True), (["-500", "2"], False), (["500", "480"], False)])
def test_a_cost_does_not_turn_its_sign_from_column_to_column(cells, wrong):
    made = with_columns({"Budget": C.BUDGET, "Utfall": C.OUTCOME}, [("Kostnader", R.COST, cells)])
    assert bool(found(made, "EKO-103")) is wrong


def test_a_turned_variance_is_found_by_the_net_that_goes_the_other_way():
    columns = {"Budget": C.BUDGET, "Utfall": C.OUTCOME, "Avvikelse": C.VARIANCE}
    rows = [
        ("Intäkter", R.INCOME, ["1 200", "1 350", "-150"]),
        ("Kostnader", R.COST, ["-48 600", "-47 900", "700"]),
        ("Netto", R.NET, ["-47 400", "-46 550", "850"]),
    ]
    assert ["Intäkter" in one.message for one in found(with_columns(columns, rows), "EKO-201")] == [True]
    rows[0] = ("Intäkter", R.INCOME, ["1 200", "1 350", "150"])
    assert not found(with_columns(columns, rows), "EKO-201")


def test_a_number_that_begins_otherwise_than_the_one_above_is_told_once():
    assert len(found(numbered("1.3.1", "1.2.2"), "LUC-137")) == 1
    assert not found(numbered("1.2.1", "1.2.2."), "LUC-137")
    assert not found(numbered("1", "2"), "LUC-137")


@pytest.mark.parametrize(
    ("analysis", "asked"),
    [
        ("Målet nås inte i år heller.", True),
        ("Mätningen gjordes inte.", False),
        ("Utfallet är 81 procent.", False),
        ("Se texten ovan.", False),
    ],
)
def test_a_missing_outcome_asks_for_a_word_of_it(analysis, asked):
    row = indicator("Andel nöjda besökare", id="i1", target="80 %", analysis=analysis)
    made = report(goal(id="g1", assessment=Assessment.FULL, analysis="Kön är borta.", indicators=(row,)), id="r1")
    assert bool(found(made, "FYL-105")) is asked


@pytest.mark.parametrize(("outcome", "odd"), [("81,0 %", True), ("8,1 %", False), ("20 %", False)])
def test_a_lost_decimal_mark_is_found_though_there_is_an_analysis(outcome, odd):
    row = indicator(
        "Sjukfrånvaro", id="i1", outcome=outcome, previous="8,0 %", target="7,5 %", analysis="Den ligger stilla."
    )
    made = report(goal(id="g1", assessment=Assessment.FULL, analysis="Kön är borta.", indicators=(row,)), id="r1")
    assert bool(found(made, "IND-411")) is odd


@pytest.mark.parametrize(
    ("above", "told"), [(Assessment.NOT, True), (Assessment.PARTLY, False), (Assessment.FULL, False)]
)
def test_a_goal_of_others_asks_only_where_all_below_stand_at_the_other_end(above, told):
    below = (
        goal(
            f"Mål {n}",
            GoalLevel.COMMITTEE,
            id=f"g{n}",
            parent="g0",
            number=f"1.2.{n}",
            assessment=Assessment.FULL,
            analysis="Kön är borta.",
        )
        for n in (1, 2)
    )
    made = report(
        goal("KF", GoalLevel.AREA, id="g0", number="1.2", assessment=above, analysis="Året är slut."), *below, id="r1"
    )
    assert bool(found(made, "BED-222")) is told


@pytest.mark.parametrize(
    ("first", "second", "broken"),
    [
        ("Enheten har under året arbetat tillsammans med polisen och", "Nästa stycke börjar här.", True),
        ("Enheten har under året arbetat tillsammans med polisen och", "skolorna i området.", False),
        ("Av dem som svarade på enkäten i maj svarade 72 procent ja och", "18 procent nej.", False),
        ("Enheten har under hela året haft kontakt genom besök hos", "Nästa stycke börjar här.", True),
    ],
)
def test_a_paragraph_that_breaks_off_is_found_unless_the_next_goes_on(first, second, broken):
    assert bool(found(analysed(first, second), "LUC-111")) is broken


def test_a_stop_is_missed_after_several_sentences_and_between_thousands_it_is_not_wanted():
    assert found(analysed("Kön är borta. De nya lokalerna i hörnhuset fungerade"), "SPR-107")
    assert not found(analysed("Kön är borta. De nya lokalerna i hörnhuset fungerade."), "SPR-107")
    assert found(analysed("Boendet kostade 2.600 tkr."), "SPR-110")
    assert not found(analysed("Enligt mål 1.2.1 är kapitel 2.13 klart, version 3.100.2."), "SPR-110")
    assert found(analysed("Årsmålet är 80procent."), "SPR-110")


@pytest.mark.parametrize(
    "said",
    [
        "Av besökarna var 43 % flickor och 57 % pojkar.",
        "Av besökarna var 33,3 % flickor och 66,6 % pojkar.",
        "Andelen nöjda är 80 % kvinnor och 75 % män.",
        "Andelen som känner sig trygga var 80 % flickor och 85 % pojkar.",
    ],
)
def test_shares_of_different_wholes_need_not_make_a_hundred(said):
    assert not found(analysed(said), "TXT-115")


@pytest.mark.parametrize("said", ["93 av dem var kvinnor", "de flesta av dem var kvinnor", "elva av 20 var kvinnor"])
def test_what_is_told_of_a_sex_as_in_the_row_is_left_alone(said):
    assert not found(victims(said), "TXT-116")


def test_a_target_of_a_plan_is_held_against_the_table_and_another_unit_is_not():
    row = indicator("Andel hushåll med aktuell planering", id="i1", target="80 %")
    plan = planned(expected_result="Minst 85 procent av hushållen har en aktuell planering.", indicators=(row,))
    assert plan.kind is ReportKind.PLAN
    assert found(plan, "TXT-117")
    assert not found(
        planned(expected_result="Minst 85 hushåll får en aktuell planering.", indicators=(row,)), "TXT-117"
    )
    assert not found(planned(expected_result="Minst 85 procent av besöken är bokade.", indicators=(row,)), "TXT-117")
    assert not found(aimed("6,5"), "TXT-117")


def test_a_placeholder_in_brackets_is_found_and_a_remark_in_brackets_is_not():
    assert found(analysed("Året är slut. [Text ska in här]"), "FYL-104")
    assert not found(analysed("Året är slut [enligt beslut i maj]."), "FYL-104")


def test_an_assessment_told_word_for_word_twice_in_one_text_is_found():
    said = "Nämnden gör bedömningen att nämndmålet kommer att uppnås under året, eftersom väntetiden har kortats."
    assert found(analysed(said, "Kön är borta.", said), "UPP-101")


def test_goals_counted_under_a_heading_that_names_the_goal_above_are_those_below_it():
    def made(count):
        goals = [
            goal(
                "Ett grönt och fossilfritt Stockholm",
                GoalLevel.DIRECTION,
                id="g0",
                number="2",
                assessment=Assessment.FULL,
                analysis="Nås.",
            )
        ]
        goals += [
            goal(
                f"Område {n}",
                GoalLevel.AREA,
                id=f"g{n}",
                parent="g0",
                number=f"2.{n}",
                assessment=Assessment.FULL,
                analysis="Nås.",
            )
            for n in (1, 2, 3)
        ]
        words = text("## Ett grönt och fossilfritt Stockholm", f"De {count} målen väntas uppfyllas helt.")
        summary = section(id="s1", key="summary", text=words)
        return report(
            *goals, id="r1", kind=ReportKind.TERTIAL_1, level=OrganisationLevel.COMMITTEE, sections=(summary,)
        )

    assert found(made("fyra"), "BED-221")
    assert not found(made("tre"), "BED-221")
