"""Wholes whose rest is named, and money spread over all it goes to: what adds up is passed, a slip in any part is found."""

from __future__ import annotations

import pytest
from tests.builders import report, section, text

from avstamt.rules.engine import check
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES
from avstamt.templates.catalogue import catalogue


def codes(sentence: str) -> list[str]:
    made = report(id="r1", sections=(section("Resultat", id="s1", text=text(sentence)),))
    return [one.rule for one in check(made, catalogue(), rules=FIGURE_TEXT_RULES).findings]


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Av 412 ansökningar beviljades 226 och resterande 186 avslogs.", "186", "196"),
        ("Av 412 ansökningar beviljades 226. Resterande 186 avslogs.", "226", "262"),
        ("Av de 412 ärendena gäller 226 barn och övriga 186 vuxna.", "186", "168"),
        ("Totalt kom 412 ansökningar, varav 226 beviljades, 30 återtogs och resterande 156 avslogs.", "156", "166"),
        ("Totalt kom 412 ansökningar, varav 226 beviljades, 30 återtogs och resterande 156 avslogs.", "412", "421"),
        ("Av 412 ansökningar från 380 personer beviljades 226 och resterande 186 avslogs.", "186", "176"),
        ("Under året kom 412 ansökningar, 226 beviljades och resterande 186 avslogs.", "226", "236"),
        (
            "Av deltagarna gick 45 procent till arbete, 20 procent till studier och resterande 35 procent till annat.",
            "35",
            "31",
        ),
        ("Av 3,0 mnkr användes 1,2 mnkr till lokaler och resterande 1,8 mnkr till personal.", "1,8", "1,5"),
        ("Bidraget på 1 200 tkr fördelades med 700 tkr till förskolan och 500 tkr till skolan.", "500", "600"),
        ("Överskottet om 4,3 mnkr fördelar sig på barn 2,0 mnkr, äldre 1,5 mnkr och övrigt 0,8 mnkr.", "0,8", "0,5"),
        (
            "Medlen om 4,3 mnkr fördelas på barn 2,0 mnkr, äldre 1,5 mnkr och resterande 0,8 mnkr på fritid.",
            "1,5",
            "1,9",
        ),
        (
            "Överskottet är 4,3 mnkr. Det fördelas på barn 2,0 mnkr, äldre 1,5 mnkr och resterande 0,8 mnkr.",
            "0,8",
            "0,3",
        ),
    ],
)
def test_parts_and_rest_are_the_whole(sentence, right, slip):
    assert codes(sentence) == []
    assert codes(sentence.replace(right, slip, 1)) == ["TXT-111"]


@pytest.mark.parametrize(
    "sentence",
    [
        "412 ärenden fördelades på 8 handläggare.",
        "Av 412 ansökningar beviljades 226, varav 40 delvis, och resterande 186 avslogs.",
        "Cirka 400 ansökningar kom in, 226 beviljades och resterande 186 avslogs.",
        "Överskottet om 4,3 mnkr fördelas på äldre +6,0 mnkr och barn -1,7 mnkr.",
        "Av 412 ansökningar beviljades 226. Resterande 30 handläggare utbildas i höst.",
        "Under våren användes 1,2 mnkr och under hösten resterande 1,5 mnkr.",
        "Av 45 avtal följdes 12 upp, och av resterande 33 avslutades 8.",
    ],
)
def test_what_is_part_of_a_part_rough_or_of_something_else_is_let_be(sentence):
    assert codes(sentence) == []
