"""How the window looks: contrast, fonts, icons, text size, light and dark."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase
from PySide6.QtWidgets import QApplication

from avstamt.colours import contrast
from avstamt.resources import resource
from avstamt.ui.actions import MENUS, ActionSpec
from avstamt.ui.icons import pixmap, program_icon
from avstamt.ui.labels import IconButton, IconLabel
from avstamt.ui.look import Look, chrome_family, reading_family
from avstamt.ui.stylesheet import stylesheet
from avstamt.ui.theme import COLOURS, CONTRAST, CONTRAST_DARK, DARK, LIGHT, Appearance, chosen_theme
from avstamt.ui.words import ASSESSMENT_ICONS, LEVEL_ICONS

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
TEXTS = ("text", "quiet", "accent", "error", "deviation", "tip")
GROUNDS = ("window", "panel", "page", "field", "hover", "accent_fill")


@THEMES
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", TEXTS)
def test_text_is_readable_on_every_ground(theme, colour, ground):
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize(
    ("colour", "ground"),
    [
        ("error", "error_fill"), ("deviation", "deviation_fill"), ("tip", "tip_fill"), ("on_accent", "accent"),
        ("on_accent", "accent_strong"), ("text", "selection"), ("text", "error_fill"), ("text", "deviation_fill"),
        ("quiet", "error_fill"), ("quiet", "deviation_fill"), ("quiet", "tip_fill"), ("accent", "deviation_fill"),
        ("accent", "error_fill"), ("accent", "tip_fill"), ("text", "tip_fill"), ("text", "accent_fill"),
    ],
)  # fmt: skip
def test_text_is_readable_on_its_own_fill(theme, colour, ground):
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= 4.5


@THEMES
@pytest.mark.parametrize("ground", ["window", "panel", "page"])
@pytest.mark.parametrize("colour", ["control", "accent"])
def test_edges_of_controls_and_focus_rings_are_seen(theme, colour, ground):
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= 3


@THEMES
def test_a_drawing_of_what_cannot_be_used_is_seen_and_looks_it(theme):
    assert min(contrast(theme.disabled, getattr(theme, ground)) for ground in ("window", "panel", "page")) >= 3
    assert contrast(theme.disabled, theme.text) >= 2.5


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_fonts_that_ship_are_known_to_qt(look):
    assert {chrome_family(), reading_family()} <= set(QFontDatabase.families())
    assert chrome_family()
    assert reading_family()


@THEMES
def test_the_style_sheet_uses_only_colours_of_the_theme(theme):
    sheet = stylesheet(theme)
    assert "$" not in sheet
    colours = set(re.findall(r"#\w+(?=[^{}]*})", sheet))  # within braces: before them stands who is dressed
    assert colours
    assert colours <= {getattr(theme, name) for name in COLOURS}


def test_every_icon_that_is_named_is_there():
    named = {spec.icon for _menu, specs in MENUS for spec in specs if isinstance(spec, ActionSpec) and spec.icon}
    named |= set(LEVEL_ICONS.values()) | set(ASSESSMENT_ICONS.values())
    assert not [name for name in named if not resource("icons", f"{name}.svg").is_file()]


@pytest.mark.parametrize("path", sorted(resource("icons").glob("*.svg")), ids=lambda path: path.stem)
def test_every_icon_draws_something(application, path):
    if path.stem == "avstamt":
        assert not program_icon().isNull()
        return
    drawn = pixmap(path.stem, 20, 1.0, "#FF0000", "#FFFFFF").toImage()
    colours = {
        drawn.pixelColor(x, y).name() for x in range(20) for y in range(20) if drawn.pixelColor(x, y).alpha() > 200
    }
    assert "#ff0000" in colours


def test_dark_is_chosen_and_left_again(look, settings, qtbot):
    with qtbot.waitSignal(look.changed):
        settings.appearance = Appearance.DARK
    assert look.theme is DARK
    assert QApplication.palette().window().color() == QColor(DARK.window)
    settings.appearance = Appearance.LIGHT
    assert look.theme is LIGHT


def test_a_window_begins_with_the_contrast_of_last_time_and_then_asks(application, settings):
    settings.computer_contrast = True
    look = Look(application, settings)
    assert look.theme is CONTRAST
    look.ask_computer()  # the one without a screen wants none
    assert look.theme is LIGHT
    assert not settings.computer_contrast


def test_high_contrast_follows_the_computer_until_other_colours_are_chosen(application, look, settings):
    system = application.styleHints()
    hints = system.accessibility()
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert look.theme is CONTRAST
    settings.appearance = Appearance.LIGHT
    assert look.theme is LIGHT
    settings.appearance = Appearance.SYSTEM
    hints.contrastPreferenceChanged.emit(Qt.ContrastPreference.NoPreference)
    assert look.theme is LIGHT


def test_a_dark_computer_with_high_contrast_stays_dark():
    assert chosen_theme(Appearance.SYSTEM, is_dark=True, wants_contrast=True) is CONTRAST_DARK
    assert chosen_theme(Appearance.CONTRAST, is_dark=True, wants_contrast=False) is CONTRAST


@pytest.mark.parametrize("theme", [CONTRAST, CONTRAST_DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("colour", TEXTS)
def test_in_high_contrast_text_stands_out_as_wcag_asks_of_the_strictest(theme, colour, ground):
    assert contrast(getattr(theme, colour), getattr(theme, ground)) >= 7


def test_larger_text_makes_every_font_larger(look, settings):
    before = (look.chrome().pointSizeF(), look.reading.pointSizeF(), look.heading(0).pointSizeF(), look.column)
    settings.text_size = 150
    after = (look.chrome().pointSizeF(), look.reading.pointSizeF(), look.heading(0).pointSizeF(), look.column)
    assert all(large > small for small, large in zip(before, after, strict=True))


def test_the_column_holds_about_75_characters(look):
    from PySide6.QtGui import QFontMetricsF

    metrics = QFontMetricsF(look.reading)
    sentence = "Målet nås i huvudsak, eftersom fler har fått stöd i rätt tid under hela året. "
    per_line = look.column / (metrics.horizontalAdvance(sentence) / len(sentence))
    assert 65 <= per_line <= 90


def test_a_page_follows_a_change_of_colours_and_size(open_report, settings):
    from tests.builders import rich_report

    from avstamt.domain.place import Place

    view = open_report(rich_report())
    view.show_place(Place.of("goals", "g3"))
    before = view.desk.document.report
    settings.appearance = Appearance.DARK
    settings.text_size = 130
    editor = view.area.page.fields[Place.of("goals", "g3", "analysis")].editor
    shown = editor.document().firstBlock().begin().fragment().charFormat()
    assert shown.foreground().color() == QColor(DARK.text)
    assert view.desk.document.report is before


@THEMES
def test_words_that_cannot_be_used_are_read_all_the_same(theme):
    """What is disabled in the style sheet is written in a colour that is readable, in menus, buttons and fields."""
    rules = [rule for rule in stylesheet(theme).split("}") if ":disabled" in rule or "placeholder-text-color" in rule]
    assert len(rules) > 3
    for rule in rules:
        colours = [
            part.partition(":")[2].strip(" ;") for part in rule.partition("{")[2].split(";") if _is_of_text(part)
        ]
        assert colours, rule
        assert all(contrast(colour, theme.page) >= 4.5 for colour in colours), rule


def _is_of_text(part: str) -> bool:
    return part.partition(":")[0].strip() in ("color", "placeholder-text-color")


def test_drawings_grow_with_the_text(qtbot, look, settings):
    button, symbol = IconButton(look, "add", "Lägg till"), IconLabel(look, "lock", "quiet", "låst")
    for widget in (button, symbol):
        qtbot.addWidget(widget)
    usual = button.iconSize().width(), symbol.width()
    settings.text_size = 150
    assert (button.iconSize().width(), symbol.width()) == tuple(side * 3 // 2 for side in usual)
    assert button.icon().actualSize(button.iconSize()) == button.iconSize()
