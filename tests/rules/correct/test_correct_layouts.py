"""A correct report that has been printed and read back from its text draws no remark, however it was set."""

from __future__ import annotations

import unicodedata
from random import Random

import pytest
from tests.builders import front_page, section
from tests.evaluation.synthetic.printing import print_report
from tests.evaluation.synthetic.style import BASES, Style
from tests.rules.correct import care, city, money, school, words

from avstamt.domain.report import OrganisationLevel, Report
from avstamt.domain.section import Contact
from avstamt.importers.text import read_text
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue

PAGES = {
    "school": school.CASES[0],
    "care": care.CASES[0],
    "city": city.CASES[0],
    "money": money.CASES[1],
    "words": words.CASES[0],
}
FRONT = front_page().model_copy(update={"officers": (Contact(id="o1", name="Namn Namnsson", phone="08-508 00 123"),)})


def whole(page: str) -> Report:
    """Return the page's report with what a printed one has besides: names, front page, and a heading over the goals."""
    ground, passages = PAGES[page]
    made = ground("\n".join(one for one in passages if "\n" not in one))
    goals = section("Uppföljning av kommunfullmäktiges inriktningsmål", key="goals", holds_goals=True)
    return made.model_copy(
        update={
            "committee": "Norrmalms stadsdelsnämnd",
            "title": f"{made.kind.label} {made.year}",
            "front": FRONT if made.level is OrganisationLevel.COMMITTEE else None,
            "sections": (made.sections[0], goals, *made.sections[1:]),
        }
    )


def printed(report: Report, style: Style) -> str:
    return print_report(report, style, Random(1))  # noqa: S311 - a layout, no secret


def remarks(report: Report, source: str) -> list[str]:
    name = f"{report.kind.label} {report.year}.txt"
    return [
        one.message for made in read_text(source, name, catalogue()) for one in check(made.report, catalogue()).findings
    ]


@pytest.mark.parametrize("style", BASES, ids=lambda one: one.name)
@pytest.mark.parametrize("page", PAGES)
def test_a_correct_report_is_correct_in_every_layout(page, style):
    report = whole(page)
    assert remarks(report, printed(report, style)) == []


def test_letters_in_two_parts_and_even_margins_change_nothing():
    report = whole("school")
    source = printed(report, BASES[0])
    assert remarks(report, unicodedata.normalize("NFD", source)) == []
    assert remarks(report, "\n".join(f"   {line}  " for line in source.split("\n"))) == []
