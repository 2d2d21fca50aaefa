"""How sentences say that goals are reached, and when they only speak of reaching them."""

from __future__ import annotations

import pytest

from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place
from avstamt.rules.assessment_analysis import is_shortfall
from avstamt.rules.assessment_counts import tallies
from avstamt.rules.assessment_text import Said, in_short
from avstamt.rules.assessment_words import Degree, verdicts

FULL, REACHED, PARTLY, NOT = Degree.FULL, Degree.REACHED, Degree.PARTLY, Degree.NOT


def said(words: str) -> Said:
    return Said(words, Place.of("title"))


@pytest.mark.parametrize(
    ("words", "degree"),
    [
        ("Målet uppnås helt.", FULL),
        ("Målet är uppfyllt.", REACHED),
        ("Enheten bedömer att målet har uppfyllts i sin helhet.", FULL),
        ("Bedömningen är att enhetsmålet delvis är uppfyllt.", PARTLY),
        ("Enheten har delvis uppnått målet.", PARTLY),
        ("Vi når inte målet, eftersom bemanningen sviktade.", NOT),
        ("Målet nås inte fullt ut.", PARTLY),
        ("Målet nås inte i sin helhet.", PARTLY),
        ("Nämndmålet bedöms inte kunna uppnås under året.", NOT),
        ("Nämnden bedömer att inriktningsmålet kommer att uppfyllas under året.", REACHED),
        ("Nämnden gör bedömningen att kommunfullmäktiges mål för verksamhetsområdet kommer att uppnås helt.", FULL),
        ("Målet är till viss del uppnått.", PARTLY),
        ("Att målet inte nås beror på vakanser.", NOT),
    ],
)
def test_a_sentence_says_how_far_the_goal_is_reached(words, degree):
    assert [one.degree for one in verdicts([said(words)], 2024)] == [degree]


@pytest.mark.parametrize(
    "words",
    [
        "För att nå målet behöver enheten rekrytera.",
        "Om målet inte nås tas en ny plan fram.",
        "Det finns en risk att målet inte uppfylls.",
        "Arbetet bidrar till att målet uppnås.",
        "Målet är att alla ska få svar inom en dag.",
        "Förra året nåddes målet inte.",
        "Målet uppnåddes inte under 2022.",
        "Årsmålet uppnås inte.",
        "Målet om 70 procent ekologisk mat uppnås inte.",
        "Alla elever når målen i kärnämnena.",
        "Verksamheten arbetar med målet i fokus.",
    ],
)
def test_a_sentence_that_only_speaks_of_reaching_says_nothing_of_the_goal(words):
    assert list(verdicts([said(words)], 2024)) == []


def test_a_cause_is_not_the_verdict_itself():
    (one,) = verdicts([said("Att målet inte nås beror på vakanser.")], 2024)
    assert not one.main


@pytest.mark.parametrize(
    ("words", "level", "whole", "exceptions"),
    [
        ("Enheten uppnår alla mål utom två.", None, None, 2),
        ("Samtliga fem mål för verksamhetsområdet bedöms uppfyllas helt.", GoalLevel.AREA, 5, 0),
        ("De sju målen för verksamhetsområdet bedöms uppfyllas helt.", GoalLevel.AREA, 7, 0),
        ("Samtliga av kommunfullmäktiges tre inriktningsmål kommer att uppfyllas.", GoalLevel.DIRECTION, 3, 0),
        ("Sex av enhetens åtta mål är uppfyllda helt och två delvis.", None, 8, 2),
        ("Två av de tre målen för verksamhetsområdet väntas uppfyllas helt och ett delvis.", GoalLevel.AREA, 3, 1),
        ("Av de åtta mål för verksamhetsområdet som redovisas väntas sju uppfyllas helt.", GoalLevel.AREA, 8, 1),
        ("Underliggande nämndmål bedöms uppfyllas helt.", GoalLevel.COMMITTEE, None, 0),
        ("Fyra av fem enhetsmål uppnås.", GoalLevel.UNIT, 5, 1),
    ],
)
def test_a_sentence_counts_goals(words, level, whole, exceptions):
    (one,) = tallies([said(words)], 2024)
    assert (one.level, one.whole, one.exceptions) == (level, whole, exceptions)


@pytest.mark.parametrize(
    "words",
    [
        "Enheten uppfyller i huvudsak målen.",
        "De flesta av målen uppnås.",
        "För att uppnå målen krävs fler medarbetare.",
        "Alla mål följs upp varje månad.",
        "Under 2022 uppnåddes alla enhetsmål.",
    ],
)
def test_a_hedged_or_wished_count_is_no_claim(words):
    assert list(tallies([said(words)], 2024)) == []


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("Bemanningen har inte varit tillräcklig under sommaren.", True),
        ("De nya har inte fått en tillfredsställande introduktion.", True),
        ("Träffarna har stannat av sedan i höstas.", True),
        ("Enheten har inte uppnått de uppsatta målen för inköp.", True),
        ("Sjukfrånvaron ligger på en hög nivå.", True),
        ("Kvaliteten ligger på en hög nivå.", False),
        ("Resultatet har försämrats sedan förra mätningen.", True),
        ("Stödet gör att färre får en otillräcklig planering.", False),
        ("Rutinen används för att ingen ska få inte tillräckligt stöd.", False),
        ("Om stödet inte är tillräckligt görs en ny utredning.", False),
    ],
)
def test_a_shortfall_is_told_as_a_fact(words, short):
    assert is_shortfall(said(words)) is short


def test_a_long_name_is_cut_at_a_word_and_loses_its_bracketed_end():
    assert in_short("Andel nöjda (Familjerådgivningen).") == "Andel nöjda"
    assert in_short("mycket " * 20).endswith("mycket …")
