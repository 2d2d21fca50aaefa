"""The real reports in the window: every part shown, a field edited, undone, saved, and opened again the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from tests.conftest import shared_seeds

from avstamt.domain.goal import GOAL_TEXTS
from avstamt.domain.place import Place, value_at
from avstamt.resources import resource
from avstamt.storage.file import read
from avstamt.ui.editors.rich import RichEditor

SAMPLES = sorted(resource("samples").glob("*.txt"))


@pytest.mark.shared
@pytest.mark.parametrize("path", shared_seeds() or [None], ids=lambda path: path.stem if path else "inga")
def test_a_real_report_is_shown_edited_undone_saved_and_reopened(qtbot, window, type_text, tmp_path, path):
    if path is None:
        pytest.skip("De verkliga rapporterna finns inte bredvid projektet (../shared/seeds).")
    whole_way(qtbot, window, type_text, tmp_path / "rapport.avst", path)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_shown_edited_undone_saved_and_reopened(qtbot, window, type_text, tmp_path, path):
    whole_way(qtbot, window, type_text, tmp_path / "rapport.avst", path)


def whole_way(qtbot, window, type_text, target: Path, path: Path) -> None:
    with qtbot.waitSignal(window.session.opened, timeout=20_000):
        window.session.open(path)
    for view in list(window.tabs.views):
        window.tabs.show_document(view.desk.document)
        start = view.desk.document.report
        show_all(view)
        assert view.desk.document.report is start, "att visa en del ändrar inget"
        edit_and_undo(window, view, type_text)
        assert view.desk.document.report == start
    view = window.tabs.current
    assert window.session.save(view.desk.document, target)
    assert not view.desk.document.is_modified
    with qtbot.waitSignal(window.session.opened):
        window.session.open_sample(target)
    assert window.tabs.current.desk.document.report == view.desk.document.report == read(target)


def show_all(view) -> None:
    places = view.outline.model.places()
    report = view.desk.document.report
    expected = len(report.goals) + len(report.sections) + 1 + (report.front is not None)
    assert len(places) == expected
    for place in places:
        view.show_place(place)
        page = view.area.page
        assert page.place == place
        for shown, field in page.fields.items():
            if isinstance(field.editor, RichEditor):
                assert field.editor.value() == value_at(report, shown)
        if place.path[:1] == ("goals",):
            every_part_of_the_goal_is_there(page, value_at(report, place))


def every_part_of_the_goal_is_there(page, goal) -> None:
    for name in GOAL_TEXTS:
        if getattr(goal, name) is not None:
            assert page.place / name in page.fields
    shown = {panel.sheet.place.name: panel.sheet.rowCount() for panel in page.sheets}
    for name in ("indicators", "activities"):
        assert shown.get(name, 0) == len(getattr(goal, name))
        for row in getattr(goal, name):
            if row.analysis is not None:
                assert page.place / name / row.id / "analysis" in page.fields


def edit_and_undo(window, view, type_text) -> None:
    goal = next(
        goal for goal in view.desk.document.report.goals if goal.analysis or goal.working_method or goal.description
    )
    name = next(name for name in GOAL_TEXTS if getattr(goal, name) is not None)
    place = Place.of("goals", goal.id, name)
    view.show_place(place)
    editor = QApplication.focusWidget()
    assert isinstance(editor, RichEditor)
    type_text(editor, "Å")
    assert value_at(view.desk.document.report, place).plain.startswith("Å")
    window.actions_.by_name["undo"].trigger()
