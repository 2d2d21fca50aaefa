"""Complete use by keyboard and screen reader: names on everything, keys and mnemonics, a sane way through."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QMenu,
    QScrollArea,
    QTextEdit,
    QWidget,
)
from tests.builders import front_page, report, rich_report

from avstamt.domain.place import Place
from avstamt.importers.model import Problem
from avstamt.templates.catalogue import catalogue
from avstamt.ui.actions import TOOLBAR
from avstamt.ui.dialogs.new_report import NewReportDialog
from avstamt.ui.dialogs.problems import ProblemsDialog

USED = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)


def nameless(root: QWidget) -> list[str]:
    found = []
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, USED) or widget.objectName().startswith("qt_") or not widget.isVisibleTo(root):
            continue
        if isinstance(widget.parentWidget(), QComboBox):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} i {type(widget.parentWidget()).__name__}")
    return found


@pytest.fixture
def view(open_report):
    return open_report(report(*rich_report().goals, sections=rich_report().sections, front=front_page()))


def test_everything_that_is_used_has_a_name(window, view):
    missing = {}
    for place in view.outline.model.places():
        view.show_place(place)
        for panel in view.area.page.sheets:
            panel.view.go_to(panel.sheet.index(0, 0))
        QApplication.processEvents()
        if found := nameless(window):
            missing[str(place)] = found
    assert missing == {}


def test_the_start_has_names_too(window):
    assert nameless(window) == []


def test_the_dialogs_have_names_too(qtbot, look):
    for dialog in (NewReportDialog(look, catalogue()), ProblemsDialog(look, (Problem("En fråga.", 1, 2),))):
        qtbot.addWidget(dialog)
        dialog.show()
        assert nameless(dialog) == []


def test_every_action_has_a_key_or_a_mnemonic_of_its_own(window):
    for menu in [action.menu() for action in window.menuBar().actions()]:
        texts = [action.text() for action in menu.actions() if not action.isSeparator()]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        twice = [letter for letter, number in Counter(letters).items() if number > 1]
        assert not twice, (menu.title(), twice)
        for action in menu.actions():
            assert action.isSeparator() or "&" in action.text() or action.shortcuts(), action.text()


def test_the_menus_have_mnemonics_of_their_own(window):
    letters = [menu.text()[menu.text().index("&") + 1] for menu in window.menuBar().actions()]
    assert len(letters) == len(set(letters))


def test_no_key_is_given_twice(window):
    keys = [key.toString() for action in all_actions(window) for key in action.shortcuts()]
    assert [key for key, number in Counter(keys).items() if number > 1] == []


def all_actions(window) -> list[QAction]:
    return [action for menu in window.menuBar().findChildren(QMenu) for action in menu.actions()]


def test_the_toolbar_has_at_most_eight_actions_all_in_the_menus(window):
    shown = [action for action in window.toolbar.actions() if not action.isSeparator()]
    assert len(shown) <= 8
    assert len([name for name in TOOLBAR if name]) == len(shown)
    assert all(action in all_actions(window) for action in shown)


def test_tab_goes_through_a_page_and_on_to_the_findings(window, view):
    view.show_place(Place.of("goals", "g3"))
    QApplication.processEvents()
    view.focus_page()
    seen = []
    for _ in range(120):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        if widget is view.findings.list or view.findings.isAncestorOf(widget):
            break
        seen.append(widget)
    assert view.findings.isAncestorOf(QApplication.focusWidget()), [type(widget).__name__ for widget in seen][-12:]
    tops = [widget.mapTo(window, widget.rect().topLeft()).y() for widget in dict.fromkeys(seen)]
    assert not any(isinstance(widget, QScrollArea) for widget in seen)
    assert sum(later + 40 < earlier for earlier, later in pairwise(tops)) <= 3


def test_f6_goes_round_the_panes(window, view):
    view.outline.view.setFocus()
    action = window.actions_.by_name["next_pane"]
    action.trigger()
    assert view.area.isAncestorOf(QApplication.focusWidget())
    action.trigger()
    assert view.findings.isAncestorOf(QApplication.focusWidget())
    action.trigger()
    assert QApplication.focusWidget() is view.outline.view


def test_f6_comes_to_a_page_whose_first_field_is_not_shown(window, view):
    view.show_place(Place.of("goals", "g3"))
    view.outline.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert QApplication.focusWidget() is view.area.page.fields[Place.of("goals", "g3", "title")].editor


def test_parts_are_gone_through_by_key(window, view):
    first = view.place
    window.actions_.by_name["next_part"].trigger()
    assert view.place != first
    window.actions_.by_name["previous_part"].trigger()
    assert view.place == first


def test_guidance_can_be_hidden_and_shown(window, view):
    view.show_place(Place.of("goals", "g3"))
    from avstamt.ui.forms.field import Guidance

    notes = view.area.page.findChildren(Guidance)
    assert notes
    window.actions_.by_name["guidance"].trigger()
    assert all(note.isHidden() for note in notes)
    window.actions_.by_name["guidance"].trigger()
    assert not any(note.isHidden() for note in notes)


def test_every_tooltip_is_in_swedish_and_without_markup(window, view):
    for widget in window.findChildren(QWidget):
        assert "&" not in widget.toolTip().replace("&&", "")
        assert "<" not in widget.toolTip()
