"""Correct passages that name income, costs, areas or rows of a table, and tell of something else than what is printed there."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, reckoned
from tests.rules.correct.money import AREAS, CLOSED, UNIT_TABLE

UNIT = reckoned((UNIT_TABLE,), year=2022, **UNIT_VB)
NAMND = reckoned((AREAS,), year=2018, **NAMND_T2)
TECHNICAL = reckoned((CLOSED,), year=2023, **NAMND_VB)

UNIT_WORDS = (
    "Intäkterna är 500 tkr högre än budget, och kostnaderna 1 800 tkr högre.",
    "Intäkterna överstiger budget med 0,5 mnkr.",
    "Kostnaderna uppgår till 33,2 mnkr mot budgeterade 31,4 mnkr.",
    "Kostnaderna är drygt 1,7 mnkr högre än budget.",
    "Intäkterna blev 2 900 tkr, vilket är 500 tkr mer än budgeterat och 300 tkr mer än 2021.",
    "Kostnaderna för vikarier uppgår till 900 tkr.",
    "Kostnaderna var 4,1 mnkr högre än året innan.",
    "Intäkterna, exklusive interna poster, uppgår till 0,8 mnkr.",
    "De rörliga kostnaderna uppgick till 2,3 mnkr.",
    "Till och med augusti var kostnaderna 1,1 mnkr högre än budget.",
    "Köket startade i mars. Kostnaderna är 120 tkr högre än budget.",
    "Intäkterna är högre än budget eftersom enheten har sålt platser för 640 tkr.",
    "Om hyran inte hade sänkts hade kostnaderna blivit 400 tkr högre än budget.",
    "Intäkterna har ökat med 260 tkr sedan 2021.",
    "Kostnaderna per barn uppgår till 141 tkr.",
)
NAMND_WORDS = (
    "Äldreomsorgens intäkter väntas bli 2,1 mnkr högre än budget.",
    "Kostnaderna inom barn och ungdom är 4,4 mnkr högre än budget, och intäkterna 0,9 mnkr högre.",
    "Kostnaderna för ekonomiskt bistånd uppgår till 60,2 mnkr till och med augusti.",
    "Förskolans intäkter beräknas uppgå till 38,0 mnkr.",
    "Enhetens kostnader uppgår till 7,4 mnkr.",
)
TECHNICAL_WORDS = (
    "Intäkterna från parkering är 12,3 mnkr högre än budget, medan kostnaderna för gator är 8,6 mnkr högre.",
    "Kostnaderna för beläggning uppgick till 61 mnkr, 2,4 mnkr lägre än budgeterat.",
    "Intäkterna av felparkeringar är 6,1 mnkr högre än 2022.",
)

CASES = ((UNIT, UNIT_WORDS), (NAMND, NAMND_WORDS), (TECHNICAL, TECHNICAL_WORDS))
