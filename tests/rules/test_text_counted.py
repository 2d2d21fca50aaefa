"""Enumerations with as many members as are announced before them."""

from __future__ import annotations

import pytest
from tests.builders import report, section, text

from avstamt.domain.text import ListItem, Paragraph, RichText, Run
from avstamt.rules.engine import check
from avstamt.rules.text_counted import so_many_are_named_as_announced
from avstamt.templates.catalogue import catalogue


def messages(made: RichText) -> list[str]:
    whole = report(sections=(section(key="summary", text=made),))
    return [one.message for one in check(whole, catalogue(), rules=(so_many_are_named_as_announced,)).findings]


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Enheten prioriterar fyra områden: trygghet, delaktighet, hälsa och utbildning.", "fyra", "tre"),
        ("Vi har följande tre mål för året: trygghet, delaktighet samt hälsa. De följs upp i maj.", "tre", "fem"),
        ("Enheten driver 6 boenden: Björken, Almen, Eken, Linden, Asken och Rönnen.", "6", "7"),
        ("Under året prövades två nya metoder: samtal i grupp och stöd i hemmet.", "två", "tre"),
    ],
)
def test_as_many_are_named_as_announced(sentence, right, slip):
    assert messages(text(sentence)) == []
    assert len(messages(text(sentence.replace(right, slip, 1)))) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Enheten prioriterar två områden: stöd och service samt trygghet.",
        "Planen har fyra delar: kartläggning, stöd och uppföljning samt utvärdering.",
        "Två av fem enheter: Eken och Linden samt Asken.",
        "Tre enheter har arbetat med metoden: i första hand Eken, men även Linden och Asken som började i maj.",
        "Av 12 mål: trygghet, delaktighet och hälsa.",
        "Vi har två boenden: Eken (12 platser) och Linden (8 platser) samt en träffpunkt.",
        "Fyra insatser: bland annat rådgivning.",
        "Enheten har fem team: se bilaga 2.",
    ],
)
def test_what_is_no_plain_enumeration_is_let_be(sentence):
    assert messages(text(sentence)) == []


@pytest.mark.parametrize(("number", "found"), [("tre", 0), ("fyra", 1), ("två", 1)])
def test_the_items_of_a_list_are_counted_too(number, found):
    items = tuple(
        ListItem(id=f"b{at}", runs=(Run(text=words),)) for at, words in enumerate(("trygghet", "hälsa", "skola"))
    )
    opening = Paragraph(id="b9", runs=(Run(text=f"Enheten prioriterar {number} områden:"),))
    assert len(messages(RichText(blocks=(opening, *items)))) == found
