"""How well two colours stand out from each other, on screen as on paper (WCAG 2.1)."""

from __future__ import annotations

_LINEAR_BELOW = 0.03928


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours given as "#RRGGBB", from 1 to 21."""
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 for black and 1 for white."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4
