"""Rules about money in prose: signs, headings, totals, shares used, decisions, and results told without an amount."""

from __future__ import annotations

from collections.abc import Iterator

from avstamt.domain.finding import Level
from avstamt.domain.report import ReportKind
from avstamt.rules.economy_text_decisions import unbacked_amounts
from avstamt.rules.economy_text_parts import loose_parts
from avstamt.rules.economy_text_words import counted_areas, empty_rows, untold_amounts
from avstamt.rules.figures_in_text import of_claims, slips
from avstamt.rules.model import Aspect, Context, Observation, rule
from avstamt.rules.prose_claims import REPORTING

_TERTIALS = (ReportKind.TERTIAL_1, ReportKind.TERTIAL_2)


@of_claims("EKO-401", name="ord-och-tecken", level=Level.TIP, basis="tecken")
def result_is_told_by_word_or_by_sign(context: Context) -> Iterator[Observation]:
    """Ett under- eller överskott sägs med ord eller med tecken, inte med båda.

    Varför: ’underskott med -44 tkr’ kan läsas som ett överskott.
    Fel: ”Arbetsmarknad har ett underskott med -44 tkr”.
    Rätt: ”Arbetsmarknad har ett underskott med 44 tkr”.
    """
    yield from slips(context, "EKO-401")


@of_claims("EKO-402", name="belopp-mot-rubrik", level=Level.DEVIATION, basis="samstämmighet")
def first_sentence_says_what_the_heading_says(context: Context) -> Iterator[Observation]:
    """Textens första belopp är det som rubriken säger, och ordet över- eller underskott stämmer med rubrikens tecken.

    Varför: rubrikens belopp och texten under den skrivs var för sig.
    Fel: rubriken ’Barn och ungdom -1,7 mnkr’, texten ”Verksamhetsområdet prognostiserar totalt ett överskott med 1,7 mnkr”.
    Rätt: rubriken ’Barn och ungdom -1,7 mnkr’, texten ”Verksamhetsområdet prognostiserar totalt ett underskott med 1,7 mnkr”.
    """
    yield from slips(context, "EKO-402")


@of_claims("EKO-403", name="resultat-i-text", level=Level.DEVIATION, basis="samstämmighet")
def result_in_text_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """Det resultat som texten säger att enheten, nämnden eller ett verksamhetsområde har är tabellens.

    Varför: resultatet skrivs i sammanfattningen innan bokslutet är klart.
    Fel: texten ”Enheten har ett underskott på 500 tkr”, och nettots avvikelse 200 i tabellen.
    Rätt: texten ”Enheten har ett överskott på 200 tkr”, och nettots avvikelse 200 i tabellen.
    """
    yield from slips(context, "EKO-403")


@of_claims("EKO-404", name="förbrukning-i-text", level=Level.DEVIATION, basis="samstämmighet")
def share_used_in_text_is_that_of_the_table(context: Context) -> Iterator[Observation]:
    """Den förbrukning som texten anger står i tabellen.

    Varför: förbrukningen räknas om när budgeten justeras.
    Fel: texten ”Utfallet visar en förbrukning på 32,8 %”, och 30,2% i tabellens kolumn Förbrukning.
    Rätt: texten ”Utfallet visar en förbrukning på 30,2 %”, och 30,2% i tabellens kolumn Förbrukning.
    """
    yield from slips(context, "EKO-404")


@rule(
    "EKO-405",
    name="delbelopp-i-text",
    level=Level.DEVIATION,
    basis="räkning",
    kinds=_TERTIALS,
    reads="text",
    heeds=(Aspect.ECONOMY,),
)
def parts_of_an_area_leave_nothing_over(context: Context) -> Iterator[Observation]:
    """De delbelopp som texten anger för ett område ryms i områdets resultat.

    Varför: ett belopp som inte är med i prognosen är en risk som ingen har räknat med.
    Fel: rubriken ’Stöd och omsorg 4,4 mnkr’ och texten ”ett överskott på 3,9 mnkr”, ”ett överskott med 0,5 mnkr” och ”kostnaderna
    överstiger budget med 13,4 mnkr”.
    Rätt: samma rubrik och text utan de 13,4 mnkr.
    """
    yield from loose_parts(context)


@rule(
    "EKO-406",
    name="de-flesta-i-balans",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ECONOMY),
)
def most_areas_are_as_the_text_says(context: Context) -> Iterator[Observation]:
    """När texten säger att de flesta verksamheter är i balans är de flesta rader i tabellen det.

    Varför: orden skrivs i början av året och följer med när underskotten kommer.
    Fel: texten ”De flesta verksamheterna har en prognos i balans”, när en av tre rader har avvikelsen 0,0.
    Rätt: texten ”De flesta verksamheterna har en prognos i balans”, när två av tre rader har avvikelsen 0,0.
    """
    yield from counted_areas(context)


@rule(
    "EKO-407",
    name="avvikelse-utan-belopp",
    level=Level.TIP,
    basis="fullständighet",
    kinds=REPORTING,
    reads="text",
    heeds=(Aspect.ECONOMY,),
)
def deviation_is_told_with_its_amount(context: Context) -> Iterator[Observation]:
    """En avvikelse från budget anges med belopp.

    Varför: läsaren kan inte bedöma en avvikelse som inte har någon storlek.
    Fel: ”Kostnaderna för skyddat boende överskrider budget”, utan belopp i texten och utan rad i tabellen.
    Rätt: ”Kostnaderna för skyddat boende överskrider budget med 300 tkr”.
    """
    yield from untold_amounts(context)


@rule(
    "EKO-408",
    name="belopp-i-beslut",
    level=Level.DEVIATION,
    basis="samstämmighet",
    kinds=REPORTING,
    heeds=(Aspect.TEXTS, Aspect.ECONOMY),
)
def amounts_of_the_decisions_stand_in_the_body(context: Context) -> Iterator[Observation]:
    """Ett belopp i förslaget till beslut är detsamma i texten.

    Varför: det är beslutet som gäller, och läsaren ska finna beloppets skäl. Beloppen hålls mot varandra när de sägs om samma
    sak: med samma ord, eller av samma slag (omslutningsförändringar, budgetjustering, ombudgetering).
    Fel: förslaget ”ansöker om medel med 3,0 mnkr till klimatinvesteringar”, texten ”söka medel med 3,5 mnkr till klimatinvesteringar”.
    Rätt: förslaget ”ansöker om medel med 3,0 mnkr till klimatinvesteringar”, texten ”söka medel med 3,0 mnkr till klimatinvesteringar”.
    """
    yield from unbacked_amounts(context)


@rule(
    "EKO-409",
    name="belopp-utan-rad",
    level=Level.TIP,
    basis="samstämmighet",
    kinds=REPORTING,
    reads="text",
    heeds=(Aspect.ECONOMY,),
)
def amount_of_a_row_stands_in_its_row(context: Context) -> Iterator[Observation]:
    """Ett belopp som texten anger för en rad i tabellen står också på raden.

    Varför: en tom rad läses som att det inte finns några medel.
    Fel: texten ”3,0 mnkr till klimatinvesteringar”, när tabellens rad Klimatinvesteringar är tom.
    Rätt: texten ”3,0 mnkr till klimatinvesteringar”, när tabellens rad Klimatinvesteringar har budgeten 3,0.
    """
    yield from empty_rows(context)


@of_claims("EKO-410", name="tkr-och-mnkr", level=Level.DEVIATION, basis="samstämmighet")
def amount_in_text_is_of_the_size_of_the_table(context: Context) -> Iterator[Observation]:
    """Ett belopp i texten är i samma storlek, tkr eller mnkr, som i tabellen.

    Varför: enheten följer med från ett annat stycke, och beloppet blir tusen gånger för stort eller för litet.
    Fel: texten ”Underskottet på 1,4 tkr beror på köpta platser”, och -1,4 i en tabell i mnkr.
    Rätt: texten ”Underskottet på 1,4 mnkr beror på köpta platser”, och -1,4 i en tabell i mnkr.
    """
    yield from slips(context, "EKO-410")


@of_claims("EKO-411", name="andel-av-budget", level=Level.DEVIATION, basis="räkning")
def share_of_the_budget_is_that_of_its_amount(context: Context) -> Iterator[Observation]:
    """Den andel av budgeten som texten anger för ett belopp är den som beloppet och budgeten ger.

    Varför: när beloppet rättas blir andelen bredvid lätt kvar. Avrundning godtas, och både radens egen budget och
    tabellens summor prövas.
    Fel: texten ”Överskottet på 200 tkr motsvarar 3,2 procent av budgeten”, när nettots budget är -8 600 tkr.
    Rätt: texten ”Överskottet på 200 tkr motsvarar 2,3 procent av budgeten”, när nettots budget är -8 600 tkr.
    """
    yield from slips(context, "EKO-411")


@of_claims("EKO-412", name="intäkter-och-kostnader-i-text", level=Level.DEVIATION, basis="samstämmighet")
def income_and_costs_in_text_are_those_of_the_table(context: Context) -> Iterator[Observation]:
    """Det som texten säger om intäkterna och kostnaderna är tabellens.

    Varför: texten skrivs medan bokslutet pågår, och ’högre’ och ’lägre’ förväxlas lätt när intäkter och kostnader har olika tecken.
    Orden bredvid beloppet säger om det är budgeten, utfallet, prognosen eller avvikelsen som menas.
    Fel: texten ”Intäkterna blev 50 tkr lägre än budget”, när utfallet 1 250 är högre än budgeten 1 200.
    Rätt: texten ”Intäkterna blev 50 tkr högre än budget”, när utfallet 1 250 är högre än budgeten 1 200.
    """
    yield from slips(context, "EKO-412")


@of_claims("EKO-413", name="radens-belopp-i-text", level=Level.DEVIATION, basis="samstämmighet")
def amount_of_a_named_row_is_in_its_column(context: Context) -> Iterator[Observation]:
    """Det belopp som texten ger för en rad i tabellen står på raden, i den kolumn som orden säger.

    Varför: budgeten, utfallet och prognosen ändras var för sig, och texten rättas sist. Bara där texten nämner raden vid namn och
    inte säger något mer om beloppet prövas det; avrundning godtas.
    Fel: texten ”Budgeten för barn och ungdom är 137,9 mnkr”, när radens budget är 137,5.
    Rätt: texten ”Budgeten för barn och ungdom är 137,5 mnkr”, när radens budget är 137,5.
    """
    yield from slips(context, "EKO-413")


ECONOMY_TEXT_RULES = (
    result_is_told_by_word_or_by_sign,
    first_sentence_says_what_the_heading_says,
    result_in_text_is_that_of_the_table,
    share_used_in_text_is_that_of_the_table,
    parts_of_an_area_leave_nothing_over,
    most_areas_are_as_the_text_says,
    deviation_is_told_with_its_amount,
    amounts_of_the_decisions_stand_in_the_body,
    amount_of_a_row_stands_in_its_row,
    amount_in_text_is_of_the_size_of_the_table,
    share_of_the_budget_is_that_of_its_amount,
    income_and_costs_in_text_are_those_of_the_table,
    amount_of_a_named_row_is_in_its_column,
)
