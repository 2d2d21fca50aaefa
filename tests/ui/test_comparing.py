"""The report is held against an earlier one as long as it is open, and a finding leads to the page of its rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.rules.examples import EXAMPLES
from tests.ui.hands import called
from tests.ui.keyboard import Keyboard
from tests.ui.pointer import Pointer
from tests.ui.test_for_everyone import nameless

from avstamt.domain.report import OrganisationLevel, Report
from avstamt.resources import resource
from avstamt.storage.file import save
from avstamt.ui.help.window import HelpWindow

EXAMPLE = EXAMPLES["JMF-101"]
NOW = EXAMPLE.wrong
KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(open_report):
    return open_report(NOW)


@pytest.fixture
def choose(window, monkeypatch, tmp_path):
    """Choose a file, or one with this report in it, to compare with, by the key of the action."""

    def choose_(chosen: Report | Path | str):
        path = tmp_path / "förra året.avst" if isinstance(chosen, Report) else chosen
        if isinstance(chosen, Report):
            save(chosen, path)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(path), ""))
        QTest.keyClick(window, Qt.Key.Key_J, KEYS)

    return choose_


def rules(view) -> set[str]:
    return {finding.rule for finding in view.found}


@pytest.fixture
def compared(qtbot, view, choose):
    with qtbot.waitSignal(view.checker.checked):
        choose(EXAMPLE.earlier)
    return view


def test_the_findings_say_what_the_report_is_compared_with(compared, window):
    assert compared.findings.comparison.words == "Jämförs med Verksamhetsberättelse 2023 (förra året.avst)"
    assert "JMF-101" in rules(compared)
    assert window.messages.text == ""
    assert not compared.desk.document.is_modified
    assert nameless(window) == []


@pytest.mark.parametrize("hands", [Pointer(), Keyboard()], ids=["pointer", "keyboard"])
def test_it_is_compared_no_more_when_one_says_so(qtbot, compared, hands):
    compared.findings.first.setFocus()
    with qtbot.waitSignal(compared.checker.checked):
        hands.press("Sluta jämföra")
    assert compared.findings.comparison.words == ""
    assert "JMF-101" not in rules(compared)
    assert QApplication.focusWidget() is compared.findings.first


def test_a_report_in_text_is_compared_with_too(qtbot, view, choose):
    with qtbot.waitSignal(view.checker.checked, timeout=10_000):
        choose(resource("samples", "verksamhetsberattelse-2024-enhet.txt"))
    assert view.findings.comparison.words.startswith("Jämförs med Verksamhetsberättelse 2024 (verksamhets")


def test_the_findings_come_forward_where_they_were_folded_away(qtbot, window, view, choose):
    view.fold(view.findings, is_shown=False)
    with qtbot.waitSignal(view.checker.checked):
        choose(EXAMPLE.earlier)
    assert view.findings.comparison.isVisible()
    assert window.actions_.by_name["findings"].isChecked()


@pytest.mark.parametrize(
    ("change", "why"),
    [({"year": 2031}, "den är senare än"), ({"level": OrganisationLevel.COMMITTEE}, "den är på nivån")],
)
def test_what_cannot_be_compared_is_told_and_changes_nothing(qtbot, view, choose, change, why):
    choose(EXAMPLE.earlier.model_copy(update=change))
    qtbot.waitUntil(lambda: why in view.window().messages.text)
    assert view.findings.comparison.words == ""
    assert view.checker.earlier is None


def test_a_file_that_cannot_be_read_is_told(qtbot, window, view, choose, tmp_path):
    broken = tmp_path / "trasig.docx"
    broken.write_bytes(b"%PDF-1.7")
    choose(broken)
    qtbot.waitUntil(lambda: "trasig.docx är en PDF-fil" in window.messages.text)
    assert view.checker.earlier is None


def test_a_report_is_not_compared_with_itself(window, view, choose, tmp_path):
    assert window.session.save(view.desk.document, tmp_path / "r.avst")
    choose(tmp_path / "r.avst")
    assert window.messages.text == "Rapporten kan inte jämföras med sig själv. Välj en tidigare rapport."


def test_without_a_choice_nothing_happens(view, choose, window):
    choose("")
    assert (view.checker.earlier, window.messages.text) == (None, "")


def test_it_is_remembered_only_while_the_report_is_open(compared, open_report):
    assert open_report(NOW).checker.earlier is None
    assert compared.checker.earlier is not None


# the page of a rule


def help_of(window) -> HelpWindow:
    return next(one for one in window.findChildren(HelpWindow) if one.isVisible())


@pytest.mark.parametrize("hands", [Pointer(), Keyboard()], ids=["pointer", "keyboard"])
def test_a_finding_leads_to_the_page_of_its_rule(window, compared, hands):
    hands.finding("Förra årets utfall är 81 %")
    code = compared.findings.rule
    hands.press("Läs mer")
    shown = help_of(window).page.toPlainText()
    assert code == "JMF-101"
    assert f"Regel {code}." in shown
    assert all(word in shown.splitlines() for word in ("Varför", "Fel", "Rätt"))


def test_f1_at_an_open_finding_shows_its_rule(window, compared):
    hands = Keyboard()
    hands.finding("Förra årets utfall är 81 %")
    assert called(QApplication.focusWidget()) == "Anmärkningar"
    hands.key("F1")
    assert "Regel JMF-101." in help_of(window).page.toPlainText()
