"""How people write the figures of an indicator: right ones are passed, and one changed digit is found."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report, section, text

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.report import Report
from avstamt.rules.engine import check
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES
from avstamt.templates.catalogue import catalogue

SAFE = "Andel brukare som känner sig trygga"
JOBS = "Antal ungdomar som fått feriejobb i stadens regi"
AMI = "Aktivt Medskapandeindex"
SICK = "Sjukfrånvaro"
ROWS = {
    SICK: {"outcome": "6,8 %", "previous": "7,4 %", "target": "6,5 %"},
    "Sjukfrånvaro dag 1-14": {"outcome": "2,1 %", "previous": "2,4 %", "target": "2,0 %"},
    AMI: {"outcome": "81", "previous": "79", "target": "82"},
    SAFE: {"outcome": "87 %", "outcome_men": "85 %", "outcome_women": "89 %", "previous": "84 %", "target": "90 %"},
    JOBS: {"outcome": "143 st", "previous": "151 st", "target": "140 st"},
    "Andel hushåll med en aktuell planering": {"outcome": "74 %", "previous": "66 %", "target": "80 %"},
    "Andel ekologiska livsmedel": {"outcome": "47 %", "previous": "42 %", "target": "50 %"},
}


def telling(sentence: str, own: str = "") -> Report:
    """Return a VB 2024 that says this in its summary, or in the analysis of the indicator `own`."""
    rows = tuple(
        indicator(name, id=f"i{n}", **cells, **({"analysis": sentence} if name == own else {}))
        for n, (name, cells) in enumerate(ROWS.items(), 1)
    )
    summary = section(id="s1", key="summary", text=text("Året gick som planerat." if own else sentence))
    own_goal = goal("Invånare får stöd", GoalLevel.COMMITTEE, id="g1", assessment=Assessment.PARTLY, indicators=rows)
    return report(own_goal, sections=(summary,), id="r1")


def codes(made: Report) -> list[str]:
    return [one.rule for one in check(made, catalogue(), rules=FIGURE_TEXT_RULES).findings]


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("Sjukfrånvaron har minskat från 7,4 procent till 6,8 procent men når inte årsmålet.", "7,4", "8,4"),
        ("Enhetens totala sjukfrånvaro var 6,8 % under 2024 jämfört med 7,4 % under 2023.", "6,8", "6,3"),
        ("Sjukfrånvaron landade på 6,8 procent efter en tung vår.", "6,8", "7,8"),
        ("Sjukfrånvaron har sjunkit, framför allt på grund av färre långa sjukskrivningar.", "sjunkit", "stigit"),
        ("Sjukfrånvaron var 6,8 procent till följd av korta sjukskrivningar i höstas.", "6,8", "7,8"),
        ("Enligt årsmålet ska 140 ungdomar få feriejobb i stadens regi.", "140", "160"),
        ("Årsmålet är att 140 ungdomar får feriejobb i stadens regi.", "140", "160"),
        ("Korttidssjukfrånvaron (dag 1-14) var 2,1 procent, mot 2,4 procent året innan.", "2,1", "2,9"),
        ("Korttidsfrånvaron ligger på 2,1 procent.", "2,1", "2,7"),
        ("Sjukfrånvaron sjönk till 6,8 procent och Aktivt Medskapandeindex ökade till 81.", "81", "87"),
        ("Sjukfrånvaron sjönk till 6,8 procent och AMI steg till 81, men inget av dem nådde årsmålet.", "6,8", "6,1"),
        ("Aktivt medskapandeindex (AMI) är 81, vilket är två enheter högre än förra året.", "81", "91"),
        ("Aktivt medskapandeindex (AMI) är 81, vilket är två enheter högre än förra året.", "två", "fem"),
        ("AMI uppgick till 81 att jämföra med 79 år 2023.", "79", "89"),
        ("Årets medarbetarenkät visar ett AMI på 81. Målet var 82.", "82", "92"),
        ("Årsmålet för AMI är 82 och utfallet blev 81.", "81", "71"),
        ("87 procent av brukarna känner sig trygga, vilket är tre procentenheter fler än 2023.", "tre", "sex"),
        ("Andelen brukare som känner sig trygga är 87 procent (84 procent 2023).", "84", "74"),
        ("I årets brukarundersökning svarade 87 procent av brukarna att de känner sig trygga.", "87", "82"),
        ("Bland kvinnorna känner sig 89 procent av brukarna trygga.", "89", "81"),
        ("Antalet ungdomar som fått feriejobb minskade från 151 till 143.", "151", "181"),
        ("Under året har 143 ungdomar haft feriejobb i stadens regi, jämfört med 151 föregående år.", "143", "163"),
        ("Målet om 140 feriejobb till ungdomar nåddes.", "140", "150"),
        ("74 procent av hushållen hade en aktuell planering vid årets slut, mot 66 procent förra året.", "74", "79"),
        ("74 procent av hushållen hade en aktuell planering vid årets slut, mot 66 procent förra året.", "66", "61"),
        ("Andelen hushåll med en aktuell planering steg med åtta procentenheter till 74 procent.", "åtta", "fyra"),
        ("Andelen hushåll med en aktuell planering är 74 procent, sex procentenheter under årsmålet.", "sex", "nio"),
        ("Andelen ekologiska livsmedel är 47 procent. Det är en ökning med fem procentenheter.", "fem", "två"),
        ("De ekologiska livsmedlen ligger på 47 procent, vilket är under årsmålet på 50 procent.", "50", "60"),
    ],
)
def test_a_figure_that_the_table_has_is_passed_and_another_is_found(sentence, right, slip):
    assert codes(telling(sentence)) == []
    assert codes(telling(sentence.replace(right, slip, 1))) != []


@pytest.mark.parametrize(
    ("own", "sentence", "right", "slip"),
    [
        (SAFE, "Utfallet är 87 procent.", "87", "78"),
        (SAFE, "Enheten når 87 procent mot årsmålet 90 procent.", "87", "82"),
        (SAFE, "Målet är 90 % och utfallet 87 %.", "87", "83"),
        (SAFE, "Andelen var 84 procent förra året.", "84", "74"),
        (SAFE, "Det är en ökning från 84 procent till 87 procent.", "87", "86"),
        (SAFE, "Resultatet har förbättrats med tre procentenheter sedan 2023.", "tre", "sju"),
        (SAFE, "Utfallet 87 % ligger tre procentenheter ifrån årsmålet.", "tre", "nio"),
        (SAFE, "Resultatet är tre procentenheter högre än föregående år.", "tre", "fem"),
        (AMI, "Indexet är 81.", "81", "71"),
        (AMI, "Index är två enheter högre än 2023.", "två", "sju"),
        (AMI, "Index är två enheter högre än 2023.", "två", "tre"),
        (AMI, "Utfallet ökade från 79 till 81.", "81", "87"),
        (AMI, "Årets index på 81 är en enhet under årsmålet.", "81", "84"),
        (SICK, "Sjukfrånvaron är 0,6 procentenheter lägre än 2023.", "0,6", "1,6"),
    ],
)
def test_in_its_own_analysis_a_figure_needs_no_name(own, sentence, right, slip):
    assert codes(telling(sentence, own)) == []
    assert codes(telling(sentence.replace(right, slip, 1), own)) != []


@pytest.mark.parametrize(
    ("own", "sentence", "right", "other_cell"),
    [
        ("", "Sjukfrånvaron har sjunkit till 6,8 procent.", "6,8", "7,4"),
        ("", "Aktivt medskapandeindex steg till 81.", "81", "82"),
        ("", "87 procent av brukarna känner sig trygga, mot 84 procent förra året.", "87", "90"),
        ("", "87 procent av brukarna känner sig trygga, mot 84 procent förra året.", "84", "87"),
        ("", "74 procent av hushållen hade en aktuell planering i december.", "74", "80"),
        ("", "Andelen hushåll med en aktuell planering ökade från 66 procent till 74 procent.", "66", "80"),
        (SAFE, "Utfallet blev 87 procent.", "87", "90"),
        (SAFE, "Årets utfall landade på 87 procent.", "87", "84"),
        (SAFE, "Resultatet uppgår till 87 procent, att jämföra med 84 procent året innan.", "87", "84"),
        (SAFE, "I fjol var andelen 84 procent.", "84", "87"),
        (SAFE, "Förra året låg resultatet på 84 procent.", "84", "90"),
    ],
)
def test_another_cell_of_the_row_does_not_excuse_a_figure_whose_column_is_told(own, sentence, right, other_cell):
    assert codes(telling(sentence, own)) == []
    assert codes(telling(sentence.replace(right, other_cell, 1), own)) != []


@pytest.mark.parametrize(
    ("own", "sentence"),
    [
        (SAFE, "Målet att andelen ska öka till 90 procent kvarstår."),
        (SAFE, "Årsmålet höjdes från 84 procent till 90 procent."),
        (SAFE, "Prognosen var att utfallet skulle bli 90 procent."),
        (SAFE, "Resultatet för kvinnor blev 89 procent."),
        (SAFE, "Under 2023 steg andelen till 84 procent."),
        ("", "Sjukfrånvaron behöver sjunka till 6,5 procent för att årsmålet ska nås."),
        ("", "Nämndens ambition är att sjukfrånvaron minskar till 6,5 procent."),
        ("", "Målet är att 80 procent av hushållen har en aktuell planering."),
        ("", "87 procent av brukarna känner sig trygga. Förra året nåddes inte årsmålet, som även då var 90 procent."),
    ],
)
def test_a_figure_of_another_column_is_let_be_where_the_words_tell_of_that(own, sentence):
    assert codes(telling(sentence, own)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Stadens sjukfrånvaro var 8,1 procent.",
        "Den långa sjukfrånvaron har stigit på grund av operationer.",
        "Sjukfrånvaron har främst minskat i förskolan, där den är 9,4 procent.",
        "I staden som helhet är andelen trygga brukare 83 procent.",
        "Sjukfrånvaron inom hemtjänsten var 9,3 procent.",
        "Sjukfrånvaron för tillsvidareanställda är 7,0 procent.",
        "Under det första kvartalet var sjukfrånvaron 9,9 procent.",
        "Målet för 2025 är en sjukfrånvaro på 6,0 procent.",
        "Om sjukfrånvaron sjunker till 5 procent frigörs resurser.",
        "Av sjukfrånvaron är 4,1 procentenheter längre än 60 dagar.",
        "94 procent av de anhöriga känner sig trygga med verksamheten.",
        "På Solrosen känner sig 95 procent av brukarna trygga.",
        "Två gruppers AMI låg under 75.",
        "AMI för chefer var 88.",
        "Delindex motivation var 79 och delindex styrning 84.",
        "I äldreomsorgen fick 40 ungdomar feriejobb.",
        "Ytterligare 13 ungdomar fick feriejobb på höstlovet.",
        "160 ungdomar sökte feriejobb.",
        "Andelen ekologiska livsmedel i förskolan är 52 procent.",
        "2019 var sjukfrånvaron 5,9 procent.",
        "Målet var att 75 procent av hushållen skulle ha en aktuell planering före sommaren.",
        "Ungefär 30 procent av hushållen med aktuell planering har barn.",
        "Årsmålet för förvaltningen är 5,9 procent.",
        "Rikssnittet för andelen trygga brukare är 85 procent.",
        "Sjukfrånvaron är tre procentenheter högre än i hemtjänsten.",
        "Sjukfrånvaron är 1,3 procentenheter lägre än 2019.",
    ],
)
def test_figures_of_others_of_parts_and_of_other_times_are_left_in_peace(sentence):
    assert codes(telling(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "right", "slip"),
    [
        ("126 personer gick till arbete eller studier: 91 till arbete och 35 till studier.", "91", "81"),
        ("Under året deltog 48 ungdomar i kursen, 20 pojkar och 28 flickor.", "28", "18"),
        ("Svarsfrekvensen är 88 procent, en procentenhet lägre än 2023 då den var 89 procent.", "89", "99"),
    ],
)
def test_a_sentence_that_does_not_add_up_is_found(sentence, right, slip):
    assert codes(telling(sentence)) == []
    assert codes(telling(sentence.replace(right, slip, 1))) != []


def told_twice(summary: str, analysis: str) -> list[str]:
    """Return the codes of what is found where the summary and a goal's analysis say this."""
    parts = (section(id="s1", key="summary", text=text(summary)),)
    return codes(report(goal(id="g1", assessment=Assessment.FULL, analysis=analysis), sections=parts, id="r1"))


@pytest.mark.parametrize(
    ("summary", "analysis", "right", "slip"),
    [
        ("Snittet har varit 461 hushåll under 2024 mot 518 under 2023.", "", "518", "578"),
        ("Av dem har 84 gått till arbete, 20 till studier och 14 fått sjukersättning.", "", "20", "25"),
        ("Enheten har ett index på 65 jämfört med 2023 då det var 62 i enkäten om prevention.", "", "62", "26"),
        ("Familjerådgivningen beräknas kosta 25,0 mnkr enligt avtalet.", "", "25,0", "26,0"),
        (
            "Under året har 16 personer fått ett arbetsmarknadsjobb, 18 personer haft ett skyddat arbete efter en utredning.",
            (
                "Under perioden har 16 personer fått ett arbetsmarknadsjobb, 18 personer (12 män och 6 kvinnor) haft ett "
                "skyddat arbete efter en utredning."
            ),
            "16",
            "19",
        ),
    ],
)
def test_a_sentence_told_twice_has_the_same_figures(summary, analysis, right, slip):
    assert told_twice(summary, analysis or summary) == []
    assert "TXT-121" in told_twice(summary.replace(right, slip, 1), analysis or summary)


@pytest.mark.parametrize(
    ("summary", "analysis"),
    [
        ("Samtliga fem mål för verksamhetsområdet bedöms nås.", "Samtliga sju mål för verksamhetsområdet bedöms nås."),
        ("120 elever deltog i lovskolan.", "45 elever deltog i lovskolan under sommaren på Ekbackens skola."),
        ("Utfallet är 85 procent.", "Utfallet är 58 procent."),
        ("År 2023 besökte 52 personer den öppna mottagningen.", "År 2024 besökte 59 personer den öppna mottagningen."),
        ("Flickornas andel av besöken var 43 procent.", "Pojkarnas andel av besöken var 57 procent."),
        ("Området redovisar totalt ett underskott mot budget med 1,7 mnkr.", "Området redovisar totalt ett underskott mot budget med 2,9 mnkr."),
        ("Ytterligare 13 ungdomar fick arbete på lovet.", "27 ungdomar fick arbete på lovet."),
    ],
)  # fmt: skip
def test_sentences_that_only_sound_alike_are_left_in_peace(summary, analysis):
    assert told_twice(summary, analysis) == []


@pytest.mark.parametrize(
    ("summary", "analysis", "alike"),
    [
        ("Enheten lämnar ett överskott på 450 tkr.", "Årsresultatet är ett överskott på 450 tkr.", True),
        ("Enheten lämnar ett överskott på 0,5 mnkr.", "Årsresultatet är ett överskott på 450 tkr.", True),
        ("Enheten lämnar ett överskott på 450 tkr.", "Årsresultatet är ett överskott på 540 tkr mot budget.", False),
        ("Enhetens ekonomiska resultat är +5 111 tkr.", "Årsresultatet är ett överskott på 5 211 tkr.", False),
        ("Enheten har ett underskott på 2,5 mnkr.", "Enheten har ett underskott på 1,4 mnkr inom boendet.", True),
        ("Nämnden har ett underskott på 2,5 mnkr.", "Nämnden har ett underskott på 1,4 mnkr efter omslutning.", True),
        ("Enheten har ett underskott på 2,5 mnkr.", "Enheten hade ett underskott på 1,4 mnkr 2023.", True),
        ("Enheten har ett underskott på 2,5 mnkr.", "Enheten har ett underskott på 1,4 mnkr på löner.", True),
    ],
)
def test_the_result_of_the_whole_is_the_same_wherever_it_is_told(summary, analysis, alike):
    assert (told_twice(summary, analysis) == []) is alike
