from __future__ import annotations

import pytest

from avstamt.language.claims.base import Modality
from avstamt.language.claims.model import Balance, Level, Parts, Result, Tally
from avstamt.language.claims.reading import read_claims
from avstamt.language.numbers.model import Sort

pytestmark = pytest.mark.shared

TABLE_MARK = "\t"


@pytest.fixture
def prose(seeds):
    return {
        seed.stem: [line for line in seed.read_text().splitlines() if line.strip() and TABLE_MARK not in line]
        for seed in seeds
    }


def test_every_line_of_the_real_reports_is_read_and_every_claim_stands_in_its_line(prose):
    for lines in prose.values():
        for line in lines:
            reading = read_claims(line)
            assert all(0 <= claim.span.start < claim.span.end <= len(line) for claim in reading.claims)


def test_few_figures_of_a_real_report_in_prose_are_left_loose(prose):
    readings = [read_claims(line) for line in prose["tertialrapport-1-2024-namnd"]]
    figures = sum(len(reading.figures) for reading in readings)
    loose = sum(figure.sort is not Sort.TIME for reading in readings for figure in reading.loose)
    assert figures > 100
    assert loose <= figures * 0.03


def claims_of(lines, kind):
    return [claim for line in lines for claim in read_claims(line).claims if isinstance(claim, kind)]


def test_the_counts_of_goals_in_the_tertial_report_are_read(prose):
    tallies = claims_of(prose["tertialrapport-1-2024-namnd"], Tally)
    assert {tally.whole for tally in tallies} == {3, 5, 7}
    assert {tally.modality for tally in tallies} == {Modality.FORECAST}


def test_the_headings_of_the_forecast_are_read_with_their_signs(prose):
    balances = claims_of(prose["tertialrapport-1-2024-namnd"], Balance)
    headings = [balance for balance in balances if balance.heading]
    assert sum(balance.result is Result.DEFICIT for balance in headings) == 3
    assert sum(balance.result is Result.EVEN for balance in headings) == 3
    assert sum(balance.result is Result.SURPLUS for balance in headings) == 3


def test_the_parts_of_the_calls_add_up(prose):
    parts = claims_of(prose["tertialrapport-1-2024-namnd"], Parts)
    calls = next(division for division in parts if len(division.parts) == 3)
    assert calls.whole is not None
    assert sum(part.figure.low for part in calls.parts) == calls.whole.low


def test_levels_of_the_tertial_report_know_their_years(prose):
    levels = claims_of(prose["tertialrapport-1-2024-namnd"], Level)
    years = {level.when.year for level in levels if level.when and level.when.year}
    assert years <= {2022, 2023, 2024}
