"""The rules on the real reports: what they must find, and the traps on which they must stay silent."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from tests.conftest import shared_seeds
from tests.rules.test_catalogue import reordered, shown

from avstamt.domain.finding import Finding, Level
from avstamt.importers.text import read_text
from avstamt.rules.engine import Result, check
from avstamt.templates.catalogue import catalogue

pytestmark = pytest.mark.shared

ANNUAL_2016 = "verksamhetsberattelse-2016-enhet"
TERTIAL_2024 = "tertialrapport-1-2024-namnd"


@lru_cache
def results(path: Path) -> tuple[Result, ...]:
    imports = read_text(path.read_text("utf-8"), path.name, catalogue())
    return tuple(check(made.report, catalogue()) for made in imports)


def findings(seeds: list[Path], name: str) -> list[Finding]:
    path = next((path for path in seeds if path.stem == name), None)
    if path is None:
        pytest.skip(f"Rapporten {name} finns inte bredvid projektet.")
    return [finding for result in results(path) for finding in result.findings]


def quotes(finding: Finding) -> list[str]:
    return [evidence.quote for evidence in finding.evidence]


@pytest.mark.parametrize(
    ("rule", "level", "quoted"),
    [
        ("IND-102", Level.ERROR, ["270 st", "125 st", "144 st"]),
        ("IND-104", Level.ERROR, ["96 st", "5 %", "91 %"]),
        ("IND-201", Level.DEVIATION, ["174 st", "150 st"]),
    ],
)
def test_the_slips_of_the_annual_report_are_found(seeds, rule, level, quoted):
    matching = [
        one for one in findings(seeds, ANNUAL_2016) if one.rule == rule and quotes(one)[: len(quoted)] == quoted
    ]
    assert [one.level for one in matching] == [level]


def test_the_doubled_indicator_is_found_with_its_fix(seeds):
    (finding,) = [one for one in findings(seeds, ANNUAL_2016) if one.rule == "IND-301"]
    assert "Antal aspiranter som fått kommunala visstidsanställningar" in finding.message
    assert finding.fix is not None
    assert not finding.fix.safe


def test_the_left_placeholders_are_found_once_for_the_report_and_where_no_target_is_set(seeds):
    told = [one for one in findings(seeds, ANNUAL_2016) if one.rule in {"FYL-102", "FYL-103"}]
    once = next(one for one in told if one.rule == "FYL-103")
    assert quotes(once) == ["tas fram av nämnden"] * 4
    assert [quotes(one) for one in told if one.rule == "FYL-102"] == [["tas fram av nämnden", "9 %"]]


@pytest.mark.parametrize(
    "right", [["174 st", "116 st", "58 st"], ["16 st", "12 st", "4 st"], ["20 st", "5 st", "15 st"]]
)
def test_right_sums_of_men_and_women_are_passed(seeds, right):
    assert not [one for one in findings(seeds, ANNUAL_2016) if one.rule == "IND-102" and quotes(one) == right]


def test_nothing_is_said_against_the_economy_of_the_tertial_report(seeds):
    assert not [one for one in findings(seeds, TERTIAL_2024) if one.rule.startswith(("EKO-1", "EKO-2", "EKO-3"))]


def test_what_the_tertial_report_tells_of_its_economy_is_held_against_its_tables(seeds):
    told = {one.rule for one in findings(seeds, TERTIAL_2024) if one.rule.startswith("EKO-4")}
    assert told == {"EKO-405", "EKO-406"}


@pytest.mark.parametrize("right", ["37 samtal", "97,5 mnkr", "-25,0"])
def test_right_figures_in_the_text_of_the_tertial_report_are_passed(seeds, right):
    spoken = [one for one in findings(seeds, TERTIAL_2024) if one.rule.startswith(("TXT", "EKO"))]
    assert not [one for one in spoken if right in one.message]


def test_the_economy_of_the_tertial_report_was_in_fact_tried(seeds):
    path = next(path for path in seeds if path.stem == TERTIAL_2024)
    tried = {part.subject: part.tried for result in results(path) for part in result.coverage.parts}
    assert tried["summor"] >= 20
    assert tried["differenser"] >= 20
    assert tried["förbrukningstal"] >= 20
    assert tried["belopp i rubriker"] >= 8


def test_a_cell_with_nothing_but_a_per_cent_sign_is_found(seeds):
    (finding,) = [one for one in findings(seeds, TERTIAL_2024) if one.rule == "FYL-101"]
    assert quotes(finding) == ["%"]


@pytest.mark.parametrize("seed", shared_seeds(), ids=lambda path: path.stem)
def test_no_seed_has_more_errors_than_were_read_and_judged_right(seed):
    """Each finding at level Fel on the seeds was read; a new one must be read too."""
    errors = [one for result in results(seed) for one in result.findings if one.level is Level.ERROR]
    assert len(errors) == _ERRORS.get(seed.stem, 0)


@pytest.mark.parametrize("seed", shared_seeds(), ids=lambda path: path.stem)
def test_the_findings_of_a_seed_do_not_depend_on_the_order_of_siblings(seed):
    (made, *_) = read_text(seed.read_text("utf-8"), seed.name, catalogue())
    shuffled = check(reordered(made.report, lambda nodes: tuple(reversed(nodes))), catalogue())
    assert shown(shuffled) == shown(check(made.report, catalogue()))


_ERRORS = {ANNUAL_2016: 2, TERTIAL_2024: 3, "verksamhetsberattelse-2021-enhet-2": 1}
