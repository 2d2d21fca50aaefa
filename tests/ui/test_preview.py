"""The preview: the printed pages beside the form, up to date and where one works. The helper process is the real one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid
from tests.builders import rich_report, text

from avstamt.domain.place import Place, with_value
from avstamt.domain.report import Report
from avstamt.export.pages import Pages, Spot
from avstamt.resources import resource
from avstamt.ui.labels import Label
from avstamt.ui.preview.helper import ENDED, Told
from avstamt.ui.preview.strip import GAP, MARGIN, Strip, spot_of

ANALYSIS = Place.of("goals", "g3", "analysis")
LONG = with_value(rich_report(), Place.of("sections", "s1", "text"), text(*["Året har gått som planerat."] * 80))


@pytest.fixture
def preview(qtbot, window, open_report):
    view = open_report(LONG)
    window.actions_.by_name["preview"].trigger()
    made = view.beside.preview
    qtbot.waitUntil(lambda: made.is_at_rest, timeout=20_000)
    yield made
    if isValid(made):
        made.helper.close()


def shown(preview) -> QImage:
    return preview.paper.viewport().grab().toImage()


def test_it_shows_what_is_typed_and_takes_over_only_the_pages_that_look_otherwise(qtbot, window, preview, type_text):
    view = window.tabs.current
    view.show_place(ANALYSIS)
    assert preview.paper.page > 0
    assert preview.paper.spot.place.is_within(ANALYSIS)
    before = shown(preview)
    type_text(QApplication.focusWidget(), "Åtta nya ord. ")
    qtbot.waitUntil(lambda: preview.is_at_rest, timeout=10_000)
    assert shown(preview) != before
    sent, kept = [], []
    preview.helper.drawn.connect(lambda page, _width, _picture: sent.append(page))
    preview.helper.unchanged.connect(lambda page, _width: kept.append(page))
    view.desk.document.set_value(Place.of("sections", "s4", "text"), text("Annat."), "ändring av Text")
    qtbot.waitUntil(lambda: preview.is_at_rest, timeout=10_000)
    assert set(kept)
    assert not set(kept) & set(sent)


def test_in_a_narrow_pane_the_page_number_is_whole(preview, settings):
    settings.text_size = 150
    QApplication.processEvents()
    number = next(label for label in preview.findChildren(Label) if label.text().startswith("Sida "))
    assert number.width() >= number.fontMetrics().horizontalAdvance(number.text())


def test_a_click_on_a_page_goes_to_the_part_that_stands_there(qtbot, window, preview):
    view = window.tabs.current
    view.show_place(ANALYSIS)
    view.show_place(Place.of("sections", "s1"))
    paper = preview.paper
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_End)
    spot = next(
        spot
        for spot in paper._strip.pages.spots
        if spot.place == Place.of("sections", "s4", "tables", "t1", "rows", "r2")
    )
    at = QPoint(paper.viewport().width() // 2, paper._strip.top_of(spot) - paper.verticalScrollBar().value() + 4)
    QTest.mouseClick(paper.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.place == Place.of("sections", "s4")


def test_pages_are_turned_and_zoomed_by_key(qtbot, preview):
    paper = preview.paper
    paper.setFocus()
    QTest.keyClick(paper, Qt.Key.Key_Home)
    assert preview._number.text().startswith("Sida 1 av")
    QTest.keyClick(paper, Qt.Key.Key_PageDown)
    assert paper.page == 1
    QTest.keyClick(paper, Qt.Key.Key_PageUp)
    assert paper.page == 0
    narrow = paper._strip.page_width
    QTest.keyClick(paper, Qt.Key.Key_Plus)
    assert paper._strip.page_width > narrow
    QTest.keyClick(paper, Qt.Key.Key_0)
    assert paper._strip.page_width == narrow
    qtbot.waitUntil(paper.is_drawn, timeout=10_000)


def test_a_helper_that_dies_is_told_of_and_begins_anew_with_the_next_edit(qtbot, window, preview):
    with qtbot.waitSignal(preview.helper.refused, timeout=10_000) as told:
        preview.helper._line.close()
    assert told.args == [ENDED]
    assert preview._trouble.text() == ENDED
    window.tabs.current.desk.document.set_value(Place.of("title"), "En annan titel", "ändring av Titel")
    qtbot.waitUntil(lambda: preview.is_at_rest, timeout=20_000)
    assert preview._trouble.isHidden()


def test_folded_away_it_lets_its_process_go_and_the_findings_back(qtbot, window, preview, settings):
    view = window.tabs.current
    assert view.findings.isHidden()
    assert settings.preview
    line = preview.helper._line
    preview._close.click()
    assert view.beside.isHidden()
    assert not view.findings.isHidden()
    assert not settings.preview
    assert not window.actions_.by_name["preview"].isChecked()
    assert not line._process.is_alive()


def test_the_panes_get_their_widths_back(qtbot, window, open_report):
    view = open_report(LONG)
    before = view.splitter.sizes()
    for _ in range(2):
        window.actions_.by_name["preview"].trigger()
        QApplication.processEvents()
        assert view.beside.width() >= 360
        assert view.outline.width() == before[0]
        window.actions_.by_name["preview"].trigger()
        QApplication.processEvents()
        assert view.splitter.sizes() == before


def test_a_preview_that_was_shown_last_time_is_shown_again(qtbot, window, open_report, settings):
    settings.preview = True
    view = open_report(LONG)
    qtbot.waitUntil(lambda: not view.beside.isHidden())
    assert view.beside.preview.isVisible()
    assert view.outline.width() > 250


def test_closing_the_report_ends_the_process(qtbot, window, preview):
    process = preview.helper._line._process
    window.close_view(window.tabs.current)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(lambda: not process.is_alive())


A4 = (595.0, 842.0)


def test_pages_stand_under_each_other_and_a_point_is_the_part_above_it():
    first, second = Spot(Place.of("title"), 0, 100.0), Spot(ANALYSIS, 1, 50.0)
    strip = Strip.fitted(Pages((A4, A4), (first, second)), 595 + 2 * MARGIN, None)
    assert strip.tops == (GAP, 2 * GAP + 842)
    assert strip.seen(0, 400) == [0]
    assert strip.seen(800, 400) == [0, 1]
    assert strip.spot_at(QPointF(300, GAP + 50)) is None
    assert strip.spot_at(QPointF(300, GAP + 500)) == first
    assert strip.spot_at(QPointF(300, strip.top_of(second) + 2)) == second
    assert strip.spot_at(QPointF(2, strip.top_of(second) + 2)) is None


@pytest.mark.parametrize(
    ("place", "found"),
    [
        (ANALYSIS / "blocks" / "b2", "goals/g3/analysis/blocks/b2"),
        (ANALYSIS / "blocks" / "new", "goals/g3/analysis"),
        (Place.of("goals", "g3"), "goals/g3/title"),
        (Place.of("goals", "g3", "indicators", "i1", "outcome"), "goals/g3/indicators/i1"),
        (Place.of("goals", "g3", "assessment"), "goals/g3/title"),
    ],
)
def test_a_place_is_looked_for_where_it_is_printed_or_nearest(place, found):
    known = ("goals/g3/title", "goals/g3/analysis", "goals/g3/analysis/blocks/b2", "goals/g3/indicators/i1")
    spots = tuple(Spot(Place.parse(one), 0, float(at)) for at, one in enumerate(known))
    assert str(spot_of(Pages((A4,), spots), place).place) == found


def own_layout(tmp_path, old: str, new: str) -> Path:
    city = resource("layout", "stockholm.yaml").read_text(encoding="utf-8")
    assert old in city
    path = tmp_path / "egen.yaml"
    path.write_text(city.replace(old, new, 1), encoding="utf-8")
    return path


def test_the_pages_are_set_in_the_organisations_own_layout_as_soon_as_it_is_chosen_or_mended(
    qtbot, preview, settings, tmp_path
):
    before = shown(preview)
    settings.paper_layout = own_layout(tmp_path, "title: 25", "title: 44")
    qtbot.waitUntil(lambda: preview.is_at_rest, timeout=10_000)
    own = shown(preview)
    assert own != before
    settings.paper_layout = None
    qtbot.waitUntil(lambda: preview.is_at_rest and shown(preview) == before, timeout=10_000)


def test_a_layout_that_cannot_be_read_is_told_of_above_the_pages(qtbot, preview, settings, tmp_path):
    broken = tmp_path / "trasig.yaml"
    broken.write_text("marginaler: [", encoding="utf-8")
    with qtbot.waitSignal(preview.helper.refused, timeout=10_000) as told:
        settings.paper_layout = broken
    assert "trasig.yaml" in told.args[0]
    assert preview._trouble.isVisible()


def test_a_report_is_told_anew_only_where_it_has_changed_and_comes_through_whole():
    told, before = Told(), rich_report()
    assert Report.model_validate_json(told.json(before)) == before
    after = before.model_copy(update={"goals": tuple(reversed(before.goals)), "sections": before.sections[:1]})
    assert Report.model_validate_json(told.json(after)) == after
    kept = dict(told._written)
    told.json(after)
    assert kept.keys() == told._written.keys()
    assert all(told._written[key][1] is written for key, (_node, written) in kept.items())
    empty = before.model_copy(update={"goals": (), "sections": ()})
    assert Report.model_validate_json(told.json(empty)) == empty
