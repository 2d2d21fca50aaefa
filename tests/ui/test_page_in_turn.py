"""A long page: what is seen at first is there at once, and what lies below is as if it had been made with it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from tests.builders import activity, goal, indicator, report, text

from avstamt.domain.finding import Level
from avstamt.domain.goal import Assessment
from avstamt.domain.place import Place, remove
from avstamt.ui.editors.growing import GrowingEdit
from avstamt.ui.forms.page import Page
from avstamt.ui.tables.view import SheetView

GOAL = Place.of("goals", "g1")
ROW = GOAL / "indicators" / "i1"
LAST = GOAL / "activities" / "a1" / "analysis"


def long_goal():
    analysis = text(*["Mottagningen hade öppet fyra kvällar i veckan och tog emot fler än året före. " * 2] * 20)
    rows = (
        indicator(
            "Andel nöjda besökare",
            id="i1",
            outcome="81 %",
            target="85 %",
            period="2019",
            analysis="Färre var nöjda än väntat.",
        ),
    )
    deeds = (activity("Ordna en utbildning", id="a1", analysis="Utbildningen hölls i mars."),)
    made = goal(
        "Mötesplatserna är öppna",
        id="g1",
        assessment=Assessment.FULL,
        analysis=analysis,
        indicators=rows,
        activities=deeds,
    )
    return report(made, goal("Ett annat mål", id="g2"), id="r1")


@pytest.fixture
def view(window, open_report):
    made = open_report(long_goal())
    made.outline.view.choose(GOAL)
    return made


def test_what_lies_far_below_is_made_after_the_page_is_shown(view, qtbot):
    page = view.area.page
    assert GOAL / "analysis" in page.made
    assert LAST not in page.made
    qtbot.waitUntil(lambda: LAST in page.made)
    assert [panel.sheet.place.name for panel in page.tables_made] == ["indicators", "activities"]


def test_who_asks_for_a_field_or_a_table_gets_all_at_once(view):
    page = view.area.page
    assert list(page.fields)[-1] == LAST
    assert len(page.sheets) == 2


def test_a_place_far_below_can_be_gone_to_at_once(view):
    view.show_place(LAST)
    assert view.area.page.made[LAST].editor.hasFocus()


def test_nothing_that_is_seen_moves_when_the_rest_comes(window, open_report, monkeypatch):
    monkeypatch.setattr("avstamt.ui.forms.page._PAUSE", 60_000)
    view = open_report(long_goal())
    view.outline.view.choose(GOAL)
    page = view.area.page
    QApplication.processEvents()
    before = where(page)
    page.complete()
    after = where(page)
    QApplication.processEvents()
    assert where(page) == after
    assert LAST not in before
    assert LAST in after
    assert {place: after[place] for place in before} == before
    assert view.area.verticalScrollBar().value() == 0


def where(page: Page) -> dict[Place, QRect]:
    """Return where the fields of a page lie."""
    return {place: field.geometry() for place, field in page.made.items()}


def test_findings_are_shown_on_what_came_later(view, qtbot):
    page = view.area.page
    assert any(finding.place.is_within(ROW) for finding in view.found)
    qtbot.waitUntil(lambda: LAST in page.made)
    levels = page.tables_made[0].sheet.levels
    assert any(place.is_within(ROW) and level in Level for place, level in levels.items())


def test_what_came_later_is_locked_where_the_report_is_only_read(view, qtbot):
    view.desk.document.read_only = "Filen är öppen hos en kollega."
    view.outline.view.choose(Place.of("goals", "g2"))
    view.outline.view.choose(GOAL)
    page = view.area.page
    qtbot.waitUntil(lambda: LAST in page.made)
    assert page.made[LAST].editor.isReadOnly()
    assert all(edit.isReadOnly() for edit in page.findChildren(GrowingEdit))
    tables = page.findChildren(SheetView)
    assert tables
    assert all(table.editTriggers() == SheetView.EditTrigger.NoEditTriggers for table in tables)


def test_a_goal_that_is_gone_is_not_made_further(view, qtbot):
    page = view.area.page
    view.desk.document.change(Place.of("goals"), lambda now: remove(now, GOAL), "borttagning av mål")
    page.complete()
    assert LAST not in page.made


def test_a_short_page_is_made_at_once(window, open_report):
    made = open_report(report(goal("Ett mål", id="g1", analysis="Allt gick bra.")))
    made.outline.view.choose(GOAL)
    assert GOAL / "analysis" in made.area.page.made
