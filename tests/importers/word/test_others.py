"""Drafts as people write them in Word: numbers that Word counts, headings that are bold lines, goals in tables."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree

from avstamt.domain.goal import Assessment, GoalLevel
from avstamt.domain.report import Report
from avstamt.importers.opening import read_file

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def read(tmp_path, shipped):
    def _read(document: Document) -> Report:
        path: Path = tmp_path / "utkast.docx"
        document.save(str(path))
        (made,) = read_file(path, shipped)
        return made.report

    return _read


def _draft() -> Document:
    made = docx.Document()
    made.sections[0].header.paragraphs[0].text = "Stockholms stad"
    made.add_paragraph("Verksamhetsplan 2025")
    return made


def _bold(document: Document, words: str) -> None:
    document.add_paragraph().add_run(words).bold = True


def _table(document: Document, *rows: tuple[str, ...]):
    made = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(made.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = words
    return made


def _count_headings(document: Document) -> None:
    """Let Word number the headings, as its multilevel list of headings does."""
    shapes = (".".join(f"%{part}" for part in range(1, level + 1)) for level in range(1, 5))
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading{at + 1}"/><w:lvlText w:val="{shape}"/></w:lvl>'
        for at, shape in enumerate(shapes)
    )
    root = document.part.numbering_part.element
    root.insert(0, etree.fromstring(f'<w:abstractNum xmlns:w="{_W}" w:abstractNumId="77">{levels}</w:abstractNum>'))
    root.append(etree.fromstring(f'<w:num xmlns:w="{_W}" w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level in range(1, 5):
        look = document.styles[f"Heading {level}"].element.get_or_add_pPr()
        look.append(etree.fromstring(f'<w:numPr xmlns:w="{_W}"><w:numId w:val="77"/></w:numPr>'))


def test_the_numbers_that_word_counts_are_those_of_the_goals(read):
    draft = _draft()
    _count_headings(draft)
    draft.add_heading("KF:s inriktningsmål: En stad som håller samman", 1)
    draft.add_heading("KF:s mål för verksamhetsområdet: Äldre har en trygg tillvaro", 2)
    draft.add_heading("Nämndmål: Omsorgen är trygg", 3)
    draft.add_heading("Nämndmål: Maten är god", 3)
    draft.add_heading("Enhetsmål: De boende är trygga", 4)
    _bold(draft, "Förväntat resultat")
    draft.add_paragraph("De boende känner sig trygga dygnet runt.")
    made = read(draft)
    assert [(goal.number, goal.title) for goal in made.goals] == [
        ("1", "En stad som håller samman"),
        ("1.1", "Äldre har en trygg tillvaro"),
        ("1.1.1", "Omsorgen är trygg"),
        ("1.1.2", "Maten är god"),
        ("", "De boende är trygga"),
    ]
    assert made.goals[4].expected_result.plain == "De boende känner sig trygga dygnet runt."


def test_bold_lines_that_say_mal_are_the_goals_of_the_unit(read):
    draft = _draft()
    for title in ("Brukarna känner sig trygga", "Medarbetarna trivs"):
        _bold(draft, f"Mål: {title}")
        _bold(draft, "Arbetssätt:")
        draft.add_paragraph("Vi planerar veckan tillsammans.")
    made = read(draft)
    assert [(goal.title, goal.level) for goal in made.goals] == [
        ("Brukarna känner sig trygga", GoalLevel.UNIT),
        ("Medarbetarna trivs", GoalLevel.UNIT),
    ]
    assert {goal.working_method.plain for goal in made.goals} == {"Vi planerar veckan tillsammans."}


def test_a_goal_in_a_table_used_as_a_form_is_a_goal(read):
    draft = _draft()
    _table(
        draft,
        ("Mål", "Barnen utvecklas"),
        ("Analys", "Barnen deltar mer i leken än förra året."),
        ("Uppfyllelse", "Uppfylls delvis"),
    )
    (goal,) = read(draft).goals
    assert (goal.title, goal.assessment) == ("Barnen utvecklas", Assessment.PARTLY)
    assert goal.analysis.plain == "Barnen deltar mer i leken än förra året."


def test_heads_over_several_columns_make_no_indicator_without_a_name(read):
    draft = _draft()
    _bold(draft, "Enhetsmål: De boende är trygga")
    _bold(draft, "Förväntat resultat")
    draft.add_paragraph("De boende är trygga.")
    table = _table(
        draft, ("Indikator", "Utfall", "", "Årsmål"), ("", "2023", "2024", "2025"), ("Andel", "80", "82", "85")
    )
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    (goal,) = read(draft).goals
    assert "" not in [indicator.name for indicator in goal.indicators]
    assert "82" in goal.model_dump_json()
