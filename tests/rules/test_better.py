"""Which way is better for indicators that the catalogue does not know, by the words of their names."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.indicator import Direction
from avstamt.rules.better import better_way
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue


@pytest.mark.parametrize(
    "name",
    [
        "Andel besökare som är nöjda med simhallarna",
        "Andel elever som upplever trygghet på rasterna",
        "Nöjd-kund-index för bygglovshandläggning",
        "Andel ärenden som får beslut inom åtta veckor",
        "Andel elfordon i nämndens fordonsflotta",
        "Andel avslutade deltagare som gått till arbete eller studier",
        "Svarsfrekvens i medarbetarenkäten",
        "Andel förskollärare av antal anställda",
        "Andel betong med låg klimatpåverkan",
        "Antal laddplatser vid stadens anläggningar",
    ],
)
def test_more_is_better_where_the_name_says_so(name):
    assert better_way(name) is Direction.HIGHER


@pytest.mark.parametrize(
    "name",
    [
        "Korttidsfrånvaro per anställd",
        "Genomsnittlig handläggningstid för bygglov",
        "Matsvinn per portion",
        "Energianvändning i verksamhetslokaler",
        "Personalkontinuitet, antal personal som en omsorgstagare möter under 14 dagar",
        "Antal barn per grupp",
        "Matavfall i gram per portion",
        "Antal omkomna och svårt skadade på stadens gator",
    ],
)
def test_less_is_better_where_the_name_says_so(name):
    assert better_way(name) is Direction.LOWER


@pytest.mark.parametrize(
    "name",
    [
        "Antal besök i nämndens simhallar",
        "Andel elever som upplever att de har blivit utsatta för kränkningar",
        "Andel medarbetare som inte är nöjda",
        "Antal orosanmälningar",
        "Andel matavfall som samlas in",
        "Antal beviljade bygglov",
        "Andel trygghetslarm som har bytts",
        "Väntetid som besökarna är nöjda med",
    ],
)
def test_a_name_that_leaves_it_open_tells_nothing(name):
    assert better_way(name) is None


def test_a_target_that_is_missed_is_found_for_an_indicator_that_the_catalogue_does_not_know():
    def found(outcome: str) -> list[str]:
        row = indicator("Andel besökare som är nöjda med isbanan", outcome=outcome, target="78 %", previous="77 %")
        own = goal("Isbanan är välskött", GoalLevel.COMMITTEE, assessment=Assessment.PARTLY, indicators=(row,),
                   analysis="Isen har spolats varje kväll, men öppettiderna har varit kortare än planerat.")  # fmt: skip
        return [one.rule for one in check(report(own), catalogue(), slow=False).findings]

    assert "IND-201" in found("74 %")
    assert "IND-201" not in found("79 %")
