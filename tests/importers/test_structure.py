"""Goals, fields, sections and headings: what decides where a line belongs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.report import ReportKind
from avstamt.domain.section import Section
from avstamt.domain.text import ListItem, Paragraph, RichText, SubHeading, TextTable, block_text
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

Read = Callable[[str], Import]
PROSE = "Arbetet har fortsatt enligt plan under perioden och fler besökare än väntat har hittat till husets verkstäder."


@pytest.fixture
def read(shipped: Catalogue) -> Read:
    return lambda source: read_text(source, "rapport.txt", shipped)[0]


def texts(text: RichText | None) -> list[str]:
    return [] if text is None else [block_text(block) for block in text.blocks]


def headings(text: RichText | None) -> list[tuple[str, int]]:
    blocks = text.blocks if text is not None else ()
    return [(block_text(block), block.level) for block in blocks if isinstance(block, SubHeading)]


def titles(found: Import) -> list[tuple[str, str | None]]:
    named = {section.id: section.title for section in found.report.sections}
    return [(section.title, named.get(section.parent or "")) for section in found.report.sections]


def section(found: Import, title: str) -> Section:
    return next(one for one in found.report.sections if one.title == title)


def goals(found: Import) -> list[Goal]:
    return list(found.report.goals)


COMMITTEE = f"""Sammanfattande analys

{PROSE}

Uppföljning av Kommunfullmäktiges inriktningsmål

KF:s inriktningsmål: 1. En stad för alla

Uppfylls helt

Analys

{PROSE}

KF:s mål för verksamhetsområdet: 1.5 Alla har tillgång till verkstäder

● Uppfylles helt

Analys

{PROSE}

Nämndmål 1.5.1: Nämnden öppnar fler verkstäder

{PROSE}

Fler öppettider

{PROSE}

Nämndmål: 1.5.2. Verktygen är hela och rena Lånedisken

{PROSE}

Aktivitet\tStartdatum\tSlutdatum\tAvvikelse
Se över verktygen\t2024-01-01\t2024-12-31\t

Nämndmål: 1.5.1 Nämnden öppnar fler verkstäder

Uppfylls helt

Beskrivning

{PROSE}

Nämndmål: 1.5.2. Verktygen är hela och rena

Uppfylls ej

Beskrivning

Analys

{PROSE}
"""


def test_a_committee_goals_title_that_heads_free_text_is_no_goal(read: Read) -> None:
    found = read(COMMITTEE)
    assert [(goal.number, goal.title) for goal in goals(found)[2:]] == [
        ("1.5.1", "Nämnden öppnar fler verkstäder"),
        ("1.5.2.", "Verktygen är hela och rena"),
    ]


def test_it_becomes_a_heading_in_the_analysis_with_the_writers_own_headings_below_it(read: Read) -> None:
    area = goals(read(COMMITTEE))[1]
    assert headings(area.analysis) == [
        ("Nämndmål 1.5.1: Nämnden öppnar fler verkstäder", 1),
        ("Fler öppettider", 2),
        ("Nämndmål: 1.5.2. Verktygen är hela och rena", 1),
        ("Lånedisken", 2),
    ]


def test_the_citys_activities_follow_the_free_text_but_belong_to_the_citys_goal(read: Read) -> None:
    assert [work.text for work in goals(read(COMMITTEE))[1].activities] == ["Se över verktygen"]


def test_assessments_keep_words_that_differ_from_the_standard(read: Read) -> None:
    judged = [(goal.assessment, goal.wording) for goal in goals(read(COMMITTEE))]
    assert judged == [
        (Assessment.FULL, ""),
        (Assessment.FULL, "Uppfylles helt"),
        (Assessment.FULL, ""),
        (Assessment.NOT, "Uppfylls ej"),
    ]


def test_a_field_without_text_is_empty_and_one_without_a_label_is_none(read: Read) -> None:
    last = goals(read(COMMITTEE))[-1]
    assert last.description == RichText()
    assert last.expected_result is None


def test_each_goal_stands_under_the_goal_its_number_names(read: Read) -> None:
    found = goals(read(COMMITTEE))
    assert [goal.parent for goal in found] == [None, found[0].id, found[1].id, found[1].id]


def test_a_title_wraps_until_the_assessment_and_keeps_a_hyphen_before_och(read: Read) -> None:
    source = (
        "KF:s inriktningsmål: \n\n2. En stad som växer \n\n KF:s mål för verksamhetsområdet: \n\n2.4. Stockholm är en modern kultur- \n\n"
        "och evenemangsstad \n\n Ingen \n\nEnhetsmål: Verkstaden är öppen för alla, och ingen ska \n\nVänta utanför \n\n Uppfylls inte \n\n"
    )
    found = goals(read(source))
    assert [(goal.number, goal.title) for goal in found] == [
        ("2.", "En stad som växer"),
        ("2.4.", "Stockholm är en modern kultur- och evenemangsstad"),
        ("", "Verkstaden är öppen för alla, och ingen ska Vänta utanför"),
    ]
    assert [goal.level for goal in found] == [GoalLevel.DIRECTION, GoalLevel.AREA, GoalLevel.UNIT]
    assert found[1].assessment is Assessment.NONE


def test_text_under_a_goal_without_a_label_is_kept_and_marked(read: Read) -> None:
    found = read(f"Enhetsmål: Verkstaden är öppen\n\nUppfylls helt\n\n{PROSE}\n\nAnalys\n\nBra.\n")
    (goal,) = goals(found)
    assert goal.analysis is not None
    first = goal.analysis.blocks[0]
    assert isinstance(first, Paragraph)
    assert first.unplaced
    assert [(problem.first, problem.place) for problem in found.problems if "utan rubrik" in problem.message] == [
        (5, next(one.place for one in found.report.provenance if one.place.path == ("goals", goal.id)))
    ]


def test_resursanvandning_is_a_field_in_a_goal_and_a_section_in_the_economy(read: Read) -> None:
    source = (
        "Inledning\nVerksamhetsbeskrivning\nVi bygger.\nKompetensutveckling\nVi lär oss.\n\nEnhetsmål:\nAlla bygger\n\nArbetssätt\n\nVi bygger.\n\n"
        "Resursanvändning\n\nTrä och spik.\n\n Indikator Årsmål KF:s årsmål Periodicitet\n\nAntal hus 3 st 4 st År\n\n"
        "Redovisning av ekonomi\n\nResursanvändning\n\nBudget 2024\n\nÖvrigt\n"
    )
    found = read(source)
    assert found.report.kind is ReportKind.PLAN
    assert texts(goals(found)[0].resource_use) == ["Trä och spik."]
    assert titles(found) == [
        ("Inledning", None),
        ("Verksamhetsbeskrivning", "Inledning"),
        ("Kompetensutveckling", "Inledning"),
        ("", None),
        ("Redovisning av ekonomi", None),
        ("Resursanvändning", "Redovisning av ekonomi"),
        ("Budget 2024", "Redovisning av ekonomi"),
        ("Övrigt", None),
    ]


def test_ovrigt_stands_on_two_depths(read: Read) -> None:
    source = (
        f"Sammanfattande analys\n\nEnhetsmål: Alla bygger\n\nUppfylls helt\n\nAnalys\n\n{PROSE}\n\nUppföljning av ekonomi\n\n"
        "Investeringar\n\nÖvrigt\n\nSystematiskt kvalitetsarbete\n\nÖvrigt\n\nKonsekvenser av flytten\n\n" + PROSE
    )
    found = read(source)
    assert [title for title in titles(found) if title[0] == "Övrigt"] == [
        ("Övrigt", "Uppföljning av ekonomi"),
        ("Övrigt", None),
    ]
    assert headings(found.report.sections[-1].text) == [("Konsekvenser av flytten", 1)]


def test_words_that_name_sections_elsewhere_are_headings_inside_a_summary(read: Read) -> None:
    source = (
        f"Sammanfattande analys\n\n{PROSE}\n\nKompetensutveckling\n\n{PROSE}\n\nInvesteringar\n\n{PROSE}\n\n"
        f"Enhetsmål: Alla bygger\n\nUppfylls helt\n\nAnalys\n\n{PROSE}\n\nÖvrigt\n\n{PROSE}\n\nEnhetsmål: Alla målar\n\nUppfylls helt\n"
    )
    found = read(source)
    assert headings(section(found, "Sammanfattande analys").text) == [("Kompetensutveckling", 1), ("Investeringar", 1)]
    assert headings(goals(found)[0].analysis) == [("Övrigt", 1)]


def test_a_title_with_an_accent_or_another_dash_is_the_same_section(read: Read) -> None:
    source = "Inledning\n\nKvalitéts- och utvecklingsarbete\n\nVi övar.\n\nEnhetsmål:\nAlla bygger\n\nArbetssätt\n\nVi bygger.\n\n Indikator Årsmål KF:s årsmål Periodicitet\n"
    assert ("Kvalitéts- och utvecklingsarbete", "Inledning") in titles(read(source))


def test_an_amount_behind_an_areas_name_opens_a_section_below_the_forecast(read: Read) -> None:
    source = (
        f"{COMMITTEE}\nUppföljning av ekonomi\n\nUppföljning av driftbudget\n\nPrognos\n\n{PROSE}\n\nVerkstäder -1,7 mnkr\n\n{PROSE}\n\n"
        f"Förråd ±0 mnkr\n\n{PROSE}\n\nInvesteringar\n\nInte aktuellt\n"
    )
    assert titles(read(source))[-6:] == [
        ("Uppföljning av ekonomi", None),
        ("Uppföljning av driftbudget", "Uppföljning av ekonomi"),
        ("Prognos", "Uppföljning av driftbudget"),
        ("Verkstäder -1,7 mnkr", "Prognos"),
        ("Förråd ±0 mnkr", "Prognos"),
        ("Investeringar", "Uppföljning av ekonomi"),
    ]


def test_lists_of_every_mark_become_items_and_a_lost_bullet_is_seen_behind_a_colon(read: Read) -> None:
    source = (
        "Sammanfattande analys\n\nEnheten ansvarar för:\n\nVerktyg och maskiner i alla hus\n\nUtlåning av symaskiner\n\n"
        f"{PROSE}\n\n\uf0b7 ett\n• två\n- tre\n-Fyra som rör plan\n\n1. först\n2. sedan\n"
    )
    blocks = section(read(source), "Sammanfattande analys").text.blocks
    items = [(block_text(block), block.mark.value) for block in blocks if isinstance(block, ListItem)]
    assert items == [
        ("Verktyg och maskiner i alla hus", "bullet"),
        ("Utlåning av symaskiner", "bullet"),
        *((word, "bullet") for word in ("ett", "två", "tre", "Fyra som rör plan")),
        ("först", "number"),
        ("sedan", "number"),
    ]


def test_a_table_inside_a_goals_text_is_kept_as_a_table(read: Read) -> None:
    found = read(
        f"Enhetsmål: Alla bygger\n\nUppfylls helt\n\nAnalys\n\n{PROSE}\n\nÅr\tHus\n2023\t14\n2024\t18\n\n{PROSE}\n"
    )
    analysis = goals(found)[0].analysis
    assert analysis is not None
    assert [block_text(block) for block in analysis.blocks if isinstance(block, TextTable)] == [
        "År\tHus\n2023\t14\n2024\t18"
    ]


def test_a_report_without_goals_is_read_and_says_so(read: Read) -> None:
    found = read(f"Sammanfattande analys\n\n{PROSE}\n")
    assert found.report.goals == ()
    assert any("Inga mål" in problem.message for problem in found.problems)
