"""The list of those who work in a unit, against its total and against what the texts say of as many."""

from __future__ import annotations

import pytest
from tests.builders import report, section, text

from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.text_staff import workers_are_as_many_as_their_list
from avstamt.templates.catalogue import catalogue

LIST = (
    "I enheten arbetar:",
    "- 1 enhetschef",
    "- 7 familjebehandlare",
    "- 2 administrativa assistenter",
    "- 3 kuratorer",
)


def quotes(
    *paragraphs: str, listed: tuple[str, ...] = LIST, then: str = "Enheten har öppet alla vardagar."
) -> list[str]:
    sections = (
        section(key="summary", text=text(*listed, *paragraphs)),
        section(title="Övrigt", text=text(then)),
    )
    made = report(kind=ReportKind.PLAN, sections=sections)
    found = check(made, catalogue(), rules=(workers_are_as_many_as_their_list,)).findings
    return [one.message for one in found]


@pytest.mark.parametrize(
    "total",
    [
        "Totalt har enheten 15 medarbetare.",
        "Sammanlagt arbetar här 12 personer. Alla är på plats.",
        "Totalt 11 anställda.",
    ],
)
def test_a_total_that_is_not_that_of_the_list_is_found(total):
    (message,) = quotes(total)
    assert "räknar upp 13" in message


@pytest.mark.parametrize(
    "total",
    [
        "Totalt har enheten 13 medarbetare.",
        "Totalt har enheten 13 medarbetare och 4 timvikarier.",
        "Totalt möter enheten 400 personer varje år.",
        "Totalt har enheten 40 medarbetare i de tre husen.",
        "Av dem är 12 medarbetare heltidsanställda.",
    ],
)
def test_another_total_is_passed(total):
    assert quotes(total) == []


@pytest.mark.parametrize("then", ["Åtta familjebehandlare arbetar i par.", "De 4 kuratorer som finns möter barn."])
def test_more_of_a_kind_than_the_list_has_is_found(then):
    (message,) = quotes(then=then)
    assert "listan har" in message


@pytest.mark.parametrize(
    "then",
    [
        "Sju familjebehandlare arbetar i par.",
        "Fem familjebehandlare arbetar på kvällarna.",
        "Under 2022 hade enheten nio familjebehandlare.",
        "I staden finns 40 kuratorer.",
        "Enheten söker fyra kuratorer.",
        "Det finns behov av tio kuratorer.",
        "Nio behandlare och fyra assistenter har gått kursen.",
    ],
)
def test_as_many_or_fewer_or_others_are_passed(then):
    assert quotes(then=then) == []


@pytest.mark.parametrize(
    "listed",
    [
        ("Arbetet omfattar:", "- 30 handläggare varav 10 arbetar deltid", "- 2 chefer", "- 1 kurator"),
        ("Under året:", "- 4 möten", "- 3 utbildningar", "- 2 enkäter"),
        ("Vi är:", "- 2 chefer", "- 7 kuratorer"),
    ],
)
def test_lists_of_something_else_are_passed(listed):
    assert quotes("Totalt har enheten 20 medarbetare.", listed=listed) == []
