"""Saving and reading: what comes back is what went in, what stood there is kept, and every trouble is a sentence."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from tests.builders import rich_report

from avstamt.storage.backups import backups_of, folder_of
from avstamt.storage.file import FileRefused, Saved, read, save
from avstamt.storage.format import dump, load

OLD = load(dump(rich_report()))
NEW = OLD.model_copy(update={"organisation": "Enheten för något annat"})


@pytest.fixture
def root(tmp_path):
    return tmp_path / "kopior"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "Plan 2026.avst"


def sentence(act, *arguments: object) -> str:
    with pytest.raises(FileRefused) as refusal:
        act(*arguments)
    return str(refusal.value)


def test_a_report_that_is_saved_is_read_back_equal(path, root):
    assert save(OLD, path, root) == Saved()
    assert read(path, root) == OLD


def test_saving_over_a_report_keeps_the_one_before(path, root):
    save(OLD, path, root)
    saved = save(NEW, path, root)
    assert read(path, root) == NEW
    assert saved.backup == backups_of(path, root)[0].path
    assert read(saved.backup) == OLD


def test_saving_what_is_saved_already_makes_no_backup(path, root):
    save(OLD, path, root)
    assert save(OLD, path, root) == Saved()
    assert backups_of(path, root) == ()


def test_even_damaged_content_is_kept_before_it_is_saved_over(path, root):
    path.write_bytes(b"halv fil")
    assert save(OLD, path, root).backup.read_bytes() == b"halv fil"


def test_a_backup_that_cannot_be_kept_is_told_and_the_report_is_saved_all_the_same(path, tmp_path):
    blocked = tmp_path / "kopior"
    blocked.write_text("en fil där mappen skulle stå")
    save(OLD, path, blocked)
    saved = save(NEW, path, blocked)
    assert saved.backup is None
    assert saved.backup_fault.startswith("Säkerhetskopian kunde inte sparas")
    assert read(path, blocked) == NEW


def test_a_damaged_file_is_refused_untouched_and_the_newest_backup_that_opens_is_named(path, root):
    save(OLD, path, root)
    save(NEW, path, root)
    path.write_bytes(dump(NEW)[:500])
    save_of_damage = folder_of(path, root) / "Plan 2026 2999-01-01 00.00.00.avst"
    save_of_damage.write_bytes(b"halv")
    with pytest.raises(FileRefused) as refusal:
        read(path, root)
    assert path.read_bytes() == dump(NEW)[:500]
    assert read(refusal.value.backup) == OLD
    assert str(refusal.value).startswith("Filen ’Plan 2026.avst’ gick inte att läsa: rad ")
    assert " är avbruten. Originalet är orört. Senaste säkerhetskopian är från i dag " in str(refusal.value)


def test_a_damaged_file_without_backup_says_what_to_do(path, root):
    path.write_bytes(b"{")
    assert sentence(read, path, root) == (
        "Filen ’Plan 2026.avst’ gick inte att läsa: rad 1 är avbruten. Originalet är orört. "
        "Öppna en säkerhetskopia, eller be om en ny kopia av filen."
    )


def test_a_newer_file_is_refused_untouched(path, root):
    newer = dump(OLD).replace(b'"format": 2', b'"format": 7', 1)
    path.write_bytes(newer)
    assert "den har format 7" in sentence(read, path, root)
    assert path.read_bytes() == newer


def test_a_file_that_is_gone_is_told(path, root):
    assert "finns inte längre på sin plats" in sentence(read, path, root)


def test_a_folder_is_no_file(tmp_path, root):
    assert "den är en mapp" in sentence(read, tmp_path, root)
    (tmp_path / "x.avst").mkdir()
    assert "en mapp med det namnet" in sentence(save, OLD, tmp_path / "x.avst", root)


def test_a_file_in_the_middle_of_a_path_is_told(path, root):
    path.touch()
    assert "inte är en mapp" in sentence(read, path / "x.avst", root)
    assert "mappen finns inte längre" in sentence(save, OLD, path / "x.avst", root)


def test_a_folder_that_is_gone_is_told(tmp_path, root):
    assert "mappen finns inte längre" in sentence(save, OLD, tmp_path / "borta" / "x.avst", root)


def test_a_name_that_is_too_long_is_told(tmp_path, root):
    assert "för lång" in sentence(read, tmp_path / ("x" * 300), root)
    assert "för lång" in sentence(save, OLD, tmp_path / ("x" * 300), root)


@pytest.mark.skipif(os.name == "nt", reason="länkar i ring och rör finns inte på Windows")
def test_links_in_a_ring_and_pipes_are_told(tmp_path, root):
    (tmp_path / "a.avst").symlink_to("a.avst")
    assert "pekar på sig själv" in sentence(read, tmp_path / "a.avst", root)
    assert "pekar på sig själv" in sentence(save, OLD, tmp_path / "a.avst", root)
    os.mkfifo(tmp_path / "rör.avst")
    assert "inte en rapport" in sentence(read, tmp_path / "rör.avst", root)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="/sys är inte monterat här")
def test_a_place_where_nothing_can_be_written_is_told(root):
    assert "skrivskyddad" in sentence(save, OLD, Path("/sys/x.avst"), root)


@pytest.mark.skipif(os.name == "nt", reason="gränser för filers storlek finns inte på Windows")
def test_a_save_that_fails_half_way_leaves_the_old_content_and_no_trace(path, root):
    import resource

    save(OLD, path, root)
    save(NEW, path, root)
    largest, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    wide = NEW.model_copy(update={"committee": "Nämnden " * 5000})
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(dump(NEW)) + 100, hard))
    try:
        said = sentence(save, wide, path, root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (largest, hard))
    assert said.startswith("Filen ’Plan 2026.avst’ gick inte att spara: datorn gav felet EFBIG. Originalet är orört.")
    assert read(path, root) == NEW
    assert [made.name for made in path.parent.iterdir() if made.suffix == ".tmp"] == []
