"""What random reports have shown to break, one cause a test, in the smallest text that shows it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from avstamt.domain.goal import GoalLevel
from avstamt.domain.text import block_text
from avstamt.importers.model import Import
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

Read = Callable[[str], Import]

PROSE = "".join(
    f"Verksamheten har under året prövat ett nytt sätt att ta emot besökare, vilket {word} \n\nmärks i hela huset. \n\n"
    for word in ("redan", "ofta", "sällan", "numera", "alltid", "ibland", "tydligt", "knappt", "genast")
)
OPENING = "Sammanfattande analys \n\n" + PROSE
GOAL = "KF:s mål för verksamhetsområdet: \n\n1.2 Alla har nära till kultur \n\n Uppfylls helt \n\n"
PLAN = "  Indikator \nÅrsmål \n\nKF:s \nårsmål \n\nPeriodicitet \n\n"
ANNUAL = "  Indikator Periodens utfall Utfall VB 2022 Årsmål KF:s årsmål Period \n\n"
WORKS = "  Aktivitet Startdatum Slutdatum Avvikelse \n\n"
BUDGET = "Uppföljning av ekonomi \n\nAnalys av resultaträkning - uppföljning av driftbudget \n\n"


@pytest.fixture
def read(shipped: Catalogue) -> Read:
    return lambda source: read_text(OPENING + source, "rapport.txt", shipped)[0]


def indicators(found: Import) -> list[tuple[str, ...]]:
    cells = ("name", "outcome", "previous", "target", "city_target", "period", "periodicity")
    return [tuple(getattr(row, cell) for cell in cells) for goal in found.report.goals for row in goal.indicators]


def blocks(found: Import, title: str) -> list[tuple[str, str]]:
    section = next(section for section in found.report.sections if section.title == title)
    return [(block.kind, block_text(block)) for block in section.text.blocks]


def test_blanks_outweigh_a_full_count_of_values(read):
    found = read(GOAL + PLAN + "  Antal besök på \nbiblioteken \n\n 16 557 st År \n\n")
    assert indicators(found) == [("Antal besök på biblioteken", "", "", "", "16 557 st", "", "År")]


def test_a_year_that_ends_a_name_closes_no_row(read):
    found = read(GOAL + ANNUAL + "  Antal genomförda \növningar under \n2022 \n\n14 st  15 st  VB 2023 \n\n")
    assert indicators(found) == [("Antal genomförda övningar under 2022", "14 st", "", "15 st", "", "VB 2023", "")]


def test_a_number_that_ends_a_name_of_several_lines_is_no_value(read):
    found = read(GOAL + PLAN + "  Genomsnittligt \nmeritvärde i årskurs 9 \n\n230  År \n\n")
    assert indicators(found) == [("Genomsnittligt meritvärde i årskurs 9", "", "", "230", "", "", "År")]


def test_under_repeated_heads_a_name_goes_on_to_its_closing_bracket(read):
    rows = "  Andel nöjda deltagare (Norra \n\n80 %  År \n   " + PLAN.lstrip() + "holmen och \nSödra torget) \n\n"
    found = read(GOAL + PLAN + rows + "  Antal lån 12 st  Tertial \n\n")
    assert [row[0] for row in indicators(found)] == [
        "Andel nöjda deltagare (Norra holmen och Södra torget)",
        "Antal lån",
    ]


def test_a_bound_keeps_its_sign(read):
    found = read(GOAL + PLAN + "  Sjukfrånvaro av \n\n< 6,5 %  År \n\n")
    assert indicators(found)[0][3] == "< 6,5 %"


def test_a_row_begins_at_its_mark_and_not_in_the_sentence_above(read):
    rows = (
        "  Öva krisledning 2023-01-01 2023-12-31 Avvikelse \n\nAnalys \n\nÖvningen flyttas till nästa år. \n\n"
        "Lokalen var inte klar. \n\n  Kartlägga behovet 2023-01-01 2023-12-31  \n\n"
    )
    activities = read(GOAL + WORKS + rows).report.goals[0].activities
    assert [activity.text for activity in activities] == ["Öva krisledning", "Kartlägga behovet"]
    assert activities[0].analysis.plain.endswith("Lokalen var inte klar.")


def test_a_row_that_stands_thrice_above_a_page_number_is_no_running_head(read):
    page = "  Öva krisledning 2023-01-01 2023-12-31  \n\nSid {} (9) \n\n"
    found = read("".join(GOAL.replace("1.2", f"1.{n}") + WORKS + page.format(n) for n in range(1, 5)))
    assert [len(goal.activities) for goal in found.report.goals] == [1, 1, 1, 1]


def test_a_field_of_a_plan_is_not_the_section_of_the_economy_with_its_name(shipped):
    source = (
        "Verksamhetsplan 2023 för Kulturnämnden\n\nFörslag till beslut\n\nNämnden godkänner planen.\n\nInledning\n\nÅret blir bra.\n\n"
        "KF:s mål för verksamhetsområdet: 1.2 Alla har nära till kultur\n\nNämndmål: 1.2.1 Biblioteken har öppet\n\n"
        "Arbetssätt\n\nVi har öppet.\n\nResursanvändning\n\nTvå tjänster.\n\nUppföljning\n\nVarje månad.\n\n"
        "Redovisning av ekonomi\n\nResursanvändning\n\nBudgeten räcker.\n\n"
    )
    report = read_text(source, "plan.txt", shipped)[0].report
    goal = report.goals[-1]
    assert (goal.resource_use.plain, goal.follow_up.plain) == ("Två tjänster.", "Varje månad.")
    assert "Redovisning av ekonomi" in [section.title for section in report.sections]


@pytest.mark.parametrize("title", ["Åtagande:", "Enhetens mål:", "Enhetsmål:"])
def test_a_unit_may_call_its_goals_by_older_names(read, title):
    found = read(GOAL + f"{title} \n\nBesökarna får svar samma dag \n\n Uppfylls delvis \n\n")
    assert [goal.level for goal in found.report.goals] == [GoalLevel.AREA, GoalLevel.UNIT]


@pytest.mark.parametrize("lead", ["Resultatet syns bland annat i:", "Under året prioriteras:", "Enheten ansvarar för:"])
def test_a_lead_in_of_a_list_heads_no_text(shipped, lead):
    source = f"Sammanfattande analys \n\n{lead} \n\n- kortare köer \n\n- fler besök \n\n{PROSE}"
    found = read_text(source, "rapport.txt", shipped)[0]
    assert [kind for kind, _ in blocks(found, "Sammanfattande analys")][:3] == ["paragraph", "item", "item"]


def test_prose_above_a_table_is_no_part_of_its_head(read):
    text = "Året slutar med ett överskott. \n\nTkr Budget Utfall Avvikelse \n\nIntäkter 10 12 2 \n\nKostnader -50 -49 1 \n\n"
    section = read(BUDGET + text).report.sections[-1]
    assert (section.text.plain, section.tables[0].corner) == ("Året slutar med ett överskott.", "Tkr")


def test_a_title_right_above_a_head_opens_its_section(shipped):
    source = (
        "Verksamhetsberättelse 2023 för Kulturnämnden \n\nFörslag till beslut \n\nNämnden godkänner rapporten. \n\n" + OPENING + BUDGET
        + "Bokslut \n\nRiktvärde 100% december 2022 december 2023 \n\nBudget Utfall Budget Utfall \n\n"
        "Personalkostnader 10,0 11,0 12,0 13,0 \n\nNetto 10,0 11,0 12,0 13,0 \n\n"
    )  # fmt: skip
    section = read_text(source, "rapport.txt", shipped)[0].report.sections[-1]
    assert (section.title, len(section.tables[0].columns)) == ("Bokslut", 4)
    assert {column.group for column in section.tables[0].columns} == {"december 2022", "december 2023"}


def test_an_amount_with_thousands_is_not_split_over_empty_cells(read):
    text = (
        "Verksamhetsområde, mnkr Bokslut 2022 Budget 2023 Prognos 2023 Avvikelse Prognos Prestationsförändr. \n\n"
        "Prognos Budgetjustering Justerad avvikelse \n\nKultur och fritid 392,7 1 187,2 1 187,2 0,0   0,0 \n\n"
    )
    table = read(BUDGET + text).report.sections[-1].tables[0]
    cells = [table.rows[0].text(column.id) for column in table.columns]
    assert cells == ["392,7", "1 187,2", "1 187,2", "0,0", "", "", "0,0"]


def test_a_sentence_below_a_total_that_ends_a_line_in_a_figure_is_no_row(read):
    text = "Tkr Budget Utfall Avvikelse \n\nIntäkter 10 12 2 \n\nNetto 10 12 2 \n\nÖverskottet kommer av drygt 41 \n\nfler besök. \n\n"
    table = read(BUDGET + text).report.sections[-1].tables[0]
    assert ([row.label for row in table.rows], table.comment.plain) == (
        ["Intäkter", "Netto"],
        "Överskottet kommer av drygt 41 fler besök.",
    )


def test_heads_in_narrow_columns_break_one_word_a_line(read):
    text = (
        "Riktvärde 66,7% \naugusti 2022 \naugusti 2023 \nBudget \nFörbrukn \nutf/budg \nBudget \nFörbrukn \nutf/budg \n"
        "Personalkostnader 800,6 30,4% 1 875,6 30,2% \nNetto 800,6 30,4% 1 875,6 30,2% \n"
    )
    table = read(BUDGET + text).report.sections[-1].tables[0]
    assert table.corner == "Riktvärde 66,7%"
    assert [(column.group, column.title) for column in table.columns] == [
        (year, title) for year in ("augusti 2022", "augusti 2023") for title in ("Budget", "Förbrukn utf/budg")
    ]


def test_a_corner_of_several_lines_stands_before_broken_titles(read):
    text = (
        "Verksamhetsområde \n(mnkr) \nBokslut \n2022 \nBudget \n2023 \nAvvikelse \nAvvikelse \nefter \nresultat-\növerföring \n\n"
        "Förskola 280,0 300,0 10,0 12,0 \n\nTotalt 280,0 300,0 10,0 12,0 \n\n"
    )
    table = read(BUDGET + text).report.sections[-1].tables[0]
    titles = ["Bokslut 2022", "Budget 2023", "Avvikelse", "Avvikelse efter resultatöverföring"]
    assert (table.corner, [column.title for column in table.columns]) == ("Verksamhetsområde (mnkr)", titles)


@pytest.mark.parametrize("title", ["Vad har vi sett?", "Slutsats", "Arbetsplats och miljö"])
def test_a_short_question_and_a_noun_may_head_a_text(read, title):
    long = "Arbetet har gett resultat under hela året, och fler besökare än tidigare har hittat till verksamheten. "
    found = read(f"Uppföljning av ekonomi \n\nÖvrigt \n\n{long} \n\n{title} \n\n{long} \n\n")
    kinds = [kind for kind, text in blocks(found, "Övrigt") if text == title]
    assert kinds == ["heading"]


def test_a_line_that_begins_inside_an_enumeration_goes_on_with_its_paragraph(read):
    wrapped = (
        "Antalet besök redovisas i samband med tertialrapport \n1, tertialrapport 2 samt i verksamhetsberättelsen. \n\n"
    )
    (paragraph,) = blocks(read("Systematiskt kvalitetsarbete \n\n" + wrapped), "Systematiskt kvalitetsarbete")
    assert paragraph[1].endswith("tertialrapport 1, tertialrapport 2 samt i verksamhetsberättelsen.")
