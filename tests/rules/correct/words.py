"""Correct Swedish that a machine may stumble on: names, loans, joint words, hyphens, numbers, lists, references."""

from __future__ import annotations

from tests.rules.correct.grounds import NAMND_T1, NAMND_VB, UNIT_VB, analysed, summed

UNIT = analysed("Verksamheten är tillgänglig", year=2021, **UNIT_VB)
UNIT_SUMMARY = summed("Verksamheten är tillgänglig", year=2021, **UNIT_VB)
NAMND = analysed("Nämnden samverkar", year=2016, **NAMND_VB)
SPRING = analysed("Nämnden samverkar", year=2025, **NAMND_T1)

WORDS = (
    "Samverkan sker med utbildningsnämnden, äldrenämnden, idrottsnämnden, kulturnämnden och fastighetsnämnden.",
    "Enheten ligger i Hökarängen och har besökare från Farsta, Fagersjö, Gubbängen och Tallkrogen.",
    "Medarbetarna har gått kurser i Excel, Teams och Power BI.",
    "Workshopen leddes av en coach och avslutades med mingel.",
    "Arbetsplatsträffar (APT) hålls var fjärde vecka, och samverkansgruppen (FVG) träffas varje månad.",
    "Lokalerna är tillgänglighetsanpassade, med bland annat hörslinga, ledstråk och dörröppnare.",
    "Enheten följer GDPR, OSL och LOU.",
    "Barn- och ungdomspsykiatrin, habiliteringen och skolan deltar i SIP-mötena.",
    "Kl. 8–16 på vardagar är receptionen bemannad; övriga tider svarar joursamordnaren.",
    "Se även avsnittet om kompetensutveckling, s. 14.",
    "Arbetet följer Agenda 2030, framför allt mål 3, 5, 10 och 16.",
    "I Agenda 2030 är delmål 4.7 särskilt viktigt för verksamheten.",
    "Det har hänt en hel del: nya lokaler, ny ledning, nytt verksamhetssystem m.m.",
    "Hen som svarade i telefonen var väl insatt.",
    "E-tjänsten nås via stockholm.se och med Bank-id.",
    "Den ene chefen ansvarar för dag- och den andra för kvällsverksamheten.",
    "Personalen är två- eller trespråkig, och tolk behövs allt mer sällan.",
    "Det var ett lyckat år.",
    "Enheten har bl.a. bytt larm, lås och passersystem, t.ex. på plan 2 och 3.",
    "Lean-arbetet har gett kortare ledtider, och för- och nackdelarna har dokumenterats.",
    "Så många som möjligt ska komma till tals, även de som inte brukar höras.",
    "Vad gäller öppettiderna har besökarna fått vara med och bestämma.",
    "Brandskyddsronderna görs kvartalsvis, liksom skyddsronderna.",
    "Enhetens it-samordnare har infört tvåfaktorsautentisering för distansarbete.",
    "Under Pride-veckan hissades regnbågsflaggan, och hbtqi-diplomeringen är förnyad.",
    "Kultur- och fritidsverksamheten har öppet även på sommarlovet.",
    "”Det är lätt att få hjälp”, svarade en av besökarna i enkäten.",
    "Handlingsplanen har tre delar: (1) information, (2) utbildning och (3) uppföljning.",
    "Medarbetare från Bredängs, Sätra och Vårbergs fritidsgårdar har deltagit.",
    "Personal från Region Stockholm, polisen, kyrkan och Röda Korset har medverkat.",
    "Enheten ansvarar för tre verksamheter:\n- mottagningen\n- fältgruppen\n- ungdomsrådet",
    "Fokus har legat på\n- bemötande,\n- delaktighet och\n- språk.",
    "Nattvandrarna är ute fredagar och lördagar, cirka 40 kvällar per år.",
    "Svarstiden ska vara högst 24 timmar.",
    "Lägenheterna på Västra Skogen 3–5 har renoverats.",
    "Den 1 juli 2021 trädde en ny lag i kraft.",
    "De flesta nöjda besökarna bor i närområdet.",
    "Ett flertal insatser har samordnats, däribland föräldrastöd och läxhjälp.",
    "Enheten har tagit fram en egen podd och är aktiv på Instagram.",
    "Det finns inget som tyder på att någon har diskriminerats.",
)
NAMES = (
    "Enligt beslut i utbildnings- och socialnämnden samt kulturnämnden görs en gemensam insats.",
    "Kommunstyrelsens ekonomiutskott, kyrkogårdsnämnden och servicenämnden deltar.",
    "Rådet för funktionshinderfrågor och pensionärsrådet har yttrat sig.",
    "Bilaga: handlingsplan för 2016.",
    "Nämnden mottog 31 skrivelser.",
    "S:t Erik Försäkring och Stockholm Vatten AB ingår.",
    "Socialtjänst- och arbetsmarknadsnämnden delades 2015 i två nämnder.",
    "Trafik- och renhållningsnämnden ansvarade tidigare för frågan.",
    "Spånga-Tensta stadsdelsnämnd och Hässelby-Vällingby stadsdelsnämnd har deltagit.",
    "Samverkan med Enskede-Årsta-Vantörs stadsdelsnämnd har utvecklats.",
    "Hälso- och sjukvårdsnämnden i Stockholms läns landsting har fattat ett motsvarande beslut.",
    "Miljö- och hälsoskyddsnämnden, stadsbyggnadsnämnden och exploateringsnämnden är remissinstanser.",
    "Stockholms Stadshus AB, Micasa Fastigheter i Stockholm AB och SISAB berörs.",
    "Kommunfullmäktiges budget för 2016 gav nämnden sju uppdrag.",
    "Överförmyndarnämnden flyttade till Tekniska nämndhuset under våren.",
    "Nämnden har godkänt underlaget till budget för 2017 med inriktning för 2018 och 2019.",
    "Under året har 14 medborgarförslag kommit in, och två av dem har lett till beslut.",
    "Nämnden har yttrat sig över 23 remisser, däribland SOU 2015:54.",
    "Statsbidraget enligt förordning 2015:216 har använts fullt ut.",
    "Stadens nya jämställdhetsplan gäller 2016–2018.",
    "Vision 2040 – Ett Stockholm för alla har varit vägledande.",
    "Det nya ledningssystemet (ISO 14001) infördes i oktober.",
)
SPRING_NAMES = (
    "Nämnden har fått en ny förvaltningschef från och med mars.",
    "Norra innerstadens stadsdelsnämnd och Järva stadsdelsnämnd ingår i samarbetet.",
    "Förskolenämnden övertog ansvaret för förskolorna i juli 2023.",
    "Den nya socialtjänstlagen träder i kraft den 1 juli 2025.",
    "Budgetuppdraget redovisas i verksamhetsberättelsen för 2025.",
    "Miljöprogram 2030 ersätter det tidigare miljöprogrammet.",
    "Arbetet utgår från Program för tillgänglighet och delaktighet 2024–2029.",
    "Jämfört med första tertialet 2024 har antalet ärenden minskat.",
)  # fmt: skip

CASES = ((UNIT, WORDS), (UNIT_SUMMARY, WORDS), (NAMND, NAMES), (SPRING, SPRING_NAMES))
