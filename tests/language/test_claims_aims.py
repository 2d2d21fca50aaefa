from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.describing import cases, told

from avstamt.language.claims.base import Claim
from avstamt.language.claims.model import Achievement, Tally
from avstamt.language.claims.reading import read_claims

ACHIEVEMENTS = """
Enheten uppnår målet.                                                      | mål nått
Målet är uppnått.                                                          | mål nått
Målet får anses helt uppfyllt.                                            | mål helt
Bedömningen är att målet har uppfyllts i sin helhet.                       | mål helt
Vi har delvis nått målet.                                          | mål delvis
Målet uppnås endast delvis.                                                | mål delvis
Enligt vår bedömning nås enhetsmålet inte.                              | mål inte NEKAT
Årsmålet om 35 platser har inte kunnat uppnås.                            | årsmål inte 35 platser NEKAT
Årsmålet om 190 nås inte fullt ut.                                      | årsmål delvis 190 NEKAT
Årsmålet var satt till 60 besök och nås därmed inte.                | årsmål inte 60 besök NEKAT
Årsmålet ser inte ut att uppnås.                                           | årsmål inte [prognos] NEKAT
Nämndmålet kommer att uppnås under året.                                   | mål nått [prognos]
Nämndmålen bedöms uppfyllas helt.                                          | mål helt [prognos]
Förväntat resultat samt indikatorn prognostiseras att uppnås.             | förväntat resultat nått [prognos] ; indikator nått [prognos]
Om målet inte nås tar vi fram en plan.                                     | mål inte [villkor] NEKAT
För att nå målet krävs fler händer.                                        | mål nått [avsikt]
Det finns en risk att målet inte nås.                                      | mål inte [villkor] NEKAT
Att målet inte nås beror på vakanser.                                      | mål inte NEKAT
Arbetet bidrar till att uppfylla nämndens mål.                             | mål nått [avsikt]
"Alla får en plan" Målet uppnås delvis.                                    | mål delvis
Det är för tidigt att bedöma om målet kommer att nås.                      | mål nått [villkor]
Utfallet 79 % överträffar årsmålet på 78 %.                                | årsmål nått 78 %
Målvärdet 85 % nåddes inte.                                                | årsmål inte 85 % NEKAT
Uppfylls delvis                                                            | mål delvis
Uppfylls ej                                                                | mål inte
Eleverna når i hög grad målen.                                             |
Elever ska uppnå kunskapsmålen.                                            |
Stödet leder till att klienten når egen försörjning.                       |
Inga mål har uppnåtts.                                                     |
"""

TALLIES = """
Enheten når alla mål utom tre.                                          | mål nått alla utom:3
Samtliga sex mål för verksamhetsområdet bedöms uppfyllas helt.             | mål för verksamhetsområdet helt alla av:6 [prognos]
De åtta målen för verksamhetsområdet uppfylls helt.                         | målen för verksamhetsområdet helt alla av:8
Alla aktiviteter utom en är genomförda.                                    | aktiviteter helt alla utom:1
Av fem mål uppfylls två helt och tre delvis.                               | mål av:5 2 helt 3 delvis
Två av tre indikatorer har uppnåtts.                                       | indikatorer nått av:3 antal:2
Av de 45 aktiviteterna är 40 genomförda, tre pågår och två väntar.         | aktiviteterna helt av:45 antal:40
Av sju indikatorer uppnår fem årsmålet.                                    | indikatorer nått av:7 antal:5
Samtliga indikatorer utom en når årsmålet.                                 | indikatorer nått alla utom:1
Målet nås delvis då tre av fem indikatorer inte når årsmålen.              | indikatorer inte av:5 antal:3 NEKAT
Endast 4 av 11 mål uppfylldes helt, 5 delvis och 2 inte alls.              | mål av:11 4 helt 5 delvis 2 inte
Av indikatorerna har 7 av 9 nått årsmålet.                                 | indikatorerna nått av:9 antal:7
Ett mål uppfylls helt, två uppfylls delvis och ett uppfylls inte.          | mål 1 helt 2 delvis 1 inte
Två enhetsmål är uppfyllda, ett är delvis uppfyllt.                        | enhetsmål 2 nått 1 delvis
Samtliga enhetsmål är uppfyllda.                                           | enhetsmål nått alla
Inga mål har uppnåtts.                                                     | mål nått antal:0
Vi har haft många aktiviteter som genomförts.                              |
Personalen ser till att alla deltar i aktiviteter som genomförs.           |
"""


@pytest.mark.parametrize(("text", "expected"), cases(ACHIEVEMENTS))
def test_an_aim_is_reached_or_not(text, expected):
    assert told(text, Achievement) == expected


@pytest.mark.parametrize(("text", "expected"), cases(TALLIES))
def test_a_count_of_aims_is_read_as_a_count(text, expected):
    assert told(text, Tally) == expected


def test_a_figure_that_no_claim_holds_is_loose():
    reading = read_claims("Kontakt tas inom 48 timmar. 2021: 34 2020: 40")
    assert [figure.span.of("Kontakt tas inom 48 timmar. 2021: 34 2020: 40") for figure in reading.loose] == [
        "48 timmar",
        "34",
        "40",
    ]


def test_the_same_text_gives_the_same_reading():
    assert read_claims("Antalet ökade från 3 till 5.") is read_claims("Antalet ökade från 3 till 5.")


def test_a_claim_says_what_it_speaks_of():
    (claim,) = read_claims("Andelen nöjda besökare har minskat.").claims
    assert claim.subject == ("andelen", "nöjda", "besökare")


PIECES = st.sampled_from(
    ["Målet ", "årsmålet om ", "35 platser ", "har inte ", "kunnat uppnås", ". ", ", ", "varav ", "3 kvinnor ", "(14 män och 11 kvinnor) ",
     "ökat från ", "till ", "överskott på ", "-1,7 mnkr ", "under 2023 ", "jämfört med ", "förra året ", "av dessa ", "19 av mejlen ",
     "alla mål utom två ", "samtliga fem ", "lägre än ", "om ", "fördelat på ", "43 % ", "flickor ", "”Ta fram” ", "\n", "= ", "+ ", "och ", "; "]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=16).map("".join) | st.text(max_size=60))
def test_any_text_is_read_without_a_fall_and_claims_lie_within_it(text):
    reading = read_claims(text)
    for claim in reading.claims:
        assert isinstance(claim, Claim)
        assert 0 <= claim.span.start < claim.span.end <= len(text)
        assert claim.sentence in reading.sentences
        assert set(claim.figures) <= set(reading.figures)
    held = {figure for claim in reading.claims for figure in claim.figures}
    assert set(reading.loose) == set(reading.figures) - held
