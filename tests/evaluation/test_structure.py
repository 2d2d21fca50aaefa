"""The measure itself is measured: on small reports with invented labels, one fault at a time."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from tests.builders import activity, goal, indicator, report, result_table, section, text
from tests.evaluation.gold import cell_name, read_gold
from tests.evaluation.imported import document
from tests.evaluation.matching import Score, align, alike
from tests.evaluation.printing import structure_json, structure_text
from tests.evaluation.structure import FIGURES, compare

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import Report
from avstamt.domain.section import Section
from avstamt.importers.model import Import, Noise

LABELS = {
    "kind": "VB",
    "year": 2024,
    "organisation": "Enheten för rådgivning",
    "level": "enhet",
    "sections": [
        {"title": "Innehållsförteckning", "depth": 1, "has_text": False, "line": 1},
        {"title": "Sammanfattande analys", "depth": 1, "has_text": True, "line": 3},
        {"title": "Läget i augusti", "depth": 2, "has_text": True, "line": 5, "inline": True},
        {"title": "Telefonen", "depth": 2, "has_text": True, "line": 40, "goal": "g2"},
        {"title": "Uppföljning av ekonomi", "depth": 1, "has_text": True, "line": 90},
    ],
    "goals": [
        {"id": "g1", "parent": None, "level": "inriktningsmål", "number": "1", "title": "En stad  för alla",
         "assessment": None, "fields": [], "line": 10},
        {"id": "g2", "parent": "g1", "level": "nämndmål", "number": "1.1.1", "title": "Alla får svar",
         "assessment": "Uppfylls ej", "fields": ["Beskrivning", "Analys"], "line": 20},
    ],
    "indicators": [
        {"goal": "g2", "name": "Andel svar", "line": 50, "analysis": "Svaren " + "kommer sent " * 6 + "o",
         "values": {"Periodens utfall": "80 %", "Utfall män/ pojkar": None, "KF:s årsmål": "90 %", "Period": "2024"}},
    ],
    "activities": [
        {"goal": "g2", "text": "Öva svar", "start": "2024-01-01", "end": "2024-12-31", "deviation": "Avvikelse",
         "analysis": "Kort.", "line": 60},
    ],
    "tables": [
        {"section": "Uppföljning av ekonomi", "columns": ["Tkr", "Budget", "Utfall", "Avvikelse"], "line": 91,
         "rows": [["Intäkter", "1 200", "1 250", "50"], ["Kostnader", "-9 800", "-9 650", "150"],
                  ["Netto", "-8 600", "-8 400", "200"]]},
    ],
}  # fmt: skip


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "liten.struktur.json"
    path.write_text(json.dumps(LABELS), encoding="utf-8")
    return read_gold(path)


def row() -> Indicator:
    analysis = text("Svaren " + "kommer sent " * 6, "och det märks.")
    return indicator("Andel svar", outcome="80 %", city_target="90\u00a0%", period="2024", analysis=analysis)


def task() -> Activity:
    return activity("Öva svar", deviation=True, analysis="Kort.")


def goals(**fields: Any) -> tuple[Goal, Goal]:
    ours = {
        "number": "1.1.1.",
        "parent": "m1",
        "assessment": Assessment.NOT,
        "description": text(),
        "analysis": text("## Telefonen", "Kön är lång."),
        "indicators": (row(),),
        "activities": (task(),),
    } | fields
    top = goal("En stad för alla", GoalLevel.DIRECTION, id="m1", number="1")
    return top, goal("Alla får svar", GoalLevel.COMMITTEE, id="m2", **ours)


def sections() -> tuple[Section, ...]:
    return (
        section(text=text("Ett år.", "## Läget i augusti", "Varmt.")),
        section("Uppföljning av ekonomi", tables=(result_table(corner="Tkr"),)),
    )


def scores(gold, made: Report) -> dict[str, Score]:
    noise = (Noise(1, "Innehållsförteckning", "innehållsförteckning"),)
    return compare(gold, document([Import(made, noise=noise)]))


def faults(found: dict[str, Score]) -> set[str]:
    return {name for name, score in found.items() if score.misses}


def test_a_report_read_rightly_has_no_fault(gold):
    found = scores(gold, report(*goals(), sections=sections()))
    assert {name: score.misses for name, score in found.items() if score.misses} == {}
    assert all(score.precision == score.recall == 1.0 for score in found.values())


@pytest.mark.parametrize(
    ("fields", "figures"),
    [
        ({"number": "1.1.2"}, {"goals", "goal_numbers"}),
        ({"parent": None}, {"goal_parents"}),
        ({"assessment": Assessment.FULL}, {"assessments"}),
        ({"assessment": None}, {"assessments"}),
        ({"description": None}, {"fields"}),
        ({"follow_up": text()}, {"fields"}),
        ({"analysis": text("Telefonen")}, {"sections"}),
        ({"analysis": text("## Telefonen", "## Besöken")}, {"sections", "section_texts"}),
        ({"indicators": ()}, {"indicator_names", "indicator_cells", "indicator_cells_filled", "indicator_analyses"}),
        ({"activities": ()}, {"activities", "activity_dates", "deviations", "activity_analyses"}),
    ],
)
def test_one_fault_in_a_goal_costs_in_its_own_figures_only(gold, fields, figures):
    assert faults(scores(gold, report(*goals(**fields), sections=sections()))) == figures


def test_an_invented_goal_costs_precision_and_not_recall(gold):
    extra = goal("Något helt annat", GoalLevel.UNIT, id="m3", parent="m2")
    found = scores(gold, report(*goals(), extra, sections=sections()))["goals"]
    assert (found.recall, round(found.precision, 2)) == (1.0, 0.67)


def test_a_value_in_the_wrong_column_is_missed_and_invented(gold):
    wrong = row().model_copy(update={"outcome": "", "outcome_men": "80 %"})
    found = scores(gold, report(*goals(indicators=(wrong,)), sections=sections()))
    assert (found["indicator_cells"].right, found["indicator_cells"].n) == (2, 4)
    filled = found["indicator_cells_filled"]
    assert (filled.right, filled.n, filled.claimed) == (2, 3, 3)


def test_a_value_outside_the_printed_columns_is_invented(gold):
    wrong = row().model_copy(update={"forecast": "85 %"})
    found = scores(gold, report(*goals(indicators=(wrong,)), sections=sections()))["indicator_cells"]
    assert (found.recall, found.precision) == (1.0, 0.8)


def test_an_indicator_under_the_wrong_goal_is_a_wrong_name_with_right_cells(gold):
    top, low = goals(indicators=())
    top = top.model_copy(update={"indicators": (row(),)})
    assert faults(scores(gold, report(top, low, sections=sections()))) == {"indicator_names"}


def test_a_long_analysis_is_held_to_its_beginning_and_a_short_one_to_all_of_it(gold):
    longer = task().model_copy(update={"analysis": text("Kort. Men inte så kort.")})
    other = row().model_copy(update={"analysis": text("Svaren kommer fort.")})
    found = scores(gold, report(*goals(indicators=(other,), activities=(longer,)), sections=sections()))
    assert faults(found) == {"activity_analyses", "indicator_analyses"}


def test_a_missing_column_costs_its_own_cells_only(gold):
    whole = result_table(corner="Tkr")
    rows = tuple(r.model_copy(update={"cells": tuple(c for c in r.cells if c.id != "c2")}) for r in whole.rows)
    narrow = whole.model_copy(update={"columns": (whole.columns[0], whole.columns[2]), "rows": rows})
    first, second = sections()
    found = scores(gold, report(*goals(), sections=(first, second.model_copy(update={"tables": (narrow,)}))))
    assert faults(found) == {"tables", "economy_columns", "economy_cells", "economy_cells_filled"}
    assert (found["economy_cells"].right, found["economy_cells"].claimed, found["economy_cells"].n) == (6, 6, 9)


def test_a_heading_the_labels_list_apart_is_no_section(gold):
    apart = [replace(h, inline=h.title == "Läget i augusti") for h in gold.headings]
    labelled = replace(gold, headings=tuple(apart))
    found = scores(labelled, report(*goals(), sections=sections()))
    assert (found["sections"].n, found["inline_headings"].n) == (4, 1)
    assert faults(found) == set()


def test_nothing_imported_means_that_all_is_missed_and_nothing_is_invented(gold):
    found = compare(gold, document([]))
    assert all(score.recall == 0.0 for score in found.values() if score.n)
    assert all(score.claimed == 0 for score in found.values())


def test_pairs_do_not_cross_and_leave_what_is_alone_alone():
    assert align("abcd", "xbda", alike, 0.9) == [
        ("a", None),
        (None, "x"),
        ("b", "b"),
        ("c", None),
        ("d", "d"),
        (None, "a"),
    ]


@pytest.mark.parametrize(
    ("head", "name"),
    [
        ("Periodens utfall", "outcome"),
        ("Utfall män/ pojkar", "outcome_men"),
        ("Utfall kvinnor/ flickor", "outcome_women"),
        ("Periodens utfall VB 2015", "previous"),
        ("Utfall VB 2023", "previous"),
        ("Prognos helår", "forecast"),
        ("Årsmål", "target"),
        ("KF:s årsmål", "city_target"),
        ("Period", "period"),
        ("Periodicitet", "periodicity"),
    ],
)
def test_every_printed_head_is_known_by_the_cell_it_stands_over(head, name):
    assert cell_name(head) == name


def test_the_figures_come_as_json_and_as_lines_with_every_miss(gold):
    found = {"liten": scores(gold, report(*goals(number="9"), sections=sections()))}
    made = structure_json(found)
    assert set(made["total"]) == set(FIGURES)
    assert made["total"]["goals"] == {"precision": 0.5, "recall": 0.5, "n": 2}
    assert made["reports"]["liten"]["goals"] == made["total"]["goals"]
    assert "goal_numbers: rad 20 Alla får svar: ’1.1.1’ → ’9’" in made["reports"]["liten"]["misses"]
    assert any("’1.1.1’ → ’9’" in line for line in structure_text(found))
