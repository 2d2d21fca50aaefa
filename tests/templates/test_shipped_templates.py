"""The shipped templates hold what the city's reports hold, and tell the writer what to write in every field."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml

from avstamt.domain.activity import Activity
from avstamt.domain.economy import ColumnRole, EconomyKind, RowRole
from avstamt.domain.goal import GOAL_TEXTS, GoalLevel
from avstamt.domain.indicator import Indicator
from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.domain.section import FrontPage
from avstamt.resources import resource
from avstamt.templates.catalogue import catalogue
from avstamt.templates.template import SectionTemplate, Template

TEMPLATES = catalogue().templates
each_template = pytest.mark.parametrize(
    "template", TEMPLATES, ids=lambda t: f"{t.kind.value}-{t.level.value}-{t.first_year}"
)


def guidances(template: Template) -> Iterator[tuple[str, str]]:
    for section in template.all_sections():
        yield f"section {section.key}", section.guidance
        yield from ((f"table {table.kind} in {section.key}", table.guidance) for table in section.tables)
    for goal in template.goals:
        yield f"goal {goal.level}", goal.guidance
        if goal.assessed:
            yield f"assessment of {goal.level}", goal.assessment_guidance
        yield from ((f"{field.name} of {goal.level}", field.guidance) for field in goal.fields)
    for column in (*template.indicator_columns, *template.activity_columns):
        yield f"column {column.name}", column.guidance
    for field in (template.indicator_analysis, template.activity_analysis, *(template.front or NO_FRONT).fields):
        if field is not None:
            yield f"field {field.name}", field.guidance


class NO_FRONT:  # noqa: N801 - stands where a template has no front page
    fields = ()


@each_template
def test_every_field_column_section_assessment_and_table_says_what_to_write(template):
    for what, guidance in guidances(template):
        assert 20 <= len(guidance) <= 330, f"{what}: {guidance}"
        assert guidance.endswith((".", "”")), f"{what}: {guidance}"
        assert guidance[0].isupper(), f"{what}: {guidance}"
        assert "!" not in guidance, what


@each_template
def test_guidance_has_no_trace_of_the_file_it_is_kept_in(template):
    for what, guidance in guidances(template):
        assert not re.search(r"[{}<>]|\s{2}|\n|''|\"", guidance), f"{what}: {guidance}"


@each_template
def test_no_two_goal_texts_or_sections_share_their_words(template):
    words = Counter(guidance for what, guidance in guidances(template) if not what.startswith(("goal", "column")))
    assert [guidance for guidance, count in words.items() if count > 1] == []


@each_template
def test_fields_and_columns_are_those_of_the_domain(template):
    for goal in template.goals:
        names = [field.name for field in goal.fields]
        assert names == [name for name in GOAL_TEXTS if name in names], "texts stand in the order they print"
    assert {column.name for column in template.indicator_columns} <= set(Indicator.model_fields)
    assert {column.name for column in template.activity_columns} <= set(Activity.model_fields)
    if template.front:
        assert [field.name for field in template.front.fields] == list(FrontPage.model_fields)


@each_template
def test_a_plan_asks_for_targets_a_tertial_report_for_a_forecast_and_an_annual_report_for_neither(template):
    columns = [column.name for column in template.indicator_columns]
    expected = {
        ReportKind.PLAN: ["name", "target", "city_target", "periodicity"],
        ReportKind.ANNUAL: [
            "name", "outcome", "outcome_men", "outcome_women", "previous", "target", "city_target", "period",
        ],
    }  # fmt: skip
    tertial = [*expected[ReportKind.ANNUAL][:5], "forecast", "target", "city_target", "period"]
    assert columns == expected.get(template.kind, tertial)
    deviation = [column.name for column in template.activity_columns][3:]
    assert deviation == ([] if template.kind is ReportKind.PLAN else ["deviation"])


@each_template
def test_only_reports_after_the_fact_assess_and_analyse(template):
    plan = template.kind is ReportKind.PLAN
    unit = template.goal(GoalLevel.UNIT)
    texts = {field.name for field in unit.fields}
    assert unit.assessed is not plan
    assert ("analysis" in texts) is not plan
    assert (template.indicator_analysis is None) is plan
    if plan and template.level is OrganisationLevel.UNIT:
        assert {"working_method", "resource_use", "follow_up", "development"} <= texts


@each_template
def test_goals_above_the_writers_own_level_are_locked(template):
    own = GoalLevel.UNIT if template.level is OrganisationLevel.UNIT else GoalLevel.COMMITTEE
    for goal in template.goals:
        assert goal.locked is (goal.level.depth < own.depth)


@each_template
def test_prefixes_are_those_that_are_printed(template):
    assert [goal.prefix for goal in template.goals] == [
        "KF:s inriktningsmål:",
        "KF:s mål för verksamhetsområdet:",
        "Nämndmål:",
        "Enhetsmål:",
    ]


@each_template
def test_the_goal_tree_has_one_place(template):
    assert sum(section.holds_goals for section in template.all_sections()) == 1


@each_template
def test_only_a_committee_has_a_front_page_and_it_asks_for_decisions(template):
    assert (template.front is not None) is (template.level is OrganisationLevel.COMMITTEE)
    if template.front:
        assert template.front.proposals[-1] == "Paragrafen justeras omedelbart."


@each_template
def test_the_economy_has_the_tables_of_its_kind_and_level(template):
    kinds = {table.kind for section in template.all_sections() for table in section.tables}
    unit = {EconomyKind.RESULT}
    committee = {EconomyKind.OPERATING, EconomyKind.FORECAST, EconomyKind.INVESTMENT}
    assert kinds == (unit if template.level is OrganisationLevel.UNIT else committee)


@each_template
def test_economy_tables_end_in_their_total_and_columns_are_told_apart(template):
    for section in template.all_sections():
        for table in section.tables:
            assert table.rows[-1].role in {RowRole.NET, RowRole.TOTAL}
            heads = [(column.group, column.title) for column in table.columns]
            assert len(set(heads)) == len(heads)
            assert all(column.role is not ColumnRole.OTHER for column in table.columns)


@each_template
def test_an_alias_stands_for_one_section_among_its_siblings(template):
    def siblings(sections: tuple[SectionTemplate, ...]) -> Iterator[tuple[SectionTemplate, ...]]:
        yield sections
        for section in sections:
            yield from siblings(section.sections)

    for group in siblings(template.sections):
        titles = Counter(title for section in group for title in {section.title, *section.aliases})
        assert [title for title, count in titles.items() if count > 1] == []


def test_a_section_keeps_its_key_in_every_report():
    by_title: dict[str, set[str]] = {}
    for template in TEMPLATES:
        for section in template.all_sections():
            if section.title not in {"", "Övrigt", "Resursanvändning"}:
                by_title.setdefault(section.title, set()).add(section.key)
    assert {title: keys for title, keys in by_title.items() if len(keys) > 1} == {}


def test_each_kind_and_level_is_told_other_things_about_its_goals():
    for level in (GoalLevel.UNIT, GoalLevel.COMMITTEE):
        texts = {
            tuple(field.guidance for field in template.goal(level).fields)
            for template in TEMPLATES
            if template.first_year >= 2023 or template.kind is ReportKind.PLAN
        }
        assert len(texts) >= 4


def test_every_template_says_where_it_is_known_from():
    assert all(len(template.source) > 20 for template in TEMPLATES)


def test_no_shared_part_lies_unused():
    folder = resource("templates")
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.yaml"))]
    used = {name for text in texts for name in re.findall(r"\buse: ([\w-]+)", text)}
    defined = {name for path in (folder / "parts").glob("*.yaml") for name in yaml.safe_load(path.read_text("utf-8"))}
    assert sorted(defined - used) == []
