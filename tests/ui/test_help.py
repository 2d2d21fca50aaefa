"""The help: what it says is there, where F1 leads, what a search finds, and a tour that does not come back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.builders import rich_report

from avstamt.colours import contrast
from avstamt.domain.place import Place
from avstamt.resources import resource
from avstamt.rules.catalogue import CATALOGUE
from avstamt.rules.documentation import parts_of
from avstamt.ui.actions import MENUS, ActionSpec
from avstamt.ui.help.pages import KEYS, page_named, pages
from avstamt.ui.help.seeking import found
from avstamt.ui.help.tour import STEPS, Tour
from avstamt.ui.help.window import DARK, PageBrowser
from avstamt.ui.settings import Settings
from avstamt.ui.theme import CONTRAST, Appearance

WRITTEN = [page for page in pages() if not page.group and page.name != KEYS]
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
NAMED = re.compile(r"\*\*(Arkiv|Redigera|Delar|Visa|Granska|Hjälp), ([^*]+)\*\*")


@pytest.fixture
def view(open_report):
    return open_report(rich_report())


def specs() -> dict[str, list[str]]:
    return {
        words.replace("&", ""): [
            spec.words.replace("&", "").removesuffix(" …") for spec in menu if isinstance(spec, ActionSpec)
        ]
        for words, menu in MENUS
    }


def test_the_pages_are_by_task_each_with_a_title_and_a_name_of_its_own():
    assert len(WRITTEN) >= 12
    names = [page.name for page in pages()]
    assert len(names) == len(set(names))
    assert all(page.text.startswith(f"# {page.title}\n") for page in WRITTEN)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_a_page_is_short_and_its_pictures_exist_with_words_for_those_who_do_not_see_them(page):
    assert len(page.plain.split()) < 330
    for words, path in IMAGE.findall(page.text):
        assert words
        folder, name = path.split("/")
        for drawn in (resource("help", folder, name), resource("help", folder, DARK, name)):
            assert drawn.stat().st_size < 250_000


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: page.name)
def test_every_action_that_a_page_names_stands_in_that_menu(page):
    for menu, words in NAMED.findall(page.text):
        assert words in specs()[menu], (page.name, menu, words)


def test_pictures_that_no_page_shows_are_not_kept():
    shown = {path.rpartition("/")[2] for page in WRITTEN for _words, path in IMAGE.findall(page.text)}
    assert {path.name for path in resource("help", "images").glob("*.*")} == shown
    assert {path.name for path in resource("help", "images", DARK).iterdir()} == shown


def test_the_pictures_have_the_colours_of_the_window(qtbot, look, settings):
    window = QWidget()
    qtbot.addWidget(window)
    browser = PageBrowser(window)
    page = next(one for one in WRITTEN if IMAGE.search(one.text))
    corners = []
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        settings.appearance = appearance
        browser.show_text(page, look)
        drawn = browser.loadResource(QTextDocument.ResourceType.ImageResource.value, IMAGE.search(page.text)[2])
        corners.append(drawn.pixelColor(2, 2).lightness())
    assert corners[0] > 200
    assert corners[1] < 60


def test_every_rule_has_a_page_that_says_why():
    for rule in CATALOGUE:
        page = page_named(rule.code)
        assert page.group == "Regler"
        assert " ".join(parts_of(rule).why.split())[1:40] in page.text.replace("\\", "")


def test_the_sheet_of_keys_holds_every_key_of_the_menus():
    sheet = page_named(KEYS).text
    for _menu, entries in MENUS:
        for spec in entries:
            if isinstance(spec, ActionSpec) and spec.key:
                assert spec.words.replace("&", "").removesuffix(" …") in sheet


@pytest.mark.parametrize(
    ("sought", "first"),
    [("säkerhetskopia", "spara"), ("stavning", "SPR-101"), ("bedömning", "bedomning"), ("word pdf", "skriv-ut")],
)
def test_a_search_finds_by_the_beginnings_of_words_titles_first(sought, first):
    assert found(pages(), sought)[0].name == first


def test_a_search_for_what_is_not_there_says_so(window, type_text):
    shown = window.commands.help_desk.open()
    type_text(shown.line, "grönkålssoppa")
    assert shown.list.count() == 0
    assert shown._none.isVisible()
    shown.close()


@pytest.mark.parametrize(
    ("place", "page"),
    [
        ("goals/g3/analysis", "text"),
        ("goals/g2/indicators/i1/outcome", "indikatorer"),
        ("goals/g3/assessment", "bedomning"),
    ],
)
def test_f1_opens_the_page_about_what_has_the_focus(window, view, place, page):
    view.show_place(Place.parse(place))
    window.actions_.by_name["help"].trigger()
    shown = window.commands.help_desk.open
    assert window.commands.help_desk._help._name == page
    assert window.commands.help_desk._help.page.toPlainText().startswith(page_named(page).title)
    assert shown("anmarkningar")._name == "anmarkningar"
    window.commands.help_desk._help.close()


def test_a_page_is_chosen_by_keyboard_and_the_one_before_comes_back(window, type_text):
    shown = window.commands.help_desk.open("borja")
    type_text(shown.line, "stavning")
    QTest.keyClick(shown.line, Qt.Key.Key_Return)
    assert shown._name == "SPR-101"
    shown.go_back()
    assert shown._name == "borja"
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_the_help_is_read_aloud_by_name(window):
    shown = window.commands.help_desk.open()
    for widget in (shown.line, shown.list, shown.page):
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    assert shown.focusWidget() is shown.line
    shown.close()


def test_the_tour_goes_by_every_step_and_is_offered_once(window, view, settings):
    desk = window.commands.help_desk
    desk.offer_tour()
    assert desk.tour.isVisible()
    for at in range(len(STEPS)):
        assert desk.tour.at == at
        assert window.rect().contains(desk.tour.geometry())
        assert STEPS[at].words in desk.tour.accessibleDescription()
        QTest.mouseClick(desk.tour._next, Qt.MouseButton.LeftButton)
    assert window.findChild(Tour).isHidden()
    desk.tour = None
    desk.offer_tour()
    assert desk.tour is None
    assert Settings(Path(settings._store.fileName())).tour_seen


def test_from_the_next_step_one_tab_leads_to_leaving_the_tour(window, view):
    window.actions_.by_name["tour"].trigger()
    tour = window.commands.help_desk.tour
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Hoppa över"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert tour.isHidden()


def test_the_tour_is_left_by_escape(window, view):
    window.actions_.by_name["tour"].trigger()
    tour = window.commands.help_desk.tour
    QTest.keyClick(tour, Qt.Key.Key_Escape)
    assert tour.isHidden()


def test_without_a_report_the_tour_says_what_it_needs(window):
    window.actions_.by_name["tour"].trigger()
    assert window.messages.text.startswith("Öppna en rapport eller ett exempel först")


def test_high_contrast_stands_at_seven_to_one_everywhere():
    grounds = (CONTRAST.window, CONTRAST.page, CONTRAST.field, CONTRAST.hover, CONTRAST.selection, CONTRAST.accent_fill)
    for colour in (CONTRAST.text, CONTRAST.quiet, CONTRAST.accent, CONTRAST.error, CONTRAST.deviation, CONTRAST.tip):
        assert all(contrast(colour, ground) >= 7 for ground in grounds), colour
