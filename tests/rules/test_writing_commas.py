"""Commas between what opens a sentence and its verb, and phrases with the wrong word in them."""

from __future__ import annotations

import pytest
from tests.builders import goal, report, text

from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


def codes(said: str) -> set[str]:
    made = report(
        goal("Besökarna är nöjda", id="g1", analysis=text("Öppettiderna är längre än förra året.", said)), id="r1"
    )
    return {one.rule for one in check(made, catalogue(), slow=False).findings}


@pytest.mark.parametrize(
    "said",
    [
        "Under våren, har enheten tagit fram en ny rutin.",
        "Insatsen familjebehandling, har också erbjudits på flera platser.",
        "Trots pandemin, har verksamheten kunnat hållas öppen.",
        "Mottagningen, är öppen fyra kvällar i veckan.",
        "Av dessa barn, klarar alla utom två målen.",
    ],
)
def test_no_comma_parts_what_opens_a_sentence_from_its_verb(said):
    assert "SPR-104" in codes(said)


@pytest.mark.parametrize(
    "said",
    [
        "Under våren, då skolan var stängd, har enheten tagit fram en ny rutin.",
        "Enheten, som leds av en chef, har tolv medarbetare.",
        "Att arbeta nära andra, är en styrka.",
        "Det som var svårt, var att hitta lokaler.",
        "Är målet nått, är det bra.",
        "Årets resultat, 1,2 mnkr, är bättre än budget.",
        "Efter sommaren, i september, ska rutinen följas upp.",
        "Mottagningen, är den trygg?",
        "Nej, arbetet är inte klart.",
        "Under våren, sommaren och hösten, arbetade alla i lag.",
        "Barnen sprang, hoppade, klättrade och lekte.",
    ],
)
def test_a_comma_about_what_is_put_in_or_behind_a_clause_is_right(said):
    assert "SPR-104" not in codes(said)


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Inbrotten har minskat av att grannarna har hjälpts åt.", True),
        ("Inbrotten har minskat av flera skäl.", False),
        ("Arbetet följer Stockholm stads program.", True),
        ("Arbetet följer Stockholms stads program.", False),
        ("En genomgång har gjort av de dokument som gäller.", True),
        ("En genomgång har gjorts av de dokument som gäller.", False),
        ("Det bästa enheten har gjort av dagen är att öppna tidigare.", False),
        ("Enheten arbetar aktivt med säkerställa att alla mår bra.", True),
        ("Enheten arbetar med äldre och hjälper till med hyra.", False),
        ("Enheten har under den året arbetat med målen.", True),
    ],
)
def test_a_word_that_does_not_belong_in_its_phrase_is_told(said, wrong):
    assert ("SPR-111" in codes(said)) is wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("Enheten gjorde en inköp av matlådor.", True),
        ("Enheten gjorde ett inköp av matlådor.", False),
        ("Teamet följer ett rutin.", True),
        ("En medarbetare går en steg 1-utbildning.", False),
        ("En medarbetare går en nivå 2 utbildning.", False),
    ],
)
def test_an_article_has_the_gender_of_its_noun(said, wrong):
    assert ("SPR-114" in codes(said)) is wrong
