"""Tab goes through the window as one reads it, and Shift+Tab the same way back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests import builders
from tests.ui.hands import called

from avstamt.domain.place import Place
from avstamt.domain.report import Report
from avstamt.ui.main_window import MainWindow
from avstamt.ui.report_view import ReportView
from avstamt.ui.tables.view import SheetView

_GOAL = Place.of("goals", "g1")
_STEPS = 80


@pytest.fixture
def view(open_report: Callable[[Report], ReportView]) -> ReportView:
    activities = (builders.activity(id="a1"),)
    goal = builders.goal(id="g1", indicators=(builders.indicator(id="i1"),), activities=activities)
    shown = open_report(builders.report(goal, builders.goal("Lokalerna är trygga", id="g2")))
    shown.show_place(_GOAL)
    shown.outline.view.setFocus()
    return shown


def walk(window: MainWindow, key: Qt.Key, at_each: Callable[[], None] = lambda: None) -> list[QWidget]:
    """Return what has the focus, stop by stop, until one is back; the cells of a table are one stop."""
    begun = QApplication.focusWidget()
    assert begun is not None
    met = [begun]
    for _step in range(_STEPS):
        QTest.keyClick(window.windowHandle(), key)
        at_each()
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused is begun:
            return met
        if focused is not met[-1]:
            met.append(focused)
    raise AssertionError("Tab kom aldrig tillbaka")


def test_tab_goes_from_the_outline_through_the_page_to_the_findings(window: MainWindow, view: ReportView) -> None:
    panes = [_pane(view, stop) for stop in walk(window, Qt.Key.Key_Tab)]

    assert [pane for at, pane in enumerate(panes) if pane != panes[at - 1]] == ["page", "findings", "below", "outline"]


def test_shift_and_tab_go_the_same_way_back(window: MainWindow, view: ReportView) -> None:
    there = walk(window, Qt.Key.Key_Tab)

    back = walk(window, Qt.Key.Key_Backtab)

    assert back == [there[0], *reversed(there[1:])]


def test_tab_stops_at_every_field_of_the_page_from_above_down(window: MainWindow, view: ReportView) -> None:
    page = view.area.page
    assert page is not None

    tops = [
        stop.mapTo(page, stop.rect().topLeft()).y() for stop in walk(window, Qt.Key.Key_Tab) if _on_page(view, stop)
    ]

    assert len(tops) > len(page.fields) - 1
    assert tops == sorted(tops)


def test_tab_comes_to_an_analysis_that_was_added_after_the_page_was_made(
    qtbot: QtBot, window: MainWindow, view: ReportView
) -> None:
    page = view.area.page
    assert page is not None
    view.desk.document.set_value(_GOAL / "indicators" / "i1" / "analysis", builders.text("Fler svarade."), "analys")
    qtbot.waitUntil(lambda: _GOAL / "indicators" / "i1" / "analysis" in page.fields)

    stops = walk(window, Qt.Key.Key_Tab)

    tables = [at for at, stop in enumerate(stops) if isinstance(stop, SheetView)]
    added = stops.index(page.fields[_GOAL / "indicators" / "i1" / "analysis"].editor)
    assert tables[0] < added < tables[1]


def test_tab_brings_the_field_it_comes_to_into_sight(window: MainWindow, view: ReportView) -> None:
    window.resize(1280, 420)
    hidden = []

    def look() -> None:
        stop = QApplication.focusWidget()
        if stop is not None and _on_page(view, stop) and stop.visibleRegion().isEmpty():
            hidden.append(called(stop))

    walk(window, Qt.Key.Key_Tab, look)

    assert hidden == []


def _pane(view: ReportView, stop: QWidget) -> str:
    panes = {"outline": view.outline, "page": view.area, "findings": view.findings}
    return next((name for name, pane in panes.items() if pane.isAncestorOf(stop)), "below")


def _on_page(view: ReportView, stop: QWidget) -> bool:
    return view.area.isAncestorOf(stop)
