"""Many reports are exported in one command: each to a file of its own, past those that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.builders import rich_report

from avstamt.cli import run_command
from avstamt.cli.exporting import Order, export_all
from avstamt.export.layout import shipped_layout
from avstamt.storage.file import save

DONE, UNUSABLE = 0, 2


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Return a folder of two reports and a broken file between them."""
    folder = tmp_path / "utkast"
    folder.mkdir()
    for name in ("ett", "två"):
        save(rich_report(), folder / f"{name}.avst")
    (folder / "trasig.avst").write_bytes(b"{")
    return folder


def exported(*arguments: object) -> int:
    return run_command(["exportera", *map(str, arguments)])


def test_side_by_side_the_files_are_those_of_one_process(drafts: Path, tmp_path: Path):
    files = sorted(drafts.iterdir())
    told = []
    for few, folder in ((99, tmp_path / "ensam"), (1, tmp_path / "flera")):
        folder.mkdir()
        order = Order("json", shipped_layout(), {file: folder / f"{file.stem}.json" for file in files})
        done = export_all(files, order, few=few)
        told.append([([one.name for one in file.written], file.refused) for file in done])
        assert sorted(one.name for one in folder.iterdir()) == ["ett.json", "två.json"]
    assert told[0] == told[1]
    assert "trasig.avst" in told[0][1][1]


def test_each_report_is_told_in_a_row_and_the_rows_are_summed(drafts: Path, tmp_path: Path, capsys):
    assert exported(drafts, "--till", "pdf", "-o", tmp_path / "ut") == UNUSABLE
    said = capsys.readouterr()
    *rows, closing = said.out.splitlines()
    assert [f"{name}.pdf" in row for name, row in zip(("ett", "två"), rows, strict=True)] == [True, True]
    assert closing == "2 rapporter är exporterade. 1 fil gick inte att exportera."
    assert said.err.count("\n") == 1
    assert "trasig.avst" in said.err


def test_several_files_go_to_a_folder_and_the_same_name_twice_to_two_files(drafts: Path, tmp_path: Path):
    other = tmp_path / "ETT.avst"
    save(rich_report(), other)
    assert exported(drafts / "ett.avst", other, "--till", "json", "-o", tmp_path / "ut") == DONE
    assert sorted(path.name for path in (tmp_path / "ut").iterdir()) == ["ETT (2).json", "ett.json"]


def test_nothing_is_written_over_what_is_read(drafts: Path, capsys):
    draft = drafts / "ett.docx"
    assert exported(drafts / "ett.avst", "--till", "docx", "-o", draft) == DONE
    before = draft.read_bytes()
    assert exported(draft, "--till", "docx", "-o", draft) == UNUSABLE
    assert exported(draft, drafts / "två.avst", "--till", "docx", "-o", drafts) == UNUSABLE
    assert "skulle skrivas över" in capsys.readouterr().err
    assert draft.read_bytes() == before


def test_a_file_where_a_folder_must_be_gets_a_sentence(drafts: Path, capsys):
    assert exported(drafts, "--till", "json", "-o", drafts / "ett.avst") == UNUSABLE
    assert "Ange en mapp" in capsys.readouterr().err


def test_a_folder_without_reports_gets_a_sentence(tmp_path: Path, capsys):
    empty = tmp_path / "tom"
    empty.mkdir()
    assert exported(empty, "--till", "json", "-o", tmp_path / "ut") == UNUSABLE
    assert "Det finns inga rapporter" in capsys.readouterr().err
