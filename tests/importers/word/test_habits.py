"""Drafts by people with other habits: goals without a prefix, assessments as colours, columns in their own order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document

from avstamt.domain.goal import Assessment, Goal, GoalLevel
from avstamt.domain.report import Report
from avstamt.importers.opening import read_file
from avstamt.importers.word.verdicts import verdict

Read = Callable[[Document], Report]


@pytest.fixture
def read(tmp_path, shipped) -> Read:
    def _read(document: Document) -> Report:
        path: Path = tmp_path / "utkast.docx"
        document.save(str(path))
        (made,) = read_file(path, shipped)
        return made.report

    return _read


def _draft(title: str = "Verksamhetsberättelse 2024", unit: str = "Solgläntans äldreboende") -> Document:
    made = docx.Document()
    made.add_paragraph(title)
    made.add_paragraph(unit)
    made.add_heading("Sammanfattande analys", 1)
    made.add_paragraph("Året har präglats av stabil bemanning.")
    return made


def _bold(document: Document, words: str) -> None:
    document.add_paragraph().add_run(words).bold = True


def _table(document: Document, *rows: tuple[str, ...]) -> None:
    made = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(made.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = words


def _goals(made: Report) -> list[tuple[str, Assessment | None]]:
    return [(goal.title, goal.assessment) for goal in made.goals]


def _by_style(document: Document, number: int, title: str) -> None:
    document.add_heading(f"{number}. {title}", 2)


def _by_bold(document: Document, number: int, title: str) -> None:
    _bold(document, f"Mål {number}: {title}")


def _by_bold_dash(document: Document, number: int, title: str) -> None:
    _bold(document, f"Mål {number} – {title}")


def _by_list(document: Document, _number: int, title: str) -> None:
    document.add_paragraph(title, style="List Number")


def _plain_heading(document: Document, _number: int, title: str) -> None:
    document.add_heading(title, 3)


@pytest.mark.parametrize("head", [_by_style, _by_bold, _by_bold_dash, _by_list, _plain_heading])
def test_a_heading_with_an_assessment_or_a_label_below_it_is_a_goal(head, read):
    draft = _draft()
    for number, (title, judged) in enumerate((("En trygg vardag", "Uppfylls helt"), ("God mat", "Uppfylls delvis")), 1):
        head(draft, number, title)
        _bold(draft, judged)
        _bold(draft, "Analys")
        draft.add_paragraph(f"Enkäten visar hur det gick med {title.lower()}.")
    made = read(draft)
    assert _goals(made) == [("En trygg vardag", Assessment.FULL), ("God mat", Assessment.PARTLY)]
    assert {goal.level for goal in made.goals} == {GoalLevel.UNIT}
    assert made.goals[1].analysis.plain == "Enkäten visar hur det gick med god mat."


def test_a_chapter_with_text_below_it_is_no_goal(read):
    draft = _draft()
    for title in ("Övrigt", "Systematiskt kvalitetsarbete", "Så arbetar vi"):
        draft.add_heading(title, 2)
        draft.add_paragraph("Vi följer rutinerna och har inget att tillägga.")
    assert read(draft).goals == ()


def test_the_name_below_the_title_is_the_units(read):
    draft = _draft()
    _by_style(draft, 1, "God mat")
    _bold(draft, "Uppfylls helt")
    made = read(draft)
    assert made.organisation == "Solgläntans äldreboende"
    assert [section.title for section in made.sections][:1] == ["Sammanfattande analys"]


def test_goals_of_the_city_without_their_prefix_stand_above_the_others(read):
    draft = _draft("Tertialrapport 2 2024")
    draft.add_heading("1 En modern storstad med möjligheter och valfrihet för alla", 2)
    draft.add_heading("1.1 En rubrik som vi har formulerat själva", 3)
    draft.add_heading("Nämndmål: Fler får stöd till arbete", 4)
    _bold(draft, "Uppfylls delvis")
    made = read(draft)
    assert [(goal.level, goal.number, goal.title) for goal in made.goals] == [
        (GoalLevel.DIRECTION, "1", "En modern storstad med möjligheter och valfrihet för alla"),
        (GoalLevel.AREA, "1.1", "En rubrik som vi har formulerat själva"),
        (GoalLevel.COMMITTEE, "", "Fler får stöd till arbete"),
    ]


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("🟢 Uppfylls helt", "Uppfylls helt"),
        ("Måluppfyllelse: Grön", "Uppfylls helt"),
        ("Status: 🟡 Gul", "Uppfylls delvis"),
        ("Bedömning – Uppfylls inte", "Uppfylls inte"),
        ("🔴", "Uppfylls inte"),
        ("Målet nås delvis.", "Uppfylls delvis"),
        ("Måluppfyllelse: Grönt ljus", "Uppfylls helt"),
        ("● Uppfylls ej", "Uppfylls ej"),
        ("Grön omsorg är vårt ledord.", None),
        ("Målet är att alla ska trivas.", None),
        ("Gul", None),
        ("Status: påbörjad", None),
    ],
)
def test_an_assessment_is_read_in_the_words_of_the_traffic_light(said, meant):
    assert verdict(said) == meant


def _only_goal(read: Read, *rows: tuple[str, ...], year: int = 2024) -> Goal:
    draft = _draft(f"Verksamhetsberättelse {year}")
    draft.add_heading("Enhetsmål: De boende är trygga", 2)
    _bold(draft, "Uppfylls helt")
    _table(draft, *rows)
    (goal,) = read(draft).goals
    return goal


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        (("Indikator", "Utfall 2023", "Utfall 2024", "Mål 2024"), ("Andel trygga", "81 %", "84 %", "83 %")),
        (("Indikatorer", "Årsmål", "Utfall VB 2023", "Periodens utfall"), ("Andel trygga", "83 %", "81 %", "84 %")),
        (("Nyckeltal", "Resultat 2024", "Resultat 2023", "Målvärde"), ("Andel trygga", "84 %", "81 %", "83 %")),
        (("Enhetens indikator", "2023", "2024", "Enhetens årsmål 2024"), ("Andel trygga", "81 %", "84 %", "83 %")),
        (("Nr", "Indikator", "Mål", "Utfall", "Föregående år"), ("", "Andel trygga", "83 %", "84 %", "81 %")),
    ],
)
def test_indicators_are_read_by_what_their_columns_are_called(head, cells, read):
    (one,) = _only_goal(read, head, cells).indicators
    assert (one.name, one.outcome, one.previous, one.target) == ("Andel trygga", "84 %", "81 %", "83 %")


def test_what_has_no_column_is_kept_as_text(read):
    goal = _only_goal(
        read,
        ("Indikator", "Utfall 2022", "Utfall 2023", "Utfall 2024", "Årsmål", "Kommentar"),
        ("Andel trygga", "79 %", "81 %", "84 %", "83 %", "Enkät i maj"),
    )
    (one,) = goal.indicators
    assert (one.outcome, one.previous) == ("84 %", "81 %")
    words = goal.model_dump_json()
    assert "Andel trygga, Utfall 2022: 79 %" in words
    assert "Andel trygga, Kommentar: Enkät i maj" in words


def test_empty_rows_and_columns_from_a_sheet_are_no_rows(read):
    goal = _only_goal(
        read,
        ("Indikator", "", "Utfall 2024", "Årsmål", ""),
        ("", "", "", "", ""),
        ("Andel trygga", "", "84 %", "83 %", ""),
        ("", "", "", "", ""),
    )
    assert [(one.name, one.outcome, one.target) for one in goal.indicators] == [("Andel trygga", "84 %", "83 %")]


def test_activities_are_read_by_what_their_columns_are_called(read):
    goal = _only_goal(
        read,
        ("Aktiviteter", "Ansvarig", "Start", "Klart senast"),
        ("Öva bemötande", "Chefen", "2024-02-01", "2024-05-31"),
    )
    (one,) = goal.activities
    assert (one.text, one.start, one.end) == ("Öva bemötande", "2024-02-01", "2024-05-31")
    assert "Öva bemötande, Ansvarig: Chefen" in goal.model_dump_json()


def test_a_table_with_a_goal_on_every_row_gives_goals_with_their_indicators(read):
    draft = _draft()
    draft.add_heading("Måluppfyllelse", 1)
    _table(
        draft,
        ("Enhetsmål", "Indikator", "Mål", "Utfall", "Måluppfyllelse"),
        ("Barnen mår bra", "Andel nöjda", "85", "88", "Grön"),
        ("", "Andel trygga", "90", "91", ""),
        ("Barnen lär", "Andel som deltar", "90", "86", "Delvis"),
    )
    made = read(draft)
    assert _goals(made) == [("Barnen mår bra", Assessment.FULL), ("Barnen lär", Assessment.PARTLY)]
    assert [[(one.name, one.outcome, one.target) for one in goal.indicators] for goal in made.goals] == [
        [("Andel nöjda", "88", "85"), ("Andel trygga", "91", "90")],
        [("Andel som deltar", "86", "90")],
    ]


def test_a_form_with_a_colour_for_its_assessment_is_a_goal(read):
    draft = _draft()
    _table(draft, ("Mål 1", "Barnen utvecklas"), ("Resultat", "Fler deltar i leken."), ("Måluppfyllelse", "Gul"))
    assert _goals(read(draft)) == [("Barnen utvecklas", Assessment.PARTLY)]
