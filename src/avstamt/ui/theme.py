"""The colours of the window, light and dark, and how far apart two of them stand."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from avstamt.colours import luminance


class Appearance(StrEnum):
    """Which colours the user has chosen."""

    SYSTEM = "som datorn"
    LIGHT = "ljust"
    DARK = "mörkt"
    CONTRAST = "hög kontrast"


class Theme(NamedTuple):
    """Named colours, each with one job. Text colours stand on `window`, `panel` and `page` with at least 4.5:1.

    `control` draws the edges of what can be used (at least 3:1), `line` only separates, `disabled` draws what cannot
    be used now. `…_fill` lie behind text of the colour they are named for.
    """

    name: str
    window: str
    panel: str
    page: str
    field: str
    hover: str
    line: str
    control: str
    disabled: str
    text: str
    quiet: str
    accent: str
    accent_strong: str
    on_accent: str
    accent_fill: str
    selection: str
    error: str
    error_fill: str
    deviation: str
    deviation_fill: str
    tip: str
    tip_fill: str

    @property
    def is_dark(self) -> bool:
        """Tell whether text is lighter than the page."""
        return luminance(self.text) > luminance(self.page)


LIGHT = Theme(
    name="ljust",
    window="#ECEFEE",
    panel="#F5F7F6",
    page="#FFFFFF",
    field="#F4F7F6",
    hover="#E4EAE8",
    line="#D8DFDC",
    control="#74807D",
    disabled="#74807D",
    text="#1A201F",
    quiet="#525D5A",
    accent="#00594F",
    accent_strong="#00453D",
    on_accent="#FFFFFF",
    accent_fill="#E1F1EF",
    selection="#BFE0DB",
    error="#B02A00",
    error_fill="#FDE9DF",
    deviation="#7A5000",
    deviation_fill="#FFF2D1",
    tip="#3C5A78",
    tip_fill="#E8EFF6",
)

DARK = Theme(
    name="mörkt",
    window="#141817",
    panel="#191E1D",
    page="#1F2524",
    field="#252C2A",
    hover="#2C3432",
    line="#343C3A",
    control="#7F8C88",
    disabled="#7F8C88",
    text="#E8ECEB",
    quiet="#A9B5B1",
    accent="#7FD1C4",
    accent_strong="#A5E3D9",
    on_accent="#06231F",
    accent_fill="#1D3B37",
    selection="#2B5A53",
    error="#FF9E80",
    error_fill="#3F241B",
    deviation="#F0C266",
    deviation_fill="#392E17",
    tip="#A6C4E4",
    tip_fill="#212D3B",
)

CONTRAST = Theme(
    name="hög kontrast",
    window="#FFFFFF",
    panel="#FFFFFF",
    page="#FFFFFF",
    field="#EDEDED",
    hover="#E2E2E2",
    line="#000000",
    control="#000000",
    disabled="#767676",
    text="#000000",
    quiet="#262626",
    accent="#00382F",
    accent_strong="#00221D",
    on_accent="#FFFFFF",
    accent_fill="#D9F2EE",
    selection="#A6E0D6",
    error="#7D1200",
    error_fill="#FFF0EB",
    deviation="#4F3300",
    deviation_fill="#FFF6DF",
    tip="#14304D",
    tip_fill="#EDF4FB",
)

CONTRAST_DARK = Theme(
    name="hög kontrast, mörkt",
    window="#000000",
    panel="#000000",
    page="#000000",
    field="#1A1A1A",
    hover="#262626",
    line="#FFFFFF",
    control="#FFFFFF",
    disabled="#8C8C8C",
    text="#FFFFFF",
    quiet="#E6E6E6",
    accent="#9CF0E2",
    accent_strong="#C9F8F0",
    on_accent="#000000",
    accent_fill="#06302B",
    selection="#0F5A50",
    error="#FFB8A3",
    error_fill="#3B1208",
    deviation="#FFD98A",
    deviation_fill="#332500",
    tip="#BFDDFB",
    tip_fill="#0C2439",
)


def chosen_theme(appearance: Appearance, *, is_dark: bool, wants_contrast: bool) -> Theme:
    """Return the colours for a choice; where it is the computer's, as dark and as far apart as the computer has them."""
    if appearance is not Appearance.SYSTEM:
        return {Appearance.DARK: DARK, Appearance.CONTRAST: CONTRAST}.get(appearance, LIGHT)
    if wants_contrast:
        return CONTRAST_DARK if is_dark else CONTRAST
    return DARK if is_dark else LIGHT


COLOURS = tuple(field for field in Theme._fields if field != "name")
