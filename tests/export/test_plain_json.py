"""Plain JSON says the whole report as other programs read it."""

from __future__ import annotations

import json
from pathlib import Path

from tests.builders import goal, indicator, report, rich_report
from tests.export.reports import Papers

from avstamt.domain.goal import GOAL_TEXTS
from avstamt.export.plain_json import plain, write_json


def test_the_file_is_utf_8_with_format_and_version(tmp_path: Path):
    write_json(rich_report(), tmp_path / "rapport.json")
    content = json.loads((tmp_path / "rapport.json").read_text(encoding="utf-8"))
    assert (content["format"], content["version"]) == ("avstamt-rapport", 1)
    assert "Besökarna får snabbt svar" in (tmp_path / "rapport.json").read_text(encoding="utf-8")


def test_goals_and_sections_are_trees(papers: Papers):
    def count(nodes, below: str) -> int:
        return sum(1 + count(node[below], below) for node in nodes)

    made = plain(papers.report)
    assert count(made["goals"], "goals") == len(papers.report.goals)
    assert count(made["sections"], "sections") == len(papers.report.sections)


def test_a_figure_says_its_text_and_what_it_reads_as():
    made = plain(report(goal(indicators=(indicator(outcome="−1 919,50 mnkr", target="öka"),))))
    figures = made["goals"][0]["indicators"][0]
    assert figures["outcome"] == {"text": "−1 919,50 mnkr", "amount": "-1919.50", "unit": "mnkr"}
    assert figures["target"] == {"text": "öka", "amount": None, "unit": ""}


def test_a_missing_heading_is_null_and_an_empty_one_an_empty_list():
    made = plain(rich_report())
    texts = made["goals"][0]["goals"][0]["goals"][0]["texts"]
    assert list(texts) == list(GOAL_TEXTS)
    assert texts["description"] is None
    assert texts["expected_result"][1] == {"kind": "item", "text": "svarar inom en dag", "level": 0}
