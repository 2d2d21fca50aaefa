"""Labels that follow the look of the window: sizes and tones have names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget

from avstamt.ui.icons import pixmap
from avstamt.ui.look import Look
from avstamt.ui.named import put

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

FontChoice = Callable[[Look], QFont]

_LEFT_AND_MIDDLE = 0x81
"""As Qt writes down a text at the left, halfway down (see `named`)."""

_ICON = 16
"""How wide a drawing is beside text of the usual size."""


def small(look: Look) -> QFont:
    """Return the font of guidance and second lines."""
    return look.small


def normal(look: Look) -> QFont:
    """Return the font of ordinary words in the window."""
    return look.chrome()


def strong(look: Look) -> QFont:
    """Return the font of labels above fields."""
    return look.chrome(bold=True)


def head(look: Look) -> QFont:
    """Return the font of a heading in a panel."""
    return look.chrome(1.15, bold=True)


def title(look: Look) -> QFont:
    """Return the font of the largest words in the window's own text."""
    return look.chrome(1.9, bold=True)


class Label(QLabel):
    """A label in one of the named fonts, wrapping, in a tone ("", "quiet" or "accent")."""

    def __init__(
        self, look: Look, text: str = "", font: FontChoice = normal, tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._choice = font
        put(self, textFormat="PlainText")
        self.setWordWrap(True)
        self.setProperty("tone", tone)
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(self._choice(self._look))


class ElidedLabel(Label):
    """A label on one line that shows with three dots that it has no room for all its words.

    `cut` is the name of a Qt.TextElideMode: where the dots stand.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        cut: str,
        font: FontChoice = normal,
        tone: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, font, tone, parent)
        self._cut = cut
        self.setWordWrap(False)

    def minimumSizeHint(self) -> QSize:
        """Return a width of nothing: the words are cut to the room there is."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many of the words as there is room for."""
        painter = QPainter(self)
        painter.drawText(self.rect(), _LEFT_AND_MIDDLE, self._shown())
        painter.end()

    def _shown(self) -> str:
        metrics, words = self.fontMetrics(), self.text()
        if metrics.horizontalAdvance(words) < self.width():
            return words
        from PySide6.QtCore import Qt  # first here: see `named`

        return metrics.elidedText(words, Qt.TextElideMode[self._cut], self.width())


class IconLabel(QLabel):
    """One of our drawings in a colour of the theme, named by the theme's field."""

    def __init__(self, look: Look, name: str, colour: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._colour = colour
        self.setAccessibleName(words)
        self._dress()
        look.changed.connect(self._dress)

    def show_icon(self, name: str, colour: str, words: str) -> None:
        """Show another drawing."""
        self._name, self._colour = name, colour
        self.setAccessibleName(words)
        self._dress()

    def _dress(self) -> None:
        theme = self._look.theme
        size = self._look.scaled(_ICON)
        self.setFixedSize(QSize(size, size))
        self.setPixmap(pixmap(self._name, size, self.devicePixelRatioF(), getattr(theme, self._colour), theme.page))


class IconButton(QToolButton):
    """A small button with a drawing and a name that is shown as tool tip and read aloud."""

    def __init__(self, look: Look, name: str, words: str, parent: QWidget | None = None, *, text: str = "") -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self.setToolTip(words)
        self.setAccessibleName(words)
        if text:
            self.setText(text)
            put(self, toolButtonStyle="ToolButtonTextBesideIcon")
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        size = self._look.scaled(_ICON)
        self.setIconSize(QSize(size, size))
        self.setIcon(self._look.icon(self._name, sizes=(_ICON,)))


class TextButton(QPushButton):
    """A button with words: "primary", "quiet", "row" or plain."""

    def __init__(
        self, look: Look, words: str, kind: str = "", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self.setText(words)
        self._look = look
        self._kind = kind
        self.setProperty("look", kind)
        self.setAutoDefault(False)
        self._dress()
        look.changed.connect(self._dress)

    def setText(self, words: str) -> None:
        """Show words, a little apart from the drawing."""
        super().setText(f"\u2009\u2009{words}" if self._icon_name and words else words)
        self.setAccessibleName(words.replace("&&", "&"))

    def _dress(self) -> None:
        if self._icon_name:
            theme = self._look.theme
            size = self._look.scaled(_ICON)
            self.setIconSize(QSize(size, size))
            colours = {"primary": theme.on_accent, "quiet": theme.accent}
            self.setIcon(self._look.icon(self._icon_name, colours.get(self._kind), (_ICON,)))
