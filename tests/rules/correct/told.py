"""Correct passages that name income, costs, areas or rows of a table, and tell of something else than what is printed there."""

from __future__ import annotations

from functools import partial

from tests.builders import section, text
from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, reckoned
from tests.rules.correct.money import AREAS, CLOSED, UNIT_TABLE

from avstamt.domain.report import Report

UNIT = reckoned((UNIT_TABLE,), year=2022, **UNIT_VB)
NAMND = reckoned((AREAS,), year=2018, **NAMND_T2)
TECHNICAL = reckoned((CLOSED,), year=2023, **NAMND_VB)


def _headed(title: str, passage: str) -> Report:
    """Return the nämnd's report with the passage under the heading of an area."""
    made = NAMND("Prognosen bygger på utfallet till och med augusti.")
    below = section(title, parent=made.sections[-1].id, text=text(*passage.split("\n")))
    return made.model_copy(update={"sections": (*made.sections, below)})


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
    "Budgeten för äldreomsorg är 515,0 mnkr och prognosen 511,0 mnkr.",
    "Äldreomsorgen har en budget om 515 mnkr, varav 210 mnkr gäller vårdboenden.",
    "Barn och ungdom har en prognos på 193,5 mnkr, 3,5 mnkr över budget.",
    "Avvikelsen för ekonomiskt bistånd är -0,5 mnkr.",
    "Förskolans budget för lokaler är 58,0 mnkr.",
    "De största avvikelserna finns inom barn och ungdom (-3,5 mnkr) och äldreomsorg (+4,0 mnkr).",
    "Sedan våren har prognosen förändrats mest för äldreomsorg, +1,0 mnkr.",
    "Inom barn och ungdom avviker placeringar, -4,6 mnkr, och familjehem, +1,1 mnkr.",
    "Öppen förskola, -0,4 mnkr, och kulturskola, +0,2 mnkr, redovisas tillsammans.",
    "Äldreomsorgens budget var 501,0 mnkr i planen och har sedan höjts.",
    "Budgeten för äldreomsorg uppgick efter justeringar till 513,2 mnkr i april.",
)
TECHNICAL_WORDS = (
    "Intäkterna från parkering är 12,3 mnkr högre än budget, medan kostnaderna för gator är 8,6 mnkr högre.",
    "Kostnaderna för beläggning uppgick till 61 mnkr, 2,4 mnkr lägre än budgeterat.",
    "Intäkterna av felparkeringar är 6,1 mnkr högre än 2022.",
)

UNDER_AREA = (
    "Prognosen är ett underskott på 3,5 mnkr.",
    "Verksamhetsområdet prognostiserar ett underskott mot budget (-3,5 mnkr).",
    "Ett underskott på 3,5 mnkr väntas, främst beroende på fler placeringar.",
    "Underskottet om 3,5 mnkr förklaras av köpta platser, medan familjerätten har ett överskott om 0,4 mnkr.",
    "Totalt redovisas ett underskott på 3 500 tkr, trots ett överskott på 0,6 mnkr inom förebyggande arbete.",
    "Verksamhetsområdet överskrider budget med 3,5 mnkr.",
    "Familjehemmen prognostiserar ett överskott om 1,1 mnkr och placeringarna ett underskott om 4,6 mnkr.",
    "Ett överskott om 1,1 mnkr finns inom familjehemsvården.",
    "Verksamhetsområdet hade 2017 ett överskott om 1,2 mnkr.",
    "Prognosen har försämrats med 0,9 mnkr sedan tertialrapport 1.",
    "Avvikelsen är -3,5 mnkr.",
    "Underskottet uppgår till 3,5 mnkr och förklaras av fler placeringar (2,8 mnkr) och hyror (0,7 mnkr).",
    "Underskottet avser främst placeringar, -4,6 mnkr, medan familjehemmen visar ett överskott.",
    "Verksamhetsområdet räknade i våras med ett underskott om 5,0 mnkr.",
)
HEADED = tuple(partial(_headed, title) for title in ("Barn och ungdom -3,5 mnkr", "Barn och ungdom"))

CASES = (
    *((ground, UNDER_AREA) for ground in HEADED),
    (UNIT, UNIT_WORDS),
    (NAMND, NAMND_WORDS),
    (TECHNICAL, TECHNICAL_WORDS),
)
