"""The package of a document: fonts as they were packed in the styles document, all else written anew."""

from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from avstamt.export.layout import shipped_layout
from avstamt.export.refused import ExportRefused
from avstamt.export.wordml.package import opened, saved

STYLES = shipped_layout().styles_path


def fonts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist() if name.endswith(".odttf")}


def with_font(path: Path, font: bytes, packed: int) -> Path:
    """Write the shipped styles document to `path` with other fonts, packed or not."""
    with zipfile.ZipFile(STYLES) as source, zipfile.ZipFile(path, "w", packed) as target:
        for name in source.namelist():
            target.writestr(name, font if name.endswith(".odttf") else source.read(name))
    return path


def test_the_fonts_are_those_of_the_styles_document_and_every_file_is_whole():
    made = saved(opened(STYLES), STYLES)
    assert fonts(made) == fonts(STYLES.read_bytes())
    assert len(fonts(made)) > 1
    with zipfile.ZipFile(BytesIO(made)) as file:
        assert file.testzip() is None
        assert file.namelist()[0] == "[Content_Types].xml"
        assert len(set(file.namelist())) == len(file.namelist())


@pytest.mark.parametrize("packed", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_styles_document_that_was_changed_gives_its_new_fonts(tmp_path: Path, packed: int):
    path = with_font(tmp_path / "mall.docx", b"gammal" * 50, packed)
    assert set(fonts(saved(opened(path), path)).values()) == {b"gammal" * 50}
    with_font(path, b"ny" * 70, packed)
    os.utime(path, ns=(1, 1))
    assert set(fonts(saved(opened(path), path)).values()) == {b"ny" * 70}


def test_what_is_written_in_one_document_is_not_in_the_next():
    first = opened(STYLES)
    first.add_paragraph("Bara i den första.")
    assert "Bara i den första." not in "".join(paragraph.text for paragraph in opened(STYLES).paragraphs)
    assert "Bara i den första.".encode() in zipfile.ZipFile(BytesIO(saved(first, STYLES))).read("word/document.xml")


def test_a_damaged_package_is_refused(tmp_path: Path):
    content = bytearray(STYLES.read_bytes())
    at = content.index(b"word/document.xml") + 40
    content[at : at + 200] = bytes(200)
    damaged = tmp_path / "mall.docx"
    damaged.write_bytes(content)
    with pytest.raises(ExportRefused, match="gick inte att öppna"):
        opened(damaged)
