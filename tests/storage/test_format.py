"""A report goes into a file and comes back as it was, and the file says no more than it must."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from tests.builders import goal, report, rich_report, text
from tests.strategies import reports

from avstamt.domain.text import RichText
from avstamt.storage.format import dump, load

ANY_REPORT = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))


@given(reports())
@ANY_REPORT
def test_any_report_comes_back_as_it_was(made):
    assert load(dump(made)) == made


@given(reports())
@ANY_REPORT
def test_the_same_report_gives_the_same_bytes_after_any_number_of_rounds(made):
    assert dump(load(dump(made))) == dump(made)


def test_the_file_is_readable_text_with_format_and_program_first():
    content = dump(rich_report()).decode("utf-8")
    assert content.startswith('{\n "format": 2,\n "program": "Avstämt ')
    assert "Enheten för rådgivning" in content


def test_parts_stand_in_the_order_of_the_model():
    assert list(json.loads(dump(rich_report()))["report"]) == [
        "id", "kind", "level", "year", "organisation", "sections", "goals"
    ]  # fmt: skip


def test_what_holds_its_default_is_left_out():
    assert json.loads(dump(report(goal("Alla får svar", id="g1"), id="r1", sections=())))["report"]["goals"] == [
        {"id": "g1", "level": "enhetsmål", "title": "Alla får svar"}
    ]


def test_a_heading_without_text_is_told_from_no_heading():
    made = report(goal(analysis=RichText(), description=None))
    (back,) = load(dump(made)).goals
    assert (back.analysis, back.description) == (RichText(), None)


def test_every_block_says_what_kind_it_is():
    made = report(goal(id="g1", analysis=text("Först.", "## Sedan", "- sist")))
    blocks = json.loads(dump(made))["report"]["goals"][0]["analysis"]["blocks"]
    assert [block["kind"] for block in blocks] == ["paragraph", "heading", "item"]


def test_a_byte_order_mark_is_passed_over():
    content = dump(rich_report())
    assert load(b"\xef\xbb\xbf" + content) == load(content)
