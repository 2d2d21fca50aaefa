"""How the window looks right now: theme, fonts and measures, following the system and the settings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from avstamt.resources import resource
from avstamt.ui.icons import MODES, SIZES, icon
from avstamt.ui.settings import Settings
from avstamt.ui.stylesheet import stylesheet
from avstamt.ui.theme import LIGHT, Theme, chosen_theme

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

GRID = 8
"""Every distance in the window is a multiple of half of this many pixels."""

COLUMN_CHARACTERS = 80
"""With figures and short words among them, and a field's edges taken off, about 75 are left."""

_SAMPLE = "Målet nås i huvudsak, eftersom fler har fått stöd i rätt tid under året."
_HALF = 128
_CHROME = 1.08
_READING = 1.35
_SMALL = 0.92
_HEADINGS = {0: 1.4, 1: 1.22, 2: 1.1, 3: 1.04, 4: 1.0}


class Look(QObject):
    """The present theme and fonts; `changed` is emitted when they are others and widgets should draw anew."""

    changed = Signal()

    def __init__(self, application: QApplication, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._application = application
        self._system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        self._theme = LIGHT
        application.setPalette(QPalette())  # the system's own
        self._is_dark = application.palette().window().color().lightness() < _HALF
        self._scale = 1.0
        self._icons: dict[tuple[object, ...], QIcon] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._reading: QFont | None = None
        hints = application.styleHints()
        hints.accessibility().contrastPreferenceChanged.connect(self._follow_contrast)
        hints.colorSchemeChanged.connect(self._follow_scheme)
        settings.changed.connect(self._follow)
        self._apply()

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme

    def icon(
        self,
        name: str,
        colour: str | None = None,
        sizes: tuple[int, ...] = SIZES,
        modes: tuple[QIcon.Mode, ...] = MODES,
    ) -> QIcon:
        """Return one of our icons in the theme's colours, drawn in these sizes, for use and for when it cannot be used."""
        key = (name, colour, sizes, modes)
        if key not in self._icons:
            drawn = {*sizes, *map(self.scaled, sizes)}  # a menu's drawings do not grow with its text
            self._icons[key] = icon(name, self._theme, colour, tuple(sorted(drawn)), modes)
        return self._icons[key]

    def chrome(self, factor: float = 1.0, *, bold: bool = False) -> QFont:
        """Return the font of buttons, lists and labels, `factor` times the normal size."""
        key = (factor, bold)
        if key not in self._fonts:
            font = QFont(self._application.font())
            font.setPointSizeF(self._points() * _CHROME * factor)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[key] = font
        return self._fonts[key]

    @property
    def small(self) -> QFont:
        """Return the font of what is said beside: guidance, second lines, codes."""
        return self.chrome(_SMALL)

    @property
    def reading(self) -> QFont:
        """Return the font of the report's own text."""
        if self._reading is None:
            family = reading_family()
            self._reading = QFont(family) if family else QFont(self._system)
            self._reading.setPointSizeF(self._points() * _READING)
        return self._reading

    def heading(self, level: int) -> QFont:
        """Return the font of a heading on the page: 0 for the title, 1 … 4 for what stands below."""
        return self.chrome(_READING / _CHROME * _HEADINGS[level], bold=True)

    @property
    def column(self) -> int:
        """Return the width of the page's text in pixels: about 75 characters."""
        from PySide6.QtGui import QFontMetricsF  # first here: the first window needs no column

        a_character = QFontMetricsF(self.reading).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return round(a_character * COLUMN_CHARACTERS)

    def scaled(self, width: int) -> int:
        """Return a width that is right at the usual text size, as wide as the chosen one needs."""
        return round(width * self._scale)

    def _points(self) -> float:
        return max(self._system.pointSizeF(), 9.0) * self._scale

    def _follow(self) -> None:
        self._apply()
        self.changed.emit()

    def _apply(self) -> None:
        self._theme = self._chosen()
        self._scale = self.settings.text_size / 100
        self._icons.clear()
        self._fonts.clear()
        self._reading = None
        font = QFont(self._system)
        if family := chrome_family():
            font.setFamily(family)
        font.setPointSizeF(self._points() * _CHROME)
        self._application.setFont(font)
        self._application.setPalette(palette(self._theme))
        self._application.setStyleSheet(stylesheet(self._theme))

    def _chosen(self) -> Theme:
        wants_contrast = self.settings.computer_contrast
        return chosen_theme(self.settings.appearance, is_dark=self._is_dark, wants_contrast=wants_contrast)

    def ask_computer(self) -> None:
        """Ask what colours and contrast the computer wants.

        Its answers name enumerations (see `named`), so a window is shown by the system's palette and the contrast of
        last time, and asks when it stands.
        """
        hints = self._application.styleHints()
        self._follow_scheme(hints.colorScheme())
        needs = hints.accessibility()  # it lives in Python only as long as the hints do
        self._follow_contrast(needs.contrastPreference())

    def _follow_scheme(self, scheme: Qt.ColorScheme) -> None:
        is_dark = scheme.name == "Dark"
        if is_dark != self._is_dark and scheme.name != "Unknown":  # then the palette is all that can be known
            self._is_dark = is_dark
            self._follow()

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        wants = preference.name == "HighContrast"
        if wants != self.settings.computer_contrast:
            self.settings.computer_contrast = wants
            self._follow()


@lru_cache(maxsize=1)
def reading_family() -> str:
    """Return the family that the report's text is shown and printed in, empty where none is shipped.

    All fonts that the first window does without are made known to Qt on the first call: it takes a millisecond each.
    """
    families = _made_known([font for font in _shipped_fonts() if not _is_upright_sans(font)])
    return next((family for family in families if "Serif" in family), "")


@lru_cache(maxsize=1)
def chrome_family() -> str:
    """Return the shipped sans for the window's own words, empty where none is shipped."""
    return next(iter(_made_known([font for font in _shipped_fonts() if _is_upright_sans(font)])), "")


def _shipped_fonts() -> list[Path]:
    return sorted(path for path in resource("fonts").glob("*/*") if path.suffix.lower() in {".ttf", ".otf"})


def _is_upright_sans(font: Path) -> bool:
    return "Sans" in font.stem and "Italic" not in font.stem


def _made_known(fonts: Iterable[Path]) -> list[str]:
    """Make fonts known to Qt and return their families."""
    numbers = [QFontDatabase.addApplicationFont(str(font)) for font in fonts]
    return [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)]


def palette(theme: Theme) -> QPalette:
    """Return the theme as the palette that Qt's own widgets draw with."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.page,
        QPalette.ColorRole.AlternateBase: theme.panel,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.quiet,
        QPalette.ColorRole.Button: theme.panel,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.page,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.selection,
        QPalette.ColorRole.HighlightedText: theme.text,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.LinkVisited: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Light: theme.page,
        QPalette.ColorRole.Midlight: theme.hover,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Dark: theme.control,
        QPalette.ColorRole.Shadow: theme.control,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.control))
    return made
