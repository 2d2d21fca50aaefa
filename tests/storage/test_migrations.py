"""Older files are brought to today's format step by step; unknown formats are refused."""

from __future__ import annotations

import pytest
from tests.builders import rich_report

from avstamt.storage.format import dump, load
from avstamt.storage.migrations import FORMAT, STEPS, migrate
from avstamt.storage.refused import FileRefused


def test_there_is_a_step_from_every_older_format():
    assert sorted(STEPS) == list(range(1, FORMAT))


def test_steps_are_taken_in_order_and_the_number_follows():
    steps = {1: lambda content: {**content, "report": content["report"] + ["ett"]},
             2: lambda content: {**content, "report": content["report"] + ["två"]}}  # fmt: skip
    first = {"format": 1, "report": []}
    assert migrate(first, steps, current=3) == {"format": 3, "report": ["ett", "två"]}
    assert migrate({"format": 2, "report": []}, steps, current=3) == {"format": 3, "report": ["två"]}
    assert first == {"format": 1, "report": []}


def test_todays_format_is_left_alone():
    assert migrate({"format": FORMAT, "report": {}}) == {"format": FORMAT, "report": {}}


@pytest.mark.parametrize("number", [None, "1", True, 0, -1, 1.0, 10**400])
def test_what_is_no_format_number_is_refused(number):
    with pytest.raises(FileRefused, match="inget giltigt formatnummer"):
        migrate({"format": number})


def test_a_newer_format_is_refused_by_its_number():
    with pytest.raises(FileRefused, match=f"format {FORMAT + 1}"):
        migrate({"format": FORMAT + 1})


def test_a_file_of_format_1_opens_as_it_was_without_marks():
    made = dump(rich_report()).replace(b'"format": 2', b'"format": 1', 1)
    assert load(made) == rich_report_again(made)
    assert load(made).marks == ()


def rich_report_again(made: bytes):
    return load(made.replace(b'"format": 1', b'"format": 2', 1))
