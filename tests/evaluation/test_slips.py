"""The matching law, one sentence at a time, on an invented report of twenty lines."""

from __future__ import annotations

import json

import pytest
from tests.builders import goal, indicator, report, text
from tests.evaluation import slips
from tests.evaluation.kinds import ABOUT, CATEGORIES
from tests.evaluation.slips import Label, Located, locate, match, read_labels

from avstamt.domain.finding import Evidence, Finding, Level
from avstamt.domain.place import Place
from avstamt.domain.review import SourceLines
from avstamt.rules.catalogue import CATALOGUE

SOURCE = "\n".join(f"rad {number}" for number in range(1, 21))
GOAL = Place.of("goals", "g1")
ANALYSIS = GOAL / "analysis" / "blocks" / "b1"
OUTCOME = GOAL / "indicators" / "i1" / "outcome"


@pytest.fixture
def made():
    analysis = text("rad 4 rad 5 rad 6 rad 7")
    analysis = analysis.model_copy(update={"blocks": (analysis.blocks[0].model_copy(update={"id": "b1"}),)})
    lines = {GOAL: (1, 19), ANALYSIS: (4, 7), GOAL / "indicators" / "i1": (10, 11)}
    return report(
        goal(id="g1", analysis=analysis, indicators=(indicator(id="i1", outcome="rad 10"),)),
        provenance=tuple(SourceLines(place=place, first=first, last=last) for place, (first, last) in lines.items()),
    )


def finding(place: Place, *evidence: tuple[Place, str], rule: str = "X-1") -> Finding:
    pieces = tuple(Evidence(at, quote) for at, quote in evidence)
    return Finding(rule, "namn", Level.ERROR, "Något stämmer inte.", place, pieces)


def lines_of(made, one: Finding) -> list[list[int]]:
    return [sorted(piece) for piece in locate(made, [one], SOURCE)[0].pieces]


def label(*pieces: set[int], category: str = "räkning", severity: str = "fel", certainty: str = "definite") -> Label:
    return Label("1", category, severity, certainty, "Något.", tuple(map(frozenset, pieces)))


def located(*pieces: set[int], rule: str = "X-1") -> Located:
    return Located(finding(GOAL, rule=rule), tuple(map(frozenset, pieces)))


def test_quoted_words_narrow_a_part_to_their_own_lines(made):
    assert lines_of(made, finding(ANALYSIS, (ANALYSIS, "d 5 rad"))) == [[5, 6]]
    assert lines_of(made, finding(ANALYSIS.at(6, 11))) == [[5]]


def test_a_short_part_counts_whole_and_a_long_one_by_its_heading(made):
    assert lines_of(made, finding(ANALYSIS, (ANALYSIS, "andra ord"))) == [[4, 5, 6, 7]]
    assert lines_of(made, finding(GOAL / "assessment")) == [[1]]


def test_the_name_of_an_indicator_stands_for_its_whole_row(made):
    row = GOAL / "indicators" / "i1"
    cells = (SourceLines(place=row / "name", first=9, last=9), SourceLines(place=row / "outcome", first=13, last=13),
             SourceLines(place=row / "analysis", first=15, last=15))  # fmt: skip
    whole = made.model_copy(update={"provenance": (*made.provenance, *cells)})
    assert lines_of(whole, finding(row / "name", (row / "name", "rad 9"))) == [[9, 10, 11, 13]]
    assert lines_of(whole, finding(row / "outcome", (row / "outcome", "rad 13"))) == [[13]]


def test_a_cell_has_the_lines_of_its_row(made):
    assert lines_of(made, finding(OUTCOME, (OUTCOME, "rad 10"), (ANALYSIS, "rad 7"))) == [[10, 11], [7]]


def test_a_finding_on_the_line_of_a_label_finds_it_and_one_two_lines_away_does_not():
    assert match([label({10})], [located({11})]).found.keys() == {0}
    assert match([label({10})], [located({12})]).found == {}


def test_a_rule_of_unknown_kind_must_touch_every_piece_of_a_label():
    assert match([label({10}, {50})], [located({10})]).found == {}
    assert match([label({10}, {50})], [located({10}, {50})]).found.keys() == {0}
    assert match([label({10}, {50})], [located({10}), located({50})]).found.keys() == {0}
    assert match([label({10}, {50})], [located({10}), located({50}, rule="X-2")]).found == {}


def test_a_rule_of_known_kind_must_touch_half_and_speak_of_that_category(monkeypatch):
    monkeypatch.setitem(slips.ABOUT, "X-1", frozenset({"räkning"}))
    assert match([label({10}, {50})], [located({10})]).found.keys() == {0}
    assert match([label({10}, {50}, {90})], [located({10})]).found == {}
    assert match([label({10}, category="stavning")], [located({10})]).found == {}


def test_a_category_that_is_new_is_found_on_all_its_pieces_only(monkeypatch):
    monkeypatch.setitem(slips.ABOUT, "X-1", frozenset({"räkning"}))
    assert match([label({10}, {50}, category="ny")], [located({10})]).found == {}
    assert match([label({10}, category="ny")], [located({10})]).found.keys() == {0}


def test_every_rule_that_is_spoken_of_exists_and_every_category_is_known():
    assert ABOUT.keys() <= {rule.code for rule in CATALOGUE}
    assert frozenset().union(*ABOUT.values()) <= CATEGORIES


def test_a_finding_whose_evidence_lies_mostly_elsewhere_does_not_belong_to_a_label():
    assert match([label({10})], [located({10}, {30}, {40})]).found == {}


def test_one_finding_may_find_several_labels_and_what_finds_none_is_unmatched():
    ours, other = located({10}, {50}), located({90})
    matched = match([label({10}), label({50})], [ours, other])
    assert matched.found == {0: (ours,), 1: (ours,)}
    assert matched.unmatched == (other,)


def test_lines_of_one_wrapped_row_are_one_piece_of_a_label(tmp_path):
    slip = {"id": 7, "category": "räkning", "severity": "notis", "certainty": "definite", "what": "Fel.",
            "evidence": [{"line": 12, "quote": "a"}, {"line": 10, "quote": "b"}, {"line": 30, "quote": "c"}]}  # fmt: skip
    path = tmp_path / "x.brister.json"
    path.write_text(json.dumps([slip]), encoding="utf-8")
    (read,) = read_labels(path)
    assert read.pieces == (frozenset({10, 12}), frozenset({30}))
    assert (read.is_note, read.is_substantive) == (True, False)


@pytest.mark.parametrize(
    ("severity", "certainty", "counts"),
    [
        ("fel", "definite", True),
        ("varning", "probable", True),
        ("varning", "arguable", False),
        ("notis", "probable", False),
    ],
)
def test_substantive_labels_are_grave_and_at_least_probable(severity, certainty, counts):
    assert label({1}, severity=severity, certainty=certainty).is_substantive is counts
