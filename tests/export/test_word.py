"""A Word file holds the outline, whole and in order, and Word opens it without a repair."""

from __future__ import annotations

import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from tests.builders import goal, report, rich_report, section, text
from tests.export.papers import ReadParagraph, ReadTable, W, part, printed_words, read_word, squeezed, text_of, words_of
from tests.export.reports import Papers
from tests.strategies import reports

from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place
from avstamt.export.layout import Layout, shipped_layout
from avstamt.export.outline import outline
from avstamt.export.paper import items
from avstamt.export.paper.items import Heading, Outline, Table
from avstamt.export.refused import ExportRefused
from avstamt.export.word import word_bytes, write_word
from avstamt.export.wordml import names
from avstamt.templates.catalogue import catalogue

HEADING_STYLES = (*names.HEADINGS, *names.TYPED, names.OPENING, names.LABEL)


def paragraphs(docx_file: bytes) -> list[ReadParagraph]:
    return [block for block in read_word(docx_file) if isinstance(block, ReadParagraph)]


def tables(docx_file: bytes) -> list[ReadTable]:
    return [block for block in read_word(docx_file) if isinstance(block, ReadTable)]


def headings_of(paper: Outline) -> list[tuple[int, str]]:
    return [
        (item.level, item.label if isinstance(item, Heading) else item.text)
        for item in paper.items
        if isinstance(item, (Heading, items.FieldLabel))
    ]


def test_the_words_are_the_outlines_in_its_order(papers: Papers):
    assert printed_words(papers.word()) == words_of(papers.outline, pages=papers.pages())


def test_headings_and_their_levels_read_back(papers: Papers):
    found = [(block.level, block.text) for block in paragraphs(papers.word()) if block.style in HEADING_STYLES]
    assert [(level, squeezed(label)) for level, label in found] == [
        (level, squeezed(label)) for level, label in headings_of(papers.outline)
    ]


def test_assessments_read_back(papers: Papers):
    expected = [f"{item.symbol} {item.word}" for item in papers.outline.items if isinstance(item, items.StatusLine)]
    assert [block.text for block in paragraphs(papers.word()) if block.style == names.STATUS] == expected


def test_tables_read_back_with_header_rows_cells_and_the_analysis_under_its_row(papers: Papers):
    expected = [item for item in papers.outline.items if isinstance(item, Table)]
    found = tables(papers.word())
    assert len(found) == len(expected)
    for read, table in zip(found, expected, strict=True):
        assert [_filled(row) for row in read.head] == [_filled([cell.text for cell in row]) for row in table.head]
        assert len(read.rows) == len(table.rows) + sum(row.note is not None for row in table.rows)
        rows = [row for row in read.rows if len(row) == len(table.columns) or len(table.columns) == 1]
        whole = [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
        assert [row for row in ([squeezed(cell) for cell in row] for row in rows) if row in whole] == whole


def _filled(cells: list[str]) -> list[str]:
    return [squeezed(cell) for cell in cells if squeezed(cell)]


def test_word_opens_it_without_an_error_or_a_repair(papers: Papers, tmp_path: Path):
    path = tmp_path / "rapport.docx"
    path.write_bytes(papers.word())
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [f"{error.part_uri} {error.path}: {error.description}" for error in result.errors] == []
    assert result.is_valid


def test_short_rows_stay_whole_but_for_the_first_of_several(papers: Papers):
    """LibreOffice drops the rows after a first row that may not be broken."""
    for table in part(papers.word(), "word/document.xml").iter(W + "tbl"):
        rows = [row for row in table.findall(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
        whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows]
        short = [all(len(text_of(cell)) < 600 for cell in row.findall(W + "tc")) for row in rows]
        assert whole[:1] in ([], [False]) or len(rows) == 1
        assert [kept for kept, is_short in zip(whole[1:], short[1:], strict=True) if is_short and not kept] == []


def test_no_header_row_is_kept_whole(papers: Papers):
    rows = part(papers.word(), "word/document.xml").iter(W + "tr")
    heads = [row for row in rows if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert [row for row in heads if row.find(f"{W}trPr/{W}cantSplit") is not None] == []


def test_two_tables_never_touch(papers: Papers):
    blocks = read_word(papers.word())
    assert not [pair for pair in pairwise(blocks) if all(isinstance(b, ReadTable) for b in pair)]


def test_every_table_is_as_wide_as_its_columns_and_said_in_words(papers: Papers):
    for table in part(papers.word(), "word/document.xml").iter(W + "tbl"):
        columns = [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]
        assert int(table.find(f"{W}tblPr/{W}tblW").get(W + "w")) == sum(columns)
        assert min(columns) > 0
        assert table.find(f"{W}tblPr/{W}tblDescription") is not None


def test_the_contents_lead_to_bookmarks_and_show_the_page(papers: Papers):
    document = part(papers.word(), "word/document.xml")
    marks = {mark.get(W + "name") for mark in document.iter(W + "bookmarkStart")}
    links = [link.get(W + "anchor") for link in document.iter(W + "hyperlink") if link.get(W + "anchor")]
    (contents,) = [item for item in papers.outline.items if isinstance(item, items.TableOfContents)]
    assert len(links) == len(contents.entries)
    assert set(links) == marks
    shown = [
        block.text.rsplit("\t", 1)[1]
        for block in paragraphs(papers.word())
        if block.style in names.CONTENTS and block.text
    ]
    assert [int(page) for page in shown] == [papers.pages()[entry.anchor] for entry in contents.entries]


def test_a_long_line_of_the_contents_is_broken_before_the_page_number_unless_the_styles_are_ones_own(tmp_path: Path):
    entry = "1.1 Alla som bor i staden ska ha god tillgång till stöd, omsorg och en meningsfull fritid hela livet"
    contents = items.TableOfContents("Innehåll", (items.Entry(3, entry, "rubrik1"),), Place())
    paper = Outline("Rapport", "sv-SE", items.RunningHead((), "Rapport"), (contents,))

    def shown(layout: Layout) -> str:
        return paragraphs(word_bytes(paper, layout, pages={"rubrik1": 7}))[1].text

    assert shown(shipped_layout()) == f"{entry[:-6]}\nlivet\t7"
    path = tmp_path / "egen.docx"
    docx.Document(str(shipped_layout().styles_path)).save(str(path))
    assert shown(styled_by(path)) == f"{entry}\t7"


def test_that_nothing_was_assessed_is_said_without_emphasis():
    made = part(word_of(report(goal(assessment=Assessment.NONE))), "word/document.xml")
    (word,) = [run for run in made.iter(W + "r") if "".join(run.itertext()) == "Ingen"]
    assert word.find(f"{W}rPr/{W}b").get(W + "val") == "0"
    assert word.find(f"{W}rPr/{W}color").get(W + "val") == shipped_layout().colours.quiet.lstrip("#")


def test_word_asks_no_question_about_fields(papers: Papers):
    assert part(papers.word(), "word/settings.xml").find(W + "updateFields") is None
    assert not [
        field for field in part(papers.word(), "word/document.xml").iter(W + "fldChar") if field.get(W + "dirty")
    ]


def test_title_and_language_are_set_and_nobody_is_named_as_author(papers: Papers):
    properties = docx.Document(BytesIO(papers.word())).core_properties
    assert properties.title == papers.outline.title[:255]
    assert properties.language == "sv-SE"
    assert (properties.author, properties.last_modified_by) == ("", "")


def test_every_language_mark_is_swedish():
    made = word_of(rich_report())
    with zipfile.ZipFile(BytesIO(made)) as package:
        marks = [
            mark.get(W + "val")
            for name in package.namelist()
            if name.endswith(".xml")
            for mark in etree.fromstring(package.read(name)).iter(W + "lang")
        ]
    assert set(marks) == {"sv-SE"}


def test_heads_and_feet_count_the_pages():
    made = word_of(rich_report())
    with zipfile.ZipFile(BytesIO(made)) as package:
        heads = [package.read(name).decode() for name in package.namelist() if name.startswith("word/header")]
    assert len(heads) == 2
    assert all(" PAGE " in head and " NUMPAGES " in head and "Sid " in head for head in heads)


def test_the_styles_word_needs_for_comments_are_there():
    styles = [style.name for style in docx.Document(BytesIO(word_of(rich_report()))).styles]
    assert {"annotation text", "annotation reference"} <= set(styles)


def test_a_styles_document_without_some_styles_is_refused_with_a_list(tmp_path: Path):
    document = docx.Document(str(shipped_layout().styles_path))
    for name in (names.LABEL, names.TABLE_NOTE):
        style = document.styles[name].element
        style.getparent().remove(style)
    document.save(str(tmp_path / "egen.docx"))
    with pytest.raises(ExportRefused, match=r"egen\.docx saknar formatmallarna ”Fältrubrik”, ”Tabellanalys”"):
        word_of(rich_report(), styled_by(tmp_path / "egen.docx"))


@pytest.mark.parametrize("content", [b"", b"ingen Word-fil", b"PK\x03\x04"])
def test_a_styles_document_that_is_no_word_file_is_refused(tmp_path: Path, content: bytes):
    (tmp_path / "egen.docx").write_bytes(content)
    with pytest.raises(ExportRefused, match=r"Formatmallsdokumentet .*egen\.docx gick inte att öppna"):
        word_of(rich_report(), styled_by(tmp_path / "egen.docx"))


def test_a_styles_document_of_ones_own_sets_the_look(tmp_path: Path):
    document = docx.Document(str(shipped_layout().styles_path))
    document.styles["heading 1"].font.name = "Stockholm Type"
    document.save(str(tmp_path / "egen.docx"))
    made = docx.Document(BytesIO(word_of(rich_report(), styled_by(tmp_path / "egen.docx"))))
    assert made.styles["Heading 1"].font.name == "Stockholm Type"


def test_two_numbered_lists_count_apart():
    blocks = text("Först").blocks
    made = section(
        text=text("mellan").model_copy(
            update={"blocks": (*numbered("a", "b"), *blocks, *numbered("c"))},
        )
    )
    document = part(word_of(report(sections=(made,))), "word/document.xml")
    lists = [number.get(W + "val") for number in document.iter(W + "numId")]
    assert lists[0] == lists[1] != lists[2]


def numbered(*ids: str):
    return [text("- punkt").blocks[0].model_copy(update={"id": one, "mark": "number"}) for one in ids]


def test_a_file_in_a_folder_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path):
    made = rich_report()
    template = catalogue().template(made.kind, made.level, made.year)
    with pytest.raises(ExportRefused, match=r"finns inte\. Välj en annan mapp"):
        write_word(made, template, tmp_path / "borta" / "rapport.docx")


def test_a_new_export_takes_the_place_of_the_old_one_and_leaves_nothing_else(tmp_path: Path):
    made = rich_report()
    template = catalogue().template(made.kind, made.level, made.year)
    for _ in range(2):
        write_word(made, template, tmp_path / "rapport.docx")
    assert [path.name for path in tmp_path.iterdir()] == ["rapport.docx"]


def word_of(made, layout: Layout | None = None) -> bytes:
    paper = Papers(made).outline
    return word_bytes(paper, layout or shipped_layout())


def styled_by(path: Path) -> Layout:
    return shipped_layout().model_copy(update={"folder": path.parent, "styles_document": path.name})


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports())
def test_any_report_prints_in_word_and_pdf(made):
    papers = Papers(made)
    assert printed_words(papers.word()) == words_of(papers.outline, pages=papers.pages())
    assert papers.pdf().startswith(b"%PDF-1.7")


def test_no_line_is_broken_between_two_figures_and_a_date_is_left_as_it_is():
    made = report(goal(id="g1", analysis=text("Från 2024-05-21 följs dag 1-14 och åren 2023-2027 i e-tjänsten.")))
    paper = outline(made, catalogue().template(made.kind, made.level, made.year))
    body = part(word_bytes(paper, shipped_layout(), pages={}), "word/document.xml")
    (line,) = [one for one in body.iter(f"{W}p") if text_of(one).startswith("Från")]
    assert text_of(line) == "Från 2024-05-21 följs dag 1-14 och åren 2023-2027 i e-tjänsten."
    before = [one.getparent().getprevious().findtext(f"{W}t") for one in line.iter(f"{W}noBreakHyphen")]
    assert before == ["Från 2024-05-21 följs dag 1", "14 och åren 2023"]
