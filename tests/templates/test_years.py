"""KF's goals of each mandate are whole, numbered under their inriktningsmål, and as the labelled reports print them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from avstamt.templates.catalogue import catalogue
from avstamt.templates.indicators import normal_name

MANDATES = catalogue().years
each_mandate = pytest.mark.parametrize("mandate", MANDATES, ids=lambda m: f"{m.first_year}-{m.last_year}")


def test_the_mandates_seen_in_the_reports_are_there():
    assert [(mandate.first_year, mandate.last_year) for mandate in MANDATES] == [
        (2016, 2016),
        (2019, 2022),
        (2023, 2026),
    ]


@each_mandate
def test_every_goal_stands_under_an_inriktningsmal(mandate):
    directions = [goal.number for goal in mandate.directions]
    assert directions == [str(number) for number in range(1, len(directions) + 1)]
    numbers = [tuple(map(int, goal.number.split("."))) for goal in mandate.areas]
    assert numbers == sorted(set(numbers))
    assert {str(number[0]) for number in numbers} == set(directions)


@each_mandate
def test_the_source_says_what_is_not_known(mandate):
    assert "inte" in mandate.source


@pytest.mark.shared
def test_the_goals_are_those_of_the_labelled_reports(seeds):
    for path in sorted((Path(seeds[0]).parents[1] / "gold").glob("*.struktur.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        mandate = catalogue().city_years(report["year"])
        assert mandate is not None
        known = {
            (goal.number, normal_name(title))
            for goal in (*mandate.directions, *mandate.areas)
            for title in (goal.title, *goal.variants)
        }
        printed = [goal for goal in report["goals"] if goal["level"] in {"inriktningsmål", "verksamhetsområdesmål"}]
        assert printed
        assert [goal for goal in printed if (goal["number"], normal_name(goal["title"])) not in known] == []
