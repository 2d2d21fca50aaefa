"""What stands inside a paragraph as Word writes it: links kept as fields, coloured signs, symbols, notes, wrappers."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from lxml import etree
from tests.builders import goal, report, text
from tests.importers.word.documents import W, changed, controls, fetched, paragraphs_in, written

from avstamt.domain.place import Place
from avstamt.domain.text import Run

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
)
SENT = report(goal("Trygg omsorg", id="g1", analysis=text("Början.", "Slutet.")), id="r1")
ANALYSIS = Place.of("goals", "g1", "analysis")


def _with(path: Path, content: str) -> Path:
    """Write the report with XML added at the end of the first paragraph of the analysis."""

    def add(root: etree._Element) -> None:
        first = paragraphs_in(controls(root, ANALYSIS.tag)[0])[0]
        first.extend(etree.fromstring(f"<x {_NS}>{content}</x>"))

    return changed(written(SENT, path), add)


@pytest.fixture
def runs(tmp_path: Path):
    """Read the runs of the first paragraph with something added to it."""

    def _runs(content: str) -> tuple[Run, ...]:
        return fetched(_with(tmp_path / "ut.docx", content)).report.goals[0].analysis.blocks[0].runs

    return _runs


def _said(made: tuple[Run, ...]) -> str:
    return "".join(run.text for run in made).removeprefix("Början.")


def _field(code: str, words: str) -> str:
    parts = "".join(f"<w:r><w:instrText>{part}</w:instrText></w:r>" for part in code.split("|"))
    turns = [f'<w:r><w:fldChar w:fldCharType="{turn}"/></w:r>' for turn in ("begin", "separate", "end")]
    return f"{turns[0]}{parts}{turns[1]}<w:r><w:t>{words}</w:t></w:r>{turns[2]}<w:r><w:t> efter</w:t></w:r>"


@pytest.mark.parametrize(
    ("code", "address"),
    [
        (' HYPERLINK "https://start.stockholm" ', "https://start.stockholm"),
        (
            ' HYPER|LINK "https://start.|stockholm/a?b=c" \\o "Stadens sida" \\t "_blank"',
            "https://start.stockholm/a?b=c",
        ),
        (' HYPERLINK "https://start.stockholm" \\l "del2" ', "https://start.stockholm#del2"),
        (' HYPERLINK \\l "_Toc123" ', None),
        (" REF _Ref123 ", None),
    ],
)
def test_a_link_kept_as_a_field_keeps_its_address(code, address, runs):
    made = runs(_field(code, "Stadens sida"))
    assert [(run.text, run.link) for run in made if run.link] == ([("Stadens sida", address)] if address else [])
    assert _said(made) == "Stadens sida efter"


def test_a_link_in_a_simple_field_keeps_its_address(runs):
    simple = '<w:fldSimple w:instr=" HYPERLINK &quot;https://start.stockholm&quot; "><w:r><w:t>Sidan</w:t></w:r></w:fldSimple>'
    assert runs(simple)[-1] == Run(text="Sidan", link="https://start.stockholm")


def test_a_field_inside_a_link_is_its_words_and_the_link_goes_on(runs):
    inner = _field(" PAGE ", "7").removesuffix("<w:r><w:t> efter</w:t></w:r>")
    outer = _field(' HYPERLINK "https://a.se" ', "Sidan ").replace(
        "Sidan </w:t></w:r>", f"Sidan </w:t></w:r>{inner}", 1
    )
    assert [(run.text, run.link) for run in runs(outer)][1:] == [("Sidan 7", "https://a.se"), (" efter", None)]


def test_an_unfinished_field_swallows_no_words(runs):
    assert _said(runs('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t> kvar</w:t></w:r>')) == " kvar"
    assert _said(runs('<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> kvar</w:t></w:r>')) == " kvar"


_SIGN = (
    '<w:r><w:rPr><mc:AlternateContent><mc:Choice Requires="w16se"/><mc:Fallback><w:rFonts w:ascii="Segoe UI Emoji"/>'
    '</mc:Fallback></mc:AlternateContent></w:rPr><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx '
    'w16se:font="Segoe UI Emoji" w16se:char="1F7E2"/></mc:Choice><mc:Fallback><w:t>🟢</w:t></mc:Fallback>'
    "</mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (_SIGN, "🟢"),
        (_SIGN.replace("w16se:symEx", "w16se:nyare"), "🟢"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F06C"/></w:r>', "●"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>', "≥5"),
        ('<w:r><w:sym w:font="Wingdings" w:char="D800"/><w:t>x</w:t></w:r>', "x"),
        ("<w:r><w:t>e</w:t><w:softHyphen/><w:t>post</w:t></w:r>", "epost"),
        ('<w:r><w:br/><w:t>ny rad</w:t><w:br w:type="page"/></w:r>', "\nny rad"),
        ("<w:r><w:t>”så kallat” – 5\u00a0%…</w:t></w:r>", "”så kallat” – 5 %…"),
        ("<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"),
        ('<w:smartTag w:element="place"><w:smartTag><w:r><w:t>Farsta</w:t></w:r></w:smartTag></w:smartTag>', "Farsta"),
        ('<w:customXml w:element="a"><w:r><w:t>inne</w:t></w:r></w:customXml>', "inne"),
        (
            "<w:sdt><w:sdtPr/><w:sdtContent><w:sdt><w:sdtContent><w:r><w:t>djupt</w:t></w:r></w:sdtContent></w:sdt></w:sdtContent></w:sdt>",
            "djupt",
        ),
    ],
)
def test_what_word_writes_in_a_line_is_the_characters_it_shows(content, words, runs):
    assert _said(runs(content)) == words


def test_the_words_of_an_endnote_stand_where_its_number_stood(tmp_path):
    path = _with(tmp_path / "ut.docx", '<w:r><w:endnoteReference w:id="2"/></w:r>')
    note = '<w:endnote w:id="2"><w:p><w:r><w:t>Enligt mätningen.</w:t></w:r></w:p></w:endnote>'
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("word/endnotes.xml", f"<w:endnotes {_NS}>{note}</w:endnotes>")
    assert _said(fetched(path).report.goals[0].analysis.blocks[0].runs) == " (slutnot: Enligt mätningen.)"


def test_paragraphs_in_wrappers_around_the_text_are_read_in_their_order(tmp_path):
    def wrap(root: etree._Element) -> None:
        first, second = paragraphs_in(controls(root, ANALYSIS.tag)[0])
        outer = etree.fromstring(
            f'<w:customXml {_NS} w:element="a"><w:sdt><w:sdtPr><w:tag w:val="egen"/></w:sdtPr><w:sdtContent/></w:sdt></w:customXml>'
        )
        first.addprevious(outer)
        outer.find(f".//{W}sdtContent").extend((first, second))

    back = fetched(changed(written(SENT, tmp_path / "ut.docx"), wrap))
    assert back.report == SENT
    assert (back.loose, back.missing) == ((), ())
