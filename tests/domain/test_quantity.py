"""Figure cells: the text stays, the quantity is derived."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamt.domain.quantity import FigureKind, Quantity, format_amount, quantity, read_figure

NUMBERS = [
    ("0,78 %", "0.78", "%", 2),
    ("47,1%", "47.1", "%", 1),
    ("94  %", "94", "%", 0),
    ("10 000 st", "10000", "st", 0),
    ("8000 st", "8000", "st", 0),
    ("1\u00a0919,5", "1919.5", "", 1),
    ("-251", "-251", "", 0),
    ("−1,7 mnkr", "-1.7", "mnkr", 1),
    ("–1,7 mnkr", "-1.7", "mnkr", 1),
    ("+5 111 tkr", "5111", "tkr", 0),
    ("±0 mnkr", "0", "mnkr", 0),
    ("2 kg CO2 per kg livsmedel", "2", "kg CO2 per kg livsmedel", 0),
    ("12 procent", "12", "%", 0),
    ("95", "95", "", 0),
]


@pytest.mark.parametrize(("text", "amount", "unit", "decimals"), NUMBERS)
def test_a_number_is_read_with_unit_and_decimals(text: str, amount: str, unit: str, decimals: int):
    assert quantity(text) == Quantity(Decimal(amount), unit, decimals)


KINDS = [
    ("", FigureKind.EMPTY),
    ("  ", FigureKind.EMPTY),
    ("öka", FigureKind.INCREASE),
    ("ska minska", FigureKind.DECREASE),
    ("< 6,5 %", FigureKind.AT_MOST),
    ("max 5 st", FigureKind.AT_MOST),
    ("minst 80 %", FigureKind.AT_LEAST),
    ("+/-1 %", FigureKind.TOLERANCE),
    ("± 0,5 %", FigureKind.TOLERANCE),
    ("Tas fram av nämnd/styrelse", FigureKind.PLACEHOLDER),
    ("Fastställs 2024", FigureKind.PLACEHOLDER),
    ("%", FigureKind.TEXT),
    ("VB 2016", FigureKind.TEXT),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_cell_says_what_kind_it_is(text: str, kind: FigureKind):
    assert read_figure(text).kind is kind
    assert quantity(text) is None


def test_a_bound_carries_its_amount_but_is_no_plain_number():
    reading = read_figure("< 6,5 %")
    assert reading.quantity == Quantity(Decimal("6.5"), "%", 1)
    assert reading.number is None


def test_a_rounded_amount_stands_for_an_interval():
    assert Quantity(Decimal("0.78"), "%", 2).interval == (Decimal("0.775"), Decimal("0.785"))
    assert Quantity(Decimal(270), "st", 0).interval == (Decimal("269.5"), Decimal("270.5"))


@given(st.text(max_size=40))
def test_any_text_is_read_without_complaint(text: str):
    assert read_figure(text).kind in FigureKind


@given(st.decimals(-(10**7), 10**7, places=2), st.integers(0, 2))
def test_what_is_written_as_in_print_is_read_back(amount: Decimal, decimals: int):
    rounded = round(amount, decimals)
    read = quantity(format_amount(rounded, decimals, "mnkr"))
    assert read == Quantity(rounded, "mnkr", decimals)


def test_zero_is_written_without_a_sign():
    assert format_amount(Decimal("-0.04"), 1) == "0,0"
    assert format_amount(Decimal(-1234567), 0, "tkr") == "−1\u00a0234\u00a0567\u00a0tkr"
