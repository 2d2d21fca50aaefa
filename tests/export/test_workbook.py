"""The workbook holds the report's tables, with numbers as numbers and every other cell as the text it was."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from tests.builders import activity, goal, indicator, report, rich_report
from tests.export.reports import Papers

from avstamt.domain.report import Report
from avstamt.export.refused import ExportRefused
from avstamt.export.workbook import LONGEST_TEXT, workbook_bytes, write_workbook
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.templates.catalogue import catalogue


def book_of(made: Report) -> Workbook:
    papers = Papers(made)
    return load_workbook(BytesIO(workbook_bytes(papers.report, papers.template)))


def cell_of(made: Report, sheet: str, head: str, row: int = 2):
    page = book_of(made)[sheet]
    (column,) = [cell.column for cell in page[1] if cell.value == head]
    return page.cell(row, column)


def test_there_are_four_sheets_whose_heads_stay_and_a_form_for_each_economy_table(papers: Papers):
    book = load_workbook(BytesIO(workbook_bytes(papers.report, papers.template)))
    assert book.sheetnames[:4] == ["Indikatorer", "Aktiviteter", "Ekonomi", "Mål"]
    assert all(page.freeze_panes.endswith("2") and page.print_title_rows for page in book.worksheets[:4])
    forms = book.worksheets[4:]
    tables = [table for section in papers.report.sections for table in section.tables if table.columns and table.rows]
    assert len(forms) == len(tables)
    assert all(page.title.startswith("Blankett ") and page.freeze_panes and page.print_title_rows for page in forms)
    assert sum(page.max_row - int(page.freeze_panes[1:]) + 1 for page in forms) == sum(len(one.rows) for one in tables)
    indicators = sum(len(one.indicators) for one in papers.report.goals)
    assert book["Indikatorer"].max_row == indicators + 1
    assert book["Mål"].max_row == len(papers.report.goals) + 1


@pytest.mark.parametrize(
    ("text", "stored", "form"),
    [
        ("270 st", 270, '#,##0 "st"'),
        ("0,78 %", 0.0078, "0.00 %"),
        ("1 919,5", 1919.5, "#,##0.0"),
        ("−1,7 mnkr", -1.7, '#,##0.0 "mnkr"'),
        ("100 %", 1, "0 %"),
        ("öka", "öka", "General"),
        ("< 6,5 %", "< 6,5 %", "General"),
        ("Tas fram av nämnd/styrelse", "Tas fram av nämnd/styrelse", "General"),
        ("", None, "General"),
    ],
)
def test_a_figure_is_a_number_where_it_is_one_and_else_its_text(text, stored, form):
    cell = cell_of(report(goal(indicators=(indicator(outcome=text),))), "Indikatorer", "Periodens utfall")
    assert cell.value == stored
    assert cell.number_format == form


@pytest.mark.parametrize("text", ["=1+1", "+46 8 508", "@SUM(A1)", "-cmd|' /C calc'!A0", '=HYPERLINK("x")'])
def test_text_that_looks_like_a_formula_is_text(text):
    cell = cell_of(report(goal(indicators=(indicator(text, outcome=text),))), "Indikatorer", "Indikator")
    assert (cell.value, cell.data_type) == (text, "s")


def test_control_characters_and_texts_too_long_for_a_cell_do_not_stop_it():
    made = report(goal("A\x00B\x1f", analysis="ö" * 40_000))
    assert cell_of(made, "Mål", "Mål").value == "AB"
    analysis = cell_of(made, "Mål", "Analys").value
    assert analysis.startswith("ö" * LONGEST_TEXT)
    assert analysis.endswith("(texten är längre än en cell rymmer)")


def test_dates_are_dates_where_they_are_and_else_their_text():
    made = report(goal(activities=(activity(start="2024-03-01", end="våren"),)))
    assert cell_of(made, "Aktiviteter", "Startdatum").value == dt.datetime(2024, 3, 1)  # noqa: DTZ001 - Excel has no zones
    assert cell_of(made, "Aktiviteter", "Slutdatum").value == "våren"


def test_an_economy_table_stands_with_its_section_its_heads_and_its_sums():
    page = book_of(rich_report())["Ekonomi"]
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=2)]
    section = "Uppföljning av driftbudget"
    assert rows == [
        [section, "Resultat", "tkr", "Budget", "Utfall", "Avvikelse"],
        [section, "Resultat", "Intäkter", 1200, 1250, 50],
        [section, "Resultat", "Kostnader", -9800, -9650, 150],
        [section, "Resultat", "Netto", -8600, -8400, 200],
    ]
    assert page.cell(5, 4).font.bold


def test_a_form_says_what_it_is_and_stands_as_the_table_is_printed():
    page = book_of(rich_report())["Blankett 1 Resultat"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    title, origin, measure, empty, *table = rows
    assert [line[0] for line in (title, origin, measure)] == [
        "Uppföljning av driftbudget",
        "Verksamhetsberättelse 2024, Enheten för rådgivning",
        "Belopp i tkr",
    ]
    assert set(empty) == {None}
    assert table == [
        ["Rad", "Budget", "Utfall", "Avvikelse"],
        ["Intäkter", 1200, 1250, 50],
        ["Kostnader", -9800, -9650, 150],
        ["Netto", -8600, -8400, 200],
    ]
    assert page.freeze_panes == "B6"
    assert page["A8"].font.bold
    assert page["B5"].alignment.horizontal == "right"


def test_group_heads_of_a_form_stand_over_their_columns_without_merged_cells():
    made = read(resource("samples", "tertialrapport-1-2024-namnd.avst"))
    (page,) = [page for page in book_of(made) if page.title.endswith("Driftbudget")]
    groups = [cell for cell in page[int(page.freeze_panes[1:]) - 2] if cell.value]
    assert [cell.column for cell in groups] == [2, 5]
    assert {cell.alignment.horizontal for cell in groups} == {"centerContinuous"}
    assert not page.merged_cells.ranges


def test_a_goal_says_whose_it_is_and_what_it_stands_under():
    rows = [[cell.value for cell in row][:5] for row in book_of(rich_report())["Mål"].iter_rows(min_row=2)]
    assert rows[1] == [
        "Verksamhetsområdesmål",
        "1.3",
        "Stockholms stad ska ge stöd där behoven är som störst",
        "1 Ett Stockholm som håller samman",
        "Uppfylls helt",
    ]


def test_title_and_language_are_set_and_nobody_is_named_as_author():
    properties = book_of(rich_report()).properties
    assert (properties.title, properties.language) == ("Verksamhetsberättelse 2024", "sv-SE")
    assert not properties.creator


def test_a_file_in_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    made = rich_report()
    template = catalogue().template(made.kind, made.level, made.year)
    with pytest.raises(ExportRefused, match="finns inte"):
        write_workbook(made, template, tmp_path / "borta" / "rapport.xlsx")
