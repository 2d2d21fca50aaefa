"""Random reports with fixed seeds, printed in every layout, come back as they were; figures as in `structure`."""

from __future__ import annotations

import pytest
from tests.evaluation.synthetic.style import BASES, VARIANTS, Style, mixed
from tests.evaluation.synthetic.trial import SORTS, trial

BARS = {
    "facts": 1.0,
    "goals": 1.0,
    "goal_parents": 1.0,
    "assessments": 1.0,
    "fields": 1.0,
    "indicator_names": 0.97,
    "indicator_cells": 0.97,
    "activities": 0.97,
    "activity_dates": 0.97,
    "sections": 0.97,
    "inline_headings": 0.97,
    "economy_labels": 0.97,
    "economy_cells": 0.97,
    "words_in_place": 0.96,
}
SEED = 200


def assert_kept(style: Style, seed: int, *, several: bool = False):
    made = trial(style, seed, several=several)
    short = {
        name: (score.precision, score.recall, score.misses[:3])
        for name, score in made.scores.items()
        if min(score.precision, score.recall) < BARS.get(name, 0.0)
    }
    assert not short, made.name


@pytest.mark.parametrize(
    ("style", "seed"),
    [pytest.param(style, SEED + n, id=style.name) for n, style in enumerate((*BASES, *VARIANTS))],
)
def test_a_report_comes_back_from_its_print(style, seed):
    assert_kept(style, seed)


@pytest.mark.parametrize("number", range(4))
def test_marks_of_layouts_may_mix(number):
    assert_kept(mixed(number), SEED + number)


def test_two_reports_in_one_file_come_back_as_two():
    assert len(trial(BASES[3], SEED, several=True).imports) == 2
    assert_kept(BASES[3], SEED, several=True)


def test_every_kind_and_level_is_tried():
    tried = {SORTS[(SEED + n) % len(SORTS)] for n in range(len(BASES + VARIANTS))}
    assert tried == set(SORTS)
