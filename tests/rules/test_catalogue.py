"""What holds for every rule: a page with two examples that are true, and laws on any report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import rich_report
from tests.rules.examples import EXAMPLES
from tests.strategies import reports

from avstamt.domain.finding import Level
from avstamt.domain.place import exists
from avstamt.domain.report import Report
from avstamt.resources import resource
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import parts_of
from avstamt.rules.engine import check
from avstamt.rules.model import Rule
from avstamt.storage.format import load
from avstamt.templates.catalogue import catalogue

EVERY_RULE = pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.code)
LAW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


def found_by(rule: Rule, report: Report):
    everything = check(report, catalogue(), EXAMPLES[rule.code].earlier)
    return [finding for finding in (*everything.findings, *everything.waived) if finding.rule == rule.code]


def test_codes_and_names_are_unique():
    assert len({rule.code for rule in CATALOGUE}) == len(CATALOGUE)
    assert len({rule.name for rule in CATALOGUE}) == len(CATALOGUE)


def test_every_rule_has_an_example_and_every_example_a_rule():
    assert set(EXAMPLES) == {rule.code for rule in CATALOGUE}


@EVERY_RULE
def test_a_rules_page_is_complete(rule):
    page = parts_of(rule)
    assert page.title.endswith(".")
    assert page.why
    assert page.wrong
    assert page.right
    assert rule.basis


@EVERY_RULE
def test_the_wrong_example_is_found(rule):
    assert found_by(rule, EXAMPLES[rule.code].wrong)


@EVERY_RULE
def test_the_right_example_passes(rule):
    assert not found_by(rule, EXAMPLES[rule.code].right)


@EVERY_RULE
def test_the_figures_of_the_page_are_those_of_the_example(rule):
    """The page and the example tell of the same report: its figures occur in both."""
    shown = repr(EXAMPLES[rule.code])
    figures = [
        word.strip("’.,;:") for word in parts_of(rule).wrong.split() if word.strip("’.,;:-").replace(",", "").isdigit()
    ]
    assert all(figure in shown for figure in figures)


@EVERY_RULE
def test_what_a_rule_says_is_a_sentence_with_evidence_that_exists(rule):
    report = EXAMPLES[rule.code].wrong
    for finding in found_by(rule, report):
        assert finding.message[0].isupper() or finding.message[0].isdigit()
        assert finding.message.endswith(".")
        assert "!" not in finding.message + finding.advice
        assert finding.advice.endswith(".")
        assert all(exists(report, evidence.place) for evidence in finding.evidence)
        assert exists(report, finding.place)


@EVERY_RULE
def test_a_fix_removes_its_finding(rule):
    report = EXAMPLES[rule.code].wrong
    for finding in found_by(rule, report):
        if finding.fix:
            assert not [left for left in found_by(rule, finding.fix.apply(report)) if left.place == finding.place]


def test_a_clean_report_gives_nothing():
    assert check(rich_report(), catalogue()).findings == ()


@LAW
@given(reports())
def test_no_rule_raises_and_all_evidence_exists(report):
    for finding in check(report, catalogue()).findings:
        assert exists(report, finding.place)
        assert finding.level in Level


@LAW
@given(reports())
def test_equal_reports_give_equal_findings(report):
    twin = Report.model_validate_json(report.model_dump_json())
    assert told(check(report, catalogue())) == told(check(twin, catalogue()))


@LAW
@given(reports(), st.randoms(use_true_random=False))
def test_findings_do_not_depend_on_the_order_of_siblings(report, random):
    shuffled = reordered(report, lambda nodes: tuple(random.sample(nodes, len(nodes))))
    assert shown(check(report, catalogue())) == shown(check(shuffled, catalogue()))


@pytest.mark.parametrize("number", [4, 18, 23])
def test_one_of_several_equal_rows_is_not_chosen_by_its_place(number):
    """Cells, names, titles and analyses are copied between siblings, so that many are equal but for where they stand."""
    random = Random(number)  # noqa: S311 - a shuffle that is the same every time
    twinned = with_equals(load(resource("samples", "verksamhetsberattelse-2024-enhet.avst").read_bytes()), random)
    shuffled = reordered(twinned, lambda nodes: tuple(random.sample(nodes, len(nodes))))
    assert shown(check(twinned, catalogue(), slow=False)) == shown(check(shuffled, catalogue(), slow=False))


@LAW
@given(reports())
def test_coverage_never_tries_more_than_there_is(report):
    coverage = check(report, catalogue()).coverage
    assert all(0 <= part.tried <= part.total for part in coverage.parts)
    assert str(coverage.total) in coverage.sentence or not coverage.total


def told(result):
    return [(finding.rule, str(finding.place), finding.level, finding.message) for finding in result.findings]


def shown(result):
    """Return what is told of each finding and what is quoted, in whatever order."""
    return {(*line, frozenset(finding.evidence)) for line, finding in zip(told(result), result.findings, strict=True)}


def with_equals(report: Report, random: Random) -> Report:
    """Return the report with every third indicator, activity, goal and row of a table given something of a sibling's."""

    def of_siblings(nodes: Sequence, *fields: str) -> tuple:
        return tuple(
            node.model_copy(update={field: getattr(random.choice(nodes), field)})
            if (field := random.choice((*fields, "", ""))) and hasattr(node, field)
            else node
            for node in nodes
        )

    def lines(table):
        rows = of_siblings(table.rows, "cells")
        return table.model_copy(update={"rows": of_siblings(rows, "label")})

    goals = [
        goal.model_copy(
            update={
                "indicators": of_siblings(goal.indicators, "name", "outcome", "target", "previous", "analysis"),
                "activities": of_siblings(goal.activities, "text", "end", "deviation", "analysis"),
            }
        )
        for goal in report.goals
    ]
    sections = tuple(
        section.model_copy(update={"tables": tuple(map(lines, section.tables))}) for section in report.sections
    )
    alike = of_siblings(of_siblings(goals, "analysis", "assessment"), "title", "expected_result")
    return report.model_copy(update={"goals": alike, "sections": of_siblings(sections, "text")})


def reordered(report: Report, mixed: Callable[[Sequence], tuple]) -> Report:
    """Return the report with goals, indicators, activities, sections and table rows in the order that `mixed` gives."""
    goals = tuple(
        goal.model_copy(update={"indicators": mixed(goal.indicators), "activities": mixed(goal.activities)})
        for goal in report.goals
    )
    sections = tuple(
        section.model_copy(
            update={"tables": mixed([table.model_copy(update={"rows": mixed(table.rows)}) for table in section.tables])}
        )
        for section in report.sections
    )
    return report.model_copy(update={"goals": mixed(goals), "sections": mixed(sections)})
