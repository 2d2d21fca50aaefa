"""Correct passages of schools and preschools: terms, years of birth, results by subject, parts that overlap."""

from __future__ import annotations

from tests.builders import indicator
from tests.rules.correct.grounds import NAMND_VB, UNIT_VB, analysed, summed

GOALS_MET = indicator("Andel elever i årskurs 9 som uppnått kunskapskraven i alla ämnen", outcome="82 %", outcome_men="79 %",
                      outcome_women="85 %", previous="80 %", target="80 %", city_target="81 %", period="2022")  # fmt: skip
CALM = indicator("Andel elever som upplever arbetsro på lektionerna", outcome="64 %", outcome_men="66 %",
                 outcome_women="62 %", previous="61 %", target="60 %", city_target="65 %", period="2022")  # fmt: skip
PLEASED = indicator("Andel nöjda föräldrar i förskolan", outcome="88 %", previous="86 %", target="87 %", city_target="87 %",
                    period="2023")  # fmt: skip
CHILDREN = indicator(
    "Antal barn per årsarbetare", outcome="5,1", previous="5,3", target="5,2", city_target="5,2", period="2023"
)

SCHOOL = analysed("Alla elever utvecklas så långt som möjligt", GOALS_MET, CALM, year=2022, **UNIT_VB)
SCHOOL_SUMMARY = summed("Alla elever utvecklas så långt som möjligt", GOALS_MET, CALM, year=2022, **UNIT_VB)
PRESCHOOL = analysed("Barnen får en likvärdig förskola", PLEASED, CHILDREN, year=2023, **NAMND_VB)
PRESCHOOL_SUMMARY = summed("Barnen får en likvärdig förskola", PLEASED, CHILDREN, year=2023, **NAMND_VB)

SCHOOL_WORDS = (
    "Andelen behöriga till gymnasiet är 91 procent.",
    "Pojkarnas resultat ökade från 76 till 79 procent medan flickornas var oförändrat, 85 procent.",
    "Frånvaron ökade i årskurs 8 men minskade i de andra.",
    "I engelska är andelen med minst E 96 procent.",
    "Resultatet i de nationella proven i matematik låg fem procentenheter under betygen.",
    "Av pojkarna nådde 79 procent målen, av flickorna 85 procent.",
    "Skolan har 24 klasser med i snitt 21 elever.",
    "Arbetsron har ökat från 61 till 64 procent och trivseln från 80 till 83 procent.",
    "Under läsåret 2021/22 har skolan haft 512 elever, varav 240 i årskurs 7–9.",
    "Andelen elever som uppnått kunskapskraven i alla ämnen har ökat från 80 till 82 procent.",
    "Resultatet i årskurs 9 är 82 procent, vilket är två procentenheter högre än året innan.",
    "Flickornas resultat, 85 procent, är fortfarande bättre än pojkarnas, 79 procent.",
    "I matematik nådde 91 procent av eleverna minst betyget E, och i svenska 93 procent.",
    "Bland de elever som har gått på skolan sedan årskurs 7 är andelen 89 procent.",
    "Av de 84 eleverna i årskurs 9 saknade 15 betyg i ett eller flera ämnen; sju av dem saknade betyg i bara ett ämne.",
    "Det genomsnittliga meritvärdet är 231 poäng, att jämföra med 228 poäng våren 2021.",
    "I stadens kommunala skolor är andelen 81 procent och i riket 76 procent.",
    "Andelen elever som upplever arbetsro är 64 procent. Bland eleverna i årskurs 5 är den 71 procent.",
    "Frånvaron har minskat med tolv procent jämfört med läsåret 2020/21.",
    "Skolan har inte haft någon elev med mer än 20 procents ogiltig frånvaro under vårterminen.",
    "Elevhälsoteamet har träffats varje vecka. Tre av fyra möten har handlat om förebyggande arbete.",
    "Fritidshemmet har 180 inskrivna barn, varav 95 flickor och 85 pojkar.",
    "Läslyftet avslutades våren 2022, och från höstterminen 2022 följer kollegiet upp arbetet i ämneslagen.",
    "Arbetet fortsätter under 2023, då även förskoleklassen kommer att ingå.",
    "Till höstterminen 2023 väntas elevantalet minska något.",
    "Skolan har sju förstelärare, två specialpedagoger och en speciallärare.",
    "Eleverna i årskurs 3, 6 och 9 har gjort de nationella proven.",
    "Det är en förbättring jämfört med 2019, det senaste läsåret före pandemin.",
    "Ingen kränkande behandling har behövt anmälas till huvudmannen i de lägre årskurserna.",
    "Skolans trygghetsteam följer varje ärende tills det är avslutat, enligt 6 kap. 10 § skollagen.",
    "Utmaningen framöver är att hålla kvar resultaten när flera lärare går i pension.",
    "Trots svårigheter att rekrytera lärare i moderna språk har alla elever fått undervisning enligt timplanen.",
    "Undervisningen har inte påverkats av ombyggnaden av matsalen.",
    "Fyra lärare har gått fortbildningen i svenska som andraspråk.",
    "Två elever representerade skolan i finalen av Mattekampen.",
    "Elevrådet, matrådet och skolbiblioteksrådet har haft möten varje månad.",
    "Studie- och yrkesvägledaren har träffat samtliga elever i årskurs 8 och 9.",
    "Skolplattformen har använts för omdömen, utvecklingssamtal och frånvaroanmälan.",
)
PRESCHOOL_WORDS = (
    "Andelen nöjda föräldrar har legat mellan 85 och 88 procent de senaste fem åren.",
    "Föräldrarna är mest nöjda med bemötandet (95 procent) och minst med informationen (79 procent).",
    "Sjukfrånvaron bland barnskötare är 9,8 procent.",
    "Barnen per årsarbetare varierar mellan 4,8 och 5,4.",
    "Öppettiderna har utökats på två förskolor.",
    "Förvaltningen har 62 förskolor i 58 lokaler.",
    "Andelen nöjda föräldrar är 88 procent, vilket är över årsmålet på 87 procent.",
    "Andelen nöjda föräldrar har ökat från 86 procent till 88 procent.",
    "På frågan om barnet är tryggt svarade 94 procent att det stämmer helt eller ganska bra.",
    "I den södra delen av området är 84 procent nöjda och i den norra 91 procent.",
    "Antalet inskrivna barn var i genomsnitt 2 140, en minskning med 85 barn sedan 2022.",
    "Personaltätheten är 5,1 barn per årsarbetare, och för de yngsta barnen 4,6.",
    "Av årsarbetarna är 38 procent förskollärare. Målet för hela staden är 42 procent.",
    "Förvaltningen har stängt tre avdelningar och öppnat en ny förskola med fyra avdelningar.",
    "Barn födda 2018 och 2019 har erbjudits plats på den avdelning där syskon går.",
    "Köerna är korta: alla barn har erbjudits plats inom tre månader enligt garantin.",
    "Självskattningen enligt kvalitetsindikatorn gav medelvärdet 4,2 av 5.",
    "Maten lagas till 60 procent av ekologiska råvaror, och i två av köken till 75 procent.",
    "Barngrupperna har i snitt 14,8 barn. De yngsta barnens grupper har i snitt 12,1 barn.",
    "Sammanlagt 46 förskolor har deltagit: 31 kommunala och 15 fristående.",
    "Barnskötare som studerar till förskollärare har fått behålla lönen en dag i veckan.",
    "Förskolornas arbete utgår från läroplanen Lpfö 18 och från barnens egna frågor.",
    "Öppna förskolan har haft 9 400 besök, varav hälften av barn under ett år.",
    "Det språkutvecklande arbetet har stärkts genom boksamtal, rim och ramsor.",
    "Förvaltningen ser inget behov av ytterligare platser före 2026.",
    "Inga förskolor har behövt hålla stängt på grund av personalbrist.",
)  # fmt: skip

CASES = (
    (SCHOOL, SCHOOL_WORDS),
    (SCHOOL_SUMMARY, SCHOOL_WORDS),
    (PRESCHOOL, PRESCHOOL_WORDS),
    (PRESCHOOL_SUMMARY, PRESCHOOL_WORDS),
)
