"""What totals come to by their rows, and when a typed total can be that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.builders import result_table, table
from tests.strategies import tables

from avstamt.domain.economy import ColumnRole, EconomyTable, RowRole
from avstamt.rules.economy_expected import Reckoned, reckoned_totals

OUTCOME = {"Utfall": ColumnRole.OUTCOME}


def costs(total: str, *parts: str) -> EconomyTable:
    rows = [(f"Rad {n}", RowRole.COST, [part]) for n, part in enumerate(parts, 1)]
    return table(OUTCOME, [*rows, ("Summa kostnader", RowRole.TOTAL_COST, [total])])


def only(made: EconomyTable) -> Reckoned:
    (one,) = reckoned_totals(made).values()
    return one


@pytest.mark.parametrize(
    ("typed", "fits"), [("1 053,4", True), ("1 053,3", True), ("1 063,3", False), ("", False), ("1053", True)]
)
def test_a_sum_is_reckoned_and_rounding_is_allowed_for(typed, fits):
    made = only(costs(typed, "800,6", "252,7", "0,1"))
    assert (made.text.replace("\u00a0", " "), made.fits) == ("1 053,4", fits)


def test_a_sum_of_what_is_no_amount_is_not_reckoned():
    assert reckoned_totals(costs("10", "4", "inte klart")) == {}


def test_a_net_is_reckoned_by_the_signs_of_the_table():
    made = reckoned_totals(result_table())
    assert {spot: one.fits for spot, one in made.items()} == {
        ("r3", "c1"): True,
        ("r3", "c2"): True,
        ("r3", "c3"): True,
    }
    rows = [("Intäkter", RowRole.INCOME, ["100"]), ("Kostnader", RowRole.COST, ["80"]), ("Netto", RowRole.NET, ["30"])]
    assert only(table(OUTCOME, rows)) == Reckoned("20", fits=False)


@settings(max_examples=60, deadline=None)
@given(tables())
def test_any_table_can_be_reckoned(made):
    spots = {(row.id, column.id) for row in made.rows for column in made.columns}
    assert reckoned_totals(made).keys() <= spots
