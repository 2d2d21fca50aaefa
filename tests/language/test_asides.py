from __future__ import annotations

import pytest
from tests.language.describing import cases

from avstamt.language.numbers.finding import find_numbers

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
Perioden 12 april - 25 maj.                        | datum 12 april ; datum 25 maj
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
"""


@pytest.mark.parametrize(("text", "expected"), cases(ASIDES))
def test_what_is_no_quantity_is_told_apart(text, expected):
    found = find_numbers(text)
    named = [f"{aside.kind.value} {aside.text}" if aside.text != "%" else "procenttecken %" for aside in found.asides]
    assert named == expected
    assert not found.figures


def test_years_that_a_span_names_are_its_first_and_last():
    (aside,) = find_numbers("Programmet gäller 2023/24.").asides
    assert aside.years == (2023, 2024)
