"""Tables as they print: which columns, which side, group heads, and the Analys with its row."""

from __future__ import annotations

import pytest
from tests.builders import activity, goal, indicator, report, result_table, section
from tests.export.papers import tables_of

from avstamt.domain.economy import Cell, Column, ColumnRole, EconomyTable, Row, RowRole, Unit
from avstamt.domain.report import Report
from avstamt.domain.text import RichText, Run, TextCell, TextTable
from avstamt.export.outline import outline
from avstamt.export.paper import items
from avstamt.export.paper.items import Outline, Table, TableKind
from avstamt.templates.catalogue import catalogue


def outlined(made: Report) -> Outline:
    return outline(made, catalogue().template(made.kind, made.level, made.year))


def only_table(made: Report) -> Table:
    (table,) = tables_of(outlined(made))
    return table


def heads_of(table: Table) -> list[str]:
    return [cell.text for cell in table.head[0]]


def test_columns_by_sex_print_only_in_tables_where_an_indicator_fills_one():
    split = goal("A", id="g1", indicators=(indicator(outcome="86 %", outcome_women="84 %"),))
    bare = goal("B", id="g2", indicators=(indicator(outcome="3"),))
    first, second = tables_of(outlined(report(split, bare)))
    assert "Utfall kvinnor/flickor" in heads_of(first)
    assert "Utfall kvinnor/flickor" not in heads_of(second)


def test_figures_with_fewer_decimals_get_room_so_that_decimals_stand_under_each_other():
    texts = ("0,78 %", "5 %", "öka", "12 kg CO2 per kg livsmedel", "174")
    made = only_table(report(goal(indicators=tuple(indicator(id=f"i{n}", outcome=t) for n, t in enumerate(texts)))))
    two_decimals, whole, words, long, bare = (row.cells[1].room for row in made.rows)
    assert two_decimals == words == long == 0
    assert whole == pytest.approx(0.249 + 2 * 0.497)
    assert bare == pytest.approx(0.249 + 2 * 0.497 + 0.2 + 0.824)


def test_a_column_of_like_figures_needs_no_room():
    cells = [indicator(id=f"i{n}", outcome=t) for n, t in enumerate(("86,5 %", "5,0 %", "100,0 %"))]
    assert {cell.room for row in only_table(report(goal(indicators=tuple(cells)))).rows for cell in row.cells} == {0}


def test_columns_by_sex_print_where_any_indicator_of_the_table_fills_one():
    bare = report(goal(indicators=(indicator(outcome="86 %"),)))
    split = report(goal(indicators=(indicator(outcome="86 %"), indicator("B", outcome_men="84 %"))))
    assert "Utfall män/pojkar" not in heads_of(only_table(bare))
    assert {"Utfall män/pojkar", "Utfall kvinnor/flickor"} <= set(heads_of(only_table(split)))


def test_a_figure_without_a_column_in_the_template_gets_one():
    made = report(goal(indicators=(indicator(outcome="86 %", forecast="88 %"),)))
    table = only_table(made)
    assert heads_of(table)[-1] == "Prognos helår"
    assert table.rows[0].cells[-1].text == "88\u00a0%"


def test_the_head_of_last_years_outcome_names_the_year():
    made = report(goal(indicators=(indicator(previous="83 %"),)), year=2024)
    assert "Utfall VB 2023" in heads_of(only_table(made))


def test_figures_stand_to_the_right_and_words_to_the_left():
    made = report(goal(indicators=(indicator(outcome="86 %", target="Tas fram av nämnd/styrelse"),)))
    sides = {cell.text: cell.align for cell in only_table(made).rows[0].cells}
    assert sides["86\u00a0%"] is items.Align.RIGHT
    assert sides["Tas fram av nämnd/styrelse"] is items.Align.LEFT


def test_words_among_figures_stand_to_the_right_as_the_head_does():
    some = (indicator(target="86 %"), indicator("B", target="Tas fram av nämnd/styrelse"))
    table = only_table(report(goal(indicators=some)))
    at = heads_of(table).index("Årsmål")
    assert {table.head[0][at].align, *(row.cells[at].align for row in table.rows)} == {items.Align.RIGHT}


def test_the_head_over_words_alone_stands_to_the_left_as_they_do():
    table = only_table(report(goal(indicators=(indicator(target="Tas fram av nämnd/styrelse"),))))
    at = heads_of(table).index("Årsmål")
    assert table.head[0][at].align is table.rows[0].cells[at].align is items.Align.LEFT


def test_an_analysis_belongs_to_its_row():
    made = report(goal(activities=(activity("A"), activity("B", deviation=True, analysis="Övningen flyttas."))))
    first, second = only_table(made).rows
    assert first.note is None
    assert second.cells[-1].text == "Ja"
    assert (second.note.label, second.note.items[0].runs[0].text) == ("Analys", "Övningen flyttas.")


def test_group_heads_stand_over_their_columns():
    columns = tuple(
        Column(id=f"c{n}", title=title, group=group, role=ColumnRole.BUDGET)
        for n, (group, title) in enumerate([("april 2023", "Budget"), ("april 2023", "Utfall"), ("", "Avvikelse")])
    )
    table = EconomyTable(id="t1", corner="Mnkr", columns=columns, rows=(Row(id="r1", label="Avgifter"),))
    upper, lower = only_table(report(sections=(section(tables=(table,)),))).head
    assert [(cell.text, cell.column, cell.columns, cell.rows) for cell in upper] == [
        ("Mnkr", 0, 1, 2),
        ("april 2023", 1, 2, 1),
        ("Avvikelse", 3, 1, 2),
    ]
    assert [(cell.text, cell.column) for cell in lower] == [("Budget", 1), ("Utfall", 2)]


def test_an_economy_table_without_a_corner_says_its_unit_there():
    table = EconomyTable(
        id="t1",
        unit=Unit.TKR,
        columns=(Column(id="c1", title="Budget"),),
        rows=(Row(id="r1", label="Netto", role=RowRole.NET, cells=(Cell(id="c1", text="1 200"),)),),
    )
    made = only_table(report(sections=(section(tables=(table,)),)))
    assert heads_of(made) == ["Tkr", "Budget"]
    assert made.rows[0].total
    assert [cell.text for cell in made.rows[0].cells] == ["Netto", "1\u00a0200"]


def test_a_cell_that_the_row_lacks_is_empty_and_points_at_its_row():
    table = EconomyTable(id="t1", columns=(Column(id="c1", title="Budget"),), rows=(Row(id="r1", label="Avgifter"),))
    cell = only_table(report(sections=(section(id="s1", tables=(table,)),))).rows[0].cells[1]
    assert (cell.text, str(cell.place)) == ("", "sections/s1/tables/t1/rows/r1")


def test_a_table_in_running_text_keeps_its_rows_even_where_they_differ_in_length():
    row = (TextCell(runs=(Run(text="Namn"),)), TextCell(runs=(Run(text="Antal"),)))
    table = TextTable(id="b1", rows=(row, row[:1]))
    made = only_table(report(sections=(section(text=RichText(blocks=(table,))),)))
    assert made.kind is TableKind.TEXT
    assert [[cell.text for cell in line.cells] for line in made.rows] == [["Namn", ""]]


def test_tables_of_a_section_with_the_same_heads_have_the_same_columns():
    one, other = (
        result_table(corner="Vård"),
        result_table(corner="Ekonomiskt bistånd och boende för vuxna i stadsdelen"),
    )
    alone = only_table(report(sections=(section(tables=(one,)),)))
    first, second = tables_of(outlined(report(sections=(section(tables=(one, other)),))))
    assert [cell.text for cell in first.head[0][:1]] == ["Vård"]
    assert first.columns == second.columns != alone.columns
