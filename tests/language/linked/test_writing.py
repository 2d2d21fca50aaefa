"""How a figure that is linked is written in running text."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, report, section, table

from avstamt.domain.economy import ColumnRole, RowRole, Unit
from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.text import FigureReference
from avstamt.language.linked.sources import State, formats, shown

OUTCOME = Place.of("goals", "g1", "indicators", "i1", "outcome")
COST = Place.of("sections", "s1", "tables", "t1", "rows", "r1", "cells", "c1", "text")


def with_indicator(name: str = "Sjukfrånvaro", **cells: str):
    return report(goal(id="g1", indicators=(indicator(name, id="i1", **cells),)))


def with_cost(text: str, unit: Unit = Unit.TKR, role: ColumnRole = ColumnRole.OUTCOME):
    made = table({"Utfall": role}, [("Kostnader", RowRole.COST, [text])], id="t1", unit=unit)
    return report(sections=(section("Ekonomi", id="s1", tables=(made,)),))


def text_of(made, source: Place, way: str) -> str:
    return shown(made, FigureReference(source=source, format=way)).text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("name", "cell", "way", "text"),
    [
        ("Sjukfrånvaro", "0,78 %", "words", "0,78 procent"),
        ("Sjukfrånvaro", "0,78 %", "unit", "0,78 %"),
        ("Sjukfrånvaro", "0,78 %", "plain", "0,78"),
        ("Antal personer i hemlöshet", "16 st", "noun", "16 personer"),
        ("Antal personer i hemlöshet", "16", "plain", "16"),
        ("Antal personer i hemlöshet", "1", "noun", "1 person"),
        ("Antal personer i hemlöshet", "5 st", "spelled-noun", "fem personer"),
        ("Antal hushåll", "1 st", "spelled-noun", "ett hushåll"),
        ("Antal hushåll", "0 st", "spelled-noun", "inga hushåll"),
        ("Antal hushåll", "13 st", "spelled", "13"),
        ("Handläggningstid", "12 dagar", "noun", "12 dagar"),
        ("Kostnad", "16000 kr", "words", "16 000 kronor"),
        ("Nöjda", "< 6,5 %", "cell", "< 6,5 %"),
    ],
)
def test_a_cell_of_an_indicator_is_written_in_the_chosen_format(name, cell, way, text):
    assert text_of(with_indicator(name, outcome=cell), OUTCOME, way) == text


@pytest.mark.parametrize(
    ("now", "before", "way", "text"),
    [
        ("0,78 %", "0,71 %", "phrase", "en ökning med 0,07 procentenheter"),
        ("4 %", "5 %", "phrase", "en minskning med 1 procentenhet"),
        ("4 %", "4 %", "phrase", "ingen förändring"),
        ("90 st", "100 st", "verb", "minskat med 10 personer"),
        ("90 st", "100 st", "share", "en minskning med 10 procent"),
        ("90 st", "100 st", "size", "10 personer"),
    ],
)
def test_a_change_against_last_year_is_written_with_its_direction(now, before, way, text):
    made = with_indicator("Antal personer i hemlöshet", outcome=now, previous=before)
    assert text_of(made, OUTCOME, f"change:{way}") == text


def test_a_change_between_different_units_is_none():
    made = with_indicator(outcome="4 %", previous="12 st")
    assert shown(made, FigureReference(source=OUTCOME, format="change:phrase")).state is State.EMPTY


@pytest.mark.parametrize(
    ("cell", "unit", "way", "text"),
    [
        ("1 700", Unit.TKR, "mnkr", "1,7 mnkr"),
        ("1,7", Unit.MNKR, "tkr", "1 700 tkr"),
        ("-1,7", Unit.MNKR, "unit", "−1,7 mnkr"),
        ("-1,7", Unit.MNKR, "unit-size", "1,7 mnkr"),
        ("1,7", Unit.MNKR, "words", "1,7 miljoner kronor"),
        ("33,3", Unit.NONE, "plain", "33,3"),
    ],
)
def test_an_amount_is_written_in_the_unit_one_asks_for(cell, unit, way, text):
    assert text_of(with_cost(cell, unit), COST, way) == text


def test_an_amount_too_small_for_a_unit_is_not_written_as_nothing():
    made = with_cost("12")
    assert "mnkr" not in dict(formats(made, COST, "value"))


def test_a_share_column_is_in_per_cent_whatever_the_tables_unit():
    assert text_of(with_cost("66,7", role=ColumnRole.SHARE), COST, "words") == "66,7 procent"


def test_activities_and_goals_are_counted_by_what_became_of_them():
    deeds = (activity(id="a1"), activity(id="a2", deviation=True), activity(id="a3"))
    made = report(
        goal("Övre", GoalLevel.AREA, id="g1", activities=deeds),
        goal("Ett", id="g2", parent="g1", assessment=Assessment.FULL),
        goal("Två", id="g3", parent="g1", assessment=Assessment.PARTLY),
        goal("Tre", id="g4", assessment=Assessment.FULL),
    )
    own, whole = Place.of("goals", "g1"), Place.of("goals")
    assert text_of(made, own / "activities", "activities:noun") == "3 aktiviteter"
    assert text_of(made, own / "activities", "activities-deviating:spelled-noun") == "en aktivitet"
    assert text_of(made, whole, "activities-kept:spelled") == "två"
    assert text_of(made, own, "goals-unit-full:spelled-noun") == "ett enhetsmål"
    assert text_of(made, whole, "goals-unit-full:spelled-noun") == "två enhetsmål"
    assert text_of(made, whole, "goals-unit-not:spelled-noun") == "inga enhetsmål"


def test_what_is_no_figure_says_so():
    made = with_indicator(outcome="Tas fram av nämnd/styrelse")
    assert shown(made, FigureReference(source=OUTCOME)).state is State.EMPTY
    gone = FigureReference(source=Place.of("goals", "g1", "indicators", "i9", "outcome"))
    assert shown(made, gone).state is State.GONE
    assert shown(made, FigureReference(source=Place.of("goals", "g1", "title"))).state is State.GONE


def test_every_offered_format_gives_the_text_it_is_offered_with():
    made = with_indicator("Antal barn", outcome="-5 st", previous="4 st")
    for measure in ("value", "change"):
        offered = formats(made, OUTCOME, measure)
        assert offered
        assert all(shown(made, FigureReference(source=OUTCOME, format=way)).text == text for way, text in offered)
