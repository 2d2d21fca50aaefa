"""Whether a figure reaches its årsmål, and whether anyone says why it does not."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, section, text

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.indicator import Direction
from avstamt.domain.quantity import quantity
from avstamt.domain.report import ReportKind
from avstamt.rules.aims import Verdict, aim_of, judge
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

H, L, N = Direction.HIGHER, Direction.LOWER, Direction.NEAR
REACHED, SHORT, UNKNOWN = Verdict.REACHED, Verdict.SHORT, Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("figure", "target", "direction", "previous", "verdict"),
    [
        ("174 st", "150 st", L, "", SHORT),
        ("174 st", "150 st", H, "", REACHED),
        ("174 st", "150 st", None, "", UNKNOWN),
        ("150 st", "150 st", None, "", REACHED),
        ("15", "15", H, "", REACHED),
        ("37,92", "60 %", H, "", SHORT),
        ("60 %", "60 st", H, "", UNKNOWN),
        ("99,93 %", "100 %", N, "", UNKNOWN),
        ("6,4 %", "< 6,5 %", None, "", REACHED),
        ("6,7 %", "< 6,5 %", None, "", SHORT),
        ("69 %", "minst 70 %", None, "", SHORT),
        ("-1 %", "+/-1 %", None, "", REACHED),
        ("-1,8 %", "+/-1 %", None, "", SHORT),
        ("94 %", "öka", None, "93 %", REACHED),
        ("93 %", "öka", None, "93 %", SHORT),
        ("93 %", "öka", None, "", UNKNOWN),
        ("6,1 %", "minska", None, "6,0 %", SHORT),
        ("6,1 %", "bibehålla", L, "6,0 %", SHORT),
        ("2 kg CO2 per kg livsmedel", "1,6 kg CO2 per kg livsmedel", L, "", SHORT),
        ("-200", "50", H, "", SHORT),
    ],
)
def test_a_figure_against_its_aim(figure, target, direction, previous, verdict):
    assert judge(quantity(figure), aim_of(target, direction, previous)) is verdict


@pytest.mark.parametrize("target", ["", "Tas fram av nämnd/styrelse", "Fastställs 2024", "enligt plan"])
def test_a_cell_that_asks_for_nothing_measurable_is_no_aim(target):
    assert aim_of(target, H, "") is None


def homeless(*, summary="", analysis=None, kind=ReportKind.ANNUAL, own=None, name="Antal hemlösa", cells=()):
    """Return a report where more are homeless than the årsmål."""
    cells = {"outcome": "174 st", "target": "150 st", "direction": L} | dict(cells)
    row = indicator(name, id="i1", analysis=analysis, **cells)
    area = goal("Alla har någonstans att bo", GoalLevel.AREA, id="g1", number="1.2", indicators=(row,))
    unit = goal("Fler får eget boende", id="g2", parent="g1", assessment=Assessment.PARTLY, analysis=own)
    return report(area, unit, kind=kind, sections=(section(id="s1", key="summary", text=text(summary)),))


def messages(made):
    return [finding.message for finding in check(made, catalogue()).findings if finding.rule == "IND-201"]


def test_a_missed_target_without_a_word_is_told_with_both_figures_and_the_direction():
    assert messages(homeless()) == [
        "Utfallet 174 når inte årsmålet 150 (lägre är bättre), och analysen säger inte varför."
    ]


@pytest.mark.parametrize(
    "told",
    [
        {"analysis": "Bostadsbristen har ökat."},
        {"own": "Antalet hemlösa är högre än årsmålet eftersom fler vräks."},
        {"own": "I december var 174 personer utan bostad, vilket beror på bostadsbristen."},
        {"summary": "Antalet hemlösa når inte målet."},
    ],
)
def test_a_missed_target_that_is_explained_somewhere_passes(told):
    assert messages(homeless(**told)) == []


def test_a_figure_that_is_only_repeated_is_no_explanation():
    (message,) = messages(homeless(summary="Antalet hemlösa är 174 personer."))
    assert message.endswith("Texten nämner indikatorn, men säger varken att årsmålet missas eller varför.")


def test_a_reason_further_down_the_paragraph_is_a_reason_for_something_else():
    told = "Antalet hemlösa är 174 personer. Enheten har flyttat. Lokalen är ny. Den blev dyr eftersom hyran höjdes."
    (message,) = messages(homeless(summary=told))
    assert message.endswith("säger varken att årsmålet missas eller varför.")


def test_a_reason_in_the_next_sentence_explains():
    assert not messages(homeless(summary="Antalet hemlösa är 174 personer. Det beror på att fler har vräkts."))


@pytest.mark.parametrize(
    "told",
    [
        "Antalet hemlösa har sjunkit till 174 och når därmed årsmålet.",
        "Antalet hemlösa minskade under året. Det är 174 hemlösa, och årsmålet nås.",
    ],
)
def test_a_text_that_says_that_a_missed_target_is_reached_explains_nothing(told):
    within, over = (homeless(own=told, kind=kind) for kind in (ReportKind.TERTIAL_2, ReportKind.ANNUAL))
    assert "TXT-106" in [one.rule for one in check(over, catalogue()).findings]
    assert messages(over) == []
    assert messages(within) == ["Utfallet 174 når inte årsmålet 150 (lägre är bättre), men texten säger att det nås."]


@pytest.mark.parametrize(
    "told",
    [
        "Antalet hemlösa har sjunkit till 174 och når nästan årsmålet.",
        "Antalet hemlösa är 174, och först nästa år nås årsmålet.",
        "Antalet hemlösa är 174. Antalet platser i härbärgen når årsmålet.",
    ],
)
def test_a_target_that_is_not_said_to_be_reached_by_this_indicator_is_no_false_claim(told):
    assert messages(homeless(own=told, kind=ReportKind.TERTIAL_2)) == []


def test_another_goals_text_counts_only_with_the_figure_beside_the_name():
    def with_other(words):
        made = homeless()
        other = goal("Annat", GoalLevel.AREA, id="g9", number="3.1", analysis=words)
        return made.model_copy(update={"goals": (*made.goals, other)})

    assert messages(with_other("Hemlösa vittnar om vräkningar, därför behövs rådgivning."))
    assert not messages(with_other("De 174 hemlösa är fler än målet, vilket beror på vräkningar."))


def test_within_the_year_the_forecast_is_held_against_the_target():
    reached = homeless(kind=ReportKind.TERTIAL_1, cells={"forecast": "150 st"})
    short = homeless(kind=ReportKind.TERTIAL_1, cells={"forecast": "160 st"})
    assert messages(reached) == []
    assert messages(short)[0].startswith("Prognosen 160 når inte årsmålet 150")


def test_a_count_that_still_grows_is_not_judged_within_the_year():
    growing = {"outcome": "11 st", "target": "15 st", "direction": H}
    made = homeless(kind=ReportKind.TERTIAL_1, name="Antal praktikplatser", cells=growing)
    assert messages(made) == []
    (part,) = [part for part in check(made, catalogue()).coverage.parts if "årsmål" in part.subject]
    assert (part.tried, part.total) == (0, 1)


def test_a_plan_has_no_outcomes_to_judge():
    assert messages(homeless(kind=ReportKind.PLAN)) == []


def test_the_sentence_that_names_the_indicator_is_quoted_at_its_place():
    made = homeless(summary="Enheten har flyttat. Antalet hemlösa är 174 personer. Lokalen är ny.")
    (finding,) = [one for one in check(made, catalogue()).findings if one.rule == "IND-201"]
    quoted = finding.evidence[-1]
    assert quoted.quote == "Antalet hemlösa är 174 personer."
    assert quoted.place.span == (21, 53)


@pytest.mark.parametrize(("previous", "code"), [("190 st", "TXT-102"), ("160 st", "TXT-113"), ("174 st", "TXT-113")])
def test_a_rise_from_more_to_less_is_told_once(previous, code):
    made = homeless(own="Antalet hemlösa ökade från 190 till 174.", cells={"previous": previous})
    assert {one.rule for one in check(made, catalogue()).findings} & {"TXT-102", "TXT-113"} == {code}
