"""Correct analyses whose words look as if they spoke against the assessment: conditions, other years, other goals, groups."""

from __future__ import annotations

from tests.builders import indicator
from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, analysed, partly, summed

PLEASED = indicator("Andel nöjda besökare", outcome="86 %", outcome_men="84 %", outcome_women="88 %", previous="83 %",
                    target="85 %", city_target="80 %", period="2024")  # fmt: skip
SPLIT = indicator("Andel besökare som får svar samma dag", outcome="71 %", previous="74 %", target="75 %", city_target="",
                  period="2024", analysis="Årsmålet nås inte eftersom två tjänster har varit vakanta sedan mars.")  # fmt: skip

FULL = analysed("Besökarna får snabbt svar", PLEASED, year=2024, expected="Fler besökare är nöjda.", **UNIT_VB)
PARTLY = partly("Besökarna får snabbt svar", PLEASED, SPLIT, year=2024, **UNIT_VB)
SUMMARY = summed("Besökarna får snabbt svar", PLEASED, year=2024, **UNIT_VB)
NONE_HURT = analysed("Barnen är trygga", year=2023, expected="Inga barn utsätts för kränkande behandling.", **NAMND_VB)
FEWER = analysed("Färre behöver stöd", year=2022, expected="Antalet vräkningar av barnfamiljer minskar.", **NAMND_T2)

FULL_WORDS = (
    "Målet nås med god marginal, fast bemanningen inte alltid varit tillräcklig i juli.",
    "Under 2023 var tillgängligheten sämre, men i år har den blivit bättre.",
    "Resultatet för frågan om lokaler har försämrats något, men helheten är klart bättre.",
    "Enheten har lyckats vända den negativa trenden.",
    "Ett område som inte fungerat fullt ut tidigare är överlämningen; den sker nu samma dag.",
    "Det är inte tillräckligt att mäta nöjdhet en gång om året, så enheten mäter varje månad.",
    "Den som inte är nöjd kan lämna synpunkter.",
    "Kvaliteten har inte blivit sämre trots fler besök.",
    "Svarstiden är fortsatt lång i enstaka ärenden, men målet på tio dagar hålls i snitt.",
    "Målet att halvera kön är nått.",
    "Målet sattes för lågt och nåddes redan i mars.",
    "Om målet inte hade nåtts skulle öppettiderna ha utökats.",
    "Enheten når målet trots att bemanningen inte har varit fulltalig.",
    "Utan de extra öppettiderna hade målet inte nåtts.",
    "Det fanns en oro för att målet inte skulle nås, men resultatet blev bättre än väntat.",
    "Målet för 2025 kommer inte att nås utan fler platser.",
    "Målet om 30 besök per dag nåddes inte i januari men väl under resten av året.",
    "I tertialrapport 1 bedömdes målet uppfyllas delvis, men utvecklingen har vänt.",
    "Enheten bedömde i tertialrapport 2 att målet skulle nås delvis.",
    "Förra året uppfylldes målet bara delvis.",
    "De besökare som inte når målet med sin planering får en ny tid.",
    "Brister i dokumentationen som konstaterades 2022 är åtgärdade.",
    "Tidigare har telefontiderna inte varit tillräckliga, men sedan mars svarar enheten hela dagen.",
    "Kötiden var tidigare för lång. Den är nu inte längre än två dagar.",
    "Ingen del av verksamheten har försämrats.",
    "Nöjdheten har inte försämrats i någon grupp.",
    "Den som inte har fått tillräcklig hjälp kan vända sig till synpunktshanteringen.",
    "Enheten följer upp att ingen lämnas utan tillräcklig hjälp.",
    "Det räcker inte att vara tillgänglig; svaren måste också vara begripliga.",
    "Målgruppen nås inte alltid via webben, och därför finns även öppen mottagning.",
    "Trots ett försämrat säkerhetsläge i området har alla mottagningar kunnat hålla öppet.",
    "Arbetsmarknadsläget har försämrats, vilket gör att fler söker råd.",
    "Det ekonomiska läget har försämrats för många hushåll i området.",
    "Målet uppfylls helt, även om ett par delar av planen inte hann bli klara.",
    "Enheten har nått målet och kan därför lägga ned den tillfälliga jouren.",
    "Nästa år sätts målet högre.",
    "Besökare med språksvårigheter är inte mindre nöjda än andra.",
    "Samtalen har inte bara blivit fler utan också längre.",
    "Personalomsättningen ligger inte längre på en hög nivå.",
    "Tillgängligheten har tidigare varit sämre på fredagar, vilket nu är rättat.",
    "Frånvaron bland besökarna på bokade tider har minskat från 18 till 11 procent.",
    "Att inte alla har fått plats direkt beror på att kurserna har fasta startdatum.",
)
PARTLY_WORDS = (
    "Målet uppfylls delvis.",
    "Svarstiden har inte nått årsmålet, men nöjdheten har ökat.",
    "Att målet inte uppfylls helt beror på de vakanta tjänsterna.",
    "För att nå målet helt krävs att båda tjänsterna tillsätts.",
    "Målet nås inte fullt ut.",
    "Den del av målet som rör bemötande uppfylls helt.",
    "Utan vakanserna hade målet uppfyllts helt.",
    "Enheten räknar med att målet uppfylls helt 2025.",
)
SUMMARY_WORDS = (
    "Enheten når sina mål, även om frågorna om väntetid får något lägre betyg än de andra.",
    "Alla mål utom de gemensamma målen i staden följs upp här.",
    "Förra året nåddes tre av fyra mål.",
    "Samtliga mål för 2025 är beslutade.",
    "Medarbetarenkäten visar att resultaten för ledarskap är lägre än för motivation.",
    "Bland frågorna i enkäten ligger två under stadens genomsnitt, båda om lokalerna.",
    "Två av de tre aktiviteter som nämnden har beslutat gäller inte enheten.",
    "Aktiviteterna i handlingsplanen för 2023 är genomförda.",
)
NONE_HURT_WORDS = (
    "Antalet kränkningar som anmälts har minskat, och inget barn har behövt byta förskola.",
    "Alla barn som upplevt otrygghet i krisen i omvärlden har fått stöd att prata om det.",
    "Föräldrar har upplevt att dialogen om barnens trygghet är god.",
)
FEWER_WORDS = (
    "Antalet vräkningar har minskat från 24 till 17 jämfört med samma period 2021.",
    "Antalet avhysningar i länet har ökat, men i staden har de minskat.",
    "Kontakterna med hyresvärdarna har ökat, och fler vräkningar har kunnat avvärjas.",
)  # fmt: skip

CASES = (
    (FULL, FULL_WORDS),
    (PARTLY, PARTLY_WORDS),
    (SUMMARY, SUMMARY_WORDS),
    (NONE_HURT, NONE_HURT_WORDS),
    (FEWER, FEWER_WORDS),
)
