"""Our own drawings as icons, in the colours of the theme and sharp at every scale."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from avstamt.resources import resource
from avstamt.ui.theme import Theme

SIZES = (16, 20)
MODES = (QIcon.Mode.Normal, QIcon.Mode.Disabled)


def icon(
    name: str,
    theme: Theme,
    colour: str | None = None,
    sizes: tuple[int, ...] = SIZES,
    modes: tuple[QIcon.Mode, ...] = MODES,
) -> QIcon:
    """Return the icon `name` drawn in `colour` (else the text colour), paler where it is disabled."""
    made = QIcon()
    for mode in modes:
        drawn = theme.disabled if mode is QIcon.Mode.Disabled else colour or theme.text
        for size in sizes:
            for scale in _scales():
                made.addPixmap(pixmap(name, size, scale, drawn, theme.page), mode)
    return made


def _scales() -> set[float]:
    """Return the scales of the screens there are."""
    return {1.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


@lru_cache(maxsize=1024)
def pixmap(name: str, size: int, scale: float, colour: str, behind: str) -> QPixmap:
    """Return a drawing `size` logical pixels wide; `behind` is the colour of what is cut out of it."""
    source = _drawing(name).replace("currentColor", colour).replace("#fff", behind)
    drawn = QPixmap(QSize(round(size * scale), round(size * scale)))
    drawn.fill(QColor(0, 0, 0, 0))
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(drawn.rect()))
    painter.end()
    drawn.setDevicePixelRatio(scale)
    return drawn


def program_icon() -> QIcon:
    """Return the program's own mark."""
    return QIcon(str(resource("icons", "avstamt.svg")))


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
