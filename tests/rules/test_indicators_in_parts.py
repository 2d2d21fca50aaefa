"""The sick leave of the first fourteen days is a part of all sick leave."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report

from avstamt.domain.indicator import Indicator
from avstamt.rules.engine import check
from avstamt.rules.indicators_in_parts import part_is_not_more_than_the_whole
from avstamt.templates.catalogue import catalogue


def messages(*rows: Indicator) -> list[str]:
    made = report(goal(id="g1", indicators=rows), id="r1")
    return [one.message for one in check(made, catalogue(), rules=(part_is_not_more_than_the_whole,)).findings]


def leave(name: str, number: int, **cells: str) -> Indicator:
    return indicator(name, id=f"i{number}", **({"target": "", "city_target": ""} | cells))


@pytest.mark.parametrize(
    "cell", ["outcome", "outcome_men", "outcome_women", "previous", "forecast", "target", "city_target"]
)
def test_no_cell_of_the_part_is_more_than_that_of_the_whole(cell):
    whole = leave("Sjukfrånvaro", 1, **{cell: "6,4 %"})
    assert messages(whole, leave("Sjukfrånvaro dag 1-14", 2, **{cell: "2,1 %"})) == []
    assert len(messages(whole, leave("Sjukfrånvaro dag 1–14", 2, **{cell: "7,1 %"}))) == 1


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("Sjukfrånvaro dag 1-14", "6,4"),
        ("Sjukfrånvaro dag 1-14", "minst 7 %"),
        ("Sjukfrånvaro dag 1-14", "öka"),
        ("Sjukfrånvaro dag 1-14, antal dagar", "8"),
        ("Sjukfrånvaro bland chefer", "9 %"),
    ],
)
def test_figures_that_are_alike_or_of_something_else_are_let_be(name, figure):
    assert messages(leave("Sjukfrånvaro", 1, target="6,4 %"), leave(name, 2, target=figure)) == []


def test_two_rows_of_the_same_name_are_not_chosen_between():
    rows = (leave("Sjukfrånvaro", 1, target="4 %"), leave("Sjukfrånvaro", 2, target="9 %"))
    assert messages(*rows, leave("Sjukfrånvaro dag 1-14", 3, target="5 %")) == []
