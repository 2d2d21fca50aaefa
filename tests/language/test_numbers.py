from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.language.describing import cases

from avstamt.language.numbers.finding import find_numbers
from avstamt.language.numbers.model import Degree, Figure, Form


def said(figure: Figure) -> str:
    """Write a figure as its case below does: degree, amount, unit, noun."""
    amount = f"{figure.low}–{figure.high}" if figure.is_range else f"{figure.low:f}"
    if figure.whole is not None:
        amount += f"/{figure.whole}"
    if figure.form is Form.FACTOR:
        amount += "×"
    words = ["" if figure.degree is Degree.EXACT else figure.degree.value, amount, figure.unit, figure.noun]
    return " ".join(word for word in words if word)


FIGURES = """
Enheten tog emot 8 749 besök.                                      | 8749 besök
Enheten tog emot 12\u00a0305 besök.                                | 12305 besök
Under året kom 1\u202f204 ansökningar in.                          | 1204 ansökningar
Totalt 10 000 st platser erbjöds.                                  | 10000 st platser
Kostnaden blev 1.500 kr.                                           | 1500 kr
Kostnaden blev 1 250 000 kronor.                                   | 1250000 kr
Utfallet är -1,7 mnkr.                                             | -1.7 mnkr
Utfallet är −1,7 mnkr.                                             | -1.7 mnkr
Utfallet är –1,7 mnkr.                                             | -1.7 mnkr
Barn och unga +4,4 mnkr                                            | 4.4 mnkr
Ledning ±0 mnkr                                                    | 0 mnkr
Ledning ± 0 mnkr                                                   | 0 mnkr
Nettot blev 83,8 mnkr.                                             | 83.8 mnkr
Nettot blev 83,8 mkr.                                              | 83.8 mnkr
Nettot blev 83,8 miljoner kronor.                                  | 83.8 mnkr
Nettot blev 83,8 miljoner.                                         | 83.8 mnkr
Satsningen kostade en halv miljon kronor.                          | 0.5 mnkr
Satsningen kostade tre miljoner kronor.                            | 3 mnkr
Stadens budget är 2,1 miljarder kronor.                            | 2.1 mdkr
Verksamheten fick 400 tkr.                                         | 400 tkr
Verksamheten fick 400 tusen kronor.                                | 400 tkr
Biblioteken hade 1,2 miljoner besök.                               | 1200000 besök
Biblioteken tog emot 2,48 miljoner fysiska och digitala besök.     | 2480000
Antalet besök uppgår till 2,48 miljoner.                           | 2480000
Utlånen ökade till 1,6 miljoner.                                   | 1600000
Nämnden fick 1,2 miljoner för besöken på biblioteken.              | 1.2 mnkr
Kostnaden för antalet besök blev 2,48 miljoner.                    | 2.48 mnkr
Vi avsatte 3 miljoner till fler besök.                             | 3 mnkr
Underskott på - 44 tkr                                             | -44 tkr
Andelen är 17,7 procent.                                           | 17.7 %
Andelen är 17,7 %.                                                 | 17.7 %
Andelen är 17,7%.                                                  | 17.7 %
Andelen är 94  %.                                                  | 94 %
Andelen är 0,78 %                                                  | 0.78 %
Andelen ökade med 1,6 procentenheter.                              | 1.6 procentenheter
Andelen ökade med två procentenheter.                              | 2 procentenheter
Andelen är en procentenhet lägre.                                  | 1 procentenheter
Index steg med en indexpunkt.                                      | 1 poäng
Index steg med tre indexenheter.                                   | 3 poäng
Betyget är 114 poäng.                                              | 114 poäng
Fem personer deltog.                                               | 5 personer
Mellan tre och 15 procent svarade.                                 | 3–15 %
Det var tolv möten.                                                | 12 möten
Tjugofem elever gick vidare.                                       | 25 elever
Etthundra platser tillkom.                                         | 100 platser
Tvåhundra platser tillkom.                                         | 200 platser
Fem hundra kronor delades ut.                                      | 500 kr
Tre tusen besökare kom.                                            | 3000 besökare
Ett sextiotal gruppledare utbildades.                              | 60 gruppledare
Ett femtontal medarbetare gick kursen.                             | 15 medarbetare
Ett 15-tal medarbetare gick kursen.                                | 15 medarbetare
Ett hundratal färre samtal hölls.                                  | 100 samtal
Ett tusental blanketter delades ut.                                | 1000 blanketter
Ett dussin frivilliga hjälpte till.                                | 12 frivilliga
Hälften av pojkarna är nöjda.                                      | 1/2 pojkarna
Drygt hälften av eleverna är nöjda.                                | drygt 1/2 eleverna
En tredjedel av budgeten är förbrukad.                             | 1/3 budgeten
Två tredjedelar av hushållen svarade.                              | 2/3 hushållen
Tre fjärdedelar svarade.                                           | 3/4
2/3 av hushållen svarade.                                          | 2/3 hushållen
Två av tre delindex har förbättrats.                               | 2/3 delindex
18 av 20 chefer har gått utbildningen.                             | 18/20 chefer
Nio av de tio avtalen är uppsagda.                                 | 9/10 avtalen
En av två tjänster är vakant.                                      | 1/2 tjänster
Åtta av totalt 12 mål nåddes.                                      | 8/12 mål
19 av mejlen skrevs av anhöriga.                                  | 19 mejlen
14 av föräldrar gjorda besök räknades.  | 14
Två av enhetens aktiviteter återstår.                              | 2 aktiviteter
Drygt 20 personer står i kö.                                       | drygt 20 personer
Knappt 2,5 mnkr återstår.                                          | knappt 2.5 mnkr
Nästan tjugo procent fler kom.                                     | knappt 20 %
Närmare 300 barn deltog.                                           | knappt 300 barn
Ca 30% har en plan.                                                | ungefär 30 %
Ca. 30 % har en plan.                                              | ungefär 30 %
Cirka 90 medarbetare utbildades.                                   | ungefär 90 medarbetare
Omkring 1 500 ton CO2e släpptes ut.                                | ungefär 1500 ton CO2e
Antalet ligger runt 700.                                           | ungefär 700
Ungefär 60 stycken brukare finns.                                  | ungefär 60 st brukare
Antalet ligger på gott och väl 40 ärenden.                         | drygt 40 ärenden
Över 30 ärenden väntar.                                            | mer än 30 ärenden
Mer än 30 ärenden väntar.                                          | mer än 30 ärenden
Fler än tio familjer väntar.                                       | mer än 10 familjer
Minst 70 procent ska vara nöjda.                                   | minst 70 %
Utsläppen är maximalt 1,6 kg CO2 per kg livsmedel.                 | högst 1.6 kg CO2 per kg livsmedel
Högst fem dagar får gå.                                            | högst 5 dagar
Upp till 40 barn ryms.                                             | högst 40 barn
Inte fler än tio barn ryms.                                        | högst 10 barn
Färre än tio personer svarade.                                     | mindre än 10 personer
Frånvaron är under 6,5 %.                                          | mindre än 6.5 %
Frånvaron ska vara < 6,5 %.                                        | mindre än 6.5 %
Andelen ska vara ≥ 80 %.                                           | minst 80 %
Vi höll möten under 20 kvällar.                                    | 20 kvällar
70 procent eller mer är godkänt.                                   | minst 70 %
Tio eller fler deltagare krävs.                                    | minst 10
Prognosen avviker inte mer än +/- 1 %.                             | plus eller minus 1 %
Prognosen avviker högst +/-1 procent.                              | plus eller minus 1 %
Årsutfallet blir 1,8-2,0 gigawattimmar.                            | 1.8–2.0 GWh
Förbrukningen var 2400 kwh.                                        | 2400 kWh
Förbrukningen var 0,4 Gwh.                                         | 0.4 GWh
Mellan 10 och 12 ärenden avslutas varje vecka.                     | 10–12 ärenden
Grupperna har 10–12 deltagare.                                     | 10–12 deltagare
Utredningen tar tio till tolv månader.                             | 10–12 månader
Index höjdes från 71 till 73.                                      | 71 ; 73
Det är fem och sju procent.                                        | 5 % ; 7 %
Det är fem, sju och nio procent.                                   | 5 % ; 7 % ; 9 %
41 = 19 + 14 + 8                                                   | 41 ; 19 ; 14 ; 8
Samtliga fem mål uppfylls.                                         | 5 mål
Alla mål utom två uppnås.                                          | 2
Alla aktiviteter utom en är klara.                                 | 1
Endast ett ärende återstår.                                        | 1 ärende
Det är två pojkar och en flicka.                                   | 2 pojkar ; 1 flicka
Två chefer och en ny rutin finns.                                  | 2 chefer
Tolv personer, varav en kvinna, deltog.                            | 12 personer ; 1 kvinna
Inga nya placeringar har gjorts.                                   | 0 placeringar
Inga klagomål har inkommit.                                        | 0 klagomål
Inget barn har vräkts.                                             | 0 barn
Ingen information har lämnats.                                     |
Ingen vill vänta.                                                  |
Antalet har halverats.                                             | 0.5×
Antalet har fördubblats sedan dess.                                | 2×
Det kom tre gånger så många.                                       | 3×
Vi hade två nya indikatorer.                                       | 2 indikatorer
Vi hade 8 aktuella ärenden.                                        | 8 ärenden
Vi hade tre långtidssjukskrivna medarbetare.                       | 3 medarbetare
Vi hade 45 fordon i trafik.                                        | 45 fordon
Vi hade fyra trygghets- och säkerhetsråd.                          | 4 säkerhetsråd
Vi hade 13 nya SIP:ar.                                             | 13 SIP:ar
Vi hade tio APT-möten.                                             | 10 APT-möten
51 gick till arbete, 22 till kurser och 17 har fått stöd.    | 51 ; 22 ; 17
Årsmålet om 190 nås inte.                                       | 190
65 jämfört med 62 förra året.                                      | 65 ; 62
Snittet är 7,3 på en 10-gradig skala.                              | 7.3
Medelåldern är 72 år.                                              | 72 år
Kontakt tas inom 48 timmar.                                        | 48 timmar
Väntetiden är cirka 14 dagar.                                      | ungefär 14 dagar
Energin uppgick till 1945 GWh.                                     | 1945 GWh
Cirka 2000 besökare kom.                                           | ungefär 2000 besökare
Tre och en halv tjänst är vakant.                                  | 3.5 tjänst
Fem tjänster (14 män och 11 kvinnor).                               | 5 tjänster ; 14 män ; 11 kvinnor
Kursen ger 3 hp.                                                   | 3 hp
Lokalen är på 340 kvm.                                             | 340 m²
Mål: 22 personer.                                                  | 22 personer
Vi nådde årsmål 95 %.                                              | 95 %
(årsmål 50)                                                        | 50
- 5 barn                                                           | 5 barn
-5 barn                                                            | 5 barn
• 5 barn                                                           | 5 barn
Vi fick 16.                                                        | 16
Resultatet blev 84. Index steg.                                    | 84
Staden hamnar på 7,1. Enkäten visar annat.                         | 7.1
"""


@pytest.mark.parametrize(("text", "expected"), cases(FIGURES))
def test_a_quantity_is_read(text, expected):
    assert [said(figure) for figure in find_numbers(text).figures] == expected


def test_a_figure_knows_where_it_stands():
    text = "Totalt drygt 20 nya ärenden kom in."
    (figure,) = find_numbers(text).figures
    assert figure.span.of(text) == "20"
    assert figure.extent.of(text) == "drygt 20 nya ärenden"
    assert figure.noun_span is not None
    assert figure.noun_span.of(text) == "ärenden"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Årets resultat är +5 \n111 tkr.", [5111]),
        ("Kostnaden blev 12\n500 kronor.", [12500]),
        ("Avvikelsen är -1\n250,5 tkr.", [Decimal("-1250.5")]),
        ("Antal platser 12\n500 personer deltog.", [12, 500]),
        ("Kö: 5\n1111 tkr", [5, 1111]),
    ],
)
def test_money_goes_on_over_the_end_of_a_line_and_nothing_else_does(text, amounts):
    assert [figure.low for figure in find_numbers(text).figures] == amounts


def test_decimals_bound_what_an_exact_figure_may_stand_for():
    (figure,) = find_numbers("Andelen är 0,78 %.").figures
    low, high = figure.interval
    assert (str(low), str(high)) == ("0.775", "0.785")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("cirka 30 procent", "27", "33"),
        ("cirka 90 medarbetare", "85", "95"),
        ("drygt 20 personer", "20", "24"),
        ("knappt 2,5 mnkr", "2.4", "2.5"),
        ("minst 70 procent", "70", "Infinity"),
        ("högst fem dagar", "-Infinity", "5"),
        ("+/- 1 %", "-1", "1"),
        ("ett sextiotal ledare", "55", "65"),
        ("10–12 deltagare", "9.5", "12.5"),
    ],
)
def test_a_degree_widens_the_interval(text, low, high):
    (figure,) = find_numbers(text).figures
    assert tuple(f"{end.normalize():f}" for end in figure.interval) == (low, high)


def test_a_fraction_says_its_share():
    (figure,) = find_numbers("Två av tre delindex har förbättrats.").figures
    assert figure.share is not None
    assert round(figure.share, 1) == Decimal("66.7")


PIECES = st.sampled_from(
    ["16 ", "personer", " och ", "1,7 mnkr", "−", "-", "±", "2024", "–", "8 749", "1.2.1. ", "§ ", "kl. ", "två ", "av ", "en ", "tredjedel",
     "tal", "15-tal", " till ", "från ", "%", "\n", " ", "mål ", "ca ", "halverats ", "inga ", "0", "9" * 30, "İ", "²", "٣", "(", ")", "/", ":", "\u00ad"]
)  # fmt: skip


@settings(max_examples=150)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=40))
def test_any_text_is_read_without_a_fall_and_spans_lie_within_it(text):
    found = find_numbers(text)
    reached = 0
    for figure in found.figures:
        assert reached <= figure.span.start < figure.span.end <= len(text)
        assert 0 <= figure.extent.start <= figure.span.start
        assert figure.span.end <= figure.extent.end <= len(text)
        assert figure.low <= figure.high
        assert figure.interval[0] <= figure.interval[1]
        reached = figure.span.end
    for aside in found.asides:
        assert 0 <= aside.span.start < aside.span.end <= len(text)
        assert not any(aside.span.meets(figure.span) for figure in found.figures)
