"""Which pictures are wanted: of which reports, how large and in which colours."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from avstamt.ui.theme import Appearance


@dataclass(frozen=True)
class Size:
    """A window's width and height in pixels of the form, and how many pixels of the screen each is."""

    width: int
    height: int
    scale: int = 1


# A window at 200 % is drawn as large as the one at 100 %, on a screen of twice the pixels; the last is what there is
# room for on a screen of 1920 × 1080.
SIZES = {
    "1280x800": Size(1280, 800),
    "1920x1080": Size(1920, 1080),
    "1280x800-200": Size(1280, 800, 2),
    "1920x1080-200": Size(1920, 1080, 2),
    "960x540-200": Size(960, 540, 2),
}
THEMES = {"ljus": Appearance.LIGHT, "mork": Appearance.DARK, "kontrast": Appearance.CONTRAST}
USUAL_THEMES = ("ljus", "mork")
USUAL_TEXT = 100


@dataclass(frozen=True)
class Order:
    """The pictures of one size and theme, with text of `text` per cent. `wanted` names some; empty it means all."""

    folder: Path
    reports: tuple[Path, ...]
    size: Size
    appearance: Appearance
    wanted: frozenset[str] = frozenset()
    text: int = USUAL_TEXT

    @property
    def ending(self) -> str:
        """Return what the pictures' names end with: the theme, the size, and the text's where it is not the usual."""
        theme = next(name for name, appearance in THEMES.items() if appearance is self.appearance)
        size = next(name for name, size in SIZES.items() if size == self.size)
        return f"-{theme}-{size}" + (f"-text{self.text}" if self.text != USUAL_TEXT else "")


def draw(order: Order) -> int:
    """Draw the pictures of one size and theme, and return how many: Qt reads the scale once, when it starts."""
    os.environ["QT_SCALE_FACTOR"] = str(order.size.scale)
    from avstamt.ui.shots.drawing import draw_all

    return draw_all(order)


def parts(words: str) -> list[str]:
    """Return what stands between the commas."""
    return [word.strip() for word in words.split(",") if word.strip()]
