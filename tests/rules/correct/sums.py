"""Correct counts and sums: parts that overlap or leave a rest, goals and activities counted, changes told in two ways."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, analysed, reckoned, summed
from tests.rules.correct.money import AREAS, CLOSED, UNIT_TABLE

UNIT = analysed("Verksamheten växer", year=2023, **UNIT_VB)
SUMMARY = summed("Verksamheten växer", year=2018, **NAMND_VB)
UNIT_MONEY = reckoned((UNIT_TABLE,), year=2022, **UNIT_VB)
AREA_MONEY = reckoned((AREAS,), year=2018, **NAMND_T2)
CLOSED_MONEY = reckoned((CLOSED,), year=2023, **NAMND_VB)

WORDS = (
    "Av 60 deltagare var 35 kvinnor, 28 under 30 år och 20 nyanlända.",
    "Totalt 140 samtal har hållits, varav 60 med barn och 90 med föräldrar; i tio av dem var båda med.",
    "Enheten har 32 anställda, varav 24 på heltid och 5 på deltid; resten är timanställda.",
    "Antalet besök ökade från 1 200 till 1 500, det vill säga med 25 procent.",
    "Antalet besök ökade med 300 och uppgår nu till 1 500.",
    "Kön minskade från 45 till 30 personer, med en tredjedel.",
    "Andelen ökade från 40 till 44 procent, vilket är fyra procentenheter eller tio procent.",
    "Tre fjärdedelar, 75 procent, svarade ja.",
    "Av de 200 som svarade var 51 procent kvinnor, 47 procent män och 2 procent annat.",
    "Fördelningen är 33 procent i norr, 33 procent i söder och 33 procent i väster.",
    "Kostnaden per plats sjönk från 1 050 till 980 kr per dygn, nära sju procent.",
    "Besöken fördelade sig på våren (620), sommaren (210) och hösten (670), sammanlagt 1 500.",
    "Under januari–mars kom 300 ärenden in, mot 280 samma månader 2022.",
    "Av de tio kurserna fylldes åtta, och två ställdes in.",
    "Två av tre mål rör tillgänglighet.",
    "I åldern 13–15 år kom 120 ungdomar och i åldern 16–19 år 80.",
    "Varje grupp har 8–10 deltagare, sammanlagt ungefär 75 i de åtta grupperna.",
    "Genomsnittet är 4,2 på en femgradig skala, mot 4,0 tidigare.",
    "Drygt hälften, 54 procent, bor i området.",
    "Antalet klagomål är oförändrat, 12 båda åren.",
    "Antalet synpunkter har halverats, från 46 till 22.",
    "Antalet ansökningar har fördubblats sedan 2020, från 105 till 215.",
    "Ungefär en femtedel av besökarna (19 procent) är över 65 år.",
    "Elva personer har slutat och tolv har börjat, så antalet är en fler än i fjol.",
    "För kvinnor är väntetiden 12 dagar och för män 9, i snitt 11 dagar.",
    "Av 88 upphandlade platser används 70, och 18 står tomma.",
    "Av 412 ansökningar beviljades 226 och resterande 186 avslogs.",
    "Av 412 ansökningar beviljades 226, varav 40 delvis. Resterande 186 avslogs.",
    "Totalt kom 412 ansökningar, varav 226 beviljades, 30 återtogs och resterande 156 avslogs.",
    "Av 412 ansökningar från 380 personer beviljades 226 och resterande 186 avslogs.",
    "Under året kom 60 klagomål, 25 gällde bemötande, 20 väntetider och resterande 15 lokaler.",
    "Drygt 400 ansökningar kom in, 226 beviljades och resterande 186 avslogs.",
    "Av deltagarna gick 45 procent till arbete, 20 procent till studier och resterande 35 procent till annat.",
    "En tredjedel svarade ja, en tredjedel nej och resterande 34 procent visste inte.",
    "Av 45 avtal följdes 12 upp på plats. Övriga 30 leverantörer fick en enkät.",
    "Enheten har 42 anställda. Resterande 3 tjänster tillsätts i höst.",
    "412 ärenden fördelades på 8 handläggare.",
    "De 60 platserna är fördelade på 4 enheter, resterande 12 tillkom i maj.",
    "Bidrag om 1 200 tkr fördelades på 14 föreningar.",
    "Bidraget på 1 200 tkr fördelades med 700 tkr till förskolan och 500 tkr till skolan.",
    "Medlen om 4,3 mnkr fördelas på barn 2,0 mnkr, äldre 1,5 mnkr och resterande 0,8 mnkr på övrigt.",
    "Resultatet är 3,4 mnkr. Det fördelar sig på ett överskott om 5,0 mnkr för äldre och ett underskott om 1,6 mnkr för barn.",
    "Nettot om 5,2 mnkr fördelar sig på äldre +7,0 mnkr och barn -1,8 mnkr.",
    "Av 3,0 mnkr användes 1,2 mnkr till lokaler och resterande 1,8 mnkr till personal.",
    "Under våren användes 1,2 mnkr. Resterande 0,5 mnkr används i höst.",
)
UNIT_MONEY_WORDS = (
    "Underskottet är 1,3 mnkr: kostnaderna är 1,8 mnkr högre och intäkterna 0,5 mnkr högre än budget.",
    "Enheten redovisar ett negativt resultat på 1 300 tkr, -4,5 procent.",
    "Ett underskott väntades redan i vårens prognos, då 900 tkr.",
    "Budgeten är 29,0 mnkr netto.",
    "Avvikelsen, -1,3 mnkr, ska vara återhämtad 2024.",
    "Av intäkterna är 2,1 mnkr interna och 0,8 mnkr externa.",
    "Underskottet motsvarar två heltidstjänster.",
    "Lokalerna gav ett överskott på 0,2 mnkr som minskade underskottet till 1,3 mnkr.",
    "Vikariekostnaderna ökade med 900 tkr, från 2,1 mnkr till 3,0 mnkr.",
    "Inget underskott väntas 2023.",
    "Enheten har ingen skuld från tidigare år.",
)
AREA_MONEY_WORDS = (
    "Nämndens prognos är en budget i balans, med underskott på 4,0 mnkr och överskott på 4,0 mnkr.",
    "Två av fyra verksamhetsområden avviker mer än 1 mnkr.",
    "Barn och ungdom -3,5 mnkr förklaras av placeringar.",
    "Jämfört med tertialrapport 1 har prognosen för äldreomsorg förbättrats med 1,5 mnkr.",
    "Äldreomsorgens överskott kommer av att hemtjänsttimmarna är 2 procent färre (5,2 mnkr), medan vårdboendena kostar 1,2 mnkr mer.",
    "Ekonomiskt bistånd har ett litet underskott, -0,5 mnkr.",
    "Placeringarna kostar 12,4 mnkr mer än 2017, men budgeten har också höjts.",
    "Förskolans budget höjs med 9,6 mnkr genom prestationsförändringar.",
    "Nämnden ansöker om 2,5 mnkr ur stadens pott för trygghetsskapande åtgärder.",
    "Kostnaderna för hyror är i balans, trots indexuppräkningen.",
)
CLOSED_WORDS = (
    "Överskottet är 7,5 mnkr, summan av 12,3 och 3,8 minus 8,6 mnkr.",
    "Vinterväghållningen översteg sin budget med 11 mnkr, men beläggningsarbetena blev 2,4 mnkr billigare.",
    "Parkeringsintäkterna ökade med 4,1 procent jämfört med 2022.",
    "Av investeringarna på 1,1 mdkr gällde 640 mnkr broar och kajer.",
    "Trängselskatten ingår inte i nämndens intäkter.",
    "Bidraget från Trafikverket är 18 mnkr, varav 12 mnkr har betalats ut.",
)  # fmt: skip

CASES = (
    (UNIT, WORDS),
    (SUMMARY, WORDS),
    (UNIT_MONEY, UNIT_MONEY_WORDS),
    (AREA_MONEY, AREA_MONEY_WORDS),
    (CLOSED_MONEY, CLOSED_WORDS),
)
