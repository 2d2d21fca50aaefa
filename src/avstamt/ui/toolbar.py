"""The row of the most used actions below the menus."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QToolBar, QWidget

from avstamt.ui.actions import TOOLBAR, TOOLBAR_SIZE, Actions
from avstamt.ui.look import Look
from avstamt.ui.named import put


class Toolbar(QToolBar):
    """The actions as drawings; it stays where it is."""

    def __init__(self, look: Look, actions: Actions, parent: QWidget) -> None:
        super().__init__("Verktyg", parent)
        self.setMovable(False)
        self._look = look
        self._fit()
        look.changed.connect(self._fit)
        put(self, toolButtonStyle="ToolButtonIconOnly", contextMenuPolicy="PreventContextMenu")
        for name in TOOLBAR:
            if name is None:
                self.addSeparator()
            else:
                self.addAction(actions.by_name[name])

    def _fit(self) -> None:
        size = self._look.scaled(TOOLBAR_SIZE)
        self.setIconSize(QSize(size, size))
