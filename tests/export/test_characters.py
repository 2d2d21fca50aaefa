"""Characters and columns on paper: figures keep together, words never change, and columns fit their words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avstamt.export.paper.characters import one_line, printable, set_figures, title_line
from avstamt.export.paper.data import with_places_to_break
from avstamt.export.paper.items import Align
from avstamt.export.paper.seams import with_seams
from avstamt.export.paper.widths import LINE, fitted, is_crowded, lines_within, printed_lines


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("10 000 st", "10\u00a0000\u00a0st"),
        ("3,0 mnkr", "3,0\u00a0mnkr"),
        ("94 %", "94\u00a0%"),
        ("5 procent", "5\u00a0procent"),
        ("enligt § 5", "enligt §\u00a05"),
        ("2 kg CO2 per kg", "2 kg CO2 per kg"),
        ("mål 3 och 4", "mål 3 och 4"),
        ("år 2024 12 personer", "år 2024 12 personer"),
        ("1 kran", "1 kran"),
        ("per den 30 april 2024", "per den 30\u00a0april 2024"),
        ("enligt bilaga 3b", "enligt bilaga\u00a03b"),
        ("Halvår 1 2024 och kvartal 3", "Halvår\u00a01 2024 och kvartal\u00a03"),
        ("Barn och ungdom -1,7 mnkr", "Barn och ungdom \u22121,7\u00a0mnkr"),
        ("-1 403,6", "\u22121\u00a0403,6"),
        ("+/-1 %", "+/\u22121\u00a0%"),
        ("Analys av resultaträkning - uppföljning", "Analys av resultaträkning – uppföljning"),
        ("dag 1-14, åren 2023-2027 och 2024-05-21", "dag 1-14, åren 2023-2027 och 2024-05-21"),
        ("5 -10 procent", "5 -10\u00a0procent"),
        ("sport- och påsklov, covid -19", "sport- och påsklov, covid -19"),
    ],
)
def test_hard_spaces_hold_a_figure_together(typed, set_):
    assert set_figures(typed) == set_


@given(st.text())
def test_setting_a_text_changes_no_word(text):
    hyphens = str.maketrans("\u2212–", "--")
    assert set_figures(text).translate(hyphens).split() == printable(text).translate(hyphens).split()


@given(st.text(alphabet="ab1 -,%\u00a0"))
def test_setting_a_text_twice_is_setting_it_once(text):
    assert set_figures(set_figures(text)) == set_figures(text)


@given(st.text(st.characters(codec=None)))
def test_what_is_printable_is_valid_xml(text):
    assert re.fullmatch("[\n\t\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]*", printable(text))


@pytest.mark.parametrize(
    ("typed", "line"),
    [("Mål\x0bett", "Mål ett"), (" \u200b\u00ad ", ""), ("a\r\n\r\nb", "a b"), ("\ud800x", "x"), ("\u202eabc", "abc")],
)
def test_a_heading_stands_on_one_line(typed, line):
    assert one_line(typed) == line


@pytest.mark.parametrize(
    ("word", "sewn"),
    [
        ("Prestationsförändring", "Prestations|förändring"),
        ("resultatöverföring", "resultat|överföring"),
        ("Prestationsförändr.", "Prestations|förändr."),
        ("funktionsnedsättning", "funktions|nedsättning"),
        ("Försäljningar", "Försäljningar"),
        ("Kostnader", "Kostnader"),
    ],
)
def test_compounds_break_at_their_seams(word, sewn):
    assert with_seams(word).replace("\u00ad", "|") == sewn


HEADS = ["Indikator", "Periodens utfall", "Utfall män/pojkar", "Utfall kvinnor/flickor", "Årsmål", "Period"]
ROW = ["Andel besökare som är nöjda med bemötandet", "86 %", "84 %", "88 %", "85 %", "2024"]
ALIGNS = [Align.LEFT, *[Align.RIGHT] * 4, Align.LEFT]


def test_widths_make_one_and_the_longest_texts_get_most():
    columns = fitted(HEADS, [ROW], [4, 1, 1, 1, 1, 1], ALIGNS)
    assert sum(column.width for column in columns) == pytest.approx(1)
    assert max(columns, key=lambda column: column.width) is columns[0]
    assert [column.apart for column in columns] == [False] * 5 + [True]


def test_one_monster_does_not_starve_the_other_columns():
    columns = fitted(HEADS, [["x" * 500, *ROW[1:]]], [4, 1, 1, 1, 1, 1], ALIGNS)
    assert min(column.width for column in columns) > 0.05


def test_where_there_is_too_little_room_heads_break_before_figures():
    heads = ["Verksamhetsområde", *["Prestationsförändring"] * 8]
    row = ["Barn", *["1 386,2"] * 8]
    assert is_crowded(heads, [row])
    widths = [column.width for column in fitted(heads, [row], [2, *[1] * 8], [Align.LEFT, *[Align.RIGHT] * 8])]
    assert min(widths[1:]) > 0.09


def test_a_table_without_rows_has_columns_all_the_same():
    assert sum(column.width for column in fitted(HEADS, [], [1] * 6, ALIGNS)) == pytest.approx(1)


def test_the_table_becomes_shorter_where_a_short_text_gets_its_line_before_a_long_one():
    rows = [["Antal platser som erbjuds", "", "Tas fram av nämnd", "Tertial"]] * 8
    rows.append(["Andel personer som upplever att de har fått det stöd som de behöver i sin vardag", "", "2,7 %", "År"])
    aligns = [Align.LEFT, Align.RIGHT, Align.RIGHT, Align.LEFT]
    columns = fitted(["Indikator", "Årsmål", "KF:s årsmål", "Periodicitet"], rows, [4, 1, 1, 1], aligns)
    assert columns[2].width * LINE > len("Tas fram av nämnd") / 2


@pytest.mark.parametrize(
    ("head", "room", "breakable"),
    [
        ("Utfall kvinnor/flickor", 7, "Utfall kvinnor/flickor"),
        ("Upp-följning", 9, "Upp-följning"),
        ("Uppföljning", 4, "Uppf|öljn|ing"),
        ("////////", 4, "////|////"),
    ],
)
def test_a_word_that_no_line_has_room_for_breaks_but_not_beside_a_slash(head, room, breakable):
    assert with_places_to_break(head, room).replace("\u200b", "|") == breakable


def test_words_in_a_column_of_figures_wrap_before_the_name_is_squeezed():
    figures = ["Periodens utfall", "Utfall män/pojkar", "Utfall kvinnor/flickor", "Periodens utfall VB 2015", "Årsmål"]
    heads = ["Indikator", *figures, "KF:s årsmål", "Period"]
    rows = [
        ["Antal besökare med barn som saknar egen handledare (kurs)", "4 st", "", "", "11 st", "", "", "VB 2016"],
        ["Antal kurser", "174 st", "116 st", "58 st", "", "150 st", "tas fram av nämnden", "2016"],
    ]
    aligns = [Align.LEFT, *[Align.RIGHT] * 6, Align.LEFT]
    columns = fitted(heads, rows, [4, 1, 1, 1, 1, 1, 1.2, 1.5], aligns)
    assert columns[0].width > 2 * columns[6].width


@given(st.lists(st.text("abcåäöMW-", min_size=1, max_size=30), min_size=1).map(" ".join), st.floats(5, 40))
def test_a_text_cut_into_lines_keeps_its_words(words: str, room: float):
    lines = lines_within(words, room)
    assert " ".join(lines) == words
    assert all(printed_lines(line, (room + 2) / LINE) == 1 for line in lines if " " in line)


def test_a_short_last_word_of_a_long_title_takes_the_one_before_along():
    title = "Stockholm är en stad där den biologiska mångfalden ökar"
    assert title_line(title) == "Stockholm är en stad där den biologiska mångfalden\u00a0ökar"
    assert title_line("Nämndens verksamheter ökar") == "Nämndens verksamheter ökar"
    long_words = "Det är ett mål om kommunfullmäktiges inriktningsbeslut"
    assert title_line(long_words) == long_words
    assert title_line("x" * 40) == "x" * 40


ALL_COLUMNS = ["Indikator", "Periodens utfall", "Utfall VB 2023", "Prognos helår", "Årsmål", "KF:s årsmål", "Period"]
ALL_ALIGNS = [Align.LEFT, *[Align.RIGHT] * 5, Align.LEFT]


def test_a_head_takes_two_lines_rather_than_three_where_no_row_grows_by_it():
    row = ["Andel besökare som är nöjda", "2 %", "2 %", "2 %", "2 %", "3 %", "2024"]
    columns = fitted(ALL_COLUMNS, [row], [4, 1, 1, 1, 1, 1.2, 1.5], ALL_ALIGNS, air=1.0)
    assert printed_lines("Utfall VB 2023", columns[2].width / 1.06, 7) == 2


def test_dates_stand_at_the_same_place_beside_a_short_text_and_a_long_one():
    heads = ["Aktivitet", "Startdatum", "Slutdatum"]
    dates = ["2024-01-01", "2024-12-31"]
    tables = [
        fitted(heads, [[words, *dates]], [6, 1.3, 1.3], [Align.LEFT] * 3, air=0.0)
        for words in ("Rutin", "Ny rutin " * 20)
    ]
    short, long = ([column.width for column in columns] for columns in tables)
    assert short == pytest.approx(long, abs=0.005)


def test_no_date_is_broken():
    columns = fitted(["A", "B"], [["Ett ord " * 40, "2024-01-01"]], [6, 1], [Align.LEFT] * 2)
    assert printed_lines("2024-01-01", columns[1].width) == 1


def test_the_columns_of_a_table_with_many_stand_closer_and_leave_its_texts_more_room():
    heads = ["Indikator", *["Utfall"] * 7]
    rows = [["Andel besökare som är nöjda med det stöd de får " * 3, *["100 %"] * 7]]
    aligns = [Align.LEFT, *[Align.RIGHT] * 7]
    many = fitted(heads, rows, [4, *[1] * 7], aligns)
    fewer = fitted(heads[:-1], [rows[0][:-1]], [4, *[1] * 6], aligns[:-1])
    assert many[1].width < fewer[1].width


def test_a_head_without_a_word_has_a_column_too():
    columns = fitted(["Indikator", "/"], [["Antal kurser", ""]], [4, 1], [Align.LEFT] * 2)
    assert sum(column.width for column in columns) == pytest.approx(1)


def test_the_name_gets_what_long_words_beside_it_do_not_need():
    sexes = ["Utfall män/pojkar", "Utfall kvinnor/flickor"]
    heads = ["Indikator", "Periodens utfall", *sexes, *ALL_COLUMNS[2:]]
    names = ["Aktivt Medskapandeindex", "Frånvaro", "Frånvaro på dag 1-14"]
    rows = [[name, *["1,9 %"] * 6, "Tas fram av nämnd/styrelse", "Tertial\u00a01 2024"] for name in names]
    columns = fitted(heads, rows, [4, *[1] * 6, 1.2, 1.5], [Align.LEFT, *[Align.RIGHT] * 7, Align.LEFT], air=1.0)
    assert printed_lines(names[2], columns[0].width, len(heads)) == 1
    assert printed_lines(rows[0][7], columns[7].width, len(heads)) == 2


def test_of_ways_that_make_a_table_as_short_the_one_that_squeezes_no_cell_is_taken():
    heads = ["Indikator", "Periodens utfall", "Utfall män/pojkar", "Utfall kvinnor/flickor", "Periodens utfall VB 2015"]
    row = ["Antal personer som utsatts för hot och som är kända av enheten", "96 st", "5 %", "91 %", "129 st", "100 st"]
    columns = fitted(
        [*heads, "Årsmål", "KF:s årsmål", "Period"],
        [[*row, "tas fram av nämnden", "2016"]],
        [4, 1, 1, 1, 1, 1, 1.2, 1.5],
        [Align.LEFT, *[Align.RIGHT] * 5, *[Align.LEFT] * 2],
        air=1.0,
    )
    room = columns[6].width - (0.9 / LINE if columns[6].apart else 0)
    assert printed_lines("tas fram av nämnden", room, 8) == 2
