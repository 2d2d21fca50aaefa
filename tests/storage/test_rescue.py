"""Rescue copies are found again with what they are of, and no choice destroys them."""

from __future__ import annotations

import datetime as dt

import pytest
from tests.builders import report, rich_report

from avstamt.storage.backups import backups_of
from avstamt.storage.file import FileChanged, FileRefused, find, mark_of, read, save
from avstamt.storage.rescue import RescueNote, drop_rescue, never_saved, put_away, rescues, write_rescue

RICH = rich_report()
NOON = dt.datetime(2026, 1, 31, 12, 0, tzinfo=dt.UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "räddning"


def note(**fields: object):
    return RescueNote(**({"name": "Plan", "when": NOON} | fields))


def test_a_copy_is_found_with_what_it_is_of(folder, tmp_path):
    write_rescue(folder, "a", RICH, note(original=tmp_path / "Plan.avst", stored="abc", run="r1"))
    (found,) = rescues(folder)
    assert read(found.copy_path) == RICH
    assert found.note == note(original=tmp_path / "Plan.avst", stored="abc", run="r1")


def test_a_later_copy_takes_the_place_of_the_one_before(folder):
    write_rescue(folder, "a", RICH, note())
    write_rescue(folder, "a", report(id="r1"), note(when=NOON + dt.timedelta(minutes=1)))
    (found,) = rescues(folder)
    assert read(found.copy_path) == report(id="r1", sections=read(found.copy_path).sections)
    assert found.note.when.minute == 1


def test_copies_are_listed_newest_first_and_one_without_its_note_is_there_too(folder):
    write_rescue(folder, "gammal", RICH, note())
    lost = write_rescue(folder, "ny", RICH, note())
    lost.with_suffix(".json").unlink()
    assert [found.copy_path.stem for found in rescues(folder)] == ["ny", "gammal"]


def test_nothing_is_found_where_nothing_is(folder):
    assert rescues(folder) == ()


def test_a_copy_whose_report_is_saved_is_removed_altogether(folder):
    drop_rescue(write_rescue(folder, "a", RICH, note()))
    assert list(folder.iterdir()) == []


def test_a_copy_that_is_put_away_lies_among_the_older_versions_of_its_file(folder, tmp_path):
    original, backups = tmp_path / "Plan.avst", tmp_path / "kopior"
    write_rescue(folder, "a", RICH, note(original=original))
    kept = put_away(rescues(folder)[0], backups)
    assert [backup.path for backup in backups_of(original, backups)] == [kept]
    assert read(kept) == RICH
    assert rescues(folder) == ()


def test_a_copy_of_what_never_had_a_file_is_put_away_too(folder, tmp_path):
    write_rescue(folder, "a", RICH, note())
    kept = put_away(rescues(folder)[0], tmp_path / "kopior")
    assert [backup.path for backup in backups_of(never_saved(tmp_path / "kopior"), tmp_path / "kopior")] == [kept]


def test_a_file_that_another_has_changed_is_not_saved_over(tmp_path):
    path, kept = tmp_path / "Plan.avst", tmp_path / "kopior"
    mine = save(RICH, path, kept)
    assert find(path).mark == mine.mark == mark_of(path)
    theirs = RICH.model_copy(update={"title": "Den andras"})
    save(theirs, path, kept)
    with pytest.raises(FileChanged, match="någon annan har ändrat den"):
        save(report(), path, kept, expected=mine.mark)
    assert read(path) == theirs
    assert issubclass(FileChanged, FileRefused)


def test_a_file_that_is_gone_or_as_it_was_is_saved(tmp_path):
    path, kept = tmp_path / "Plan.avst", tmp_path / "kopior"
    first = save(RICH, path, kept)
    again = save(report(), path, kept, expected=first.mark)
    path.unlink()
    save(RICH, path, kept, expected=again.mark)
    assert read(path) == RICH
