"""The importer keeps the bars that were set for it on the labelled reports beside the project."""

from __future__ import annotations

import pytest
from tests.conftest import SHARED
from tests.evaluation.__main__ import structure
from tests.evaluation.printing import totals

from avstamt.templates.catalogue import catalogue

BARS = {
    "goals": 1.0,
    "goal_parents": 1.0,
    "assessments": 1.0,
    "indicator_cells": 0.99,
    "indicator_cells_filled": 0.99,
    "activities": 0.99,
    "activity_dates": 0.99,
    "sections": 0.97,
    "economy_cells": 0.98,
    "economy_cells_filled": 0.98,
}

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def measured():
    if not list((SHARED / "gold").glob("*.struktur.json")):
        pytest.skip("De märkta rapporterna finns inte bredvid projektet (../shared/gold).")
    return totals(structure(SHARED / "seeds", SHARED / "gold", catalogue()))


@pytest.mark.parametrize("figure", BARS)
def test_the_importer_keeps_its_bar(measured, figure):
    score = measured[figure]
    assert score.n > 0
    assert min(score.precision, score.recall) >= BARS[figure], score.misses
