"""Content is replaced whole, under the same name and permissions, and a failed save leaves no trace."""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from avstamt.storage.atomic import replace_content

NOBODY = 65534
posix = pytest.mark.skipif(os.name == "nt", reason="behörigheter och länkar är annorlunda på Windows")


@contextmanager
def as_anyone():
    """Act as someone whom permissions bind; tests are often run as root, whom they do not."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def open_folder():
    """Give a folder that anyone can get to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder
        folder.chmod(0o777)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_holds_the_content_and_nothing_else_is_left(tmp_path):
    replace_content(tmp_path / "plan.avst", b"nytt")
    assert [(made.name, made.read_bytes()) for made in tmp_path.iterdir()] == [("plan.avst", b"nytt")]


@posix
def test_a_new_file_has_the_permissions_that_the_user_gives_new_files(tmp_path):
    (tmp_path / "annan").touch()
    replace_content(tmp_path / "plan.avst", b"")
    assert mode(tmp_path / "plan.avst") == mode(tmp_path / "annan")


@posix
@pytest.mark.parametrize("permissions", [0o600, 0o640, 0o664, 0o666])
def test_an_existing_file_keeps_its_permissions(tmp_path, permissions):
    path = tmp_path / "plan.avst"
    path.write_bytes(b"gammalt")
    path.chmod(permissions)
    replace_content(path, b"nytt")
    assert (path.read_bytes(), mode(path)) == (b"nytt", permissions)


@posix
def test_a_link_stays_a_link_and_its_target_is_replaced(tmp_path):
    (tmp_path / "arkiv").mkdir()
    target = tmp_path / "arkiv" / "plan.avst"
    target.write_bytes(b"gammalt")
    link = tmp_path / "genväg.avst"
    link.symlink_to("arkiv/plan.avst")
    replace_content(link, b"nytt")
    assert link.is_symlink()
    assert target.read_bytes() == b"nytt"
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["arkiv", "genväg.avst", "plan.avst"]


@posix
def test_a_link_to_what_is_not_there_yet_makes_its_target(tmp_path):
    link = tmp_path / "genväg.avst"
    link.symlink_to("plan.avst")
    replace_content(link, b"nytt")
    assert link.is_symlink()
    assert (tmp_path / "plan.avst").read_bytes() == b"nytt"


def test_a_folder_is_never_replaced(tmp_path):
    (tmp_path / "plan.avst").mkdir()
    with pytest.raises(IsADirectoryError):
        replace_content(tmp_path / "plan.avst", b"nytt")
    assert [path.name for path in tmp_path.rglob("*")] == ["plan.avst"]


def test_a_folder_that_is_gone_is_told(tmp_path):
    with pytest.raises(FileNotFoundError):
        replace_content(tmp_path / "borta" / "plan.avst", b"nytt")


@posix
def test_what_is_no_ordinary_file_is_never_replaced(tmp_path):
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(PermissionError):
        replace_content(tmp_path / "rör", b"nytt")


@posix
def test_a_write_protected_file_is_left_alone(open_folder):
    path = open_folder / "plan.avst"
    path.write_bytes(b"gammalt")
    path.chmod(0o444)
    with as_anyone(), pytest.raises(PermissionError):
        replace_content(path, b"nytt")
    assert [(made.name, made.read_bytes()) for made in open_folder.iterdir()] == [("plan.avst", b"gammalt")]


@posix
def test_a_write_protected_folder_is_left_alone(open_folder):
    path = open_folder / "plan.avst"
    path.write_bytes(b"gammalt")
    path.chmod(0o666)
    open_folder.chmod(0o555)
    with as_anyone(), pytest.raises(PermissionError):
        replace_content(path, b"nytt")
    assert [(made.name, made.read_bytes()) for made in open_folder.iterdir()] == [("plan.avst", b"gammalt")]


def test_a_name_as_long_as_names_may_be_is_saved(tmp_path):
    path = tmp_path / ("å" * 125 + ".avst")
    replace_content(path, b"nytt")
    assert path.read_bytes() == b"nytt"


def test_what_a_killed_program_left_long_ago_is_swept_away_and_nothing_else(tmp_path):
    old, fresh, other = (tmp_path / name for name in (".plan.avst.0a.tmp", ".plan.avst.0b.tmp", ".annan.avst.0a.tmp"))
    for left in (old, fresh, other):
        left.write_bytes(b"halv")
    for left in (old, other):
        os.utime(left, (0, 0))
    replace_content(tmp_path / "plan.avst", b"nytt")
    assert (old.exists(), fresh.exists(), other.exists()) == (False, True, True)
