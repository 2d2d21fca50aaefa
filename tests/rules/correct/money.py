"""Correct passages about money, beside tables that bear them out: signs, parts, transfers, years, tkr and mnkr."""

from __future__ import annotations

from tests.builders import table
from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, reckoned

from avstamt.domain.economy import ColumnRole, EconomyKind, RowRole, SignConvention, Unit

UNIT_TABLE = table(
    {"Budget": ColumnRole.BUDGET, "Utfall": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE},
    [
        ("Intäkter", RowRole.INCOME, ["2 400", "2 900", "500"]),
        ("Kostnader", RowRole.COST, ["-31 400", "-33 200", "-1 800"]),
        ("Netto", RowRole.NET, ["-29 000", "-30 300", "-1 300"]),
    ],
)
AREAS = table(
    {"Bokslut 2017": ColumnRole.CLOSING, "Budget 2018": ColumnRole.BUDGET, "Prognos 2018": ColumnRole.FORECAST,
     "Avvikelse": ColumnRole.VARIANCE},
    [
        ("Barn och ungdom", RowRole.AREA, ["182,4", "190,0", "193,5", "-3,5"]),
        ("Äldreomsorg", RowRole.AREA, ["501,2", "515,0", "511,0", "4,0"]),
        ("Förskola", RowRole.AREA, ["402,0", "410,0", "410,0", "0,0"]),
        ("Ekonomiskt bistånd", RowRole.AREA, ["88,1", "90,0", "90,5", "-0,5"]),
        ("Totalt", RowRole.TOTAL, ["1 173,7", "1 205,0", "1 205,0", "0,0"]),
    ],
    kind=EconomyKind.FORECAST,
    unit=Unit.MNKR,
)  # fmt: skip
CLOSED = table(
    {"Budget 2023": ColumnRole.BUDGET, "Utfall 2023": ColumnRole.OUTCOME, "Avvikelse": ColumnRole.VARIANCE},
    [
        ("Gator och vägar", RowRole.AREA, ["420,0", "428,6", "-8,6"]),
        ("Parker", RowRole.AREA, ["135,0", "131,2", "3,8"]),
        ("Parkering", RowRole.AREA, ["-610,0", "-622,3", "12,3"]),
        ("Totalt", RowRole.TOTAL, ["-55,0", "-62,5", "7,5"]),
    ],
    kind=EconomyKind.FORECAST,
    unit=Unit.MNKR,
    sign=SignConvention.INCOME_NEGATIVE,
)

UNIT = reckoned((UNIT_TABLE,), year=2022, **UNIT_VB)
NAMND = reckoned((AREAS,), year=2018, **NAMND_T2)
TECHNICAL = reckoned((CLOSED,), year=2023, **NAMND_VB)

UNIT_WORDS = (
    "Ett överskott inom lokaler gör att underskottet stannar vid 1,3 mnkr.",
    "Underskottet har minskat jämfört med prognosen i augusti, som var 2,0 mnkr.",
    "Resultatet före överföring är -1,3 mnkr.",
    "Enhetens kostnader ökade med 6 procent, och intäkterna med 21 procent jämfört med budget.",
    "Kostnaderna för mat överskred budgeten med 90 tkr.",
    "Enheten har haft extra kostnader på 350 tkr för skyddsutrustning, som har ersatts fullt ut.",
    "Enheten redovisar ett underskott på 1,3 mnkr.",
    "Enheten har ett underskott om 1 300 tkr, vilket motsvarar 4,5 procent av nettobudgeten.",
    "Kostnaderna överstiger budget med 1,8 mnkr, medan intäkterna är 0,5 mnkr högre än budgeterat.",
    "Underskottet på 1 300 tkr förklaras av högre kostnader för vikarier (900 tkr) och lokaler (400 tkr).",
    "Av underskottet avser 900 tkr vikarier. Resten beror på högre hyra.",
    "Enheten hade ett överskott på 200 tkr 2021.",
    "Intäkterna uppgår till 2,9 mnkr, varav 1,1 mnkr är statsbidrag.",
    "Lönekostnaderna är 22,4 mnkr, en ökning med 3,1 procent jämfört med 2021.",
    "I augusti väntades underskottet bli 2 mnkr, men tack vare vakanshållna tjänster stannade det vid 1,3 mnkr.",
    "Enheten för med sig ett överskott på 700 tkr från 2021 genom resultatfonden, som därefter uppgår till noll.",
    "Efter överföringen från resultatfonden på 700 tkr är underskottet 600 tkr.",
    "För varje plats betalas 412 kr per dygn.",
    "Kostnaden för tillfälligt inhyrd personal var 640 tkr under första halvåret och 260 tkr under det andra.",
    "Hyran höjs med 180 tkr per år från och med 2023.",
    "Åtgärderna beräknas ge full effekt 2023 och minska kostnaderna med 1,5 mnkr på helår.",
    "Uppföljningen görs varje månad tillsammans med controllern.",
)
NAMND_WORDS = (
    "Barn och ungdom: underskottet väntas bli 3,5 mnkr, varav placeringar 2,1 mnkr.",
    "För äldreomsorgen är prognosen 511 mnkr, 4 mnkr under budget.",
    "Kostnaderna väntas bli 1 205 mnkr, lika med budgeten.",
    "Budgeten för barn och ungdom höjs 2019 till 196 mnkr.",
    "Nämnden har en budget på 1 205,0 mnkr.",
    "Ekonomiskt bistånd beräknas kosta 90,5 mnkr.",
    "Överskottet inom äldreomsorg har ökat med 1 mnkr sedan tertialrapport 1.",
    "I prognosen ingår lönerevisionen med 18 mnkr.",
    "Nämnden prognostiserar ett nollresultat.",
    "Barn och ungdom prognostiserar ett underskott på 3,5 mnkr.",
    "Underskottet inom barn och ungdom beror på fler placeringar (2,1 mnkr) och högre dygnspriser (1,4 mnkr).",
    "Äldreomsorgen prognostiserar ett överskott på 4,0 mnkr, eftersom antalet timmar i hemtjänsten är lägre än budgeterat.",
    "Överskottet inom äldreomsorgen täcker underskotten inom barn och ungdom och ekonomiskt bistånd.",
    "I tertialrapport 1 var prognosen för barn och ungdom ett underskott på 5,0 mnkr.",
    "Förskolan prognostiserar en budget i balans.",
    "Ekonomiskt bistånd väntas överskrida budgeten med 0,5 mnkr.",
    "I bokslutet för 2017 hade barn och ungdom ett överskott på 1,2 mnkr.",
    "Budgeten för förskolan är 410 mnkr, varav 62 mnkr avser hyror.",
    "Kostnaderna för personal ökar med 2,4 procent, framför allt till följd av årets lönerevision.",
    "Nämnden begär budgetjustering med 1,6 mnkr för evakuering av Eksätra förskola.",
    "Till och med augusti har 66,1 procent av budgeten förbrukats, mot riktvärdet 66,7 procent.",
    "Prestationerna inom förskolan väntas bli 120 fler än budgeterat, vilket ger 9,6 mnkr.",
    "Resultatenheterna beräknas ha 14,2 mnkr i fonden vid årets slut.",
    "Den ekonomiska risken ligger i att antalet placeringar kan öka under hösten.",
)
TECHNICAL_WORDS = (
    "Resultatet är 7,5 mnkr bättre än budget.",
    "Gator och vägar kostade 428,6 mnkr, 8,6 mnkr över budget.",
    "Nettot blev -62,5 mnkr.",
    "Parkerna fick 131,2 mnkr.",
    "Av parkeringsintäkterna är 410 mnkr avgifter och 212,3 mnkr felparkering.",
    "Nämnden redovisar ett överskott på 7,5 mnkr.",
    "Gator och vägar har ett underskott på 8,6 mnkr, främst på grund av vinterväghållningen.",
    "Vinterväghållningen kostade 92 mnkr, 11 mnkr mer än ett normalår.",
    "Intäkterna från parkering blev 622,3 mnkr, vilket är 12,3 mnkr mer än budgeterat.",
    "Parkerna redovisar ett överskott på 3,8 mnkr eftersom två upprustningar flyttats till 2024.",
    "Investeringarna uppgick till 1,1 mdkr, 85 procent av budgeten.",
    "Av överskottet på 7,5 mnkr föreslås 2,0 mnkr föras över till 2024.",
    "Under 2022 var resultatet ett underskott på 15,4 mnkr.",
    "Elpriset var i snitt 64 öre per kWh, mot 112 öre per kWh året innan.",
    "Avskrivningarna ökar från 210 mnkr till 224 mnkr.",
    "Överskottet fördelar sig på tre områden, där parkering står för den största delen.",
    "Avvikelsen mot prognosen i tertialrapport 2 är 2,5 mnkr.",
)  # fmt: skip

CASES = ((UNIT, UNIT_WORDS), (NAMND, NAMND_WORDS), (TECHNICAL, TECHNICAL_WORDS))
