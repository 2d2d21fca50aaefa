"""How large a window may be: no larger than the screen, where its buttons would else stand below the edge."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_FRAME = 40
"""What a window's title takes of the screen's height, in pixels of the form."""


def fitted(widget: QWidget, size: QSize) -> QSize:
    """Return a size, less where the screen, or the window that a dialog belongs to if that is larger, has no room."""
    room = widget.screen().availableSize() - QSize(0, _FRAME)
    owner = widget.parentWidget()
    return size.boundedTo(room.expandedTo(owner.window().size()) if owner is not None else room)
