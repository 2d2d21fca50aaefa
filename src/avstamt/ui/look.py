"""How the window looks right now: theme, fonts and measures, following the system and the settings."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from avstamt.resources import resource
from avstamt.ui.icons import SIZES, icon
from avstamt.ui.settings import Settings
from avstamt.ui.stylesheet import stylesheet
from avstamt.ui.theme import LIGHT, Theme, chosen_theme

GRID = 8
"""Every distance in the window is a multiple of half of this many pixels."""

COLUMN_CHARACTERS = 80
"""With figures and short words among them, and a field's edges taken off, about 75 are left."""

_SAMPLE = "Målet nås i huvudsak, eftersom fler har fått stöd i rätt tid under året."
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
        self._scale = 1.0
        self._icons: dict[tuple[str, str | None, tuple[int, ...]], QIcon] = {}
        self._fonts: dict[tuple[float, bool], QFont] = {}
        self._reading: QFont | None = None
        hints = application.styleHints()
        needs = hints.accessibility()  # it lives in Python only as long as the hints do
        self._contrast = needs.contrastPreference()
        needs.contrastPreferenceChanged.connect(self._follow_contrast)
        hints.colorSchemeChanged.connect(self._follow)
        settings.changed.connect(self._follow)
        self._apply()

    @property
    def theme(self) -> Theme:
        """Return the colours in use."""
        return self._theme

    def icon(self, name: str, colour: str | None = None, sizes: tuple[int, ...] = SIZES) -> QIcon:
        """Return one of our icons in the theme's colours, drawn in these sizes."""
        key = (name, colour, sizes)
        if key not in self._icons:
            drawn = {*sizes, *map(self.scaled, sizes)}  # a menu's drawings do not grow with its text
            self._icons[key] = icon(name, self._theme, colour, tuple(sorted(drawn)))
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
        is_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        wants_contrast = self._contrast is Qt.ContrastPreference.HighContrast
        return chosen_theme(self.settings.appearance, is_dark=is_dark, wants_contrast=wants_contrast)

    def _follow_contrast(self, preference: Qt.ContrastPreference) -> None:
        self._contrast = preference
        self._follow()


@lru_cache(maxsize=1)
def shipped_families() -> tuple[str, ...]:
    """Return the font families that come with the program, made known to Qt on the first call."""
    files = sorted(path for path in resource("fonts").rglob("*") if path.suffix.lower() in {".ttf", ".otf"})
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in files]
    found = [family for number in numbers for family in QFontDatabase.applicationFontFamilies(number)]
    return tuple(dict.fromkeys(found))


def reading_family() -> str:
    """Return the family that the report's text is shown and printed in, empty where none is shipped."""
    families = shipped_families()
    return next((family for family in families if "Serif" in family), families[0] if families else "")


def chrome_family() -> str:
    """Return the shipped sans for the window's own words, empty where none is shipped."""
    return next((family for family in shipped_families() if "Sans" in family), "")


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
