from __future__ import annotations

import pytest
from tests.language.describing import cases, told

from avstamt.language.claims.model import Balance, Change, Comparison, Level, Parts

LEVELS = """
Snittet har varit 52 hushåll under 2022 mot 61 under 2021.                 | utfall 52 hushåll @2022 ; utfall 61 bas @2021
Värdet för 2021 är 1,5 % och för 2022 1,57 %.                              | utfall 1,5 % @2021 ; utfall 1,57 % @2022
Under 2023 är index 71 jämfört med 2022 då det var 68 (2021 var det 66).   | utfall 71 @2023 ; utfall 68 @2022 ; utfall 66 @2021
I december 2022 fanns 412 platser, motsvarande siffra i mars 2023 var 398. | utfall 412 platser @2022 ; utfall 398 @2023
Nio ärenden har inkommit jämfört med fyra ärenden under hela förra året.   | utfall Nio ärenden ; utfall fyra ärenden bas @förra året
Andelen nöjda uppgår till 83 procent.                                      | utfall 83 procent
Årsmålet om 25 platser nås inte.                                           | årsmål 25 platser
Årsmålet var satt till 90 procent.                                         | årsmål 90 procent
Målet är minst 70 procent.                                                 | årsmål minst 70 procent
Vi har anvisat 12 lägenheter (årsmål 40).                                  | utfall 12 lägenheter ; årsmål 40
KF:s årsmål är 60 %.                                                       | KF:s årsmål 60 %
Årsmålet för 2024 är 85 %, utfallet blev 81 %.                             | årsmål 85 % @2024 ; utfall 81 % @2024
Prognosen för helåret är 55 procent.                                       | prognos 55 procent [prognos]
Årsutfallet beräknas bli 1,8-2,0 GWh.                                      | prognos 1,8-2,0 GWh [prognos]
Volymen väntas uppgå till 300 ärenden.                                     | prognos 300 ärenden [prognos]
Budgeten för omställning uppgår till 9,0 mnkr.                             | budget 9,0 mnkr
Riktvärdet är 33,3 %.                                                      | riktvärde 33,3 %
För män är andelen 12 % och för kvinnor 9 %.                               | utfall 12 % män ; utfall 9 % kvinnor
Andelen är 12 % för män och 9 % för kvinnor.                               | utfall 12 % män ; utfall 9 % kvinnor
84 procent (män 86 %, kvinnor 82 %) är nöjda.                              | utfall 84 procent ; utfall 86 % män ; utfall 82 % kvinnor
Frånvaron uppgick till 6,9 % (7,4 % 2022).                                 | utfall 6,9 % ; utfall 7,4 % @2022
Frånvaron uppgick till 6,9 % (2022: 7,4 %).                                | utfall 6,9 % ; utfall 7,4 % @2022
Frånvaron är 6,9 % jämfört med föregående års 7,4 %.                       | utfall 6,9 % ; utfall 7,4 % bas @förra året
Index är 82 (81).                                                          | utfall 82 ; utfall 81 bas
Andelen är oförändrad jämfört med 2022 och ligger på 64 %.                 | utfall 64 %
82 % är nöjda, jämfört med stadens 85 %.                                   | utfall 82 % ; utfall 85 % bas
Årsmålet är satt till 75, prognosen är 74 och utfallet är 73.              | årsmål 75 ; prognos 74 [prognos] ; utfall 73
Det har gjorts 1 340 besök, att jämföra med 1 120 samma period 2023.       | utfall 1 340 besök ; utfall 1 120 bas @2023
Index blev 76 (74 år 2022).                                                | utfall 76 ; utfall 74 @2022
Utgifterna är 12,4 mnkr mot budgeterade 15,0 mnkr.                         | utfall 12,4 mnkr ; budget 15,0 mnkr
Planen är att alla 14 skolor ska vara klara 2025.                          | utfall 14 skolor [avsikt] @2025
Årsmålet för frånvaro, 6,0 procent, har inte nåtts.                        | årsmål 6,0 procent
Utfallet 88 % är över årsmålet 85 %.                                       | utfall 88 %
Andelen är 76 %, en minskning från 79 % året innan.                        | utfall 76 %
Utfall 87 % (årsmål 90 %, utfall 2022 84 %).                               | utfall 87 % ; årsmål 90 % ; utfall 84 % @2022
Antalet var 12 (2022: 14, 2021: 17).                                        | utfall 12 ; utfall 14 @2022 ; utfall 17 @2021
Prognos 2024: 92 %.                                                        | prognos 92 % [prognos] @2024
Andelen nöjda flickor är 81 %.                                             | utfall 81 % kvinnor
Det är vad man kan vänta sig, 17 % är otrygga.                             | utfall 17 %
Enheten ska anställa tre handläggare.                                      | utfall tre handläggare [avsikt]
Enheten kommer att anställa tre handläggare.                               | utfall tre handläggare [prognos]
Om fem personer slutar ökar trycket.                                       | utfall fem personer [villkor]
Väntetiden är 14 dagar.                                                    | utfall 14 dagar
Kontakt tas inom 48 timmar.                                                |
Alla barn utom ett har svarat.                                             |
Inga klagomål har inkommit.                                                | utfall Inga klagomål
2 av 3 delindex har förbättrats.                                           | utfall 2 av 3 delindex
"""

CHANGES = """
Andelen har minskat från 0,9 % till 0,7 % sedan 2020.                      | minskat från:0,9 % till:0,7 % sedan:2020
Antalet ökade från 40 avtal till 43 avtal under 2023.                      | ökat från:40 avtal till:43 avtal @2023
Antalet har minskat med tre ärenden.                                       | minskat med:tre ärenden
Det är en ökning med nästan tjugo procent jämfört med 2022.                | ökat med:nästan tjugo procent sedan:2022
Motivation höjdes från 71 till 72, styrning från 73 till 74.               | ökat från:71 till:72 ; ökat från:73 till:74
Sjukfrånvaron har ökat kraftigt under 2023.                                | ökat @2023
Sjukfrånvaron har sjunkit till 5,9 %.                                      | minskat till:5,9 %
Sjukfrånvaron är oförändrad.                                               | oförändrat
Antalet har stabiliserats.                                                 | oförändrat
Resultatet är förbättrat sedan 2020.                                       | förbättrats sedan:2020
Resultatet har försämrats något.                                           | försämrats
Antalet har gått ned igen.                                                 | minskat
Index har gått upp.                                                        | ökat
Två medarbetare har gått upp i tid.                                        |
Kön har halverats.                                                         | minskat med:halverats
Andelen män med bistånd har minskat.                                       | minskat män
Frånvaron har inte ökat.                                                   | ökat NEKAT
Frånvaron ska minska.                                                      | minskat [avsikt]
Vi arbetar för att minska frånvaron.                                       | minskat [avsikt]
Frånvaron väntas minska.                                                   | minskat [prognos]
Frånvaron kommer att minska.                                               | minskat [prognos]
Arbetet ska bidra till att andelen ökar.                                   | ökat [avsikt]
Staden är en plats där utsläppen ska minska och tryggheten ökar.           | minskat [avsikt] ; ökat [avsikt]
Om antalet ökar behövs fler lokaler.                                       | ökat [villkor]
Antalet har fortsatt att öka.                                              | ökat
Vi har fortsatt arbetet med att minska kostnaderna.                        | minskat [avsikt]
Vi har fått ett ökat stöd och ökade resurser.                              |
Det beror på minskade intäkter.                                            |
En enkätundersökning och en ansökan är klara.                              |
Barn växer upp under trygga förhållanden.                                  |
Som ett första steg ska vi lyssna.                                         |
Antalet är 1 204, en minskning med cirka 8 procent jämfört med 2022.       | minskat med:cirka 8 procent sedan:2022
Antalet minskade med 12 barn, från 240 i januari till 228 i maj.           | minskat från:240 till:228 med:12 barn
Andelen är 76 %, en minskning från 79 % året innan.                        | minskat från:79 % sedan:förra året
Andelen har ökat från föregående års 71 % till 76 %.                       | ökat från:71 % till:76 % sedan:förra året
Antalet team utökats från sex till sju.                                | ökat från:sex till:sju
"""

COMPARISONS = """
Andelen män är högre än andelen kvinnor.                                   | högre det andra könet män
Resultatet ligger under stadens snitt.                                     | lägre staden
Resultatet ligger kraftigt över stadens genomsnitt.                        | högre staden
Årets betyg är något lägre än 2022 års betyg.                        | lägre tidigare än:2022 @i år
Index är 77, vilket är en indexpunkt högre än 2023.                        | högre tidigare med:en indexpunkt än:2023
Andelen är en procentenhet lägre än förra året.                            | lägre tidigare med:en procentenhet än:förra året
Kötiden är i paritet med 2023 års kötid.                                 | lika tidigare än:2023
Volymen ligger på samma nivå som föregående år.                            | lika tidigare än:förra året
Utfallet ligger i nivå med uppsatt årsmål.                                 | lika målet
Utfallet ligger strax under årsmålet.                                      | lägre målet
Andelen är lägre än 4,5 %.                                                 | lägre ett tal än:4,5 %
Förbrukningen är 31,5 % och alltså lägre än riktvärdet 33,3 %.             | lägre riktvärdet än:33,3 %
Hyran är 0,7 mnkr högre än budgeterat.                               | högre budget med:0,7 mnkr
Det förklaras av lägre lönekostnader än budgeterat.                        | lägre budget
Det är färre ärenden jämfört med samma period föregående år.               | lägre tidigare än:förra året
Det har hållits ett hundratal färre samtal.                                | lägre annat med:ett hundratal färre samtal
Vi är ungefär fyra procent ifrån att nå årsmålet.                             | ifrån målet med:ungefär fyra procent
Resultatet är inte lägre än förra året.                                    | lägre tidigare än:förra året NEKAT
Resultatet ligger under stadens snitt och är försämrat sedan 2014.         | lägre staden
Index blev 79, vilket är två enheter över årsmålet 77.                     | högre målet med:två enheter än:77
Utfallet överstiger årsmålet.                                              | högre målet
Årsmålet överträffades med 3 procentenheter.                               | bättre målet med:3 procentenheter
Resultatet är i linje med målet.                                           | lika målet
Arbetet ligger i linje med uppdraget.                                      |
Kostnaderna överstiger budget.                                             |
Mer än 30 ärenden väntar.                                                  |
Index stannade på 74, precis som förra året.                              | lika tidigare än:förra året
"""

PARTS = """
25 personer (14 män och 11 kvinnor) fick plats.                             | 25 personer = 14 män(män) + 11 kvinnor(kvinnor)
Åtta möten (fyra för lågstadiet och fyra för mellanstadiet) hölls.         | Åtta möten = fyra + fyra
20 personer, varav 8 kvinnor, skrevs in.                                   | 20 personer > 8 kvinnor(kvinnor)
Vi fick 59 samtal, varav 41 gav råd och 18 hänvisades vidare.              | 59 samtal > 41 + 18
72 hushåll avslutades. Av dessa gick 31 till arbete och 12 till studier.   | 72 hushåll > 31 + 12
80 personer fick stöd. Av dem var 71 kvinnor och 9 män.                    | 80 personer = 71 kvinnor(kvinnor) + 9 män(män)
Fem barn och tre ungdomar deltog. Av dessa var två flickor.                | ? > två flickor(kvinnor)
41 mejl kom in. 19 av mejlen skrevs av grannar, 14 av föräldrar och 8 av lärare. | 41 mejl > 19 av mejlen + 14 + 8
41 = 19 + 14 + 8                                                           | 41 = 19 + 14 + 8
Besöken var 60 ungdomar, fördelat på 25 % flickor och 75 % pojkar.         | 60 ungdomar = 25 %(kvinnor) + 75 %(män)
45 % var flickor och 55 % var pojkar.                                      | ? = 45 %(kvinnor) + 55 %(män)
35 % av dem som svarade var flickor och 65 % pojkar.                           | ? = 35 %(kvinnor) + 65 %(män)
Nöjda är 80 % för kvinnor och 60 % för män.                                |
84 procent (män 86 %, kvinnor 82 %) är nöjda.                              |
Av de 45 avtalen är 40 följda, tre nya och två uppsagda.                   | 45 avtalen > 40 + tre + två
Av 120 tillsyner ledde 14 till föreläggande.                               | 120 tillsyner > 14
Bland de 62 som svarat är 48 kvinnor och 14 män.                           | 62 = 48 kvinnor(kvinnor) + 14 män(män)
Av enhetens 32 medarbetare har 28 genomgått kursen.                        | 32 medarbetare > 28
Totalt inkom 56 synpunkter: 30 klagomål, 20 förslag och 6 beröm.           | 56 synpunkter = 30 klagomål + 20 förslag + 6 beröm
Parken besöktes av 140 barn och 20 vuxna.                                  |
25 personer, 14 män och 11 kvinnor, fick plats.                             | 25 personer = 14 män(män) + 11 kvinnor(kvinnor)
Underskottet är 3,5 mnkr, varav 2 mnkr avser en flytt.                 | 3,5 mnkr > 2 mnkr
Vi fick 400 tkr och av dessa användes 80 tkr.                              | 400 tkr > 80 tkr
29 projekt pågår. Av dessa har fyra beslutats, vilket motsvarar 34 platser. | 29 projekt > fyra
Enheten fick 26 förslag under våren, 11 om maten, 9 om lokalerna och 6 om aktiviteter. |
Vi har tagit emot 41 ärenden i år, 19 frågor, 15 felanmälningar och 9 tips. | 41 ärenden = 19 frågor + 15 felanmälningar + 9 @i år
Det finns tre boenden med tillsammans 96 platser; Almen har 40, Boken 32 och Eken 26. | 96 platser = 40 + 32 + 26
Vi har 41 medarbetare, 12 bilar, 9 cyklar och 4 lokaler.                    |
Av 90 beställda bänkar har 64 ställts ut: 30 i parken, 21 vid skolan och 13 på torget. | 64 = 30 + 21 + 13
"""

BALANCES = """
Resultatet blev ett överskott på 4 230 tkr.                               | överskott 4 230 tkr
Verksamheten har ett underskott med -37 tkr.                               | underskott -37 tkr
Nämnden räknar i sin prognos med ett underskott på 1,4 mnkr.             | underskott 1,4 mnkr [prognos]
Utgifterna bedöms överstiga budget med cirka 11,2 mnkr.                   | underskott cirka 11,2 mnkr
Kostnaderna överskrider budget.                                            | underskott
Enheten har en budget i balans.                                            | i balans
Ekonomin är i balans 2023.                                                 | i balans @2023
Livet är i balans.                                                         |
Enhetens resultat för 2023 är +120 tkr.                                    | överskott +120 tkr tecken @2023
Barn och unga -1,4 mnkr                                                  | underskott -1,4 mnkr rubrik tecken
Stöd till föreningar ±0 mnkr                                               | i balans ±0 mnkr rubrik tecken
Verksamhet för äldre +4,4 mnkr                                             | överskott +4,4 mnkr rubrik tecken
Resultatet före avskrivningar blev minus 0,4 mnkr.                         | underskott minus 0,4 mnkr tecken
Avvikelsen uppgår till -3,1 mnkr.                                          | underskott -3,1 mnkr tecken
Personal överstiger budget med 1 mnkr medan hyran understiger budget med 2 mnkr. | underskott 1 mnkr ; överskott 2 mnkr
Vuxenenheten visar ett negativt resultat.                                  | underskott
Det blev inget underskott.                                                 |
Enheten får 0,2 mnkr i överskott.                                          | överskott 0,2 mnkr
Överskottet på 0,5 mnkr möter underskottet på 0,3 mnkr.                    | överskott 0,5 mnkr ; underskott 0,3 mnkr
"""


@pytest.mark.parametrize(("text", "expected"), cases(LEVELS))
def test_a_stated_figure_is_a_level(text, expected):
    assert told(text, Level) == expected


@pytest.mark.parametrize(("text", "expected"), cases(CHANGES))
def test_a_change_is_read_with_its_ends(text, expected):
    assert told(text, Change) == expected


@pytest.mark.parametrize(("text", "expected"), cases(COMPARISONS))
def test_a_comparison_knows_what_it_compares_with(text, expected):
    assert told(text, Comparison) == expected


@pytest.mark.parametrize(("text", "expected"), cases(PARTS))
def test_parts_belong_to_their_whole(text, expected):
    assert told(text, Parts) == expected


@pytest.mark.parametrize(("text", "expected"), cases(BALANCES))
def test_money_comes_out_with_a_surplus_a_deficit_or_in_balance(text, expected):
    assert told(text, Balance) == expected
