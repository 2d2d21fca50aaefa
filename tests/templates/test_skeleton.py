"""The empty report of any kind, level and year is whole, valid and ready to be written in."""

from __future__ import annotations

import pytest

from avstamt.domain.economy import EconomyKind
from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.report import OrganisationLevel, Report, ReportKind, preorder
from avstamt.domain.text import EMPTY_TEXT, block_text
from avstamt.templates.catalogue import catalogue
from avstamt.templates.skeleton import empty_goal, numbered_ids, skeleton, with_year

YEARS = (1999, 2016, 2021, 2024, 2025, 2040)
every_report = pytest.mark.parametrize(
    ("kind", "level", "year"),
    [(kind, level, year) for kind in ReportKind for level in OrganisationLevel for year in YEARS],
)


def made(kind: ReportKind, level: OrganisationLevel, year: int) -> Report:
    return skeleton(catalogue(), kind, level, year, "Exempelenheten", "Exempelnämnden", ids=numbered_ids())


@every_report
def test_the_skeleton_is_a_valid_report_that_survives_being_written_down(kind, level, year):
    report = made(kind, level, year)
    assert Report.model_validate_json(report.model_dump_json()) == report


@every_report
def test_sections_stand_in_the_order_and_depth_of_the_template(kind, level, year):
    report = made(kind, level, year)
    template = catalogue().template(kind, level, year)
    expected = [(section.key, with_year(section.title, year)) for section in template.all_sections()]
    assert [(section.key, section.title) for section in report.sections] == expected
    assert [section.key for section, _depth in preorder(report.sections)] == [key for key, _title in expected]


@every_report
def test_no_word_is_left_unfilled(kind, level, year):
    assert "{" not in " ".join(_words(made(kind, level, year)))


@every_report
def test_the_goals_are_kfs_of_the_year_or_none(kind, level, year):
    report = made(kind, level, year)
    mandate = catalogue().city_years(year)
    expected = len(mandate.directions) + len(mandate.areas) if mandate else 0
    assert len(report.goals) == expected
    assert all(goal.locked for goal in report.goals)
    assert [goal.number for goal, _depth in preorder(report.goals)] == sorted(goal.number for goal in report.goals)


@every_report
def test_economy_tables_have_rows_and_columns_and_no_amounts(kind, level, year):
    tables = [table for section in made(kind, level, year).sections for table in section.tables]
    assert tables
    for table in tables:
        assert table.columns
        assert table.rows
        assert not any(row.cells for row in table.rows)


def test_the_same_skeleton_comes_out_with_numbered_ids_and_another_with_random_ones():
    kind, level = ReportKind.TERTIAL_1, OrganisationLevel.COMMITTEE
    assert made(kind, level, 2024) == made(kind, level, 2024)
    assert skeleton(catalogue(), kind, level, 2024).id != skeleton(catalogue(), kind, level, 2024).id


def test_a_committees_report_has_a_front_page_with_its_decisions():
    report = made(ReportKind.TERTIAL_1, OrganisationLevel.COMMITTEE, 2024)
    assert report.title == "Tertialrapport 1 2024 för Exempelenheten"
    assert report.front is not None
    assert report.front.recipient == "Exempelnämnden"
    assert "den 30 april 2024" in block_text(report.front.proposals.blocks[0])


def test_a_units_report_has_no_front_page():
    report = made(ReportKind.ANNUAL, OrganisationLevel.UNIT, 2024)
    assert report.front is None
    assert (report.title, report.organisation) == ("Verksamhetsberättelse 2024", "Exempelenheten")


def test_tables_carry_the_years_they_are_about():
    report = made(ReportKind.TERTIAL_2, OrganisationLevel.COMMITTEE, 2024)
    tables = {table.kind: table for section in report.sections for table in section.tables}
    operating = tables[EconomyKind.OPERATING]
    assert [(column.group, column.year) for column in operating.columns[2:4]] == [
        ("augusti 2023", 2023),
        ("augusti 2024", 2024),
    ]
    assert operating.benchmark == "66,7 %"
    assert tables[EconomyKind.FORECAST].columns[0].title == "Bokslut 2023"


def test_a_new_goal_has_the_headings_that_must_be_filled_in():
    template = catalogue().template(ReportKind.PLAN, OrganisationLevel.UNIT, 2025)
    goal = empty_goal(template.goal(GoalLevel.UNIT), parent="g1")
    filled = {name for name in Goal.model_fields if getattr(goal, name) == EMPTY_TEXT}
    assert filled == {"expected_result", "working_method", "follow_up"}
    assert (goal.parent, goal.assessment, goal.locked) == ("g1", None, False)


def _words(report: Report) -> list[str]:
    words = [report.title, *(section.title for section in report.sections)]
    for section in report.sections:
        for table in section.tables:
            words += [table.title, table.corner, *(f"{column.title} {column.group}" for column in table.columns)]
    return words + ([report.front.proposals.plain] if report.front else [])
