"""A program that is killed while it saves leaves a file that opens, with the old content or the new, whole."""

from __future__ import annotations

import os

import pytest
from tests.storage.killing import killed_round, killed_steps, random_moment

ROUNDS = int(os.environ.get("AVSTAMT_KILL_ROUNDS", "4"))

pytestmark = pytest.mark.skipif(os.name == "nt", reason="kill -9 finns inte på Windows")


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_at_a_random_moment(tmp_path, number):
    left = killed_round(tmp_path, random_moment())
    assert left.held in {"kort", "lång"}


def test_killed_before_every_single_file_operation_of_a_save(tmp_path):
    held = killed_steps(tmp_path)
    assert held == sorted(held)  # the old report up to the rename, the new one from there on
    assert set(held) == {"kort", "lång"}
    assert len(held) > 5
