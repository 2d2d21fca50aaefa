"""The layout file is read with errors that name file and line, and the styles document is made from it."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pytest
import typst
from docx.shared import Cm
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from tests.builders import rich_report
from tests.export.papers import part
from tests.export.reports import Papers

from avstamt.export.layout import Layout, read_layout, shipped_layout
from avstamt.export.pdf import pdf_bytes
from avstamt.export.refused import ExportRefused
from avstamt.export.word import word_bytes
from avstamt.export.wordml.names import REQUIRED

ROOT = Path(__file__).resolve().parents[2]
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def own(tmp_path: Path, old: str, new: str) -> Path:
    """Return the shipped layout's file with one passage changed, and the styles document beside it."""
    shipped = shipped_layout()
    text = (shipped.folder / "stockholm.yaml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "egen.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    (tmp_path / "styles.docx").write_bytes(shipped.styles_path.read_bytes())
    return tmp_path / "egen.yaml"


def with_logotype(tmp_path: Path, content: bytes | None) -> Layout:
    path = own(tmp_path, 'logotype: ""\n  logotype_text: ""', "logotype: märke.png\n  logotype_text: Exempelstaden")
    if content is None:
        Image.new("RGB", (300, 100), "#00594F").save(tmp_path / "märke.png")
    else:
        (tmp_path / "märke.png").write_bytes(content)
    return read_layout(path)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  body: 11\n", "  body: elva\n", r"egen\.yaml på rad \d+ kan inte användas: ’body’ ska vara ett tal"),
        ('accent: "#00594F"', "accent: grön", r"egen\.yaml på rad \d+ .*’accent’ är inte skrivet på rätt sätt"),
        ("  line: 15.1\n", "", r"egen\.yaml på rad \d+ .*uppgiften ’line’ saknas"),
        ("sender:", "avsändare:", r"egen\.yaml"),
        ("sizes:", "sizes: [", r"egen\.yaml"),
    ],
)
def test_a_fault_in_the_layout_is_said_with_file_and_line(tmp_path: Path, old: str, new: str, said: str):
    with pytest.raises(ExportRefused, match=said):
        read_layout(own(tmp_path, old, new))


def test_a_layout_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(ExportRefused, match="går inte att läsa"):
        read_layout(tmp_path / "borta.yaml")


def test_the_shipped_styles_document_is_the_one_the_layout_gives(tmp_path: Path):
    made = tmp_path / "styles.docx"
    subprocess.run([sys.executable, str(ROOT / "packaging" / "make_styles.py"), str(made)], check=True, timeout=60)
    assert made.read_bytes() == shipped_layout().styles_path.read_bytes()


def test_the_styles_document_holds_every_style_and_word_opens_it():
    path = shipped_layout().styles_path
    names = {
        style.element.find(style.element.tag.replace("style", "name")) is not None
        for style in docx.Document(str(path)).styles
    }
    assert names == {True}
    stored = {style.element.name_val for style in docx.Document(str(path)).styles}
    assert set(REQUIRED) <= stored
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors == []


@pytest.mark.parametrize(
    ("family", "font"), [("DejaVu Serif", "DejaVuSerif"), ("Finns Inte", "Arial|Source|Libertinus|DejaVu")]
)
def test_a_font_of_ones_own_is_used_where_it_is_installed(tmp_path: Path, family: str, font: str):
    if family == "DejaVu Serif" and family not in typst.Fonts().families():
        pytest.skip("Typsnittet DejaVu Serif finns inte på den här datorn.")
    layout = read_layout(own(tmp_path, "headings: [Source Sans 3,", f"headings: [{family},"))
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(Papers(rich_report()).outline, layout))
    with pikepdf.open(tmp_path / "a.pdf") as document:
        names = [
            str(one.FontName) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/FontName" in one
        ]
    assert any(re.search(font, name) for name in names)


def test_no_logotype_ships():
    assert shipped_layout().logotype_path is None


def test_a_logotype_of_ones_own_stands_on_the_first_page_with_its_text(tmp_path: Path):
    layout = with_logotype(tmp_path, None)
    paper = Papers(rich_report()).outline
    made = word_bytes(paper, layout)
    texts = [drawn.get("descr") for n in (1, 2) for drawn in part(made, f"word/header{n}.xml").iter(DRAWN)]
    assert texts == ["Exempelstaden"]
    (tmp_path / "a.docx").write_bytes(made)
    assert OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(tmp_path / "a.docx").errors == []
    (tmp_path / "a.pdf").write_bytes(pdf_bytes(paper, layout))
    with pikepdf.open(tmp_path / "a.pdf") as document:
        assert [bool(page.get_images()) for page in document.pages][:2] == [True, False]


def test_a_logotype_wider_than_the_page_is_drawn_as_wide_as_the_text(tmp_path: Path):
    layout = with_logotype(tmp_path, None)
    Image.new("RGB", (3000, 100), "#00594F").save(tmp_path / "märke.png")
    paper = Papers(rich_report()).outline
    made = word_bytes(paper, layout)
    extent = DRAWN.replace("docPr", "extent")
    widths = [int(one.get("cx")) for n in (1, 2) for one in part(made, f"word/header{n}.xml").iter(extent)]
    assert widths == [pytest.approx(Cm(layout.page.width), rel=0.01)]
    assert pdf_bytes(paper, layout)


def test_a_logotype_that_is_no_picture_or_is_missing_is_refused(tmp_path: Path):
    paper = Papers(rich_report()).outline
    layout = with_logotype(tmp_path, b"ingen bild")
    with pytest.raises(ExportRefused, match=r"märke\.png är ingen bild"):
        word_bytes(paper, layout)
    with pytest.raises(ExportRefused, match=r"märke\.png är ingen bild"):
        pdf_bytes(paper, layout)
    (tmp_path / "märke.png").unlink()
    with pytest.raises(ExportRefused, match="gick inte att läsa"):
        word_bytes(paper, layout)


def test_a_layout_of_ones_own_sets_fonts_colours_and_margins_in_word_too(tmp_path: Path):
    path = own(tmp_path, "headings: [Source Sans 3,", "headings: [Verdana,")
    changes = (('accent: "#00594F"', 'accent: "#003D7A"'), ("  left: 2.5", "  left: 3.5"))
    changed = path.read_text(encoding="utf-8").replace("styles_document: styles.docx", "")
    for old, new in changes:
        changed = changed.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    made = docx.Document(BytesIO(word_bytes(Papers(rich_report()).outline, read_layout(path))))
    assert made.styles["Heading 1"].font.name == "Verdana"
    assert str(made.styles["Målprefix"].font.color.rgb) == "003D7A"
    assert made.sections[0].left_margin == pytest.approx(Cm(3.5), abs=700)
    width = made.sections[0].page_width - made.sections[0].left_margin - made.sections[0].right_margin
    assert made.styles["Header"].paragraph_format.tab_stops[0].position == pytest.approx(width, abs=1500)


def test_a_styles_document_with_a_style_of_the_wrong_kind_is_refused(tmp_path: Path):
    layout = read_layout(own(tmp_path, "# Så ser", "# Så ser"))
    document = docx.Document(str(layout.styles_path))
    document.styles["heading 1"].element.set(document.styles.element.tag.replace("styles", "type"), "character")
    document.save(str(layout.styles_path))
    with pytest.raises(ExportRefused, match="är formatmallar av fel slag: ”heading 1” ska vara en styckeformatmall"):
        word_bytes(Papers(rich_report()).outline, layout)


def test_a_styles_document_without_lists_is_refused_with_what_to_do(tmp_path: Path):
    layout = read_layout(own(tmp_path, "# Så ser", "# Så ser"))
    with zipfile.ZipFile(shipped_layout().styles_path) as shipped, zipfile.ZipFile(layout.styles_path, "w") as bare:
        for part_of in shipped.namelist():
            content = shipped.read(part_of)
            if part_of.endswith("document.xml.rels"):
                content = re.sub(rb"<Relationship [^>]*numbering[^>]*/>", b"", content)
            bare.writestr(part_of, content)
    with pytest.raises(ExportRefused, match="har inga listor"):
        word_bytes(Papers(rich_report()).outline, layout)
