"""Personal details are found where they are certain, and asked about where only the writer knows."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, report
from tests.rules.examples_texts import ABUSED, analysed, measured

from avstamt.domain.finding import Level
from avstamt.domain.goal import GoalLevel
from avstamt.domain.report import ReportKind
from avstamt.rules.engine import check
from avstamt.rules.texts import TEXT_RULES
from avstamt.templates.catalogue import catalogue


def found(made, code):
    return [one for one in check(made, catalogue(), rules=TEXT_RULES).findings if one.rule == code]


def codes(made):
    return {one.rule for one in check(made, catalogue(), rules=TEXT_RULES).findings}


@pytest.mark.parametrize("number", ["811218-9876", "19811218-9876", "198112189876", "811218+9876", "811278-9873"])
def test_a_personal_identity_number_is_found_in_every_form(number):
    assert found(analysed(f"Ansökan från {number} avslogs."), "INT-101")


@pytest.mark.parametrize(
    "number",
    [
        "811218-9875",
        "811318-9876",
        "8112189876",
        "08-508 00 000",
        "2024-05-21",
        "202400-1234",
        "5 560 123-4567",
        "123456-78901",
    ],
)
def test_other_numbers_are_passed(number):
    assert not found(analysed(f"Ärendet har nummer {number}."), "INT-101")


def test_the_number_itself_is_not_printed_again():
    (finding,) = found(analysed("Ansökan från 811218-9876 avslogs."), "INT-101")
    assert "9876" not in finding.message + finding.evidence[0].quote
    assert finding.level is Level.ERROR


def test_a_number_in_an_activity_is_found():
    made = report(goal(id="g1", activities=(activity("Ring 811218-9876", id="a1"),)))
    assert found(made, "INT-101")


@pytest.mark.parametrize("said", ["Skriv till namn@hotmail.com.", "Ring 070-123 45 67.", "Ring +46 70 123 45 67."])
def test_private_contact_details_are_found(said):
    assert found(analysed(said), "INT-102")


@pytest.mark.parametrize(
    "said",
    ["Skriv till enheten@stockholm.se.", "Ring 08-508 00 000.", "Överskottet är 0701 tkr.", "Konto 8170-1234567"],
)
def test_official_contact_details_are_passed(said):
    assert not found(analysed(said), "INT-102")


@pytest.mark.parametrize(
    "cells",
    [
        {"outcome": "4 st"},
        {"outcome": "12 st", "outcome_men": "3 st", "outcome_women": "9 st"},
        {"outcome": "12 st", "outcome_women": "9 st"},
    ],
)
def test_a_small_group_in_a_row_is_asked_about_once(cells):
    (finding,) = found(measured(ABUSED, **cells), "INT-103")
    assert finding.level is Level.TIP


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        (ABUSED, {"outcome": "0 st"}),
        (ABUSED, {"outcome": "40 st", "outcome_men": "11 st", "outcome_women": "29 st"}),
        (ABUSED, {"outcome": "4 %"}),
        ("Antal besökare", {"outcome": "3 st"}),
        ("Antal timmar för våldsförebyggande arbete", {"outcome": "3 st"}),
    ],
)
def test_other_rows_are_passed(name, cells):
    assert not found(measured(name, **cells), "INT-103")


@pytest.mark.parametrize(
    "said",
    [
        "Under året har tre barn placerats enligt LVU.",
        "Två medarbetare har varit sjukskrivna sedan i mars.",
        "Enheten har haft fyra långtidssjukskrivna medarbetare.",
        "Av 12 personer varav 9 kvinnor var alla utsatta för våld.",
    ],
)
def test_few_people_in_a_sensitive_matter_are_asked_about(said):
    assert codes(analysed(said)) == {"INT-104"}


@pytest.mark.parametrize(
    "said",
    [
        "En medarbetare har varit föräldraledig, därför flyttades kursen.",
        "En av två handläggare blev sjukskriven i maj.",
        "En brukare avled under våren, och rutinen har setts över efter det med diagnos som grund.",
    ],
)
def test_one_persons_health_is_asked_about(said):
    assert codes(analysed(said)) == {"INT-105"}


@pytest.mark.parametrize(
    "said",
    [
        "När en medarbetare har varit sjukskriven i 14 dagar görs en plan.",
        "Om en klient är hemlös ska en boendeplan göras.",
        "Varje barn som är placerat har en plan.",
        "Två medarbetare har gått en utbildning i metoden.",
        "En medarbetare har utbildats till instruktör.",
        "Boendet för ensamkommande barn har god beläggning och är fullt.",
        "Sjukfrånvaron är 3 procent, och 3 av fem mål är nådda.",
        "Enheten har 25 placerade barn.",
        "Ett boende för personer i missbruk har öppnats.",
    ],
)
def test_what_tells_on_nobody_is_passed(said):
    assert codes(analysed(said)) <= {"LUC-111"}


def test_what_comes_from_above_and_what_is_planned_is_passed():
    said = "Tre barn har varit placerade på skyddat boende."
    assert not codes(report(goal(level=GoalLevel.COMMITTEE, id="g1", description=said)))
    assert "INT-104" not in codes(analysed(said).model_copy(update={"kind": ReportKind.PLAN}))


@pytest.mark.parametrize(
    "said",
    ["En 91-årig man i gruppen har Parkinsons sjukdom.", "Tre barn, varav en flicka med adhd, har fått eget stöd."],
)
def test_a_single_persons_age_and_illness_are_asked_about(said):
    assert codes(analysed(said)) & {"INT-104", "INT-105"}
