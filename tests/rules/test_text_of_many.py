"""So many of so many, and the share they are said to be."""

from __future__ import annotations

import re

import pytest
from tests.builders import report, section, text

from avstamt.rules.engine import check
from avstamt.rules.text_of_many import SHARE_TEXT_RULES
from avstamt.templates.catalogue import catalogue


def messages(sentence: str) -> list[str]:
    made = report(sections=(section(key="summary", text=text(sentence)),))
    return [one.message for one in check(made, catalogue(), rules=SHARE_TEXT_RULES).findings]


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("142 av 189 vårdnadshavare svarade, vilket ger en svarsfrekvens på 75 procent.", "75", "65"),
        ("Av enkäterna besvarades 64 av totalt 80, 80 procent.", "80 procent", "85 procent"),
        ("31 av 47 medarbetare (66 procent) har gått utbildningen.", "66", "56"),
        ("1 250 av 2 000 hushåll, det vill säga 62,5 procent, har fått tillsyn.", "62,5", "52,5"),
        ("Mottagningen nådde 90 av de 120 som sökte, vilket motsvarar 75 %.", "90", "60"),
        ("45 personer av 60 fullföljde kursen, eller 75 procent.", "75", "57"),
    ],
)
def test_the_share_is_that_of_the_numbers_beside_it(sentence, right, slip):
    assert messages(sentence) == []
    assert messages(sentence.replace(right, slip, 1)) != []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sju av tio besökare, 74 procent, är nöjda.",
        "7 av 10 besökare, 74 procent, är nöjda.",
        "12 av 40 ärenden granskades, och 75 procent av dem var kompletta.",
        "12 av 40 ärenden granskades, 75 procent var kompletta.",
        "18 av 60 platser är nya, vilket är 12 procent fler än förra året.",
        "23 av 69 är unga (33 procent).",
        "23 av 69 är unga (33,3 %).",
        "2023 av 2024 års ärenden, 40 procent, är avslutade.",
        "Under våren genomfördes 15 av 20 besök. Frånvaron var 9 procent.",
        "110 av 90 planerade besök gjordes, 122 procent.",
    ],
)
def test_other_shares_and_ways_of_speaking_are_let_be(sentence):
    assert messages(sentence) == []


def test_the_finding_tells_what_the_numbers_make():
    assert messages("142 av 189 svarade, vilket är 65 procent.") == ["142 av 189 är 75 procent, inte 65."]


@pytest.mark.parametrize(
    ("sentence", "slip"),
    [
        ("Mer än hälften, 54 procent, av de svarande är nöjda.", "42"),
        ("Drygt hälften (52 procent) av de svarande är nöjda.", "48"),
        ("En majoritet av de svarande, 61 procent, är nöjda.", "41"),
        ("En tredjedel, 34 procent, av ungdomarna deltog.", "45"),
        ("Fyra av fem barn (79 procent) trivs.", "69"),
        ("Nästan nio av tio, 88 procent, är nöjda.", "93"),
        ("Knappt en fjärdedel av hushållen, 23 procent, hade barn.", "31"),
    ],
)
def test_a_share_in_words_is_that_of_the_figure_beside_it(sentence, slip):
    share = re.search(r"\d+", sentence)[0]
    assert messages(sentence) == []
    assert len(messages(sentence.replace(share, slip))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Hälften av barnen, 42 procent av flickorna och 58 procent av pojkarna, deltog.",
        "Hälften av flickorna, 48 procent, och en tredjedel av pojkarna, 34 procent, deltog.",
        "Tre av fyra medarbetare, 78 procent, känner till målen.",
        "Andelen har ökat till över hälften, 2 procentenheter mer än förra året.",
        "Hälften är nya. Av dem är 30 procent, eller tre, barn.",
        "Mer än hälften svarade, 80 procent av de tillfrågade i fjol.",
        "De flesta, 42 procent, valde den första tiden.",
    ],
)
def test_words_for_a_part_that_are_of_another_whole_are_let_be(sentence):
    assert messages(sentence) == []
