"""The remarks on a draft that someone else made in Word stand on the words, the cell or the heading they speak of."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import docx
import pytest
from docx.document import Document
from lxml import etree
from openxml_audit import FileFormat, OpenXmlValidator
from tests.export.ranges import Range, ranges
from tests.importers.word.documents import OFFICE, needs_office

from avstamt.cli import run_command
from avstamt.resources import resource

FOUND = 1
SAMPLE = resource("samples", "verksamhetsberattelse-2024-enhet.avst")
POINT = "Andel nöjda omsorgstagare är 79 procent, vilket är lägre än årsmålet."


def _table(made: Document, *rows: tuple[str, ...]) -> None:
    table = made.add_table(len(rows), len(rows[0]), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, words in zip(cells.cells, row, strict=True):
            cell.text = words


def _of_the_unit(made: Document) -> None:
    made.sections[0].header.paragraphs[0].text = "Stockholms stad"
    made.add_paragraph("Verksamhetsberättelse 2024")
    made.add_paragraph("Hemtjänsten Liljan")
    made.add_heading("Inledning", 1)
    made.add_paragraph("Enheten ger hemtjänst dygnet runt. Enheten har 42 medarbetare i i två grupper.")
    made.add_heading("KF:s inriktningsmål: En stad som håller samman", 1)
    made.add_heading("KF:s mål för verksamhetsområdet: Äldre har en trygg tillvaro", 2)
    made.add_paragraph("Uppfylls helt")
    figures = (("Andel nöjda omsorgstagare", "74 %", "85 %", "2024"), ("Andel som är trygga", "88 %", "85 %", "2024"))
    _table(made, ("Indikator", "Periodens utfall", "Årsmål", "Period"), *figures)


def _of_goals(made: Document) -> None:
    made.add_heading("Enhetsmål: Omsorgstagarna är trygga i sitt hem", 3)
    made.add_paragraph("Uppfylls delvis")
    made.add_heading("Analys", 4)
    made.add_paragraph("Enheten har arbetat med kontaktmannaskapet på flera sätt.")
    for words in ("Varje omsorgstagare har en kontaktman.", POINT, "Schemat läggs med kontaktmannen först."):
        made.add_paragraph(words, style="List Bullet")
    late = ("Utbilda alla medarbetare i bemötande", "2024-09-01", "2024-06-30", "")
    _table(made, ("Aktivitet", "Startdatum", "Slutdatum", "Avvikelse"), late)
    made.add_heading("Enhetsmål: Medarbetarna trivs", 3)


def _of_money(made: Document) -> None:
    made.add_heading("Ekonomi", 1)
    made.add_paragraph("Budgeten följs upp varje månad.")
    money = (
        ("Intäkter", "1 000", "1 100", "100"),
        ("Kostnader", "-700", "-1 100", "-400"),
        ("Netto", "300", "0", "300"),
    )
    _table(made, ("Tkr", "Budget", "Utfall", "Avvikelse"), *money)


@pytest.fixture(scope="module")
def remarked(tmp_path_factory) -> Path:
    """Return the copy with remarks of a draft with headings, a list and three tables, made by python-docx alone."""
    folder = tmp_path_factory.mktemp("utkast")
    made = docx.Document()
    for part in (_of_the_unit, _of_goals, _of_money):
        part(made)
    made.save(str(folder / "utkast.docx"))
    assert run_command(["granska", str(folder / "utkast.docx"), "--kommentera", str(folder / "åter.docx")]) == FOUND
    return folder / "åter.docx"


@pytest.fixture(scope="module")
def about(remarked) -> dict[str, Range]:
    """Return what the remarks are about, by their rules."""
    found = ranges(remarked.read_bytes())
    return {
        one.text.rpartition("(")[2].rstrip(")"): found[one.comment_id] for one in docx.Document(str(remarked)).comments
    }


def test_a_remark_on_running_text_stands_on_the_very_words(about):
    assert about["SPR-102"].words == "i i"
    assert about["SPR-102"].row == []


def test_a_remark_on_a_point_of_a_list_stands_in_that_point(about):
    assert (about["TXT-101"].words, about["TXT-101"].style) == ("79 procent", "ListBullet")


def test_a_remark_on_a_cell_stands_in_that_cell(about):
    late = ["Utbilda alla medarbetare i bemötande", "2024-09-01", "»2024-06-30«", ""]
    assert about["AKT-101"].row == late


def test_of_two_equal_figures_in_a_row_the_right_one_is_remarked_on(about):
    assert about["EKO-102"].row == ["Netto", "300", "0", "»300«"]


def test_a_remark_on_what_is_missing_stands_at_the_heading_of_the_part(about):
    assert (about["BED-101"].words, about["BED-101"].style) == ("Enhetsmål: Medarbetarna trivs", "Heading3")


def test_the_copy_has_no_fault_that_the_draft_has_not(remarked):
    """The template in python-docx carries a stale list of styles, which the validator speaks of."""
    copied, own = (_faults_of(path) for path in (remarked, remarked.with_name("utkast.docx")))
    assert copied == own


def _faults_of(path: Path) -> list[tuple[str, str]]:
    found = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path).errors
    return [(one.part_uri, one.path) for one in found]


@pytest.mark.office
@needs_office
def test_libreoffice_shows_every_remark_on_the_same_words(remarked, tmp_path):
    own = tmp_path / "egen.docx"
    assert run_command(["granska", str(SAMPLE), "--kommentera", str(own)]) == FOUND
    profile = f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(remarked), str(own)], check=True, capture_output=True, timeout=120)
    for path in (remarked, own):
        sent = sorted(one.words for one in ranges(path.read_bytes()).values())
        assert sorted(_shown(tmp_path / f"{path.stem}.odt")) == sent
        assert sent


def _shown(odt: Path) -> list[str]:
    """Return the words that each note of a document of LibreOffice's is about."""
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
    open_ones: dict[str, str] = {}
    made: list[str] = []
    with zipfile.ZipFile(odt) as package:
        root = etree.fromstring(package.read("content.xml"))
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and node.tag == f"{office}annotation-end":
            made.append(open_ones.pop(node.get(f"{office}name")))
        is_note = node.tag == f"{office}annotation" or any(True for _ in node.iterancestors(f"{office}annotation"))
        words = node.tail if event == "end" else node.text
        if event == "end" and node.tag == f"{office}annotation":
            open_ones[node.get(f"{office}name")] = ""
        if event == "start" and node.tag == f"{text}s":
            words = " " * int(node.get(f"{text}c", "1"))
        if words and (not is_note or (event == "end" and node.tag == f"{office}annotation")):
            open_ones = {name: said + words for name, said in open_ones.items()}
    return made
