"""Correct words about time: what comes, what was forecast, other years, old programmes that have been replaced."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T1, NAMND_T2, NAMND_VB, UNIT_VB, analysed

VB = analysed("Verksamheten utvecklas", year=2023, **UNIT_VB)
NAMND = analysed("Verksamheten utvecklas", year=2021, **NAMND_VB)
SPRING = analysed("Verksamheten utvecklas", year=2024, **NAMND_T1)
AUTUMN = analysed("Verksamheten utvecklas", year=2017, **NAMND_T2)

VB_WORDS = (
    "Prognosen visade i augusti ett underskott, men utfallet blev bättre.",
    "Nästa år kommer en större ombyggnad att genomföras under hösten.",
    "Enheten fortsätter att samarbeta med skolan under hösten 2024.",
    "Enkäten skickades ut under hösten och kommer att upprepas vartannat år.",
    "Det är fler än 2021 men färre än 2022.",
    "Vid årets början hade enheten 14 medarbetare och vid årets slut 16.",
    "Våren 2022 startade projektet, som nu är permanent.",
    "I november kom beskedet att bidraget upphör 2024.",
    "Handlingsplanen 2020–2022 har följts upp och ersatts.",
    "Den första gruppen började i januari, den andra börjar i februari 2024.",
    "Utfallet är bättre än prognosen för året i tertialrapport 2.",
    "Avvikelsen mot prognosen för helåret är 0,4 procent.",
    "I tertialrapport 2 prognostiserades ett underskott, men resultatet blev ett litet överskott.",
    "De flesta nyanlända kommer till mottagningen under hösten, när kurserna startar.",
    "Många av besökarna kommer tillbaka under året.",
    "Befolkningsprognosen visar att antalet personer över 80 år ökar fram till 2035.",
    "Enligt prognosen är 4 200 barn inskrivna i området år 2028.",
    "Arbetet följs upp i tertialrapport 1 för 2024.",
    "Enheten återkommer i tertialrapport 1 med en redovisning.",
    "Under 2022 avser siffrorna bara det andra halvåret, då enheten startade.",
    "Den nya planen, som nämnden beslutade 2022, ska gälla till och med 2026.",
    "Programmet 2019–2022 har ersatts av ett nytt som gäller 2023–2026.",
    "Uppgifterna från 2022 års mätning ska läsas med försiktighet.",
    "Jämfört med 2021, då verksamheten var stängd på grund av pandemin, är besöken tre gånger så många.",
    "Mätningen görs vartannat år. Resultatet är tre procentenheter högre än 2021.",
    "Valnämnden planerade under 2022 för de allmänna valen.",
    "Kommande år väntas fler söka sig till verksamheten.",
    "Hösten 2024 öppnar en ny mottagning i Hagsätra.",
    "Arbetet startade 2021 och kommer att utvärderas 2025.",
    "Läsåret 2023/24 börjar med en gemensam studiedag.",
    "Från och med den 1 januari 2024 ingår enheten i en ny avdelning.",
    "Inför 2024 kommer schemat att läggas om.",
    "Av budgeten för 2022 fördes 0,3 mnkr över, och de användes till nya möbler.",
    "Enligt budget 2022 skulle enheten flytta, men flytten sköts upp ett år.",
    "Genom budget 2021 fick enheten en tjänst till, som tillsattes i våras.",
)
NAMND_WORDS = (
    "Antalet besök är fortfarande lägre än 2019.",
    "Jämfört med 2019 har besöken minskat med 40 procent, vilket beror på restriktionerna.",
    "Kollektivtrafikens resor har ökat jämfört med 2020, men är färre än 2019.",
    "Restriktionerna upphörde den 29 september.",
    "Nämnden ställde om till digitala möten redan 2020.",
    "Vaccinationerna började den 27 december 2020 och pågick hela året.",
    "Agenda 2030 är en del av Vision 2040.",
)
SPRING_WORDS = (
    "Arbetet kommer att slutföras under året.",
    "Prognosen för helåret är ett nollresultat.",
    "Under hösten kommer en utvärdering att göras.",
    "I verksamhetsberättelsen för 2023 redovisades resultatet av enkäten.",
    "Nämnden återkommer i tertialrapport 2.",
    "Miljöprogrammet 2020–2023 har förlängts och gäller till dess att ett nytt är beslutat.",
    "Handlingsplanen för 2022–2023 avslutades vid årsskiftet.",
    "Utbyggnaden pågår 2022–2027 och ligger före tidplanen.",
)
AUTUMN_WORDS = (
    "Skolstarten i augusti gick bra, och alla elever hade en plats.",
    "Valet 2018 förbereds redan nu.",
    "Fram till och med augusti har 340 ärenden avslutats, mot 310 samma period 2016.",
    "Under sommaren har renoveringen av Östermalmshallen fortsatt.",
    "Sommarkollot hade 180 barn i tre omgångar.",
)  # fmt: skip

CASES = ((VB, VB_WORDS), (NAMND, NAMND_WORDS), (SPRING, SPRING_WORDS), (AUTUMN, AUTUMN_WORDS))
