"""What the user has chosen and what the window remembers between runs."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_config_path
from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

from avstamt.ui.review_settings import ReviewSettings
from avstamt.ui.theme import Appearance

_RECENT = 10
TEXT_SIZES = (90, 100, 115, 130, 150)


class Settings(QObject):
    """The settings in one ini file; `changed` is emitted when what the window looks like has changed."""

    changed = Signal()
    guidance_changed = Signal()
    recent_changed = Signal()
    paper_changed = Signal()

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        file = path or user_config_path("avstamt", appauthor=False) / "avstamt.ini"
        self._store = QSettings(str(file), QSettings.Format.IniFormat, self)
        self.review = ReviewSettings(self._store, self)
        """The words that are right and the other settings of the review."""

    @property
    def appearance(self) -> Appearance:
        """Return which colours are chosen."""
        stored = self._text("utseende/färger")
        return Appearance(stored) if stored in tuple(Appearance) else Appearance.SYSTEM

    @appearance.setter
    def appearance(self, value: Appearance) -> None:
        self._put("utseende/färger", value.value)

    @property
    def computer_contrast(self) -> bool:
        """Tell whether the computer wanted high contrast when it was last asked."""
        return self._text("utseende/datorns kontrast") == "hög"

    @computer_contrast.setter
    def computer_contrast(self, value: bool) -> None:
        self._store.setValue("utseende/datorns kontrast", "hög" if value else "")

    @property
    def text_size(self) -> int:
        """Return the text size in per cent of the system's."""
        stored = self._text("utseende/textstorlek")
        return int(stored) if stored.isdecimal() and int(stored) in TEXT_SIZES else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._put("utseende/textstorlek", str(value))

    @property
    def guidance(self) -> bool:
        """Tell whether guidance (anvisningar) is shown beside the fields."""
        return self._text("utseende/anvisningar") != "nej"

    @guidance.setter
    def guidance(self, value: bool) -> None:
        if value != self.guidance:
            self._store.setValue("utseende/anvisningar", "ja" if value else "nej")
            self.guidance_changed.emit()

    @property
    def preview(self) -> bool:
        """Tell whether the pages are shown beside the form."""
        return self._text("fönster/förhandsvisning") == "framme"

    @preview.setter
    def preview(self, value: bool) -> None:
        self._store.setValue("fönster/förhandsvisning", "framme" if value else "")

    @property
    def tour_seen(self) -> bool:
        """Tell whether the first tour has been shown."""
        return self._text("hjälp/rundtur") == "visad"

    @tour_seen.setter
    def tour_seen(self, value: bool) -> None:
        self._store.setValue("hjälp/rundtur", "visad" if value else "")

    @property
    def author(self) -> str:
        """Return the name that waivers and comments are signed with."""
        return self._text("granskning/namn")

    @author.setter
    def author(self, value: str) -> None:
        self._store.setValue("granskning/namn", value.strip())

    @property
    def paper_layout(self) -> Path | None:
        """Return the organisation's own layout for papers, None where the city's is used."""
        stored = self._text("utskrift/layout")
        return Path(stored) if stored else None

    @paper_layout.setter
    def paper_layout(self, value: Path | None) -> None:
        if value != self.paper_layout:
            self._store.setValue("utskrift/layout", str(value) if value else "")
            self.paper_changed.emit()

    @property
    def exact_pages(self) -> bool:
        """Tell whether the page numbers of a Word document's contents are worked out with LibreOffice."""
        return self._text("utskrift/exakta sidor") == "ja"

    @exact_pages.setter
    def exact_pages(self, value: bool) -> None:
        self._store.setValue("utskrift/exakta sidor", "ja" if value else "")

    @property
    def recent(self) -> tuple[Path, ...]:
        """Return the files opened last, latest first."""
        return tuple(Path(line) for line in self._text("filer/senaste").splitlines() if line)

    def remember(self, path: Path) -> None:
        """Put a file first among the recent ones."""
        self._keep([path, *(other for other in self.recent if other != path)])

    def forget(self, path: Path) -> None:
        """Drop a file from the recent ones."""
        self._keep([other for other in self.recent if other != path])

    def layout(self, name: str) -> QByteArray:
        """Return a remembered geometry or splitter state, empty where there is none."""
        value = self._store.value(f"fönster/{name}")
        return value if isinstance(value, QByteArray) else QByteArray()

    def keep_layout(self, name: str, state: QByteArray) -> None:
        """Remember a geometry or splitter state."""
        self._store.setValue(f"fönster/{name}", state)

    def is_folded(self, pane: str) -> bool:
        """Tell whether a side pane is folded away."""
        return self._text(f"fönster/{pane}") == "hopfälld"

    def fold(self, pane: str, is_folded: bool) -> None:
        """Remember whether a side pane is folded away."""
        self._store.setValue(f"fönster/{pane}", "hopfälld" if is_folded else "")

    def _keep(self, paths: list[Path]) -> None:
        self._store.setValue("filer/senaste", "\n".join(str(path) for path in paths[:_RECENT]))
        self.recent_changed.emit()

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""

    def _put(self, key: str, value: str) -> None:
        if self._text(key) != value:
            self._store.setValue(key, value)
            self.changed.emit()
