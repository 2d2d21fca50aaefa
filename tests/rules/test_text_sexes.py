"""Women and men compared in prose: what the columns say is passed, the opposite is found, what is of another thing is let be."""

from __future__ import annotations

import pytest
from tests.builders import goal, indicator, report

from avstamt.domain.goal import Assessment
from avstamt.domain.report import Report
from avstamt.rules.engine import check
from avstamt.rules.figures_in_text import FIGURE_TEXT_RULES
from avstamt.rules.sexes_in_text import SEX_TEXT_RULES
from avstamt.templates.catalogue import catalogue

CONTENT = "Andel brukare som är nöjda med sin insats"
SAFE = "Andel äldre som känner sig trygga"
SICK = "Sjukfrånvaro"
ROWS = {
    CONTENT: {"outcome": "80 %", "outcome_men": "77 %", "outcome_women": "84 %"},
    SAFE: {"outcome": "88 %", "outcome_men": "91 %", "outcome_women": "85 %"},
    SICK: {"outcome": "6,1 %", "outcome_men": "4,7 %", "outcome_women": "6,5 %"},
    "Andel som inte har blivit delaktiga": {"outcome": "8 %", "outcome_men": "9 %", "outcome_women": "7 %"},
    "Andel unga som upplever otrygghet": {"outcome": "8 %", "outcome_men": "6 %", "outcome_women": "11 %"},
}


def told(sentence: str, own: str = "") -> Report:
    """Return a VB whose goal's analysis says this, or the analysis of the indicator `own`."""
    rows = tuple(
        indicator(name, id=f"i{n}", **cells, **({"analysis": sentence} if name == own else {}))
        for n, (name, cells) in enumerate(ROWS.items(), 1)
    )
    analysis = "Arbetet har gått enligt plan under året." if own else sentence
    return report(goal(id="g1", assessment=Assessment.FULL, analysis=analysis, indicators=rows), id="r1")


def codes(made: Report) -> list[str]:
    found = check(made, catalogue(), rules=(*FIGURE_TEXT_RULES, *SEX_TEXT_RULES)).findings
    return [one.rule for one in found]


@pytest.mark.parametrize(
    ("own", "right", "wrong"),
    [
        ("", "Kvinnor är mer nöjda än män.", "Män är mer nöjda än kvinnor."),
        ("", "Män är mindre nöjda med sin insats än kvinnor.", "Kvinnor är mindre nöjda med sin insats än män."),
        ("", "Kvinnorna är nöjdare än männen.", "Männen är nöjdare än kvinnorna."),
        ("", "Kvinnor är i högre grad nöjda än män.", "Män är i högre grad nöjda än kvinnor."),
        ("", "Män känner sig tryggare än kvinnor.", "Kvinnor känner sig tryggare än män."),
        ("", "Undersökningen visar att männen är mer trygga än kvinnorna.", "Kvinnor är något tryggare än män."),
        (CONTENT, "Kvinnor är mer nöjda än män.", "Män är mer nöjda än kvinnor."),
        (SAFE, "Kvinnor är betydligt mindre trygga än män.", "Män är betydligt mindre trygga än kvinnor."),
        ("", "Sjukfrånvaron är högre för kvinnor än för män.", "Sjukfrånvaron är högre för män än för kvinnor."),
    ],
)
def test_the_sex_that_is_said_to_be_more_so_is_so_in_the_table(own, right, wrong):
    assert codes(told(right, own)) == []
    assert codes(told(wrong, own)) == ["TXT-104"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Män är mer nöjda än kvinnor med maten på boendet.",
        "Kvinnor känner sig tryggare än män utomhus på kvällen.",
        "Kvinnor är mer delaktiga än män.",
        "Kvinnor är tryggare än män i stadens undersökning.",
        "Män är inte mer nöjda än kvinnor.",
        "Under 2022 var män mer nöjda än kvinnor.",
        "Kvinnor ska bli tryggare än män.",
        "Män är mer aktiva än kvinnor.",
        "Män är yngre än kvinnor.",
        "Männen är oftare brukare än kvinnorna.",
        "Kvinnor är mer nöjda med personalen, män är mer nöjda än kvinnor med lokalerna.",
        "Det var fler män än kvinnor som svarade.",
    ],
)
def test_a_comparison_of_something_else_is_let_be(sentence):
    assert codes(told(sentence)) == []
