"""Linked figures are held against their sources."""

from __future__ import annotations

import pytest
from tests.rules.examples import EXAMPLES

from avstamt.domain.place import Place, remove, with_value
from avstamt.domain.report import Report
from avstamt.language.linked.texts import uses
from avstamt.rules.context import Context
from avstamt.rules.linked_figures import linked_figure_shows_its_source
from avstamt.rules.writing_fixes import with_text
from avstamt.templates.catalogue import catalogue

OUTCOME = Place.of("goals", "g1", "indicators", "i1", "outcome")
RIGHT = EXAMPLES["TXT-131"].right


def found(made: Report):
    return linked_figure_shows_its_source.run(Context(made, catalogue())).findings


def text(made: Report) -> str:
    return made.goals[0].analysis.plain


def test_a_stale_figure_is_brought_up_to_date_by_its_fix():
    (one,) = found(with_value(RIGHT, OUTCOME, "93 %"))
    assert one.message == (
        "Den länkade siffran visar 91 %, men källan ’Andel nöjda besökare, Periodens utfall’ ger 93 %."
    )
    mended = one.fix.apply(with_value(RIGHT, OUTCOME, "93 %"))
    assert (text(mended), found(mended)) == ("Andelen nöjda är 93 % i år.", ())


@pytest.mark.parametrize(
    ("made", "why"),
    [(remove(RIGHT, OUTCOME.parent), "är borttagen"), (with_value(RIGHT, OUTCOME, "Tas fram 2025"), "har inget tal")],
)
def test_a_figure_that_follows_nothing_is_told_and_unlinked_by_its_fix(made, why):
    (one,) = found(made)
    assert one.message == f"Den länkade siffran ’91 %’ följer ingenting: källan {why}."
    mended = one.fix.apply(made)
    assert (text(mended), found(mended)) == (text(made), ())


def test_a_mend_beside_a_linked_figure_leaves_the_link_and_one_in_it_unlinks():
    block = Place.of("goals", "g1", "analysis", "blocks", "b1")
    beside = with_text(RIGHT, block.at(21, 21), "", ",")
    inside = with_text(RIGHT, block.at(17, 21), "91 %", "91\u00a0%")
    assert [use.text for use in uses(beside)] == ["91 %"]
    assert text(beside) == "Andelen nöjda är 91 %, i år."
    assert (text(inside), tuple(uses(inside))) == ("Andelen nöjda är 91\u00a0% i år.", ())
