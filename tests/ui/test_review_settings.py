"""The user's own words and the small-group threshold: kept between runs, told to whoever reviews."""

from __future__ import annotations

from PySide6.QtCore import QThreadPool
from tests.builders import goal, report

from avstamt.ui.settings import Settings


def test_own_words_are_kept_in_lower_case_and_in_order(settings, tmp_path):
    for word in ("Ökenlotsen", "brinkebolotsen", "BRINKEBOLOTSEN", "fältlots"):
        settings.review.add(word)
    settings.review.remove("Fältlots")
    again = Settings(tmp_path / "avstamt.ini")
    assert again.review.own_words == ("brinkebolotsen", "ökenlotsen")
    assert again.review.for_check().own_words == {"brinkebolotsen", "ökenlotsen"}


def test_only_what_changes_something_is_told(qtbot, settings):
    with qtbot.waitSignal(settings.review.changed):
        settings.review.add("fältlots")
    with qtbot.assertNotEmitted(settings.review.changed):
        settings.review.add("Fältlots")
        settings.review.remove("ökenlotsen")
        settings.review.small_group = None


def test_the_threshold_is_the_usual_one_until_another_is_set(settings):
    usual = settings.review.for_check().small_group
    settings.review.small_group = 10
    assert (usual, settings.review.for_check().small_group) == (5, 10)


def test_a_word_that_is_taken_in_is_no_slip_any_more(qtbot, window, open_report):
    view = open_report(report(goal(analysis="Vi mötte brinkebolotsen varje vecka under hela året.")))
    assert "SPR-101" in rules_of(view)
    with qtbot.waitSignal(view.checker.checked):
        view.desk.own_words.add("Brinkebolotsen")
    assert "SPR-101" not in rules_of(view)
    QThreadPool.globalInstance().waitForDone()


def rules_of(view):
    return {finding.rule for finding in view.results.result.findings}
