"""Correct passages of the technical and cultural nämnder: streets, land, culture, environment, work and business."""

from __future__ import annotations

from tests.builders import indicator
from tests.rules.correct.grounds import NAMND_T1, NAMND_T2, NAMND_VB, UNIT_VB, analysed, summed

CYCLING = indicator("Andel cykelresor av alla resor under högtrafik", outcome="12 %", previous="11 %", forecast="12 %",
                    target="12 %", city_target="12 %", period="Tertial 2 2018")  # fmt: skip
SNOW = indicator("Andel stockholmare som är nöjda med snöröjningen", outcome="58 %", previous="52 %", forecast="58 %",
                 target="55 %", city_target="55 %", period="2018")  # fmt: skip
HOMES = indicator("Antal markanvisade bostäder", outcome="2 350", previous="7 900", forecast="8 000", target="8 000",
                  city_target="8 000", period="Tertial 1 2020")  # fmt: skip
VISITS = indicator("Antal besök på stadens bibliotek", outcome="9 850 000", previous="9 400 000", target="9 500 000",
                   city_target="", period="2023")  # fmt: skip
COURSES = indicator("Andel nöjda elever i Kulturskolan", outcome="91 %", outcome_men="90 %", outcome_women="92 %",
                    previous="89 %", target="90 %", city_target="", period="2023")  # fmt: skip
WASTE = indicator("Insamlad mängd matavfall", outcome="41 %", previous="35 %", target="40 %", city_target="40 %",
                  period="2017")  # fmt: skip
WORK = indicator("Andel aspiranter på Jobbtorg som är självförsörjande sex månader efter avslut", outcome="74 %",
                 outcome_men="75 %", outcome_women="73 %", previous="72 %", target="73 %", city_target="73 %",
                 period="2025")  # fmt: skip

TRAFFIC = analysed("Framkomligheten är god", CYCLING, SNOW, year=2018, **NAMND_T2)
TRAFFIC_SUMMARY = summed("Framkomligheten är god", CYCLING, SNOW, year=2018, **NAMND_T2)
LAND = analysed("Bostadsbyggandet är högt", HOMES, year=2020, **NAMND_T1)
CULTURE = analysed("Fler tar del av kultur", VISITS, COURSES, year=2023, **NAMND_VB)
CULTURE_SUMMARY = summed("Fler tar del av kultur", VISITS, COURSES, year=2023, **NAMND_VB)
ENVIRONMENT = analysed("Avfallet minskar", WASTE, year=2017, **NAMND_VB)
LABOUR = analysed("Fler kommer i arbete", WORK, year=2025, **UNIT_VB)

TRAFFIC_WORDS = (
    "Under sommaren cyklade 15 procent av dem som pendlade in till city.",
    "Nöjdheten med snöröjning var 52 procent 2017.",
    "På Götgatan är andelen cyklister 31 procent under rusningstid.",
    "Nöjdheten mäts varje vår, och nästa mätning är 2019.",
    "Andelen cykelresor är 12 procent, vilket motsvarar årsmålet.",
    "På de 26 mätplatserna passerade i snitt 72 000 cyklister per dygn, en ökning med tre procent.",
    "Nöjdheten med snöröjningen är 58 procent. För gångbanor är den 49 procent och för cykelbanor 63 procent.",
    "Restiden på stombusslinje 4 har kortats med 1,5 minuter mellan Gullmarsplan och Radiohuset.",
    "Totalt 18 km cykelbana har byggts eller byggts om, varav 11 km i ytterstaden.",
    "Av 140 planerade åtgärder är 95 genomförda, 30 pågår och 15 återstår.",
    "Arbetet på Folkungagatan pågår till och med 2020.",
    "Hastigheten har sänkts till 30 km/tim på 12 gator och till 40 km/tim på sex.",
    "Antalet svårt skadade i trafiken var 61 under 2017, att jämföra med 70 under 2016.",
    "Felparkeringsavgifterna beräknas ge 4 mnkr mer än budgeterat.",
    "Gatumarken kommer att återställas under våren 2019.",
    "Slussens huvudbro öppnar hösten 2020 enligt tidplanen.",
    "Snöröjningen upphandlas i sju områden, och avtalen löper till den 30 april 2022.",
    "Trafikkontoret tog emot 98 000 synpunkter via Tyck till-appen; nio av tio besvarades inom tio dagar.",
    "Grusning, sandsopning och blomsterplantering följer tidplanen.",
    "Lastbilar över 3,5 ton får inte köra på Hornsgatan mellan klockan 22 och 06.",
)
LAND_WORDS = (
    "Under perioden har 2 350 bostäder markanvisats, varav 1 400 hyresrätter och 950 bostadsrätter.",
    "Prognosen är att 8 000 bostäder kommer att markanvisas under året.",
    "Hälften av bostäderna ligger i ytterstaden.",
    "Sedan 2014 har staden markanvisat drygt 50 000 bostäder.",
    "Detaljplanen för kvarteret Färgskrapan omfattar 300 bostäder och en förskola med sex avdelningar.",
    "Utgifterna för Slakthusområdet fördelas över åren 2020–2030.",
    "Inriktningsbeslutet för etapp 2 väntas i juni, och genomförandebeslutet under 2021.",
    "Av markanvisningarna har 29 procent gått till de allmännyttiga bolagen.",
    "Ett antal detaljplaner är överklagade, vilket kan påverka när byggstart kan ske.",
    "Försäljningsinkomsterna beräknas uppgå till 3,2 mdkr under året, varav 0,9 mdkr har kommit in.",
    "Målet för perioden 2010–2030 är 140 000 bostäder.",
    "Coronapandemin har hittills inte påverkat takten i markanvisningarna.",
)
CULTURE_WORDS = (
    "Biblioteken hade 9,85 miljoner besök, mot 9,4 miljoner under 2022.",
    "Utlånen av e-böcker har ökat med åtta procent och är nu 610 000.",
    "Besöken på Stadsbiblioteket redovisas inte eftersom huset är stängt för ombyggnad.",
    "Andelen nöjda elever är 91 procent, en procentenhet över årsmålet.",
    "Kulturskolan har 17 200 elever, varav 11 300 flickor och 5 900 pojkar.",
    "Av kurserna är 64 procent i musik, 15 procent i dans, 11 procent i teater och 10 procent i bild.",
    "Utställningen sågs av 43 000 personer, det högsta antalet sedan 2016.",
    "Stockholms stadsarkiv har levererat 2,4 miljoner sidor till Arkiv Digital.",
    "Konstnärerna Sol Exempel och Måne Exempel har gestaltat skolgården i Hjulsta.",
    "Stadsmuseet fyllde 80 år och firade med öppet hus i augusti.",
    "Stödet till det fria kulturlivet uppgick till 118 mnkr fördelat på 412 föreningar.",
    "Biblioteken i Kista, Rinkeby och Tensta har haft meröppet sedan 2021.",
    "Under 2024 öppnar biblioteket i Farsta igen.",
    "Barn upp till 18 år har fri entré till museerna.",
    "Andra halvåret 2023 ökade besöken mer än under det första.",
    "Publiken har ännu inte kommit tillbaka till nivån före pandemin på alla scener, men besöken totalt är fler än 2019.",
)
ENVIRONMENT_WORDS = (
    "Andelen matavfall som samlas in är 41 procent, vilket är sex procentenheter mer än 2016.",
    "I villor är andelen 62 procent och i flerbostadshus 36 procent.",
    "Varje stockholmare lämnade 415 kg avfall, varav 38 kg grovavfall.",
    "Den optiska sorteringsanläggningen i Högdalen tas i drift 2020.",
    "Kvävedioxidhalten på Hornsgatan var 43 µg/m³, jämfört med miljökvalitetsnormens 40 µg/m³.",
    "Utsläppen av växthusgaser var 2,2 ton CO2e per invånare 2016.",
    "Nämnden har gjort 3 120 inspektioner på restauranger, och 12 procent av dem ledde till föreläggande.",
    "Stockholms miljöprogram 2016–2019 har sex miljömål och 30 delmål.",
    "Östermalms sopsugssystem är 1,5 km längre än vid årets början.",
)
LABOUR_WORDS = (
    "Andelen självförsörjande är 74 procent, att jämföra med 72 procent 2024.",
    "Av dem som avslutades gick 61 procent till arbete och 13 procent till studier.",
    "Jobbtorg har haft 6 400 aspiranter, varav 3 300 kvinnor och 3 100 män.",
    "Stockholmsjobb har erbjudits 820 personer. Tre fjärdedelar av dem är under 30 år.",
    "Feriejobben fördelades på 9 200 ungdomar i åldern 16–19 år.",
    "Arbetslösheten i Stockholm var 6,9 procent i december 2025, enligt Arbetsförmedlingen.",
    "Projektet Språng pågår 2024–2026 med stöd av Europeiska socialfonden plus.",
    "Sfi-eleverna som även har praktik går vidare till nästa kurs fyra veckor tidigare än andra.",
    "Försörjningsstöd lämnades till i genomsnitt 5 900 hushåll per månad.",
)  # fmt: skip

CASES = (
    (TRAFFIC, TRAFFIC_WORDS),
    (TRAFFIC_SUMMARY, TRAFFIC_WORDS),
    (LAND, LAND_WORDS),
    (CULTURE, CULTURE_WORDS),
    (CULTURE_SUMMARY, CULTURE_WORDS),
    (ENVIRONMENT, ENVIRONMENT_WORDS),
    (LABOUR, LABOUR_WORDS),
)
