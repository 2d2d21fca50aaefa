"""The findings panel: what it lists, where a click leads, fixing and waiving."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from tests.builders import goal, indicator, report, rich_report, text

from avstamt.domain.finding import Coverage, Evidence, Finding, Fix, Level
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, with_value
from avstamt.domain.review import waiver_of
from avstamt.rules.engine import Result
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.findings.card import EvidenceLink, FindingCard
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.rows import Head, Row, counts_by_part, levels_by_place, lines

OUTCOME = Place.of("goals", "g2", "indicators", "i1", "outcome")
ANALYSIS = Place.of("goals", "g3", "analysis")


def finding(rule="IND-101", level=Level.ERROR, place=OUTCOME, message="Talen går inte ihop.", **fields: Any) -> Finding:
    return Finding(rule, "talen-går-ihop", level, message, place, **fields)


def result(*findings: Finding, waived: tuple[Finding, ...] = ()) -> Result:
    return Result(findings, waived, Coverage(sentence="2 av 3 tal kunde prövas."))


@pytest.fixture
def view(open_report):
    return open_report(rich_report())


def laid_open(view, made: Result) -> FindingCard:
    view.results.show_result(made)
    QApplication.processEvents()
    view.findings.step(1)
    QApplication.processEvents()
    card = view.findings.list.indexWidget(view.findings.list.currentIndex())
    assert isinstance(card, FindingCard)
    return card


def button(card: FindingCard, words: str) -> QAbstractButton:
    return next(made for made in card.findChildren(QAbstractButton) if made.accessibleName() == words)


def test_findings_stand_under_the_part_they_belong_to():
    made = lines(rich_report(), result(finding(), finding(place=ANALYSIS, level=Level.TIP)), tuple(Level))
    assert [line.words if isinstance(line, Head) else line.finding.level for line in made] == [
        "1.3 Stockholms stad ska ge stöd där behoven är som störst", Level.ERROR,
        "Besökarna får snabbt svar", Level.TIP,
    ]  # fmt: skip


def test_a_level_can_be_left_out_and_waived_ones_stand_last():
    made = lines(rich_report(), result(finding(), waived=(finding(place=ANALYSIS),)), (Level.TIP,))
    assert [line.words if isinstance(line, Head) else line.waived for line in made] == ["Skäl angivet", True]


def test_parts_and_places_know_their_gravest_level():
    made = result(finding(level=Level.TIP), finding(level=Level.ERROR), finding(place=ANALYSIS, level=Level.DEVIATION))
    assert counts_by_part(rich_report(), made)[Place.of("goals", "g2")] == {Level.ERROR: 1, Level.TIP: 1}
    assert levels_by_place(made)[OUTCOME] is Level.ERROR


def test_the_model_is_accepted_by_qts_own_tester(application):
    model = FindingsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert model.show((Head("Mål"), Row(finding())))
    assert not model.show((Head("Mål"), Row(finding())))
    assert model.show(())


def test_the_same_findings_with_new_fixes_are_no_change(application):
    model = FindingsModel()
    model.show((Row(finding(fix=Fix("Rätta", safe=True, apply=lambda old: old))),))
    assert not model.show((Row(finding(fix=Fix("Rätta", safe=True, apply=lambda old: old))),))


def test_the_chosen_finding_stays_open_when_others_come_and_go(view):
    first, second = finding(), finding(place=ANALYSIS)
    laid_open(view, result(first, second))
    view.results.show_result(result(finding(place=Place.of("title")), first, second))
    assert view.findings.list._open.finding == first


def test_without_findings_it_says_so_and_how_much_was_tried(view):
    view.results.show_result(result())
    assert view.findings._empty.text() == "Inget att anmärka på. Allt som går att pröva stämmer."
    assert view.findings._coverage.sentence == "2 av 3 tal kunde prövas."
    assert view.findings.list.isHidden()


def test_a_span_in_a_text_is_marked(view):
    block = view.desk.document.report.goals[2].analysis.blocks[1]
    place = ANALYSIS / "blocks" / block.id
    view.findings.list.asked_for.emit(place.at(0, 7))
    editor = QApplication.focusWidget()
    assert isinstance(editor, RichEditor)
    assert editor.textCursor().selectedText() == "Nio av "


def test_each_piece_of_evidence_leads_to_its_place(view):
    evidence = (Evidence(OUTCOME, "86 %"), Evidence(ANALYSIS, "Nio av tio"))
    card = laid_open(view, result(finding(evidence=evidence)))
    links = card.findChildren(EvidenceLink)
    assert links[0].accessibleName().endswith("”86 %”")
    QTest.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert view.place == Place.of("goals", "g3")
    assert isinstance(QApplication.focusWidget(), RichEditor)


def test_a_fix_is_one_step(view):
    fix = Fix("Skriv 87 %", safe=True, apply=lambda old: with_value(old, OUTCOME, "87 %"))
    card = laid_open(view, result(finding(fix=fix)))
    before = view.desk.document.report
    QTest.mouseClick(button(card, "Skriv 87 %"), Qt.MouseButton.LeftButton)
    assert view.desk.document.report.goals[1].indicators[0].outcome == "87 %"
    assert view.desk.document.undo_stack.undoText() == "rättning: Skriv 87 %"
    view.desk.document.undo_stack.undo()
    assert view.desk.document.report == before


def test_a_reason_sets_a_finding_aside_with_name_and_date(view, settings, type_text):
    settings.author = "Kim Exempel"
    made = finding()
    card = laid_open(view, result(made))
    QTest.mouseClick(button(card, "Ange skäl"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    line = card.findChild(QLineEdit)
    type_text(line, "Mätningen gäller hela förvaltningen.")
    QTest.mouseClick(button(card, "Spara skälet"), Qt.MouseButton.LeftButton)
    waiver = waiver_of(made, view.desk.document.report.waivers)
    assert (waiver.reason, waiver.author) == ("Mätningen gäller hela förvaltningen.", "Kim Exempel")
    assert len(waiver.date) == 10


def test_a_reason_without_words_sets_nothing_aside(view):
    card = laid_open(view, result(finding()))
    QTest.mouseClick(button(card, "Ange skäl"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    QTest.mouseClick(button(card, "Spara skälet"), Qt.MouseButton.LeftButton)
    assert view.desk.document.report.waivers == ()


def test_a_finding_set_aside_is_taken_up_again(qtbot, open_report):
    row = indicator(
        "Antal besök", id="i1", outcome="270 st", outcome_men="125 st", outcome_women="144 st", target="200 st"
    )
    view = open_report(report(goal("Mål", id="g1", assessment=Assessment.FULL, analysis="Nej.", indicators=(row,))))
    made = next(one for one in view.results.result.findings if "269" in one.message)
    card = next(
        card for card in (step_to(view) for _ in range(9)) if card is not None and card.row.finding.rule == made.rule
    )
    card.waive.emit("Ett besök saknar uppgift om kön.")
    qtbot.waitUntil(lambda: any(one.rule == made.rule for one in view.results.result.waived))
    view.findings.list.selectionModel().clear()
    cards = [step_to(view) for _ in range(len(view.results.result.findings) + 1)]
    aside = next(card for card in reversed(cards) if card is not None and card.row.waived)
    QTest.mouseClick(button(aside, "Ta bort skälet"), Qt.MouseButton.LeftButton)
    assert view.desk.document.report.waivers == ()


def step_to(view) -> FindingCard | None:
    view.findings.step(1)
    QApplication.processEvents()
    return view.findings.list.indexWidget(view.findings.list.currentIndex())


def test_only_the_newest_run_is_shown(qtbot, view):
    view.desk.document.set_value(Place.of("goals", "g3", "analysis"), text(""), "Ändra")
    view.checker.run()
    view.desk.document.set_value(Place.of("goals", "g3", "assessment"), None, "Ändra")
    with qtbot.waitSignal(view.checker.checked) as told:
        view.checker.run()
    assert any(one.place.is_within(Place.of("goals", "g3")) for one in told.args[0].findings)


def test_a_filter_hides_a_level_and_says_that_it_does(view):
    view.results.show_result(result(finding()))
    view.findings._filters[Level.ERROR].click()
    assert view.findings._empty.text() == (
        "Inget att visa med de nivåer som är valda. Tryck på en nivå här ovanför för att visa den."
    )
    view.findings._filters[Level.ERROR].click()
    assert view.findings.list.isVisible()
