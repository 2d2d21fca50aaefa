"""The shipped samples are those their source makes, are complete, and carry the slips that are listed and no other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from avstamt.domain.goal import Goal, GoalLevel
from avstamt.domain.indicator import INDICATOR_FIGURES
from avstamt.domain.place import Place
from avstamt.domain.report import OrganisationLevel, Report, ReportKind
from avstamt.importers.text import read_text
from avstamt.resources import resource
from avstamt.rules.engine import check
from avstamt.storage.format import load
from avstamt.templates.catalogue import catalogue

ROOT = Path(__file__).resolve().parents[2]
FAULTY = "verksamhetsberattelse-2024-enhet.avst"
CLEAN = "verksamhetsberattelse-2024-utan-brister.avst"
PLAN = "verksamhetsplan-2025-enhet.avst"
TERTIAL = "tertialrapport-1-2024-namnd.avst"
REPORTS = (FAULTY, CLEAN, PLAN, TERTIAL)


def sample(name: str) -> Report:
    return load(resource("samples", name).read_bytes())


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    source = ROOT / "packaging" / "make_samples.py"
    if not source.exists():
        pytest.skip("Exemplens källa (packaging/make_samples.py) ligger inte bredvid testerna.")
    folder = tmp_path_factory.mktemp("samples")
    subprocess.run([sys.executable, str(source), str(folder)], check=True, cwd=ROOT)
    return folder


def test_the_shipped_files_are_those_the_source_makes(made):
    names = sorted(path.name for path in made.iterdir())
    assert names == sorted(path.name for path in resource("samples").iterdir())
    for name in names:
        shipped, new = resource("samples", name).read_bytes(), (made / name).read_bytes()
        same = load(shipped) == load(new) if name.endswith(".avst") else shipped == new
        assert same, f"{name}: kör python packaging/make_samples.py"


@pytest.mark.parametrize("name", REPORTS)
def test_every_goal_of_kf_is_the_years_own(name):
    report = sample(name)
    mandate = catalogue().city_years(report.year)
    assert mandate is not None
    known = {(goal.number, goal.title) for goal in (*mandate.directions, *mandate.areas)}
    kf = [goal for goal in report.goals if goal.level in {GoalLevel.DIRECTION, GoalLevel.AREA}]
    assert kf
    assert {(goal.number, goal.title) for goal in kf} <= known


@pytest.mark.parametrize("name", REPORTS)
def test_sections_are_those_of_the_template_in_its_order(name):
    report = sample(name)
    template = catalogue().template(report.kind, report.level, report.year)
    keys = [section.key for section in report.sections if section.key]
    assert keys == [section.key for section in template.all_sections()]


@pytest.mark.parametrize("name", [CLEAN, PLAN, TERTIAL])
def test_what_the_template_requires_is_written(name):
    report = sample(name)
    template = catalogue().template(report.kind, report.level, report.year)
    for section in report.sections:
        shape = template.section(section.key)
        if shape and shape.required:
            assert section.tables or not section.text.is_empty, section.title
    own = GoalLevel.UNIT if report.level is OrganisationLevel.UNIT else GoalLevel.COMMITTEE
    for goal in (goal for goal in report.goals if goal.level is own):
        shape = template.goal(own)
        missing = [field.label for field in shape.fields if field.required and _is_empty(goal, field.name)]
        assert (goal.title, missing) == (goal.title, [])
        assert (goal.assessment is not None) is shape.assessed


def test_the_annual_report_is_of_realistic_length():
    report = sample(CLEAN)
    assert (report.kind, report.level, report.year) == (ReportKind.ANNUAL, OrganisationLevel.UNIT, 2024)
    assert sum(goal.level is GoalLevel.UNIT for goal in report.goals) == 8
    assert sum(len(goal.indicators) for goal in report.goals) >= 14
    assert sum(len(goal.activities) for goal in report.goals) >= 12
    assert sum(len(section.tables) for section in report.sections) == 2


def test_the_faulty_report_differs_from_the_clean_one_exactly_where_it_says():
    slips = yaml.safe_load((ROOT / "packaging/samples/verksamhetsberattelse-2024.yaml").read_text("utf-8"))["slips"]
    readme = resource("samples", "README.md").read_text(encoding="utf-8")
    assert 8 <= len(slips) <= 12
    assert all(slip["place"] in readme for slip in slips)
    assert len(set(_leaves(sample(FAULTY))) ^ set(_leaves(sample(CLEAN)))) >= len(slips)
    changed = {_node(place) for place, _value in set(_leaves(sample(FAULTY))) ^ set(_leaves(sample(CLEAN)))}
    assert len(changed) == len(slips)


def test_the_text_sample_holds_every_word_of_the_report():
    text = resource("samples", "verksamhetsberattelse-2024-enhet.txt").read_text(encoding="utf-8")
    words = set(text.replace("-", "\u2212").split())
    report = sample(FAULTY)
    for goal in report.goals:
        for field in ("title", "analysis"):
            value = getattr(goal, field)
            said = value if isinstance(value, str) else value.plain if value else ""
            assert set(said.replace("-", "\u2212").split()) <= words


def test_the_tertial_report_has_front_page_and_all_economy_tables():
    report = sample(TERTIAL)
    assert report.front is not None
    assert len(report.front.proposals.blocks) == 4
    assert report.front.officers[0].email.endswith(".example")
    assert [table.kind.value for section in report.sections for table in section.tables] == [
        "driftbudget",
        "prognos",
        "investeringar",
    ]
    headings = [section.title for section in report.sections if not section.key]
    assert len(headings) == 6


def test_the_text_sample_is_imported_as_the_report_it_was_made_from():
    path = resource("samples", "verksamhetsberattelse-2024-enhet.txt")
    (result,) = read_text(path.read_text(encoding="utf-8"), path.name, catalogue())
    assert result.problems == ()
    assert [_printed(goal) for goal in result.report.goals] == [_printed(goal) for goal in sample(FAULTY).goals]


@pytest.mark.parametrize(("name", "findings"), [(CLEAN, 0), (PLAN, 0), (TERTIAL, 3)])
def test_the_rules_find_what_is_listed_and_nothing_else(name, findings):
    assert [finding.message for finding in check(sample(name), catalogue()).findings][findings:] == []
    assert len(check(sample(name), catalogue()).findings) == findings


def test_the_figure_that_the_summary_has_wrong_is_found():
    told = [finding for finding in check(sample(FAULTY), catalogue()).findings if finding.rule == "TXT-101"]
    assert [[evidence.quote for evidence in finding.evidence][-1] for finding in told] == ["6,8\u00a0%"]
    assert "6,3 procent" in told[0].message


def test_the_rules_find_slips_in_the_faulty_report_only_where_they_are_planted():
    planted = {_node(place) for place, _value in set(_leaves(sample(FAULTY))) ^ set(_leaves(sample(CLEAN)))}
    found = [finding.place for finding in check(sample(FAULTY), catalogue()).findings]
    assert len(found) >= 10
    assert [
        place for place in found if not any(place.path[: len(_around(node))] == _around(node) for node in planted)
    ] == []


def _around(node: tuple[str, ...]) -> tuple[str, ...]:
    """Return where a slip in a node may be noticed: a wrong cell in a table is noticed anywhere in the table."""
    return node[:4]


def _printed(goal: Goal) -> tuple[object, ...]:
    rows = [[getattr(row, name) for name in INDICATOR_FIGURES] for row in goal.indicators]
    tasks = [(task.text, task.start, task.end, task.deviation) for task in goal.activities]
    analyses = [row.analysis.plain if row.analysis else "" for row in (*goal.indicators, *goal.activities)]
    said = (goal.level, goal.normal_number, goal.title, goal.assessment, rows, tasks, analyses)
    return tuple(_typed(str(part)) for part in said)


def _typed(text: str) -> str:
    return text.replace("\\xa0", " ").replace("\u00a0", " ").replace("\u2212", "-")


def _is_empty(goal: Goal, name: str) -> bool:
    value = getattr(goal, name)
    return value is None or value.is_empty


def _leaves(report: Report) -> list[tuple[Place, str]]:
    return list(_walk(report, Place()))


def _walk(value, place):
    fields = type(value).model_fields if hasattr(type(value), "model_fields") else ()
    if isinstance(value, tuple):
        for number, child in enumerate(value):
            yield from _walk(child, place / (getattr(child, "id", None) or str(number)))
    elif fields:
        for name in fields:
            yield from _walk(getattr(value, name), place / name)
    else:
        yield place, repr(value)


def _node(place: Place) -> tuple[str, ...]:
    """Return the goal's row, the section's row or block, or the goal itself that a leaf belongs to."""
    depth = 4 if place.path[2] in {"indicators", "activities"} else 6
    return place.path[:depth] if place.path[2] in {"indicators", "activities", "tables", "text"} else place.path[:3]
