"""The rules beside the window: newest result only, one run at a time, the same findings as a run on the whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication
from tests.builders import goal, report, rich_report
from tests.rules.examples import EXAMPLES

from avstamt.domain.place import Place
from avstamt.rules.engine import check
from avstamt.templates.catalogue import catalogue
from avstamt.ui.checking import Checker
from avstamt.ui.document import Document

TITLE = Place.of("goals", "g1", "title")


@pytest.fixture
def checker(qtbot, application, settings):
    made = Checker(Document(report(goal("Mål", id="g1"), id="r1")), catalogue(), settings.review)
    yield made
    QThreadPool.globalInstance().waitForDone()


def told(result):
    return [(finding.rule, str(finding.place), finding.message) for finding in result.findings]


def checked(qtbot, checker):
    with qtbot.waitSignal(checker.checked) as signal:
        checker.run()
    return signal.args[0]


def test_the_first_run_shows_what_it_has_before_the_dictionary_is_read(qtbot, checker):
    shown = []
    checker.glimpsed.connect(shown.append)
    checker.checked.connect(shown.append)
    with qtbot.waitSignal(checker.checked):
        checker.run()
    quick, whole = map(told, shown)
    assert set(quick) <= set(whole)
    with qtbot.assertNotEmitted(checker.glimpsed):
        checked(qtbot, checker)


def test_each_edit_gives_the_findings_of_a_run_on_the_whole(qtbot, checker):
    document = checker._document
    for title in ("Stegen  är två", "Vi når målet ,snart", "Mål", ""):
        document.set_value(TITLE, title, "Ändra titel")
        assert told(checked(qtbot, checker)) == told(check(document.report, catalogue()))
        assert checker.report is document.report


def test_a_change_makes_the_run_under_way_give_up_and_only_the_newest_is_told(qtbot, checker):
    document = checker._document
    results = []
    checker.checked.connect(results.append)
    checker.run()
    for title in ("A  a", "B  b", "C  c"):
        document.set_value(TITLE, title, "Ändra titel")
        checker.run()
    qtbot.waitUntil(lambda: bool(results))
    QThreadPool.globalInstance().waitForDone()
    assert [told(one) for one in results] == [told(check(document.report, catalogue()))]


def test_a_key_makes_the_run_under_way_give_up_and_it_is_made_again(qtbot, checker):
    results = []
    checker.checked.connect(results.append)
    checker.run()
    checker._document.struck.emit()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert results == []
    qtbot.waitUntil(lambda: bool(results))
    assert told(results[0]) == told(check(checker._document.report, catalogue()))


def test_a_key_that_changes_nothing_makes_no_run(qtbot, checker):
    checked(qtbot, checker)
    number = checker._number
    checker._document.struck.emit()
    assert checker._number == number
    assert not checker._timer.isActive()


def test_an_earlier_report_is_compared_with_and_let_go_again(qtbot, application, settings):
    example = EXAMPLES["JMF-101"]
    checker = Checker(Document(example.wrong), catalogue(), settings.review)
    codes = []
    for earlier in (None, example.earlier, None):
        with qtbot.waitSignal(checker.checked) as signal:
            checker.compare_with(earlier)
        codes.append("JMF-101" in {finding.rule for finding in signal.args[0].findings})
    assert codes == [False, True, False]
    QThreadPool.globalInstance().waitForDone()


def test_a_report_closed_while_it_is_checked_is_let_go(qtbot, application, settings):
    checker = Checker(Document(rich_report()), catalogue(), settings.review)
    checker.run()
    checker.deleteLater()
    QThreadPool.globalInstance().waitForDone()
