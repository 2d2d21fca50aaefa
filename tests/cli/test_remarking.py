"""The findings go back to the writer as comments: in a copy of her own Word draft, or in the report written to Word."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from tests.export.ranges import ranges

from avstamt.cli import run_command
from avstamt.resources import resource
from avstamt.storage.file import read

FOUND = 1
SAMPLE = "verksamhetsberattelse-2024-enhet"


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "utkast.docx"
    sample = str(resource("samples", f"{SAMPLE}.avst"))
    assert run_command(["exportera", sample, "--till", "docx", "-o", str(path), "--slutlig"]) == 0
    return path


def _about(path: Path) -> set[tuple[str, str]]:
    """Return for each comment the rule that makes it and the words it is about."""
    found = ranges(path.read_bytes())
    return {
        (one.text.rpartition("(")[2].rstrip(")"), found[one.comment_id].words.strip("● "))
        for one in docx.Document(str(path)).comments
    }


def _lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def test_a_word_draft_goes_back_as_it_was_written_with_comments_on_the_words(draft, tmp_path, capsys):
    out = tmp_path / "tillbaka.docx"
    assert run_command(["granska", str(draft), "--kommentera", str(out)]) == FOUND
    assert "Kommentarerna är skrivna i" in capsys.readouterr().err
    assert _lines(out) == _lines(draft)
    assert {("IND-101", "74\u00a0%"), ("AKT-101", "2024-06-30"), ("BED-201", "Uppfylls helt")} <= _about(out)


def test_the_copy_is_a_document_that_word_opens(draft, tmp_path):
    out = tmp_path / "tillbaka.docx"
    run_command(["granska", str(draft), "--kommentera", str(out)])
    assert not OpenXmlValidator(file_format=FileFormat.MICROSOFT_365).validate(out).errors


def test_a_document_of_ours_is_commented_where_its_fields_are(tmp_path):
    sample = str(resource("samples", f"{SAMPLE}.avst"))
    draft, out = tmp_path / "ut.docx", tmp_path / "tillbaka.docx"
    run_command(["exportera", sample, "--till", "docx", "-o", str(draft)])
    assert run_command(["granska", str(draft), "--kommentera", str(out)]) == FOUND
    assert ("IND-101", "74\u00a0%") in _about(out)


def test_a_report_of_our_own_kind_is_written_to_word_with_its_findings(tmp_path):
    sample = resource("samples", f"{SAMPLE}.avst")
    out = tmp_path / "granskad.docx"
    assert run_command(["granska", str(sample), "--kommentera", str(out)]) == FOUND
    assert "word/comments.xml" in zipfile.ZipFile(out).namelist()
    assert run_command(["importera", str(out), "-o", str(tmp_path / "åter.avst")]) == 0
    assert read(tmp_path / "åter.avst").goals == read(sample).goals


def test_a_folder_of_drafts_gives_a_folder_of_copies(draft, tmp_path):
    drafts, out = tmp_path / "utkast", tmp_path / "tillbaka"
    drafts.mkdir()
    for name in ("ett", "två"):
        (drafts / f"{name}.docx").write_bytes(draft.read_bytes())
    assert run_command(["granska", str(drafts), "--kommentera", str(out)]) == FOUND
    assert sorted(path.name for path in out.iterdir()) == ["ett-granskad.docx", "två-granskad.docx"]


def test_the_draft_itself_is_never_written_over(draft, capsys):
    before = draft.read_bytes()
    assert run_command(["granska", str(draft), "--kommentera", str(draft)]) == 2
    assert draft.read_bytes() == before
    assert "Välj ett annat namn" in capsys.readouterr().err
