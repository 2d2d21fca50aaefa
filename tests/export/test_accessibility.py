"""What bars a reader is told before the paper goes out; what is right by construction is read back from the file."""

from __future__ import annotations

from itertools import pairwise

import pytest
from tests.builders import goal, report, section, text
from tests.export.papers import ReadTable, W, part, read_word, tables_of
from tests.export.reports import NAMES, SAMPLES, Papers, papers_of

from avstamt.domain.place import Place
from avstamt.domain.text import Block, ListItem, Paragraph, RichText, Run, SubHeading, TextCell, TextTable
from avstamt.export.accessibility import barriers
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.paper.items import FieldLabel, Heading


def told(*blocks: Block, layout: Layout | None = None) -> list[str]:
    paper = Papers(report(goal(id="g1", analysis=RichText(blocks=blocks)))).outline
    return [barrier.sentence for barrier in barriers(paper, layout or shipped_layout())]


def line(words: str, *, bold: bool = False, link: str | None = None) -> Paragraph:
    return Paragraph(id="b1", runs=(Run(text=words, bold=bold, link=link),))


def cells(*rows: tuple[str, ...], header: bool = True) -> TextTable:
    return TextTable(
        id="b1", header=header, rows=tuple(tuple(TextCell(runs=(Run(text=word),)) for word in row) for row in rows)
    )


@pytest.mark.parametrize(
    ("block", "what"),
    [
        (line("här", link="https://stockholm.se"), "säger inte vart den leder"),
        (line("https://stockholm.se/plan", link="https://stockholm.se/plan"), "utskriven som en adress"),
        (line("Så arbetar vi med brukarna", bold=True), "fet text"),
        (line("- Personalen har utbildats i demens."), "punkt i en lista"),
        (line("VI HAR UTBILDAT ALLA I PERSONALEN I HOT OCH VÅLD"), "versaler"),
        (cells(("Ålder", "Antal"), ("65", "4"), header=False), "saknar rubrikrad"),
        (cells(("Ålder", ""), ("65", "4")), "saknar rubrik."),
        (cells(("Endast en kolumn",), ("med text",)), "en enda rad eller kolumn"),
        (SubHeading(id="b1", runs=(Run(text="Bemanning"),)), "står ingen text"),
    ],
)
def test_what_bars_a_reader_is_told_with_what_to_do(block, what):
    (sentence,) = told(block)
    assert what in sentence


@pytest.mark.parametrize(
    "block",
    [
        line("Stadens plan för äldre", link="https://stockholm.se/plan"),
        line("Obs! Siffran är preliminär.", bold=True),
        line("12 personer har utbildats."),
        line("KF, SDN och SLK"),
        cells(("Ålder", "Antal"), ("65", "4")),
        ListItem(id="b1", runs=(Run(text="Personalen har utbildats."),)),
    ],
)
def test_ordinary_text_is_left_alone(block):
    assert told(block) == []


def test_a_barrier_is_told_at_its_place():
    paper = Papers(report(goal(id="g1", analysis=RichText(blocks=(line("här", link="https://a.se"),))))).outline
    (barrier,) = barriers(paper, shipped_layout())
    assert barrier.place == Place.of("goals", "g1", "analysis", "blocks", "b1")


def test_a_layout_of_ones_own_is_tried_too():
    layout = shipped_layout()
    pale = layout.model_copy(update={"colours": layout.colours.model_copy(update={"accent": "#9AD1C9"})})
    (sentence,) = told(layout=pale)
    assert "svag kontrast" in sentence


@pytest.mark.parametrize("name", SAMPLES)
def test_the_samples_bar_nobody(name):
    assert barriers(papers_of(name).outline, shipped_layout()) == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_file_has_what_a_screen_reader_needs(name):
    docx = papers_of(name).word()
    blocks = read_word(docx)
    levels = [block.level for block in blocks if not isinstance(block, ReadTable) and block.level]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    styles = part(docx, "word/styles.xml")
    assert {node.get(f"{W}val") for node in styles.iter(f"{W}lang")} == {"sv-SE"}
    core = part(docx, "docProps/core.xml")
    assert "".join(core.itertext()).strip()
    tables = list(part(docx, "word/document.xml").iter(f"{W}tbl"))
    assert all(node.find(f"{W}tblPr/{W}tblDescription") is not None for node in tables)
    assert not list(part(docx, "word/document.xml").iter(f"{W}drawing"))


@pytest.mark.parametrize("name", NAMES)
def test_headings_and_header_rows_of_the_file_are_those_of_the_outline(name):
    papers = papers_of(name)
    own = [item for item in papers.outline.items if isinstance(item, Heading | FieldLabel)]
    blocks = read_word(papers.word())
    read = [block.level for block in blocks if not isinstance(block, ReadTable) and block.level]
    assert read == [item.level for item in own]
    document = part(papers.word(), "word/document.xml")
    marked = [
        sum(row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.findall(f"{W}tr"))
        for table in document.iter(f"{W}tbl")
        if not list(table.iterancestors(f"{W}tbl"))
    ]
    assert marked == [len(table.head) for table in tables_of(papers.outline)]


def test_a_section_without_words_is_no_barrier():
    paper = Papers(report(sections=(section(title="Övrigt", text=text()),))).outline
    assert barriers(paper, shipped_layout()) == ()
