"""The findings panel: what it lists, where a click leads, fixing and waiving."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit
from tests.builders import goal, indicator, report, rich_report, text

from avstamt.domain.finding import Coverage, Evidence, Finding, Fix, Level
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, with_value
from avstamt.domain.review import waiver_of
from avstamt.rules.engine import Result
from avstamt.ui.editors.rich import RichEditor
from avstamt.ui.findings.body import EvidenceLink
from avstamt.ui.findings.card import GONE, REWORDED, FindingCard
from avstamt.ui.findings.keeping import known_again, with_kept
from avstamt.ui.findings.model import FindingsModel
from avstamt.ui.findings.reason import ReasonLine
from avstamt.ui.findings.rows import Head, Row, counts_by_part, levels_by_place, lines
from avstamt.ui.labels import Label

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


# results that come in while something is written

WRITTEN = "Mätningen gäller hela"


@pytest.fixture
def writing(window, view, type_text) -> Callable[..., FindingCard]:
    """Lay a finding open between two others, and write half a reason."""

    def begin(made: Finding) -> FindingCard:
        card = laid_open(view, result(made, finding(place=ANALYSIS)))
        QTest.mouseClick(button(card, "Ange skäl"), Qt.MouseButton.LeftButton)
        QApplication.processEvents()
        line = window.focusWidget()
        assert isinstance(line, ReasonLine)
        type_text(line, WRITTEN)
        line.setSelection(3, 5)
        return card

    return begin


def come_in(view, made: Result) -> None:
    view.results.show_result(made)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def assert_let_alone(window, view, card: FindingCard) -> None:
    """Claim that what was written, the focus, the selection and the place on the screen are as they were."""
    line = window.focusWidget()
    assert isinstance(line, ReasonLine)
    assert card.isAncestorOf(line)
    assert line.isVisible()
    assert (line.text(), line.selectionStart(), line.selectedText()) == (WRITTEN, 3, WRITTEN[3:8])
    assert view.findings.list.card is card


def told(card: FindingCard) -> str:
    return card._note.text() if card._note.isVisible() else ""


def test_a_reason_half_written_is_let_alone_by_a_result_that_finds_the_same(window, view, writing):
    card = writing(made := finding())
    come_in(view, result(made))
    assert_let_alone(window, view, card)
    assert told(card) == ""
    type_on = window.focusWidget()
    type_on.deselect()
    QTest.keyClick(type_on, Qt.Key.Key_End)
    QTest.keyClicks(type_on, " staden.")
    QTest.mouseClick(button(card, "Spara skälet"), Qt.MouseButton.LeftButton)
    assert waiver_of(made, view.desk.document.report.waivers).reason == f"{WRITTEN} staden."


def test_the_words_stay_where_the_finding_is_gone_and_it_is_said(window, view, writing):
    card = writing(made := finding())
    come_in(view, result(finding(place=ANALYSIS)))
    assert_let_alone(window, view, card)
    assert told(card) == f"{GONE} Det du har skrivit står kvar."
    assert window.focusWidget().accessibleDescription() == told(card)
    heads = [line.words for line in view.findings.model.lines if isinstance(line, Head)]
    assert heads == ["1.3 Stockholms stad ska ge stöd där behoven är som störst", "Besökarna får snabbt svar"]
    come_in(view, result())
    assert_let_alone(window, view, card)
    come_in(view, result(finding(place=ANALYSIS), made))
    assert_let_alone(window, view, card)
    assert told(card) == ""


def test_escape_leaves_a_finding_that_is_gone(window, view, writing):
    card = writing(finding(fix=Fix("Skriv 87 %", safe=True, apply=lambda old: old)))
    come_in(view, result(finding(place=ANALYSIS)))
    assert "Skriv 87 %" not in [one.accessibleName() for one in card.findChildren(QAbstractButton)]
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.focusWidget() is view.findings.list
    assert [line.finding.place for line in view.findings.model.lines if isinstance(line, Row)] == [ANALYSIS]


def test_a_finding_that_comes_above_moves_neither_the_card_nor_what_is_written(window, view, writing):
    card = writing(made := finding())
    many = [finding(place=Place.of("title"), message=f"Fel {number}.") for number in range(40)]
    come_in(view, result(*many, made, *(finding(place=ANALYSIS, message=one.message) for one in many)))
    assert_let_alone(window, view, card)
    at = card.mapTo(view.findings.list.viewport(), card.rect().topLeft()).y()
    come_in(view, result(*many[:30], made, *(finding(place=ANALYSIS, message=one.message) for one in many)))
    assert_let_alone(window, view, card)
    assert card.mapTo(view.findings.list.viewport(), card.rect().topLeft()).y() == at


def test_a_finding_that_says_something_else_keeps_what_is_written_and_asks_to_be_read_again(window, view, writing):
    card = writing(finding())
    come_in(view, result(finding(message="Talen går inte alls ihop.", evidence=(Evidence(OUTCOME, "86 %"),))))
    assert_let_alone(window, view, card)
    assert told(card) == f"{REWORDED} Det du har skrivit står kvar."
    assert [label.text() for label in card.findChildren(Label)].count("Talen går inte alls ihop.") == 1


def test_a_finding_that_has_moved_within_its_text_is_the_same(window, view, writing):
    block = ANALYSIS / "blocks" / view.desk.document.report.goals[2].analysis.blocks[1].id
    card = writing(finding(place=block.at(4, 7)))
    come_in(view, result(finding(place=block.at(0, 3), message="Ett annat."), finding(place=block.at(6, 9))))
    assert_let_alone(window, view, card)
    assert told(card) == ""


def test_the_button_that_has_the_focus_keeps_it_through_a_result(window, view):
    card = laid_open(view, result(made := finding()))
    for name in ("Ange skäl", "Varför?"):
        button(card, name).setFocus()
        come_in(view, result(finding(place=Place.of("title")), made))
        assert window.focusWidget() is button(card, name)
        come_in(view, result(made))
    come_in(view, result(reworded := finding(message="Talen går isär.")))
    assert window.focusWidget().accessibleName() == "Varför?"
    come_in(view, result(finding(place=ANALYSIS)))
    assert (told(card), view.findings.list._open.finding) == (GONE, reworded)
    view.findings.step(1)
    QApplication.processEvents()
    assert [line.finding.place for line in view.findings.model.lines if isinstance(line, Row)] == [ANALYSIS]


def test_when_the_finding_is_mended_its_card_goes_and_the_list_has_the_focus(window, view):
    fix = Fix("Skriv 87 %", safe=True, apply=lambda old: with_value(old, OUTCOME, "87 %"))
    card = laid_open(view, result(finding(fix=fix), finding(place=ANALYSIS)))
    button(card, "Skriv 87 %").setFocus()
    QTest.keyClick(button(card, "Skriv 87 %"), Qt.Key.Key_Space)
    come_in(view, result(finding(place=ANALYSIS)))
    assert window.focusWidget() is view.findings.list
    assert view.findings.list.card is None


@pytest.mark.parametrize("way", ["step", "filter"])
def test_what_is_written_comes_back_when_its_finding_is_laid_open_again(view, writing, way):
    writing(made := finding())
    if way == "step":
        view.findings.step(1)
        view.findings.step(-1)
    else:
        view.findings._filters[Level.ERROR].click()
        view.findings._filters[Level.ERROR].click()
        view.findings.open(made, with_reason=False)
    QApplication.processEvents()
    assert view.findings.list.card.words == WRITTEN


def test_what_is_written_outlives_another_order_and_another_look(window, view, writing, settings):
    card = writing(finding())
    view.findings.arrange()
    assert_let_alone(window, view, card)
    view.desk.look.changed.emit()
    QApplication.processEvents()
    assert_let_alone(window, view, card)


ROWS = st.lists(
    st.builds(
        lambda place, words: Row(finding(place=place, message=words)),
        st.sampled_from((OUTCOME, ANALYSIS, Place.of("title"))),
        st.sampled_from(("Fel.", "Annat fel.", "Ett tredje.")),
    ),
    unique_by=lambda row: row.key,
)


@given(st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_whatever_comes_in_the_line_laid_open_is_found_once_among_the_lines_of_the_run(data):
    before, shown = tuple(data.draw(ROWS.filter(bool))), tuple(data.draw(ROWS))
    at = data.draw(st.integers(0, len(before) - 1))
    model = FindingsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(before)
    held = QPersistentModelIndex(model.index(at))
    now = known_again(before[at], before, shown)
    lines_now, now = (shown, now) if now is not None else with_kept(shown, before, at)
    assert [line for line in lines_now if line in shown] == list(shown)
    model.show(lines_now, (at, now))
    assert model.lines == lines_now
    assert model.line(held).finding.place == before[at].finding.place
