"""The help of a window: opened where the user is, and the tour that is offered once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from avstamt.ui.help.context import page_for
from avstamt.ui.help.window import HelpWindow

if TYPE_CHECKING:
    from avstamt.ui.help.tour import Tour
    from avstamt.ui.main_window import MainWindow


class HelpDesk(QObject):
    """Opens the help and the tour for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._help: HelpWindow | None = None
        self.tour: Tour | None = None

    def open(self, name: str = "") -> HelpWindow:
        """Open the help at a page, or at the one about what has the focus."""
        if self._help is None:
            self._help = HelpWindow(self._window.look, self._window)
        self._help.open_at(name or page_for(QApplication.focusWidget(), self._window.tabs.current))
        return self._help

    def offer_tour(self) -> None:
        """Begin the tour where it has never been shown on this computer."""
        if not self._window.look.settings.tour_seen:
            self.begin_tour()

    def begin_tour(self) -> None:
        """Begin the tour of the report that is open; without one there is nothing to show."""
        view = self._window.tabs.current
        if view is None:
            self._window.messages.say("Öppna en rapport eller ett exempel först: rundturen går förbi rapportens rutor.")
            return
        from avstamt.ui.help.tour import Tour

        self._window.look.settings.tour_seen = True
        self.tour = Tour(self._window.look, view, self._window)
        self.tour.begin()
