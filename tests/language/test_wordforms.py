from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from avstamt.language.wordforms.compounds import Vocabulary
from avstamt.language.wordforms.mentions import LIKELY, Names, mentions
from avstamt.language.wordforms.stems import stem
from avstamt.templates.catalogue import catalogue

FORMS = """
andel andelen andelar andelarna andelens
hushåll hushållet hushållen hushålls
ärende ärenden ärendet ärendena ärendets
person personen personer personerna
ungdom ungdomar ungdomarna
bistånd biståndet
ekonomisk ekonomiskt ekonomiska
långvarig långvarigt långvariga
sjukfrånvaro sjukfrånvaron
placering placeringar placeringen
plats platser platserna
kvinna kvinnor kvinnorna kvinnors
flicka flickor flickorna
pojke pojkar pojkarna
man män männen mäns
stad staden städer städerna stadens
avtal avtalet avtalen
möte möten mötet
lägenhet lägenheter lägenheterna
hem hemmet hemmen
energi energin
livsmedel livsmedlet livsmedlen
medarbetare medarbetaren medarbetarna
brukare brukaren brukarna brukarens
klimat klimatet
hemlös hemlösa
nöjd nöjda nöjt
familj familjer familjen
skola skolor skolan
insats insatser insatserna insatsen
trygg trygga tryggt trygghet tryggheten
verksamhet verksamheter verksamhetens
termin terminer terminen
index indexet
mål målet målen
barn barnen barnens
hus huset husen
""".strip().splitlines()

MEANT = [
    ("Fler vuxna lever på långvarigt ekonomiskt bistånd", "Andel vuxna med långvarigt ekonomiskt bistånd jämfört med samtliga vuxna invånare"),
    ("Vi erbjöd sommarjobb åt 270 ungdomar", "Antal ungdomar som fått sommarjobb i stadens regi"),
    ("Sommarjobben blev fler än planerat bland ungdomarna", "Antal ungdomar som fått sommarjobb i stadens regi"),
    ("Sjukfrånvaron är högre än i fjol", "Sjukfrånvaro"),
    ("Den korta sjukfrånvaron sjönk", "Sjukfrånvaro dag 1-14"),
    ("Korttidsfrånvaron sjönk", "Sjukfrånvaro dag 1-14"),
    ("Sjukfrånvaron dag 1–14 var 0,9 procent", "Sjukfrånvaro dag 1-14"),
    ("Index för ledarskap blev 82", "Ledarskapsindex"),
    ("Ledarskapsindexet sjönk", "Ledarskapsindex"),
    ("AMI sjönk till 65", "Aktivt Medskapandeindex"),
    ("Antalet vräkningar där barn berörs är noll", "Antal vräkningar som berör barn"),
    ("Bland elektroniska inköp ökade andelen", "Andel elektroniska inköp"),
    ("Antalet hemlösa uppgår till 174", "Antal hemlösa"),
    ("Fyra barnfamiljer saknar stadigvarande bostad", "Antal familjer med barn som saknar stadigvarande bostad (IoF)"),
    ("Andelen barn i familjer med försörjningsstöd", "Andel barn som lever i familjer som har ekonomiskt bistånd"),
    ("Fler medarbetare kan rekommendera arbetsplatsen", "Andel medarbetare inom socialtjänsten som kan rekommendera sin arbetsplats"),
    ("Andelen ekologiska måltider och livsmedel", "Andel inköpta ekologiska måltider och livsmedel i staden i kronor av totala värdet av inköpta måltider och livsmedel"),
    ("Klimatpåverkan från måltider och livsmedel minskade", "Klimatpåverkan från upphandlade livsmedel och måltider"),
    ("16 personer fick kommunala visstidsanställningar", "Antal aspiranter som fått kommunala visstidsanställningar"),
    ("I utredningarna har barnet varit delaktigt", "Andel utredningar av barn och unga där barnet varit delaktigt och fått återkoppling"),
    ("Dödsboanmälningarna handlades inom två veckor", "Andel dödsboanmälningar som handlagts inom två veckor"),
]  # fmt: skip

STRANGERS = [
    ("Enheten har haft tio möten med polisen", "Sjukfrånvaro"),
    ("Sjukfrånvaron är högre än i fjol", "Sjukfrånvaro dag 1-14"),
    (
        "Personalen har gått en kurs",
        "Antal personer som utsatts för våld i nära relation som är kända av socialtjänsten",
    ),
    ("Barnen leker på gården", "Andel barn som lever i familjer som har ekonomiskt bistånd"),
    ("Vi har fått ett index på 65", "Aktivt Medskapandeindex"),
    ("Stadens budget är i balans", "Antal ungdomar som fått sommarjobb i stadens regi"),
    ("Feriejobben blev fler", "Antal ungdomar som fått sommarjobb i stadens regi"),
    ("Andelen är högre", "Andel elektroniska inköp"),
]


@pytest.mark.parametrize("line", FORMS)
def test_the_forms_of_a_word_have_one_stem(line):
    assert len({stem(word) for word in line.split()}) == 1


def test_different_words_keep_different_stems():
    stems = [stem(line.split()[0]) for line in FORMS]
    assert len(set(stems)) == len(stems)


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_a_text_that_speaks_of_an_indicator_is_tied_to_it_before_all_others(text, name):
    names = [entry.name for entry in catalogue().indicators]
    assert name in names
    best = Names(names).spoken_of(text)[0]
    assert (best.name, best.strength >= LIKELY) == (name, True)


@pytest.mark.parametrize(("text", "name"), STRANGERS)
def test_a_text_that_speaks_of_something_else_is_not_tied(text, name):
    mention = mentions(text, name)
    assert mention is None or mention.strength < LIKELY


def test_a_mention_tells_which_words_speak():
    text = "Under året blev sommarjobben fler."
    mention = mentions(text, "Antal ungdomar som fått sommarjobb i stadens regi")
    assert mention is not None
    assert mention.span.of(text) == "sommarjobben"


COMPOUNDS = """
ledarskapsindex       | ledarskap index
sommarjobb            | sommar jobb
bidragshushåll        | bidrag hushåll
arbetsmarknadsinsats  | arbets marknad insats
livsmedelsinköp       | livsmedel inköp
kontaktperson         | kontakt person
skola                 | skola
""".strip().splitlines()


@pytest.mark.parametrize("line", COMPOUNDS)
def test_a_compound_is_split_by_the_words_of_the_report(line):
    word, parts = (part.strip() for part in line.split("|"))
    known = Vocabulary.of(
        [
            "Ledarskap och index. Sommar, jobb, bidrag, hushåll, arbetsmarknad, insats",
            "Livsmedel, inköp, kontakt, person, arbets, marknad, skola",
        ]
    )
    found = known.parts(word)
    assert found in (tuple(parts.split()), ("arbetsmarknad", "insats"))


@settings(max_examples=100)
@given(st.text(max_size=30), st.text(max_size=30))
def test_any_text_may_be_asked_about_any_name(text, name):
    mention = mentions(text, name)
    if mention is not None:
        assert 0 < mention.strength <= 1
        assert 0 <= mention.span.start < mention.span.end <= len(text)
    assert "".join(Vocabulary.of([text]).parts(name))[:1] == name.lower()[:1]
