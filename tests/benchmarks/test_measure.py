"""The yardstick: medians, ratios and bounds; and a made-up report that is of the size it stands in for."""

from __future__ import annotations

from itertools import islice, pairwise

import pytest
from tests.benchmarks.baselines import naive_word, split_words, walk
from tests.benchmarks.edits import SORTS
from tests.benchmarks.generated import generated_report, many_reports
from tests.benchmarks.measure import RUNS, Case, Timing, lines, timed
from tests.builders import goal, report, rich_report

from avstamt.importers.text import read_text
from avstamt.rules.parts import parts_of
from avstamt.templates.catalogue import catalogue


def case(bound: float = 1.0) -> Case:
    return Case("något", bound, lambda: None, "inget", lambda: None)


def test_work_and_baseline_are_run_as_often_and_once_more_untimed():
    runs = []
    timed(Case("något", 1.0, lambda: runs.append("a"), "inget", lambda: runs.append("b")))
    assert runs == ["a", "b"] * (RUNS + 1)


def test_a_bound_is_missed_when_the_median_reaches_it():
    assert Timing(case(), 0.9, 0.1).holds
    assert not Timing(case(), 1.0, 0.1).holds


def test_the_table_says_the_ratio_and_marks_what_is_over():
    _head, kept, missed = lines([Timing(case(), 0.5, 0.25), Timing(case(), 1.5, 0.25)])
    assert "2.0" in kept
    assert "över gränsen" not in kept
    assert "över gränsen" in missed


def test_the_made_up_report_is_of_the_79_page_class():
    assert 120_000 < len(generated_report().encode()) < 160_000


@pytest.mark.parametrize("sort", SORTS)
def test_each_sort_of_edit_changes_one_part_at_a_time(sort):
    made = read_text(generated_report(), "rapport.txt", catalogue())[0].report
    for before, after in pairwise([made, *islice(SORTS[sort](made), 3)]):
        old, new = parts_of(before), parts_of(after)
        assert sum(old[part] != new[part] for part in old) == 1


def test_a_walk_visits_more_of_a_larger_report():
    assert walk(report(goal(), goal())) > walk(report(goal()))


def test_words_are_counted_over_lines():
    assert split_words("ett två\n\ntre") == 3


def test_the_naive_document_holds_the_tables_and_texts(tmp_path):
    import docx

    path = tmp_path / "r.docx"
    path.write_bytes(naive_word(rich_report()))
    document = docx.Document(str(path))
    assert [len(table.rows) for table in document.tables] == [1, 2, 4]
    assert any("väntetiderna" in paragraph.text for paragraph in document.paragraphs)


def test_no_two_reports_of_a_folder_share_most_of_their_long_lines():
    long = [{line for line in text.split("\n") if len(line) > 60 and "\t" not in line} for text in many_reports(7)]
    assert len(long[0]) > 5
    assert len(long[0] & long[6]) < 0.7 * len(long[0])
