"""Economy tables in text: columns, groups, units, signs, empty cells and the words after them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from avstamt.domain.economy import ColumnRole, EconomyKind, EconomyTable, RowRole, SignConvention, Unit
from avstamt.importers.text import read_text
from avstamt.templates.catalogue import Catalogue

Read = Callable[[str], list[EconomyTable]]
BEFORE = "Sammanfattande analys\n\nEnhetsmål: Alla bygger\n\nUppfylls helt\n\nUppföljning av ekonomi\n\nAnalys av resultaträkning - uppföljning av driftbudget\n\n"


@pytest.fixture
def read(shipped: Catalogue) -> Read:
    def reading(source: str) -> list[EconomyTable]:
        report = read_text(BEFORE + source, "rapport.txt", shipped)[0].report
        return [table for section in report.sections for table in section.tables]

    return reading


def grid(table: EconomyTable) -> list[list[str]]:
    return [[row.label, *(row.text(column.id) for column in table.columns)] for row in table.rows]


def test_thousands_are_told_from_columns_by_their_number_and_by_arithmetic(read: Read) -> None:
    (table,) = read(
        "Verkstad Budget Utfall Avvikelse \n\nIntäkter 0 1 400 1 400 \n\nKostnader -9 500 -9 300 200 \n\nNetto (tkr) -9 500 -7 900 1 600 \n"
    )
    assert grid(table) == [
        ["Intäkter", "0", "1 400", "1 400"],
        ["Kostnader", "-9 500", "-9 300", "200"],
        ["Netto (tkr)", "-9 500", "-7 900", "1 600"],
    ]
    assert (table.corner, table.unit, table.kind, table.sign) == (
        "Verkstad",
        Unit.TKR,
        EconomyKind.RESULT,
        SignConvention.INCOME_POSITIVE,
    )
    assert [column.role for column in table.columns] == [ColumnRole.BUDGET, ColumnRole.OUTCOME, ColumnRole.VARIANCE]
    assert [row.role for row in table.rows] == [RowRole.INCOME, RowRole.COST, RowRole.NET]


def test_a_table_without_heads_keeps_the_word_behind_its_amount(read: Read) -> None:
    (table,) = read(
        "Snickeriet  \n\nIntäkter -21 008  \n\nLön 12 123  \n\nÖvriga kostnader 7 015  \n\nTOTALT -1 870 överskott \n\nInvesteringar\n"
    )
    assert table.corner == "Snickeriet"
    assert grid(table)[-1] == ["TOTALT", "-1 870 överskott"]
    assert table.sign is SignConvention.INCOME_NEGATIVE


def test_two_tables_in_a_row_are_two_and_text_between_belongs_to_the_first(read: Read) -> None:
    head = "Budget Utfall Avvikelse\n"
    first, second = read(
        f"Trä {head}Intäkter 10 12 2\nNetto 10 12 2\nDet gick bra.\nMetall {head}Intäkter 5 4 -1\nNetto 5 4 -1\n"
    )
    assert (first.corner, second.corner) == ("Trä", "Metall")
    assert first.comment.plain == "Det gick bra."


def test_years_above_the_heads_become_groups(read: Read) -> None:
    source = (
        "Riktvärde 33,3%\tapril 2023\t\tapril 2024\t\n\tBudget\tFörbrukn utf/budg\tBudget\tFörbrukn utf/budg\n"
        "Avgifter\t-65,9\t47,1%\t-78,8\t31,1%\nSumma intäkter\t-65,9\t47,1%\t-78,8\t31,1%\nPersonalkostnader\t\t\t875,6\t30,2%\nNetto\t-65,9\t47,1%\t796,8\t30,1%\n"
    )
    (table,) = read(source)
    assert [(column.group, column.title, column.year) for column in table.columns[::2]] == [
        ("april 2023", "Budget", 2023),
        ("april 2024", "Budget", 2024),
    ]
    assert (table.corner, table.benchmark, table.kind) == ("Riktvärde 33,3%", "33,3%", EconomyKind.OPERATING)
    assert grid(table)[2] == ["Personalkostnader", "", "", "875,6", "30,2%"]
    assert [row.role for row in table.rows] == [RowRole.INCOME, RowRole.TOTAL_INCOME, RowRole.COST, RowRole.NET]


def test_the_same_table_without_tab_characters_is_read_alike(read: Read) -> None:
    source = (
        "Riktvärde 33,3% april 2023 april 2024 \nBudget Förbrukn utf/budg Budget Förbrukn utf/budg \n"
        "Avgifter -65,9 47,1% -78,8 31,1% \nSumma intäkter -65,9 47,1% -78,8 31,1% \nPersonalkostnader   875,6 30,2% \nNetto -65,9 47,1% 796,8 30,1% \n"
    )
    (table,) = read(source)
    assert [(column.group, column.title) for column in table.columns[::2]] == [
        ("april 2023", "Budget"),
        ("april 2024", "Budget"),
    ]
    assert grid(table)[2] == ["Personalkostnader", "", "", "875,6", "30,2%"]


def test_a_share_stands_in_a_share_column_even_where_blanks_were_lost(read: Read) -> None:
    source = "Mnkr Budget 2024 Utfall 2024 Förbrukn % \nAvgifter -65,9 -31,0 47,1% \nPersonalkostnader 875,6 30,2% \nNetto 809,7 -31,0 3,8% \n"
    (table,) = read(source)
    assert grid(table)[1][3] == "30,2%"


def test_rows_without_amounts_are_kept(read: Read) -> None:
    (table,) = read(
        "Investeringar\n\nMnkr, netto Budget 2024 Prognos T1 2024 Avvikelse\nReinvesteringar   \nInventarier och maskiner 2,0 2,0 0,0\nKlimatinvesteringar   \nTotalt 2,0 2,0 0,0\n"
    )
    assert [row.label for row in table.rows] == [
        "Reinvesteringar",
        "Inventarier och maskiner",
        "Klimatinvesteringar",
        "Totalt",
    ]
    assert (table.kind, table.unit) == (EconomyKind.INVESTMENT, Unit.MNKR)


def test_a_label_over_two_lines_is_whole(read: Read) -> None:
    source = "Mnkr Budget Prognos Avvikelse\nVerksamhet för personer med\nfunktionsnedsättning 167,9 171,4 -3,5\nTotalt 167,9 171,4 -3,5\n"
    assert grid(read(source)[0])[0] == ["Verksamhet för personer med funktionsnedsättning", "167,9", "171,4", "-3,5"]


def test_prose_with_amounts_at_line_ends_is_no_table(read: Read) -> None:
    assert read("Enheten hade ett överskott om 300\noch kostnader på 500\n") == []
