"""Correct passages of care and social services: small words of trouble that is no fault, groups, other measures."""

from __future__ import annotations

from tests.builders import indicator
from tests.rules.correct.grounds import NAMND_T2, NAMND_VB, UNIT_VB, analysed, summed

PLEASED = indicator("Andel nöjda omsorgstagare i hemtjänsten", outcome="87 %", outcome_men="88 %", outcome_women="86 %",
                    previous="85 %", target="86 %", city_target="86 %", period="2019")  # fmt: skip
CONTINUITY = indicator("Personalkontinuitet, antal personal som en hemtjänsttagare möter under en 14-dagarsperiod", outcome="10",
                       previous="11", target="10", city_target="10", period="2019")  # fmt: skip
SAFE = indicator("Andel omsorgstagare som känner sig trygga", outcome="79 %", outcome_men="82 %", outcome_women="77 %",
                 previous="76 %", forecast="80 %", target="78 %", city_target="80 %", period="2021")  # fmt: skip
SICK = indicator("Sjukfrånvaro", outcome="6,8 %", outcome_men="5,1 %", outcome_women="7,4 %", previous="7,5 %", target="7 %",
                 city_target="6,5 %", period="2018")  # fmt: skip
HELPED = indicator("Andel personer som inte är aktuella ett år efter avslutad insats", outcome="81 %", outcome_men="79 %",
                   outcome_women="83 %", previous="78 %", target="80 %", city_target="80 %", period="2018")  # fmt: skip

ELDERLY = analysed("Äldre får vård och omsorg av god kvalitet", PLEASED, CONTINUITY, year=2019, **NAMND_VB)
ELDERLY_SUMMARY = summed("Äldre får vård och omsorg av god kvalitet", PLEASED, CONTINUITY, year=2019, **NAMND_VB)
TERTIAL = analysed("Äldre känner sig trygga", SAFE, year=2021, **NAMND_T2)
FAMILY = analysed("Barn och unga får stöd i tid", HELPED, SICK, year=2018, **UNIT_VB)
FAMILY_SUMMARY = summed("Barn och unga får stöd i tid", HELPED, SICK, year=2018, **UNIT_VB)

ELDERLY_WORDS = (
    "Av de tillfrågade är 87 procent nöjda, och av dem är 40 procent mycket nöjda.",
    "Kvinnorna är i snitt 86 år och männen 84 år.",
    "I den nationella undersökningen svarade 1 900 personer.",
    "Andelen nöjda i de privata utförarnas hemtjänst är 89 procent, i den kommunala 85 procent.",
    "Kostnaden per hemtjänsttimme är 480 kr.",
    "En person som beviljats hemtjänst får det första besöket inom två dagar.",
    "Omsättningen på platser är 30 procent per år.",
    "Andelen nöjda omsorgstagare är 87 procent, en ökning med två procentenheter.",
    "Männen är något mer nöjda än kvinnorna, 88 respektive 86 procent.",
    "Av dem som bor på vård- och omsorgsboende är 83 procent nöjda.",
    "En hemtjänsttagare möter i genomsnitt tio personer under två veckor.",
    "För dem med insatser på natten är antalet 14, vilket beror på att de besöks av två team.",
    "Hemtjänsten hade i december 1 260 kunder, varav 760 i kommunal regi och 500 hos privata utförare.",
    "Under året har 48 lex Sarah-rapporter utretts, varav fyra anmälts till Inspektionen för vård och omsorg.",
    "Tre av boendena drivs i egen regi och två på entreprenad.",
    "Personer som är 80 år eller äldre får dessutom beslut om fyra timmar i månaden utan ny prövning.",
    "Antalet fallolyckor har minskat med en fjärdedel sedan nattbemanningen ökade.",
    "Inget boende har haft brist på platser, och ingen har väntat längre än tre månader.",
    "Svarsfrekvensen var 62 procent, och av dem som svarade hade en tredjedel fått hjälp av en anhörig.",
    "Måltiderna är den del som flest är missnöjda med, men även där har andelen nöjda stigit till 71 procent.",
    "Väntetiden till biståndshandläggare är högst fem dagar i nio av tio ärenden.",
    "Risken för ensamhet har uppmärksammats i samtliga uppföljningar.",
    "Munhälsobedömningar och fallriskbedömningar görs i Vodok och registreras i Senior alert.",
    "Arbetet med att minska antalet timanställda fortgår, och andelen är nu 18 procent.",
    "Under 2020 planerar nämnden att starta en dagverksamhet med inriktning mot yngre med demenssjukdom.",
    "Hemtjänstens trygghetslarm besvaras dygnet runt, i genomsnitt inom 40 sekunder.",
    "Öppna jämförelser 2019 bygger på uppgifter från 2018.",
    "De brister som framkom vid 2018 års granskning är åtgärdade.",
    "Avvikelserna har minskat från 412 till 365, framför allt i fråga om läkemedel.",
    "Undersköterskorna har fått handledning i BPSD, och 26 av dem är utbildade administratörer.",
    "Två av avdelningarna har profil för finsktalande, i enlighet med lagen (2009:724) om nationella minoriteter.",
)
TERTIAL_WORDS = (
    "Andelen som känner sig trygga är 79 procent, att jämföra med 76 procent i verksamhetsberättelsen för 2020.",
    "Prognosen för helåret är 80 procent.",
    "Årsmålet på 78 procent beräknas nås.",
    "Till och med augusti har 31 personer flyttat in, varav 12 under sommaren.",
    "Brukarundersökningen genomförs under hösten och redovisas i verksamhetsberättelsen.",
    "Nämnden avser att återkomma med ett förslag senast i december.",
    "Jämfört med samma period 2020 har antalet ansökningar ökat med nio procent.",
    "Arbetet med heltid som norm kommer att slutföras under 2022.",
    "Sommaren har fungerat väl, och bemanningen har varit god.",
)
FAMILY_WORDS = (
    "Under året har enheten tagit emot 1 812 anmälningar, en ökning med sex procent.",
    "Av anmälningarna ledde 640 till utredning, varav 410 gällde pojkar och 230 flickor.",
    "Sjukfrånvaron är 6,8 procent och har minskat med 0,7 procentenheter.",
    "Korttidsfrånvaron, dag 1–14, är 2,1 procent.",
    "Personalomsättningen har varit 14 procent, mot 22 procent under 2017.",
    "Andelen som inte är aktuella ett år efter avslutad insats är 81 procent.",
    "Av de 118 ungdomar som avslutades under 2017 var 96 inte aktuella ett år senare.",
    "Utredningstiden är i snitt 98 dagar, och 9 av 10 utredningar blir klara inom fyra månader.",
    "Enheten har 42 medarbetare, varav 36 kvinnor och 6 män.",
    "Medarbetarenkätens index är 79 på en skala från 0 till 100.",
    "Socialsekreterarna har i snitt 14 ärenden var, mot 17 för två år sedan.",
    "Barnahus har hållit 74 samråd. Vid 31 av dem deltog även barn- och ungdomspsykiatrin.",
    "Familjehemmen har ökat från 88 till 93 trots att konkurrensen är hård.",
    "Samtliga barn som är placerade har fått besök av sin socialsekreterare minst fyra gånger.",
    "Dokumentationskraven i 11 kap. 5 § socialtjänstlagen följs, vilket egenkontrollen visar.",
    "Ingen utredning har överskridit lagens tidsgräns utan beslut om förlängning.",
    "Öppenvården har haft 210 familjer i behandling: 122 nya och 88 från tidigare år.",
    "Enheten har svårt att nå papporna, men andelen samtal där båda föräldrarna är med har ökat till 58 procent.",
    "Komet, Cope och ABC har erbjudits 26 gånger under året.",
    "Tolv av femton socialsekreterare har gått utbildningen i Signs of Safety.",
)  # fmt: skip

CASES = (
    (ELDERLY, ELDERLY_WORDS),
    (ELDERLY_SUMMARY, ELDERLY_WORDS),
    (TERTIAL, TERTIAL_WORDS),
    (FAMILY, FAMILY_WORDS),
    (FAMILY_SUMMARY, FAMILY_WORDS),
)
