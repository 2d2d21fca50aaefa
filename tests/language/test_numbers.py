from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
16 av samtalen kom från anhöriga.                                  | 16 samtalen
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
Index höjdes från 81 till 82.                                      | 81 ; 82
Det är fem och sju procent.                                        | 5 % ; 7 %
Det är fem, sju och nio procent.                                   | 5 % ; 7 % ; 9 %
37 = 16 + 13 + 8                                                   | 37 ; 16 ; 13 ; 8
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
84 gick till arbete, 20 till studier och 14 har beviljats stöd.    | 84 ; 20 ; 14
Årsmålet om 280 uppnås inte.                                       | 280
65 jämfört med 62 förra året.                                      | 65 ; 62
Snittet är 6,1 på en 10-gradig skala.                              | 6.1
Medelåldern är 72 år.                                              | 72 år
Kontakt tas inom 48 timmar.                                        | 48 timmar
Väntetiden är cirka 14 dagar.                                      | ungefär 14 dagar
Energin uppgick till 1945 GWh.                                     | 1945 GWh
Cirka 2000 besökare kom.                                           | ungefär 2000 besökare
Tre och en halv tjänst är vakant.                                  | 3.5 tjänst
Fem tjänster (12 män och 6 kvinnor).                               | 5 tjänster ; 12 män ; 6 kvinnor
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
Staden ligger på 6,6. Enkäten visar annat.                         | 6.6
""".strip().splitlines()

ASIDES = """
Under 2024 ökade antalet.                          | år 2024
Programmet gäller 2023–2026.                       | år 2023–2026
Programmet gäller 2020- 2023.                      | år 2020- 2023
Läsåret 2023/24 var bra.                           | år 2023/24
Läsåret 23/24 var bra.                             | år 23/24
I VB 2021 stod det.                                | år 2021
Under första kvartalet 2024 hände det.             | år 2024
Den 30 april 2024 var sista dagen.                 | datum 30 april 2024
Den 8 mars kom svaret.                             | datum 8 mars
Perioden 10 april - 23 maj.                        | datum 10 april ; datum 23 maj
Den 3-5 juni.                                      | datum 3-5 juni
Utfallet är per 2024-03-31.                        | datum 2024-03-31
Den 1/6 flyttade vi.                               | datum 1/6
Öppet kl. 08.00–16.30.                             | klockslag 08.00–16.30
Öppet klockan 9-12.                                | klockslag 9-12
Mötet börjar 13:15.                                | klockslag 13:15
Enligt lagen (1990:52) gäller.                     | lagrum 1990:52
Enligt 4 kap. 2 § gäller.                          | lagrum 4 kap. 2 §
Enligt 9 § gäller.                                 | lagrum 9 §
Enligt § 12 gäller.                                | lagrum 12
Dnr 2024/123 finns.                                | diarienummer 2024/123
Dnr 1.1-345/2024 finns.                            | diarienummer 1.1-345/2024
Ring 08-508 00 000 för mer.                        | telefonnummer 08-508 00 000
Ring 08-50800000.                                  | telefonnummer 08-50800000
Barn 20-29 år erbjuds.                             | ålder 20-29 år
Kursen ABC 0-2 år hölls.                           | ålder 0-2 år
Barn 6–17 år deltog.                               | ålder 6–17 år
Hon väntar på 18-årsdagen.                         | ålder 18-årsdagen
En 16-åring deltog.                                | ålder 16-åring
De som är 65 år eller äldre.                       | ålder 65 år eller äldre
Personer över 18 år.                               | ålder 18 år
Se mål 3.6.                                        | hänvisning 3.6
Se mål 1.3 och 3.6.                                | hänvisning 1.3 ; hänvisning 3.6
Se mål 2.                                          | hänvisning 2
Enligt bilaga 3b.                                  | hänvisning 3b
Enligt bilagorna 2 och 3.                          | hänvisning 2 ; hänvisning 3
I tertialrapport 2 återkommer vi.                  | hänvisning 2
Under tertial 1.                                   | hänvisning 1
Under tertial två.                                 | hänvisning två
I årskurs nio.                                     | hänvisning nio
I åk 9 och år 2 på gymnasiet.                      | hänvisning 9 ; hänvisning 2
Sjukfrånvaro dag 1–14 minskade.                    | hänvisning 1–14
Vi utbildar i steg 1.                              | hänvisning 1
I vecka 44.                                        | hänvisning 44
I graviditetsvecka 20.                             | hänvisning 20
1.2.1. Barn växer upp tryggt                       | målnummer 1.2.1.
1.1 Alla barn                                      | målnummer 1.1
1. En modern stad                                  | listnummer 1.
2) En annan punkt                                  | listnummer 2)
Sid 22 (28)                                        | sida 22 (28)
Box 490                                            | adress 490
Vi finns på Testgatan 30.                          | adress 30
Agenda 2030 gäller.                                | namn 2030
Covid-19 slog till.                                |
Effekter av covid -19.                             | namn 19
Utredningen IB1 görs.                              |
På 60-talet byggdes det.                           | namn 60-talet
På en 10-gradig skala.                             | namn 10-gradig
Frånvaro rullande 12 månader.                      | namn 12
Frånvaro rullande tolv.                            | namn tolv
Kvinnor: % saknas.                                 | procenttecken %
Lokalen Tre liljor                                 |
Insatser mot sex mot ersättning.                   |
En av filmerna visades.                            |
Vi har en rutin och ett mål.                       |
""".strip().splitlines()


def cases(lines: list[str]) -> list[tuple[str, list[str]]]:
    pairs = (line.split("|") for line in lines)
    return [(text.strip(), [part.strip() for part in expected.split(";") if part.strip()]) for text, expected in pairs]


@pytest.mark.parametrize(("text", "expected"), cases(FIGURES))
def test_a_quantity_is_read(text, expected):
    assert [said(figure) for figure in find_numbers(text).figures] == expected


@pytest.mark.parametrize(("text", "expected"), cases(ASIDES))
def test_what_is_no_quantity_is_told_apart(text, expected):
    found = find_numbers(text)
    named = [f"{aside.kind.value} {aside.text}" if aside.text != "%" else "procenttecken %" for aside in found.asides]
    assert named == expected
    assert not found.figures


def test_years_that_a_span_names_are_its_first_and_last():
    (aside,) = find_numbers("Programmet gäller 2023/24.").asides
    assert aside.years == (2023, 2024)


def test_a_figure_knows_where_it_stands():
    text = "Totalt drygt 20 nya ärenden kom in."
    (figure,) = find_numbers(text).figures
    assert figure.span.of(text) == "20"
    assert figure.extent.of(text) == "drygt 20 nya ärenden"
    assert figure.noun_span is not None
    assert figure.noun_span.of(text) == "ärenden"


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
