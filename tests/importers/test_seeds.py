"""The real reports: read whole, nothing lost, every part traced to its lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import shared_seeds
from tests.importers.words import unexplained

from avstamt.domain.place import exists
from avstamt.importers.lines import split_lines
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

MOST_JOINS = 8
KNOWN = {
    "tertialrapport-1-2024-namnd": ("T1", "nämnd", 2024, 41),
    "verksamhetsberattelse-2016-enhet": ("VB", "enhet", 2016, 42),
    "verksamhetsberattelse-2021-enhet-1": ("VB", "enhet", 2021, 27),
    "verksamhetsberattelse-2021-enhet-2": ("VB", "enhet", 2021, 24),
    "verksamhetsberattelse-2021-enhet-3": ("VB", "enhet", 2021, 24),
    "verksamhetsplan-2021-enhet": ("VP", "enhet", 2021, 23),
}
seed_files = pytest.mark.parametrize("path", shared_seeds() or [None], ids=lambda path: path.stem if path else "saknas")


@pytest.fixture
def source(path: Path | None) -> str:
    if path is None:
        pytest.skip("De verkliga rapporterna finns inte bredvid projektet (../shared/seeds).")
    return path.read_text(encoding="utf-8")


@pytest.fixture
def found(source: str, path: Path, shipped: Catalogue) -> Import:
    reports = read_text(source, path.name, shipped)
    assert len(reports) == 1
    return reports[0]


@seed_files
def test_every_word_of_the_source_is_in_the_report_or_in_the_stated_noise(source: str, found: Import) -> None:
    missing, extra, joins = unexplained(source, [found])
    assert not missing
    assert not extra
    assert len(joins) <= MOST_JOINS


@seed_files
def test_kind_level_year_and_the_number_of_goals_are_recognised(path: Path, found: Import) -> None:
    report = found.report
    read = (report.kind.value, report.level.value, report.year, len(report.goals))
    assert read == KNOWN.get(path.stem, read)


@seed_files
def test_equal_text_gives_an_equal_report(source: str, path: Path, found: Import, shipped: Catalogue) -> None:
    assert read_text(source, path.name, shipped) == (found,)


@seed_files
def test_every_traced_place_exists_and_its_lines_hold_text(source: str, found: Import) -> None:
    numbers = {line.number for line in split_lines(source)}
    for one in found.report.provenance:
        assert exists(found.report, one.place), one.place
        assert one.first <= one.last
        assert {one.first, one.last} <= numbers


@seed_files
def test_every_goal_text_block_indicator_and_activity_is_traced(found: Import) -> None:
    traced = {one.place.path for one in found.report.provenance}
    for goal in found.report.goals:
        below = ("goals", goal.id)
        assert below in traced
        assert {(*below, "indicators", item.id, "name") for item in goal.indicators} <= traced
        assert {(*below, "activities", item.id) for item in goal.activities} <= traced
        if goal.analysis is not None:
            assert {(*below, "analysis", "blocks", block.id) for block in goal.analysis.blocks} <= traced


@seed_files
def test_line_ends_of_another_system_change_nothing(source: str, path: Path, found: Import, shipped: Catalogue) -> None:
    assert read_text(source.replace("\n", "\r\n"), path.name, shipped)[0].report == found.report


def test_a_file_that_holds_several_reports_gives_several(seeds: list[Path], shipped: Catalogue) -> None:
    units = [path for path in seeds if "2021-enhet-" in path.stem]
    together = "\n".join(path.read_text(encoding="utf-8") for path in units)
    found = read_text(together, "samlade.txt", shipped)
    alone = [read_text(path.read_text(encoding="utf-8"), path.name, shipped)[0].report for path in units]
    assert [one.report.organisation for one in found] == [report.organisation for report in alone]
    assert [len(one.report.goals) for one in found] == [len(report.goals) for report in alone]
