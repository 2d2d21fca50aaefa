"""The start, the new report, and what the window remembers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog
from tests.builders import rich_report
from tests.ui.asking import when_asked

from avstamt.domain.report import OrganisationLevel, ReportKind
from avstamt.resources import resource
from avstamt.storage.file import read, save
from avstamt.templates.catalogue import catalogue
from avstamt.ui.dialogs.new_report import Choice, NewReportDialog, likely, next_after
from avstamt.ui.settings import Settings
from avstamt.ui.start_view import FileButton
from avstamt.ui.theme import Appearance


def buttons(window) -> list[FileButton]:
    return window.tabs.start.findChildren(FileButton)


def test_an_empty_start_says_what_belongs_there_and_offers_samples(window):
    texts = [button.accessibleName() for button in buttons(window)]
    assert "En enhets verksamhetsberättelse 2024" in texts
    assert window.tabs.start.isVisible()


def test_a_sample_opens_as_a_report_without_file(qtbot, window):
    with qtbot.waitSignal(window.session.opened) as told:
        QTest.mouseClick(buttons(window)[0], Qt.MouseButton.LeftButton)
    assert told.args[0].document.path is None


def test_a_recent_file_opens_by_a_click(qtbot, window, tmp_path):
    path = tmp_path / "Min rapport.avst"
    save(rich_report(), path)
    window.session.settings.remember(path)
    button = next(button for button in buttons(window) if button.accessibleName().startswith("Min rapport"))
    QApplication.processEvents()
    with qtbot.waitSignal(window.session.opened):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_recent_file_that_is_gone_is_told_and_forgotten(qtbot, window, tmp_path):
    path = tmp_path / "borta.avst"
    window.session.settings.remember(path)
    window.session.open(path)
    qtbot.waitUntil(lambda: "borta.avst" in window.messages.text and "…" not in window.messages.text)
    assert window.session.settings.recent == ()


def test_a_new_report_is_made_from_the_dialog(qtbot, window, type_text):
    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewReportDialog)
        dialog._kinds.button(list(ReportKind).index(ReportKind.ANNUAL)).click()
        dialog._year.selectAll()
        type_text(dialog._year, "2024")
        type_text(dialog._organisation, "Enheten för åtgärder")
        accept = next(
            button for button in dialog.findChild(QDialogButtonBox).buttons() if button.text() == "Skapa rapporten"
        )
        QTest.mouseClick(accept, Qt.MouseButton.LeftButton)

    when_asked(fill)
    with qtbot.waitSignal(window.session.opened) as told:
        window.actions_.by_name["new"].trigger()
    made = told.args[0].document.report
    assert (made.kind, made.level, made.year) == (ReportKind.ANNUAL, OrganisationLevel.UNIT, 2024)
    assert made.organisation == "Enheten för åtgärder"
    assert made.goals
    assert not told.args[0].document.is_modified


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-01-15", (ReportKind.ANNUAL, 2025)), ("2026-04-20", (ReportKind.TERTIAL_1, 2026)),
        ("2026-08-31", (ReportKind.TERTIAL_2, 2026)), ("2026-11-22", (ReportKind.PLAN, 2027)),
    ],
)  # fmt: skip
def test_the_dialog_proposes_the_report_of_the_season(day, expected):
    assert likely(dt.date.fromisoformat(day)) == expected


@pytest.mark.parametrize("kind", list(ReportKind))
@pytest.mark.parametrize("level", list(OrganisationLevel))
def test_every_part_of_every_new_report_is_shown(window, kind, level):
    window.session.new(Choice(kind, level, 2024, "Enheten", "Nämnden").report(catalogue()))
    view = window.tabs.current
    for place in view.outline.model.places():
        view.show_place(place)
        assert view.area.page.place == place


def test_the_dialog_says_what_the_report_begins_with(qtbot, look):
    dialog = NewReportDialog(look, catalogue())
    qtbot.addWidget(dialog)
    dialog._year.set_value(2024)
    dialog._tell_goals()
    assert dialog._goals.text().startswith("Rapporten börjar med kommunfullmäktiges 3 inriktningsmål och")
    dialog._year.set_value(1999)
    dialog._tell_goals()
    assert "inte kända" in dialog._goals.text()


def test_qts_own_buttons_speak_swedish(qtbot, application):
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Close)
    qtbot.addWidget(box)
    assert {button.text().replace("&", "") for button in box.buttons()} == {"Avbryt", "Stäng"}


def test_settings_are_kept_between_runs(tmp_path, application):
    first = Settings(tmp_path / "s.ini")
    first.appearance = Appearance.DARK
    first.text_size = 130
    first.guidance = False
    first.author = "Åsa Öberg"
    first.remember(Path("/a.avst"))
    first.remember(Path("/b.avst"))
    first.remember(Path("/a.avst"))
    second = Settings(tmp_path / "s.ini")
    assert (second.appearance, second.text_size, second.guidance) == (Appearance.DARK, 130, False)
    assert (second.author, second.recent) == ("Åsa Öberg", (Path("/a.avst"), Path("/b.avst")))


def test_a_settings_file_that_makes_no_sense_is_taken_as_none(tmp_path, application):
    (tmp_path / "s.ini").write_text("[utseende]\ntextstorlek=jätte\nf%C3%A4rger=lila\n", encoding="utf-8")
    made = Settings(tmp_path / "s.ini")
    assert (made.text_size, made.appearance, made.guidance, made.recent) == (100, Appearance.SYSTEM, True, ())


def test_folded_panes_and_widths_are_remembered(window, open_report):
    first = open_report(rich_report())
    window.actions_.by_name["outline"].trigger()
    first.splitter.splitterMoved.emit(250, 1)
    window.close_view(first)
    second = open_report(rich_report())
    assert second.outline.isHidden()
    assert not second.findings.isHidden()


@pytest.mark.parametrize(
    ("earlier", "expected"),
    [
        ((ReportKind.PLAN, 2025), (ReportKind.TERTIAL_1, 2025)),
        ((ReportKind.TERTIAL_1, 2025), (ReportKind.TERTIAL_2, 2025)),
        ((ReportKind.TERTIAL_2, 2025), (ReportKind.ANNUAL, 2025)),
        ((ReportKind.ANNUAL, 2025), (ReportKind.PLAN, 2026)),
    ],
)
def test_the_reports_of_a_year_follow_one_another(earlier, expected):
    assert next_after(*earlier) == expected


def test_a_report_after_an_earlier_one_has_its_names(qtbot, window, monkeypatch):
    plan = resource("samples", "verksamhetsplan-2025-enhet.avst")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(plan), ""))
    when_asked(lambda: QApplication.activeModalWidget().accept())
    QTest.mouseClick(window.tabs.start._after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tabs.current is not None)
    made = window.tabs.current.desk.document.report
    assert (made.kind, made.year) == (ReportKind.TERTIAL_1, 2025)
    assert made.organisation == read(plan).organisation
    assert {one.id for one in read(plan).goals} == {one.id for one in made.goals}


def test_a_report_after_last_years_takes_over_its_outcome_and_keeps_the_texts_that_one_asks_for(
    qtbot, window, monkeypatch
):
    annual = resource("samples", "verksamhetsberattelse-2024-enhet.avst")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(annual), ""))
    said = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        said.append(dialog._goals.text())
        QTest.mouseClick(dialog._keep, Qt.MouseButton.LeftButton, pos=QPoint(8, dialog._keep.height() // 2))
        dialog.accept()

    when_asked(answer)
    QTest.mouseClick(window.tabs.start._after, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.tabs.current is not None)
    made = window.tabs.current.desk.document.report
    before = {one.id: one for each in read(annual).goals for one in each.indicators}
    after = {one.id: one for each in made.goals for one in each.indicators}
    assert "utfallet 2024 som förra årets" in said[0]
    assert {key: one.previous for key, one in after.items()} == {key: before[key].outcome for key in after}
    assert any(each.description is not None and not each.description.is_empty for each in made.goals)


def test_the_dialog_says_what_goes_on_in_the_year_that_is_chosen(qtbot, look):
    earlier = read(resource("samples", "verksamhetsberattelse-2024-enhet.avst"))
    dialog = NewReportDialog(look, catalogue())
    qtbot.addWidget(dialog)
    dialog.begin_after(earlier)
    next_year = dialog._goals.text()
    dialog._year.selectAll()
    QTest.keyClicks(dialog._year, "2024")
    assert "aktiviteter som inte är avslutade" in next_year
    assert "indikatorer med årsmål" in dialog._goals.text()


def test_an_earlier_report_that_cannot_be_read_is_told_in_the_bar(qtbot, window, monkeypatch, tmp_path):
    broken = tmp_path / "plan.avst"
    broken.write_text("{", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(broken), ""))
    window.actions_.by_name["new_from"].trigger()
    qtbot.waitUntil(lambda: "plan.avst" in window.messages.text and "Läser" not in window.messages.text)
    assert window.tabs.current is None


def test_tab_goes_through_the_dialog_as_one_reads_it(qtbot, look):
    dialog = NewReportDialog(look, catalogue())
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    passed = []
    for _ in range(5):
        focused = QApplication.focusWidget()
        passed.append(focused.accessibleName() or focused.text())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert passed == [dialog._kinds.checkedButton().text(), "En enhet", "År", "Enhet eller förvaltning", "Nämnd"]
