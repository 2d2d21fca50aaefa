"""Correct analyses of indicators: parts of the whole, other measures, the city and the nation, earlier years, units."""

from __future__ import annotations

from tests.builders import indicator
from tests.rules.correct.grounds import NAMND_T1, NAMND_T2, NAMND_VB, UNIT_VB, measured

ENERGY = measured(indicator("Köpt energi", outcome="2,4 GWh", previous="2,5 GWh", target="2,4 GWh", city_target="",
                            period="2019"), year=2019, **NAMND_VB)  # fmt: skip
SICK = measured(indicator("Sjukfrånvaro", outcome="7,2 %", outcome_men="5,9 %", outcome_women="7,7 %", previous="7,0 %",
                          target="6,5 %", city_target="6,5 %", period="2023"), year=2023, **UNIT_VB)  # fmt: skip
ORGANIC = measured(indicator("Andel ekologiska måltider och livsmedel", outcome="54 %", previous="51 %", forecast="56 %",
                             target="60 %", city_target="60 %", period="Tertial 2 2020"), year=2020, **NAMND_T2)  # fmt: skip
JOBS = measured(indicator("Antal ungdomar som fått feriejobb", outcome="0", previous="640", forecast="650", target="650",
                          city_target="9 000", period="Tertial 1 2025"), year=2025, **NAMND_T1)  # fmt: skip
INDEX = measured(indicator("Aktivt medskapandeindex", outcome="81", previous="80", target="83", city_target="83",
                           period="2021"), year=2021, **UNIT_VB)  # fmt: skip
RISE = measured(indicator("Andel elever i åk 6 som nått minst betyget E i svenska", outcome="88 %", outcome_men="84 %",
                          outcome_women="92 %", previous="90 %", target="92 %", city_target="90 %", period="2023"),
                year=2023, **NAMND_VB)  # fmt: skip

ENERGY_WORDS = (
    "Energianvändningen har minskat med fyra procent.",
    "Energianvändningen är 118 kWh per kvadratmeter, mot 123 kWh per kvadratmeter 2018.",
    "Solcellerna på taket har gett 14 500 kWh.",
    "Energieffektiviseringen i Medborgarhuset har sparat 18 000 kWh per år.",
    "Av den köpta energin var 1,5 GWh fjärrvärme och 0,9 GWh el.",
    "Belysningen står för 240 MWh och ventilationen för 310 MWh av elen.",
    "Förbrukningen i ett av de mindre kontoren är 9 000 kWh.",
    "Normalårskorrigerat är utfallet 2,5 GWh, eftersom vintern var mild.",
)
SICK_WORDS = (
    "Sjukfrånvaron steg med 0,2 procentenheter, eftersom två långa sjukskrivningar tillkom, och når inte 6,5 procent.",
    "Bland chefer är den 3,1 procent. Årsmålet nås inte på grund av förkylningar.",
    "Sjuklönekostnaden var 640 tkr. Frånvaron förklaras av influensan i februari.",
    "Årsmålet nås inte. Långtidsfrånvaron har ökat på grund av planerade operationer.",
    "Sjukfrånvaron är 7,2 procent, mot 7,0 procent 2022, och beror främst på förkylningar under våren.",
    "Under hösten var den 6,1 procent, eftersom färre var borta i influensa.",
    "Kvinnornas frånvaro har ökat från 7,3 till 7,7 procent, till följd av långa sjukskrivningar.",
    "Frånvaron förklaras av korttidsfrånvaro: 3,4 procent mot 2,9 procent förra året.",
    "Orsaken är att två grupper har haft hög frånvaro, 11 respektive 9 procent.",
    "I hela förvaltningen är sjukfrånvaron 7,6 procent, och skälen är desamma: infektioner och långa köer i vården.",
)
ORGANIC_WORDS = (
    "Andelen är 54 procent, och prognosen för året är 56 procent. Årsmålet nås inte eftersom utbudet har varit sämre under pandemin.",
    "Bland förskolorna är andelen 61 procent, men boendena köper mindre och årsmålet nås därför inte.",
    "I juli var andelen 49 procent på grund av att sommarens leverantör hade ett mindre sortiment.",
    "Att årsmålet inte nås beror på höjda priser. Andelen har ändå ökat med tre procentenheter sedan 2019.",
)
JOBS_WORDS = (
    "Feriejobben börjar i juni, och därför finns inget utfall ännu.",
    "Hittills har 1 120 ungdomar sökt de 650 platserna.",
    "Jobben fördelas på sommaren (520) och höstlovet (130).",
    "Under 2024 hade 640 ungdomar feriejobb, varav 330 unga kvinnor och 310 unga män.",
)
INDEX_WORDS = (
    "Indexet är 81, en ökning med en enhet. Årsmålet nås inte eftersom frågan om styrning fick 76.",
    "Motivation har värdet 83, ledarskap 82 och styrning 78. Att styrningen är lägst beror på omorganisationen.",
    "I staden är indexet 82. Enheten ligger strax under, vilket förklaras av många nyanställda.",
    "Svarsfrekvensen var 91 procent. Årsmålet 83 nås inte, vilket har diskuterats på en arbetsplatsträff; orsaken är lokalerna.",
)
RISE_WORDS = (
    "Resultatet har sjunkit med två procentenheter, till 88 procent, vilket beror på att fler nyanlända elever har betyg.",
    "Bland elever som gått i svensk skola sedan årskurs 1 är andelen 95 procent, och årsmålet missas på grund av de nyanländas resultat.",
    "Flickornas resultat är 92 procent och pojkarnas 84 procent. Skillnaden förklaras delvis av läsvanor.",
    "På skolorna i ytterstaden är andelen 82 procent och i innerstaden 94 procent; orsaken till att målet inte nås finns alltså främst i ytterstaden.",
    "Rikssnittet 2022 var 89 procent. Att årsmålet inte nås beror på lärarbrist.",
)  # fmt: skip

CASES = (
    (ENERGY, ENERGY_WORDS),
    (SICK, SICK_WORDS),
    (ORGANIC, ORGANIC_WORDS),
    (JOBS, JOBS_WORDS),
    (INDEX, INDEX_WORDS),
    (RISE, RISE_WORDS),
)
