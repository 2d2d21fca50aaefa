"""Correct references and names: appendices of other papers, goals of other plans, parts of laws, joint bodies."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T2, UNIT_VB, analysed, fronted

UNIT = analysed("Samverkan fungerar", year=2020, **UNIT_VB)
NAMND = fronted("Samverkan fungerar", year=2022, **NAMND_T2)

UNIT_WORDS = (
    "Arbetet bidrar till kommunfullmäktiges mål 1.1.",
    "Mål 4 i barnkonventionens genomförandeplan är vägledande.",
    "Överenskommelsen med regionen, bilaga 2, anger hur kostnaderna delas.",
    "I kvalitetsgarantin lovar enheten svar inom 24 timmar.",
    "Enheten uppfyller kraven i 3 kap. 3 § socialtjänstlagen.",
    "Mål nummer ett för året var att behålla personalen.",
    "Målet 90 procent är högt satt men nås.",
    "Handlingsplanens mål 2 och 3 är genomförda.",
    "Trygghetspunkt 3 av 5 gäller belysningen.",
)
NAMND_WORDS = (
    "Nämndens ansökan framgår av bilaga 1.",
    "Bilaga 4 till avtalet med regionen har reviderats.",
    "Lokalförsörjningsplanen, bilaga 9 till verksamhetsplanen, har följts.",
    "Enligt budget 2022, bilaga 3, ska nämnden redovisa uppdraget i december.",
    "Det regionala samverkansorganet (RSO) har träffats tre gånger.",
    "Förvaltningen samverkar med Storsthlm, Region Stockholm, SKR och Socialstyrelsen.",
    "Metoden IPS (individanpassat stöd till arbete) används på två enheter.",
    "Den nationella handlingsplanen mot våld har 66 mål, varav mål 12 och 14 rör socialtjänsten.",
    "Överenskommelsen följer mål 2.4 i nämndens verksamhetsplan.",
    "Vård- och omsorgsnämnden i Nacka har valt samma modell.",
    "Barn- och ungdomsnämnden i Södertälje deltar i forskningsprojektet.",
    "Utbildnings- och arbetsmarknadsnämnden i Solna är remissinstans.",
    "Patientnämnden och Förvaltningsrätten i Stockholm har lämnat synpunkter.",
)  # fmt: skip

CASES = ((UNIT, UNIT_WORDS), (NAMND, NAMND_WORDS))
