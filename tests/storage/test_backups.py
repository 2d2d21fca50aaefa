"""What a file held before is kept, dated and told apart, and old backups give way."""

from __future__ import annotations

import datetime as dt

import pytest

from avstamt.storage.backups import KEPT_DAYS, KEPT_NEWEST, Backup, backups_of, folder_of, keep, moment_in_words, pruned

NOON = dt.datetime(2026, 1, 31, 12, 0, 5).astimezone()


def test_a_backup_is_named_after_its_file_and_dated(tmp_path):
    made = keep(tmp_path / "Plan 2026.avst", b"gammalt", NOON, tmp_path / "kopior")
    assert (made.name, made.read_bytes()) == ("Plan 2026 2026-01-31 12.00.05.avst", b"gammalt")
    assert made.parent.name.startswith("Plan 2026 ")


def test_backups_come_newest_first(tmp_path):
    path, root = tmp_path / "plan.avst", tmp_path / "kopior"
    for hours in (2, 0, 1):
        keep(path, b"%d" % hours, NOON + dt.timedelta(hours=hours), root)
    assert [backup.path.read_bytes() for backup in backups_of(path, root)] == [b"2", b"1", b"0"]


def test_two_backups_in_one_second_are_both_kept_in_order(tmp_path):
    path, root = tmp_path / "plan.avst", tmp_path / "kopior"
    for content in (b"a", b"b", b"c"):
        keep(path, content, NOON, root)
    assert [backup.path.read_bytes() for backup in backups_of(path, root)] == [b"c", b"b", b"a"]


def test_content_that_is_kept_already_is_not_kept_again(tmp_path):
    path, root = tmp_path / "plan.avst", tmp_path / "kopior"
    assert keep(path, b"a", NOON, root) == keep(path, b"a", NOON + dt.timedelta(hours=1), root)
    assert len(backups_of(path, root)) == 1


def test_files_of_one_name_in_two_folders_have_backups_of_their_own(tmp_path):
    assert folder_of(tmp_path / "a" / "plan.avst") != folder_of(tmp_path / "b" / "plan.avst")


def test_the_longest_name_has_backups_too(tmp_path):
    path = tmp_path / ("\N{GRINNING FACE}" * 60 + ".avst")
    assert keep(path, b"a", NOON, tmp_path / "kopior").read_bytes() == b"a"
    assert len(backups_of(path, tmp_path / "kopior")) == 1


def test_a_file_without_backups_has_none(tmp_path):
    assert backups_of(tmp_path / "plan.avst", tmp_path / "kopior") == ()


def test_files_that_are_no_backups_are_passed_over(tmp_path):
    path, root = tmp_path / "plan.avst", tmp_path / "kopior"
    made = keep(path, b"a", NOON, root)
    for name in ("annat.avst", "plan 2026-13-01 10.00.00.avst", "plan 2026-01-01 10.00.00.txt"):
        made.with_name(name).touch()
    assert [backup.path for backup in backups_of(path, root)] == [made]


def test_the_newest_are_kept_and_the_last_of_each_of_the_latest_days(tmp_path):
    today = [Backup(NOON + dt.timedelta(minutes=m), 1, tmp_path / f"i dag {m}") for m in range(KEPT_NEWEST + 5)]
    days = [(day, hour) for day in range(1, 30) for hour in (1, 2)]
    before = [Backup(NOON - dt.timedelta(days=d, hours=h), 1, tmp_path / f"{d} dagar {h}") for d, h in days]
    gone = set(pruned([*before, *today]))
    kept = [backup for backup in (*today, *before) if backup not in gone]
    assert [backup for backup in kept if backup in today] == today[5:]
    assert [backup.path.name for backup in kept if backup in before] == [f"{d} dagar 1" for d in range(1, KEPT_DAYS)]


def test_pruning_takes_away_the_files(tmp_path):
    path, root = tmp_path / "plan.avst", tmp_path / "kopior"
    for minute in range(KEPT_NEWEST + 3):
        keep(path, b"%d" % minute, NOON + dt.timedelta(minutes=minute), root)
    assert len(list(folder_of(path, root).iterdir())) == KEPT_NEWEST


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (NOON.replace(hour=9, minute=5), "i dag 9.05"),
        (NOON.replace(day=30, hour=16, minute=40), "i går 16.40"),
        (NOON.replace(day=29), "den 29 januari 2026 12.00"),
        (NOON.replace(year=2025, month=12), "den 31 december 2025 12.00"),
    ],
)
def test_a_moment_is_told_as_people_tell_it(when, said):
    assert moment_in_words(when, NOON) == said
