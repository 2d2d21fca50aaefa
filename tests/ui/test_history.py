"""The small chart of an indicator's years."""

from __future__ import annotations

from tests.builders import goal, indicator, report

from avstamt.domain.goal import GoalLevel
from avstamt.domain.place import Place
from avstamt.domain.report import ReportKind
from avstamt.ui.forms.directions import DirectionLine
from avstamt.ui.forms.history import HistoryChart, history_of


def test_a_history_is_last_year_this_year_and_the_forecast_with_the_target():
    made = history_of(indicator(previous="83 %", outcome="86 %", forecast="88 %", target="minst 85 %"), 2024)
    assert made.words.replace("\u00a0", " ") == "2023 83 %, 2024 86 %, prognos 88 %, årsmål 85 %"
    assert [point.is_expected for point in made.points] == [False, False, True]


def test_values_in_another_unit_are_left_out():
    made = history_of(indicator(previous="12 st", outcome="86 %", target="4"), 2024)
    assert (made.is_known, made.target) == (False, None)


def shown(open_report, **cells: str):
    rows = (indicator("Nöjda", id="i1", **cells),)
    kind = ReportKind.TERTIAL_1 if "forecast" in cells else ReportKind.ANNUAL
    view = open_report(report(goal(level=GoalLevel.AREA, id="g1", indicators=rows), kind=kind))
    view.show_place(Place.of("goals", "g1", "indicators", "i1", "outcome"))
    return view, view.area.page.findChild(HistoryChart)


def test_the_chart_of_the_current_row_is_drawn_and_told_in_words(open_report):
    view, chart = shown(open_report, previous="83 %", outcome="86 %", target="90 %")
    assert chart.isVisible()
    assert chart.accessibleName() == "Utveckling för Nöjda"
    assert chart.accessibleDescription().replace("\u00a0", " ") == "2023 83 %, 2024 86 %, årsmål 90 %"
    picture = chart.grab().toImage()
    accent = view.desk.look.theme.accent.lower()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert accent in colours


def test_the_chart_follows_the_cells(open_report):
    view, chart = shown(open_report, previous="83 %", outcome="86 %")
    place = Place.of("goals", "g1", "indicators", "i1", "outcome")
    view.desk.document.set_value(place, "87 %", "ändring")
    assert "87" in chart.accessibleDescription()
    view.desk.document.set_value(place, "inte klart", "ändring")
    assert not chart.isVisible()


def test_the_unit_is_told(open_report):
    view, _chart = shown(open_report, previous="83 %", outcome="86 %")
    line = view.area.page.findChild(DirectionLine)
    assert line._unit.text() == "Enhet: %"
