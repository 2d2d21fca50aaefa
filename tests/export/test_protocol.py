"""The granskningsprotokoll says everything a review gave, alike in Word and in Excel, and Word opens it whole."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.builders import goal, indicator, report
from tests.export.papers import ReadTable, read_word

from avstamt.domain.finding import Claims, Coverage, Evidence, Finding, Level
from avstamt.domain.place import Place
from avstamt.domain.review import Waiver
from avstamt.export.paper.items import Heading, Table
from avstamt.export.protocol import Review, protocol_sheets, write_protocol
from avstamt.export.protocol_outline import protocol_outline
from avstamt.export.refused import ExportRefused

ROW = Place.of("goals", "g1", "indicators", "i1")
WAIVER = Waiver(id="w1", rule="IND-201", place=ROW / "target", reason="Nämnden har ändrat målet.", author="Handläggaren", date="2025-02-03")  # fmt: skip


def finding(rule: str, level: Level, field: str = "outcome", message: str = "Talen går inte ihop.") -> Finding:
    evidence = (Evidence(ROW / field, "270 st"), Evidence(ROW / field, "250 st", "Verksamhetsberättelse 2023"))
    return Finding(rule, "namn", level, message, ROW / field, evidence, "Rätta något av talen.")


@pytest.fixture
def review() -> Review:
    row = indicator("Antal besök", id="i1", outcome="270 st", target="280 st")
    made = report(goal("Besökarna får snabbt svar", id="g1", indicators=(row,)), id="r1", waivers=(WAIVER,))
    return Review(
        made,
        "rapport.avst",
        dt.date(2025, 2, 4),
        (finding("SPR-101", Level.TIP), finding("IND-102", Level.ERROR, message="=Män och kvinnor blir 269.")),
        (finding("IND-201", Level.DEVIATION, "target"),),
        Coverage((Claims("namn på KF:s mål", 4, 5),), "4 av 5 påståenden kunde prövas."),
        compared="Verksamhetsberättelse 2023",
        baseline="tidigare.json",
        left_out=3,
    )


def tables(reviews: list[Review]) -> list[list[list[str]]]:
    items = protocol_outline(reviews).items
    return [[[cell.text for cell in row.cells] for row in item.rows] for item in items if isinstance(item, Table)]


def headings(reviews: list[Review]) -> list[tuple[int, str]]:
    return [(item.level, item.text) for item in protocol_outline(reviews).items if isinstance(item, Heading)]


def word(reviews: list[Review], path: Path) -> bytes:
    write_protocol(reviews, path)
    return path.read_bytes()


def test_it_says_what_was_reviewed_when_and_against_what(review: Review):
    assert dict(map(tuple, tables([review])[0])) == {
        "Rapport": "Verksamhetsberättelse 2024, Enheten för rådgivning",
        "Fil": "rapport.avst",
        "Granskad": "2025-02-04",
        "Jämförd med": "Verksamhetsberättelse 2023",
        "Tidigare granskat": "3 anmärkningar fanns redan i tidigare.json",
        "Granskad med": "Avstämt 0.1.0",
    }


def test_the_gravest_come_first_under_a_heading_of_their_level(review: Review):
    assert headings([review]) == [
        (1, "Sammanfattning"),
        (1, "Anmärkningar"),
        (2, "Fel (1)"),
        (2, "Tips (1)"),
        (1, "Undantag"),
        (1, "Vad som prövades"),
    ]


def test_a_finding_has_its_part_advice_and_both_quotes(review: Review):
    (row,) = tables([review])[1]
    assert row[0] == "1"
    assert row[1] == "Besökarna får snabbt svar › Antal besök"
    assert row[2].endswith("\n→ Rätta något av talen.")
    assert row[3].split("\n") == [
        "–\u00a0Periodens utfall: ’270\u00a0st’",
        "–\u00a0Verksamhetsberättelse 2023, Periodens utfall: ’250\u00a0st’",
    ]


def test_a_waiver_has_its_reason_author_and_date(review: Review):
    (row,) = tables([review])[3]
    assert row[2:4] == ["Nämnden har ändrat målet.", "Handläggaren, 2025-02-03"]


def test_coverage_is_told_sort_by_sort(review: Review):
    assert tables([review])[4] == [["Namn på KF:s mål", "4", "5"]]


def test_a_review_that_found_nothing_says_so(review: Review):
    clean = Review(review.report, "rapport.avst", review.day)
    texts = [str(item) for item in protocol_outline([clean]).items]
    for sentence in ("Inga anmärkningar.", "Ingen anmärkning är satt åt sidan.", "Inga påståenden kunde prövas."):
        assert any(sentence in text for text in texts)


def test_several_reviews_are_counted_first_and_each_stands_below_its_name(review: Review):
    assert len(tables([review, review])[0]) == 2
    names = [text for level, text in headings([review, review]) if level == 1]
    assert names == [review.name, review.name]


def test_word_opens_it_without_an_error_or_a_repair_and_holds_every_table(review: Review, tmp_path: Path):
    path = tmp_path / "protokoll.docx"
    made = word([review, review], path)
    result = OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(path)
    assert [error.description for error in result.errors] == []
    read = [block for block in read_word(made) if isinstance(block, ReadTable)]
    assert len(read) == len(tables([review, review]))
    assert all(len(block.head) == 1 for block in read)


def test_the_workbook_has_a_sheet_for_each_part_and_no_formulas(review: Review, tmp_path: Path):
    path = tmp_path / "protokoll.xlsx"
    write_protocol([review], path)
    book = openpyxl.load_workbook(BytesIO(path.read_bytes()))
    assert book.sheetnames == ["Översikt", "Anmärkningar", "Undantag", "Prövat"]
    cells = list(book["Anmärkningar"].iter_rows(min_row=2))
    assert [cell.value for cell in cells[0]][1:5] == [1, "Fel", "Besökarna får snabbt svar › Antal besök", "=Män och kvinnor blir 269."]  # fmt: skip
    assert cells[0][4].data_type == "s"
    assert [row[2].value for row in cells] == ["Fel", "Tips"]


def test_word_and_workbook_say_the_same_findings(review: Review):
    sheet = protocol_sheets([review])[1]
    said = {str(row.values[4]) for row in sheet.rows}
    printed = {row[2].split("\n")[0] for table in tables([review])[1:3] for row in table}
    assert said == printed


def test_a_name_that_is_neither_is_refused(review: Review, tmp_path: Path):
    with pytest.raises(ExportRefused, match=r"docx eller \.xlsx"):
        write_protocol([review], tmp_path / "protokoll.pdf")
