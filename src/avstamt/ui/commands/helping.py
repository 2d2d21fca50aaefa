"""What the actions of the menu Hjälp do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox

from avstamt import __version__
from avstamt.ui.commands.group import Group
from avstamt.ui.help.desk import HelpDesk
from avstamt.ui.help.pages import KEYS

if TYPE_CHECKING:
    from avstamt.ui.main_window import MainWindow


class HelpCommands(Group):
    """The actions that open the help, and begin the tour."""

    def __init__(self, window: MainWindow, desk: HelpDesk) -> None:
        super().__init__(window)
        self._desk = desk

    def help(self) -> None:
        """Open the help at the page about what has the focus."""
        self._desk.open()

    def keys(self) -> None:
        """Open the sheet of keys."""
        self._desk.open(KEYS)

    def tour(self) -> None:
        """Begin the tour."""
        self._desk.begin_tour()

    def about(self) -> None:
        """Say what the program is."""
        QMessageBox.about(
            self.window,
            "Om Avstämt",
            f"Avstämt {__version__}\n\nSkriver, stämmer av och exporterar Stockholms stads målrapporter. "
            "Arbetar utan nät: ingenting lämnar datorn.\n\nÖppen källkod under EUPL 1.2.",
        )
