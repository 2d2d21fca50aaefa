"""Opening a file: told by its content, refused with a Swedish sentence where it is no text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from avstamt.importers import opening
from avstamt.importers.model import ImportRefused
from avstamt.importers.opening import read_file
from avstamt.templates.catalogue import Catalogue

TEXT = "Sammanfattande analys\n\nEnheten för åkeri, sjöfart och ö-liv har växt.\n\nEnhetsmål: Alla når sin ö\n\nUppfylls helt\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_that_occur(encoding: str, tmp_path: Path, shipped: Catalogue) -> None:
    path = tmp_path / "rapport.dat"
    path.write_bytes(TEXT.encode(encoding))
    (found,) = read_file(path, shipped)
    assert [goal.title for goal in found.report.goals] == ["Alla når sin ö"]
    assert found.report.provenance[0].source == "rapport.dat"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "är tom"),
        (b" \n\t\n", "är tom"),
        (b"%PDF-1.7 ...", "PDF-fil"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Officedokument"),
        (b"{\\rtf1 hej}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "bild"),
        (b"\x00\x01\x02\x03binary\x00", "inte läsbar text"),
        (b"\x81\x8d\x8f\x90\x9d", "inte läsbar text"),
        (b"\xff\xfe\x00", "inte läsbar text"),
    ],
)
def test_what_is_no_text_is_refused(content: bytes, sentence: str, tmp_path: Path, shipped: Catalogue) -> None:
    path = tmp_path / "rapport.txt"
    path.write_bytes(content)
    with pytest.raises(ImportRefused, match=sentence) as refused:
        read_file(path, shipped)
    assert "rapport.txt" in str(refused.value)


def test_an_archive_is_refused_and_told_what_can_be_opened(tmp_path: Path, shipped: Catalogue) -> None:
    path = tmp_path / "rapport.txt"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(ImportRefused, match=r"Officedokument.*Word-dokument \(\.docx\)"):
        read_file(path, shipped)


def test_a_giant_file_is_refused_before_it_is_read(
    tmp_path: Path, shipped: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "LARGEST", 10)
    path = tmp_path / "rapport.txt"
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ImportRefused, match="mer än"):
        read_file(path, shipped)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path, shipped: Catalogue) -> None:
    with pytest.raises(ImportRefused, match="finns inte"):
        read_file(tmp_path / "saknas.txt", shipped)
    with pytest.raises(ImportRefused, match="är en mapp"):
        read_file(tmp_path, shipped)
