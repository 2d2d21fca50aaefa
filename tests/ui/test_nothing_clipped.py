"""Every word has the room it needs, at every text size and in a narrow window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QToolButton

from avstamt.domain.place import Place
from avstamt.domain.text import rich
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.templates.catalogue import catalogue
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.dialogs.settings import SettingsDialog
from avstamt.ui.help.window import HelpWindow
from avstamt.ui.labels import Label
from avstamt.ui.tables.view import SheetView

SAMPLE = "verksamhetsberattelse-2024-enhet.avst"


def settle() -> None:
    for _ in range(20):
        QApplication.processEvents()


def clipped(window) -> list[str]:
    found = []
    for label in window.findChildren(Label):
        if label.isVisible() and label.text():
            needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
            if label.height() < needed or (not label.wordWrap() and label.width() < label.sizeHint().width()):
                found.append(f"{label.text()[:40]!r} {label.size()} {needed}")
    buttons = [*window.findChildren(QPushButton), *window.findChildren(QToolButton)]
    seen = [button for button in buttons if button.isVisible() and button.text()]
    return found + [button.text() for button in seen if button.width() < button.minimumSizeHint().width()]


def cut_columns(window) -> list[str]:
    return [
        f"{column.head} {view.columnWidth(at)}"
        for view in window.findChildren(SheetView)
        if view.isVisible()
        for at, column in enumerate(view.sheet.columns)
        if view.columnWidth(at) < view.head.narrowest(at)
    ]


def squeezed(page) -> list[str]:
    needs = {str(place): field.layout().totalHeightForWidth(field.width()) for place, field in page.fields.items()}
    shown = {str(place): field for place, field in page.fields.items() if field.isVisible()}
    return [
        f"{place} {shown[place].height()} {needs[place]}" for place in shown if shown[place].height() < needs[place]
    ]


@pytest.fixture(
    params=[(1024, 100), (1280, 100), (1280, 150), (1920, 115)], ids=lambda size: f"{size[0]} vid {size[1]} %"
)
def view(qtbot, window, open_report, settings, request):
    width, settings.text_size = request.param
    window.resize(width, 800)
    made = open_report(read(resource("samples", SAMPLE)))
    qtbot.waitUntil(lambda: made.width() == width)
    return made


def test_no_words_are_cut(window, view):
    missing = {}
    for place in view.outline.model.places():
        view.show_place(place)
        for panel in view.area.page.sheets:
            if panel.sheet.rowCount():
                panel.view.go_to(panel.sheet.index(0, 0))
        settle()
        if found := clipped(window) + cut_columns(window) + squeezed(view.area.page):
            missing[str(place)] = found
    assert missing == {}


def test_no_words_of_a_finding_are_cut(view):
    for _ in range(5):
        view.findings.step(1)
        settle()
        assert clipped(view.findings) == []
        view.findings.list.indexWidget(view.findings.list.currentIndex()).open_reason()
        settle()
        assert clipped(view.findings) == []


def test_a_table_in_a_narrow_pane_is_scrolled_and_keeps_its_names_readable(qtbot, window, open_report):
    window.resize(900, 700)
    view = open_report(read(resource("samples", SAMPLE)))
    goal = next(goal for goal in view.desk.document.report.goals if len(goal.indicators) > 1)
    view.show_place(Place.of("goals", goal.id))
    settle()
    table = view.area.page.sheets[0].view
    assert table.columnWidth(0) >= table.fontMetrics().averageCharWidth() * 18


def cut_boxes(widget) -> list[str]:
    boxes = [*widget.findChildren(QCheckBox), *widget.findChildren(QRadioButton)]
    return [box.text() for box in boxes if box.isVisible() and box.width() < box.sizeHint().width()]


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("made", [SettingsDialog, NewReportDialog])
def test_no_words_of_a_dialog_are_cut(qtbot, look, settings, made, size):
    settings.text_size = size
    dialog = made(look) if made is SettingsDialog else made(look, catalogue())
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert clipped(dialog) + cut_boxes(dialog) == []


@pytest.mark.parametrize("size", [100, 150])
def test_a_text_beside_wrapped_guidance_has_its_whole_height(window, open_report, settings, size):
    settings.text_size = size
    window.resize(1280, 800)
    view = open_report(read(resource("samples", "tertialrapport-1-2024-namnd.avst")))
    words = "Nämnden godkänner tertialrapport 1 med bilagor och överlämnar den till kommunstyrelsen. "
    view.desk.document.set_value(Place.of("front", "proposals"), rich(words * 6), "förslag")
    view.show_place(Place.of("front"))
    settle()
    assert squeezed(view.area.page) == []


def test_no_words_of_the_search_are_cut_in_a_narrow_pane_with_large_text(window, open_report, settings):
    settings.text_size = 150
    window.resize(1280, 800)
    view = open_report(read(resource("samples", SAMPLE)))
    window.actions_.by_name["replace"].trigger()
    settle()
    assert cut_boxes(view.beside) == []


def test_the_help_lists_its_pages_without_sideways_scrolling(qtbot, look, settings):
    settings.text_size = 150
    shown = HelpWindow(look)
    qtbot.addWidget(shown)
    shown.show()
    settle()
    widths = {shown.list.visualItemRect(shown.list.item(row)).width() for row in range(shown.list.count())}
    assert max(widths) <= shown.list.viewport().width()
