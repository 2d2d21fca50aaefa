"""Rows of tables as PDF extraction leaves them, one quirk a test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from avstamt.domain.activity import Activity
from avstamt.domain.goal import Goal
from avstamt.domain.indicator import INDICATOR_FIGURES, Indicator
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

GOAL = "KF:s mål för verksamhetsområdet: 1.2 Alla har nära till kultur \n\n Uppfylls helt \n\n"
HEAD = (
    "  Indikator \nPeriodens \nutfall \n\nUtfall \nmän/ \npojkar \n\nUtfall \nkvinnor/ \nflickor \n\nPeriodens \n"
    "utfall VB \n2022 \n\nÅrsmål \nKF:s \nårsmål \n\nPeriod \n\n"
)
PLAN_HEAD = " Indikator Årsmål KF:s årsmål Periodicitet\n\n"
WORK_HEAD = "  Aktivitet Startdatum Slutdatum Avvikelse \n\n"
NAMES = (*INDICATOR_FIGURES[:4], *INDICATOR_FIGURES[5:], "period")
FILLER = "".join(
    f"Den här raden finns för att visa hur filen bryter sina rader och hur de slutar med {word} \noch mer text. \n\n"
    for word in (
        "blanksteg",
        "mellanrum",
        "ett blanktecken",
        "luft",
        "tomrum",
        "ett mellanslag",
        "vitt",
        "inget",
        "ett",
        "två",
    )
)

Read = Callable[[str], Import]


@pytest.fixture
def read(shipped: Catalogue) -> Read:
    def reading(tables: str) -> Import:
        source = "Sammanfattande analys \n\n" + FILLER + GOAL + tables
        return read_text(source, "rapport.txt", shipped)[0]

    return reading


def goal_of(found: Import) -> Goal:
    return found.report.goals[0]


def cells(indicator: Indicator) -> tuple[str, ...]:
    return tuple(getattr(indicator, name) for name in NAMES)


def works(found: Import) -> list[tuple[str, str, str, bool]]:
    def told(work: Activity) -> tuple[str, str, str, bool]:
        return work.text, work.start, work.end, work.deviation

    return [told(work) for work in goal_of(found).activities]


def test_empty_cells_are_told_by_the_blanks_between_values(read: Read) -> None:
    found = read(HEAD + "  Antal besök i \nstadens museer \n\n12 st   9 st 14 st  VB \n2023 \n\n")
    assert cells(goal_of(found).indicators[0]) == ("12 st", "", "", "9 st", "14 st", "", "VB 2023")


def test_a_cell_broken_over_lines_is_whole_again(read: Read) -> None:
    row = "  Sjukfrånvaro 4 % 3,5 % 4,25 \n% \n4,1 %  tas fram \nav \nnämnde\nn \n\nVB \n2023 \n\n"
    indicator = goal_of(read(HEAD + row)).indicators[0]
    assert indicator.name == "Sjukfrånvaro"
    assert cells(indicator) == ("4 %", "3,5 %", "4,25 %", "4,1 %", "", "tas fram av nämnden", "VB 2023")


def test_a_name_may_hold_digits_and_share_the_line_with_its_values(read: Read) -> None:
    rows = "  Sjukfrånvaro dag 1-14     2,5 % 3 % VB 2023 \n\n  Index för 2030 57   69 82  2023 \n\n"
    first, second = goal_of(read(HEAD + rows)).indicators
    assert (first.name, first.target, first.city_target) == ("Sjukfrånvaro dag 1-14", "2,5 %", "3 %")
    assert (second.name, second.outcome, second.previous, second.target) == ("Index för 2030", "57", "69", "82")


def test_a_value_may_hold_blanks(read: Read) -> None:
    row = "  Antal lån 10 000 st 4 500 st 5 500 st 9 800 st 94  % +/- 1 % 2023 \n\n"
    assert cells(goal_of(read(HEAD + row)).indicators[0])[:4] == ("10 000 st", "4 500 st", "5 500 st", "9 800 st")


def test_a_name_goes_on_under_the_heads_of_the_next_page(read: Read) -> None:
    rows = "  Antal barn som saknar \n\n4 st   11 st   VB \n" + HEAD + "eget bibliotekskort \n(förskola) \n\n2023 \n\n"
    rows += " \n\n  Antal hemlån 8 st   9 st   VB 2023 \n\n"
    first, second = goal_of(read(HEAD + rows)).indicators
    assert first.name == "Antal barn som saknar eget bibliotekskort (förskola)"
    assert cells(first) == ("4 st", "", "", "11 st", "", "", "VB 2023")
    assert second.name == "Antal hemlån"


def test_a_name_goes_on_after_a_whole_row(read: Read) -> None:
    rows = "  Antal platser som fått \n\n16 st    22 st 750 VB \n2023 \n" + HEAD + " \nsommaröppet \n\n \n\n"
    rows += "  Antal böcker 20 st 5 st 15 st 21 st 20 st 500 st VB \n2023 \n\n"
    assert [one.name for one in goal_of(read(HEAD + rows)).indicators] == [
        "Antal platser som fått sommaröppet",
        "Antal böcker",
    ]


def test_heads_printed_twice_with_no_row_between_are_noise(read: Read) -> None:
    found = read(HEAD + HEAD + "  Antal böcker 20 st 5 st 15 st 21 st 20 st 500 st VB \n2023 \n\n")
    assert len(goal_of(found).indicators) == 1
    assert sum(noise.text == "Indikator" for noise in found.noise) == 2


def test_an_analysis_belongs_to_the_row_before_it(read: Read) -> None:
    rows = "  Antal lån 8 st   9 st   VB 2023 \n\nAnalys \n\nLånen har ökat under våren. \n\n \n\n  Antal kurser 2 st   3 st   VB 2023 \n\n"
    first, second = goal_of(read(HEAD + rows)).indicators
    assert first.analysis is not None
    assert first.analysis.plain == "Lånen har ökat under våren."
    assert second.analysis is None
    assert goal_of(read(HEAD + rows)).analysis is None


def test_running_heads_inside_a_row_are_set_aside(read: Read) -> None:
    rows = (
        "  Antal barn som saknar \n\nTjänsteutlåtande \nSid 22 (28) \n\nBox 490 \nstart.stockholm \n\n08-50823303 \n\n"
        + HEAD
    )
    found = read(HEAD + rows + "eget lånekort \n\n4 st   11 st   VB 2023 \n\n")
    assert [one.name for one in goal_of(found).indicators] == ["Antal barn som saknar eget lånekort"]
    assert {"Sid 22 (28)", "Box 490", "08-50823303"} <= {noise.text for noise in found.noise}


def test_a_plan_without_marks_puts_a_single_value_under_the_citys_target_and_says_that_it_is_a_guess(
    read: Read,
) -> None:
    rows = " Andel barn som läser varje dag och som \nhar ett eget lånekort\n\n2,7 % Tertial\n\nAntal kurser Tas fram av \nnämnd\n\nÅr\n\n"
    found = read(PLAN_HEAD + rows)
    first, second = goal_of(found).indicators
    assert (first.target, first.city_target, first.periodicity) == ("", "2,7 %", "Tertial")
    assert (second.city_target, second.periodicity) == ("Tas fram av nämnd", "År")
    assert [problem.place and problem.place.name for problem in found.problems if "gissade" in problem.message] == [
        first.id,
        second.id,
    ]


def test_activities_end_in_their_dates_wherever_these_stand(read: Read) -> None:
    rows = "  Öppna ett bibliotek 2023-01-01 2023-12-31  \n\n  Starta en kurs i \nberättande \n\n2023-02-01 2024-06-30 Avvikelse \n\n"
    assert works(read(WORK_HEAD + rows)) == [
        ("Öppna ett bibliotek", "2023-01-01", "2023-12-31", False),
        ("Starta en kurs i berättande", "2023-02-01", "2024-06-30", True),
    ]


def test_an_activity_goes_on_after_a_page_break(read: Read) -> None:
    rows = (
        "  Nämnden ska i samarbete med skolorna \n\n2023-01-01 2023-12-31  \n" + WORK_HEAD + "utveckla lovskolan \n\n"
    )
    assert works(read(WORK_HEAD + rows)) == [
        ("Nämnden ska i samarbete med skolorna utveckla lovskolan", "2023-01-01", "2023-12-31", False)
    ]


def test_tabbed_rows_are_whole_again_after_a_page_break(read: Read) -> None:
    head = "Indikator\tPeriodens utfall\tUtfall män/ pojkar\tUtfall kvinnor/ flickor\tUtfall VB 2022\tÅrsmål\tKF:s årsmål\tPeriod\n"
    rows = (
        head
        + "● Sjukfrånvaro dag 1-14\t1,9 %\t\t\t2 %\t2 %\tTas fram av\tVB 2023\n\n"
        + head
        + "\t\t\t\t\t\tnämnd/ styrelse\t\n"
    )
    found = read(rows + "♀ Antal lån\t92 st\t\t\t\t\t\t2023\nAnalys Lånen ökar.\t\t\t\t\t\t\t\n")
    first, second = goal_of(found).indicators
    assert (first.name, first.city_target) == ("Sjukfrånvaro dag 1-14", "Tas fram av nämnd/styrelse")
    assert second.analysis is not None
    assert second.analysis.plain == "Lånen ökar."


def test_an_analysis_in_a_cell_beside_its_label_is_that_of_the_row_above(read: Read) -> None:
    head = "Aktivitet\tStartdatum\tSlutdatum\tAvvikelse\n"
    rows = "Utveckla mottagningen\t2023-01-01\t2023-12-31\t\nAnalys\tMottagningen har fått en egen entré.\t\t\n"
    found = read(head + rows + "Analys\t2023-02-01\t\t\n")
    first, second = goal_of(found).activities
    assert first.analysis is not None
    assert first.analysis.plain == "Mottagningen har fått en egen entré."
    assert (second.text, str(second.start)) == ("Analys", "2023-02-01")


def test_a_word_broken_in_a_narrow_column_is_mended_where_the_whole_word_stands_elsewhere(read: Read) -> None:
    head = "Aktivitet\tStartdatum\tSlutdatum\tAvvikelse\n"
    found = read(
        "Beskrivning\n\nSamhällsvägledningen växer.\n\n"
        + head
        + "Utveckla (Samhällsvägledning en)\t2023-01-01\t2023-12-31\t\n"
    )
    assert works(found)[0][0] == "Utveckla (Samhällsvägledningen)"


def test_a_cell_knows_its_lines(read: Read) -> None:
    found = read(HEAD + "  Antal böcker \n\n20 st 5 st 15 st 21 st 20 st tas fram \nav \nnämnde\nn \n\nVB \n2023 \n\n")
    place = ("goals", "g1", "indicators", "i1")
    lines = {one.place.path: (one.first, one.last) for one in found.report.provenance}
    first = lines[(*place, "name")][0]
    assert lines[(*place, "outcome")] == (first + 2, first + 2)
    assert lines[(*place, "city_target")] == (first + 2, first + 5)
    assert lines[(*place, "period")] == (first + 7, first + 8)
