"""Changes told in per cent without their ends, figures left from last year, and times said in another way."""

from __future__ import annotations

import pytest
from tests.rules.examples_figures import JOBS, told

from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES
from avstamt.templates.catalogue import catalogue

SICK = {"outcome": "9,0 %", "previous": "7,9 %", "target": "8,0 %"}
WORKED = {"outcome": "138 st", "previous": "120 st", "target": "130 st"}
DAY = "Andel orosanmälningar som bedöms inom 24 timmar"
QUICK = {"outcome": "97 %", "previous": "95 %", "target": "100 %"}


def codes(made):
    return [one.rule for one in check(made, catalogue(), rules=FIGURE_TEXT_RULES).findings]


@pytest.mark.parametrize(
    ("sentence", "right", "slip", "code"),
    [
        ("Sjukfrånvaron har ökat med 14 procent.", "14", "tre", "TXT-114"),
        ("Sjukfrånvaron är 14 procent högre än förra året.", "14", "20", "TXT-114"),
        ("Sjukfrånvaron har stigit med drygt 13 procent jämfört med 2023.", "13", "18", "TXT-114"),
        ("Sjukfrånvaron har ökat med 1,1 procentenheter.", "procentenheter", "procent", "TXT-107"),
        ("Sjukfrånvaron har ökat med 14 procent.", "ökat", "minskat", "TXT-102"),
    ],
)
def test_a_change_in_per_cent_is_that_of_the_tables_figures(sentence, right, slip, code):
    assert codes(told(sentence, **SICK)) == []
    assert codes(told(sentence.replace(right, slip, 1), **SICK)) == [code]


@pytest.mark.parametrize("share", ["15 procent", "cirka 15 procent", "15,0 %"])
def test_a_count_changes_by_the_per_cent_of_its_two_figures(share):
    sentence = f"Antalet ungdomar som fått sommarjobb i stadens regi har ökat med {share} jämfört med 2023."
    assert codes(told(sentence, name=JOBS, **WORKED)) == []
    assert codes(told(sentence.replace("15", "25"), name=JOBS, **WORKED)) == ["TXT-114"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjukfrånvaron för män har ökat med tre procent.",
        "Sjukfrånvaron har ökat med tre procent sedan 2021.",
        "Sjukfrånvaron har ökat med tre procent under hösten.",
        "Den korta sjukfrånvaron har ökat med tre procent.",
        "Sjukfrånvaron i staden har ökat med tre procent.",
        "Sjukfrånvaron kan öka med tre procent nästa år.",
        "Sjukfrånvaron har ökat med mellan tre och 15 procent.",
        "Sjukfrånvaron har ökat, och antalet anmälningar har ökat med tre procent.",
        "Kostnaden för sjukfrånvaron har ökat med tre procent.",
    ],
)
def test_a_change_of_another_thing_or_time_is_let_be(sentence):
    assert codes(told(sentence, **SICK)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjukfrånvaron är 7,9 procent.",
        "Sjukfrånvaron ligger på 7,9 procent, vilket är för högt.",
        "Sjukfrånvaron uppgår nu till 7,9 procent.",
    ],
)
def test_a_figure_left_from_last_year_is_found_and_said_to_be_so(sentence):
    findings = check(told(sentence, **SICK), catalogue(), rules=FIGURE_TEXT_RULES).findings
    assert [one.rule for one in findings] == ["TXT-101"]
    assert "förra årets" in findings[0].advice
    assert codes(told(sentence.replace("7,9", "9,0"), **SICK)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sjukfrånvaron var 7,9 procent.",
        "Sjukfrånvaron är 7,9 procent enligt den senaste mätningen.",
        "Förra året steg frånvaron. Sjukfrånvaron är 7,9 procent.",
        "År 2023 är sjukfrånvaron 7,9 procent.",
        "Sjukfrånvaron är högre än de 7,9 procent som staden har.",
        "Sjukfrånvaron är 9,0 procent mot 7,9 procent.",
        "Sjukfrånvaron är lägre, 7,9 procent, på fritidsgårdarna.",
    ],
)
def test_last_years_figure_told_as_such_is_let_be(sentence):
    assert codes(told(sentence, **SICK)) == []


def test_a_tertial_report_may_still_tell_last_years_figure():
    made = told("Sjukfrånvaron är 7,9 procent.", **SICK)
    assert codes(made.model_copy(update={"kind": ReportKind.TERTIAL_1})) == []


@pytest.mark.parametrize("time", ["inom 24 timmar", "inom ett dygn", "inom 1 dygn"])
def test_a_day_and_its_hours_are_one_time(time):
    sentence = f"97 procent av orosanmälningarna bedömdes {time}."
    assert codes(told(sentence, name=DAY, **QUICK)) == []
    assert codes(told(sentence.replace("97", "93"), name=DAY, **QUICK)) == ["TXT-101"]


@pytest.mark.parametrize("time", ["inom en vecka", "inom två dygn", "inom 48 timmar", "samma dag"])
def test_another_time_is_another_figure(time):
    assert codes(told(f"93 procent av orosanmälningarna bedömdes {time}.", name=DAY, **QUICK)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Indexet uppgår till 114 poäng, vilket är högre än 2023 då det uppgick till 95 poäng.",
        "Svarsfrekvensen var 88 procent, vilket är högre än förra året då den var 85 procent.",
        "Kötiden är 12 dagar. Antalet besök var 340, vilket är högre än 2023 då antalet var 310.",
    ],
)
def test_a_comparison_holds_between_the_two_figures_of_its_sentence(sentence):
    assert codes(told(sentence)) == []
    assert codes(told(sentence.replace("högre", "lägre"))) == ["TXT-113"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Av 40 platser var 38 belagda, vilket är lägre än 2023 då det var 98 procent.",
        "Frånvaron bland 88 personer är lägre än förra året då 85 personer svarade.",
        "Svarsfrekvensen var 88 procent, och nöjdheten är lägre än förra året då svarsfrekvensen var 85 procent.",
        "Svarsfrekvensen var drygt 80 procent, vilket är lägre än förra året då den var 79 procent i staden.",
        "Väntetiden blev fem dagar för 88 procent, vilket är sämre än 2023 då det var 85 procent.",
    ],
)
def test_a_comparison_whose_figures_are_of_other_things_is_let_be(sentence):
    assert codes(told(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "now", "slip"),
    [
        ("Museet hade 19 400 besökare, fler än de 18 200 året före.", "19 400", "17 400"),
        ("Museet hade 19 400 besökare, vilket är fler än de 18 200 som kom 2023.", "19 400", "17 400"),
        ("Svarsfrekvensen är 88 procent, högre än fjolårets 84 procent.", "88", "82"),
        ("Under året gjordes 52 besök, att jämföra med 45 förra året, vilket är en ökning.", "52", "42"),
        ("Antalet besök var 350 jämfört med 320 året före, en ökning.", "350", "310"),
        ("Antalet besök ökade till 350, jämfört med 320 under 2023.", "350", "310"),
        ("Antalet besök ökade från 320 år 2023 till 350, en ökning med 30 besök.", "350", "390"),
        ("Antalet lån uppgick till 142 000, en minskning med 4 procent från 148 000.", "142", "130"),
        ("Andelen steg från 80 till 85 procent, en ökning med 5 procentenheter.", "85", "87"),
        ("Dubbelt så många har sökt, 41 mot 20 föregående år.", "41", "30"),
        ("Tre gånger så många, 92 jämfört med 31 förra året, har fått stöd.", "92", "64"),
    ],
)
def test_what_a_sentence_compares_holds_between_its_own_figures(sentence, now, slip):
    assert codes(told(sentence)) == []
    assert codes(told(sentence.replace(now, slip, 1))) == ["TXT-113"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Antalet ökade från 30 till 35 för kvinnor, en ökning med 12 sedan 2020.",
        "Museet hade 17 400 besökare, fler än de 19 200 som bor i området.",
        "Antalet besök var 320 mot 350 planerade, en ökning av de bokade.",
        "Antalet besök var 310 jämfört med 350 timmar året före, en ökning i bredd.",
        "Antalet besök ökade till 320 för kvinnor, jämfört med 350 för män.",
        "Knappt dubbelt så många har sökt, 35 mot 20 föregående år.",
        "Dubbelt så många har sökt: 14 av 30 mot 7 av 29 föregående år.",
        "Enheten har 12 medarbetare, färre än 14 har heltid.",
        "Av 120 barn deltog 84, färre än förra årets 91.",
        "Av de 312 hushållen hade 140 barn, totalt 287 barn.",
        "Verksamheten omfattar 40 platser, varav 38 var belagda i december, jämfört med 36 året före.",
        "Av de 90 som sökte antogs 60, och 45 fler än väntat stod i kö.",
        "Antalet ansökningar ökade till 52 under våren jämfört med 61 under hela förra året.",
        "Underskottet ökade till 1,4 mnkr jämfört med 1,2 mnkr förra året.",
        "Under året gjordes 12 besök jämfört med planerade 15, vilket är en minskning av ambitionen.",
    ],
)
def test_what_a_sentence_says_of_other_figures_is_let_be(sentence):
    assert codes(told(sentence)) == []


@pytest.mark.parametrize(("word", "found"), [("två", []), ("tre", ["TXT-114"])])
def test_an_index_is_measured_once_a_year_so_a_tertial_report_compares_it_with_last_years(word, found):
    sentence = f"Aktivt Medskapandeindex är 83, vilket är {word} enheter högre än 2023."
    made = told(sentence, name="Aktivt Medskapandeindex", outcome="83", previous="81")
    assert codes(made.model_copy(update={"kind": ReportKind.TERTIAL_1})) == found


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Antalet vräkningar har halverats, från 46 år 2022 till 31 år 2023.", True),
        ("Antalet vräkningar har halverats, från 60 år 2022 till 31 år 2023.", False),
        ("Antalet vräkningar har nästan halverats, från 46 till 31.", False),
        ("Antalet ansökningar har fördubblats från 40 till 52.", True),
        ("Antalet ansökningar har fördubblats från 40 till 83.", False),
        ("Antalet fall har minskat med 20 procent, från 150 år 2022 till 125 år 2023.", True),
        ("Antalet fall har minskat med 17 procent, från 150 år 2022 till 125 år 2023.", False),
    ],
)
def test_a_change_is_as_large_as_between_its_two_ends(sentence, wrong):
    assert ("TXT-113" in codes(told(sentence))) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("84 procent är trygga, vilket är fyra procent högre än 2022 då 80 procent var det.", True),
        ("84 procent är trygga, vilket är fyra procentenheter högre än 2022 då 80 procent var det.", False),
        ("84 procent är trygga, vilket är fem procent högre än 2022 då 80 procent var det.", False),
        ("Resultatet är 71 procent, en ökning med 6 procent jämfört med 2022 då det var 65 procent.", True),
        ("84 procent är trygga, vilket är fyra procent högre än 2022.", False),
    ],
)
def test_between_two_shares_of_a_sentence_lie_points(sentence, wrong):
    assert ("TXT-107" in codes(told(sentence))) is wrong


def test_a_change_between_shares_is_none_of_a_figure_per_person():
    density = {"name": "Personaltäthet i förskolan", "outcome": "4,8", "previous": "4,9", "target": "4,9"}
    sentence = "Personaltäthet i förskolan: andelen förskollärare har ökat från 36 till 38 procent."
    assert codes(told(sentence, **density)) == []
    assert "TXT-102" in codes(told("Personaltätheten i förskolan har ökat från 4,8 till 4,9.", **density))


def test_to_what_degree_something_is_so_is_no_figure_per_person():
    density = {"name": "Personaltäthet i förskolan", "outcome": "4,8", "previous": "4,9", "target": "4,9"}
    assert codes(told("Förskolan har utbildad personal i högre grad än förra året.", **density)) == []
    trained = {"name": "Andel utbildad personal i förskolan", "outcome": "48 %", "previous": "49 %", "target": "50 %"}
    assert codes(told("Förskolan har utbildad personal i högre grad än förra året.", **trained)) == ["TXT-102"]
