"""Rows that a colleague added or took away in Word are shown as parts, and come in or go out as the user marks."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree
from PySide6.QtCore import Qt
from tests.builders import goal, indicator, report, text
from tests.importers.word.documents import W, changed, controls, say, written

from avstamt.domain.place import Place, remove, with_value
from avstamt.ui.returning.dialog import ReturnDialog
from avstamt.ui.returning.fetching import Fetched, fetch, is_conflict, put_together

SENT = report(
    goal(
        "Trygg omsorg",
        id="g1",
        analysis=text("Målet är nått."),
        indicators=(
            indicator("Andel nöjda", id="i1", outcome="80 %"),
            indicator("Andel trygga", id="i2", outcome="70 %"),
        ),
    ),
    id="r1",
)
ROWS = Place.of("goals", "g1", "indicators")
FIRST, SECOND = ROWS / "i1", ROWS / "i2"


def _swap_rows(root: etree._Element) -> None:
    """Take the first indicator away, and add one below the other."""
    row = next(controls(root, (SECOND / "name").tag)[0].iterancestors(f"{W}tr"))
    added = deepcopy(row)
    for mark in [one for one in added.iter() if one.tag in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    say(next(added.iter(f"{W}p")), "Andel delaktiga")
    row.addnext(added)
    gone = next(controls(root, (FIRST / "name").tag)[0].iterancestors(f"{W}tr"))
    gone.getparent().remove(gone)


@pytest.fixture
def came(tmp_path: Path) -> Fetched:
    return fetch(changed(written(SENT, tmp_path / "åter.docx"), _swap_rows), "r1")


def _names(made) -> list[str]:
    return [one.name for one in made.goals[0].indicators]


def _added(came: Fetched) -> Place:
    return next(change.place for change in came.changes if change.place != FIRST)


def test_a_row_comes_in_or_goes_out_only_where_it_is_taken(came):
    assert put_together(SENT, came, (), (), ()) == SENT
    assert _names(put_together(SENT, came, [FIRST], (), ())) == ["Andel trygga"]
    both = put_together(SENT, came, [_added(came), FIRST], (), ())
    assert _names(both) == ["Andel trygga", "Andel delaktiga"]


def test_a_row_taken_away_there_and_changed_here_is_a_conflict(came):
    mine = with_value(SENT, FIRST / "outcome", "81 %")
    assert is_conflict(came, mine, FIRST)
    assert not is_conflict(came, SENT, FIRST)
    assert _names(put_together(mine, came, [FIRST], (), ())) == ["Andel trygga"]


def test_a_row_that_is_gone_is_not_marked_until_the_user_does_so(qtbot, look, came):
    dialog = ReturnDialog(look, SENT, came)
    qtbot.addWidget(dialog)
    dialog.show()
    marked = {dialog.list.item(at).text(): dialog.list.item(at).checkState() for at in range(dialog.list.count())}
    gone, added = (next(key for key in marked if name in key) for name in ("Andel nöjda", "Andel delaktiga"))
    assert "Finns inte kvar i Word" in gone
    assert (marked[gone], marked[added]) == (Qt.CheckState.Unchecked, Qt.CheckState.Checked)
    assert _names(dialog.result_report) == ["Andel nöjda", "Andel trygga", "Andel delaktiga"]


def test_a_part_that_was_removed_here_and_changed_there_can_be_looked_at(qtbot, look, tmp_path):
    def edit(root: etree._Element) -> None:
        say(controls(root, (FIRST / "outcome").tag)[0], "83 %")

    came = fetch(changed(written(SENT, tmp_path / "åter.docx"), edit), "r1")
    dialog = ReturnDialog(look, remove(SENT, FIRST), came)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "83 %" in dialog.comparison.toPlainText()
    dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert _names(dialog.result_report) == ["Andel nöjda", "Andel trygga"]
