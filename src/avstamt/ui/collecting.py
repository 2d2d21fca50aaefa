"""Python's garbage is collected on the window's thread only.

A collection takes place on whatever thread happens to make the next object. What it finds may be things of Qt's, which
must not be deleted beside the window: the rules in their thread would bring the program down.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 2000
_FULL_EVERY = 30


class Collector(QObject):
    """Collects garbage now and then while it lives; by itself Python collects none any more."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._rounds = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collect what is young; once a minute everything."""
        self._rounds += 1
        gc.collect(2 if self._rounds % _FULL_EVERY == 0 else 1)
